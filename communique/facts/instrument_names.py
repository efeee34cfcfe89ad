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
    "orders annex agenda package initiative initiatives acts rules".split()
)
_ABOUT = frozenset(("on", "for", "of", "concerning", "regarding"))
_UNTITLED = frozenset(("draft", "proposed", "new", "revised", "final", "such", "first", "second"))
#: "Resolution" is a document or the end of a quarrel.
_SETTLED = frozenset(
    "conflict conflicts dispute disputes crisis peaceful political quick swift early alternative".split()
)
_ORDERS = frozenset("executive presidential court administrative ministerial this that the an".split())
#: What "to" after them tells: whom they guide, or what they are part of.
_ADDRESSED = frozenset("guidance guide guidelines annex addendum amendment amendments supplement accession".split())
#: What is to be helped or ensured by an instrument is its purpose, and no part of its name.
_PURPOSES = frozenset("help ensure enable allow make support provide be continue begin take".split())
_IMPOSED = frozenset(("imposed", "levied", "introduced", "adopted"))
_OCCASIONS = frozenset(("margins", "occasion", "sidelines", "eve"))
_TITLED = frozenset(("entitled", "titled", "called", "named", "dubbed"))
_OPENING_QUOTES = frozenset(("“", '"', "‘", "«", "„"))
_CLOSING_QUOTES = frozenset(("”", '"', "’", "»", "“"))
_LONGEST_TITLE = 40
#: Words that say what sort of act a name is, and not which: "Executive Order", "National Security Memorandum".
_SORTS = frozenset(
    "executive presidential national security joint public federal order orders memorandum memoranda "
    "proclamation proclamations determination directive directives decree decrees law laws act acts bill bills "
    "resolution resolutions statement declaration communiqué communiqués communiques".split()
)
#: Bodies of law, which are no instrument by themselves: "international humanitarian law".
_BODIES_OF_LAW = frozenset("international humanitarian rights applicable criminal common domestic existing".split())
_SECTIONS = frozenset(("section", "sections", "chapter", "title"))
_FARTHEST_SECTION = 12
_OWN = frozenset(("this", "following", "present", "joint"))


def kind_of(site: Site, phrase: Phrase) -> str | None:
    """The instrument kind of a phrase by its mention or its head noun, or None where it is no instrument."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.i >= phrase.i:
        named = thing_words().heads.get(site.lows[spot.j - 1], ("", ""))
        if spot.kind == "organization" and named[0] == "instrument":
            return named[1]  # "the Antarctic Treaty", whose parties the gazetteer knows as an organization
        opening = thing_words().heads.get(site.lows[spot.i], ("", ""))
        if spot.kind == "organization" and opening[0] == "instrument" and site.lows[spot.i + 1] in _ABOUT:
            return opening[1]  # "the Convention on Biological Diversity"
        return spot.sense or "other" if spot.kind == "instrument" else None
    head = site.head(phrase)
    before = site.lows[phrase.j - 2] if phrase.j - phrase.i > 1 else ""
    if head == "resolution" and before in _SETTLED:
        return None
    if head == "order" and before not in _ORDERS:
        return None  # "the international order"
    if head == "rule" and site.lows[phrase.j : phrase.j + 2] == ["of", "law"]:
        return None
    if head == "rules" and site.lows[phrase.j : phrase.j + 3] == ["of", "the", "road"]:
        return None
    if head in ("law", "laws") and before in _BODIES_OF_LAW:
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
        if phrase.j - phrase.i < 2 or kind_of(site, phrase) not in ("agreement", "declaration", "resolution"):
            return False
        before = site.scene.sentence.words[phrase.j - 2]  # "the Almaty accord", "the 2015 agreement"
        if site.scene.letters[phrase.j - 2] == "d":
            return False
        return before[0].isupper() or (len(before) == 4 and before.isdigit())
    if is_sort(site, phrase) and _title_after(site, phrase) is None:
        return False
    return spot.j - spot.i > 1 and (spot.kind == "instrument" or kind_of(site, phrase) is not None)


def is_sort(site: Site, phrase: Phrase) -> bool:
    """Whether a name in capitals is but a sort: "the Executive Order"."""
    spot = site.scene.spot_to.get(phrase.j)
    return spot is not None and spot.i >= phrase.i and _SORTS.issuperset(site.lows[spot.i : spot.j])


def is_described(site: Site, phrase: Phrase) -> bool:
    """Whether a lower-case instrument is told apart from others: "a draft agreement on digital archives"."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    letters = site.scene.letters
    at = phrase.at + 1
    about_doing = kinds[at : at + 2] == "iV" and site.lows[bounds[at][0]] in ("on", "for")  # "documents on promoting …"
    modifiers = sum(letter in "jn#" for letter in letters[phrase.i : phrase.j - 1])
    return (
        about_doing
        or (kinds[at : at + 1] == "V" and letters[bounds[at][0]] == "g")  # "a treaty banning …"
        or modifiers > 1  # "a double taxation agreement"
        or (
            kinds[at : at + 1] == "V" and letters[bounds[at][0]] == "T" and letters[phrase.i] in "dj"
        )  # "a guide to help"
        or _title_after(site, phrase) is not None
        or bool(site.noun_pp(phrase, "on", "for", "between", "with", "against", "of"))
        or (site.head(phrase) in _ADDRESSED and bool(site.noun_pp(phrase, "to")))
        or bool(site.spots_in(phrase.i, phrase.j))
    )


