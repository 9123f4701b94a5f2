"""What desks and centre agree on: records, operations, events, numbers, due times and normal forms; no I/O."""
