"""A made-up city with its houses, people and years of work: for trying out, teaching and measuring."""
