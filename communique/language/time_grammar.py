"""The words of time: a sentence as a string with one character for each word, by the word's class.

"on" is ``on``, "7th" a ``number``, "May" a ``month``, and every word that has nothing to do with time a full stop. The
grammar's rules are regular expressions over that string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

#: Classes that the code itself gives, beside those of the word list.
_BUILT_IN = (
    "number int year iso numeric decade month month_abbreviation weekday weekday_abbreviation weekdays season cardinal "
    "ordinal unit units day part quarter_sign comma dash slash dot ampersand apostrophe period quantity "
    "clock dotted fiscal_year feast loose_feast zone open close any"
)
_MARKS = {
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‑": "dash",
    "−": "dash",
    "/": "slash",
    ".": "dot",
    "&": "ampersand",
    "'": "apostrophe",
    "’": "apostrophe",
    "(": "open",
    ")": "close",
}
OTHER = "."
#: Classes of the word list one of whose words is enough to look for times.
_TRIGGERING_CLASSES = frozenset(
    "daypart now vague recurring quarter times date instant ultimo proximo hence overnight anniversary".split()
)

#: What ``Lexicon.triggers`` are looked up among.
TRIGGERING = re.compile(r"[QH][1-4]|[A-Za-z]+|[0-9]{4}")
_TOKEN = (
    r"https?://\S+|www\.\S+"
    r"|(?P<quarter_sign>(?<!\w)[QH][1-4]\b)"
    r"|(?P<fiscal_year>(?<!\w)FY\s?['’]?(?:[12][0-9]{3}|[0-9]{2})(?!\w))"
    r"|(?P<feast>(?<!\w)(?:FEASTS)(?!\w))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<iso>(?<!\w)[12][0-9]{3}-(?:0[1-9]|1[0-2])-[0-3][0-9](?:T[0-9:.+Z-]*)?(?![\w-]))"
    r"|(?P<numeric>(?<!\w)[0-9]{1,2}(?P<point>[./])[0-9]{1,2}(?P=point)[12][0-9]{3}(?!\w))"
    r"|(?P<decade>(?<!\w)[12][0-9]{2}0['’]?s\b)"
    r"|(?P<clock>(?<![\w.:,])(?:[01]?[0-9]|2[0-4])(?:"
    r":[0-5][0-9](?::[0-5][0-9])?(?:\s?(?:[ap]m\b|[AP]M\b|[ap]\.m\b\.?|[AP]\.M\b\.?))?|(?:\.[0-5][0-9])?\s?(?:[ap]m\b|[AP]M\b|[ap]\.m\b\.?|[AP]\.M\b\.?)"
    r"|h(?:[0-5][0-9])?\b|\s?o['’]clock\b)(?![\w:]))"
    r"|(?P<dotted>(?<![\w.:,])(?:[01]?[0-9]|2[0-4])\.[0-5][0-9](?![0-9%]))"
    r"|[0-9]{1,2}[:.][0-9]{2}(?![0-9])|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    r"|(?<!\w)(?P<number>[0-9]++)(?:(?:<sup>|\^)?(?:st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)\b(?:</sup>|\^)?"
    r"|\s(?:st|nd|rd|th)\b)?(?!\w)"
    r"|(?P<mark>[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and marks of a sentence.

    Attributes:
        text: the document's text.
        spans: where each stands in it.
        values: what the class of each makes of it: a number, the number of a month; None for words of no class.
        symbols: one class character for each.
    """

    text: str
    spans: list[tuple[int, int]]
    values: list[Any]
    symbols: str

    def word(self, n: int) -> str:
        """Token ``n`` as it stands; empty beyond either end."""
        if not 0 <= n < len(self.spans):
            return ""
        start, end = self.spans[n]
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's words of time.

    Attributes:
        words: word as it stands -> class character, value.
        triggers: words without one of which the grammar finds nothing in a sentence.
        phrases: fixed phrases, each group a kind.
        phrase_triggers: words without one of which none of them stands there.
        ambiguous: months and seasons that are other words too.
        not_before_year, not_after_year: words, in lower case, after and before which a number is no year.
        not_after, not_before_name: words after and before which a weekday or date is part of a name.
        token: what cuts a sentence into words, numbers and marks.
    """

    classes: Mapping[str, str]
    words: Mapping[str, tuple[str, Any]]
    triggers: frozenset[str]
    phrases: re.Pattern[str]
    phrase_triggers: frozenset[str]
    ambiguous: frozenset[str]
    not_before_year: frozenset[str]
    not_after_year: frozenset[str]
    not_after: frozenset[str]
    not_before_name: frozenset[str]
    token: re.Pattern[str]

    def pattern(self, rule: str) -> str:
        """A rule over class names as a regular expression over class characters."""
        return re.sub(r"[a-z_]+", lambda m: re.escape(self.classes[m[0]]), rule).replace(" ", "")

    def patterns(self, rules: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
        """Each rule by itself, in their order."""
        return {name: re.compile(self.pattern(rule)) for name, rule in rules.items()}

    def cascade(self, rules: Mapping[str, str], beginnings: str) -> re.Pattern[str]:
        """All rules as one expression with a group for each; of those that fit at a place the first wins.

        Args:
            rules: name to pattern over class names.
            beginnings: classes that a match of some rule begins with; without them every place would try every rule,
                many of which begin with something optional.
        """
        first = "".join(self.classes[name] for name in beginnings.split())
        groups = "|".join(f"(?P<{name}>{self.pattern(rule)})" for name, rule in rules.items())
        return re.compile(f"(?=[{first}])(?:{groups})")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The English word list, from ``en/times.yaml``."""
    data = yaml.safe_load(files("communique.language.en").joinpath("times.yaml").read_text("utf-8"))
    names = [*_BUILT_IN.split(), *data["classes"]]
    classes = {name: chr(0x100 + n) for n, name in enumerate(names)} | {"any": OTHER}
    words: dict[str, tuple[str, Any]] = {}

    def enter(forms: Iterable[str], name: str, value: Any) -> None:
        for form in forms:
            words.setdefault(form, (classes[name], value))

    for word, value in data["months"].items():
        enter((word, word.upper()), "month", value)
    for word, value in data["month_abbreviations"].items():
        enter((word, word.upper()), "month_abbreviation", value)
    for word, value in data["weekdays"].items():
        enter((word, word.upper()), "weekday", value)
        enter((word + "s",), "weekdays", value)
    for word in data["kinds_of_weekdays"]:
        enter(_cases(word), "weekdays", None)
    for word, value in data["weekday_abbreviations"].items():
        enter((word, word.upper()), "weekday_abbreviation", value)
    for table, name in (
        ("seasons", "season"),
        ("numbers", "cardinal"),
        ("ordinals", "ordinal"),
        ("units", "unit"),
        ("plural_units", "units"),
        ("days", "day"),
        ("parts", "part"),
    ):
        for word, value in data[table].items():
            enter(_cases(word), name, value)
    enter(data["zones"], "zone", None)
    feasts = {**data["feasts"], **data["loose_feasts"]}
    for name, day in feasts.items():
        kind = "feast" if name in data["feasts"] else "loose_feast"
        enter((name, name.upper()), kind, day)
    triggering = set(words) - {form for t in ("numbers", "ordinals", "parts") for w in data[t] for form in _cases(w)}
    for name, members in data["classes"].items():
        for word in members:
            enter(_cases(word), name, word)
            if name in _TRIGGERING_CLASSES:
                triggering.update(_cases(word))
    phrases, phrase_words = [], set()
    for kind, members in data["phrases"].items():
        phrases.append(f"(?P<{kind}>{_either(members)})")
        phrase_words |= {form for phrase in members for form in _cases(phrase.removesuffix(" of").rpartition(" ")[2])}
    triggering |= {word for feast in feasts for word in _cases(feast.rpartition(" ")[2])}
    triggering |= {"FY", "st", "nd", "rd", "th", "ST", "ND", "RD", "TH"}
    triggering |= {sign + str(n) for sign in "QH" for n in range(1, 5)} | {str(year) for year in range(1000, 2200)}
    return Lexicon(
        classes,
        words,
        frozenset(triggering),
        re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE),
        frozenset(phrase_words),
        frozenset(data["ambiguous_months"]) | {f for w in data["ambiguous_seasons"] for f in _cases(w)},
        frozenset(data["not_before_year"]),
        frozenset(data["not_after_year"]),
        frozenset(data["not_after"]),
        frozenset(data["not_before_name"]),
        re.compile(_TOKEN.replace("FEASTS", _either(form for name in feasts for form in (name, name.upper())))),
    )


