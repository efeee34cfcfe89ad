"""What a verb of an instrument's life acts on, and whether verb and noun together tell of an instrument."""

from __future__ import annotations

from communique.facts.instrument_names import is_described, is_named, is_sort, kind_of, name_of, told_before
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

#: Verbs whose instrument stands behind a preposition, and verbs of adopting that things of every kind follow.
_INDIRECT = {
    "agree": ("on", "to"),
    "accede": ("to",),
    "withdraw": ("from",),
    "comply": ("with",),
    "abide": ("by",),
    "vote": ("on",),
    "work": ("on", "towards", "toward"),
}
#: Nouns over which a verb acts on the instrument behind them: "suspended its participation in the Treaty".
_OVER = {
    "request": ("for",),
    "requests": ("for",),
    "application": ("for", "of"),
    "participation": ("in",),
    "effect": ("of",),
    "effects": ("of",),
    "membership": ("of", "in"),
    "operation": ("of",),
    "validity": ("of",),
}
_TRUCES = frozenset("ceasefire truce armistice moratorium timetable roadmap deal".split())
_INTRANSITIVE = frozenset(("expire", "lapse", "collapse"))
_TEXTS = frozenset(("statement", "declaration"))
_SETTLED = _TEXTS | {"agreement", "sanctions"}
_LISTED = 30  # chunks after a colon that a list of instruments may take
_LOOSE = frozenset(
    "announce establish impose reach publish release issue launch unveil agree produce authorize restore roll".split()
)
_STAGES = frozenset("sign ratify initial adopt approve endorse extend renew repeal terminate conclude".split())
_WEAK = frozenset(("under-discussion", "proposed", "implementing", "under-review", "drafting", "rejected"))
#: Heads of many meanings, which adopting or approving alone makes no instrument.
_UNSURE = frozenset("policy report decision decisions concept quota standards framework documents guide".split())
_GENERAL = frozenset("laws rules regulations programs programmes standards initiatives policies plans".split())
#: Stages in the life of an instrument that there is already.
_LATER = frozenset(("implementing", "terminated", "under-review", "suspended"))
#: "Partnership" is a relation, and an instrument where it is founded.
_PARTNERSHIPS = frozenset(("partnership", "partnerships"))
_FOUNDING = frozenset("launch announce sign establish conclude unveil inaugurate".split())
#: Nouns that without any other word tell of no instrument in particular.
_MERE = frozenset("legislation law laws bill bills orders rules regulations guidelines arrangements".split())
_BOUND = frozenset(("signed", "ratified", "initialled"))
_JUST_TOLD = 300  # characters
_TAKEN_UP = 12  # chunks after a verb within which its shifted object stands


def acted_on(site: Site, verb: Verb) -> list[Phrase]:
    """What a verb of an instrument's life acts on, over "the request for …" and behind what is put between."""
    phrases = site.slot(verb, "object")
    if verb.lemma in _INTRANSITIVE and not verb.passive:
        return verb.subject
    if verb.lemma in _INDIRECT and (not verb.passive or verb.lemma != "agree"):
        indirect = verb.pp(*_INDIRECT[verb.lemma])
        phrases = indirect if any(kind_of(site, p) is not None for p in indirect) else phrases
    elif not phrases and not verb.passive:
        phrases = _shifted(site, verb)
    if verb.relative and verb.passive and verb.at and not any(kind_of(site, p) is not None for p in phrases):
        beside = site.clauses.phrases.get(verb.at - 1)
        if beside is not None and kind_of(site, beside) is not None:
            phrases = [beside]  # "took note of the roadmap adopted in May"
    if verb.passive and verb.relative and verb.objects and not any(kind_of(site, p) is not None for p in phrases):
        phrases = verb.objects  # "adopted by consensus a resolution"
    found: list[Phrase] = []
    for phrase in phrases:
        behind = site.noun_pp(phrase, *_OVER.get(site.head(phrase), ())) or [phrase]
        found.extend(_behind_date(site, p) for p in behind)
    behind_subject = [pp for phrase in phrases for pp in site.after(phrase)] if verb.passive else verb.pps
    for _, group in behind_subject:
        found.extend(p for p in group[1:] if kind_of(site, p) is not None)  # "a treaty on rivers and a protocol"
    found.extend(_listed(site, found))
    if verb.passive and not any(kind_of(site, p) is not None for p in found):
        found.extend(_numbered_before(site, verb))
    found.extend(p for p in verb.pp("including") if kind_of(site, p) is not None)
    return found


