"""Who a verb's subject is: what stands to its left, or the subject of another verb."""

from __future__ import annotations

from itertools import pairwise

from communique.language.chunks import REACH, Clauses, Phrase, Verb
from communique.language.words import Words

_INSERTED = 9  # chunks between the commas of "The Ministry, as soon as practicable, shall"
_BESIDE = frozenset("before after since during by from under ahead alongside at".split())
_OF_RELATIVES = frozenset(("which", "whom", "whose", "what"))
_SAYING = frozenset(("say", "add", "state", "note", "tell", "warn", "declare"))

_DASHES = ("—", "–")
_BETWEEN_DASHES = 40  # chunks


def anchor_of(clauses: Clauses, verbs: list[Verb], n: int) -> Verb | None:
    """The verb whose subject the ``n``-th shares when it has none of its own: the last of its own standing."""
    verb = verbs[n]
    if n == 0:
        return None
    previous = verbs[n - 1]
    finite = (not verb.infinitive and verb.form in ("e", "v", "p")) or bool(verb.modal)
    before = clauses.kinds[verb.at - 1] if verb.at else ""
    if verb.infinitive and before == "c":  # "to revive the Forum, which has not convened since, and to hold …"
        return next((v for v in reversed(verbs[max(0, n - 6) : n]) if v.infinitive), previous)
    if verb.form == "f" and not verb.modal and before in "c,":
        return next((v for v in verbs[n - 1 :: -1] if v.infinitive or v.modal), previous)
    listed = before in (",", "-") or clauses.lows[verb.i - 1] == "including"
    if not finite and not (verb.form == "g" and listed):
        return previous
    if before == "c" and previous.relative and clauses.kinds[verb.at - 2 : verb.at - 1] != ",":
        reduced = clauses.kinds[previous.at - 1] != "w"
        if not reduced or _tense(previous) == _tense(verb):
            return previous  # but "discussed matters pertaining to Iran and agreed": not the matters
    for earlier in reversed(verbs[max(0, n - 6) : n]):
        if not earlier.infinitive and not earlier.relative and earlier.form != "g":
            return _reporting(verbs[:n], earlier, verb) or earlier
    return previous


def _before_dashes(clauses: Clauses, k: int) -> int:
    """Chunk of the noun before the words that two dashes enclose, the second of them chunk ``k``; or -1."""
    if clauses.lows[clauses.bounds[k][0]] not in _DASHES:
        return -1
    for at in range(k - 1, max(0, k - _BETWEEN_DASHES), -1):
        if clauses.kinds[at] == "-" and clauses.lows[clauses.bounds[at][0]] in _DASHES:
            return at - 1 if clauses.kinds[at - 1] == "N" else -1
    return -1


def _tense(verb: Verb) -> str:
    """How a verb is told, so that those that are coordinated can be matched."""
    return "modal" if verb.modal else "past" if verb.form in ("e", "p") and not verb.passive else "other"


def _reporting(verbs: list[Verb], inner: Verb, verb: Verb) -> Verb | None:
    """The verb that "that" follows, if it and ``verb`` are of one tense and what stands after "that" is of another.

    "She said that Oslo would help, and thanked her hosts": it is she who thanked them.
    """
    if not _is_past(verb) or _is_past(inner):
        return None
    past = [v for v in verbs if _is_past(v) and not v.relative and v.subject]
    return next((v for v in reversed(past) if 0 <= v.that <= inner.i), past[-1] if past and inner.modal else None)


def _is_past(verb: Verb) -> bool:
    return verb.form in ("e", "p") and not verb.modal and not verb.perfect and not verb.infinitive


