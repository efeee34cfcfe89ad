"""Treaties, agreements, plans, statements, sanctions: what became of them, or where they stand."""

from __future__ import annotations

import re

from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.language.tokens import plain
from communique.mentions.spots import Spot
from communique.mentions.things import thing_words
from communique.model import Filler, TimeRef

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_STATUS_WORDS = {
    "in force": "in-force",
    "under review": "under-review",
    "under consideration": "under-review",
    "under negotiation": "under-discussion",
    "under discussion": "under-discussion",
}
_DATED = frozenset(("date", "relative", "deadline", "since"))
_HANDED = frozenset("propose suggest present submit send offer give hand bring put circulate transmit".split())
_LASTING = frozenset(("remain", "stay", "continue"))
_NAMING = frozenset("on of for between against with concerning regarding".split())
#: Verbs whose instrument stands behind a preposition, and verbs of adopting that things of every kind follow.
_INDIRECT = {"agree": ("on", "to"), "accede": ("to",), "withdraw": ("from",)}
_LOOSE = frozenset("announce establish impose reach publish release issue".split())
_PROPOSALS = frozenset(("proposal", "initiative", "idea", "call"))
_BINDING = frozenset(("under", "pursuant", "accordance", "line", "compliance"))
_STAGES = frozenset("sign ratify initial adopt approve endorse extend renew repeal terminate".split())
_VAGUE = frozenset(
    ("plan", "plans", "deal", "text", "act", "law", "program", "programs", "arrangement", "agreement", "bill")
)


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """Stages that a verb tells: "signed a memorandum on …", "the Agreement entered into force", "is being drafted"."""
    status = str(frame.options["status"])
    if status == "in-force":
        window = site.lows[verb.main : verb.main + 4]
        if "force" not in window and "effect" not in window:
            return []
        phrases = verb.subject
    else:
        phrases = site.slot(verb, "object")
        if verb.lemma in _INDIRECT:
            phrases = verb.pp(*_INDIRECT[verb.lemma])
    drafts = []
    for phrase in phrases[:4]:
        kind = kind_of(site, phrase)
        if kind is None and verb.lemma in _STAGES and site.lows[phrase.i] == "it" and site.discourse.instruments:
            kind = "agreement"
        if kind is None:
            continue
        weak = status in ("under-discussion", "proposed", "implementing", "under-review", "drafting") or (
            status == "adopted" and (verb.lemma in _LOOSE or kind not in ("resolution", "declaration", "law"))
        )
        if weak and site.spot_kind(phrase) is None and not _described(site, phrase) and not _told_before(site, phrase):
            continue
        draft = _draft(site, phrase, kind, status, verb)
        parties = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
        if status == "proposed":
            if parties:
                draft.roles["proposer"] = site.fillers(parties)
        elif status in ("signed", "adopted", "ratified", "initialled", "extended", "terminated") and parties:
            who = site.fillers(parties)
            draft.roles["party"] = _as_states(site, who)
        draft.realis = site.realis(verb)
        if verb.passive and verb.i > 0 and "being" in site.lows[verb.i : verb.j] and status == "signed":
            draft.realis = "planned"
        if draft.realis == "proposed":
            draft.realis = "planned"
        start, end = draft.evidence[0]
        first, last = site.span(verb.i, verb.j)
        if verb.relative and verb.passive:
            last = site.span(verb.i, min(verb.end, verb.j + 4) if verb.end > verb.j else verb.j)[1]
        if abs(first - start) < 140:
            draft.evidence = [(min(start, first), max(end, last))]
        draft.place = site.place_of(verb)
        draft.time = _outside_name(draft, site.time_near(verb.i, max(verb.j, verb.end), kinds=_DATED))
        if draft.realis == "planned" and verb.infinitive_after is not None and verb.infinitive_after.lemma == "decide":
            draft.realis = "actual"  # a measure that is decided is taken
        if status == "extended":
            until = site.time_near(verb.i, max(verb.j, verb.end), reach=20, kinds=frozenset(("deadline",)))
            if until is not None and until.edtf:
                draft.value["validity"] = until.edtf
                draft.time = None if draft.time == until else draft.time
        if status == "in-force" and verb.lemma in _LASTING and draft.time is not None:
            if draft.time.start is not None and draft.time.start < first:
                draft.time = None  # "signed in 1994, remains in force": that is when it was signed
        if status == "in-force" and draft.time is not None and draft.time.edtf and draft.realis == "actual":
            draft.value["validity"] = f"{draft.time.edtf}/.." if "/" not in draft.time.edtf else draft.time.edtf
        drafts.append(draft)
    return drafts


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """Stages told by nouns and adjectives: "the implementation of …", "is not yet in force", "sanctions against …"."""
    kind = kind_of(site, phrase)
    if kind is None:
        return None
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    at = phrase.at
    nouns: dict[str, str] = site.frames.data["acts"]["instrument"]["nouns"]
    if at >= 2 and kinds[at - 1] == "i" and kinds[at - 2] == "N":
        preposition = site.lows[bounds[at - 1][0]]
        before = site.lows[bounds[at - 2][1] - 1]
        for status, words in nouns.items():
            if before in words_of(words) and preposition in ("of", "on", "towards", "toward"):
                draft = _draft(site, phrase, kind, status, None)
                draft.evidence = [site.span(bounds[at - 2][0], min(phrase.j, bounds[at - 2][0] + 18))]
                draft.time = _outside_name(draft, site.time_near(bounds[at - 2][0], phrase.j, reach=6, kinds=_DATED))
                return draft
        if before == "force" and preposition == "of":
            draft = _draft(site, phrase, kind, "in-force", None)
            draft.time = site.time_near(bounds[at - 2][0], phrase.j)
            if draft.time is not None and draft.time.edtf:
                draft.value["validity"] = f"{draft.time.edtf}/.."
            return draft
    if at >= 1 and kinds[at - 1] == "i":
        standing = _standing(site, phrase, kind)
        if standing is not None:
            draft = _draft(site, phrase, kind, standing, None)
            if standing == "in-force":
                draft.evidence = [site.span(bounds[at - 1][0], min(phrase.j, bounds[at - 1][0] + 14))]
            return draft
    verb = site.subject_of(phrase)
    if verb is not None and verb.lemma in ("be", "remain", "undergo", "stay"):
        following = " ".join(site.lows[verb.main + 1 : verb.main + 6])
        for words_, status in _STATUS_WORDS.items():
            if words_ in following:
                draft = _draft(site, phrase, kind, status, verb)
                draft.evidence = [site.span(phrase.i, min(verb.main + 5, len(site.lows)))]
                draft.realis = site.realis(verb)
                if "not" in site.lows[verb.i : verb.main + 3]:
                    draft.realis = "negated"
                return draft
    if at >= 1 and kinds[at - 1] == "i" and site.lows[bounds[at - 1][0]] in ("for", "of"):
        proposal = next(
            (p for p in site.clauses.phrases.values() if p.j < phrase.i and site.head(p) in _PROPOSALS), None
        )
        if proposal is not None and (site.spot_kind(phrase) == "instrument" or _described(site, phrase)):
            return _proposed(site, phrase, kind, proposal)
    if "joint" in site.lows[phrase.i : phrase.j] and kind in ("statement", "declaration") and not site.scene.heading:
        return _draft(site, phrase, kind, "adopted", None)
    if "draft" in site.lows[phrase.i : phrase.j - 1] and kind != "other":
        return _draft(site, phrase, kind, "drafting", None)
    if kind == "sanctions" and site.spots_in(phrase.i, min(len(site.lows), phrase.j + 8)):
        targets = site.noun_pp(phrase, "on", "against")
        if targets or any(s.kind in ("state", "organization") for s in site.spots_in(phrase.i, phrase.j)):
            return _draft(site, phrase, kind, "in-force", None)
    return None


