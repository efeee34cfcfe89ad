"""A sentence with its gazetteer names marked, in which offices and persons are looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.knowledge.offices import Title
from communique.language.words import Words
from communique.mentions.office_forms import OfficeForms
from communique.mentions.spots import Spot
from communique.mentions.things import thing_words

#: Ends of titles that are not held yet.
ELECT = ("-elect", "-designate")

#: Beginnings of titles that are held no longer.
PAST = ("then-", "ex-", "former-")


@dataclass(slots=True)
class MarkedSentence:
    """A sentence's tokens, what they may be, and where its gazetteer names lie.

    Attributes:
        words, lows, tags: the tokens as they stand, in lower case, and their tag letters.
        spots: the gazetteer names.
        surnames: of the persons known in the document, in lower case -> full name.
        heading: whether it is a title, all of whose words may have capitals.
        heads: nouns that end the names of things.
        plain: ``lows`` without "-elect" and "ex-".
        starts, ends: names by the token at which they begin, and the one after their last.
        inside, crossed: tokens that names cover, and those among them that are not a name's first.
    """

    words: list[str]
    lows: list[str]
    tags: list[str]
    spots: list[Spot]
    forms: OfficeForms
    vocabulary: Words
    surnames: Mapping[str, str]
    heading: bool = False
    heads: Mapping[str, tuple[str, str]] = field(init=False)
    plain: list[str] = field(init=False)
    starts: dict[int, Spot] = field(init=False, default_factory=dict)
    ends: dict[int, Spot] = field(init=False, default_factory=dict)
    inside: set[int] = field(init=False, default_factory=set)
    crossed: set[int] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.heads = thing_words().heads
        self.plain = [
            low[: low.rfind("-")] if low.endswith(ELECT) else low[low.find("-") + 1 :] if low.startswith(PAST) else low
            for low in self.lows
        ]
        for spot in self.spots:
            self.starts[spot.i] = spot
            self.ends[spot.j] = spot
            self.inside.update(range(spot.i, spot.j))
            self.crossed.update(range(spot.i + 1, spot.j))

    def title(self, i: int) -> tuple[int, Title] | None:
        """The title that begins at a token: where it ends, and which it is; None behind the last token too."""
        lows = self.plain
        by_second = self.forms.titles.get(lows[i]) if i < len(lows) else None
        if by_second is None:
            return None
        longer = by_second.get(lows[i + 1], ()) if i + 1 < len(lows) else ()
        for form, title in (*longer, *by_second.get("", ())):
            size = len(form)
            if (size <= 2 or tuple(lows[i : i + size]) == form) and i + size not in self.crossed:
                return i + size, title  # but not "President of the Republic" in "… of the Republic of Angola"
        return None

    def given(self, word: str) -> bool:
        """Whether a word is a common given name, in capitals too."""
        return word in self.forms.given_names or (word.isupper() and word.capitalize() in self.forms.given_names)
