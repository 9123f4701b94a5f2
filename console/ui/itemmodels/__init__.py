"""Item models: rows of the store as Qt's views read them; no widgets here."""
