"""Who a verb's subject is: what stands to its left, or the subject of another verb."""

from __future__ import annotations

from itertools import pairwise

from communique.language.chunks import REACH, Clauses, Phrase, Verb
from communique.language.words import Words


def anchor_of(clauses: Clauses, verbs: list[Verb], n: int) -> Verb | None:
    """The verb whose subject the ``n``-th shares when it has none of its own: the last of its own standing."""
    verb = verbs[n]
    if n == 0:
        return None
    previous = verbs[n - 1]
    finite = (not verb.infinitive and verb.form in ("e", "v", "p")) or bool(verb.modal)
    before = clauses.kinds[verb.at - 1] if verb.at else ""
    if verb.form == "f" and not verb.modal and before in "c,":
        return next((v for v in verbs[n - 1 :: -1] if v.infinitive or v.modal), previous)
    if not finite and not (verb.form == "g" and before == ","):
        return previous
    if before == "c" and previous.relative and clauses.kinds[verb.at - 2 : verb.at - 1] != ",":
        return previous
    for earlier in verbs[n - 1 : max(-1, n - 7) : -1]:
        if not earlier.infinitive and not earlier.relative and earlier.form != "g":
            return earlier
    return previous


def add_subject(clauses: Clauses, verb: Verb, previous: Verb | None, anchor: Verb | None, words: Words) -> None:
    """Who the verb's subject is: the phrase to its left, the antecedent of "who", or an earlier verb's subject."""
    kinds = clauses.kinds
    k = verb.at - 1
    while k >= 0 and kinds[k] in "R'":
        k -= 1
    if k >= 0 and kinds[k] == ")":
        open_at = kinds.rfind("(", max(0, k - 10), k)
        if open_at > 0:
            k = open_at - 1
    if verb.infinitive or (
        verb.form == "f" and not verb.modal and previous and previous.lemma in ("let", "make", "help")
    ):
        governor = previous if verb.infinitive or anchor is None else anchor
        _inherit(verb, governor, by_object=governor is not None and _controls(governor, words))
        verb.infinitive_after = governor
        return
    if verb.form == "f" and not verb.modal and anchor is not None and anchor.infinitive and k >= 0 and kinds[k] in "c,":
        _inherit(verb, anchor, by_object=False)
        verb.infinitive, verb.infinitive_after = True, anchor.infinitive_after
        return
    if k < 0:
        return
    kind = kinds[k]
    if kind == "w":
        verb.relative = True
        before = k - 1
        while before >= 0 and kinds[before] in ",i":
            before -= 1
        if before >= 0 and kinds[before] == "N":
            verb.subject = (
                clauses.group_left(before)[-1:]
                if clauses.lows[clauses.bounds[k][0]] != "who"
                else ([_nearest_name(clauses, before)])
            )
        return
    bare_participle = verb.form in ("e", "g") and verb.i == verb.main and clauses.tags[verb.main] in "eg"
    if kind == "N":
        if clauses.tags[verb.main] == "g" and verb.i == verb.main:
            # "officials discussing", "the article accusing": a participle after its noun
            verb.subject = [clauses.phrases[k]]
            verb.relative = True
            return
        group = clauses.group_left(k)
        if _opens_clause(clauses, group, previous, verb, words):
            group = group[-1:]  # "A is helping B and C is helping D"
        first = group[0].at
        if previous and previous.relative and previous.subject and first >= 2 and previous.at == first - 2:
            verb.subject = previous.subject  # "the Group established under the Agreement is to meet"
            return
        if previous and previous.at > first - 1 and not previous.relative and bare_participle:
            verb.subject = [clauses.phrases[k]]
            verb.relative = verb.passive = True  # "a resolution passed by": reduced relative
            return
        if previous and first > 0 and previous.at == first - 1 and bare_participle and not previous.relative:
            verb.relative = verb.passive = True
        if bare_participle and first > 0 and kinds[first - 1] == "i":
            verb.relative = verb.passive = True
        if bare_participle and clauses.tags[verb.main] == "e" and _by_follows(clauses, verb):
            verb.relative = verb.passive = True
            verb.subject = [clauses.phrases[k]]
            return
        verb.subject = group
        _relative_object(clauses, verb, first)
        return
    if kind == "," and bare_participle and verb.form == "e" and k >= 1 and kinds[k - 1] == "N" and not verb.objects:
        group = clauses.group_left(k - 1)
        apposed = "," in clauses.lows[group[-1].i : group[-1].j]  # "the Minister, Ana Brandt, met": it closes the name
        if not apposed and (previous is None or previous.at < group[0].at - 1 or _by_follows(clauses, verb)):
            verb.subject, verb.relative, verb.passive = group, True, True  # "the agreement, initialled in May, is …"
            return
    if kind == "," and not (verb.form == "g" and bare_participle and previous is not None):
        inserted = (
            _insertion_start(clauses, k, previous) if anchor is None or previous is None or previous.relative else -1
        )
        if inserted >= 0:
            verb.subject = clauses.group_left(inserted)
            return
    if kind == "i" and verb.form == "g" and clauses.lows[clauses.bounds[k][0]] == "of":
        for before in range(k - 1, max(-1, k - 8), -1):  # "the government's 'trick' of expelling …": whose trick it is
            i, j = clauses.bounds[before]
            if clauses.kinds[before] == "N" and "z" in clauses.tags[i : j + 1]:
                verb.subject = [Phrase(i, clauses.tags.index("z", i), before)]
                return
    _inherit(verb, anchor or previous, by_object=False)


