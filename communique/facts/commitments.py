"""What somebody undertakes, agrees or is instructed to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.said import content_end
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_BINDABLE = frozenset(
    "government governments ministry ministries ministers minister leaders sides side parties secretariat committee "
    "council commission delegation delegations administration authorities president officials experts allies partners "
    "states negotiators teams team members contractor opposition alliance bloc".split()
)
_FIRST = frozenset(("i", "we"))


def is_commitment(site: Site, verb: Verb) -> bool:
    """Whether "agreed", "promised" tells of an undertaking, not of words: "agreed to", "agreed that … would"."""
    if verb.lemma not in ("agree", "promise", "pledge"):
        return False
    if verb.lemma != "agree":
        return True
    letters = site.scene.letters
    if letters[verb.main + 1 : verb.main + 3].startswith(("T", "RT")):
        return True
    return verb.that >= 0 and "M" in letters[verb.that : verb.that + 10]


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """ "agreed to convene …", "committed to …", "instructed the ministries to …", "looks forward to hosting …"."""
    options = frame.options
    subjects = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    if verb.passive and verb.lemma == "commit":
        subjects = [p for p in verb.subject if site.is_agent(p)]
    agreed = (
        verb.passive and verb.lemma in ("agree", "decide") and verb.subject and site.lows[verb.subject[0].i] == "it"
    )
    if agreed and site.discourse.pair:
        agents = list(site.discourse.pair)
    elif not subjects and not (verb.passive and verb.lemma in ("instruct", "task", "direct")):
        capitals = site.scene.sentence.words[verb.main].isupper() and not site.scene.heading
        if capitals or (site.text.signatories and verb.i <= 2 and not verb.passive):
            agents = list(site.discourse.voice or site.text.signatories)
        else:
            return []
    else:
        agents = _bound(site, subjects)
    if not agents or (verb.negated and verb.lemma not in ("intend", "plan")):
        return []
    counterpart: list[Filler] = []
    if options.get("to") == "object":
        bound = [p for p in site.slot(verb, "object") if site.is_agent(p) or site.scene.spot_to.get(p.j)]
        if not bound:
            return []
        counterpart, agents = agents, site.fillers(bound)
    if verb.form == "g" and "was" in site.lows[verb.i : verb.main]:
        return []  # "was planning to"
    if options.get("first") and site.lows[verb.subject[0].i] not in _FIRST:
        return []
    action = _action(site, verb, options)
    if action is None:
        return []
    draft = _draft(site, verb, agents, _evidence(site, verb, action), action)
    if counterpart:
        draft.roles["counterpart"] = counterpart
    if site.realis(verb) == "hypothetical":
        draft.realis = "hypothetical"
    return [draft]


def from_state(site: Site, verb: Verb) -> Draft | None:
    """ "is committed to strengthening …", "I am determined to …", "stands ready to …"."""
    adjectives = words_of(site.frames.data["acts"]["commitment"]["adjectives"])
    window = site.lows[verb.main : verb.main + 4]
    found = next((word for word in window if word in adjectives), None)
    subjects = [p for p in verb.subject if _binds(site, p)]
    if found is None or not subjects or verb.negated:
        return None
    at = verb.main + window.index(found)
    if site.lows[at + 1 : at + 2] != ["to"] or at + 2 >= len(site.lows):
        return None
    end = content_end(site, verb)
    if end <= at + 2:
        end = len(site.lows)
    agents = _bound(site, subjects)
    if not agents:
        return None
    action = site.span(at + 2, end)
    return _draft(site, verb, agents, _evidence(site, verb, action), action)


def from_will(site: Site, verb: Verb, *, reported: bool) -> Draft | None:
    """ "We will continue to …", "Canada would donate …": what the subject says or is said to be about to do.

    Args:
        site: the sentence.
        verb: with "will", "shall" or "would".
        reported: whether somebody says so; "would" binds nobody otherwise.
    """
    if verb.modal not in ("will", "shall", "'ll", "’ll", "would", "wo", "won") or verb.passive:
        return None
    if verb.modal == "would" and not reported and not _somebody_says(site, verb):
        return None
    if _is_forecast(site, verb) and verb.lemma not in ("allow", "continue"):
        return None
    subjects = [p for p in verb.subject if _binds(site, p)]
    if not subjects or verb.relative or (verb.modal == "would" and site.lows[subjects[0].i] == "i"):
        return None
    if len(site.lows) - verb.main < 5 and site.scene.role in ("turn", "answer"):
        return None  # "And we will do that."
    agents = _bound(site, subjects)
    if not agents:
        return None
    end = content_end(site, verb)
    if end <= verb.main:
        return None
    draft = _draft(site, verb, agents, site.evidence(verb), site.span(verb.main, end))
    if site.realis(verb) == "hypothetical":
        draft.realis = "hypothetical"
    return draft


def from_be_to(site: Site, verb: Verb) -> Draft | None:
    """ "The committee is to report back by 22 March": what its subject is bound to do."""
    governor = verb.infinitive_after
    if governor is None or governor.lemma != "be" or governor.negated or verb.passive:
        return None
    if site.scene.letters[governor.j : verb.i].strip("R") or site.lows[governor.main] not in ("is", "are"):
        return None
    if _is_forecast(site, verb):
        return None
    agents = _bound(site, [p for p in verb.subject if _binds(site, p)])
    end = content_end(site, verb)
    if not agents or end <= verb.main:
        return None
    told = site.evidence(governor, last=min(end, verb.main + 6))
    return _draft(site, verb, agents, told, site.span(verb.main, end))


def _draft(site: Site, verb: Verb, agents: list[Filler], told: tuple[int, int], action: tuple[int, int]) -> Draft:
    draft = Draft("commitment", site.scene, {"agent": agents}, [told], "planned")
    draft.value = {"action": site.quote(*action), "due": _due(site, verb)}
    return draft


def _is_forecast(site: Site, verb: Verb) -> bool:
    """Whether the verb after "will" or "is to" foresees, or tells an event of another type."""
    return verb.lemma in words_of(site.frames.data["acts"]["commitment"]["not"])


def _somebody_says(site: Site, verb: Verb) -> bool:
    """Whether another verb of the sentence reports what is said."""
    return any(
        v is not verb and (v.lemma in site.text.words.clausal) and not v.relative and v.form in ("e", "v", "p")
        for v in site.clauses.verbs
    )


def _bound(site: Site, subjects: list[Phrase]) -> list[Filler]:
    """Whom an undertaking binds: "we" of an official means the state."""
    agents = site.fillers(subjects)
    if len(subjects) == 1 and site.lows[subjects[0].i] == "we":
        return site.discourse.states_of(tuple(agents)) or agents
    return agents


def _binds(site: Site, phrase: Phrase) -> bool:
    letters = site.scene.letters
    if letters[phrase.i] == "r" and phrase.j - phrase.i == 1:
        return site.lows[phrase.i] in ("we", "i", "they", "he", "she")
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None:
        return spot.kind in ("state", "organization", "person", "office", "body", "group") or (
            spot.kind == "place" and spot.sense in ("capital", "seat")
        )
    return site.head(phrase) in _BINDABLE or site.lows[phrase.i : phrase.j] in (["his", "country"], ["her", "country"])


def _action(site: Site, verb: Verb, options: Mapping[str, Any]) -> tuple[int, int] | None:
    get = options.get
    end = content_end(site, verb)
    letters, lows = site.scene.letters, site.lows
    limit = min(end, verb.j + (26 if get("to") == "object" else 10))
    if verb.that >= 0 and get("to") != "object":
        binding = verb.lemma in ("agree", "decide", "pledge", "commit", "promise")
        told = binding and verb.that < end and "M" in letters[verb.that : verb.that + 11]
        return site.span(verb.that, end) if told else None
    for k in range(verb.j, limit):
        if lows[k] == "to" and k + 1 < end and (letters[k] == "T" or get("content")):
            if letters[k] == "T" or letters[k + 1] in "gdnjYfp" or get("content"):
                return site.span(k + 1, end)
        if lows[k] == "with" and k + 1 < end and letters[k + 1] == "g" and get("to") == "object":
            return site.span(k + 1, end)
        if letters[k] in ",v" and k > verb.j:
            break
    if get("object") and verb.objects and verb.objects[0].i < end:
        return site.span(verb.objects[0].i, end)
    return None


def _evidence(site: Site, verb: Verb, action: tuple[int, int]) -> tuple[int, int]:
    start, end = site.evidence(verb)
    starts = site.scene.sentence.starts
    k = next((n for n, s in enumerate(starts) if s >= action[0]), len(starts) - 1)
    last = min(k + 6, len(starts))
    while last - 1 > k and site.scene.letters[last - 1] in "idcuT,.":
        last -= 1
    return start, max(end if end - start < 60 else start, min(site.scene.sentence.ends[last - 1], action[1]))


def _due(site: Site, verb: Verb) -> str | None:
    for expression in site.times():
        if expression.kind == "deadline" and expression.start > site.scene.sentence.starts[verb.i]:
            return expression.edtf
    for expression in site.times():
        if expression.start > site.scene.sentence.starts[verb.i] and expression.kind in (
            "date",
            "relative",
            "interval",
        ):
            return expression.edtf if expression.edtf and not expression.bare_year else None
    return None
