"""The calls of desks, over HTTP (protocol, Wire)."""
