"""Tests, laid out as the source is; beside it whole stories (e2e), faults (sync) and the style of the house."""
