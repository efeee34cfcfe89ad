"""A sentence in chunks: noun phrases, which coordinate, and verb groups with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

#: Chunks that a look to the left or right goes at most.
REACH = 24


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens ``[i, j)``; ``at`` is its chunk's index."""

    i: int
    j: int
    at: int

    def among(self, phrases: Iterable[Phrase]) -> bool:
        """Whether it is one of these phrases of its sentence."""
        return any(phrase.at == self.at for phrase in phrases)


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
            if step == k or step >= count or kinds[step] != "N" or self._is_subject_pronoun(step):
                break
            if step + 1 < count and kinds[step + 1] == "V" and kinds[step - 1] != ",":
                # "met A and B said": the last phrase is the next clause's subject
                verb_tags = self.tags[slice(*self.bounds[step + 1])]
                if (verb_tags[-1] in "vMxH" or "M" in verb_tags) and kinds[step - 1] == "c" and kinds[k] == ",":
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
        limit = max(0, at - REACH)
        while k > limit and kinds[k - 1] == "i":
            if k == 1 or kinds[k - 2] in ",;:":
                return True
            if kinds[k - 2] != "N":
                return False
            k -= 2
        return False

    def _is_subject_pronoun(self, at: int) -> bool:
        """Whether a phrase is "I", "we", "he", "she" or "they", which open a clause and close no list of objects."""
        i, j = self.bounds[at]
        return j - i == 1 and self.lows[i] in ("i", "we", "he", "she", "they")

    def group_left(self, at: int) -> list[Phrase]:
        """Coordinated noun phrases that end at chunk ``at``, climbing out of prepositional phrases to the head."""
        kinds = self.kinds
        limit = max(0, at - REACH)
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
            if before == "c" and kinds[k - 2 : k - 1] == "," and self._is_subject_pronoun(k):
                break  # "…, and I regret"
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
