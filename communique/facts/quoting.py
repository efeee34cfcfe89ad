"""Whose words a quotation is: the statement that reports it in the sentence where it opens or closes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from communique.facts.drafts import Draft
from communique.mentions.scenes import Scene

Quote = tuple[int, int]


def scenes_of(quote: Quote, scenes: Sequence[Scene], starts: Sequence[int]) -> Sequence[Scene]:
    """The sentences of a part that a quotation touches.

    Args:
        quote: its offsets.
        scenes: the part's sentences in order.
        starts: where each begins.
    """
    first = max(0, bisect_right(starts, quote[0]) - 1)
    last = bisect_left(starts, quote[1])
    return [s for s in scenes[first:last] if s.start < quote[1] and s.end > quote[0]]


def cue_of(quote: Quote, touched: Sequence[Scene], cues: dict[int, list[Draft]]) -> Draft | None:
    """The statement that reports a quotation: nearest to it in the sentence where it opens or closes.

    Args:
        quote: its offsets.
        touched: the sentences it stands in.
        cues: statements by the offset at which their sentence begins.
    """
    best, distance = None, 10**9
    for scene in {s.start: s for s in (*touched[:1], *touched[-1:])}.values():
        for cue in cues.get(scene.start, ()):
            start, end = cue.evidence[0]
            away = 0 if start <= quote[0] <= end else min(abs(start - quote[1]), abs(quote[0] - end))
            if away < distance:
                best, distance = cue, away
    return best


def attach(cue: Draft, quote: Quote, quotes: Sequence[Quote]) -> None:
    """Make a quotation the content of the statement that reports it: direct, or mixed with words of the author's.

    Args:
        cue: the statement, changed in place.
        quote: the quoted words.
        quotes: all of the part; words of another one ("…," she said, "…") are not the author's.
    """
    cue.content = [c for c in cue.content if c in quotes or not any(_is(c, other) for other in quotes)]
    outside = [c for c in cue.content if c not in quotes]
    around = any(c[0] < quote[0] - 3 and quote[1] <= c[1] + 3 for c in outside)
    mixed = around or (bool(outside) and cue.value["form"] != "direct")
    cue.value["form"] = "mixed" if mixed else "direct"
    if any(c[0] <= quote[0] and quote[1] <= c[1] + 3 for c in cue.content):
        return
    quoted = [c for c in cue.content if c in quotes]
    cue.content = sorted([*(outside if mixed else outside[1:]), *quoted, quote])


def _is(content: Quote, quote: Quote) -> bool:
    """Whether a content is a quotation, with or without its marks."""
    return quote[0] - 2 <= content[0] and content[1] <= quote[1] + 2
