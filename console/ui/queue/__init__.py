"""The queue of open tickets: pills, search, chips and the list."""
