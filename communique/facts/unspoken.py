"""What a verb of saying does where nothing is said: acts, habits, feelings of a public, nouns that look like verbs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.instrument_names import kind_of
from communique.facts.site import Site
from communique.language.clauses import Verb

#: "declared a state of emergency" is an act, no statement.
_DECLARED = frozenset(
    "emergency disaster holiday winner war victory independence mourning persona bankruptcy ceasefire truce".split()
)
#: What a text does by itself, without telling anybody's view.
_OF_PERSONS = frozenset("describe outline explain set lay spell recall report observe highlight underscore".split())
_TEXTS = frozenset("report statement communique communiqué declaration document paper".split())
_MOST = frozenset("majority most many millions people voters everybody".split())
_NOMINATIVE = frozenset("they we he she i".split())
_CALENDAR = frozenset("day month week year".split())
_CLAIMED = frozenset("attention focus diligence vigilance patience resolve sacrifice courage leadership".split())


def is_other_act(site: Site, verb: Verb, options: Mapping[str, Any], *, first: bool) -> bool:
    """Whether a verb that can be spoken is something else here, by the words around it.

    Args:
        site: the sentence.
        verb: with a frame of type ``statement``.
        options: of its frame.
        first: whether "I" or "we" speak.
    """
    letters, lows = site.scene.letters, site.lows
    if lows[verb.j : verb.j + 1] in (["so"], ["not"]) and verb.lemma in ("hope", "think", "believe", "say", "guess"):
        return True  # "I hope so"
    if verb.modal == "would" and not first and "have" in lows[verb.i : verb.main]:
        return True  # "would have supported a longer pause"
    if verb.lemma == "commemorate" and not first and _CALENDAR & set(lows[verb.j : verb.j + 8]):
        return True  # "commemorated Oceans Month with a reception"
    if verb.lemma in ("learn", "hear") and first:
        return True  # "We learned this morning that sales rose"
    if (
        verb.form == "g"
        and lows[verb.i - 1] in ("by", "of")
        and verb.lemma in ("recognize", "recognise", "acknowledge")
    ):
        return True  # "is answered by recognising our core values"
    if verb.relative and verb.passive and verb.lemma in ("request", "ask", "describe", "invite"):
        return True  # "an agency requested by the state"
    if verb.i == verb.main and verb.form in ("e", "p") and lows[verb.i - 1] in ("as", "once", "if", "when", "unless"):
        return True  # "are amended as described in the Annex", "once confirmed"
    if verb.subject and lows[verb.subject[0].i] in ("us", "me") and lows[verb.subject[0].i - 1] in ("give", "gives"):
        return True  # "bright spots to give us hope"
    if verb.i == verb.main and verb.lemma in ("support", "demand", "welcome", "value", "back") and verb.objects:
        if lows[verb.objects[0].i] in _NOMINATIVE:
            return True  # "the benefits and support they deserve"
    if (
        verb.lemma == "maintain"
        and verb.i == verb.main
        and verb.form in ("g", "f")
        and lows[verb.j : verb.j + 1] != ["that"]
    ):
        return True  # "our interest in maintaining a free region"
    if verb.form == "g" and verb.i == verb.main and lows[verb.i - 1] == "about" and verb.lemma in ("say", "tell"):
        return True  # "the plan is about saying that everybody counts"
    if verb.lemma == "confirm" and any(site.is_person(p) for p in site.slot(verb, "object")):
        return True  # "was confirmed by the Senate"
    if verb.lemma == "inform" and verb.i == verb.main and "keep" in lows[max(0, verb.i - 6) : verb.i]:
        return True  # "will keep the Council informed of its plans"
    if verb.lemma == "push" and verb.form == "g" and not first:
        return True  # "are pushing for new laws": what they do
    if verb.lemma == "say" and first and lows[verb.j : verb.j + 1] in (["it"], ["this"], ["something"]):
        return True  # "I want to say it again"
    if verb.lemma == "credit" and lows[verb.main] == "credits" and lows[verb.i - 1 : verb.i] in (["tax"], ["with"]):
        return True  # "provides consumers with tax credits"
    if verb.subject and not first and (options.get("weak") or options.get("stance") == "agree"):
        if _is_anybody(site, verb):
            return True  # "leaders who believe that war is the way", "most Americans agree"
    if verb.lemma in ("demand", "request") and verb.objects and site.head(verb.objects[0]) in _CLAIMED:
        return True  # "the crisis demands our attention"
    if verb.lemma == "advocate" and (verb.form == "g" or verb.infinitive):
        return True
    if verb.lemma == "advise" and verb.that < 0 and "T" not in letters[verb.j : verb.j + 16]:
        return True  # "advised the President on strategy"
    if verb.lemma in _OF_PERSONS and verb.subject and site.head(verb.subject[-1]) in _TEXTS:
        return True  # "this report describes how"
    if verb.lemma == "wish" and letters[verb.j : verb.j + 1] == "T":
        return True  # "I wish to thank"
    if verb.lemma == "declare" and _DECLARED & set(lows[verb.j : verb.j + 12]):
        return True
    # what is proposed may be an instrument, at a stage of it
    return verb.lemma == "propose" and any(kind_of(site, p) for p in site.slot(verb, "object"))


def _is_anybody(site: Site, verb: Verb) -> bool:
    """Whether those who hold a view are a public that nobody has heard: "the majority of Americans"."""
    phrase = verb.subject[-1]
    if verb.lemma not in ("believe", "think", "feel", "fear", "expect", "agree", "hope"):
        return False
    if site.head(phrase) in _MOST or _MOST & set(site.lows[phrase.i : phrase.j]):
        return True
    return verb.relative and site.spot_kind(phrase) in (None, "office") and site.lows[phrase.i] not in ("the", "two")
