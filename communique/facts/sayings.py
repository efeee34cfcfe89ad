"""Statements told without a verb of saying: "according to", nouns of speech, clear messages, wishes, denials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.facts.agents import AGENT_NOUNS
from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_REQUESTS = frozenset(("request", "initiative", "insistence", "urging", "behest", "suggestion", "proposal"))
_SPEECH_IN = frozenset("words view opinion eyes estimation assessment account judgement judgment".split())
_HEARING = frozenset("receive hear listen welcome note consider get attend follow".split())
_TELLING = frozenset(("statement", "instrument", "commitment"))
_CLAIMS = frozenset(
    "claim claims report reports allegation allegations accusation accusations story lie rumours".split()
)
_REACHING = frozenset("are is out remain goes go breaks break".split())
_CONTENT_WORDS = 40
_EVIDENCE_WORDS = 8
_FEELINGS = frozenset("heart hearts thoughts prayers condolences sympathies sympathy".split())
_PLEASURES = frozenset("pleasure privilege honor honour delight joy".split())
_CERTAIN = frozenset(("clear", "frank", "blunt", "honest", "plain", "simple", "unambiguous", "straightforward"))


def from_sentence(site: Site) -> Iterator[Draft]:
    """Statements that a sentence's wording makes, whatever its verbs.

    Args:
        site: the sentence.
    """
    lows = site.lows
    if "according" in lows:
        at = lows.index("according")
        if lows[at + 1 : at + 2] == ["to"]:
            yield from _present(_from_according(site, at))
    if lows[0] in ("in", "by", "to") and not site.scene.heading:
        yield from _present(_in_words_of(site))
    if site.discourse.voice and not site.scene.heading:
        yield from _present(_wish(site) or _feeling(site) or _pleasure(site) or _untrue(site) or _let_me(site))
    elif lows[:2] == ["thank", "you"]:
        yield from _present(_thanks_of_publisher(site))


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """What a noun tells somebody says: "at Kuwait's request", "Norway's condemnation of", "a briefing from the envoy".

    Args:
        site: the sentence.
        phrase: one of its noun phrases.
    """
    found = _request(site, phrase)
    if found is not None or site.scene.heading or "statement" not in site.frames.nouns.get(site.head(phrase), ()):
        return found
    return _cue(site, phrase) or _heard(site, phrase)


def from_message(site: Site, verb: Verb) -> Draft | None:
    """ "The President's message was clear: …", "Our position is that …".

    Args:
        site: the sentence.
        verb: "be", "remain" or "continue" with a noun of speech for its subject.
    """
    data = site.frames.data["statement"]
    subject = verb.subject[0] if verb.subject else None
    if subject is None or site.head(subject) not in words_of(data["messages"]) or site.lows[-1] == "?":
        return None
    letters, lows = site.scene.letters, site.lows
    clear = next((k for k in range(verb.j, min(verb.j + 4, len(lows))) if lows[k] in _CERTAIN), -1)
    start = (clear if clear >= 0 else verb.j - 1) + 1
    colon = next((k for k in range(start, min(start + 4, len(lows))) if letters[k] == ":"), -1)
    if clear < 0 and colon < 0 and lows[start : start + 1] != ["that"] and verb.that < 0:
        return None
    owner = site.possessor(subject)
    who = [owner] if owner is not None else site.noun_pp(subject, "of", "from")
    speakers = _speakers(site, who)
    if not speakers:
        return None
    first = owner is not None and lows[owner.i] in ("my", "our")
    begin = colon + 1 if colon >= 0 else max(start, verb.that) if verb.that >= 0 else start
    return _draft(site, speakers, (subject.i, max(begin, verb.j)), (begin, _end(site)), own_voice=first)


def _present(draft: Draft | None) -> Iterable[Draft]:
    return () if draft is None else (draft,)


def _draft(
    site: Site,
    speakers: list[Filler],
    evidence: tuple[int, int],
    content: tuple[int, int] | None = None,
    *,
    stance: str = "neutral",
    own_voice: bool = False,
) -> Draft:
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.span(*evidence)])
    if content is not None and content[0] < content[1]:
        draft.content = [site.span(*content)]
    draft.value = {"form": "direct" if own_voice else "indirect", "content": (), "stance": stance}
    draft.own_voice = own_voice
    return draft


def _speakers(site: Site, phrases: Iterable[Phrase]) -> list[Filler]:
    return site.fillers(p for p in phrases if site.is_agent(p) or _is_owner(site, p))


def _is_owner(site: Site, phrase: Phrase) -> bool:
    return site.scene.letters[phrase.i] in "rd" and site.lows[phrase.i] in ("his", "her", "their", "our", "my", "its")


def _end(site: Site) -> int:
    end = len(site.lows)
    while end > 1 and site.scene.letters[end - 1] in ".q;:":
        end -= 1
    return end


# --- sources ---------------------------------------------------------------------------------------------------


def _from_according(site: Site, at: int) -> Draft | None:
    """ "According to the source, …": the rest of the sentence is said."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    for k, (i, _) in enumerate(bounds):
        if i < at + 2 or kinds[k] != "N":
            continue
        group, _ = site.clauses.group_right(k)
        if not site.is_agent(group[0]) and not AGENT_NOUNS & set(site.lows[group[0].i : group[0].j]):
            return None
        speakers = site.fillers(group)
        if not speakers:
            return None
        rest = group[-1].j
        while rest < len(site.lows) and site.scene.letters[rest] in ",":
            rest += 1
        content = (0, at) if at > 2 else (rest, _end(site))
        return _draft(site, speakers, (at, group[-1].j), content)
    return None


