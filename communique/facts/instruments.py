"""Treaties, agreements, plans, statements, sanctions: what became of them, or where they stand."""

from __future__ import annotations

import re

from communique.facts.frames import Frame
from communique.facts.site import Draft, Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.spots import Spot
from communique.mentions.things import thing_words
from communique.model import Filler

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_STATUS_WORDS = {
    "in force": "in-force",
    "under review": "under-review",
    "under consideration": "under-review",
    "under negotiation": "under-discussion",
    "under discussion": "under-discussion",
}
_SIGNERS = frozenset(("person", "state", "organization", "body", "office", "group"))
_VAGUE = frozenset(("plan", "plans", "deal", "text", "act", "law", "program", "programs", "arrangement", "agreement", "bill"))


def from_verb(site: Site, verb: Verb, frame: Frame, key: str) -> list[Draft]:
    """Stages that a verb tells: "signed a memorandum on …", "the Agreement entered into force", "is being drafted"."""
    status = str(frame.options["status"])
    if status == "in-force":
        window = site.lows[verb.main : verb.main + 4]
        if "force" not in window:
            return []
        phrases = verb.subject
    else:
        phrases = site.slot(verb, "object")
        if not phrases and verb.lemma == "agree":
            phrases = verb.pp("on", "to")
    drafts = []
    for phrase in phrases[:4]:
        kind = kind_of(site, phrase)
        if kind is None:
            continue
        weak = status in ("under-discussion", "proposed", "implementing", "under-review", "drafting", "adopted")
        if weak and site.spot_kind(phrase) is None and not _described(site, phrase):
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
        if verb.passive and verb.i > 0 and "being" in site.lows[verb.i : verb.j] and status in ("signed",):
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
        draft.time = site.time_near(verb.i, max(verb.j, verb.end))
        if status == "extended":
            until = site.time_near(verb.i, max(verb.j, verb.end), reach=20, kinds=frozenset(("deadline",)))
            if until is not None and until.edtf:
                draft.value["validity"] = until.edtf
                draft.time = None if draft.time == until else draft.time
        if status == "in-force" and draft.time is not None and draft.time.edtf and draft.realis == "actual":
            draft.value["validity"] = f"{draft.time.edtf}/.." if "/" not in draft.time.edtf else draft.time.edtf
        drafts.append(draft)
    return drafts


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """Stages that nouns and adjectives tell: "the implementation of …", "is not yet in force", "sanctions against …"."""
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
            if before in words.split() and preposition in ("of", "on", "towards", "toward"):
                draft = _draft(site, phrase, kind, status, None)
                draft.evidence = [site.span(bounds[at - 2][0], min(phrase.j, bounds[at - 2][0] + 18))]
                draft.time = site.time_near(bounds[at - 2][0], phrase.j, reach=6)
                return draft
        if before == "force" and preposition == "of":
            draft = _draft(site, phrase, kind, "in-force", None)
            draft.time = site.time_near(bounds[at - 2][0], phrase.j)
            if draft.time is not None and draft.time.edtf:
                draft.value["validity"] = f"{draft.time.edtf}/.."
            return draft
    if at >= 1 and kinds[at - 1] == "i" and site.lows[bounds[at - 1][0]] in ("under", "to") and site.spot_kind(phrase):
        if site.lows[bounds[at - 1][0]] == "under" or "commitment" in site.lows[max(0, phrase.i - 4) : phrase.i]:
            return _draft(site, phrase, kind, "in-force", None)
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
    if kind == "sanctions" and site.spots_in(phrase.i, min(len(site.lows), phrase.j + 8)):
        targets = site.noun_pp(phrase, "on", "against")
        if targets or any(s.kind in ("state", "organization") for s in site.spots_in(phrase.i, phrase.j)):
            draft = _draft(site, phrase, kind, "in-force", None)
            return draft
    return None


def kind_of(site: Site, phrase: Phrase) -> str | None:
    """The instrument kind of a phrase by its mention or its head noun, or None where it is no instrument."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.i >= phrase.i:
        return spot.sense or "other" if spot.kind == "instrument" else None
    head = site.head(phrase)
    for kind, heads in site.frames.data["acts"]["instrument"]["lower_heads"].items():
        if head in heads.split():
            return str(kind)
    things = thing_words().heads.get(head)
    return things[1] if things is not None and things[0] == "instrument" and head not in _VAGUE else None


def _described(site: Site, phrase: Phrase) -> bool:
    """Whether a lower-case instrument is told apart from others: "a draft agreement on digital archives"."""
    return bool(site.noun_pp(phrase, "on", "for", "between", "with", "against", "of")) or bool(
        site.spots_in(phrase.i, phrase.j)
    )


def _draft(site: Site, phrase: Phrase, kind: str, status: str, verb: Verb | None) -> Draft:
    name, i, j = _name(site, phrase)
    draft = Draft("instrument", site.scene, {"instrument": [name]}, [site.span(i, min(j, i + 16))])
    validity = None
    years = _YEARS.search(name.name)
    if years:
        validity = f"{years[1]}/{years[2]}"
    draft.value = {"kind": "agreement" if kind == "treaty" and "treaty" not in name.name.lower() else kind,
                   "status": status, "validity": validity}
    parties = site.noun_pp(phrase, "between", "with", "against")
    named = [p for p in parties if site.scene.spot_to.get(p.j) is not None and site.is_agent(p)]
    if named and status != "proposed":
        draft.roles["party"] = site.fillers(named)
    return draft


def _name(site: Site, phrase: Phrase) -> tuple[Filler, int, int]:
    """The instrument's name with "on …", "for …" where it is a description."""
    spot: Spot | None = site.scene.spot_to.get(phrase.j)
    i, j = phrase.i, phrase.j
    if spot is not None and spot.kind == "instrument":
        filler = site.fillers([phrase])[0]
        return filler, spot.i, spot.j
    if site.scene.letters[i] == "d":
        i += 1
    for preposition, phrases in site.after(phrase)[:3]:
        if preposition not in ("on", "of", "for", "between", "against", "with"):
            break
        if not phrases or phrases[-1].j - i > 24:
            break
        j = phrases[-1].j
    letters = site.scene.letters
    while i < j - 1 and site.lows[i] in ("draft", "new", "revised", "final", "such", "first", "second"):
        if site.lows[i + 1] in ("of",):
            break
        i += 1
    while j > i + 1 and letters[j - 1] in ",;.":
        j -= 1
    start, end = site.span(i, j)
    quoted = site.text.document.text[start:end]
    return Filler(" ".join(quoted.split()), None, start, end, quoted), i, j


def _as_states(site: Site, who: list[Filler]) -> list[Filler]:
    """Signatories stand for their states where the document says whom they serve."""
    register = site.text.register
    out: list[Filler] = []
    for filler in who:
        person = next((p for p in register.persons if p.name == filler.name), None)
        held = next((h for h in person.held if h.body), None) if person else None
        if held is not None and held.body:
            filler = Filler(held.body, held.body_id, filler.start, filler.end, filler.text)
        if all(filler.name != other.name for other in out):
            out.append(filler)
    return out
