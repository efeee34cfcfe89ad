"""Notes without subjects: in "Met with Prime Minister Vale. Discussed fisheries." whoever keeps them is meant."""

from __future__ import annotations

import re

from communique.language.clauses import Clauses, Phrase, Verb

#: What may stand before the first verb of a note: "Also …", "In Oslo, …", "On 15 May, …".
_OPENING = re.compile(r"R*(?:(?:iN)+,?)?R*\Z")
_NOTED = frozenset("ev")


def imply_subjects(clauses: Clauses) -> None:
    """Give the verbs of a note that has no subject an empty one, which means the text's own voice.

    A note opens a sentence, or follows a semicolon; what is coordinated with its verb shares the subject.

    Args:
        clauses: of a sentence in somebody's own voice; changed in place.
    """
    implied: list[Verb] = []
    segment, opened = 0, False
    for verb in clauses.verbs:
        semicolon = clauses.kinds.rfind(";", segment, verb.at)
        if semicolon >= 0:
            segment, opened = semicolon + 1, False
        if not opened:
            opened = True
            if _opens_note(clauses, verb, segment):
                verb.relative = False
                _imply(verb, implied)
        elif not verb.subject and not verb.relative:
            leader = verb.infinitive_after if verb.infinitive else verb.follows
            if any(leader is earlier for earlier in implied):
                _imply(verb, implied)


def is_implied(phrase: Phrase) -> bool:
    """Whether a phrase is the empty subject of a note."""
    return phrase.i == phrase.j


def opens_note(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a noun without article stands where a note begins: "State visit; …", "Talks with the King."."""
    if phrase.at < 0 or clauses.tags[phrase.i] == "d" or "z" in clauses.tags[phrase.i : phrase.j]:
        return False
    segment = clauses.kinds.rfind(";", 0, phrase.at) + 1
    return phrase.at == segment


def _opens_note(clauses: Clauses, verb: Verb, segment: int) -> bool:
    if verb.infinitive or verb.modal or verb.perfect or clauses.tags[verb.main] not in _NOTED:
        return False
    if verb.i != verb.main and clauses.tags[verb.i] not in "RK":
        return False
    return bool(_OPENING.match(clauses.kinds[segment : verb.at]))


def _imply(verb: Verb, implied: list[Verb]) -> None:
    verb.subject = [Phrase(verb.i, verb.i, verb.at)]
    verb.passive = False
    implied.append(verb)
