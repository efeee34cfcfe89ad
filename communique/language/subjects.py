"""Who a verb's subject is: what stands to its left, or the subject of another verb."""

from __future__ import annotations

from communique.language.chunks import REACH, Clauses, Phrase, Verb
from communique.language.insertions import before_dashes, before_insertion, insertion_start, parted_subject
from communique.language.words import Words

_BESIDE = frozenset("before after since during by from under ahead alongside at".split())
_OF_RELATIVES = frozenset(("which", "whom", "whose", "what"))
_SAYING = frozenset(("say", "add", "state", "note", "tell", "warn", "declare"))


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
    opened = before_dashes(clauses, k) if kinds[k] == "-" else -1
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
            verb.subject = whole_of(clauses, previous.subject)  # "the Group established under the Agreement is to meet"
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
    if kind == "," and not parenthetic and (antecedent := before_insertion(clauses, k)) >= 0:
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
    apart = parted_subject(clauses, k) if kind == "," and not bare_participle else None
    if apart is not None:
        verb.subject = clauses.group_left(apart)
        return
    if kind == "," and not (verb.form == "g" and bare_participle and previous is not None):
        inserted = (
            insertion_start(clauses, k, previous) if anchor is None or previous is None or previous.relative else -1
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


def whole_of(clauses: Clauses, described: list[Phrase]) -> list[Phrase]:
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


def _inherit(verb: Verb, previous: Verb | None, *, by_object: bool) -> None:
    if previous is None:
        return
    verb.follows = previous
    if by_object and not previous.passive and (previous.objects or previous.pp("on", "upon")):
        verb.subject = previous.objects or previous.pp("on", "upon")
    elif previous.subject:
        verb.subject = previous.subject
