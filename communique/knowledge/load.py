"""Loads the knowledge: built-in, and with users' own files over it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from communique.knowledge.building import build
from communique.knowledge.sections import builtin_sections, laid_over
from communique.knowledge.world import Knowledge

ENVIRONMENT_VARIABLE = "COMMUNIQUE_KNOWLEDGE"


def load(overlays: Sequence[Path] = ()) -> Knowledge:
    """The built-in knowledge with overlays over it, in their order.

    Args:
        overlays: knowledge files, or folders of them. An entry with a key that is there already is merged into it:
            mappings are merged, lists added to, other values replaced, null removes.

    Returns:
        The knowledge; the built-in one is read once and kept.

    Raises:
        KnowledgeError: if an overlay cannot be read, is not as the schema says, or names what is not there.
    """
    if not overlays:
        return _builtin()
    # Reading YAML takes as long to import as the whole built-in knowledge to load, and most runs need none.
    from communique.knowledge.files import read_overlay

    sections = builtin_sections()
    for overlay in overlays:
        sections = laid_over(sections, read_overlay(Path(overlay)))
    return build(sections, file=", ".join(str(o) for o in overlays))


def overlays_from_environment(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Overlays named in ``COMMUNIQUE_KNOWLEDGE``: files or folders, separated as in ``PATH``.

    Args:
        environment: e.g. ``os.environ``; only the program's faces read it.
    """
    value = environment.get(ENVIRONMENT_VARIABLE, "")
    return tuple(Path(part) for part in value.split(os.pathsep) if part)


@lru_cache(maxsize=1)
def _builtin() -> Knowledge:
    return build(builtin_sections(), file="built-in knowledge")