def _behind_date(site: Site, phrase: Phrase) -> Phrase:
    """ "the August 7, 2020, rule": the noun that a date with commas stands before."""
    kinds, letters = site.clauses.kinds, site.scene.letters
    if letters[phrase.j - 1] == "#" and kinds[phrase.at + 1 : phrase.at + 5] == ",N,N":
        noun = site.clauses.phrases[phrase.at + 4]
        if kind_of(site, noun) is not None:
            return noun
    return phrase


def _listed(site: Site, phrases: list[Phrase]) -> list[Phrase]:
    """ "signed three documents: a memorandum on tourism, a protocol on customs and a plan": what the colon lists."""
    kinds = site.clauses.kinds
    at = phrases[-1].at + 1 if phrases else -1
    if at < 1 or kinds[at : at + 1] != ":" or kind_of(site, phrases[-1]) is None:
        return []
    listed = []
    for k in range(at + 1, min(len(kinds), at + _LISTED)):
        if kinds[k] in "V;.":
            break
        if kinds[k] == "N" and kinds[k - 1] in ":,c" and kind_of(site, site.clauses.phrases[k]) is not None:
            listed.append(site.clauses.phrases[k])
    return listed


def _numbered_before(site: Site, verb: Verb) -> list[Phrase]:
    """ "Executive Order 13845 of July 19 (Title), and Executive Order 13931 of June 26 (Title), are revoked"."""
    spots = [s for s in site.scene.spots if s.kind == "instrument" and s.j <= verb.i and s.name[-1].isdigit()]
    return [p for s in spots for p in site.clauses.phrases.values() if p.i <= s.i and s.j == p.j]


def _shifted(site: Site, verb: Verb) -> list[Phrase]:
    """ "lifted, with effect from 1 June, the financial sanctions": the object behind prepositional phrases."""
    kinds = site.clauses.kinds
    k = verb.at + 1
    limit = min(len(kinds), k + _TAKEN_UP)
    behind = False
    while k < limit:
        if kinds[k] == "N" and behind and kinds[k - 1] != "i":
            phrase = site.clauses.phrases[k]
            if site.scene.letters[phrase.i] == "d" and kind_of(site, phrase) is not None:
                return site.clauses.group_right(k)[0]
        if kinds[k] not in "Ni,R:":
            break
        behind = behind or kinds[k] == "i"
        k += 1
    return []


