"""The operator's desk: takes calls, registers tickets and keeps working without a network."""
