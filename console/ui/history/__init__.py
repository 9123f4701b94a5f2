"""What is known of a caller and of a place."""
