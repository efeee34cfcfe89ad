"""Who says what: reporting verbs, performatives of first-person texts, "according to"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.agents import AGENT_NOUNS
from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.instrument_names import kind_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_FIRST = frozenset(("i", "we", "me", "us"))
_HEARERS = frozenset(
    "personnel audience crowd gathering congregation students cadets graduates veterans workers rally plenary "
    "servicemembers soldiers sailors guests assembly nation public press".split()
)
_SPEAKER_KINDS = frozenset(("person", "office", "state", "organization", "body", "group", "place", "name", "demonym"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """The statement that a verb reports or performs, or None where it is no speech here.

    Args:
        site: the sentence.
        verb: with a frame of type ``statement``.
        frame: its frame.
    """
    options = frame.options
    inverted = _inverted(site, verb)
    first_person = not inverted and _first_person(site, verb)  # "We agree," said X: "we" is the quotation's
    if options.get("performative") and not first_person and not own_state(site, verb):
        return None
    if not _needs_met(site, verb, options, first_person):
        return None
    subjects = inverted or site.slot(verb, "subject")
    if verb.passive and not subjects:
        return None
    if not subjects and not _imperative(site, verb):
        return None
    if subjects and not any(site.is_agent(p) for p in subjects):
        return None
    speakers = site.fillers(subjects) if subjects else list(site.discourse.voice or site.text.signatories)
    if not speakers:
        return None
    if verb.modal in ("may", "might", "could", "should", "can", "must") and not first_person:
        return None
    if verb.infinitive and not _speaks_on(site, verb, first_person):
        return None
    content = None if inverted else _content(site, verb, options)
    if content is None and options.get("by_noun"):
        return None
    stance = _stance(site, verb, options, content)
    if options.get("by_noun") and stance is None:
        return None
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.evidence(verb)], site.realis(verb))
    if draft.realis in ("hypothetical", "proposed") or (first_person and draft.realis == "planned"):
        draft.realis = "actual"
    draft.content = [content] if content else []
    draft.value = {"form": "direct" if first_person else "indirect", "content": (), "stance": stance or "neutral"}
    draft.own_voice = first_person
    addressees = _addressees(site, verb, options)
    if addressees:
        draft.roles["addressee"] = [a for a in addressees if all(a.name != s.name for s in speakers)]
    targets = _targets(site, verb, options, content, speakers, draft.value["stance"])
    if targets:
        draft.roles["target"] = targets
    draft.roles = {role: fillers for role, fillers in draft.roles.items() if fillers}
    draft.time = site.time_beside(verb.i, verb.j)
    return draft


def from_state(site: Site, verb: Verb) -> Draft | None:
    """ "We are deeply concerned about X", "The ministers are ready to …"."""
    states: dict[str, str] = site.frames.data["statement"]["states"]
    window = site.lows[verb.main : verb.main + 5]
    for stance, adjectives in states.items():
        for adjective in words_of(adjectives):
            if adjective in window:
                speakers = site.fillers(verb.subject)
                reported = stance == "concern" and any(
                    site.spot_kind(p) in ("state", "organization", "body") or site.head(p) == "government"
                    for p in verb.subject[-1:]
                )
                if not _first_person(site, verb) and not own_state(site, verb) and not reported:
                    return None
                if not speakers:
                    return None
                at = verb.main + window.index(adjective)
                draft = Draft("statement", site.scene, {"speaker": speakers}, [site.span(verb.subject[0].i, at + 1)])
                end = content_end(site, verb)
                if end > at + 2:
                    draft.content = [site.span(at + 2, end)]
                    draft.evidence = [site.span(verb.subject[0].i, min(at + 6, end))]
                draft.value = {"form": "indirect" if reported else "direct", "content": (), "stance": stance}
                draft.own_voice = not reported
                return draft
    return None


def from_according(site: Site, at: int) -> Draft | None:
    """ "According to the source, …": the rest of the sentence is said."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    for k, (i, _) in enumerate(bounds):
        if i >= at + 2 and kinds[k] == "N":
            group, _ = site.clauses.group_right(k)
            if not site.is_agent(group[0]) and not AGENT_NOUNS & set(site.lows[group[0].i : group[0].j]):
                return None
            speakers = site.fillers(group)
            if not speakers:
                return None
            draft = Draft("statement", site.scene, {"speaker": speakers}, [site.span(at, group[-1].j)])
            rest = group[-1].j
            while rest < len(site.lows) and site.scene.letters[rest] in ",":
                rest += 1
            last = len(site.lows)
            while last > rest and site.scene.letters[last - 1] in ".":
                last -= 1
            if rest < last and at < 3:
                draft.content = [site.span(rest, last)]
            elif at > 2:
                draft.content = [site.span(0, at)]
            draft.value = {"form": "indirect", "content": (), "stance": "neutral"}
            return draft
    return None


