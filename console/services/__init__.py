"""Use cases: one method is one act of a person, one transaction, one operation in the journal."""
