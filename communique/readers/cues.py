"""The words by which layout is recognised, as data: ``layout.yaml`` beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

#: Every value stays a string: to YAML 1.1 "on" and "no" would be booleans.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def cues(section: str) -> Any:
    """One section of ``layout.yaml``: a list or mapping of strings.

    Args:
        section: its name at the file's top level.

    Raises:
        KeyError: if the file has no such section.
    """
    return _all_cues()[section]


@cache
def words(section: str) -> frozenset[str]:
    """A section that is a plain list, case-folded."""
    return frozenset(word.casefold() for word in cues(section))


@cache
def _all_cues() -> Any:
    return yaml.load(files("communique.readers").joinpath("layout.yaml").read_text("utf-8"), LOADER)
