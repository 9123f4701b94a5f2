"""One ticket: what it says, what happened to it, and what may be done with it."""
