"""Communique reads diplomatic documents and keeps the record, with the words under every fact."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.readers import ReadError
    from communique.reading import Reading, read

__all__ = ["ReadError", "Reading", "__version__", "read"]
__version__ = "0.1.0"
_HOMES = {"ReadError": "communique.readers", "Reading": "communique.model", "read": "communique.reading"}


def __getattr__(name: str) -> Any:
    # Imported when first asked for: the record and `communique --help` have no use for the engine
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