def from_done(site: Site) -> Draft | None:
    """ "Done at New Delhi on 17 October 2023, in two originals": the document itself is signed or adopted."""
    title = site.text.document.title
    if site.lows[1:2] not in (["at"], ["in"]) or not title:
        return None
    words = title.lower().split()
    kind = next(
        (thing_words().heads[w][1] for w in words if thing_words().heads.get(w, ("", ""))[0] == "instrument"), None
    )
    if kind is None:
        return None
    status = "adopted" if kind in ("declaration", "resolution") else "signed"
    draft = Draft("instrument", site.scene, {"instrument": [Filler(title)]}, [site.span(0, min(9, len(site.lows)))])
    draft.value = {"kind": kind, "status": status, "validity": None}
    draft.time = site.time_near(0, 4)
    place = next((s for s in site.scene.spots if s.kind in ("place", "state")), None)
    if place is not None:
        draft.place = site.fillers([Phrase(place.i, place.j, -1)], place=True)[0]
    return draft


def _proposed(site: Site, phrase: Phrase, kind: str, proposal: Phrase) -> Draft:
    """ "the proposal made by Belarus at the conference for a Charter": who proposes what, and where."""
    draft = _draft(site, phrase, kind, "proposed", None)
    draft.evidence.insert(0, site.span(proposal.i, proposal.j))
    maker = site.possessor(proposal)
    by = [maker] if maker is not None else site.noun_pp(proposal, "by", "of", "from")
    for verb in site.clauses.verbs:
        if not by and verb.main == proposal.j and verb.pp("by"):
            by = verb.pp("by")
            draft.evidence[0] = site.span(proposal.i, by[-1].j)
    proposers = site.fillers(p for p in by if site.is_agent(p))
    if proposers:
        draft.roles["proposer"] = proposers
    return draft


