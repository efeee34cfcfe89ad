"""Treaties, agreements, plans, statements, sanctions: what became of them, or where they stand."""

from __future__ import annotations

import re

from communique.facts.drafts import Draft
from communique.facts.frames import Frame
from communique.facts.instrument_names import is_described, is_named, kind_of, name_of, told_before
from communique.facts.instrument_standing import binding_start, nominal_realis, nominal_status, operative_status
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler, TimeRef

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_STATUS_WORDS = {
    "in force": "in-force",
    "in effect": "in-force",
    "binding": "in-force",
    "under review": "under-review",
    "under consideration": "under-review",
    "being considered": "under-review",
    "under negotiation": "under-discussion",
    "up for negotiation": "under-discussion",
    "under discussion": "under-discussion",
    "domestic procedures": "under-review",
    "internal procedures": "under-review",
    "ratification": "under-review",
    "parliamentary scrutiny": "under-review",
    "under preparation": "drafting",
    "being drafted": "drafting",
    "in preparation": "drafting",
    "on the table": "proposed",
}
_DONE = frozenset("signed adopted ratified initialled rejected deferred terminated drafting proposed".split())
_DATED = frozenset(("date", "relative", "deadline", "since"))
_LASTING = frozenset(("remain", "stay", "continue"))
#: Verbs whose instrument stands behind a preposition, and verbs of adopting that things of every kind follow.
_INDIRECT = {"agree": ("on", "to"), "accede": ("to",), "withdraw": ("from",), "comply": ("with",), "abide": ("by",)}
_LOOSE = frozenset(
    "announce establish impose reach publish release issue launch unveil agree produce authorize restore".split()
)
_PROPOSALS = frozenset(("proposal", "initiative", "idea", "call", "request", "proposals"))
_STAGES = frozenset("sign ratify initial adopt approve endorse extend renew repeal terminate conclude".split())
_WEAK = frozenset(("under-discussion", "proposed", "implementing", "under-review", "drafting", "rejected"))
#: Heads of many meanings, which adopting or approving alone makes no instrument.
_UNSURE = frozenset("policy report decision decisions concept quota standards framework documents guide".split())
_GENERAL = frozenset("laws rules regulations programs programmes standards initiatives policies".split())
_CALLING = frozenset("urge ask press exhort appeal invite encourage push implore challenge request demand".split())
_PARTIES = frozenset(("signed", "adopted", "ratified", "initialled", "extended", "terminated", "suspended"))
_JUST_TOLD = 300  # characters
_TAKEN_UP = 12  # chunks after a verb within which its shifted object stands


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """Stages that a verb tells: "signed a memorandum on …", "the Agreement entered into force", "is being drafted"."""
    status = str(frame.options["status"])
    if verb.lemma == "declare" and verb.that >= 0:
        declared = _declared_to_exist(site, verb)
        return [declared] if declared is not None else []
    if status == "in-force":
        window = site.lows[verb.main : verb.main + 4]
        if "force" not in window and "effect" not in window:
            return []
        phrases = verb.subject
    else:
        phrases = _acted_on(site, verb)
    drafts = []
    for phrase in phrases[:5]:
        kind = kind_of(site, phrase)
        if kind is None and site.lows[phrase.i] == "it" and _meant(site, verb):
            kind = "agreement"
        if kind is None or not _tells(site, verb, phrase, kind, status):
            continue
        drafts.append(_staged(site, verb, phrase, kind, status))
    return drafts


def _meant(site: Site, verb: Verb) -> bool:
    """Whether "it" is an instrument: with a verb that says so, or where one has just been told of."""
    told = site.discourse.instruments
    if not told:
        return False
    just = told[-1].start is not None and 0 <= site.scene.start - told[-1].start < _JUST_TOLD
    return verb.lemma in _STAGES or (just and verb.passive and verb.lemma in ("examine", "review", "draft", "consider"))


