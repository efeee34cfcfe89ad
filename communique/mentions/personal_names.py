"""Where personal names begin and end."""

from __future__ import annotations

import re

from communique.language.tags import PARTICLED
from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.posts import post_words

_STYLES = frozenset("excellency excellencies majesty majesties highness highnesses holiness eminence grace".split())
_PARTICLES = frozenset(
    "bin bint ibn al el van von der den de da di du dos das del della la le af av ter ten abu abd ben "
    "y e zu zur".split()
)
#: A particle and the name behind it in one word: "al-Saud", "el-Sisi".
_JOINED_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash|ul|ibn|bin)[-‑][A-Z]\w+(?:[-‑]\w+)?")
#: Endings of nouns for things, and those that make a surname only where the vocabulary does not have the word.
_THINGS = re.compile(r"[a-z]{3,}[ts]ions?|[a-z]{3,}ness|affairs|policy|programs|research|planning|ally")
_ABSTRACT = re.compile(r"[a-z]{3,}(?:ments?|it(?:y|ies)|ices?|[ae]nces?|ships?|ics)|health")
_NAMED_FOR = frozenset(
    "county city university college school hospital airport avenue building center centre act award awards achievement "
    "administration foundation institute prize medal library museum memorial amendment doctrine".split()
)
_RANKS_AFTER = frozenset(("emeritus", "emerita", "emeriti"))
_OKINAS, _CLOSING_MARKS = ("‘", "ʻ", "`"), ("’", "'", "”", '"')
_NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())


def skip_honorifics(s: MarkedSentence, i: int) -> tuple[int, str]:
    """The token after the honorifics that begin at ``i``, and the first of them."""
    lows, words, count = s.lows, s.words, len(s.words)
    honorific = ""
    while i < count:
        for form in s.forms.honorifics.get(lows[i], ()):
            size = len(form)
            if (tuple(lows[i : i + size]) == form) and words[i][0].isupper():
                honorific = honorific or form[0]
                i += size
                break
        else:
            return i, honorific
        if i < count and words[i] == ".":
            i += 1
    return i, honorific


def name_end(s: MarkedSentence, i: int, *, after_title: bool) -> int:
    """End of the personal name that begins at token ``i``, or ``i`` where none does."""
    words, lows, tags = s.words, s.lows, s.tags
    count, k, size = len(words), i, 0
    while k < count and size < 7:
        word, low = words[k], lows[k]
        if size >= 2 and 2 <= len(word) <= 4 and word.isupper() and not words[i].isupper() and word not in _NUMERALS:
            break  # letters after a name: "TD", "MP"
        if tags[k] == "p" and (word[0].isupper() or PARTICLED.match(word)):
            if not _continues_name(s, k, size, after_title=after_title):
                break
            size += 1
            k += 1
            if (len(word) == 1 or low in ("jr", "sr")) and k < count and words[k] == ".":
                k += 1
            continue
        if size and _JOINED_PARTICLE.fullmatch(word):
            size += 1
            k += 1
            continue
        if size and len(word) == 1 and word.isupper() and words[k + 1 : k + 2] == ["."]:
            if k + 2 < count and words[k + 2][0].isupper() and k not in s.inside:
                size, k = size + 1, k + 2  # "Brian A. Holm", where "a" is an article elsewhere
                continue
        if word in _NUMERALS and size:
            k += 1
            break
        if size and word in _OKINAS and k + 2 < count and words[k + 1][0].isupper() and tags[k + 1] == "p":
            if words[k + 2] not in _CLOSING_MARKS:
                k += 1  # "Siaosi ‘Ofakivahafolau"
                continue
        if (size or after_title) and low in _PARTICLES:
            after = k + 1
            while after < min(count, k + 4) and (lows[after] in _PARTICLES or words[after] in "-–"):
                after += 1  # "bin Zayed", "al-Nahyan"
            if after < count and words[after][0].isupper() and tags[after] == "p":
                k = after
                continue
        break
    if (
        size
        and k + 1 < count
        and words[k] == ","
        and lows[k + 1] in s.forms.styles
        and (lows[k + 1] != "ii" or (words[k + 1] == "II" and words[k + 2 : k + 3] == [","]))
    ):
        k += 2
        if k < count and words[k] == ".":
            k += 1
    elif size > 1 and k + 1 < count and words[k] == "." and lows[k - 1] in ("jr", "sr"):
        k += 1
    elif size and k < count and lows[k] in ("jr", "sr"):
        k += 1
        if k < count and words[k] == ".":
            k += 1
    if size and k < count and words[k][0].isupper() and lows[k] in s.heads and tags[k] == "p" and size < 3:
        return i  # "Support" in "Support Mission"
    return i if not size or _is_thing(s, i, k, after_title=after_title) else k


def _is_thing(s: MarkedSentence, i: int, k: int, *, after_title: bool) -> bool:
    """ "General Provisions", "King County", "Chief Banking Officer": what stands behind the title is nobody's name."""
    last = s.lows[k - 1]
    if k > i + 1 and last in _NAMED_FOR and last not in s.surnames:
        return True  # "Harris County", "DeMille Award": named for somebody
    if (k == i + 1 and last in _RANKS_AFTER) or (after_title and _goes_on(s, i, k)):
        return True  # "President Emeritus"
    if not after_title or last in s.surnames or s.given(s.words[i]) or last in _PARTICLES:
        return False
    if _THINGS.fullmatch(last) or (_ABSTRACT.fullmatch(last) and s.vocabulary.tags.get(last) is not None):
        return True
    return last in post_words().bodies or last in post_words().posts


