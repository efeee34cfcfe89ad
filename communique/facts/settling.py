"""When, where and how real a drafted event is."""

from __future__ import annotations

from dataclasses import replace

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_HAPPENED = frozenset(("date", "relative", "interval", "vague", "recurring"))
_LASTING = _HAPPENED | {"since"}
_AHEAD = frozenset("upcoming forthcoming planned scheduled next future coming impending".split())
_POSSIBLE = frozenset("possible potential eventual hypothetical".split())
_PROPOSED = frozenset("proposed suggested requested".split())
_POSTPONED = frozenset("postponed delayed rescheduled deferred".split())
_CANCELLED = frozenset("cancelled canceled aborted scrapped".split())
_UNTIL = frozenset(("until", "till", "to"))
_MOVED = frozenset("postponed rescheduled moved delayed deferred shifted pushed put adjourned".split())
_HABITUAL = frozenset("annual regular weekly monthly quarterly yearly biannual biennial".split())
_SEEKING = frozenset("call seek demand advocate want favor favour press push appeal".split())
_PLANNING = frozenset("announce await anticipate look".split())
_AVOIDING = frozenset("reject refuse decline deny skip boycott miss avoid snub forgo rule stay".split())
_BEFORE = (("ahead", "of"), ("prior", "to"), ("eve", "of"), ("preparation", "for"), ("preparations", "for"))
_THOUGHTS = (
    (frozenset("plan plans preparations preparation arrangements date dates agreement".split()), "planned"),
    (frozenset("proposal proposals idea offer request requests call calls suggestion invitation".split()), "proposed"),
    (
        frozenset("possibility prospect prospects likelihood chance chances rumours rumors".split()),
        "hypothetical",
    ),
)
_PARTICLES = ("off", "for", "out", "on", "to", "in", "forward", "from")

_PRESENT = frozenset(("currently", "presently", "now", "today", "at present"))


def settle(site: Site, draft: Draft, verb: Verb) -> None:
    """Give a draft what stands with its verb."""
    draft.realis = site.realis(verb)
    kinds = None
    if draft.realis == "actual":  # what has happened did not do so by a deadline, nor since a day unless it still does
        kinds = _LASTING if verb.perfect else _HAPPENED
    draft.time = site.time_near(verb.i, max(verb.j, verb.end), kinds=kinds)
    draft.place = site.place_of(verb)
    plan_if_ahead(site, draft)


def settle_noun(site: Site, draft: Draft, phrase: Phrase, verb: Verb | None) -> None:
    """Give an event that a noun tells what stands with the noun and with the verb it hangs on."""
    if verb is not None and _carries(site, phrase, verb):
        settle(site, draft, verb)
        draft.place = draft.place or site.place_after(phrase)
    else:
        draft.time = site.time_near(phrase.i, phrase.j)
        draft.place = site.place_after(phrase)
    draft.realis = realis_of_noun(site, phrase, verb)
    put_off(site, draft)
    plan_if_ahead(site, draft)


def realis_of_noun(site: Site, phrase: Phrase, verb: Verb | None) -> str:
    """How real an event is that a noun tells, from the noun's own words and the verb it hangs on.

    Args:
        site: the sentence.
        phrase: the noun with its determiner and adjectives.
        verb: whose subject, object or complement it is.
    """
    own = set(site.lows[phrase.i : phrase.j])
    if "no" in own:
        return "negated"
    thought = _thought_of(site, phrase)
    if thought:
        return thought
    for words, realis in ((_POSTPONED, "postponed"), (_CANCELLED, "cancelled"), (_PROPOSED, "proposed")):
        if words & own:
            return realis
    told = _by_verb(site, phrase, verb) if verb is not None else "actual"
    if told != "actual":
        return told
    if _POSSIBLE & own:
        return "hypothetical"
    if site.lows[max(0, phrase.i - 2) : phrase.i] == ["followed", "by"]:
        leading = next((v for v in reversed(site.clauses.verbs) if v.main < phrase.i - 2 and v.subject), None)
        if leading is not None and site.realis(leading) == "planned":
            return "planned"  # "the ministers will meet, followed by a session of the Council"
    if _AHEAD & own or _stands_before(site, phrase):
        return "planned"
    return "habitual" if _HABITUAL & own else "actual"


