"""What somebody will do, shall do or is to do, and what is undertaken along with it."""

from __future__ import annotations

from communique.facts.bound import binds, bound, commitment, for_whom, is_forecast
from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.said import content_end
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_WILL = frozenset(("will", "shall", "'ll", "’ll", "would", "wo", "won"))
_WONDERING = frozenset("how what whether why when where who if".split())
_PRESENT = frozenset("is are am 's ’s 're ’re 'm ’m also now".split())
_FEWEST_WORDS = 5  # behind the verb of a promise in talk
_NOBODY = frozenset(("nobody", "none", "no", "neither", "nothing"))
_ALSO_ADJECTIVES = frozenset(
    "lower secure clean free live direct correct complete separate level clear dry warm".split()
)
_LIGHT = frozenset("also now still then jointly".split())
_BODIES = frozenset(("state", "organization", "body", "group"))


def from_will(site: Site, verb: Verb, *, reported: bool) -> Draft | None:
    """ "We will continue to …", "Canada would donate …": what the subject says or is said to be about to do.

    Args:
        site: the sentence.
        verb: with "will", "shall" or "would".
        reported: whether somebody says so; "would" binds nobody otherwise.
    """
    if verb.modal not in _WILL or verb.passive or (verb.modal in ("wo", "won") and not verb.negated):
        return None  # "he has won confirmation" has no "won’t"
    if verb.modal == "would" and not reported and not _somebody_says(site, verb):
        return None
    if is_forecast(site, verb):
        return None
    it = bool(verb.subject) and site.lows[verb.subject[0].i : verb.subject[0].j] == ["it"]
    sayers = [p for p in _speakers(site, verb) if site.spot_kind(p) != "person"] if it else []
    subjects = sayers if it else [p for p in verb.subject if binds(site, p)]
    if not subjects or (verb.modal == "would" and site.lows[subjects[0].i] == "i"):
        return None
    letters = site.scene.letters
    own = letters[max(0, subjects[0].i - 1)] == "w"  # "a draft, which Egypt will examine"
    if verb.relative and not (own or (_is_body(site, subjects[0]) and letters[max(0, verb.i - 2) : verb.i] == ",w")):
        return None
    if subjects[0].i and site.lows[subjects[0].i - 1] in _WONDERING - {"if", "when", "where"}:
        return None  # "we have thought through how we would respond"
    if len(site.lows) - verb.main < _FEWEST_WORDS and site.scene.role in ("turn", "answer"):
        return None  # "And we will do that."
    if site.scene.role in ("turn", "answer") and _of_the_moment(site, verb):
        return None
    agents = bound(site, subjects)
    end = content_end(site, verb)
    if not agents or end <= verb.main:
        return None
    return commitment(site, verb, agents, site.evidence(verb), site.span(verb.main, end))


def from_passive(site: Site, verb: Verb, sources: list[Filler]) -> Draft | None:
    """ "It will be distributed by the Office", "The contractor says it will be replaced": who will do it.

    Args:
        site: the sentence.
        verb: in the passive, with "will", "shall" or "would".
        sources: on whose word this stands: they are bound where nobody is named.
    """
    if not verb.passive or verb.modal not in _WILL or verb.negated or not verb.subject or is_forecast(site, verb):
        return None
    if verb.lemma not in words_of(site.frames.data["acts"]["commitment"]["done"]):
        return None
    if site.lows[verb.subject[0].i] in _NOBODY or site.lows[verb.subject[0].i - 1 : verb.subject[0].i] == ["how"]:
        return None
    agents = bound(site, [p for p in verb.pp("by") if binds(site, p)])
    if not agents and not (verb.relative or site.is_person(verb.subject[0])):
        agents = for_whom(site, sources or site.fillers(_speakers(site, verb)))
    end = content_end(site, verb)
    if not agents or end <= verb.main:
        return None
    return commitment(site, verb, agents, site.evidence(verb), site.span(verb.main, end))


