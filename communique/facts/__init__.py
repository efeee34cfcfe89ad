"""A text's facts: frames over its mentions, one module a fact type."""

from __future__ import annotations

from communique.facts.engine import Reader
from communique.facts.finish import EXTRACTOR, attribute, date_events, merge, place_events, tenure_drafts, to_fact
from communique.facts.frames import english_frames
from communique.mentions.scenes import Text
from communique.model import Fact

__all__ = ["EXTRACTOR", "find_facts"]


def find_facts(text: Text) -> tuple[Fact, ...]:
    """The facts of a text, in the order of their evidence.

    Args:
        text: with mentions, register and speakers.
    """
    frames = english_frames()
    drafts = Reader(text, frames).read()
    drafts = merge([*tenure_drafts(text), *drafts])
    place_events(drafts, text)
    date_events(drafts, text)
    attribute(drafts, text)
    drafts.sort(key=lambda d: (d.at, d.type))
    return tuple(to_fact(draft, text, frames) for draft in drafts)
