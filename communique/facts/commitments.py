"""What somebody undertakes, agrees or is instructed to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.bound import binds, bound, commitment, is_forecast, told_with
from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.said import content_end
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_FIRST = frozenset(("i", "we"))
_ORDERS = frozenset("order decree law directive memorandum resolution act mandate proclamation".split())
_MONEY = frozenset("$ € £ million billion trillion dollars euros yen pounds".split())
_REMAIN = frozenset(("remain", "remains", "remained", "stand", "stands", "stood"))
_NOT_BINDING = frozenset(("can", "could", "may", "might", "must", "should"))
_TEXTS = frozenset("declaration statement communique communiqué agreement resolution text plan budget report".split())
_ORDERED = frozenset(("directed", "instructed", "ordered", "tasked"))
_MEANWHILE = frozenset(("as", "while", "because", "when", "since", "where", "if", "how", "what"))
_NOBODY = frozenset(("none", "nobody", "neither"))
_EVENTS = frozenset(("visit", "travel", "go"))


_ABLE = frozenset("can could may might must cannot".split())


def is_commitment(site: Site, verb: Verb) -> bool:
    """Whether "agreed", "promised" tells of an undertaking, not of words: "agreed to", "agreed that … would"."""
    if verb.lemma in ("vote", "report") and verb.modal in ("will", "would", "shall"):
        return not verb.passive and bool(verb.pp("to", "against", "for"))
    if verb.lemma not in ("agree", "promise", "pledge"):
        return False
    if verb.lemma != "agree":
        return True
    letters = site.scene.letters
    if letters[verb.main + 1 : verb.main + 3].startswith(("T", "RT")):
        return True
    if site.lows[verb.j : verb.j + 1] == ["with"]:
        return False  # "we agree with Congress that"
    if any(not _is_abstract(site, p) for p in verb.pp("on", "upon")):
        return True
    modals = {site.lows[k] for k in range(verb.that, min(verb.that + 10, len(letters))) if letters[k] == "M"}
    return verb.that >= 0 and bool(modals - _ABLE)  # "agreed that they can pay for it" is a view


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """ "agreed to convene …", "committed to …", "instructed the ministries to …", "looks forward to hosting …"."""
    options = frame.options
    if (verb.negated and verb.lemma not in ("intend", "plan")) or (_is_past(site, verb) and not options.get("gerund")):
        return []
    if _is_exhortation(site, verb) or _is_repeated_order(site, verb):
        return []
    if verb.lemma in ("authorize", "authorise") and set(site.lows[verb.j : verb.j + 2]).isdisjoint(_ORDERED):
        return []  # who may do something has not to; "authorized and directed" has
    if verb.lemma == "mean" and verb.subject and site.lows[verb.subject[0].i] in ("it", "that", "this", "which"):
        return []
    if verb.modal in _NOT_BINDING and verb.subject and not verb.passive:
        return []
    if options.get("progressive") and not (verb.form == "g" and site.scene.letters[verb.i] == "x"):
        return []
    if options.get("passive") == "only" and not verb.passive:
        return []
    if verb.i == verb.main and site.lows[verb.i - 1] in _REMAIN:
        return []  # "remains committed to": told by "remains"
    counterpart: list[Filler] = []
    if options.get("to") == "object":
        told = [p for p in site.slot(verb, "object") if site.is_agent(p) or site.scene.spot_to.get(p.j)]
        agents = site.fillers(told)
        counterpart = bound(site, [p for p in site.slot(verb, "subject") if site.is_agent(p)])
        if not (counterpart or verb.passive or _orders(site, verb)):
            counterpart = _signatories(site, verb)
            agents = agents if counterpart else []
    else:
        agents = _undertakers(site, verb, options)
    if not agents:
        return []
    if options.get("first") and not _in_first_person(site, verb):
        return []
    action = _action(site, verb, options)
    if action is None:
        return []
    draft = commitment(site, verb, agents, told_with(site, verb, action), action)
    if counterpart:
        draft.roles["counterpart"] = counterpart
    if options.get("realis"):
        draft.realis = str(options["realis"])
    return [draft]


def _in_first_person(site: Site, verb: Verb) -> bool:
    """Whether "I" or "we" says it in a main clause, not in "as we seek to build"."""
    if not verb.subject or site.lows[verb.subject[0].i] not in _FIRST:
        return False
    return site.lows[max(0, verb.subject[0].i - 1)] not in _MEANWHILE


def _undertakers(site: Site, verb: Verb, options: Mapping[str, Any]) -> list[Filler]:
    """Who binds themselves: the subject, in the passive of some verbs too ("are committed to"), or who signs."""
    subjects = verb.subject if verb.passive and options.get("passive") else site.slot(verb, "subject")
    if verb.passive and verb.subject and site.lows[verb.subject[0].i] == "it" and site.discourse.pair:
        return list(site.discourse.pair)  # "it was agreed to …"
    strict = options.get("progressive") or options.get("passive") == "only"
    able = [p for p in subjects if binds(site, p) or (not strict and site.is_agent(p))]
    able = [p for p in able if site.head(p) not in _TEXTS]  # "a declaration pledging aid"
    agents = bound(site, [p for p in able if site.lows[p.i] not in _NOBODY])
    return agents or ([] if subjects else _signatories(site, verb))


def _orders(site: Site, verb: Verb) -> bool:
    """Whether an order or law directs, and no person: "an Executive Order directing agencies to …"."""
    return any(site.spot_kind(p) == "instrument" or site.head(p) in _ORDERS for p in verb.subject)


def _signatories(site: Site, verb: Verb) -> list[Filler]:
    """Who resolves in a list without subjects: "DECIDES to …", "agree to …" of a joint text."""
    capitals = site.scene.sentence.words[verb.main].isupper() and not site.scene.heading
    if capitals or (site.text.signatories and verb.i <= 2 and not verb.passive):
        thing = site.discourse.thing
        return list(site.discourse.voice or site.text.signatories) or ([thing] if capitals and thing else [])
    return []


def _is_exhortation(site: Site, verb: Verb) -> bool:
    """ "let us recommit", "we must rededicate ourselves": nobody has undertaken it yet."""
    if verb.lemma in ("recommit", "rededicate") and verb.infinitive:
        return True  # "join together to recommit ourselves"
    if site.lows[max(0, verb.i - 2) : verb.i] == ["us", "in"]:
        return True  # "encouraged others to join us in committing to"
    return verb.lemma.startswith(("recommit", "rededicate", "commit", "dedicate", "resolve")) and (
        verb.modal in ("must", "should", "can", "may") or site.lows[max(0, verb.i - 2) : verb.i] == ["let", "us"]
    )


def _is_repeated_order(site: Site, verb: Verb) -> bool:
    """The second half of "is authorized and directed to publish", which the first half has told."""
    first = verb.follows
    return (
        first is not None
        and first.lemma in ("authorize", "authorise", "request", "instruct", "direct")
        and site.scene.letters[verb.i - 1 : verb.i] == "c"
        and first.at == verb.at - 2
    )


def _is_past(site: Site, verb: Verb) -> bool:
    """ "was planning to", "were preparing to"."""
    return verb.form == "g" and bool({"was", "were"} & set(site.lows[verb.i : verb.main]))


def from_state(site: Site, verb: Verb) -> Draft | None:
    """ "is committed to strengthening …", "I am determined to …", "stands ready to …"."""
    adjectives = words_of(site.frames.data["acts"]["commitment"]["adjectives"])
    window = site.lows[verb.main : verb.main + 4]
    found = next((word for word in window if word in adjectives), None)
    subjects = [p for p in verb.subject if binds(site, p)]
    if found is None or not subjects or verb.negated:
        return None
    at = verb.main + window.index(found)
    if site.lows[at + 1 : at + 2] != ["to"] or at + 2 >= len(site.lows):
        return None
    due = found in ("due", "set")
    if (due and site.lows[verb.main] in ("was", "were")) or _tells_event(site, at + 2, strict=due):
        return None
    end = content_end(site, verb)
    if end <= at + 2:
        end = len(site.lows)
    agents = bound(site, subjects)
    if not agents:
        return None
    action = site.span(at + 2, end)
    return commitment(site, verb, agents, told_with(site, verb, action), action)


def _action(site: Site, verb: Verb, options: Mapping[str, Any]) -> tuple[int, int] | None:
    """What is undertaken: what follows "to", "with …ing", "that … will", or the object."""
    end = content_end(site, verb)
    letters, lows = site.scene.letters, site.lows
    of_object = options.get("to") == "object"
    if verb.that >= 0 and not of_object:
        binding = verb.lemma in ("agree", "decide", "pledge", "commit", "promise", "resolve", "vow")
        modal = next((k for k in range(verb.that, min(end, verb.that + 11)) if letters[k] == "M"), None)
        told = binding and modal is not None and lows[modal] not in _NOT_BINDING
        return site.span(verb.that, end) if told else None
    if options.get("gerund"):
        k = verb.j + (letters[verb.j : verb.j + 1] == "i")
        return site.span(k, end) if k < end and lows[k].endswith("ing") else None
    nouns, reach = options.get("content"), int(options.get("reach", 10))
    for k in range(verb.j, min(end, verb.j + (26 if of_object else reach))):
        if lows[k] == "to" and k + 1 < end and (letters[k] == "T" or nouns):
            if verb.lemma == "look" and not lows[k + 1].endswith("ing"):
                return None  # "look forward to the day"
            return None if _tells_event(site, k + 1, strict=options.get("passive") == "only") else site.span(k + 1, end)
        if lows[k] == "with" and of_object and k + 1 < end and letters[k + 1] == "g":
            return site.span(k + 1, end)
        if letters[k] == "v" or (letters[k] == "," and k > verb.j and not of_object):
            break
    if options.get("on"):
        if verb.modal and verb.modal not in ("will", "would", "shall"):
            return None
        settled = [p for p in verb.pp("on", "upon") if not _is_abstract(site, p)]
        return site.span(settled[0].i, end) if settled and settled[0].i < end else None
    if options.get("object") and verb.objects and verb.objects[0].i < end:
        if verb.lemma == "commit" and not _MONEY & set(lows[verb.j : verb.j + 8]):
            return None  # "committed a crime"
        if lows[verb.objects[0].i] in ("you", "him", "her", "them", "me", "us", "myself") and verb.objects[0].j == end:
            return None  # "I promise you"
        if lows[verb.j : verb.j + 2] in (["you", ","], ["you", "."], ["you", ":"]):
            return None
        return site.span(verb.objects[0].i, end)
    return None


def _is_abstract(site: Site, phrase: Phrase) -> bool:
    """Whether it is a view that is agreed on, "the importance of trade", or an instrument."""
    views = words_of(site.frames.data["acts"]["commitment"]["views"])
    return site.head(phrase) in views or site.spot_kind(phrase) == "instrument"


def _tells_event(site: Site, k: int, *, strict: bool) -> bool:
    """Whether what is undertaken is an event of its own: "intends to travel to Suva".

    Args:
        site: the sentence.
        k: token after "to".
        strict: whether talks and arrivals are too, as in "is scheduled to hold talks".
    """
    doing = next((v for v in site.clauses.verbs if v.i <= k <= v.main and v.infinitive), None)
    return doing is not None and (doing.lemma in _EVENTS or (strict and is_forecast(site, doing)))
