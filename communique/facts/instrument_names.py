"""Which phrases are instruments, of which kind, and what each is called."""

from __future__ import annotations

from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.language.tokens import plain
from communique.mentions.spots import Spot
from communique.mentions.things import thing_words
from communique.model import Filler

_HANDED = frozenset("propose suggest present submit send offer give hand bring put circulate transmit".split())
_NAMING = frozenset("on of for between against with concerning regarding".split())
_VAGUE = frozenset(
    "plan plans deal text act law program programs arrangement agreement bill exchange exchanges note notes rule order "
    "orders annex package initiative initiatives".split()
)
_ABOUT = frozenset(("on", "for", "of", "concerning", "regarding"))
_UNTITLED = frozenset(("draft", "new", "revised", "final", "such", "first", "second"))
#: "Resolution" is a document or the end of a quarrel.
_SETTLED = frozenset(
    "conflict conflicts dispute disputes crisis peaceful political quick swift early alternative".split()
)
_ORDERS = frozenset("executive presidential court administrative ministerial this that the an".split())
_GUIDES = frozenset(("guidance", "guide", "guidelines"))
#: What is to be helped or ensured by an instrument is its purpose, and no part of its name.
_PURPOSES = frozenset("help ensure enable allow make support provide be continue begin take".split())
_OCCASIONS = frozenset(("margins", "occasion", "sidelines", "eve"))
_TITLED = frozenset(("entitled", "titled", "called", "named", "dubbed"))
_OPENING_QUOTES = frozenset(("“", '"', "‘", "«", "„"))
_CLOSING_QUOTES = frozenset(("”", '"', "’", "»", "“"))
_LONGEST_TITLE = 40
_OWN = frozenset(("this", "following", "present", "joint"))


def kind_of(site: Site, phrase: Phrase) -> str | None:
    """The instrument kind of a phrase by its mention or its head noun, or None where it is no instrument."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.i >= phrase.i:
        named = thing_words().heads.get(site.lows[spot.j - 1], ("", ""))
        if spot.kind == "organization" and named[0] == "instrument":
            return named[1]  # "the Antarctic Treaty", whose parties the gazetteer knows as an organization
        return spot.sense or "other" if spot.kind == "instrument" else None
    head = site.head(phrase)
    before = site.lows[phrase.j - 2] if phrase.j - phrase.i > 1 else ""
    if head == "resolution" and before in _SETTLED:
        return None
    if head == "order" and before not in _ORDERS:
        return None  # "the international order"
    if head == "rule" and site.lows[phrase.j : phrase.j + 2] == ["of", "law"]:
        return None
    lists = site.frames.data["acts"]["instrument"]
    for kind, heads in lists["lower_heads"].items():
        if head in words_of(heads):
            return str(kind)
    compound = f"{before}-{head}"
    following = "-".join(site.lows[phrase.j - 1 : phrase.j + 2])
    for kind, heads in lists["compound_heads"].items():
        if compound in words_of(heads) or following in words_of(heads):
            return str(kind)
    things = thing_words().heads.get(head)
    return things[1] if things is not None and things[0] == "instrument" and head not in _VAGUE else None


def is_named(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase has a name of its own: "the Fisheries Act", but not "the Act"."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is None or spot.i < phrase.i:
        return False
    return spot.j - spot.i > 1 and (spot.kind == "instrument" or kind_of(site, phrase) is not None)


def is_described(site: Site, phrase: Phrase) -> bool:
    """Whether a lower-case instrument is told apart from others: "a draft agreement on digital archives"."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    letters = site.scene.letters
    at = phrase.at + 1
    about_doing = kinds[at : at + 2] == "iV" and site.lows[bounds[at][0]] in ("on", "for")  # "documents on promoting …"
    modifiers = sum(letter in "jn#" for letter in letters[phrase.i : phrase.j - 1])
    return (
        about_doing
        or modifiers > 1  # "a double taxation agreement"
        or _to_do(site, phrase)
        or _title_after(site, phrase) is not None
        or bool(site.noun_pp(phrase, "on", "for", "between", "with", "against", "of"))
        or (site.head(phrase) in _GUIDES and bool(site.noun_pp(phrase, "to")))
        or bool(site.spots_in(phrase.i, phrase.j))
    )


