"""Statements told without a verb of saying: "according to", nouns of speech, clear messages, wishes, denials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.facts.agents import AGENT_NOUNS
from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.facts.speaking import is_speaker
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_REQUESTS = frozenset(("request", "initiative", "insistence", "urging", "behest", "suggestion", "proposal"))
_SPEECH_IN = frozenset("words view opinion eyes estimation assessment account judgement judgment".split())
_HEARING = frozenset("receive hear listen welcome note consider get attend follow".split())
_TELLING = frozenset(("statement", "instrument", "commitment"))
_RELEASES = frozenset("statement communique communiqué release report letter tweet post bulletin".split())
_CONTENT_WORDS = 40
CERTAIN = frozenset(("clear", "frank", "blunt", "honest", "plain", "simple", "unambiguous", "straightforward"))


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


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """What a noun tells somebody says: "at Kuwait's request", "Norway's condemnation of", "a briefing from the envoy".

    Args:
        site: the sentence.
        phrase: one of its noun phrases.
    """
    found = _request(site, phrase)
    says = next((v for v in site.clauses.verbs if phrase.among(v.subject) and v.i >= phrase.j), None)
    if found is None and says is not None and says.that >= 0 and site.head(phrase) in _RELEASES:
        return None  # "a statement by the Ministry said that": told by its verb
    if site.head(phrase) in ("comment", "response", "reaction") and site.lows[phrase.i] == "no":
        return _silence(site, phrase)
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
    clear = next((k for k in range(verb.j, min(verb.j + 4, len(lows))) if lows[k] in CERTAIN), -1)
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
    return draft_of(site, speakers, (subject.i, max(begin, verb.j)), (begin, end_of(site)), own_voice=first)


def _present(draft: Draft | None) -> Iterable[Draft]:
    return () if draft is None else (draft,)


def draft_of(
    site: Site,
    speakers: list[Filler],
    evidence: tuple[int, int],
    content: tuple[int, int] | None = None,
    *,
    stance: str = "neutral",
    own_voice: bool = False,
) -> Draft:
    """A statement on tokens of a sentence.

    Args:
        site: the sentence.
        speakers: who speaks.
        evidence, content: tokens of the cue, and of what is said.
        stance: towards it.
        own_voice: the speaker's own words.
    """
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


def end_of(site: Site) -> int:
    """Token at which a sentence's words end."""
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
        behind = site.noun_pp(group[0], "by", "from", "of")
        if site.head(group[0]) in _RELEASES and behind and site.is_agent(behind[0]):
            group = behind  # "according to a statement by the Ministry"
        if not is_speaker(site, group[0]) and not AGENT_NOUNS & set(site.lows[group[0].i : group[0].j]):
            return None
        speakers = site.fillers(group)
        if not speakers:
            return None
        rest = group[-1].j
        while rest < len(site.lows) and site.scene.letters[rest] in ",":
            rest += 1
        told_before = any(v.i < at for v in site.clauses.verbs)  # not "In Oslo, according to the source, …"
        content = (0, at) if at > 2 and told_before else (rest, end_of(site))
        return draft_of(site, speakers, (at, group[-1].j), content)
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
        return draft_of(site, speakers, (0, end), (end + 1, end_of(site)), own_voice=first)
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
    draft = draft_of(site, speakers, (phrase.i, phrase.j), stance="demand")
    draft.evidence = [site.noun_evidence(phrase)]
    return draft


# --- nouns of speech -------------------------------------------------------------------------------------------


def _cue(site: Site, phrase: Phrase) -> Draft | None:
    """ "Norway's condemnation of the attack", "his call for a ceasefire", "the concerns raised by the Court"."""
    found = _cue_of(site, phrase)
    if found is None or site.lows[max(0, phrase.i - 2) : phrase.i] == ["according", "to"]:
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
    content = (following + 1, min(end_of(site), following + 1 + _CONTENT_WORDS))
    return draft_of(site, speakers, (phrase.i, min(phrase.j + 4, end_of(site))), content, stance=stance)


def _silence(site: Site, phrase: Phrase) -> Draft | None:
    """ "There was no comment from Tehran", "The governor had no comment"."""
    governor = site.governor(phrase)
    who = site.noun_pp(phrase, "from", "by")
    if not who and governor is not None and governor.lemma in ("have", "make", "offer", "give"):
        who = governor.subject
    speakers = site.fillers(p for p in who if site.is_agent(p))
    if not speakers:
        return None
    draft = draft_of(site, speakers, (phrase.i, max(phrase.j, who[0].j)))
    draft.realis = "negated"
    return draft


def _cue_of(site: Site, phrase: Phrase) -> tuple[str, int] | None:
    head = site.head(phrase)
    if phrase.i > 0 and site.scene.sentence.words[phrase.j - 1][:1].isupper():
        return None  # "its first Call for Proposals": a name
    cues: Mapping[str, Mapping[str, str]] = site.frames.data["statement"]["cues"]
    for stance, cue in cues.items():
        if head in words_of(cue["nouns"]):
            for k in range(phrase.j, min(phrase.j + 6, len(site.lows))):
                if head in ("claim", "claims") and site.lows[k] == "on":
                    return None  # "Russia's claims on the island": a title, not words
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
    reported = any(f.type == "statement" for f in site.frames.verbs.get(governor.lemma, ()))
    if reported and governor.subject and site.lows[phrase.i] in ("his", "her", "their", "its"):
        return True  # "Senators expressed their gratitude", whoever "they" are
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
    draft = draft_of(site, speakers, (phrase.i, who[0].j))
    hearers = site.fillers(p for p in governor.subject if site.is_agent(p))
    if hearers:
        draft.roles["addressee"] = hearers
    return draft
