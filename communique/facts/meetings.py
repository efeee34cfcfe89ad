"""Meetings and calls, and what was discussed in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.drafts import Draft, distinct
from communique.facts.frames import Frame, words_of
from communique.facts.settling import settle
from communique.facts.site import Site
from communique.facts.statements import content_end
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_PHONE = frozenset(("phone", "telephone", "call", "video", "videoconference"))
_NOT_PARTNERS = frozenset(("meeting", "meetings", "talks", "visit", "summit", "issues", "topics", "importance", "call"))
_COMPANY = frozenset(("accompany", "escort"))
_GOING = frozenset(("be", "arrive", "travel", "come", "fly"))
_DURING = (["in"], ["during"], ["after"], ["following"], ["at"], ["before"])
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
    if kind == "meeting" and verb.lemma in ("confer", "consult", "converse") and _phone_words(site, verb):
        return None
    if kind == "meeting" and options.get("or_call"):
        if _phone_words(site, verb):
            return None  # the frame of calls will have it
        kind = "call" if verb.lemma == "speak" else "meeting"
    if verb.lemma == "meet" and verb.objects and not any(site.is_agent(p) for p in verb.objects):
        return None
    draft = Draft(kind, site.scene, {"participant": participants}, [site.evidence(verb, subject=False)])
    settle(site, draft, verb)
    return draft


def from_noun(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """A meeting or call that a noun tells: "held talks with …", "President A's call with …", "a meeting between …"."""
    head = site.head(phrase)
    verb = site.governor(phrase) or site.subject_of(phrase)
    light = words_of(site.frames.data["events"]["meeting"]["light"])
    participants: list[Filler] = []
    if kind == "meeting" and _PHONE & set(site.lows[phrase.i : phrase.j - 1]):
        kind = "call"  # "a telephone conversation", "video talks"
    possessor = site.possessor(phrase)
    for preposition, phrases in site.after(phrase):
        if preposition == "on" and head == "call":
            kind = "meeting"  # "a courtesy call on the Deputy President"
        if preposition in ("with", "between", "of", "by", "among", "and") or (preposition == "on" and head == "call"):
            agents = [p for p in phrases if site.is_agent(p)]
            if preposition == "of" and not all(site.is_person(p) or site.scene.spot_to.get(p.j) for p in phrases):
                continue
            participants.extend(site.fillers(agents))
    if not participants and verb is not None and phrase.among(verb.subject):
        between = [p for p in verb.pp("between", "with") if site.is_agent(p)]
        participants = site.fillers(between)  # "A meeting was held between A and B"
    if possessor is not None and site.is_agent(possessor):
        participants = [*site.fillers([possessor]), *participants]
    governed = verb is not None and verb.lemma in light and phrase.among(site.slot(verb, "object"))
    towards = verb is not None and verb.lemma in _GOING and phrase.among(verb.pp("for"))
    if verb is not None and (
        governed or towards or (verb.lemma in ("participate", "take", "engage") and verb.pp("in"))
    ):
        subjects = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
        participants = [*site.fillers(subjects), *participants]
    if participants and verb is not None and verb.lemma in _COMPANY and phrase.among(verb.pp("to", "for", "in", "at")):
        participants = [*site.fillers(p for p in (*verb.subject, *verb.objects) if site.is_agent(p)), *participants]
    if verb is None and len(participants) == 1:
        participants = [*site.keeper(phrase), *participants]
    participants = distinct(participants)
    if len(participants) == 1 and site.lows[phrase.i - 1 : phrase.i] in _DURING:
        later = next(
            (v for v in site.clauses.verbs if v.i > phrase.j and v.subject and v.subject[0].i > phrase.j), None
        )
        if later is not None:  # "In a phone call with R, Minister V expressed …"
            who = site.fillers(p for p in later.subject if site.is_person(p))
            participants = distinct([*who, *participants])
    if len(participants) == 1 and kind == "meeting" and head == "call" and site.discourse.guests:
        participants = distinct([*site.discourse.guests, *participants])
    if len(participants) < 2 and site.scene.role == "title":
        named = [Phrase(s.i, s.j, -1) for s in site.scene.spots if s.kind == "person"]
        if len(named) > 1:
            participants = site.fillers(named)
    if not participants or (len(participants) < 2 and not _groupish(participants[0])):
        return None
    if head in ("consultation", "consultations", "coordination", "talks") and site.lows[phrase.i - 1 : phrase.i] == [
        "in"
    ]:
        return None  # "in consultation with"
    if head in ("conversation", "dialogue", "engagement", "discussions", "discussion") and len(participants) < 2:
        return None
    draft = Draft(kind, site.scene, {"participant": participants}, [site.noun_evidence(phrase)])
    if governed and verb is not None:
        start = verb.i if site.scene.letters[verb.i] != "T" else verb.i + 1
        if start < phrase.i:
            draft.evidence = [(site.span(start, start + 1)[0], draft.evidence[0][1])]
    if verb is not None:
        settle(site, draft, verb)
        draft.place = draft.place or site.place_after(phrase)
    else:
        draft.time = site.time_near(phrase.i, phrase.j)
        draft.place = site.place_after(phrase)
    if site.lows[phrase.i] == "no":
        draft.realis = "negated"
    if verb is not None and verb.negated and phrase.among(verb.subject):
        draft.realis = "negated"
    if draft.realis == "actual" and any(low in ("annual", "regular") for low in site.lows[phrase.i : phrase.j]):
        draft.realis = "habitual"
    return draft


def topics_from_verb(site: Site, verb: Verb) -> tuple[list[Filler], tuple[int, int], list[tuple[int, int]]] | None:
    """What "discussed …" gives: who, the evidence, the topics."""
    if verb.lemma == "address" and any(site.is_agent(p) for p in site.slot(verb, "object")):
        return None  # "addressed the assembly"
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
    if needs == "with":
        return bool(verb.pp("with")) and site.is_agent(verb.pp("with")[0])
    if needs == "last":  # "the two leaders, who last spoke on February 3"
        return "last" in site.lows[max(0, verb.i - 1) : verb.main] and not verb.pp("with")
    if needs == "phone":
        return _phone_words(site, verb)
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
    if needs == "person-on":
        on = verb.pp("on", "upon")
        if not on or not site.is_person(on[0]):
            return False
        following = site.lows[on[-1].j : on[-1].j + 2]
        return "to" not in following and "for" not in following
    if needs == "each-other":
        return "each" in site.lows[verb.main : verb.main + 3]
    return True


def _gather(site: Site, verb: Verb, slots: list[str]) -> list[Filler]:
    phrases = (p for slot in slots for p in site.slot(verb, slot))
    return site.fillers(p for p in phrases if site.is_agent(p) and site.head(p) not in _NOT_PARTNERS)


def _groupish(filler: Filler) -> bool:
    words = filler.name.split()
    if len(words) < 2 or filler.entity is not None:
        return False
    return filler.name[-1] == "s" or (words[0].endswith("s") and " and " in filler.name)


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
    return last.endswith("s") and site.is_person(phrase)


def _phone_words(site: Site, verb: Verb) -> bool:
    return any(low in _PHONE for low in site.lows[verb.i : verb.end + 4])
