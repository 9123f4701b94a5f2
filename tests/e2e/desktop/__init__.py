"""The console as a person meets it: a process on a desktop of its own, read as a screen reader reads."""