def _thought_of(site: Site, phrase: Phrase) -> str:
    """ "Plans for a meeting", "the possibility of talks", "no plans for a visit": what the noun before makes of it."""
    kinds, at = site.clauses.kinds, phrase.at
    if at < 2 or kinds[at - 2 : at] != "Ni" or site.lows[phrase.i - 1] not in ("for", "of", "on", "about", "to"):
        return ""
    outer = site.clauses.phrases[at - 2]
    realis = next((realis for nouns, realis in _THOUGHTS if site.head(outer) in nouns), "")
    return "negated" if realis and "no" in site.lows[outer.i : outer.j] else realis


def _by_verb(site: Site, phrase: Phrase, verb: Verb) -> str:
    realis, frames = site.realis(verb), site.frames
    if not _carries(site, phrase, verb):
        return "planned" if realis == "planned" else "actual"  # "did not comment at the meeting"
    if phrase.among(verb.subject) and not verb.passive:
        return realis
    if realis == "negated":
        return realis
    if verb.lemma in frames.proposed or verb.lemma in _SEEKING:
        return "proposed"
    affected = phrase.among([*site.slot(verb, "object"), *verb.pp("off")])
    if verb.lemma in frames.postponed:
        return "postponed" if affected else "planned"  # "deferred it to the next session"
    if verb.lemma in frames.cancelled and affected:
        return "cancelled"
    if verb.lemma in frames.planned or verb.lemma in _PLANNING:
        return "planned"
    if verb.lemma in _AVOIDING:
        return "negated"
    return realis


def _carries(site: Site, phrase: Phrase, verb: Verb) -> bool:
    """Whether the verb is about the event: it is its subject, object, or stands after its particle."""
    if phrase.among(verb.subject) or phrase.among(site.slot(verb, "object")):
        return True
    return phrase.among(verb.pp(*_PARTICLES)) and verb.lemma != "be"


def _stands_before(site: Site, phrase: Phrase) -> bool:
    """Whether "ahead of", "prior to" or the like stands before the noun."""
    before = tuple(site.lows[max(0, phrase.i - 2) : phrase.i])
    return before in _BEFORE


def put_off(site: Site, draft: Draft) -> None:
    """Of a postponed event keep the new date as its time: "until 12 June"; the old one is what it is instead of."""
    if draft.realis != "postponed" or draft.time is None or "instead_of" in draft.value:
        return
    time = site.ahead(draft.time)
    edtf, first, at = time.edtf, (time.text or "").split(" ")[0].lower(), time.start or 0
    k = next((n for n, start in enumerate(site.scene.sentence.starts) if start >= at), len(site.lows))
    before = site.lows[k - 1] if k else ""
    if first == "from" and edtf is not None and "/" in edtf:  # "postponed from 3 May to 10 June"
        old, _, new = edtf.partition("/")
        draft.time, draft.value["instead_of"] = replace(time, edtf=new), old
    elif first in _UNTIL or before in _UNTIL or (before == "for" and _MOVED & set(site.lows[:k])):
        draft.time = replace(time, edtf=edtf.removeprefix("../") if edtf is not None else None)
    else:
        draft.time = None
        if edtf is not None and not _MOVED & set(site.lows[max(0, k - 1) : k]):
            draft.value["instead_of"] = edtf


def plan_if_ahead(site: Site, draft: Draft) -> None:
    """What is dated after the document is planned, whatever the tense, and what is planned is not dated before it."""
    if draft.realis == "planned" and draft.time is not None and draft.time.edtf and not site.is_future(draft.time.edtf):
        ahead = site.ahead(draft.time)
        if ahead.edtf and site.is_future(ahead.edtf):
            draft.time = ahead
    if draft.realis == "actual" and draft.time is not None and draft.time.edtf and site.is_future(draft.time.edtf):
        draft.realis = "planned"


def date_of_state(draft: Draft) -> None:
    """Who holds an office on the day of some event holds it before and after: such a day is not its time."""
    time = draft.time
    edtf = time.edtf if time is not None else None
    if time is not None and (time.text or "").lower() in _PRESENT:
        return
    if (
        draft.realis == "actual"
        and draft.value.get("phase") == "holds"
        and edtf is not None
        and "/" not in edtf
        and len(edtf) > len("2024-05")
    ):
        draft.time = None
