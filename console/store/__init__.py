"""The desk's database: two encrypted files, the only writer of each, and every SELECT."""
