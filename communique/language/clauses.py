"""Verbs with their subjects, objects and prepositional phrases, by regular expressions over word classes.

No parser: noun phrases and verb groups are cut out of the tag string by one regular expression (finite-state cascades
in the manner of FASTUS, Hobbs et al. 1997), then each verb looks left for its subject and right for its complements.
Looks are bounded, so the work grows in proportion to the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from communique.language.words import Words

_CHUNK = re.compile(
    r"(?P<N>r(?!z)|d*(?:R(?=j)|[jnp#z]|(?<![Yynp])m|Yy*|(?<=j)c(?=j))*(?:[np#j]|(?<![Yynp])m|Yy*)|d+|[jnp#m]+)"
    r"|(?P<V>(?:[RK]+(?:cR+)?)?(?:T[RK]*)?(?:[MHDx][RK]*)*[vefg]|R*(?:T[RK]*)?[MHDx](?:[RK]*[MHDx])*[RK]*)"
    r"|(?P<R>[RK]+)|(?P<O>.)",
    re.S,
)
_LOOK = 24  # chunks a verb looks to either side
_BARRIERS = frozenset(";.:")


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens ``[i, j)``; ``at`` is its chunk's index."""

    i: int
    j: int
    at: int


@dataclass(slots=True)
class Verb:
    """A verb group with its neighbourhood; all indices are tokens unless said otherwise.

    Attributes:
        i, j: the group; ``main`` its main verb; ``at`` its chunk.
        lemma, form: of the main verb; form ``g`` gerund, ``f`` base, ``e``/``v``/``p`` past or present.
        subject: coordinated noun phrases; logical object where ``passive``.
        objects: noun phrases right after the verb; ``pps``: (preposition, noun phrases) that follow, in order.
        end: where its complements end; ``that`` where a content clause begins, or -1.
        follows: the verb it is coordinated with or hangs on, if its subject is inherited.
    """

    i: int
    j: int
    main: int
    at: int
    lemma: str
    form: str
    passive: bool = False
    infinitive: bool = False
    modal: str = ""
    perfect: bool = False
    negated: bool = False
    relative: bool = False
    subject: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    pps: list[tuple[str, list[Phrase]]] = field(default_factory=list)
    end: int = 0
    that: int = -1
    follows: Verb | None = None
    infinitive_after: Verb | None = None

    def pp(self, *prepositions: str) -> list[Phrase]:
        """Noun phrases after the first of these prepositions that stands with the verb."""
        for preposition, phrases in self.pps:
            if preposition in prepositions:
                return phrases
        return []


@dataclass(slots=True)
class Clauses:
    """A sentence in chunks: ``kinds`` a letter each (N, V, i, c, …), ``bounds`` their token ranges, and its verbs."""

    kinds: str
    bounds: list[tuple[int, int]]
    verbs: list[Verb]
    phrases: dict[int, Phrase]
    lows: list[str]
    tags: str

    def group_right(self, at: int) -> tuple[list[Phrase], int]:
        """Coordinated noun phrases from chunk ``at`` on ("A, B and C"), and the chunk after them."""
        kinds = self.kinds
        group = [self.phrases[at]]
        k = at + 1
        count = len(kinds)
        while k < count and len(group) < 60:
            if kinds[k] == "(":
                close = kinds.find(")", k, k + 8)
                if close < 0:
                    break
                k = close + 1
                continue
            step = k
            if kinds[step] == ",":
                step += 1
            if step < count and kinds[step] == "c":
                step += 1
            if step == k or step >= count or kinds[step] != "N":
                break
            if step + 1 < count and kinds[step + 1] == "V" and kinds[step - 1] != ",":
                # "met A and B said": the last phrase is the next clause's subject
                verb_tag = self.tags[self.bounds[step + 1][1] - 1]
                if verb_tag in "vMxH" and kinds[step - 1] == "c" and kinds[k] == ",":
                    break
            if kinds[step - 1] == "," and not self._list_goes_on(step):
                break
            group.append(self.phrases[step])
            k = step + 1
        return group, k

    def _list_goes_on(self, at: int) -> bool:
        """Whether a noun phrase after a comma is a list's member: sooner or later "and" closes the list."""
        kinds = self.kinds
        k = at + 1
        limit = min(len(kinds), at + 40)
        while k < limit:
            kind = kinds[k]
            if kind == "c":
                return k + 1 < len(kinds) and kinds[k + 1] in "NV"
            if kind in "V;.:wuq":
                return False
            k += 1
        return False

    def _opens_sentence(self, at: int) -> bool:
        """Whether a noun phrase ends the prepositional phrase before a comma: "In talks in Oslo, Norway and"."""
        kinds, k = self.kinds, at
        limit = max(0, at - _LOOK)
        while k > limit and kinds[k - 1] == "i":
            if k == 1 or kinds[k - 2] in ",;:":
                return True
            if kinds[k - 2] != "N":
                return False
            k -= 2
        return False

    def group_left(self, at: int) -> list[Phrase]:
        """Coordinated noun phrases that end at chunk ``at``, climbing out of prepositional phrases to the head."""
        kinds = self.kinds
        limit = max(0, at - _LOOK)
        group = [self.phrases[at]]
        k = at
        while k > limit:
            before = kinds[k - 1]
            if before == ")":
                open_at = kinds.rfind("(", limit, k)
                if open_at > limit and kinds[open_at - 1] == "N":
                    k = open_at - 1
                    group = [self.phrases[k]]
                    continue
                break
            if before == "i" and k >= 2 and kinds[k - 2] == "N":
                k -= 2
                group = [self.phrases[k]]
                continue
            if before == "i" and k >= 2 and kinds[k - 2] == ",":
                break
            if before in "c," and k >= 2:
                step = k - 1
                if kinds[step] == "c" and step >= 1 and kinds[step - 1] == ",":
                    step -= 1
                oxford = before == "c" and kinds[k - 2] == ","  # "A, B, and C"; but "…, and C" opens a clause
                if (
                    step >= 1
                    and kinds[step - 1] == "N"
                    and (before == "c" or len(group) > 1)
                    and not (oxford and (step < 2 or kinds[step - 2] not in ",("))
                    and not (kinds[k - 1] == "," and self._opens_sentence(step - 1))
                ):
                    k = step - 1
                    group.insert(0, self.phrases[k])
                    continue
            break
        if k > 0 and kinds[k - 1] == "i" and len(group) > 1 and k >= 2 and kinds[k - 2] == "N":
            return self.group_left(k - 2)
        return group