def name_of(site: Site, phrase: Phrase) -> tuple[Filler, int, int]:
    """The instrument's name with "on …", "for …" where it is a description; "this programme" is the one told before."""
    spot: Spot | None = site.scene.spot_to.get(phrase.j)
    i, j = phrase.i, phrase.j
    titled = _title_after(site, phrase)
    if titled is not None and (spot is None or spot.j - spot.i == 1):
        return site.words(*titled), i, titled[1]
    named = _named_after(site, phrase)
    if named is not None:
        return site.fillers([named])[0], i, named.j
    if spot is not None and spot.kind == "instrument":
        section = _section_of_code(site, spot)
        if section < spot.i:
            return site.words(section, spot.j), section, spot.j
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
    if i > 1 and site.lows[i - 1] in ("and", "or") and letters[i - 2] == "j" and i < phrase.j - 1:
        i += 1  # "an effective and humane plan of action"
    while i < j - 1 and site.lows[i] in _UNTITLED:
        if site.lows[i + 1] == "of":
            break
        i += 1
    while j > i + 1 and letters[j - 1] in ",;.di":
        j -= 1
    return site.words(i, j), i, j


def _named_after(site: Site, phrase: Phrase) -> Phrase | None:
    """ "historic legislation, the Harbours Act": the name that stands in apposition to a mere noun."""
    lows, j = site.lows, phrase.j
    spot = site.scene.spot_to.get(j)
    if (spot is not None and spot.i >= phrase.i) or lows[j : j + 1] not in ([","], ["—"], ["–"]):
        return None
    first = j + 2 if lows[j + 1 : j + 2] in (["the"], ["our"]) else j + 1
    name = site.scene.spot_at.get(first)
    if name is None or name.kind != "instrument" or name.j - name.i < 2:
        return None
    phrases = (p for p in site.clauses.phrases.values() if p.j == name.j and p.i >= j)
    return next((p for p in phrases if kind_of(site, p) == kind_of(site, phrase)), None)


def _section_of_code(site: Site, spot: Spot) -> int:
    """Token at which "section 12 of title 5, United States Code" begins; else that of the name."""
    if site.lows[spot.j - 1] != "code":
        return spot.i
    found = spot.i
    for k in range(spot.i - 1, max(-1, spot.i - _FARTHEST_SECTION), -1):
        low = site.lows[k]
        if low in _SECTIONS:
            found = k
        elif low not in ("of", "the", ",", "(", ")") and not low[0].isdigit() and len(low) > 1:
            break
    return found


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
    elif phrase.j - phrase.i == 3 and site.lows[phrase.i] in ("the", "this"):
        words = set(site.lows[phrase.i + 1 : phrase.j])  # "the disaster declaration"
        if not _SORTS.issuperset(words):
            found = next((f for f in reversed(told) if words.issubset(f.name.lower().split())), None)
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
        addressed = first and preposition == "to" and site.head(phrase) in _ADDRESSED
        if preposition not in _NAMING and not addressed and (first or preposition not in ("to", "in")):
            break
        if preposition in ("between", "with") and not first:
            break  # "a partnership on food security between": whose it is, and no part of what it is called
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
    if j == phrase.j and kinds[k : k + 1] == "V" and site.lows[bounds[k][1] - 1] in _IMPOSED:
        return _imposed_on(site, k)
    if j == phrase.j and (
        _to_do(site, phrase) or (kinds[k : k + 2] == "iV" and site.lows[bounds[k][0]] in ("on", "for"))
    ):
        j = _doing_to(site, k + (kinds[k] == "i"))
    return j


def _imposed_on(site: Site, at: int) -> int:
    """Token at which "sanctions imposed in May on Gabon" ends: with those who are under them."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    for k in range(at + 1, min(len(kinds) - 1, at + 8), 2):
        if kinds[k : k + 2] != "iN":
            break
        if site.lows[bounds[k][0]] in ("on", "against") and site.scene.letters[bounds[k + 1][0]] != "m":
            return bounds[k + 1][1]
    return bounds[at - 1][1]


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
