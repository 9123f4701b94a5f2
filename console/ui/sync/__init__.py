"""Shows whether the centre is in reach and what still waits to be sent to it."""