def find_clauses(tags: str, lows: list[str], words: Words) -> Clauses:
    """Chunk a tagged sentence and give every verb its subject and complements.

    Args:
        tags: one letter a token, as ``settle_tags`` returns them.
        lows: the tokens in lower case.
        words: the language's word lists.
    """
    kinds: list[str] = []
    bounds: list[tuple[int, int]] = []
    phrases: dict[int, Phrase] = {}
    verbs: list[Verb] = []
    for match in _CHUNK.finditer(tags):
        kind = match.lastgroup or "O"
        i, j = match.span()
        if kind == "N":
            phrases[len(kinds)] = Phrase(i, j, len(kinds))
        elif kind == "V":
            verbs.append(_verb(tags, lows, words, i, j, len(kinds)))
        elif kind == "O":
            kind = tags[i]
        kinds.append(kind)
        bounds.append((i, j))
    clauses = Clauses("".join(kinds), bounds, verbs, phrases, lows, tags)
    for verb in verbs:
        _complements(clauses, verb, words)
    for n, verb in enumerate(verbs):
        _subject(clauses, verb, verbs[n - 1] if n else None, _anchor(clauses, verbs, n), words)
    _reduced_relatives(clauses, verbs)
    _leading_participles(verbs)
    return clauses


def _verb(tags: str, lows: list[str], words: Words, i: int, j: int, at: int) -> Verb:
    main = j - 1
    while main > i and tags[main] in "RK":
        main -= 1
    group = tags[i:j]
    lemma, form = words.verbs.get(lows[main], (lows[main], tags[main]))
    if tags[main] == "x":
        lemma = "be"
    elif tags[main] in "H":
        lemma, form = "have", "v"
    elif tags[main] == "D":
        lemma = "do"
    elif lemma == lows[main] and tags[main] == "e" and lemma.endswith("ed"):
        lemma = lemma[:-1] if lemma.endswith("eed") else lemma[:-2]
    verb = Verb(i, j, main, at, lemma, form if tags[main] in "vefgp" else tags[main])
    if tags[main] in "fg":
        verb.form = tags[main]
    auxiliary = ""
    for k in range(i, main):
        tag = tags[k]
        if tag == "M":
            verb.modal = lows[k]
        elif tag == "H":
            verb.perfect = True
        elif tag == "K":
            verb.negated = True
        elif tag == "T":
            verb.infinitive = True
        if tag in "xHD":
            auxiliary = tag
    if "K" in group[main - i :]:
        verb.negated = True
    for k in range(i, j):
        if lows[k] in ("never", "hardly"):
            verb.negated = True
    verb.passive = auxiliary == "x" and tags[main] == "e"
    return verb


