"""Treaties, agreements, plans, statements, sanctions: what verbs say became of them."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.frames import Frame
from communique.facts.instrument_documents import is_listed_bill
from communique.facts.instrument_drafts import DATED, as_states, instrument_draft, outside_name
from communique.facts.instrument_names import kind_of
from communique.facts.instrument_objects import acted_on, means_instrument, tells
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler, TimeRef

_DONE = DATED - {"deadline"}
#: Governing verbs after which a stage is still to come, and those after which it goes on.
_TO_COME = frozenset(
    "undertake pledge promise vow instruct direct task mandate order want seek wish try aim hope need attempt".split()
)
_GOING_ON = frozenset(("work", "continue", "begin", "start", "keep", "help"))
_LASTING = frozenset(("remain", "stay", "continue"))
_CALLING = frozenset("urge ask press exhort appeal invite encourage push implore challenge request demand".split())
_FORWARD = frozenset("forward enthusiasm hope hopes committed commitment plans readiness preparations".split())
_PARTIES = frozenset(("signed", "adopted", "ratified", "initialled", "extended", "terminated", "suspended"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """Stages that a verb tells: "signed a memorandum on …", "the Agreement entered into force", "is being drafted"."""
    status = str(frame.options["status"])
    if verb.lemma == "declare" and verb.that >= 0:
        declared = _declared_to_exist(site, verb)
        return [declared] if declared is not None else []
    if is_listed_bill(site) or (status == "adopted" and _by_instrument(site, verb)):
        return []
    if status == "in-force":
        window = site.lows[verb.main : verb.main + 4]
        if "force" not in window and "effect" not in window:
            return []
        phrases = verb.subject
    else:
        phrases = acted_on(site, verb)
    drafts = []
    for phrase in phrases[:5]:
        kind = kind_of(site, phrase)
        if kind is None and site.lows[phrase.i] == "it" and means_instrument(site, verb):
            kind = "agreement"
        if kind is None or not tells(site, verb, phrase, kind, status):
            continue
        drafts.append(_staged(site, verb, phrase, kind, status))
    return drafts


def _by_instrument(site: Site, verb: Verb) -> bool:
    """ "The Act establishes a programme": what an instrument lays down is no event beside it."""
    return not verb.passive and any(kind_of(site, phrase) is not None for phrase in verb.subject[:1])


def _staged(site: Site, verb: Verb, phrase: Phrase, kind: str, status: str) -> Draft:
    if status == "in-force" and site.head(phrase) in ("emergency", "emergencies"):
        status = "extended"
    if kind in ("law", "other") and status == "adopted" and "proposed" in site.lows[phrase.i : phrase.j]:
        status = "proposed"  # "issued a proposed rule"
    if verb.lemma in ("finalize", "finalise") and kind == "law" and verb.form in ("v", "e") and not verb.infinitive:
        status = "adopted"  # "finalized a rule"
    draft = instrument_draft(site, phrase, kind, status)
    if verb.lemma == "declare" and site.head(phrase) in ("emergency", "emergencies"):
        _by_its_order(site, draft)
    parties = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    if status == "proposed":
        if parties:
            draft.roles["proposer"] = site.fillers(parties)
    elif status in _PARTIES and parties:
        who = site.fillers(parties)
        draft.roles["party"] = as_states(site, who)
    draft.realis = site.realis(verb)
    draft.by_noun = verb.relative and verb.passive  # "rejected the resolution passed in May" names it, whoever rejects
    if verb.passive and verb.i > 0 and "being" in site.lows[verb.i : verb.j] and status == "signed":
        draft.realis = "planned"
    governor = verb.infinitive_after if verb.infinitive else None
    if draft.realis == "actual" and site.lows[phrase.i] == "no":
        draft.realis = "negated"
    elif verb.infinitive and {"yet", "still"} & set(site.lows[max(0, verb.i - 2) : verb.i]):
        draft.realis = "negated"  # "has yet to ratify"
    elif governor is not None and draft.realis == "actual" and governor.lemma in _TO_COME:
        draft.realis = "planned"
    elif governor is not None and status == "implementing" and governor.lemma in _GOING_ON:
        draft.realis = site.realis(governor)
    if draft.realis == "actual" and _ahead(site, verb):
        draft.realis = "planned"
    if _called_for(verb) or (verb.passive and site.lows[verb.i] == "be" and not verb.infinitive):
        draft.realis = "proposed"  # "urged the Senate to pass", "recommended that the Act be revised"
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
    kinds = _DONE if draft.realis == "actual" and status in _PARTIES else DATED
    draft.time = _own_time(site, verb, outside_name(draft, site.time_near(verb.i, max(verb.j, verb.end), kinds=kinds)))
    if draft.time is not None and _is_of_phrase(site, phrase, draft.time):
        draft.time = None  # "repealed the July 16, 2015, rule"
    if status not in _PARTIES or status == "terminated":
        draft.time = _undated(site, draft)
    if draft.time is None and "hereby" in site.lows[max(0, verb.i - 1) : verb.j] and site.text.document.published:
        draft.time = TimeRef(site.text.document.published, None, None, None)
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


def _undated(site: Site, draft: Draft) -> TimeRef | None:
    """ "Executive Order 13801 of June 15, 2017, is revoked": the day of the order is not that of its end."""
    time, name = draft.time, draft.roles["instrument"][0]
    if time is None or time.start is None or name.end is None or time.start < name.end:
        return time
    return None if site.text.document.text[name.end : time.start].strip() == "of" else time


def _is_of_phrase(site: Site, phrase: Phrase, time: TimeRef) -> bool:
    """Whether a date stands between an instrument's article and its noun, and so tells which one is meant."""
    start, end = site.span(phrase.i, phrase.j)
    if time.start is None or time.end is None or time.start >= end:
        return False
    whole = site.text.document.text
    before = whole[max(0, time.start - 5) : time.start].lower().split()
    named = before[-1:] == ["the"] or (time.text or "").lower().startswith("the ")
    return named and not whole[time.end : max(start, time.end)].strip(" ,\n")


def _own_time(site: Site, verb: Verb, time: TimeRef | None) -> TimeRef | None:
    """A time without another verb between: "initialled and will be submitted in December" dates no initialling."""
    if time is None or time.start is None:
        return time
    starts = site.scene.sentence.starts
    for other in site.clauses.verbs:
        at = starts[other.main]
        if other.relative and other.passive and at < time.start < starts[verb.main] and other is not verb:
            return None  # "signed on 3 March 2020, had been ratified"
        if other is not verb and not other.relative and not other.infinitive:
            if starts[verb.main] < at < time.start or time.start < at < starts[verb.main]:
                return None
    return time


def _by_its_order(site: Site, draft: Draft) -> None:
    """ "by Decree 120 the King declared an emergency": the order is the instrument."""
    for spot in site.scene.spots:
        if spot.kind == "instrument" and spot.name[-1].isdigit() and site.lows[spot.i - 1] in ("by", "in"):
            draft.roles["instrument"] = site.fillers([Phrase(spot.i, spot.j, -1)])
            return


def _ahead(site: Site, verb: Verb) -> bool:
    """ "looks forward to signing", "his enthusiasm for signing": a gerund for what is still to come."""
    before = site.lows[max(0, verb.i - 2) : verb.i]
    return verb.form == "g" and len(before) == 2 and before[1] in ("to", "for") and before[0] in _FORWARD


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
    draft.roles["party"] = as_states(site, site.fillers(verb.subject))
    draft.time = site.time_near(verb.i, verb.j, kinds=DATED)
    return draft