def add_subject(clauses: Clauses, verb: Verb, previous: Verb | None, anchor: Verb | None, words: Words) -> None:
    """Who the verb's subject is: the phrase to its left, the antecedent of "who", or an earlier verb's subject."""
    kinds = clauses.kinds
    k = verb.at - 1
    while k >= 0 and (
        kinds[k] in "R'"
        or (kinds[k] == "(" and clauses.lows[clauses.bounds[k][0]] == "[")  # "the Agency [announced …](https://…)"
        or (k > 0 and kinds[k - 1] in "N)," and _is_time(clauses, k))
    ):
        k -= 1
    if k >= 0 and kinds[k] == ")":
        open_at = kinds.rfind("(", max(0, k - 10), k)
        if open_at > 0:
            k = open_at - 1
    if verb.infinitive or (
        verb.form == "f" and not verb.modal and previous and previous.lemma in ("let", "make", "help")
    ):
        if verb.infinitive and anchor is not None and anchor.infinitive and k >= 0 and kinds[k] == "c":
            _inherit(verb, anchor, by_object=False)
            verb.infinitive_after = anchor.infinitive_after
            return
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
    opened = _before_dashes(clauses, k) if kinds[k] == "-" else -1
    if opened >= 0:
        verb.subject = clauses.group_left(opened)  # "We—the governments of A and B—meet"
        return
    if verb.form == "f" and not verb.modal and anchor is not None and anchor.modal and kinds[k] in "c,":
        verb.modal, verb.negated = anchor.modal, verb.negated or anchor.negated  # "must recognise and admit"
    kind = kinds[k]
    if kind == "w":
        verb.relative = True
        before = k - 1
        while before >= 0 and kinds[before] in ",i-":
            before -= 1
        if before >= 0 and kinds[before] == "N":
            verb.subject = (
                _antecedent(clauses, before)
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
        if previous and previous.form == "g" and previous.at == first - 1 and not bare_participle:
            if kinds[max(previous.at - 2, 0) : previous.at] == "Ni":
                verb.subject = clauses.group_left(previous.at - 2)  # "The petition on closing it was rejected"
                return
            if previous.relative and previous.subject:
                verb.subject = previous.subject  # "The bill implementing the annex was read"
                return
        if (
            previous
            and previous.relative
            and previous.subject
            and kinds[max(first - 2, 0) : first] == "Vi"
            and previous.at == first - 2
        ):
            verb.subject = _whole(clauses, previous.subject)  # "the Group established under the Agreement is to meet"
            return
        if previous and previous.at > first - 1 and not previous.relative and bare_participle:
            verb.subject = [clauses.phrases[k]]
            verb.relative = verb.passive = True  # "a resolution passed by": reduced relative
            return
        if previous and first > 0 and previous.at == first - 1 and bare_participle and not previous.relative:
            verb.relative = verb.passive = True
        if bare_participle and first > 0 and kinds[first - 1] == "i":
            verb.relative = verb.passive = True
        if bare_participle and previous and previous.objects and previous.objects[-1].at == group[-1].at:
            verb.relative = verb.passive = True  # "condemned in the strongest terms the attack perpetrated on"
        if bare_participle and clauses.tags[verb.main] == "e" and _by_follows(clauses, verb):
            verb.relative = verb.passive = True
            verb.subject = [clauses.phrases[k]]
            return
        verb.subject = group
        if first > 0 and kinds[first - 1] == "w" and clauses.lows[clauses.bounds[first - 1][0]] in _OF_RELATIVES:
            verb.relative = True  # "the attack in which nineteen lost their lives", "what they propose"
        _relative_object(clauses, verb, first)
        return
    parenthetic = bare_participle and (verb.form == "g" or _is_inserted(clauses, verb))
    if kind == "," and not parenthetic and (antecedent := _before_insertion(clauses, k)) >= 0:
        verb.subject = clauses.group_left(antecedent)
        return
    describes = parenthetic and verb.form == "e" and not verb.objects and not _reports(clauses, verb, words)
    if kind == "," and describes and k >= 1 and kinds[k - 1] == "N":
        group = clauses.group_left(k - 1)
        inserted_at = group[0].at - 1  # "Brandt, for her part, pointed to"
        describes = not (inserted_at >= 1 and kinds[inserted_at] == "i" and kinds[inserted_at - 1] == ",")
        apposed = "," in clauses.lows[group[-1].i : group[-1].j]  # "the Minister, Ana Brandt, met": it closes the name
        if (
            describes
            and not apposed
            and (previous is None or previous.at < group[0].at - 1 or _by_follows(clauses, verb))
        ):
            verb.subject, verb.relative, verb.passive = group, True, True  # "the agreement, initialled in May, is …"
            return
    apart = _parted_subject(clauses, k) if kind == "," and not bare_participle else None
    if apart is not None:
        verb.subject = clauses.group_left(apart)
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
    if kind == "V" and verb.form in ("e", "v", "p"):
        described = _described(clauses, previous)
        if described is not None:
            verb.subject = described  # "an official who declined to be named told the agency"
            return
    _inherit(verb, anchor or previous, by_object=False)


def _whole(clauses: Clauses, described: list[Phrase]) -> list[Phrase]:
    """What a participle's noun is part of: "a delegation of the Parliament led by R": the delegation."""
    return clauses.group_left(described[-1].at) if len(described) == 1 and described[0].at >= 0 else described


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


def _described(clauses: Clauses, verb: Verb | None) -> list[Phrase] | None:
    """Whom a relative clause that ends with this verb describes, if one does."""
    for _ in range(4):
        if verb is None:
            return None
        if verb.relative and verb.subject and clauses.kinds[verb.at - 1] in "wR":
            return verb.subject
        verb = verb.infinitive_after if verb.infinitive else None
    return None


def _is_time(clauses: Clauses, at: int) -> bool:
    """Whether a chunk only says when: "this morning", "last week"."""
    i, j = clauses.bounds[at]
    tags = clauses.tags[i:j]
    return clauses.kinds[at] == "N" and "m" in tags and not set(tags) - set("dm#j") and clauses.lows[i] != "the"


def _is_inserted(clauses: Clauses, verb: Verb) -> bool:
    """Whether a participle's words end at a comma before another verb: "the agreement, initialled in May, is"."""
    kinds = clauses.kinds
    comma = kinds.find(",", verb.at, verb.at + REACH)
    following = kinds[comma + 1 : comma + 3].lstrip("R")
    return comma > 0 and not set(kinds[verb.at + 1 : comma]) & set("V;:") and following[:1] == "V"


def _before_insertion(clauses: Clauses, comma: int) -> int:
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


def _antecedent(clauses: Clauses, at: int) -> list[Phrase]:
    """What "which" and "that" speak of: the phrase before, with what it is "of"; not what it only stands beside."""
    if at >= 1 and clauses.kinds[at - 1] == "i" and clauses.lows[clauses.bounds[at - 1][0]] in _BESIDE:
        return [clauses.phrases[at]]
    return clauses.group_left(at)[-1:]


def _controls(governor: Verb, words: Words) -> bool:
    """Whether what follows "to" is done by the governor's object: "invited him to …", but "called him to express …"."""
    if governor.lemma == "call":
        return bool(governor.pp("on", "upon"))
    return governor.lemma in words.object_control


def _relative_object(clauses: Clauses, verb: Verb, first: int) -> None:
    """ "the deal that her predecessor signed": what the clause hangs on is the verb's object."""
    before = first - 3 if clauses.kinds[max(first - 2, 0)] == "," else first - 2
    if before < 0 or verb.objects or verb.passive or clauses.kinds[before] != "N":
        return
    if clauses.lows[clauses.bounds[first - 1][0]] in ("that", "which", "whom") and clauses.kinds[first - 1] in "wu":
        verb.objects = [clauses.phrases[before]]


def _reports(clauses: Clauses, verb: Verb, words: Words) -> bool:
    """Whether a past form tells of speech: "…, spokesman for the Ministry, said that" describes nobody."""
    return verb.lemma in words.clausal and not _by_follows(clauses, verb) and (verb.that >= 0 or verb.lemma in _SAYING)


def _by_follows(clauses: Clauses, verb: Verb) -> bool:
    after = verb.at + 1
    return after < len(clauses.kinds) and clauses.kinds[after] == "i" and clauses.lows[clauses.bounds[after][0]] == "by"


def _nearest_name(clauses: Clauses, at: int) -> Phrase:
    """The antecedent of "who": the nearest phrase that names somebody, else the nearest."""
    nearest: Phrase | None = None
    for k in range(at, max(-1, at - 6), -1):
        if clauses.kinds[k] == "N":
            i, j = clauses.bounds[k]
            if "Y" in clauses.tags[i:j] or "p" in clauses.tags[i:j]:
                nearest = nearest or clauses.phrases[k]
                if clauses.lows[i - 1 : i] not in (["of"], ["for"]) or i == 0:
                    return clauses.phrases[k]  # "the Minister for Trade and Tourism of Kenya, who": not Kenya
        elif clauses.kinds[k] == "V":
            break
    return nearest or clauses.phrases[at]


def _insertion_start(clauses: Clauses, comma: int, previous: Verb | None) -> int:
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


def _parted_subject(clauses: Clauses, comma: int) -> int | None:
    """Chunk of the subject in "…; Fiji, for its part, will": the clause's first phrase, parted from its verb."""
    kinds, k = clauses.kinds, comma - 1
    while k > max(1, comma - _INSERTED) and kinds[k] in "NiuR":
        k -= 1
    opens = kinds[k] == "," and kinds[k - 1] == "N" and k >= 1 and bool(set(kinds[k:comma]) & {"i", "u"})
    return k - 1 if opens and (k == 1 or kinds[k - 2] in ";:u") else None


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
            second.subject = _whole(clauses, first.subject)
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