def _goes_on(s: MarkedSentence, i: int, k: int) -> bool:
    """ "Sgt. Ketchum Rural Health Act", "Director of the U.S. Fish and Wildlife Service": the name of a thing."""
    end = k
    while end < min(len(s.words), k + 7) and (s.words[end][0].isupper() or s.lows[end] in ("and", "of")):
        end += 1
    if k < end and "act" in s.lows[k:end]:
        return True
    bodies = post_words().bodies
    common = k == i + 1 and s.vocabulary.tags.get(s.lows[i]) is not None
    if common and any(low in bodies for low in s.lows[k:end]):
        return True  # "General Nuclear Power Corporation"
    return k == i + 1 and s.lows[k : k + 1] == ["and"] and any(low in bodies for low in s.lows[k + 2 : end])


def _continues_name(s: MarkedSentence, k: int, size: int, *, after_title: bool) -> bool:
    """Whether a capitalised token can be the next word of a personal name.

    Args:
        k: the token.
        size: words of the name before it.
        after_title: the name stands right after an office, which makes a name likelier.
    """
    word, low, words, tags = s.words[k], s.lows[k], s.words, s.tags
    vocabulary = s.vocabulary
    initial = words[k + 2 : k + 3] == ["."] and len(words[k + 1]) == 1  # "Charlotte N. Holm" is not in Charlotte
    followed = initial or tags[k + 1 : k + 2] == ["p"]
    if low in s.surnames and (size or after_title or k not in s.inside):
        spot = s.starts.get(k)
        return k not in s.inside or (spot is not None and spot.j == k + 1)
    if k in s.inside:
        spot = s.starts.get(k)
        if spot is None or spot.j != k + 1:
            return False
        if k and s.lows[k - 1] in _PARTICLES and (size or after_title):
            return True  # "President de la Madrid"
        if size:
            return s.given(words[k - 1]) or tags[k - 1] == "."
        if spot.kind == "adjective" and after_title:
            return s.lows[k + 1 : k + 2] in ([], ["."], [","], [";"], ["and"])  # "President Franco."
        return spot.kind == "place" and not spot.state and (after_title or (followed and s.given(word)))
    if word in vocabulary.not_names and not (s.given(word) and size == 0):
        return word in vocabulary.surnames_too and size == 0 and after_title and not s.heading and not followed
    if low.endswith("ing") and low in vocabulary.verbs and not s.given(word):
        return False  # "Officials Previewing the Summit", in a title
    if low in s.heads and not (size and s.lows[k - 1] in _PARTICLES) and not (not size and followed and s.given(word)):
        thing = s.heads[low][0] == "object"  # "President Park", "Minister Rivers"
        apart = not followed or (s.lows[k + 1] not in s.heads and s.lows[k + 1] not in vocabulary.tags)
        return thing and after_title and size == 0 and apart and s.lows[k + 1 : k + 2] != ["of"]
    if low in s.forms.titles:
        if size == 1 and s.given(words[k - 1]) and not followed and s.lows[k + 1 : k + 2] in ([","], ["and"], ["."]):
            return True  # "Sanford Bishop, and"
        if size < 2:
            return size == 0 and after_title and not followed
        return not followed and s.lows[k + 1 : k + 2] != ["of"]  # "Martin Luther King"
    if s.heading and not s.given(word):
        if low in vocabulary.verbs:
            named = size == 1 and after_title and s.given(words[k - 1]) and not low.endswith(("s", "ed"))
            return named and not (words[k + 1 : k + 2] and words[k + 1][0].isupper())  # "Chair Ana Rouse on Prices"
        return size > 0 or after_title or low not in vocabulary.tags
    return True


def is_name_start(s: MarkedSentence, i: int) -> bool:
    """Whether a token is a given name or the surname of somebody known."""
    return s.given(s.words[i]) or s.lows[i] in s.surnames


def speaks(s: MarkedSentence, j: int) -> bool:
    """Whether a verb of saying or meeting follows at once, as after persons it does."""
    entry = s.vocabulary.verbs.get(s.lows[j]) if j < len(s.lows) else None
    return not s.heading and entry is not None and entry[0] in s.vocabulary.clausal


def join_words(tokens: list[str]) -> str:
    """The tokens as a name is written, without space before what closes up."""
    out = ""
    for token in tokens:
        out += token if not out or token in ".,-" or out[-1] in _OKINAS else " " + token
    return out


def style_before(s: MarkedSentence, i: int) -> int:
    """Where "His Excellency the President", "Her Majesty the Queen" begins: the style is no name."""
    start = i - (s.lows[max(0, i - 1)] == "the")
    if start >= 2 and s.lows[start - 1] in _STYLES and s.lows[start - 2] in ("his", "her", "their"):
        return start - 2
    return i


def ends_portfolio(s: MarkedSentence, i: int) -> bool:
    """Whether a word before a given name is the end of an office: "Advisor for New Technologies Ana Brandt"."""
    thing = _THINGS.fullmatch(s.lows[i]) or _ABSTRACT.fullmatch(s.lows[i]) or s.lows[i].endswith("ies")
    return bool(thing) and not s.given(s.words[i]) and s.lows[i] not in s.surnames and s.given(s.words[i + 1])
