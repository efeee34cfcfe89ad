"""What kind of document it is, by its title, by what stands above it and by whether people take turns in it."""

from __future__ import annotations

import re
from functools import cache

from communique.readers.cues import cues


def genre_of(title: str | None, *, label: str | None, opening: str, has_turns: bool, has_dateline: bool) -> str:
    """The genre of the record format that the first matching rule of ``layout.yaml`` gives.

    Args:
        title: the document's title.
        label: what stands above the title: "PRESS RELEASE", "For immediate release".
        opening: the first words of the body.
        has_turns: whether speakers take turns.
        has_dateline: whether the first paragraph begins with a dateline, as an agency's report does.

    Returns:
        A genre; where no rule knows it, ``news`` for a text with a title or dateline and ``other`` for one without.
    """
    seen = {"title": (title or "").lower(), "label": (label or "").lower(), "opening": opening[:600].lower()}
    for genre, turns, patterns in _rules():
        if turns is not None and turns != has_turns:
            continue
        if not patterns or any(pattern.search(seen[where]) for where, pattern in patterns):
            return genre
    return "news" if title or has_dateline else "other"


@cache
def _rules() -> tuple[tuple[str, bool | None, tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    return tuple(
        (
            rule["genre"],
            rule["turns"] == "true" if "turns" in rule else None,
            tuple((where, re.compile(rule[where])) for where in ("title", "label", "opening") if where in rule),
        )
        for rule in cues("genres")
    )
