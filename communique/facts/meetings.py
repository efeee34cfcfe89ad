"""Meetings and calls, and what was discussed in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from communique.facts.agents import AGENT_NOUNS, MET
from communique.facts.companions import can_meet, hosts_talks, together, with_shared_heads
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import Frame
from communique.facts.phones import by_phone, by_telephone, spoken
from communique.facts.said import content_end
from communique.facts.settling import settle
from communique.facts.site import Site
from communique.facts.visits import is_destination
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_NOT_PARTNERS = frozenset(("meeting", "meetings", "talks", "visit", "summit", "issues", "topics", "importance", "call"))
_AUDIENCE = frozenset("reporters journalists press media audience crowd".split())
_MESSAGES = frozenset(("message", "messages", "letter", "letters", "invitation"))
_EVERY = frozenset(("every", season) for season in ("spring", "summer", "autumn", "winter", "fall"))
_CALLING = frozenset("present discuss bid introduce hand convey deliver pay congratulate inform brief express".split())
_DEMANDING = frozenset("this that these those our its their your my".split())
_TIMES = frozenset("week weekend month year morning afternoon evening night day time fall spring summer winter".split())
_RELATIONS = frozenset(
    "relations relationship cooperation competition ties trade partnership border dispute conflict war agreement "
    "treaty deal engagement alliance exchanges contacts collaboration issues tensions friendship links".split()
)
_CONSULTING = frozenset(("consult", "confer", "convene"))
_POSSESSING = frozenset(("'s", "’s", "'", "’"))
_APART = frozenset(("separate", "separately"))
_NEAR = 30
_ANYBODY = frozenset("governments people communities community americans citizens nation nations country world".split())
_TITLE_SCENES = 4
_CALLS = frozenset("call calls conversation phone telephone video".split())
_BEING = frozenset("am is are was were be been 'm 're ’m ’re".split())
_RAISED = frozenset(
    "glass glasses toast toasts hand hands voice voices money fund funds amount revenue tax taxes wage wages family "
    "kids children awareness standards ambition price prices cost costs rate rates flag flags cap ceiling limit "
    "bar stakes profile level age capital minimum".split()
)
_GONE_THROUGH = frozenset("agenda list points draft text items issues topics file files proposals lines".split())
_CROWDS = frozenset("group delegation team panel coalition number committee council family couple crew class".split())
_TOPIC_OPENERS = frozenset("in detail views on about upon notes up through at".split())


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """A meeting or call that a verb tells: "met today with …", "received …", "telephoned …"."""
    options = frame.options
    if not _fits(site, verb, options):
        return None
    if verb.lemma == "get" and verb.objects:
        return None  # "get this done together"
    participants = _gather(site, verb, options["participant"])
    if len(participants) == 1 and options.get("mutual") and site.lows[verb.subject[0].i if verb.subject else 0] == "we":
        other = next((p for p in reversed(site.discourse.recent) if p.name != participants[0].name), None)
        if other is not None:
            participants = [*participants, Filler(other.name, other.entity)]  # "when we met in Lima in March"
    signed = [f.name for f in site.text.signatories]
    if site.text.signers and signed == [f.name for f in participants]:
        participants = distinct([*participants, *site.text.signers])  # "We, the governments of …, met": who signed
    if not participants:
        return None
    speaking = verb.infinitive_after
    if verb.lemma in ("consult", "confer") and speaking is not None and speaking.lemma in ("speak", "call", "phone"):
        return None  # "spoke with her to consult with her"
    if verb.lemma in ("bring", "convene", "gather") and site.head((verb.objects or [Phrase(0, 1, -1)])[0]) in _ANYBODY:
        return None  # "works to bring people together"
    if len(participants) < 2 and not (options.get("mutual") and _plural_subject(site, verb)):
        return None
    finite = not _BEING.isdisjoint(site.lows[max(0, verb.main - 2) : verb.main])
    if verb.form == "g" and not finite and verb.lemma in ("meet", "gather") and not any(p.entity for p in participants):
        return None  # "We, the Heads of State, meeting in Oslo": the summit that the text is of
    if verb.passive and not verb.pp("by") and (verb.relative or verb.lemma == "meet"):
        return None  # "attacks will be met with force"
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
        kind = "call" if verb.lemma == "speak" and verb.form != "g" and not _titled_meeting(site) else "meeting"
    if verb.lemma == "meet" and verb.objects and not can_meet(site, verb.objects[0]):
        if (site.lows[verb.objects[0].i], site.head(verb.objects[0])) not in _EVERY:
            return None
    if verb.lemma == "meet" and verb.objects and _POSSESSING & set(site.lows[verb.objects[-1].j :][:1]):
        return None  # "meet students’ needs"
    vague = verb.lemma in _CONSULTING and bool(verb.modal) and not _is_someone(participants[1:])
    if vague and site.time_near(verb.i, verb.j) is None:
        return None  # "will consult with partners": how work is done
    if verb.lemma in ("gather", "meet", "convene") and site.lows[verb.main + 1 : verb.main + 4] == ["at", "a", "time"]:
        return None  # "we gather at a time when …"
    if verb.lemma == "meet" and (_meets_things(site, verb) or _meets_somebody(site, verb)):
        return None
    draft = Draft(kind, site.scene, {"participant": participants}, [site.evidence(verb, subject=False)])
    settle(site, draft, verb)
    if draft.realis == "actual" and verb.form == "v" and verb.subject and _whenever(site, verb):
        draft.realis = "habitual"
    return draft


def apart(site: Site, draft: Draft) -> list[Draft]:
    """The meetings of "held separate meetings with A and B", "met separately with A and B": one with each."""
    start, end = draft.evidence[0]
    starts = site.scene.sentence.starts
    said = [low for low, at in zip(site.lows, starts, strict=True) if start - _NEAR <= at <= end + _NEAR]
    people = draft.roles["participant"]
    partners = [f for f in people if f.start is not None and f.start > start]
    hosts = [f for f in people if f not in partners]
    if len(partners) < 2 or not hosts or _APART.isdisjoint(said):
        return [draft]
    out: list[Draft] = []
    for n, partner in enumerate(partners):
        own = draft.evidence if n == 0 else [(partner.start or start, partner.end or end)]
        out.append(
            replace(draft, roles={"participant": [*hosts, partner]}, evidence=list(own), value=dict(draft.value))
        )
    return out


def _is_someone(fillers: Sequence[Filler]) -> bool:
    """Whether one of them is known by name."""
    return any(filler.entity for filler in fillers)


def _titled_meeting(site: Site) -> bool:
    """Whether the title says that it was a meeting: "Readout of President A's Meeting with B"."""
    for scene in site.text.scenes[:_TITLE_SCENES]:
        if scene.role == "title":
            return "meeting" in scene.sentence.lows and _CALLS.isdisjoint(scene.sentence.lows)
    return False


def _meets_things(site: Site, verb: Verb) -> bool:
    """ "Resources that they need to meet them", "we will meet that test": things that are met."""
    lows, letters, k = site.lows, site.scene.letters, verb.main + 1
    if lows[k : k + 1] == ["it"]:
        return True
    if lows[k : k + 1] == ["them"]:
        return verb.infinitive or bool(verb.modal)
    if lows[k : k + 1] and lows[k] in _DEMANDING:
        k += 1
        while k < len(lows) and letters[k] in "dj":
            k += 1
        return k < len(lows) and letters[k] in "nfv" and lows[k] not in AGENT_NOUNS | MET | _TIMES
    return False


def _meets_somebody(site: Site, verb: Verb) -> bool:
    """ "I met a man whose father …": an anecdote."""
    if not verb.objects or verb.passive:
        return False
    met = verb.objects[0]
    head = site.head(met)
    unknown = site.scene.spot_to.get(met.j) is None and site.lows[met.i] in ("a", "an", "one", "some")
    return unknown and not head.endswith("s") and head not in _CROWDS


def _whenever(site: Site, verb: Verb) -> bool:
    """ "When I meet with young people": again and again."""
    first = verb.subject[0].i
    return bool({"when", "whenever"} & set(site.lows[max(0, first - 2) : first]))


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
    if verb.lemma == "address" and any(site.is_agent(p) for p in site.slot(verb, "object")):
        return None  # "addressed the assembly"
    if verb.lemma == "exchange" and site.lows[verb.main + 1 : verb.main + 2] != ["views"]:
        return None
    if verb.lemma in ("raise", "address", "cover", "consider", "examine", "focus", "debate", "explore", "compare") and (
        verb.modal or verb.infinitive
    ):
        return None
    if verb.lemma == "address" and (not verb.objects or _is_addressed(site, verb.objects[0])):
        return None
    if _is_idiom(site, verb):
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
    if with_phrases and site.is_agent(with_phrases[0]) and not _is_related(site, verb, with_phrases[0]):
        who = distinct([*who, *site.fillers(p for p in with_phrases if site.is_agent(p))])
    return who, site.evidence(verb), [site.span(start, last)]


def _is_idiom(site: Site, verb: Verb) -> bool:
    """ "Raised their glasses", "went through a crisis", "is considering it": nothing that is talked about."""
    head = site.head(verb.objects[0]) if verb.objects else ""
    if verb.lemma == "raise":
        return head in _RAISED
    if verb.lemma == "go":
        through = verb.pp("through")
        return not through or site.head(through[0]) not in _GONE_THROUGH
    return verb.lemma in ("consider", "examine", "cover", "explore") and head in ("it", "this", "that", "them")


def _is_addressed(site: Site, phrase: Phrase) -> bool:
    """Whether "addressed" is speaking to somebody, and not dealing with a topic."""
    spoken_to = ("conference", "body", "organization", "person", "office", "group")
    return site.spot_kind(phrase) in spoken_to or site.head(phrase) in ("summit", "forum", "session", "seminar")


def _is_related(site: Site, verb: Verb, phrase: Phrase) -> bool:
    """Whether "discussed competition with China" is on China and not with it."""
    if site.spot_kind(phrase) in ("person", "office") or site.scene.letters[phrase.i] == "r":
        return False
    return bool(verb.objects) and site.head(verb.objects[-1]) in _RELATIONS


def _fits(site: Site, verb: Verb, options: Mapping[str, Any]) -> bool:
    needs = options.get("needs")
    if needs is None:
        return True
    if needs == "intransitive":
        return not verb.objects and not verb.passive
    if needs == "with":
        if not verb.pp("with") and verb.lemma in ("speak", "talk"):
            return bool(verb.pp("to")) and site.spot_kind(verb.pp("to")[0]) == "person"
        partners = verb.pp("with")
        if verb.lemma in ("spend", "shake"):
            return bool(partners) and site.spot_kind(partners[0]) in ("person", "office")
        return bool(partners) and can_meet(site, partners[0])
    if needs == "last":  # "the ministers, who had last spoken in May"
        return "last" in site.lows[max(0, verb.i - 1) : verb.main] and not verb.pp("with")
    if needs == "phone":
        return spoken(site, verb)
    if needs == "person-object":
        objects = site.slot(verb, "object")
        if verb.lemma == "receive" and objects and site.spot_kind(objects[0]) == "body":
            return any(site.spot_kind(p) in ("person", "office") for p in site.slot(verb, "subject"))
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
    if needs == "seen":
        return _is_seen(site, verb)
    if needs == "message":
        return _is_handed(site, verb)
    if needs == "guest":
        return _receives(site, verb)
    if needs == "person-on":
        on = verb.pp("on", "upon")
        if not on or not site.is_person(on[0]) or site.spot_kind(on[0]) not in ("person", "office"):
            return False
        following = site.lows[on[-1].j : on[-1].j + 2]
        if following[:1] == ["to"] and _CALLING & set(site.lows[on[-1].j : on[-1].j + 2]):
            return True  # "called on the Minister to present …"
        return "to" not in following and "for" not in following
    if needs == "each-other":
        return "each" in site.lows[verb.main : verb.main + 3]
    return True


def _is_seen(site: Site, verb: Verb) -> bool:
    """Whether "saw" or "visited" somebody tells of an encounter."""
    if not verb.objects or verb.passive or site.spot_kind(verb.objects[0]) not in ("person", "office"):
        return False
    if verb.lemma == "visit":
        return site.is_person(verb.subject[0]) if verb.subject else False
    after = site.scene.letters[verb.objects[-1].j : verb.objects[-1].j + 1]
    if after and after in "fgje":
        return False  # "saw the President sign"
    governor = verb.infinitive_after
    going = governor is not None and governor.lemma in ("be", "go", "come", "travel", "fly", "return")
    return site.lows[verb.main] == "saw" or verb.modal == "will" or (verb.infinitive and going)


def _is_handed(site: Site, verb: Verb) -> bool:
    """Whether a message is brought in person: "handed over a letter from President R to President V"."""
    objects = [*site.slot(verb, "object"), *verb.pp("over")]
    receivers = [p for p in verb.pp("to") if site.spot_kind(p) in ("person", "office")]
    bearers = [p for p in site.slot(verb, "subject") if site.spot_kind(p) in ("person", "office")]
    return bool(objects) and site.head(objects[0]) in _MESSAGES and bool(receivers) and bool(bearers)


def _receives(site: Site, verb: Verb) -> bool:
    """ "Welcomed the Minister to State House" is a meeting; who is hosted in a town is on a visit."""
    objects, hosts = site.slot(verb, "object"), site.slot(verb, "subject")
    if not objects or not hosts or verb.pp("as"):
        return False
    if hosts_talks(site, verb):
        return True
    pronoun = site.lows[objects[0].i] in ("he", "she", "him", "her", "they", "them")
    if site.spot_kind(objects[0]) not in ("person", "office") and not (pronoun and site.is_person(hosts[0])):
        return False
    if site.scene.letters[hosts[0].i] == "r" and site.lows[hosts[0].i] in ("we", "i"):
        return False  # a greeting
    return not any(is_destination(site, p) for p in verb.pp("in", "to", "at"))


def _gather(site: Site, verb: Verb, slots: list[str]) -> list[Filler]:
    found: list[Filler] = []
    for slot in slots:
        met = slot != "subject" and (slot != "object" or verb.lemma in ("meet", "gather", "convene", "receive"))
        phrases = with_shared_heads(site, site.slot(verb, slot))
        able = [p for p in phrases if (can_meet(site, p) if met else site.is_agent(p))]
        agents = [p for p in able if site.head(p) not in _NOT_PARTNERS]
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
