"""Reference data as a folder of CSV files that any city can edit: read, checked and named for ever."""

from central.reference.reader import read
from central.reference.tables import ReferenceInvalid

__all__ = ["ReferenceInvalid", "read"]
