"""Blocks of an extracted text, joined by blank lines into the text and its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.model import Filler, Part

#: Between blocks.
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table row.

    Attributes:
        role: a part's role, or ``label`` for the words that name who speaks next, which become no part.
        speaker: of a turn, question or answer.
    """

    text: str
    role: str = "body"
    speaker: str | None = None


def join_blocks(blocks: Iterable[Block]) -> tuple[str, tuple[Part, ...]]:
    """The text in which the blocks stand one after the other, and the parts they are of it.

    Args:
        blocks: in order; empty ones are left out. A turn's speaker points at the last label before it.

    Returns:
        The text and its parts, offsets in code points.
    """
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    label: Block | None = None
    label_at = 0
    for block in blocks:
        if not block.text or block.text.isspace():
            continue
        if pieces:
            pieces.append(GAP)
            at += len(GAP)
        end = at + len(block.text)
        pieces.append(block.text)
        if block.role == "label":
            label, label_at = block, at
        else:
            speaker = None
            if block.speaker:
                speaker = Filler(block.speaker)
                if label and label.speaker in (None, block.speaker):
                    label = Block(label.text, label.role, block.speaker)
                    speaker = Filler(block.speaker, None, label_at, label_at + len(label.text), label.text)
            parts.append(Part(at, end, block.role, speaker))
        at = end
    return "".join(pieces), tuple(parts)