def _either(phrases: Iterable[str]) -> str:
    """The phrases as alternatives, the longest first, whatever white space stands in them."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


def tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``."""
    words, classes = lexicon().words, lexicon().classes
    unknown = (OTHER, None)
    spans: list[tuple[int, int]] = []
    values: list[Any] = []
    symbols: list[str] = []
    for match in lexicon().token.finditer(text, start, end):
        group = match.lastgroup
        value: Any = None
        if group == "word":
            symbol, value = words.get(match[0], unknown)
        elif group == "mark":
            name = _MARKS.get(match[0])
            symbol = classes[name] if name else OTHER
        elif group == "feast":
            symbol, value = words.get(" ".join(match[0].split()), unknown)
        elif group == "fiscal_year":
            digits = match[0].lstrip("FY '’\t\n\xa0")
            symbol, value = classes[group], int(digits) + (2000 if len(digits) == 2 else 0)
        elif group == "number":
            symbol, value = _number(match["number"], classes)
        elif group is None:
            symbol = OTHER
        else:
            symbol, value = classes["numeric" if group == "point" else group], match[0]
        spans.append(match.span())
        values.append(value)
        symbols.append(symbol)
    return Tokens(text, spans, values, "".join(symbols))


def _number(digits: str, classes: Mapping[str, str]) -> tuple[str, Any]:
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return classes["number"], int(digits)
    if len(digits) == 4 and "1000" <= digits < "2200":
        return classes["year"], int(digits)
    return classes["int"], int(digits) if len(digits) < 5 else None