def _acted_on(site: Site, verb: Verb) -> list[Phrase]:
    """What a verb of an instrument's life acts on, over "the request for …" and behind what is put between."""
    phrases = site.slot(verb, "object")
    if verb.lemma in _INDIRECT and (not verb.passive or verb.lemma != "agree"):
        phrases = verb.pp(*_INDIRECT[verb.lemma])
    elif not phrases and not verb.passive:
        phrases = _shifted(site, verb)
    found = []
    for phrase in phrases:
        behind = site.noun_pp(phrase, "for") if site.head(phrase) in ("request", "requests", "application") else []
        found.extend(behind or [phrase])
    behind_subject = [pp for phrase in phrases for pp in site.after(phrase)] if verb.passive else verb.pps
    for _, group in behind_subject:
        found.extend(p for p in group[1:] if kind_of(site, p) is not None)  # "a treaty on rivers and a protocol"
    found.extend(p for p in verb.pp("including") if kind_of(site, p) is not None)
    return found


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


def _tells(site: Site, verb: Verb, phrase: Phrase, kind: str, status: str) -> bool:
    """Whether verb and noun together tell a stage of an instrument's life."""
    head = site.head(phrase)
    for listed in site.frames.data["acts"]["instrument"]["only_with"]:
        lemma, _, objects = listed.partition(" ")
        if verb.lemma == lemma.split("-")[0]:
            if head not in objects.split() or ("-" in lemma and lemma not in site.keys(verb)):
                return False
            return bool(phrase.j - phrase.i > 1)
    if status == "under-review" and head in ("decision", "decisions"):
        return False
    if verb.passive and verb.modal == "shall" and site.lows[phrase.i] == "this":
        return False  # "this order shall be implemented consistent with applicable law": every order says so
    if status in _WEAK and head in _GENERAL and site.scene.letters[phrase.i] != "d" and site.spot_kind(phrase) is None:
        return False  # "enforcing fair housing laws"
    own = site.lows[phrase.i] == "this" and told_before(site, phrase) is not None
    if own and verb.lemma in ("publish", "apply", "transmit"):
        return False
    weak = status in _WEAK or (status == "adopted" and (verb.lemma in _LOOSE or head in _UNSURE))
    if weak and site.spot_kind(phrase) is None and not (verb.passive and "being" in site.lows[verb.i : verb.j]):
        return is_described(site, phrase) or told_before(site, phrase) is not None
    return True


def _staged(site: Site, verb: Verb, phrase: Phrase, kind: str, status: str) -> Draft:
    if status == "in-force" and site.head(phrase) in ("emergency", "emergencies"):
        status = "extended"
    draft = _draft(site, phrase, kind, status, verb)
    if verb.lemma == "declare" and site.head(phrase) in ("emergency", "emergencies"):
        _by_its_order(site, draft)
    parties = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    if status == "proposed":
        if parties:
            draft.roles["proposer"] = site.fillers(parties)
    elif status in _PARTIES and parties:
        who = site.fillers(parties)
        draft.roles["party"] = _as_states(site, who)
    draft.realis = site.realis(verb)
    if verb.passive and verb.i > 0 and "being" in site.lows[verb.i : verb.j] and status == "signed":
        draft.realis = "planned"
    if _called_for(verb):
        draft.realis = "proposed"
    elif draft.realis in ("proposed", "postponed"):
        draft.realis = "planned"
    if status == "extended" and draft.realis == "planned" and site.head(phrase) in ("emergency", "emergencies"):
        draft.realis = "actual"  # "must continue": so the notice itself has it
    start, end = draft.evidence[0]
    first, last = site.span(verb.i, verb.j)
    if verb.relative and verb.passive:
        last = site.span(verb.i, min(verb.end, verb.j + 4) if verb.end > verb.j else verb.j)[1]
    if abs(first - start) < 140:
        draft.evidence = [(min(start, first), max(end, last))]
    draft.place = site.place_of(verb)
    done = draft.realis == "actual" and status in _DONE
    kinds = _DATED - {"deadline"} if done else _DATED  # "signed it and told them to report by June"
    draft.time = _outside_name(draft, site.time_near(verb.i, max(verb.j, verb.end), kinds=kinds))
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
    return draft