def _standing(site: Site, phrase: Phrase, kind: str) -> str | None:
    """What the words before an instrument say of it: "under the Agreement", "in its final communiqué"."""
    bounds = site.clauses.bounds
    token = bounds[phrase.at - 1][0]
    preposition = site.lows[token]
    named = site.spot_kind(phrase) == "instrument"
    before = site.lows[max(0, token - 3) : token]
    if named and (
        preposition == "under" or set(before) & _BINDING or "commitment" in before or "commitments" in before
    ):
        return "in-force"
    if named and preposition == "of" and "article" in before:
        return "in-force"
    if (
        named
        and kind in ("law", "declaration", "treaty", "charter")
        and preposition in ("by", "in")
        and (site.scene.letters[token - 1 : token] in ("e", "n"))
    ):
        return "in-force"
    if preposition == "in" and kind in ("statement", "declaration") and site.possessor(phrase) is not None:
        return "adopted" if {"final", "joint"} & set(site.lows[phrase.i : phrase.j]) else None
    return None


def kind_of(site: Site, phrase: Phrase) -> str | None:
    """The instrument kind of a phrase by its mention or its head noun, or None where it is no instrument."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.i >= phrase.i:
        named = thing_words().heads.get(site.lows[spot.j - 1], ("", ""))
        if spot.kind == "organization" and named[0] == "instrument":
            return named[1]  # "the Antarctic Treaty", whose parties the gazetteer knows as an organization
        return spot.sense or "other" if spot.kind == "instrument" else None
    head = site.head(phrase)
    for kind, heads in site.frames.data["acts"]["instrument"]["lower_heads"].items():
        if head in words_of(heads):
            return str(kind)
    things = thing_words().heads.get(head)
    return things[1] if things is not None and things[0] == "instrument" and head not in _VAGUE else None


def _described(site: Site, phrase: Phrase) -> bool:
    """Whether a lower-case instrument is told apart from others: "a draft agreement on digital archives"."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    at = phrase.at + 1
    about_doing = kinds[at : at + 2] == "iV" and site.lows[bounds[at][0]] in ("on", "for")  # "documents on promoting …"
    modifiers = sum(letter in "jn#" for letter in site.scene.letters[phrase.i : phrase.j - 1])
    return (
        about_doing
        or modifiers > 1  # "a double taxation agreement"
        or bool(site.noun_pp(phrase, "on", "for", "between", "with", "against", "of"))
        or bool(site.spots_in(phrase.i, phrase.j))
    )