def _in_words_of(site: Site) -> Draft | None:
    """ "In the words of Minister Brandt, …", "In Norway's view, …"."""
    for phrase in list(site.clauses.phrases.values())[:1]:
        if phrase.i != 1 or site.head(phrase) not in _SPEECH_IN:
            return None
        owner = site.possessor(phrase)
        who = [owner] if owner is not None else site.noun_pp(phrase, "of")
        speakers = _speakers(site, who)
        end = max(phrase.j, *(p.j for p in who), 0) if who else phrase.j
        if not speakers or site.lows[end : end + 1] != [","]:
            return None
        first = site.lows[1] in ("my", "our")
        return _draft(site, speakers, (0, end), (end + 1, _end(site)), own_voice=first)
    return None


def _request(site: Site, phrase: Phrase) -> Draft | None:
    """ "at the request of Kuwait", "at Kuwait's request": somebody asks for what the sentence tells."""
    if site.lows[phrase.i - 1 : phrase.i] != ["at"] or site.head(phrase) not in _REQUESTS:
        return None
    possessor = site.possessor(phrase)
    if possessor is not None and site.lows[phrase.i + 1 : phrase.i + 2] == ["own"]:
        return None  # "at her own request"
    who = [possessor] if possessor is not None else site.noun_pp(phrase, "of")
    who = [p for p in who if site.is_agent(p) or site.head(p) in ("delegation", "member")]
    speakers = site.fillers(who)
    if not speakers:
        return None
    draft = _draft(site, speakers, (phrase.i, phrase.j), stance="demand")
    draft.evidence = [site.noun_evidence(phrase)]
    return draft


# --- nouns of speech -------------------------------------------------------------------------------------------


def _cue(site: Site, phrase: Phrase) -> Draft | None:
    """ "Norway's condemnation of the attack", "his call for a ceasefire", "the concerns raised by the Court"."""
    found = _cue_of(site, phrase)
    if found is None:
        return None
    stance, following = found
    owner = site.possessor(phrase)
    if owner is not None:
        who = [owner]
    elif site.lows[phrase.j : phrase.j + 1] == ["by"]:
        who = site.noun_pp(phrase, "by")
    else:
        return None
    speakers = _speakers(site, who)
    if not speakers or _told_by_its_verb(site, phrase, speakers):
        return None
    first = owner is not None and site.lows[owner.i] in ("my", "our")
    if first:
        return None
    content = (following + 1, min(_end(site), following + 1 + _CONTENT_WORDS))
    return _draft(site, speakers, (phrase.i, min(phrase.j + 4, _end(site))), content, stance=stance)