def from_request(site: Site, phrase: Phrase) -> Draft | None:
    """ "at the request of Kuwait", "at Kuwait's request": somebody asks for what the sentence tells."""
    if site.lows[phrase.i - 1 : phrase.i] != ["at"] or site.head(phrase) not in (
        "request",
        "initiative",
        "insistence",
        "urging",
    ):
        return None
    possessor = site.possessor(phrase)
    who = [possessor] if possessor is not None else site.noun_pp(phrase, "of")
    speakers = site.fillers(p for p in who if site.is_agent(p))
    if not speakers:
        return None
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.noun_evidence(phrase)])
    draft.value = {"form": "indirect", "content": (), "stance": "demand"}
    return draft


def _first_person(site: Site, verb: Verb) -> bool:
    for phrase in verb.subject:
        if site.scene.letters[phrase.i] == "r" and site.lows[phrase.i] in _FIRST:
            return True
    return not verb.subject and _imperative(site, verb)


def _inverted(site: Site, verb: Verb) -> list[Phrase]:
    """ "…," said his press secretary: the subject behind a verb of saying."""
    before = site.scene.letters[verb.i - 1 : verb.i]
    if verb.lemma in site.text.words.clausal and verb.lemma != "tell" and before in ("q", ",") and verb.objects:
        if verb.that < 0 and site.is_person(verb.objects[0]) and verb.i == verb.main:
            return verb.objects[:1]
    return []


def _imperative(site: Site, verb: Verb) -> bool:
    """ "Thank you for …" in a turn; "WELCOME the assumption …" in a declaration: the speaker or the signatories."""
    if not site.discourse.voice and not site.text.signatories:
        return False
    start = verb.i
    opening = start <= 2 or all(letter in "#.(),R'" for letter in site.scene.letters[:start])
    if opening and (site.lows[verb.main] in ("thank", "thanks") or (site.text.signatories and verb.form == "f")):
        return True
    return site.scene.sentence.words[verb.main].isupper() and len(site.lows[verb.main]) > 3 and not site.scene.heading


def _wishes_to(verb: Verb) -> bool:
    governor = verb.infinitive_after
    return (governor is not None and governor.lemma in ("like", "want", "wish", "let", "have")) or verb.modal == "must"


def _recognition(site: Site, verb: Verb) -> bool:
    """ "Tonga recognises the Republic of Kosovo": an act of one state on another, not praise of a role."""
    subject = site.scene.spot_to.get(verb.subject[-1].j) if verb.subject else None
    if subject is None or subject.kind not in ("state", "organization") or verb.that >= 0 or not verb.objects:
        return False
    object_spot = site.scene.spot_to.get(verb.objects[0].j)
    return object_spot is not None or site.head(verb.objects[0]) in (
        "government",
        "junta",
        "republic",
        "state",
        "authorities",
    )


def own_state(site: Site, verb: Verb) -> bool:
    """ "The United States stands with …" in the words of its own official: performed, not reported."""
    voice = site.discourse.voice
    if not voice or len(verb.subject) != 1:
        return False
    spot = site.scene.spot_to.get(verb.subject[0].j)
    if spot is None or spot.kind != "state":
        return False
    return any(state.name == spot.name for state in site.discourse.states_of(voice)) or (
        site.text.home is not None and site.text.home[0] == spot.name
    )


