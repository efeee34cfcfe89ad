"""Names as they are compared: by words, whatever the case and the accents."""

from __future__ import annotations

import unicodedata

#: Letters that Unicode does not decompose, as they are commonly written without their diacritic.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def fold(name: str) -> str:
    """The words of ``name``, caseless and without accents, with one blank before, between and after them.

    ``" word "`` is in the result just when the name has the word. Decomposition is NFKD and case folding the full one,
    both of the Unicode Standard (annex 15; chapter 3.13).

    Args:
        name: any text.

    Returns:
        ``" sergey lavrov "`` for "Sergey Lavrov"; a single blank where there are no words.
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = unicodedata.normalize("NFC", name.casefold().translate(_PLAIN))
    else:
        name = name.lower()
    words = "".join(c if c.isalnum() else " " for c in name).split()
    return f" {' '.join(words)} " if words else " "