def _draft(site: Site, phrase: Phrase, kind: str, status: str, verb: Verb | None) -> Draft:
    name, i, j = _name(site, phrase)
    draft = Draft("instrument", site.scene, {"instrument": [name]}, [site.span(i, min(j, i + 16))])
    validity = None
    years = _YEARS.search(name.name)
    if years:
        validity = f"{years[1]}/{years[2]}"
    draft.value = {
        "kind": "agreement" if kind == "treaty" and "treaty" not in name.name.lower() else kind,
        "status": status,
        "validity": validity,
    }
    parties = site.noun_pp(phrase, "between", "with", "against")
    named = [p for p in parties if site.scene.spot_to.get(p.j) is not None and site.is_agent(p)]
    if named and status != "proposed":
        draft.roles["party"] = site.fillers(named)
    return draft


def _name(site: Site, phrase: Phrase) -> tuple[Filler, int, int]:
    """The instrument's name with "on …", "for …" where it is a description; "this programme" is the one told before."""
    spot: Spot | None = site.scene.spot_to.get(phrase.j)
    i, j = phrase.i, phrase.j
    if spot is not None and spot.kind == "instrument":
        if spot.j - spot.i == 1 and site.scene.letters[i] == "d":
            told = _told_before(site, phrase)
            if told is not None:
                return told, spot.i, spot.j
        name = site.fillers([phrase])[0]
        if site.lows[spot.j : spot.j + 1] in (["on"], ["for"], ["of"], ["concerning"], ["regarding"]):
            j = _described_to(site, phrase)
            if j > spot.j and name.start is not None:
                end = site.span(j - 1, j)[1]
                quoted = site.text.document.text[name.start : end]
                return Filler(plain(quoted), None, name.start, end, quoted), spot.i, j
        return name, spot.i, spot.j
    told = _told_before(site, phrase)
    if told is not None:
        return told, i, j
    if site.scene.letters[i] == "d":
        i += 1
    j = _described_to(site, phrase)
    letters = site.scene.letters
    while i < j - 1 and site.lows[i] in ("draft", "new", "revised", "final", "such", "first", "second"):
        if site.lows[i + 1] == "of":
            break
        i += 1
    while j > i + 1 and letters[j - 1] in ",;.":
        j -= 1
    return site.words(i, j), i, j


def _told_before(site: Site, phrase: Phrase) -> Filler | None:
    """ "the agreement", "this programme", "it": an instrument told of before, with its full name."""
    told = site.discourse.instruments
    if not told:
        return None
    if site.scene.letters[phrase.i] == "r":
        found: Filler | None = told[-1]
    elif phrase.j - phrase.i == 2 and site.lows[phrase.i] in ("the", "this", "that", "it", "these"):
        head = site.head(phrase)
        if head in ("document", "text", "instrument"):
            found = told[-1]
        else:
            found = next((f for f in reversed(told) if head in f.name.lower().split()), None)
    else:
        return None
    if found is None:
        return None
    start, end = site.span(phrase.i, phrase.j)
    return Filler(found.name, found.entity, start, end, site.text.document.text[start:end])


def _described_to(site: Site, phrase: Phrase) -> int:
    """Token at which "memorandum on assistance to citizens in distress" ends: not at a place, a date or a person."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    j, k, first = phrase.j, phrase.at + 1, True
    while k + 1 < len(kinds) and kinds[k] == "i" and kinds[k + 1] == "N" and bounds[k + 1][1] - phrase.i <= 26:
        preposition = site.lows[bounds[k][0]]
        group, after = site.clauses.group_right(k + 1)
        where = site.spot_kind(group[0])
        if preposition not in _NAMING and (first or preposition not in ("to", "in")):
            break
        if preposition in ("in", "to") and where in ("place", "person", "body", "office"):
            break
        handed = site.governor(phrase) if preposition == "to" and site.is_agent(group[0]) else None
        if handed is not None and handed.lemma in _HANDED:
            break  # "proposed a charter for the lake to its partners"
        if "m" in site.scene.letters[group[0].i : group[-1].j]:
            break
        first = False
        j = group[-1].j
        k = after
    return j


def _outside_name(draft: Draft, time: TimeRef | None) -> TimeRef | None:
    """A date that is no part of the instrument's own name."""
    name = draft.roles["instrument"][0]
    if time is None or time.start is None or name.start is None or name.end is None:
        return time
    return None if name.start <= time.start < name.end else time


def _as_states(site: Site, who: list[Filler]) -> list[Filler]:
    """Signatories stand for their states where the document says whom they serve."""
    return site.discourse.states_of(tuple(who)) or who
