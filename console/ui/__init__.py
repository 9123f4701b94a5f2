"""The desk's windows: everything the operator sees and presses."""
