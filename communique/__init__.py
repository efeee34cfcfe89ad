"""Communique reads diplomatic documents and keeps the record, with the words under every fact."""

from communique.readers import ReadError
from communique.reading import Reading, read

__all__ = ["ReadError", "Reading", "__version__", "read"]
__version__ = "0.1.0"