def _cases(word: str) -> tuple[str, str, str]:
    return word, word.capitalize(), word.upper()


class Stretch:
    """Tokens ``[first, last)`` of a sentence, to be asked for by class."""

    __slots__ = ("first", "last", "symbols", "tokens", "values")

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens, self.values, self.symbols, self.first, self.last = (
            tokens,
            tokens.values,
            tokens.symbols,
            first,
            last,
        )

    def value(self, *names: str) -> Any:
        """The value of the first token that is of one of the classes, None if there is none."""
        classes = lexicon().classes
        wanted = [classes[name] for name in names]
        for n in range(self.first, self.last):
            if self.symbols[n] in wanted:
                return self.values[n]
        return None

    def find(self, *names: str) -> int | None:
        """The first token that is of one of the classes, None if there is none."""
        return next((n for n in range(self.first, self.last) if self.at(n, *names)), None)

    def at(self, n: int, *names: str) -> bool:
        """Whether token ``n`` of the sentence is there and of one of the classes."""
        if not 0 <= n < len(self.symbols):
            return False
        classes = lexicon().classes
        return self.symbols[n] in [classes[name] for name in names]

    def word(self, n: int) -> str:
        """Token ``n`` of the sentence as it stands; empty beyond either end."""
        return self.tokens.word(n)

    def glued(self, n: int) -> bool:
        """Whether token ``n`` follows the one before it without a space."""
        spans = self.tokens.spans
        return 0 < n < len(spans) and spans[n - 1][1] == spans[n][0]