def name_of(site: Site, phrase: Phrase) -> tuple[Filler, int, int]:
    """The instrument's name with "on …", "for …" where it is a description; "this programme" is the one told before."""
    spot: Spot | None = site.scene.spot_to.get(phrase.j)
    i, j = phrase.i, phrase.j
    titled = _title_after(site, phrase)
    if titled is not None and (spot is None or spot.j - spot.i == 1):
        return site.words(*titled), i, titled[1]
    if spot is not None and spot.kind == "instrument":
        if spot.j - spot.i == 1 and site.scene.letters[i] == "d":
            told = told_before(site, phrase)
            if told is not None:
                return told, spot.i, spot.j
        name = site.fillers([phrase])[0]
        if (
            site.lows[spot.j : spot.j + 1]
            and site.lows[spot.j] in _ABOUT
            and not (spot.sense == "law" and site.lows[spot.j] in ("for", "of"))
        ):
            j = described_to(site, phrase)
            if j > spot.j and name.start is not None:
                end = site.span(j - 1, j)[1]
                quoted = site.text.document.text[name.start : end]
                return Filler(plain(quoted), None, name.start, end, quoted), spot.i, j
        return name, spot.i, spot.j
    told = told_before(site, phrase)
    if told is not None:
        return told, i, j
    owner = site.possessor(phrase)
    if owner is not None and owner.j + 1 < j and site.scene.letters[owner.j] == "z":
        i = owner.j + 1  # "Colombia’s 2016 peace accord"
    elif site.scene.letters[i] == "d":
        i += 1
    j = described_to(site, phrase)
    letters = site.scene.letters
    while i < j - 1 and site.lows[i] in _UNTITLED:
        if site.lows[i + 1] == "of":
            break
        i += 1
    while j > i + 1 and letters[j - 1] in ",;.":
        j -= 1
    return site.words(i, j), i, j


def told_before(site: Site, phrase: Phrase) -> Filler | None:
    """ "the agreement", "this programme", "it": an instrument told of before, with its full name."""
    own = own_title(site, phrase)
    told = site.discourse.instruments
    found: Filler | None = None
    if own is not None:
        found = Filler(own)
    elif site.head(phrase) in ("emergency", "emergencies"):
        return _emergency(site, phrase)
    elif not told:
        return None
    elif site.scene.letters[phrase.i] == "r":
        found = told[-1]
    elif phrase.j - phrase.i == 2 and site.lows[phrase.i] in ("the", "this", "that", "it", "these"):
        head = site.head(phrase)
        if head in ("document", "text", "instrument"):
            found = told[-1]
        else:
            found = next((f for f in reversed(told) if head in f.name.lower().split()), None)
    if found is None:
        return None
    start, end = site.span(phrase.i, phrase.j)
    return Filler(found.name, found.entity, start, end, site.text.document.text[start:end])


def _emergency(site: Site, phrase: Phrase) -> Filler | None:
    """ "the national emergency": the one that the title names, "with Respect to South Sudan"."""
    words = plain(site.text.document.title or "").split()
    lows = [word.lower() for word in words]
    at = next((k for k, low in enumerate(lows) if low == "emergency" and lows[k + 1 : k + 2]), None)
    if at is None or lows[at + 1] not in ("with", "concerning", "relating", "regarding"):
        return None
    start, end = site.span(phrase.i, phrase.j)
    subject = at + (4 if lows[at + 1] == "with" else 3 if lows[at + 1] == "relating" else 2)
    name = " ".join(["national emergency", *lows[at + 1 : subject], *words[subject:]])
    return Filler(name, None, start, end, site.text.document.text[start:end])


def own_title(site: Site, phrase: Phrase) -> str | None:
    """The document's own title, where "the following statement" or "a joint statement" in lower case means itself."""
    title = site.text.document.title
    modifiers = site.lows[phrase.i : phrase.j - 1]
    if not title or not modifiers or modifiers[-1] not in _OWN or site.scene.role == "title":
        return None
    if modifiers[-1] == "joint" and described_to(site, phrase) > phrase.j:
        return None
    words = plain(title).split()
    head = site.head(phrase)
    place = next((k for k, word in enumerate(words[:4]) if word.lower() == head), None)
    return short_title(title) if place is not None else None


