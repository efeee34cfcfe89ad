"""Words and sentences with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.language.words import Words

_LETTER = r"[^\W\d_]"
#: Markdown's marks are no words: where a link goes, the bracket that opens it, asterisks of bold and italics.
_MARKUP = (
    r"\]\((?:https?://|mailto:|/|#)[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,400})?\)"
    r"|\[(?=[^\[\]]{1,200}\]\()|\*+"
)
_TOKEN = re.compile(
    rf"(?P<markup>{_MARKUP})"
    r"|(?:[A-Z]\.){2,}"
    rf"|{_LETTER}+(?:['’](?!(?:[sS]|ll|ve|re|d|m|t)\b){_LETTER}+|[-‐‑][^\W_]+)*"
    r"|\d{4}[-–]\d{2,4}(?!\d)|\d(?:[\d.,:]*\d)?(?:st|nd|rd|th|ST|ND|RD|TH)?(?:-[^\W\d_]+)*"
    r"|['’](?:[sS]|ll|ve|re|d|m|t)\b"
    r"|[^\w\s]|_"
)
#: A title inside quoted YAML holds escapes for single characters and for line breaks; they belong to words or to space.
_ESCAPED_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    rf"|\\u2019s\b|(?:{_LETTER}|\\u(?!20)[0-9A-Fa-f]{{4}})+(?:-{_LETTER}+)*"
    r"|\d(?:[\d.,:]*\d)?(?:st|nd|rd|th)?"
    r"|['’]s\b|\\u[0-9A-Fa-f]{4}|[^\w\s\\]"
)
_MARKS = re.compile(_MARKUP)
_UNICODE_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_CLOSING = frozenset("”’\"')]»*")
_ENDS = frozenset(".!?")
#: A sentence this long ends at its next comma, or anyway: no writer's sentence is, and clauses are looked for in each.
_LONG, _LONGEST = 220, 400


@dataclass(slots=True)
class Sentence:
    """One sentence as parallel lists, which pure Python walks much faster than objects.

    Attributes:
        words: the tokens as they stand; ``lows`` the same in lower case.
        starts, ends: offsets of each token in the document's text.
    """

    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]


def tokenize(text: str, start: int, end: int, *, escaped: bool = False) -> Sentence:
    """The tokens of ``text[start:end]``, not yet split into sentences.

    Args:
        text: a document's text.
        start, end: offsets of a part.
        escaped: the stretch is quoted YAML, whose backslash escapes stand for characters.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in (_ESCAPED_TOKEN if escaped else _TOKEN).finditer(text, start, end):
        if match.lastgroup:
            continue
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    if escaped:
        words = [_unescaped(word) for word in words]
    return Sentence(words, [w.lower() for w in words], starts, ends)


def split_sentences(tokens: Sentence, words: Words) -> Iterator[Sentence]:
    """The sentences of a part's tokens, in order, every token in exactly one.

    Args:
        tokens: of one part.
        words: the language's word lists: abbreviations, and words that open sentences.
    """
    all_words = tokens.words
    count = len(all_words)
    first = 0
    abbreviations, openers = words.abbreviations, words.sentence_openers
    for i, word in enumerate(all_words):
        last = word[-1]
        if i - first >= _LONG and (last in ",;:" or i - first >= _LONGEST):
            yield _slice(tokens, first, i + 1)
            first = i + 1
            continue
        if last not in _ENDS:
            continue
        if len(word) > 1:  # "U.S." closes a sentence only where the next word opens one
            if i + 1 < count and all_words[i + 1] in openers and all_words[i + 1] not in ("President", "Prime"):
                yield _slice(tokens, first, i + 1)
                first = i + 1
            continue
        after = i + 1
        while after < count and all_words[after] in _CLOSING and tokens.starts[after] == tokens.ends[after - 1]:
            after += 1
        if after >= count:
            break
        if last == "." and i > first:
            before = tokens.lows[i - 1]
            if tokens.ends[i - 1] == tokens.starts[i] and (
                before in abbreviations or (len(before) == 1 and all_words[i - 1].isupper() and before != "i")
            ):
                continue
        if tokens.starts[after] == tokens.ends[after - 1]:
            continue  # "mfa.gov", "3.p": no space, no new sentence
        opener = all_words[after][0]
        if opener.islower() and last == ".":
            continue
        if after > first:
            yield _slice(tokens, first, after)
            first = after
    if first < count:
        yield _slice(tokens, first, count)


def _slice(tokens: Sentence, i: int, j: int) -> Sentence:
    return Sentence(tokens.words[i:j], tokens.lows[i:j], tokens.starts[i:j], tokens.ends[i:j])


def plain(quoted: str) -> str:
    """A stretch of text as a name: white space folded, Markdown's marks and a quoted YAML title's escapes undone."""
    if "](" in quoted or "*" in quoted:
        quoted = _MARKS.sub("", quoted)
    if "\\" in quoted:
        quoted = _unescaped(quoted).replace("\\_", " ").replace("\\", " ")
    return " ".join(quoted.split())


def _unescaped(quoted: str) -> str:
    return _UNICODE_ESCAPE.sub(lambda m: chr(int(m[1], 16)), quoted)
