"""Who says what: reporting verbs, performatives of first-person texts, and adjectives that report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.said import content_end, content_of
from communique.facts.saying_needs import SAYING
from communique.facts.site import Site
from communique.facts.speaking import (
    first_person,
    imperative,
    inverted,
    is_speaker,
    is_spoken,
    led,
    of_home,
    own_state,
    parenthetic,
    resumed,
    speaks_on,
)
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_SPEAKER_KINDS = frozenset(("person", "office", "state", "organization", "body", "group", "place", "name", "demonym"))
_OWN_CLEAR = frozenset(("clear", "adamant", "explicit", "unequivocal"))
_TEXTS = frozenset(
    "statement ruling letter decision judgment judgement report communique communiqué notice message".split()
)
_POSSIBLE = frozenset(("may", "might", "could", "should", "can", "must"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """The statement that a verb reports or performs, or None where it is no speech here.

    Args:
        site: the sentence.
        verb: with a frame of type ``statement``.
        frame: its frame.
    """
    options = frame.options
    resumed(site, verb)
    behind = inverted(site, verb)
    first = not behind and first_person(site, verb)  # "We agree," said X: "we" is the quotation's
    if options.get("performative") and not first and not own_state(site, verb) and not of_home(site, verb):
        return None
    if not is_spoken(site, verb, options, first=first):
        return None
    subjects = behind or site.slot(verb, "subject")
    if verb.passive and not subjects:
        return _bidden(site, verb, options)
    if not subjects and not imperative(site, verb) and not led(site, verb):
        return None
    subjects = _authors(site, verb, subjects) or subjects
    if verb.form == "g" and any(site.spot_kind(p) == "place" and site.scene.letters[p.i - 1] == "i" for p in subjects):
        return None  # "statements in New York condemning the attack"
    if subjects and not any(is_speaker(site, p) for p in subjects):
        return None
    speakers = list(site.discourse.lead) if led(site, verb) else _speakers(site, subjects)
    if not speakers:
        return None
    if verb.modal in _POSSIBLE and not first:
        return None
    before = parenthetic(site, verb)
    if verb.infinitive and not speaks_on(site, verb, first=first):
        return None
    content = None if behind else content_of(site, verb, options)
    if before and not behind and verb.that < 0:
        content = site.span(0, subjects[0].i - 1)
    if content is None and options.get("by_noun"):
        return None
    if content is None and _says_nothing(site, verb, subjects, behind):
        return None
    stance = _stance(site, verb, options)
    if options.get("by_noun") and stance is None:
        return None
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.evidence(verb)], site.realis(verb))
    if draft.realis == "negated" and verb.lemma == "thank" and verb.modal:
        draft.realis = "actual"  # "I can't thank you enough"
    if draft.realis in ("hypothetical", "proposed") or (first and draft.realis == "planned"):
        draft.realis = "actual"
    draft.content = [content] if content else []
    draft.value = {"form": "direct" if first else "indirect", "content": (), "stance": stance or "neutral"}
    draft.own_voice = first
    addressees = _addressees(site, verb, options)
    if addressees:
        draft.roles["addressee"] = [a for a in addressees if all(a.name != s.name for s in speakers)]
    targets = _targets(site, verb, options, content, speakers, draft.value["stance"])
    if targets:
        draft.roles["target"] = targets
    draft.roles = {role: fillers for role, fillers in draft.roles.items() if fillers}
    draft.time = None if verb.lemma == "proclaim" else site.time_beside(verb)  # the day proclaimed is another
    return draft


def _authors(site: Site, verb: Verb, subjects: list[Phrase]) -> list[Phrase]:
    """ "The Court's ruling stated that …", "a statement by the Ministry said …": whose text it is that says so."""
    if not subjects or verb.passive:
        return []
    if verb.lemma == "hear" and verb.that >= 0:  # "The Council heard from the envoy that …"
        return [p for p in verb.pp("from") if site.is_agent(p)]
    text = subjects[0]
    if site.head(text) not in _TEXTS or (verb.that < 0 and "q" not in site.scene.letters[verb.j :]):
        return []
    owner = site.possessor(text)
    return [p for p in ([owner] if owner is not None else site.noun_pp(text, "by", "from")) if site.is_agent(p)]


def _bidden(site: Site, verb: Verb, options: Mapping[str, Any]) -> Draft | None:
    """ "Heads of agencies are encouraged to review their rules": a demand of whoever's words these are."""
    speakers = list(site.discourse.voice)
    if not speakers or not options.get("control") or site.lows[verb.i] not in ("is", "are") or verb.negated:
        return None
    bidden = site.slot(verb, "object")
    content = content_of(site, verb, options)
    if not any(site.is_agent(p) for p in bidden) or site.scene.letters[verb.j : verb.j + 1] != "T" or content is None:
        return None
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.evidence(verb)])
    draft.roles["addressee"] = site.fillers(bidden)
    draft.content = [content]
    draft.value = {"form": "direct", "content": (), "stance": "demand"}
    draft.own_voice = True
    return draft


