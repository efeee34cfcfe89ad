"""The subject of a verb from which inserted words part it: those that commas or dashes enclose."""

from __future__ import annotations

from communique.language.chunks import REACH, Clauses, Phrase, Verb

_INSERTED = 9  # chunks between the commas of "The Ministry, as soon as practicable, shall"
_DASHES = ("—", "–")
_BETWEEN_DASHES = 40  # chunks


def before_dashes(clauses: Clauses, k: int) -> int:
    """Chunk of the noun before the words that two dashes enclose, the second of them chunk ``k``; or -1."""
    if clauses.lows[clauses.bounds[k][0]] not in _DASHES:
        return -1
    for at in range(k - 1, max(0, k - _BETWEEN_DASHES), -1):
        if clauses.kinds[at] == "-" and clauses.lows[clauses.bounds[at][0]] in _DASHES:
            return at - 1 if clauses.kinds[at - 1] == "N" else -1
    return -1


def before_insertion(clauses: Clauses, comma: int) -> int:
    """Chunk before the words that end at ``comma`` and that a comma with "who", "whose" or "as" opened; else -1."""
    kinds = clauses.kinds
    seen_verb = False
    for k in range(comma - 1, max(0, comma - REACH), -1):
        if kinds[k] in ";:":
            return -1
        if kinds[k] == "V":
            seen_verb = True
        elif kinds[k] == "," and kinds[k - 1] in "N)":
            opener = clauses.lows[clauses.bounds[k + 1][0]]
            if seen_verb and (kinds[k + 1] in "wu" or opener == "whose"):
                before = k - 1
                if kinds[before] == ")":
                    before = kinds.rfind("(", 0, before) - 1
                return before if before >= 0 and kinds[before] == "N" else -1
    return -1


def parted_subject(clauses: Clauses, comma: int) -> int | None:
    """Chunk of the subject in "…; Fiji, for its part, will": the clause's first phrase, parted from its verb."""
    kinds, k = clauses.kinds, comma - 1
    while k > max(1, comma - _INSERTED) and kinds[k] in "NiuR":
        k -= 1
    opens = kinds[k] == "," and kinds[k - 1] == "N" and k >= 1 and bool(set(kinds[k:comma]) & {"i", "u"})
    return k - 1 if opens and (k == 1 or kinds[k - 2] in ";:u") else None


def insertion_start(clauses: Clauses, comma: int, previous: Verb | None) -> int:
    """Chunk of the subject before "…, inserted words, VERB", or -1 where an earlier verb's subject is inherited."""
    kinds = clauses.kinds
    if previous and previous.at > comma - 2:
        return -1
    limit = max(0, comma - REACH)
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
            before = start - 1 if kinds[start - 2 : start] == "ii" else start  # "along with"
            if before >= 2 and kinds[before - 1] == "i" and kinds[before - 2] == ",":
                k = before - 3  # "Kazakhstan, for its part, presides"
                continue
            if start == comma - 1 and _names_the_one_before(clauses, start):
                return k  # "The French ambassador to Kenya, Luc Moreau, said"
            if start >= 2 and kinds[start - 1] == "," and kinds[start - 2] in "N)" and _apposes(clauses, group[0]):
                k = start - 2  # "Lavrov, the minister, said", "Ana Ruiz, Administrator, Federal Agency (FA), named"
                if kinds[k] == ")":
                    k = max(kinds.rfind("(", limit, k) - 1, limit)
                continue
            return k
        k -= 1
    return -1


def _names_the_one_before(clauses: Clauses, at: int) -> bool:
    """Whether a name between commas says who the phrase with an article before it is."""
    if at < 2 or clauses.kinds[at - 1] != "," or clauses.kinds[at - 2] != "N":
        return False
    described = clauses.group_left(at - 2)
    return len(described) == 1 and clauses.tags[clauses.bounds[at][0]] == "Y" and clauses.tags[described[0].i] == "d"


def _apposes(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase between commas may tell who the one before it is."""
    return clauses.tags[phrase.i] in "dj" or (clauses.tags[phrase.i] == "Y" and phrase.at + 1 < len(clauses.kinds))