def _by_its_order(site: Site, draft: Draft) -> None:
    """ "by Executive Order 13664, the President declared a national emergency": the order is the instrument."""
    for spot in site.scene.spots:
        if spot.kind == "instrument" and spot.name[-1].isdigit() and site.lows[spot.i - 1] in ("by", "in"):
            draft.roles["instrument"] = site.fillers([Phrase(spot.i, spot.j, -1)])
            return


def _called_for(verb: Verb) -> bool:
    """ "urged the Senate to pass the Act": a call, no plan."""
    governor = verb.infinitive_after
    for _ in range(3):
        if governor is None:
            return False
        if governor.lemma in _CALLING or (governor.lemma == "call" and not governor.objects):
            return not governor.negated
        governor = governor.infinitive_after
    return False


def _declared_to_exist(site: Site, verb: Verb) -> Draft | None:
    """ "declared that a major disaster exists in …": a declaration, by the name that the title gives it."""
    window = site.lows[verb.that : verb.that + 6]
    hit = next((k for k, low in enumerate(window) if low in ("disaster", "emergency")), None)
    if hit is None or not {"exists", "exist", "existed"} & set(window):
        return None
    i, j = verb.that, verb.that + hit + 1
    while i < j - 1 and site.scene.letters[i] == "d":
        i += 1
    told = next((f for f in reversed(site.discourse.instruments) if f.name.lower().endswith("declaration")), None)
    name = site.words(i, j)
    if told is not None:
        name = Filler(told.name, told.entity, name.start, name.end, name.text)
    draft = Draft("instrument", site.scene, {"instrument": [name]}, [site.span(verb.i, min(len(site.lows), j + 1))])
    draft.value = {"kind": "declaration", "status": "adopted", "validity": None}
    draft.roles["party"] = _as_states(site, site.fillers(verb.subject))
    draft.time = site.time_near(verb.i, verb.j, kinds=_DATED)
    return draft


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """Stages told by nouns and adjectives: "the implementation of …", "is not yet in force", "sanctions against …"."""
    kind = kind_of(site, phrase)
    if kind is None or (site.scene.heading and site.lows[phrase.i] in ("a", "an")):
        return None
    if site.head(phrase) == "emergency" and site.lows[phrase.i] in ("a", "an"):
        return None
    nominal = nominal_status(site, phrase)
    if nominal is not None:
        return _nominal(site, phrase, kind, *nominal)
    bound = binding_start(site, phrase, kind)
    if bound >= 0:
        draft = _draft(site, phrase, kind, "in-force", None)
        draft.evidence = [site.span(bound, min(phrase.j, bound + 24))]
        return draft
    predicated = _predicated(site, phrase, kind)
    if predicated is not None:
        return predicated
    operative = operative_status(site, phrase, kind)
    if operative is not None:
        verb = site.subject_of(phrase)
        draft = _draft(site, phrase, kind, operative, verb)
        if verb is not None and 0 <= verb.j - phrase.i < 24:
            draft.evidence = [site.span(phrase.i, verb.j)]
        return draft
    if _is_acted_on(site, phrase):
        return None
    return _proposed_for(site, phrase, kind) or _by_modifier(site, phrase, kind)


def _is_acted_on(site: Site, phrase: Phrase) -> bool:
    """Whether a verb of an instrument's life tells of it already."""
    for verb in site.clauses.verbs:
        if phrase.among(verb.subject if verb.passive else verb.objects) or phrase.among(verb.pp("including")):
            if any(frame.type == "instrument" for frame in site.frames.verbs.get(verb.lemma, ())):
                return True
    return False