def _cue_of(site: Site, phrase: Phrase) -> tuple[str, int] | None:
    head = site.head(phrase)
    cues: Mapping[str, Mapping[str, str]] = site.frames.data["statement"]["cues"]
    for stance, cue in cues.items():
        if head in words_of(cue["nouns"]):
            for k in range(phrase.j, min(phrase.j + 6, len(site.lows))):
                if site.lows[k] in words_of(cue["before"]):
                    return stance, k
                if k > phrase.j and site.scene.letters[k] in ",;.vef":
                    break
    return None


def _told_by_its_verb(site: Site, phrase: Phrase, speakers: list[Filler]) -> bool:
    """Whether the sentence's own verb of saying has the same speaker: "reiterated his call for"."""
    governor = site.governor(phrase)
    if governor is None:
        return False
    if governor.lemma in site.frames.lemmas and {s.name for s in site.fillers(governor.subject)} & {
        s.name for s in speakers
    }:
        return any(
            f.type in ("statement", "instrument", "commitment") for f in site.frames.verbs.get(governor.lemma, ())
        )
    return False


def _heard(site: Site, phrase: Phrase) -> Draft | None:
    """ "The Assembly received a briefing from the envoy", "listened to a message by the Special Representative"."""
    if site.head(phrase) not in words_of(site.frames.data["statement"]["heard"]):
        return None
    who = site.noun_pp(phrase, "from", "by")
    if "written" in site.lows[phrase.i : phrase.j]:
        return None  # handed over, not heard
    governor = site.governor(phrase)
    if not who or governor is None or governor.lemma not in _HEARING:
        return None
    speakers = site.fillers(p for p in who[:1] if site.is_agent(p))
    if not speakers:
        return None
    draft = _draft(site, speakers, (phrase.i, who[0].j))
    hearers = site.fillers(p for p in governor.subject if site.is_agent(p))
    if hearers:
        draft.roles["addressee"] = hearers
    return draft


# --- the speaker's own -----------------------------------------------------------------------------------------


def _own(
    site: Site, evidence: tuple[int, int], content: tuple[int, int] | None, stance: str, to: list[Filler] | None = None
) -> Draft:
    draft = _draft(site, list(site.discourse.voice), evidence, content, stance=stance, own_voice=True)
    if to:
        draft.roles["addressee"] = to
    return draft


def _wish(site: Site) -> Draft | None:
    """ "Happy Nowruz to all who celebrate", "Congratulations to the crews", "Welcome back, Prime Minister"."""
    lows, letters = site.lows, site.scene.letters
    end = _end(site)
    if lows[0] in words_of(site.frames.data["statement"]["wishes"]) and len(lows) > 2:
        if site.scene.sentence.words[1][0].isupper() or lows[1] in ("new", "birthday", "anniversary"):
            return _own(site, (0, min(3, end)), (0, end), "support")
        return None
    at = 1 if letters[0] in "cR" and len(lows) > 2 else 0
    if lows[at] in ("congratulations", "kudos") and lows[at + 1 : at + 2] in (["to"], ["on"]):
        return _own(site, (at, min(at + _EVIDENCE_WORDS, end)), (at, end), "praise", _to(site, at + 1))
    if lows[at] in ("thanks",) and lows[at + 1 : at + 2] == ["to"] and "for" in lows[at + 2 : at + 20]:
        return _own(site, (at, min(at + _EVIDENCE_WORDS, end)), (at, end), "thank", _to(site, at + 1))
    if lows[at] == "welcome" and lows[at + 1 : at + 2] in (["back"], ["to"]) and letters[-1] != "?":
        return _own(site, (at, min(at + 5, end)), (at, end), "support")
    return None