def _opens_clause(clauses: Clauses, group: list[Phrase], previous: Verb | None, verb: Verb, words: Words) -> bool:
    """Whether the last phrase of a group is a new clause's subject, and those before it an earlier verb's objects."""
    if previous is None or len(group) != 2 or previous.relative or previous.passive or previous.infinitive:
        return False
    if previous.lemma in words.clausal or clauses.kinds[group[0].at + 1 : group[1].at] != "c":
        return False
    finite = clauses.tags[verb.i] in "xMHv"
    if not finite or previous.at != group[0].at - 1 or not group[0].among(previous.objects):
        return False
    previous.objects = [p for p in previous.objects if not p.among(group[-1:])]
    return True


def _controls(governor: Verb, words: Words) -> bool:
    """Whether what follows "to" is done by the governor's object: "invited him to …", but "called him to express …"."""
    if governor.lemma == "call":
        return bool(governor.pp("on", "upon"))
    return governor.lemma in words.object_control


def _relative_object(clauses: Clauses, verb: Verb, first: int) -> None:
    """ "the deal that her predecessor signed": what the clause hangs on is the verb's object."""
    if first < 2 or verb.objects or verb.passive or clauses.kinds[first - 2] != "N":
        return
    if clauses.lows[clauses.bounds[first - 1][0]] in ("that", "which", "whom") and clauses.kinds[first - 1] in "wu":
        verb.objects = [clauses.phrases[first - 2]]


def _by_follows(clauses: Clauses, verb: Verb) -> bool:
    after = verb.at + 1
    return after < len(clauses.kinds) and clauses.kinds[after] == "i" and clauses.lows[clauses.bounds[after][0]] == "by"


def _nearest_name(clauses: Clauses, at: int) -> Phrase:
    """The antecedent of "who": the nearest phrase that names somebody, else the nearest."""
    for k in range(at, max(-1, at - 6), -1):
        if clauses.kinds[k] == "N":
            i, j = clauses.bounds[k]
            if "Y" in clauses.tags[i:j] or "p" in clauses.tags[i:j]:
                return clauses.phrases[k]
        elif clauses.kinds[k] == "V":
            break
    return clauses.phrases[at]


def _insertion_start(clauses: Clauses, comma: int, previous: Verb | None) -> int:
    """Chunk of the subject before "…, inserted words, VERB", or -1 where an earlier verb's subject is inherited."""
    kinds = clauses.kinds
    if previous and previous.at > comma - 2:
        return -1
    limit = max(0, comma - REACH)
    k = comma - 1
    if previous and previous.relative and previous.subject:
        described = previous.subject[-1].at
        if described >= 3 and kinds[described - 3 : described] == "N,i":
            return described - 3  # "The minister, in remarks published on Monday, urged"
        return described
    while k >= limit:
        if kinds[k] == "V":
            return -1
        if kinds[k] == "N":
            group = clauses.group_left(k)
            start = group[0].at
            opening = clauses.group_left(start - 2)[0].at if start >= 2 and kinds[start - 2] == "N" else 0
            if opening == 1 and kinds[0] == "i":
                return k  # "At the invitation of A, the Minister B, paid"
            before = start - 1 if kinds[start - 2 : start] == "ii" else start  # "along with"
            if before >= 2 and kinds[before - 1] == "i" and kinds[before - 2] == ",":
                k = before - 3  # "Kazakhstan, for its part, presides"
                continue
            if start >= 2 and kinds[start - 1] == "," and kinds[start - 2] == "N" and clauses.tags[group[0].i] in "dj":
                k = start - 2  # "Lavrov, the minister, said"
                continue
            return k
        k -= 1
    return -1


def _inherit(verb: Verb, previous: Verb | None, *, by_object: bool) -> None:
    if previous is None:
        return
    verb.follows = previous
    if by_object and not previous.passive and (previous.objects or previous.pp("on", "upon")):
        verb.subject = previous.objects or previous.pp("on", "upon")
    elif previous.subject:
        verb.subject = previous.subject


def mark_reduced_relatives(clauses: Clauses, verbs: list[Verb]) -> None:
    """ "The meeting described in it never took place": of two past forms without a link the first describes."""
    for n, (first, second) in enumerate(pairwise(verbs)):
        if second.form == "g" and clauses.kinds[second.at - 1] == "i" and second.at - 2 == first.at:
            second = verbs[n + 2] if n + 2 < len(verbs) else second  # "those jailed for protesting were released"
        if first.form == "e" and second.that >= 0 and second.relative and second.passive and second.main == second.i:
            second.relative = second.passive = False  # "a report released in Oslo alleged that"
        if first.form != "e" or first.i != first.main or first.relative or first.that >= 0 or first.objects:
            continue
        if (
            second.infinitive
            or second.relative
            or second.form == "g"
            or (second.i == second.main and second.form == "f")
        ):
            continue
        between = clauses.kinds[first.at + 1 : second.at]
        if between and not set(between) - set("NiRV") and first.subject and second.subject is not first.subject:
            first.relative = first.passive = True
            second.subject = first.subject


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
