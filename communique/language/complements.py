"""What stands to the right of a verb: its objects, prepositional phrases and content clause."""

from __future__ import annotations

from communique.language.chunks import REACH, Clauses, Phrase, Verb
from communique.language.words import Words


def add_complements(clauses: Clauses, verb: Verb, words: Words) -> None:
    """Objects, prepositional phrases and the content clause to the right of a verb."""
    kinds, bounds, lows = clauses.kinds, clauses.bounds, clauses.lows
    k = verb.at + 1
    count = len(kinds)
    limit = min(count, k + REACH * 2)
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
                if not direct and not verb.objects and not verb.passive and _after_place(clauses, verb, group):
                    verb.objects.extend(group)  # "hosted in Oslo talks with"
                    verb.end = bounds[k - 1][1]
                if direct:
                    if k < count and kinds[k] == "V" and verb.lemma in words.clausal and _finite(clauses, k):
                        # "said Moscow regards": a content clause without "that"
                        verb.that = group[0].i
                        return
                    verb.objects.extend(group)
                    verb.end = bounds[k - 1][1]
                elif not verb.objects and not verb.passive and clauses.kinds[group[0].at - 1] == "N":
                    verb.objects.extend(group)  # "notes with concern the decision"
                continue
            return
        if kind == "i" and k == verb.at + 1 and lows[bounds[k][0]] in words.particles.get(verb.lemma, ()):
            k += 1  # "call off the talks"
            if k < count and kinds[k] == "N":
                group, after = clauses.group_right(k)
                verb.pps.append((lows[bounds[k - 1][0]], group))
            continue
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


def _after_place(clauses: Clauses, verb: Verb, group: list[Phrase]) -> bool:
    """Whether an object stands behind a name of a place that the verb has before it."""
    if len(verb.pps) != 1 or verb.pps[0][0] not in ("in", "at") or len(verb.pps[0][1]) != 1:
        return False
    place = verb.pps[0][1][0]
    return place.j == group[0].i and "Y" in clauses.tags[place.i : place.j] and clauses.tags[group[0].i] not in "rY"


def _finite(clauses: Clauses, at: int) -> bool:
    i, j = clauses.bounds[at]
    group = clauses.tags[i:j]
    return "T" not in group and (group[0] in "MxHDv" or group[-1] in "ve" or "M" in group)
