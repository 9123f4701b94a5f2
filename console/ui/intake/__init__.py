"""Taking a call: the form, its parts, and the several intakes that may be open at once."""
