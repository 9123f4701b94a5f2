"""What comes before the work: connecting the desk to its centre, and signing in."""