def _to(site: Site, at: int) -> list[Filler]:
    """Those named after a "to" at a token."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    for k, (i, _) in enumerate(bounds):
        if i == at + 1 and kinds[k] == "N":
            group, _ = site.clauses.group_right(k)
            return site.fillers(p for p in group if site.is_agent(p))
    return []


def _feeling(site: Site) -> Draft | None:
    """ "Our hearts go out to the families", "My thoughts and prayers are with the injured"."""
    lows = site.lows
    at = next((k for k, low in enumerate(lows[:12]) if low in ("my", "our")), -1)
    if at < 0 or not _FEELINGS & set(lows[at + 1 : at + 4]):
        return None
    for k in range(at + 2, min(at + 12, len(lows) - 1)):
        if lows[k] in ("with", "to", "for") and lows[k - 1] in (
            "are",
            "is",
            "out",
            "remain",
            "goes",
            "go",
            "breaks",
            "break",
        ):
            end = _end(site)
            return _own(site, (at, min(k + 4, end)), (at, end), "concern", _to(site, k))
    return None


def _pleasure(site: Site) -> Draft | None:
    """ "It is a great pleasure to welcome …", "What an honor to be here"."""
    lows = site.lows
    for k in range(1, min(9, len(lows) - 2)):
        if lows[k] in _PLEASURES and lows[k + 1] in ("to", "for", "that") and lows[0] in ("it", "it’s", "it's", "what"):
            end = _end(site)
            return _own(site, (0, min(k + 5, end)), (0, end), "praise")
    return None


def _untrue(site: Site) -> Draft | None:
    """ "That is simply untrue", "These claims are baseless"."""
    untrue = words_of(site.frames.data["statement"]["untrue"])
    for verb in site.clauses.verbs[:1]:
        if verb.lemma != "be" or verb.negated or not verb.subject or verb.subject[0].i > 1:
            continue
        subject = verb.subject[0]
        if site.lows[subject.i] not in ("that", "this", "it", "these", "those", "such", "all"):
            continue
        if subject.j - subject.i > 1 and site.head(subject) not in _CLAIMS:
            continue
        if untrue & set(site.lows[verb.j : verb.j + 4]):
            end = _end(site)
            return _own(site, (subject.i, min(verb.j + 4, end)), (subject.i, end), "reject")
    return None


_CLAIMS = frozenset(
    "claim claims report reports allegation allegations accusation accusations story lie rumours".split()
)


def _let_me(site: Site) -> Draft | None:
    """ "Let me be clear: …", "Make no mistake: …"."""
    lows = site.lows
    clear = lows[:3] == ["let", "me", "be"] and bool(_CERTAIN & set(lows[3:6]))
    if not clear and lows[:3] != ["make", "no", "mistake"] and lows[:4] != ["let", "there", "be", "no"]:
        return None
    end = _end(site)
    colon = next((k for k in range(3, min(9, len(lows))) if site.scene.letters[k] in ":,-."), 3)
    if colon + 1 >= end:
        return None
    return _own(site, (0, min(colon + 5, end)), (colon + 1, end), "neutral")


def _thanks_of_publisher(site: Site) -> Draft | None:
    """ "Thank you to Senator X for …" where nobody speaks but the publisher."""
    publisher = site.text.document.publisher or (site.text.home[0] if site.text.home else None)
    if publisher is None or not {"to", "for"} & set(site.lows[2:4]):
        return None
    end = _end(site)
    draft = _draft(site, [Filler(publisher)], (0, min(_EVIDENCE_WORDS, end)), (0, end), stance="thank", own_voice=True)
    people = _to(site, 2)
    if people:
        draft.roles["addressee"] = people
    return draft
