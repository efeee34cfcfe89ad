"""What is said: the words that a statement's content covers, and where they end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.site import Site
from communique.language.clauses import Verb

_SAME = frozenset(("he", "she", "they"))
_CONTRASTS = frozenset(("while", "whereas", "but", "though", "although"))


def content_of(site: Site, verb: Verb, options: Mapping[str, Any]) -> tuple[int, int] | None:
    """What is said: the clause after "that", the words after the verb, or after the frame's preposition.

    Args:
        site: the sentence.
        verb: of saying.
        options: of its frame.
    """
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
    """Token at which what is said ends: the next verb with the same speaker, another speaker, or the sentence's end."""
    verbs = site.clauses.verbs
    index = next(n for n, v in enumerate(verbs) if v is verb)
    letters = site.scene.letters
    for later in verbs[index + 1 :]:
        own = bool(later.subject) and later.subject is not verb.subject and not later.infinitive
        if own and later.subject[0].i > verb.j:
            at = later.subject[0].i
            speaks = _speaks(site, later)
            if letters[at - 2 : at] == ",c" and (verb.that < 0 or speaks):
                return at - 2  # ", and the Prime Minister voiced concern"
            opening = at - 1 if site.lows[at - 1] in _CONTRASTS else at
            if speaks and letters[opening - 1] in ";," and (opening < at or letters[opening - 1] == ";"):
                return opening - 1  # "; Norway rejected it", ", while Norway rejected it"
        if verb.that >= 0 and _resumes(site, verb, later):
            shared = later.subject
            for other in verbs[index + 1 :]:
                if other.i >= later.i and other.subject is shared:
                    other.subject = verb.subject  # "noted that it was what he ran on, conveyed his thanks, and …"
        if later.infinitive or later.relative or later.subject is not verb.subject or not verb.subject:
            continue
        if later.form == "g" and site.lows[later.i - 1] == "while" and letters[later.i - 2] == ",":
            return later.i - 2  # "affirmed his support, while noting"
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


def _resumes(site: Site, verb: Verb, later: Verb) -> bool:
    """Whether a verb of speech behind a comma goes on with the speaker of one whose content has a "he" of its own."""
    if later.form != "e" or verb.form != "e" or site.scene.letters[later.i - 1] != "," or not later.subject:
        return False
    inner = later.subject[0]
    return inner.i > verb.j and inner.j < later.i - 2 and site.lows[inner.i] in _SAME and _speaks(site, later)


def _speaks(site: Site, verb: Verb) -> bool:
    frames = site.frames.verbs.get(verb.lemma, ())
    return any(f.type == "statement" for f in frames) and site.is_agent(verb.subject[0])