def _complements(clauses: Clauses, verb: Verb, words: Words) -> None:
    """Objects, prepositional phrases and the content clause to the right of a verb."""
    kinds, bounds, lows = clauses.kinds, clauses.bounds, clauses.lows
    k = verb.at + 1
    count = len(kinds)
    limit = min(count, k + _LOOK * 2)
    direct = True
    verb.end = verb.j
    while k < limit:
        kind = kinds[k]
        if kind == "N" and clauses.tags[bounds[k][1] - 1] == "m" and lows[bounds[k][0]] != "the":
            k += 1  # "met today with", "arrived on Monday"
            continue
        if kind == "N" and not direct and verb.lemma in words.clausal and k + 1 < count and kinds[k + 1] == "V":
            if kinds[k - 1] == "N" and _finite(clauses, k + 1):
                verb.that = bounds[k][0]  # "said on Friday his country would send police"
                return
        if kind == "N":
            if direct or kinds[k - 1] not in ",":
                group, k = clauses.group_right(k)
                if direct:
                    if k < count and kinds[k] == "V" and verb.lemma in words.clausal and _finite(clauses, k):
                        # "said Moscow regards": a content clause without "that"
                        verb.that = group[0].i
                        return
                    verb.objects.extend(group)
                    verb.end = bounds[k - 1][1]
                continue
            return
        if kind == "i":
            direct = False
            if k + 1 < count and kinds[k + 1] == "N":
                group, after = clauses.group_right(k + 1)
                verb.pps.append((lows[bounds[k][0]], group))
                verb.end = bounds[after - 1][1]
                k = after
                continue
            if k + 1 < count and kinds[k + 1] == "V":
                verb.pps.append((lows[bounds[k][0]], []))
                return
            k += 1
            continue
        if kind == "u":
            if lows[bounds[k][0]] == "that" and verb.that < 0:
                verb.that = bounds[k][1]
                return
            if lows[bounds[k][0]] == "as":
                direct = False
                if k + 1 < count and kinds[k + 1] == "N":
                    group, after = clauses.group_right(k + 1)
                    verb.pps.append(("as", group))
                    k = after
                    continue
            return
        if kind == "w":
            word = lows[bounds[k][0]]
            if k == verb.at + 1 and word in ("how", "what", "why", "where", "when", "who"):
                verb.that = bounds[k][0]
            return
        if kind in "R(" or (kind == "," and k + 1 < count and kinds[k + 1] in "iR"):
            if kind == "(":
                close = kinds.find(")", k, k + 8)
                if close < 0:
                    return
                k = close
            k += 1
            continue
        return


def _finite(clauses: Clauses, at: int) -> bool:
    i, j = clauses.bounds[at]
    group = clauses.tags[i:j]
    return "T" not in group and (group[0] in "MxHDv" or group[-1] in "ve" or "M" in group)


def _anchor(clauses: Clauses, verbs: list[Verb], n: int) -> Verb | None:
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


def _subject(clauses: Clauses, verb: Verb, previous: Verb | None, anchor: Verb | None, words: Words) -> None:
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
    limit = max(0, comma - _LOOK)
    k = comma - 1
    if previous and previous.relative and previous.subject:
        return previous.subject[-1].at
    while k >= limit:
        if kinds[k] == "V":
            return -1
        if kinds[k] == "N":
            group = clauses.group_left(k)
            start = group[0].at
            opening = clauses.group_left(start - 2)[0].at if start >= 2 and kinds[start - 2] == "N" else 0
            if opening == 1 and kinds[0] == "i":
                return k  # "At the invitation of A, the Minister B, paid"
            if start >= 2 and kinds[start - 1] == "i" and kinds[start - 2] == ",":
                k = start - 3  # "Kazakhstan, for its part, presides"
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


def _reduced_relatives(clauses: Clauses, verbs: list[Verb]) -> None:
    """ "The meeting described in it never took place": of two past forms without a link the first describes."""
    for first, second in pairwise(verbs):
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
        if between and not set(between) - set("NiR") and first.subject and second.subject is not first.subject:
            first.relative = first.passive = True
            second.subject = first.subject


def _leading_participles(verbs: list[Verb]) -> None:
    """ "Speaking to journalists, Lehtovaara said": an opening participle shares the next finite verb's subject."""
    for n, verb in enumerate(verbs[:-1]):
        having = verb.perfect and verb.i == verb.main - 1
        if verb.subject or verb.relative or verb.form not in ("g", "e") or not (verb.i == verb.main or having):
            continue
        following = verbs[n + 1]
        if following.subject and following.i > verb.i and following.subject[0].i > verb.j:
            verb.subject = following.subject