def from_be_to(site: Site, verb: Verb) -> Draft | None:
    """ "The committee is to report back by 22 March", "we are going to rebuild": what its subject is bound to do."""
    governor = verb.infinitive_after
    if governor is None or governor.negated or verb.passive or set(site.lows[governor.j : verb.i]) - _LIGHT:
        return None
    going = _is_going(site, governor)
    if not going and (governor.lemma != "be" or site.lows[governor.main] not in ("is", "are") or verb.form == "g"):
        return None
    subjects = [p for p in (governor.subject if going else verb.subject) if binds(site, p)]
    if is_forecast(site, verb) or (going and _is_chat(site, verb, subjects)):
        return None
    agents = bound(site, subjects)
    end = content_end(site, verb)
    if not agents or end <= verb.main:
        return None
    told = site.evidence(governor, last=min(end, verb.main + 6))
    return commitment(site, verb, agents, told, site.span(verb.main, end))


def _of_the_moment(site: Site, verb: Verb) -> bool:
    """Whether what is said will be done is done in the same breath: "we will now proceed", "I'll turn to"."""
    now = "now" in site.lows[verb.i : verb.j + 2] or site.lows[verb.j : verb.j + 1] in (
        ["him"],
        ["her"],
        ["you"],
        ["it"],
    )
    return now or verb.lemma in words_of(site.frames.data["acts"]["commitment"]["chat"])


def _is_going(site: Site, governor: Verb) -> bool:
    """Whether it is "is going" or "'re going", in the present."""
    going = site.lows[governor.main] == "going" and governor.i < governor.main
    return going and site.lows[governor.i] in _PRESENT and not governor.relative


def _is_chat(site: Site, verb: Verb, subjects: list[Phrase]) -> bool:
    """Whether "going to" tells of the talk itself: "I'm going to turn it over to", "we're going to take questions"."""
    said = not subjects or site.lows[subjects[0].i] in ("i", "he", "she", "they")
    said = said or site.lows[max(0, subjects[0].i - 1)] in _WONDERING | {"way", "ways", "think", "guess"}
    short = len(site.lows) - verb.main < _FEWEST_WORDS
    return said or short or verb.lemma in words_of(site.frames.data["acts"]["commitment"]["chat"])


def from_coordinated(site: Site, verb: Verb, undertaken: dict[int, Draft]) -> Draft | None:
    """ "… will send experts and contribute 250,000 euros": the second thing that the same agents undertake.

    Args:
        site: the sentence.
        verb: without a subject of its own.
        undertaken: drafts by the token of the verb whose doing they promise.
    """
    first = verb.follows
    if first is not None and first.infinitive_after is not None and first.infinitive_after.lemma == verb.lemma:
        first = first.infinitive_after  # "will continue to plead for them, and continue holding …"
    if first is None or first.i not in undertaken or verb.passive or (first.modal and is_forecast(site, verb)):
        return None
    if not (verb.infinitive or verb.form == "f") or verb.modal or _opens_speech(site, verb):
        return None
    if site.scene.letters[verb.i - 1] not in ("c" if site.scene.letters[verb.i] == "T" else "c,R"):
        return None
    if verb.lemma in _ALSO_ADJECTIVES and site.scene.letters[verb.i - 1] == "c" and site.scene.letters[verb.i] != "T":
        return None  # "more choices and lower prices"
    same = undertaken[first.i]
    end = content_end(site, verb)
    if end <= verb.main + 1:
        return None
    draft = commitment(site, verb, same.roles["agent"], site.evidence(verb, subject=False), site.span(verb.main, end))
    draft.realis = same.realis
    if "counterpart" in same.roles:
        draft.roles["counterpart"] = same.roles["counterpart"]
    return draft


def _is_body(site: Site, phrase: Phrase) -> bool:
    kind = site.spot_kind(phrase)
    return kind in _BODIES or (kind in (None, "name") and not site.head(phrase).endswith("s"))


def _speakers(site: Site, verb: Verb) -> list[Phrase]:
    """Who says, in the same sentence, what will be done: "Norway said it would send ships"."""
    for other in site.clauses.verbs:
        if 0 <= other.that <= verb.i and other.i < verb.i and not other.negated:
            return [p for p in other.subject if binds(site, p)]
    return []


def _opens_speech(site: Site, verb: Verb) -> bool:
    return any(frame.type == "statement" for frame in site.frames.verbs.get(verb.lemma, ()))


def _somebody_says(site: Site, verb: Verb) -> bool:
    """Whether another verb of the sentence reports what is said."""
    return any(
        v is not verb and (v.lemma in site.text.words.clausal) and not v.relative and v.form in ("e", "v", "p")
        for v in site.clauses.verbs
    )