def _says_nothing(site: Site, verb: Verb, subjects: list[Phrase], behind: list[Phrase]) -> bool:
    """ "Biographical notes": a word that only looks like a verb of somebody's, with nothing said around it."""
    if behind or not subjects or any(t in "q," for t in site.scene.letters[: subjects[0].i]):
        return False
    return site.spot_kind(subjects[0]) == "name" and verb.i == verb.main


def _speakers(site: Site, subjects: list[Phrase]) -> list[Filler]:
    """Those who are named or meant; "Doug and I" are Doug and whose words these are."""
    if not subjects:
        return list(site.discourse.voice or site.text.signatories)
    return site.fillers(p for p in subjects if len(subjects) == 1 or is_speaker(site, p))


def from_state(site: Site, verb: Verb) -> Draft | None:
    """ "We are deeply concerned about X", "The President was clear that …", "The sides were of the view that …"."""
    data = site.frames.data["statement"]
    window = site.lows[verb.main : verb.main + 5]
    for stance, adjectives in data["states"].items():
        for adjective in words_of(adjectives):
            if adjective in window:
                return _felt(site, verb, stance, verb.main + window.index(adjective))
    if not verb.subject or not site.is_agent(verb.subject[0]) or site.scene.letters[-1] == "?":
        return None
    told = next((k for k, low in enumerate(window) if low in words_of(data["told_states"])), -1)
    if told > 0:
        at = verb.main + told + 1
        following = site.lows[at : at + 1]
        if following == ["that"] and (window[told] in _OWN_CLEAR or not first_person(site, verb)):
            return _told(site, verb, at)
        if first_person(site, verb):
            return None
        if following and following[0] in ("about", "on", ":"):
            return _told(site, verb, at)
        if at < len(site.lows) and site.scene.letters[at] in "rY" and verb.lemma == "be":
            return _told(site, verb, at)
    if "unable" in window or ("able" in window and verb.negated):
        silent = next((v for v in site.clauses.verbs if v.i > verb.i and v.infinitive and v.lemma in SAYING), None)
        if silent is not None and silent.i - verb.j < 4:
            draft = _told(site, verb, silent.j)
            if draft is not None:
                draft.realis = "negated"
            return draft
    of = window.index("of") if "of" in window else -1
    if verb.lemma == "be" and of > 0 and set(site.lows[verb.main + of : verb.main + of + 5]) & words_of(data["minds"]):
        at = next(k for k in range(verb.main + of, len(site.lows)) if site.lows[k] in words_of(data["minds"]))
        return _told(site, verb, at + 1)
    return None


