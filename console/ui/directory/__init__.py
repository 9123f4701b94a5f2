"""What the directory says of a house."""