def tells(site: Site, verb: Verb, phrase: Phrase, kind: str, status: str) -> bool:
    """Whether verb and noun together tell a stage of an instrument's life."""
    head = site.head(phrase)
    for listed in site.frames.data["acts"]["instrument"]["only_with"]:
        lemma, _, objects = listed.partition(" ")
        if verb.lemma == lemma.split("-")[0] and ("-" not in lemma or lemma in site.keys(verb)):
            if not {head, site.lows[phrase.j - 1]} & set(objects.split()):
                return False
            return bool(phrase.j - phrase.i > 1)
    if site.lows[phrase.i] in ("any", "every", "each"):
        return False  # "shall consider steps to rescind any orders"
    if verb.lemma in ("support", "oppose"):
        by_government = any(site.head(p) == "administration" for p in verb.subject)
        return _is_bill(site, phrase) or (by_government and kind == "law" and is_named(site, phrase))
    if is_sort(site, phrase) and status in _LATER and told_before(site, phrase) is None:
        return False
    if (
        verb.form == "g"
        and verb.i > 0
        and kind == "sanctions"
        and site.lows[verb.i - 1] in ("order", "orders", "decree")
    ):
        return False  # "an executive order imposing sanctions" is told of as the order
    if head == "principles" and status == "implementing":
        return False  # "to uphold the principles of our democracy"
    if head in _PARTNERSHIPS:
        return verb.lemma in _FOUNDING and (is_described(site, phrase) or site.spot_kind(phrase) is not None)
    if verb.lemma in ("finalize", "finalise") and kind == "law":
        return True  # "the agency finalized regulations on methane"
    if head in _MERE and not _is_told_apart(site, phrase):
        return False
    if status == "under-review" and head in ("decision", "decisions"):
        return False
    if verb.passive and verb.modal == "shall" and site.lows[phrase.i] == "this":
        return False  # "to be carried out in line with the law": every order says so
    if (
        status not in _BOUND
        and head in _GENERAL
        and site.scene.letters[phrase.i] != "d"
        and site.spot_kind(phrase) is None
    ):
        return False  # "enforcing fair housing laws"
    if site.lows[phrase.i] == "this" and status == "implementing" and _is_own(site, head):
        return False  # "such rules as may be necessary to implement this order"
    if site.lows[phrase.i] == "this" and verb.lemma in ("publish", "apply", "transmit", "submit"):
        return False
    settled = kind in _SETTLED or head in _TRUCES
    if verb.relative and verb.passive and settled and status not in _WEAK:
        return True  # "the agreement reached in Geneva"
    if head in _TRUCES and verb.lemma in ("agree", "reach", "broker", "respect", "abide", "honour", "honor", "uphold"):
        return site.scene.letters[phrase.i] == "d"
    if kind == "law" and verb.lemma in ("issue", "publish", "release"):
        governor = verb.infinitive_after
        return governor is None or governor.lemma not in ("request", "authorize")
    if "draft" in site.lows[phrase.i : phrase.j] and status in ("under-review", "drafting", "proposed"):
        return True
    if kind in _TEXTS and {"joint", "final"} & set(site.lows[phrase.i : phrase.j]):
        return True
    if verb.lemma == "agree" and kind in ("declaration", "resolution", "statement", "sanctions"):
        return True
    if status == "rejected" and kind in ("law", "resolution", "agreement", "sanctions"):
        return True
    weak = status in _WEAK or (status == "adopted" and (verb.lemma in _LOOSE or head in _UNSURE))
    if weak and site.spot_kind(phrase) is None and not (verb.passive and "being" in site.lows[verb.i : verb.j]):
        return is_described(site, phrase) or told_before(site, phrase) is not None
    return True


def _is_own(site: Site, head: str) -> bool:
    """Whether "this order" is the document itself, whose title begins so."""
    return head in (site.text.document.title or "").lower().split()[:4]


def _is_bill(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase is a bill by its number: "the Administration opposes H.R. 55"."""
    spot = site.scene.spot_to.get(phrase.j)
    return spot is not None and spot.sense == "law" and spot.name[-1].isdigit() and spot.name[:2] in ("H.", "S.", "S ")


def _is_told_apart(site: Site, phrase: Phrase) -> bool:
    """Whether "the bill" or "legislation" is one that the text has named or describes."""
    if (
        site.spot_kind(phrase) is not None
        or is_described(site, phrase)
        or site.clauses.kinds[phrase.at + 1 :][:1] == "V"
    ):
        return True
    name, _, j = name_of(site, phrase)
    return j > phrase.j or name.name != site.words(*_inner(site, phrase)).name


def _inner(site: Site, phrase: Phrase) -> tuple[int, int]:
    return phrase.i + (site.scene.letters[phrase.i] == "d"), phrase.j


def means_instrument(site: Site, verb: Verb) -> bool:
    """Whether "it" is an instrument: with a verb that says so, or where one has just been told of."""
    told = site.discourse.instruments
    if not told:
        return False
    just = told[-1].start is not None and 0 <= site.scene.start - told[-1].start < _JUST_TOLD
    return verb.lemma in _STAGES or (just and verb.passive and verb.lemma in ("examine", "review", "draft", "consider"))
