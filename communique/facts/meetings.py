"""Meetings and calls, and what was discussed in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.companions import together
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import Frame
from communique.facts.phones import by_phone, by_telephone, spoken
from communique.facts.said import content_end
from communique.facts.settling import settle
from communique.facts.site import Site
from communique.facts.visits import is_destination
from communique.language.clauses import Verb
from communique.model import Filler

_NOT_PARTNERS = frozenset(("meeting", "meetings", "talks", "visit", "summit", "issues", "topics", "importance", "call"))
_AUDIENCE = frozenset("reporters journalists press media audience crowd".split())
_CALLING = frozenset("present discuss bid introduce hand convey deliver pay congratulate inform brief express".split())
_TOPIC_OPENERS = frozenset("in detail views on about upon notes up through at".split())


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """A meeting or call that a verb tells: "met today with …", "received …", "telephoned …"."""
    options = frame.options
    if not _fits(site, verb, options):
        return None
    participants = _gather(site, verb, options["participant"])
    if len(participants) == 1 and options.get("mutual") and site.lows[verb.subject[0].i if verb.subject else 0] == "we":
        other = next((p for p in reversed(site.discourse.recent) if p.name != participants[0].name), None)
        if other is not None:
            participants = [*participants, Filler(other.name, other.entity)]  # "when we met in Lima in March"
    if len(participants) < 2 and not (options.get("mutual") and _plural_subject(site, verb)):
        return None
    if verb.relative and verb.passive and not verb.pp("by"):
        return None
    kind = frame.type
    if kind == "meeting" and verb.lemma in ("confer", "consult", "converse") and spoken(site, verb):
        return None
    if verb.lemma == "meet" and by_phone(site, verb.i, verb.end, noun=True) != (kind == "call"):
        return None
    if kind == "meeting" and options.get("or_call"):
        if spoken(site, verb):
            return None  # the frame of calls will have it
        if any(site.head(p) in _AUDIENCE for p in verb.pp("to", "with")):
            return None
        kind = "call" if verb.lemma == "speak" and verb.form != "g" else "meeting"
    if verb.lemma == "meet" and verb.objects and not any(site.is_agent(p) for p in verb.objects):
        return None
    draft = Draft(kind, site.scene, {"participant": participants}, [site.evidence(verb, subject=False)])
    settle(site, draft, verb)
    return draft


def from_telephone(site: Site, verb: Verb) -> Draft | None:
    """A call whatever was done in it: "conveyed this by telephone to Minister K", "informed her over the phone"."""
    if not by_telephone(site, verb) or (verb.passive and not verb.pp("by", "to")):
        return None
    participants = _gather(site, verb, ["subject", "object", "with", "to"])
    people = [p for slot in ("subject", "object", "with", "to") for p in site.slot(verb, slot) if site.is_person(p)]
    if len(participants) < 2 or not people:
        return None
    draft = Draft("call", site.scene, {"participant": participants}, [site.evidence(verb)])
    settle(site, draft, verb)
    return draft


def topics_from_verb(site: Site, verb: Verb) -> tuple[list[Filler], tuple[int, int], list[tuple[int, int]]] | None:
    """What "discussed …" gives: who, the evidence, the topics."""
    if verb.lemma == "exchange" and site.lows[verb.main + 1 : verb.main + 2] != ["views"]:
        return None
    if verb.lemma in ("raise", "address", "cover", "consider", "examine", "focus", "debate", "explore", "compare") and (
        verb.modal or verb.infinitive
    ):
        return None
    subjects = site.slot(verb, "subject")
    if not subjects or not all(
        site.is_agent(p) or site.head(p) in ("talks", "discussions", "meeting") for p in subjects
    ):
        return None
    who = site.fillers(p for p in subjects if site.is_agent(p))
    last = content_end(site, verb)
    start = verb.j
    while start < last and (site.lows[start] in _TOPIC_OPENERS or site.scene.letters[start] == "R"):
        start += 1
    if start >= last:
        return None
    with_phrases = verb.pp("with")
    if with_phrases and site.is_agent(with_phrases[0]):
        who = distinct([*who, *site.fillers(p for p in with_phrases if site.is_agent(p))])
    return who, site.evidence(verb), [site.span(start, last)]


def _fits(site: Site, verb: Verb, options: Mapping[str, Any]) -> bool:
    needs = options.get("needs")
    if needs is None:
        return True
    if needs == "intransitive":
        return not verb.objects and not verb.passive
    if needs == "with":
        return bool(verb.pp("with")) and site.is_agent(verb.pp("with")[0])
    if needs == "last":  # "the two leaders, who last spoke on February 3"
        return "last" in site.lows[max(0, verb.i - 1) : verb.main] and not verb.pp("with")
    if needs == "phone":
        return spoken(site, verb)
    if needs == "person-object":
        objects = site.slot(verb, "object")
        if not objects or not site.is_person(objects[0]) or site.spot_kind(objects[0]) == "name":
            return False
        if verb.lemma == "call" and (verb.that >= 0 or (len(verb.objects) > 1 and not site.is_person(verb.objects[1]))):
            return False
        if (
            verb.lemma == "call"
            and verb.main + 1 < len(site.lows)
            and site.lows[verb.main + 1] in ("on", "for", "upon")
        ):
            return False
        if verb.lemma == "call" and not verb.passive:  # "called him a friend", "called them out" name or blame
            after = verb.objects[-1].j
            return after >= len(site.lows) or (
                site.scene.letters[after] not in "qdjnpY" and site.lows[after] not in ("out", "by", "names")
            )
        return site.scene.letters[verb.j] not in "q" if verb.j < len(site.lows) else True
    if needs == "guest":
        return _receives(site, verb)
    if needs == "person-on":
        on = verb.pp("on", "upon")
        if not on or not site.is_person(on[0]):
            return False
        following = site.lows[on[-1].j : on[-1].j + 2]
        if following[:1] == ["to"] and _CALLING & set(site.lows[on[-1].j : on[-1].j + 2]):
            return True  # "called on the Minister to present …"
        return "to" not in following and "for" not in following
    if needs == "each-other":
        return "each" in site.lows[verb.main : verb.main + 3]
    return True


def _receives(site: Site, verb: Verb) -> bool:
    """ "Welcomed the Minister to State House" is a meeting; who is hosted in a town is on a visit."""
    objects, hosts = site.slot(verb, "object"), site.slot(verb, "subject")
    if not objects or site.spot_kind(objects[0]) not in ("person", "office") or not hosts or verb.pp("as"):
        return False
    if site.scene.letters[hosts[0].i] == "r" and site.lows[hosts[0].i] in ("we", "i"):
        return False  # a greeting
    return not any(is_destination(site, p) for p in verb.pp("in", "to", "at"))


def _gather(site: Site, verb: Verb, slots: list[str]) -> list[Filler]:
    found: list[Filler] = []
    for slot in slots:
        agents = [p for p in site.slot(verb, slot) if site.is_agent(p) and site.head(p) not in _NOT_PARTNERS]
        found.extend(together(site, agents))
    return distinct(found)


def _plural_subject(site: Site, verb: Verb) -> bool:
    if len(verb.subject) != 1:
        return len(verb.subject) > 1
    phrase = verb.subject[0]
    last = site.head(phrase)
    if site.scene.letters[phrase.i] == "r":
        return last in ("they", "we")
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.kind not in ("group", "demonym", "office"):
        return False
    if spot is not None and spot.office is not None and spot.office.plural:
        return True  # "the leaders of the G7"
    return last.endswith("s") and site.is_person(phrase)