def _nominal(site: Site, phrase: Phrase, kind: str, status: str, first: int) -> Draft:
    draft = _draft(site, phrase, kind, status, None)
    draft.realis = nominal_realis(site, first, phrase)
    draft.evidence = [site.span(first, min(phrase.j, first + 18))]
    if status == "in-force":
        if "force" in site.lows[first : phrase.i]:
            draft.time = site.time_near(first, phrase.j)
            if draft.time is not None and draft.time.edtf:
                draft.value["validity"] = f"{draft.time.edtf}/.."
        return draft
    draft.time = _outside_name(draft, site.time_near(first, phrase.j, reach=6, kinds=_DATED))
    return draft


def _predicated(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """ "is not yet in force", "remains under review"; beside the noun: "an agreement, under negotiation since 2021"."""
    verb = site.subject_of(phrase)
    if verb is not None and verb.lemma in ("be", "remain", "undergo", "stay"):
        following = " ".join(site.lows[verb.main + 1 : verb.main + 6])
        for told, status in _STATUS_WORDS.items():
            if told in following:
                draft = _draft(site, phrase, kind, status, verb)
                draft.evidence = [site.span(phrase.i, min(verb.main + 5, len(site.lows)))]
                draft.realis = "negated" if "not" in site.lows[verb.i : verb.main + 3] else site.realis(verb)
                return draft
    _, _, j = name_of(site, phrase)
    beside = site.lows[j : j + 5]
    if beside[:1] == [","] or beside[:1] == ["currently"]:
        beside = beside[1:]
    after = " ".join(beside[:3])
    for told, status in _STATUS_WORDS.items():
        if after.startswith(told) or after.removeprefix("currently ").removeprefix("now ").startswith(told):
            draft = _draft(site, phrase, kind, status, None)
            draft.evidence = [site.span(phrase.i, min(j + 4, len(site.lows)))]
            draft.time = site.time_near(j, min(j + 4, len(site.lows)), reach=4, kinds=_DATED)
            return draft
    return None


def _proposed_for(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    kinds, bounds, at = site.clauses.kinds, site.clauses.bounds, phrase.at
    if at < 1 or kinds[at - 1] != "i" or site.lows[bounds[at - 1][0]] not in ("for", "of"):
        return None
    proposal = next((p for p in site.clauses.phrases.values() if p.j < phrase.i and site.head(p) in _PROPOSALS), None)
    if (
        proposal is None
        or kind == "other"
        or _is_acted_on(site, proposal)
        or not (is_named(site, phrase) or is_described(site, phrase))
    ):
        return None
    return _proposed(site, phrase, kind, proposal)


def _by_modifier(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """ "our joint statement", "a draft law", "in its final communiqué", "sanctions on …"."""
    modifiers = site.lows[phrase.i : phrase.j - 1]
    if kind in ("statement", "declaration") and not site.scene.heading:
        if "joint" in modifiers:
            return _draft(site, phrase, kind, "adopted", None)
        inside = phrase.at >= 1 and site.lows[site.clauses.bounds[phrase.at - 1][0]] == "in"
        if "final" in modifiers and inside and site.possessor(phrase) is not None:
            return _draft(site, phrase, kind, "adopted", None)
    if "draft" in modifiers and kind != "other":
        return _draft(site, phrase, kind, "drafting", None)
    if kind == "sanctions" and site.spots_in(phrase.i, min(len(site.lows), phrase.j + 8)):
        targets = site.noun_pp(phrase, "on", "against")
        if targets or any(s.kind in ("state", "organization") for s in site.spots_in(phrase.i, phrase.j)):
            return _draft(site, phrase, kind, "in-force", None)
    return None


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


def _draft(site: Site, phrase: Phrase, kind: str, status: str, verb: Verb | None) -> Draft:
    name, i, j = name_of(site, phrase)
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


def _outside_name(draft: Draft, time: TimeRef | None) -> TimeRef | None:
    """A date that is no part of the instrument's own name."""
    name = draft.roles["instrument"][0]
    if time is None or time.start is None or name.start is None or name.end is None:
        return time
    return None if name.start <= time.start < name.end else time


def _as_states(site: Site, who: list[Filler]) -> list[Filler]:
    """Signatories stand for their states where the document says whom they serve."""
    return site.discourse.states_of(tuple(who)) or who
