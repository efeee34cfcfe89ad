"""Word classes, one letter a token, so that phrases are found by regular expressions over a string of letters.

Letters: ``d`` determiner, ``j`` adjective, ``n`` noun, ``p`` capitalised and unknown, ``#`` number, ``m`` time word,
``r`` pronoun, ``w`` relative, ``v`` finite verb, ``e`` past or participle, ``g`` gerund, ``f`` base form, ``x`` be,
``H`` have, ``D`` do, ``M`` modal, ``T`` to, ``K`` not, ``R`` adverb, ``i`` preposition, ``c`` and/or,
``u`` subordinator, ``z`` possessive, ``q`` quotation mark, ``Y`` first and ``y`` further token of a named mention, and
punctuation as itself. A lexicon with suffix rules and a few looks at the neighbours, no statistics: this text needs
noun phrases and verb groups told apart, not forty classes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.language.tokens import Sentence
from communique.language.words import Words

_ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "ary", "less", "ese", "ish", "like")
#: Names whose particle is written small: "al-Nahyan", "d'Estaing".
PARTICLED = re.compile(r"(?:a[ldnrstz]|a[dst]h|e[lds]|u[ldr]|d)[-'’‘][A-Z]")
_COMPOUND_ENDINGS = ("-wide", "-scale", "-term", "-level", "-language", "-friendly", "-free", "-ready", "-style")
_CAPITALISED_KEEP = frozenset("dircuwxHDMTKzmq")
_VERB_BEFORE = frozenset("MTDKr")
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen hundred thousand".split())
_FINITE = frozenset("vexHMDf")
_NEVER_BEFORE_PREPOSITIONS = frozenset(("sanctions", "accords", "pacts", "compacts", "documents"))
_LONGEST_HEADLINE = 16
_ENDING = frozenset((".", "!", "?", ":", ";", ","))
_HEADLINE_VERBS = frozenset("sign signs ink inks release releases launch launches issue issues".split())
_ORDERING = frozenset(("further", "first", "earlier", "later"))
_PERFORMED = frozenset(
    [("stand", w) for w in ("with", "by", "together", "firmly", "alongside", "beside", "behind", "against")]
    + [("call", w) for w in ("on", "upon", "for")]
    + [("appeal", "to"), ("appeal", "for"), ("thank", "to"), ("grieve", "with"), ("hope", "for")]
)
_BASE_SUBJECTS = frozenset(("i", "we", "they"))
_VERBAL = frozenset("efgv")
_ATTRIBUTIVE = frozenset(
    "continued increased enhanced renewed expanded improved sustained strengthened deepened accelerated intensified "
    "extended reduced detailed dedicated targeted coordinated armed advanced".split()
)
_AFTER_PROGRESSIVE = (["to"], ["with"], ["on"], ["towards"], ["toward"], ["together"], ["closely"], ["hard"])
_COMPOUNDED = frozenset(
    "backed enabled led made held built run sponsored supported based linked aligned occupied controlled funded owned "
    "operated affiliated mediated brokered hosted chaired registered flagged administered speaking born".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty several many few".split())
_SPLITTING = (["further"], ["better"], ["best"])
_NP_INSIDE = frozenset("jnp#Y")


def tag_words(sentence: Sentence, words: Words, *, heading: bool = False) -> list[str]:
    """Tags of a sentence's tokens by lexicon, capitals and endings alone.

    Args:
        sentence: its tokens.
        words: the language's word lists.
        heading: whether it is a title or stands in capitals; elsewhere a verb in capitals ("WELCOME") is a verb.

    Returns:
        One letter a token; names stand as ``p``.
    """
    known = words.tags.get
    tags = []
    first = True
    following = sentence.words[1:]
    for k, (word, low) in enumerate(zip(sentence.words, sentence.lows, strict=True)):
        tag = known(low)
        initial = word[0]
        if tag is None:
            if "-" in low and low.rsplit("-", 1)[1] in _COMPOUNDED:
                tag = "j"  # "Houthi-held", "Iran-backed"
            elif initial.isupper():
                tag = "p"
            elif initial.isdigit():
                tag = "#"
            elif ("-" in word or "'" in word or "’" in word) and PARTICLED.match(word):
                tag = "p"
            elif low.endswith("ly"):
                tag = "R"
            elif low.endswith("ed"):
                tag = "e"
            elif low.endswith("ing"):
                tag = "g"
            elif low.endswith(_ADJECTIVE_ENDINGS) or low.endswith(_COMPOUND_ENDINGS):
                tag = "j"
            elif initial.isalpha():
                tag = "n"
            else:
                tag = "'"
        elif tag == "m" and word == "Jan" and following[k : k + 1] and _opens_name(following[k], known):
            tag = "p"  # "Jan Novak", but "Jan 5"
        elif not first and initial.isupper() and tag not in _CAPITALISED_KEEP:
            told = tag in "fv" or (tag == "e" and following[k : k + 1] and following[k][0].islower())
            if heading or not told or len(word) < 4 or not word.isupper():
                tag = "p"
        tags.append(tag)
        if first and initial.isalnum():
            first = False
    return tags


def _opens_name(word: str, known: Callable[[str], str | None]) -> bool:
    return (word[0].isupper() and known(word.lower()) is None) or word in ("de", "van", "von", "der")


def settle_tags(tags: list[str], sentence: Sentence, words: Words, *, heading: bool = False) -> str:
    """Decide noun or verb, participle or adjective by the neighbours, once the named mentions are marked.

    Args:
        tags: of ``tag_words``, with mentions rewritten to ``Y`` and ``y``; changed in place.
        sentence: its tokens.
        words: the language's word lists.
        heading: whether it is a title, which needs no verb.

    Returns:
        The tags as one string.
    """
    lows = sentence.lows
    ambiguous, ing_nouns = words.ambiguous, words.ing_nouns
    count = len(tags)
    previous = ""
    for i, tag in enumerate(tags):
        if tag in "fv":
            if lows[i] == "thank" and lows[i + 1 : i + 2] == ["you"] and previous not in ("d", "j", "z"):
                tag = tags[i] = "f"  # "But thank you", "to all of you, thank you"
            elif lows[i] in ambiguous:
                tag = tags[i] = _noun_or_verb(tags, lows, i, previous, count, words)
            elif tag == "f" and previous in ("d", "z", "i", "j", "#"):
                tag = tags[i] = "n"
        elif tag == "e":
            following = tags[i + 1] if i + 1 < count else "."
            numbered = previous == "#" and i > 1 and tags[i - 2] in "Yy"  # "Decree 12 lifted tariffs"
            counted = previous == "n" and lows[i - 1] in _NUMBERS
            before = tags[i - 2] if previous == "R" and i > 1 else previous  # "of federally owned parks"
            if (
                (before in ("d", "j", "z", "#") or (previous == "R" and before == "i") or counted)
                and not numbered
                and (following in _NP_INSIDE or (following in "fv" and lows[i + 1] in ambiguous))
            ) or (previous == "i" and following in "njY" and lows[i].endswith("ed")):
                tag = tags[i] = "j"
            elif previous in _VERBAL and following in "njfv" and lows[i] in _ATTRIBUTIVE:
                tag = tags[i] = "j"  # "pledged continued support"
        elif tag == "g":
            following = tags[i + 1] if i + 1 < count else "."
            if previous in ("d", "j", "z") and following in "njY#":
                tag = tags[i] = "j"
            elif previous in ("d", "j", "z"):
                tag = tags[i] = "n"
        elif tag == "n" and lows[i] in ing_nouns and previous == "x":
            tag = tags[i] = "g"
        elif (
            tag == "n"
            and lows[i] in ing_nouns
            and lows[i] in words.verbs
            and previous in ("i", "u", "", ",")
            and i + 1 < count
            and tags[i + 1] in "Yd"
        ):
            tag = tags[i] = "g"  # "After meeting President R, …", "by closing the border"
        elif tag == "n" and lows[i] in ("meeting", "gathering") and _opens_participle(tags, lows, i, sentence.words):
            tag = tags[i] = "g"  # "The Council, meeting in Oslo, …"
        elif (
            tag == "R"
            and lows[i] in _ORDERING
            and previous in ("d", "z")
            and tags[i + 1 : i + 2]
            and tags[i + 1] in "njp#"
        ):
            tag = tags[i] = "j"  # "a further package", "the first treaty"
        elif tag == "u" and lows[i] == "that":
            following = tags[i + 1] if i + 1 < count else "."
            if previous in ("n", "p", "y", "Y") and following in "vexHMDf":
                tag = tags[i] = "w"
            elif previous in "i" and following in "njm":
                tag = tags[i] = "d"
            elif previous in "ev" and following == "n" and "".join(tags[i + 2 : i + 3]) in ".,":
                tag = tags[i] = "d"  # "never recognised that government."
        elif tag in "jg" and lows[i] == "following" and previous in ("n", "p", "y", "Y"):
            tag = tags[i] = "i"  # "released 50 prisoners following talks"
        elif tag == "r" and lows[i] == "one" and "".join(tags[i + 1 : i + 2]) in ("n", "j"):
            tag = tags[i] = "d"  # "by one delegation"
        elif tag == "d" and previous == "r" and lows[i] in ("all", "both"):
            tag = tags[i] = "R"
        elif tag == "e" and lows[i] == "provided" and i + 1 < count and lows[i + 1] == "that":
            tag = tags[i] = "u"
        elif tag == "u" and lows[i] == "than" and i + 1 < count and tags[i + 1] == "#":
            tag = tags[i] = "d"  # "more than 120 diplomats"
        elif tag == "i" and lows[i] == "like" and _behind_adverbs(tags, i) == "M":
            tag = tags[i] = "f"
        elif (
            tag == "j"
            and (previous == "x" or (previous == "R" and tags[i - 2 : i - 1] == ["x"]))
            and lows[i].endswith("ing")
            and lows[i] in words.verbs
            and (tags[i + 1 : i + 2] in (["d"], ["Y"]) or lows[i + 1 : i + 2] in _AFTER_PROGRESSIVE)
        ):
            tag = tags[i] = "g"  # "is visiting Berlin", "is closing its border", "are working to"
        elif tag == "j" and previous in ("M", "T") and lows[i] in words.verbs:
            tag = tags[i] = "f"  # "to open the embassy"
        elif (
            tag == "R"
            and lows[i] == "back"
            and previous in ("M", "T")
            and "".join(tags[i + 1 : i + 2]) in tuple("dYjnp")
        ):
            tag = tags[i] = "f"  # "to back the plan"
        elif tag == "n" and previous == "M" and sentence.words[i].islower():
            tag = tags[i] = "f"  # "must recommit": a verb that the lists do not have
        elif tag == "T":
            if lows[i + 1 : i + 2] in _SPLITTING and (lows[i + 2 : i + 3] or [""])[0] in words.verbs:
                tags[i + 1] = "R"  # "to further strengthen"
            named = (
                i > 0 and tags[i + 1 : i + 2] == ["p"] and sentence.words[i - 1][0].islower()
            )  # "guidance to State parks"
            if named:
                tag = tags[i] = "i"
            elif i + 1 < count and tags[i + 1] not in "fRxHDKv" and lows[i + 1] not in words.verbs:
                if tags[i + 1] == "n" and sentence.words[i + 1].islower() and tags[i + 2 : i + 3] in (["d"], ["r"]):
                    tags[i + 1] = "f"  # "to redress the balance"
                else:
                    tag = tags[i] = "i"
        elif tag == "R" and lows[i] == "first" and previous in ("d", "z") and _noun_follows(tags, lows, i, words):
            tag = tags[i] = "j"  # "its first meeting"
        elif tag == "j" and lows[i] == "following" and previous in ("", ",") and tags[i + 1 : i + 2] != [","]:
            tag = tags[i] = "i"  # "Following talks with"
        elif tag == "j" and previous == "H" and lows[i] in ("armed", "detailed") and tags[i + 1 : i + 2] == ["d"]:
            tag = tags[i] = "e"  # "has armed the rebels"
        elif tag in "jR" and lows[i] in ("early", "late", "later") and i + 1 < count and _is_time(tags, lows, i + 1):
            tag = tags[i] = "m"  # "to visit Oslo early next year"
        elif tag == "j" and i + 1 < count and tags[i + 1] == "m" and lows[i] in ("next", "last"):
            tag = tags[i] = "m"
        elif tag == "j" and previous in ("w", "r", "y", "Y", "n") and i + 1 < count and tags[i + 1] in "ev":
            if lows[i] in ("last", "first", "next", "long", "early", "late"):
                tag = tags[i] = "R"
        elif (
            tag == "m"
            and lows[i] in ("today", "yesterday", "tonight", "tomorrow")
            and previous in "YypnrHM,)"
            and tags[i + 1 : i + 2]
            and tags[i + 1] in "evxHMD"
        ):
            tag = tags[i] = "R"  # "The Minister today announced", "has today imposed"
        elif tag == "m" and lows[i] == "may":
            tag = tags[i] = "M"
        elif tag == "M" and lows[i] == "may" and sentence.words[i] == "May":
            following = tags[i + 1] if i + 1 < count else "."
            if previous in ("i", "#", "d", "j") or following in ("#", ",", "."):
                tag = tags[i] = "m"
        elif tag in "pnvf" and sentence.words[i] == "March" and _is_month(tags, lows, i):
            tag = tags[i] = "m"
        elif (
            tag == "i" and lows[i] in ("after", "before", "since", "until", "till") and _clause_follows(tags, i, count)
        ):
            tag = tags[i] = "u"
        previous = tag
    if not heading and not any(
        t in _FINITE and not (t == "f" and i and tags[i - 1] in "TR") for i, t in enumerate(tags)
    ):
        _verb_of_verbless(tags, lows, ambiguous)
    return "".join(tags)


def _verb_of_verbless(tags: list[str], lows: list[str], ambiguous: frozenset[str]) -> None:
    """ "Border forces clash with rioters", "Norway strikes targets in": a sentence without verb has one in a noun."""
    for i in range(1, len(tags) - 1):
        if tags[i] != "n" or lows[i] not in ambiguous or tags[i - 1] not in "nyY":
            continue
        plural = lows[i - 1].endswith(("s", "men", "people", "police")) or _coordinated(tags, i)
        third = lows[i].endswith("s") and not lows[i].endswith("ss")
        if tags[i + 1] in ("dYj#" if third else "idYj#") + "n" * (third or _coordinated(tags, i)) and plural != third:
            tags[i] = "v"
            return


def _noun_or_verb(tags: list[str], lows: list[str], i: int, previous: str, count: int, words: Words) -> str:
    tag = tags[i]
    following = tags[i + 1] if i + 1 < count else "."
    if lows[i] in ("look", "looks") and lows[i + 1 : i + 2] == ["forward"]:
        return tag
    if tag == "v" and i and lows[i - 1] in _NUMBERS:
        return "n"  # "deployed two ships to the shoal"
    if previous == "R" and _behind_adverbs(tags, i) in "MTDxHrYyn":  # "I once again call"
        return tag
    if previous in _VERB_BEFORE or previous == "H":
        return tag
    if following == "i" and lows[i] in _NEVER_BEFORE_PREPOSITIONS:
        return "n"  # "the EU sanctions against Iran"
    if previous and following in "njp#i" and _heads_headline(tags, lows, i, count):
        return "v"
    if tag == "v" and following in ",.q" and previous in ("Y", "y") and words.verbs[lows[i]][0] in words.clausal:
        return "v"  # "the news site Kurier reports, …"
    if previous in ("d", "j", "z", "#", "i"):
        return "n"
    if lows[i] in ("stands", "remains") and previous in ("y", "Y") and following in "jR":
        return "v"
    if previous in ("n", "p", "y", "Y", "m", "w", ")", ","):
        if following in ("d", "r", "u", "Y", "q") or (following == "T" and previous not in ",") or following == "i":
            if tag == "v" and previous in "Yy" and following == "i" and _is_object(tags, lows, i - 1, words):
                return "n"  # "discussed NATO issues with"
            ends_in_s = i > 0 and lows[i - 1].endswith("s")
            plural = (ends_in_s and previous in ("npyY" if tag == "f" else "np")) or _coordinated(tags, i)
            if tag == "v" and (not plural or previous == "w"):
                return "v" if following != "i" or previous == "w" or previous in "Yy" else "n"
            if tag == "f" and (plural or previous == "w") and following != "i":
                return "v"
        elif previous == "w" and (following in "jn#p" or (tag == "v" and following == "i")):
            return "v"  # "which finances river gauges", "who help small businesses"
        return "n"
    if previous == "c" and following in ("d", "r", "Y", "u", "q"):
        return tag
    if tag == "f" and previous in ("c", ",") and lows[i + 1 : i + 2] and (lows[i], lows[i + 1]) in _PERFORMED:
        if any(t == "r" and low in _BASE_SUBJECTS for t, low in zip(tags[:i], lows, strict=False)):
            return tag  # "we are watching closely and stand with", where one counted noun would have an article
    if tag == "v" and previous in ("c", ",") and lows[i + 1 : i + 2] and (lows[i][:-1], lows[i + 1]) in _PERFORMED:
        if "v" in tags[:i]:
            return tag  # "reiterates its concern and calls for"
    if previous == "" and following in ("d", "r"):
        return tag
    return "n"


def _opens_participle(tags: list[str], lows: list[str], i: int, words: list[str]) -> bool:
    """Whether "meeting" with "in", "at" or "on" after it says what those who act were doing then."""
    if lows[i + 1 : i + 2] not in (["in"], ["at"], ["on"], ["under"], ["via"], ["by"]):
        return False
    if i == 0:
        return "," in words[3:20]
    return words[i - 1] == "," and i >= 2 and tags[i - 2] in "yYpn" and "," in words[i + 2 : i + 20]


def _coordinated(tags: list[str], i: int) -> bool:
    """ "Brazil and Chile welcome": two names joined before a verb."""
    k = i - 1
    while k > 0 and tags[k] == "y":
        k -= 1
    if tags[k] != "Y":
        return False
    k -= 2 if tags[k - 1] == "d" else 1
    return k > 0 and tags[k] == "c" and tags[k - 1] in "yY"


def _heads_headline(tags: list[str], lows: list[str], i: int, count: int) -> bool:
    """Whether a word is the one verb of a headline in lower case: "Ministers sign rail accord", "Norway signs pact"."""
    if count > _LONGEST_HEADLINE or lows[-1] in _ENDING or lows[i] not in _HEADLINE_VERBS:
        return False
    if any(tags[k] in "vexMHD" for k in range(count) if k != i and lows[k] not in _HEADLINE_VERBS):
        return False
    plural = lows[i - 1].endswith("s") or tags[i - 1] in "yY"
    return plural if tags[i] == "f" else tags[i - 1] in "nyYp"


def _is_object(tags: list[str], lows: list[str], k: int, words: Words) -> bool:
    """Whether the name that ends at ``k`` stands right behind a verb that takes no clause."""
    while k > 0 and tags[k] == "y":
        k -= 1
    return k > 0 and tags[k - 1] in "efg" and words.verbs.get(lows[k - 1], ("say",))[0] not in words.clausal


def _is_month(tags: list[str], lows: list[str], i: int) -> bool:
    """Whether "March" is the month by what stands beside it: "on 5 March", "since March"."""
    if tags[i + 1 : i + 2] == ["#"] or tags[max(0, i - 1) : i] == ["#"]:
        return True
    before = lows[i - 1] if i else ""
    return before in ("in", "since", "by", "until", "from", "of", "during", "late", "early", "mid", "last", "next")


def _is_time(tags: list[str], lows: list[str], i: int) -> bool:
    """Whether a time stands at a token, alone or after "next", "last" or "this"."""
    if tags[i] == "m":
        return True
    return lows[i] in ("next", "last", "this") and tags[i + 1 : i + 2] == ["m"]


def _noun_follows(tags: list[str], lows: list[str], i: int, words: Words) -> bool:
    """Whether a noun follows, or an adjective before one."""
    return i + 1 < len(tags) and (tags[i + 1] in "njp#gY" or lows[i + 1] in words.ambiguous)


def _behind_adverbs(tags: list[str], i: int) -> str:
    """The letter before token ``i`` and the adverbs that precede it, "." where nothing does."""
    k = i - 1
    while k > 0 and tags[k] == "R":
        k -= 1
    return tags[k] if k >= 0 else "."


def _clause_follows(tags: list[str], i: int, count: int) -> bool:
    """Whether a subject and a finite verb follow "after", "before", "since" or "until" at once."""
    seen_noun = False
    for k in range(i + 1, min(i + 8, count)):
        tag = tags[k]
        if tag in "vMxH" or (tag == "e" and seen_noun):
            return seen_noun
        if tag in "rnpYy":
            seen_noun = True
        elif tag not in "djz#m":
            return False
    return False
