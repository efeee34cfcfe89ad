"""Whose voice a document is: the state or organization that publishes it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from communique.language.tokens import tokenize
from communique.mentions.scenes import Text
from communique.mentions.spots import Spot, find_names, gazetteer

Owner = tuple[str, str | None]

_GOVERNMENT_LABELS = frozenset(
    "gov gob gouv gouvernement go govt government gub gv gc mil admin mfa mofa mid minrex mzv diplo mae rree mre "
    "bundesregierung kremlin president presidencia presidency parliament".split()
)
_COUNTRY_DOMAINS = {"uk": "GB"}
_MASTHEAD_LENGTH = 1_500
_LINE_LENGTH = 110
_MASTHEAD = re.compile(
    r"[\W_]*(?:the )?(?:[a-z.]+ ){0,3}?(?:embassy|(?:permanent |diplomatic )(?:mission|delegation|representation)|"
    r"consulate(?:[ -]general)?|high commission|ministry|government|foreign office|"
    r"department of (?:state|foreign affairs)|office of the (?:president|prime minister))\b(?![^\n]*[.?!]\W*\Z)",
    re.I,
)


def home_of(text: Text) -> Owner | None:
    """The state or organization that publishes: by the publisher's name, a government's address, or the masthead.

    Args:
        text: a text.
    """
    document = text.document
    if document.publisher:
        for spot in names_in(document.publisher, text):
            if spot.state:
                return spot.state, spot.state_id
            if spot.kind == "organization":
                return spot.name, spot.id
    return _by_address(text, document.url) or _by_masthead(text)


def names_in(words: str, text: Text) -> list[Spot]:
    """The gazetteer names in a few words that are no part of the text.

    Args:
        words: such as a publisher's name.
        text: whose knowledge it is.
    """
    tokens = tokenize(words, 0, len(words))
    return find_names(tokens.words, tokens.lows, gazetteer(text.knowledge))


def _by_address(text: Text, url: str | None) -> Owner | None:
    """The state on whose government's host a document stands: ".gov", ".gov.au", "mzv.cz"."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    labels = host.split(".")
    if labels[-1] in ("gov", "mil"):
        key = "US"
    elif len(labels) > 1 and len(labels[-1]) == 2 and _GOVERNMENT_LABELS & set(labels[:-1]):
        key = _COUNTRY_DOMAINS.get(labels[-1], labels[-1].upper())
    else:
        return None
    state = text.knowledge.states.get(key)
    return (state.name, state.id) if state is not None else None


def _by_masthead(text: Text) -> Owner | None:
    """ "Permanent Mission of the Federal Republic of Germany to the OSCE" alone on one of the first lines."""
    for line in text.document.text[:_MASTHEAD_LENGTH].splitlines():
        if len(line) > _LINE_LENGTH or not _MASTHEAD.match(line):
            continue
        spot = next((s for s in names_in(line, text) if s.kind in ("state", "adjective", "demonym") and s.name), None)
        if spot is not None:
            return spot.name, spot.id
    return None