def short_title(title: str) -> str:
    """A document's title as the shortest full name: without those who issue it and the occasion."""
    words = plain(title).split()
    heads = thing_words().heads
    at = next((k for k, w in enumerate(words) if heads.get(w.lower(), ("", ""))[0] == "instrument"), None)
    if at is None:
        return " ".join(words)
    seen = 0
    for k in range(at + 1, len(words)):
        low = words[k].lower()
        seen += low == "of"
        if low == "on" and {w.lower() for w in words[k + 1 : k + 3]} & _OCCASIONS:
            return " ".join(words[:k])
        if low in ("adopted", "issued", "signed") or (
            low == "of" and (seen > 1 or words[at].lower().startswith("communiqu"))
        ):
            return " ".join(words[:k])
    return " ".join(words)


def described_to(site: Site, phrase: Phrase) -> int:
    """Token at which "memorandum on assistance to citizens in distress" ends: not at a place, a date or a person."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    j, k, first = phrase.j, phrase.at + 1, True
    if kinds[k : k + 4] == ",iN," and site.lows[bounds[k + 1][0]] in ("on", "concerning", "regarding"):
        return bounds[k + 2][1]  # "a second document, on vocational training, …"
    while k + 1 < len(kinds) and kinds[k] == "i" and kinds[k + 1] == "N" and bounds[k + 1][1] - phrase.i <= 26:
        preposition = site.lows[bounds[k][0]]
        group, after = site.clauses.group_right(k + 1)
        where = site.spot_kind(group[0])
        addressed = first and preposition == "to" and site.head(phrase) in _GUIDES
        if preposition not in _NAMING and not addressed and (first or preposition not in ("to", "in")):
            break
        if preposition in ("in", "to") and where in ("place", "person", "body", "office"):
            break
        handed = site.governor(phrase) if preposition == "to" and site.is_agent(group[0]) else None
        if handed is not None and handed.lemma in _HANDED:
            break  # "proposed a charter for the lake to its partners"
        if "m" in site.scene.letters[group[0].i : group[-1].j] or site.head(group[0]) in ("time", "the"):
            break
        first = False
        another = next((n for n, p in enumerate(group) if n and kind_of(site, p) is not None), None)
        if another is not None:
            return group[another - 1].j  # "a treaty on rivers and a protocol on lakes"
        j = group[-1].j
        k = after
    if j == phrase.j and (
        _to_do(site, phrase) or (kinds[k : k + 2] == "iV" and site.lows[bounds[k][0]] in ("on", "for"))
    ):
        j = _doing_to(site, k + (kinds[k] == "i"))
    return j


def _to_do(site: Site, phrase: Phrase) -> bool:
    """Whether "to VERB" after an indefinite instrument says what it is: "a bill to sanction chip makers"."""
    at = phrase.at + 1
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    if kinds[at : at + 1] != "V" or site.scene.letters[bounds[at][0]] != "T":
        return False
    lemma = site.text.words.verbs.get(site.lows[bounds[at][1] - 1], ("", ""))[0]
    if lemma in _PURPOSES or lemma == "":
        return False
    return site.lows[phrase.i] not in ("the", "this", "that", "these", "any") and site.spot_kind(phrase) is None


def _doing_to(site: Site, at: int) -> int:
    """Token at which the verb group at chunk ``at`` ends with its object."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    return bounds[at + 1][1] if kinds[at + 1 : at + 2] == "N" else bounds[at - 1][1]


def _title_after(site: Site, phrase: Phrase) -> tuple[int, int] | None:
    """Tokens of the title in quotation marks that a phrase is given: "the rule entitled “Safe Harbours”"."""
    lows = site.lows
    k = phrase.j
    if lows[k : k + 1] == [","]:
        k += 1
    if lows[k : k + 2] == ["known", "as"]:
        k += 2
    elif lows[k : k + 1] and lows[k] in _TITLED:
        k += 1
    elif k > phrase.j or lows[k : k + 1] == []:
        return None
    if lows[k : k + 1] == ["the"]:
        k += 1
    if k >= len(lows) or lows[k] not in _OPENING_QUOTES or site.scene.sentence.words[k + 1 : k + 2] == []:
        return None
    if not site.scene.sentence.words[k + 1][0].isupper():
        return None
    end = next((n for n in range(k + 1, min(len(lows), k + _LONGEST_TITLE)) if lows[n] in _CLOSING_QUOTES), None)
    if end is None:
        return None
    start = k + 1
    while end > start + 1 and lows[end - 1] in ",.":
        end -= 1
    return (start, end) if end > start else None