def _needs_met(site: Site, verb: Verb, options: Mapping[str, Any], first_person: bool) -> bool:
    letters = site.scene.letters
    if (
        options.get("needs") == "as"
    ):  # "regards the budget as "an instrument of pressure"", "calls "a suitcase of maybes""
        quoted = "q" in letters[verb.i : verb.i + 30]
        return quoted and (bool(verb.pp("as")) or (verb.lemma == "call" and "q" in letters[verb.j : verb.j + 8]))
    if options.get("needs") == "hearers":  # "addressed the assembly", not "addressed the issue"
        return not verb.modal and any(site.is_agent(p) or site.head(p) in _HEARERS for p in site.slot(verb, "object"))
    if options.get("told") and first_person and not _wishes_to(verb):
        return False  # "as I said": talk about talk; "I would like to note" performs it
    if options.get("weak") and verb.that < 0 and "q" not in letters[max(0, verb.i - 12) : verb.j + 12]:
        return False
    if options.get("to_only") and letters[verb.j : verb.j + 1] != "T":
        return False
    if verb.lemma == "declare" and "persona" in site.lows[verb.j : verb.j + 12]:
        return False  # an expulsion
    if verb.lemma == "propose" and any(kind_of(site, p) for p in site.slot(verb, "object")):
        return False  # a stage of the instrument
    if verb.lemma in ("thank", "thanks") and len(site.lows) < 6 and "for" not in site.lows:
        return False  # "Thank you." closes a turn
    if verb.lemma in ("recognize", "recognise") and _recognition(site, verb):
        return False
    if verb.modal in ("will", "shall", "'ll", "’ll") and verb.lemma != "like":
        promised = (
            first_person or own_state(site, verb) or verb.lemma in ("brief", "report", "inform", "notify", "update")
        )
        if promised:
            return False  # an undertaking to speak
    return first_person or not site.conditional(verb)


def _speaks_on(site: Site, verb: Verb, first_person: bool) -> bool:
    """Whether an infinitive reports speech: "spoke to underscore", "would like to thank", not "failed to welcome"."""
    governor = verb.infinitive_after
    if governor is None:
        return False
    if first_person:
        return governor.lemma in ("like", "want", "be", "have", "wish", "begin", "let", "start", "take")
    if governor.negated:
        return False
    return governor.lemma in (
        "meet",
        "speak",
        "call",
        "talk",
        "use",
        "take",
        "continue",
        "go",
        "write",
        "telephone",
        "phone",
        "host",
        "convene",
        "travel",
        "participate",
        "attend",
        "join",
        "gather",
        "address",
        "visit",
    )


def _content(site: Site, verb: Verb, options: Mapping[str, Any]) -> tuple[int, int] | None:
    """What is said: the clause after "that", the words after the verb, or after the frame's preposition."""
    get = options.get
    end = content_end(site, verb)
    if verb.that >= 0 and verb.that < end:
        return site.span(verb.that, end)
    addressee_slots = get("addressee", ())
    prepositions = get("content")
    if prepositions:
        for preposition in prepositions:
            if preposition == "object":
                continue
            for k in range(verb.j, min(end, verb.j + 14)):
                if site.lows[k] == preposition and k + 1 < end:
                    return site.span(k + 1, end)
    start = verb.j
    if get("control"):
        for k in range(verb.j, min(end, verb.j + 22)):
            if k + 1 < end and (
                site.scene.letters[k] == "T" or (site.lows[k] == "to" and site.scene.letters[k + 1] in "fv")
            ):
                return site.span(k + 1, end)
    if "object" in addressee_slots and verb.objects:
        start = verb.objects[-1].j
        if start < end and site.lows[start] in ("for", "on", "about", "of", "not", "in"):
            start += 1
    while start < end and site.scene.letters[start] in ",:Rq":
        start += 1
    if start < end:
        return site.span(start, end)
    return None


def content_end(site: Site, verb: Verb) -> int:
    """Token at which what is said ends: the next verb with the same speaker, or the sentence's end."""
    verbs = site.clauses.verbs
    index = next(n for n, v in enumerate(verbs) if v is verb)
    letters = site.scene.letters
    speech = site.frames.verbs
    for later in verbs[index + 1 :]:
        if (
            later.subject
            and later.subject is not verb.subject
            and letters[later.subject[0].i - 1] == "c"
            and (letters[later.subject[0].i - 2] == "," and later.subject[0].i > verb.j and not later.infinitive)
        ):
            speaks = any(f.type == "statement" for f in speech.get(later.lemma, ())) and site.is_agent(later.subject[0])
            if verb.that < 0 or speaks:
                return later.subject[0].i - 2  # ", and the Prime Minister voiced concern"
        if later.infinitive or later.relative or later.subject is not verb.subject or not verb.subject:
            continue
        before = later.i - 1
        if before > verb.j and letters[before] in "c,":
            if later.form == "g" and letters[before] != ",":
                continue
            while before > verb.j and letters[before - 1] in ",":
                before -= 1
            return before
    end = len(site.lows)
    while end > verb.j and letters[end - 1] in ".q;:":
        end -= 1
    return end


def _stance(site: Site, verb: Verb, options: Mapping[str, Any], content: tuple[int, int] | None) -> str | None:
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
