"""The language of a text: by script and commonest words where they settle it, else by a trained model."""

from __future__ import annotations

import re
from collections import Counter

from communique.readers.cues import cues

#: How much of a text is looked at (characters).
SAMPLE = 2000
#: Shares of a sample's words that are a language's commonest words: enough to take it, and enough lead over the next.
#: Running English has .35 to .50, French, Spanish and German .30 to .45; titles and lists of names fall below.
ENOUGH = 0.14
LEAD = 1.5
#: Fewer words than this are too few for the model.
FEW = 12
#: In a text of fewer words than SHORT, a share of WEAK with the same lead settles it: the model guesses worse there.
SHORT, WEAK = 40, 0.06

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = tuple((code, ord(first), ord(last)) for code, (first, last) in cues("scripts").items())
_STOP_WORDS: dict[str, frozenset[str]] = {code: frozenset(words) for code, words in cues("stop_words").items()}
_LETTERS: dict[str, frozenset[str]] = {code: frozenset(letters) for code, letters in cues("letters").items()}


def language_of(text: str) -> str:
    """The language a text is written in.

    Args:
        text: running text; its first 2,000 characters count.

    Returns:
        BCP 47; ``und`` for a text without letters.
    """
    sample = text[:SAMPLE]
    if not sample.isascii() and (by_script := _by_script(sample)):
        return by_script
    found = _WORD.findall(sample.lower())
    if not found:
        return "und"
    counted = Counter(found)
    shares = sorted(
        ((sum(counted[word] for word in words) / len(found), code) for code, words in _STOP_WORDS.items()), reverse=True
    )
    (best, code), (second, _) = shares[0], shares[1]
    enough = ENOUGH if len(found) >= SHORT else WEAK
    if best >= enough and best >= LEAD * second:
        return code
    if len(found) < SHORT and (best, "en") in shares and best > 0:
        return "en"
    # On a handful of plain letters the model guesses at random; this program reads English unless told otherwise.
    return "en" if len(found) < FEW and sample.isascii() else _by_model(sample)


def _by_script(sample: str) -> str | None:
    """The language of a script that few languages use; None for Latin script."""
    if len(sample.encode("latin-1", "ignore")) > 0.6 * len(sample):
        return None
    scripts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        if char.isalpha():
            point = ord(char)
            scripts[next((code for code, first, last in _SCRIPTS if first <= point <= last), "latn")] += times
    if not scripts:
        return None
    code, _ = scripts.most_common(1)[0]
    if code == "latn":
        return None
    if code == "zh" and scripts["ja"] * 8 > scripts["zh"]:
        return "ja"
    if code == "cyrl":
        return _by_letters(sample)
    # Arabic script writes Persian and Urdu as well.
    return _by_model(sample) if code == "ar" else code


def _by_letters(sample: str) -> str:
    counted = Counter(sample)
    total = sum(times for char, times in counted.items() if char.isalpha())
    for code, letters in _LETTERS.items():
        if sum(counted[letter] for letter in letters) * 200 > total:
            return _by_model(sample) if code == "kk" else code
    return _by_model(sample)


def _by_model(sample: str) -> str:
    # Loading the model takes a third of a second and 60 MB, which English texts need not pay.
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