def _felt(site: Site, verb: Verb, stance: str, at: int) -> Draft | None:
    """What "we", a state or its government are: concerned, grateful, proud."""
    speakers = site.fillers(verb.subject)
    reported = stance == "concern" and any(
        site.spot_kind(p) in ("state", "organization", "body", "office", "person") or site.head(p) == "government"
        for p in verb.subject[-1:]
    )
    if not first_person(site, verb) and not own_state(site, verb) and not reported:
        return None
    if {"was", "were"} & set(site.lows[verb.i : verb.main + 1]) and stance != "concern":
        return None  # "I was proud to sponsor the bill": what one once felt
    if not speakers or site.scene.letters[-1] == "?":
        return None
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.span(verb.subject[0].i, at + 1)])
    end = content_end(site, verb)
    if end > at + 2:
        draft.content = [site.span(at + 2, end)]
        draft.evidence = [site.span(verb.subject[0].i, min(at + 6, end))]
    draft.value = {"form": "indirect" if reported else "direct", "content": (), "stance": stance}
    draft.time = site.time_beside(verb)
    draft.own_voice = not reported
    return draft


def _told(site: Site, verb: Verb, at: int) -> Draft | None:
    """What somebody is clear about, or of what view: reported, or performed by "we"."""
    speakers = site.fillers(verb.subject)
    end = content_end(site, verb)
    if not speakers:
        return None
    end = max(end, at)
    first = first_person(site, verb)
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.span(verb.subject[0].i, min(at + 6, end))])
    start = at + 1 if end > at and site.lows[at] in ("that", ":", "about", "on") and at + 1 < end else at
    draft.content = [site.span(start, end)] if start < end else []
    draft.realis = "negated" if verb.negated else "actual"
    draft.value = {"form": "direct" if first else "indirect", "content": (), "stance": "neutral"}
    draft.own_voice = first
    return draft


def _stance(site: Site, verb: Verb, options: Mapping[str, Any]) -> str | None:
    get = options.get
    data = site.frames.data["statement"]
    words = site.lows[verb.j : verb.j + 14]
    if get("by_noun"):
        for word in words[:8]:
            for stance, nouns in data["nouns"].items():
                if word in words_of(nouns):
                    return str(stance)
        return None
    if get("by_content"):
        for stance, cues in data["content"].items():
            if any(word in words_of(cues) for word in words[:9]):
                return str(stance)
        if verb.that >= 0:
            return "neutral"
        return str(get("stance"))
    return str(get("stance"))


def _addressees(site: Site, verb: Verb, options: Mapping[str, Any]) -> list[Filler]:
    for slot in options.get("addressee", ()):
        phrases = site.slot(verb, slot)
        if slot != "object" and not phrases and verb.objects:
            phrases = site.noun_pp(verb.objects[-1], slot)
        found = [p for p in phrases if site.is_agent(p)]
        if options.get("stance") == "praise":  # persons are addressed, states and organs are praised
            found = [p for p in found if site.is_person(p)]
        if found:
            return site.fillers(found)
    return []


def _targets(
    site: Site,
    verb: Verb,
    options: Mapping[str, Any],
    content: tuple[int, int] | None,
    speakers: list[Filler],
    stance: str,
) -> list[Filler]:
    """On whom the stance is taken: the object if it is an actor, else the first actor named in the content."""
    get = options.get
    if get("target") == "object":
        for phrase in site.slot(verb, "object"):
            spot = site.scene.spot_to.get(phrase.j)
            if (
                spot is not None
                and spot.kind in _SPEAKER_KINDS
                and not ("object" in get("addressee", ()) and site.is_person(phrase))
            ):
                return site.fillers([phrase])
    if stance in ("criticise", "accuse", "reject", "praise") and content is not None:
        start = site.scene.sentence.starts
        for spot in site.scene.spots:
            if (
                start[spot.i] >= content[0]
                and start[spot.i] < content[1]
                and spot.kind in ("state", "organization", "person")
            ):
                found = site.fillers([Phrase(spot.i, spot.j, -1)])
                if found and all(found[0].name != s.name for s in speakers):
                    return found[:1]
                break
    if get("stance") == "accuse":
        return site.fillers(p for p in site.slot(verb, "object") if site.is_agent(p))
    return []
