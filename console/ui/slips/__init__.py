"""The slip on paper: one drawing for printer, PDF file and preview."""
