"""What only all verbs of a sentence together show: participles that describe, and subjects that come later."""

from __future__ import annotations

from itertools import pairwise

from communique.language.chunks import Clauses, Verb
from communique.language.subjects import whole_of


def mark_reduced_relatives(clauses: Clauses, verbs: list[Verb]) -> None:
    """ "The meeting described in it never took place": of two past forms without a link the first describes."""
    for n, (first, second) in enumerate(pairwise(verbs)):
        allowed = set("NiR")
        if second.form == "g" and clauses.kinds[second.at - 1] == "i" and second.at - 2 == first.at:
            allowed.add("V")
            second = verbs[n + 2] if n + 2 < len(verbs) else second  # "those jailed for protesting were released"
        if first.form == "e" and second.that >= 0 and second.relative and second.passive and second.main == second.i:
            second.relative = second.passive = False  # "a report released in Oslo alleged that"
        if first.form != "e" or first.i != first.main or first.relative or first.that >= 0 or first.objects:
            continue
        if (
            second.infinitive
            or second.relative
            or (second.form == "g" and second.i == second.main)
            or (second.i == second.main and second.form == "f")
        ):
            continue
        between = clauses.kinds[first.at + 1 : second.at]
        if between and not set(between) - allowed and first.subject and second.subject is not first.subject:
            first.relative = first.passive = True
            second.subject = whole_of(clauses, first.subject)
            for later in verbs:
                if later.follows is second:
                    later.subject = second.subject


def share_with_participles(verbs: list[Verb]) -> None:
    """ "Speaking to journalists, Lehtovaara said": an opening participle shares the next finite verb's subject."""
    for n, verb in enumerate(verbs[:-1]):
        having = verb.perfect and verb.i == verb.main - 1
        if verb.subject or verb.relative or verb.form not in ("g", "e") or not (verb.i == verb.main or having):
            continue
        following = verbs[n + 1]
        if following.subject and following.i > verb.i and following.subject[0].i > verb.j:
            verb.subject = following.subject
            if verb.form == "e" and not having and verb.pp("by"):
                verb.passive = True  # "Rebuked by Oslo, the company"

            verb.passive = verb.passive or (verb.form == "e" and not having)  # "Asked about the talks, she said"


def join_interrupted_modals(clauses: Clauses, verbs: list[Verb]) -> None:
    """ "The Secretary shall, as soon as practicable, report": a modal that words in commas part from its verb."""
    for n, modal in enumerate(verbs[:-1]):
        if clauses.tags[modal.main] != "M" or clauses.kinds[modal.at + 1 : modal.at + 2] != ",":
            continue
        for verb in verbs[n + 1 : n + 4]:
            if verb.form == "f" and not verb.modal and not verb.infinitive and clauses.kinds[verb.at - 1] == ",":
                verb.modal, verb.negated, verb.subject, verb.follows = (
                    clauses.lows[modal.main],
                    verb.negated or modal.negated,
                    modal.subject,
                    None,
                )
                verb.relative = modal.relative
                break
            if verb.modal or verb.form in ("v", "p"):
                break
