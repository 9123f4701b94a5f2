"""Brings this desk's operations into the centre's log and the log to this desk."""
