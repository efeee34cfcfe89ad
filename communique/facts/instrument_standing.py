"""What the words around an instrument say of its standing: "pursuant to the Act", "the ratification of the Treaty"."""

from __future__ import annotations

from functools import cache

from communique.facts.frames import words_of
from communique.facts.instrument_names import is_described, is_named, kind_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_PROVISIONS = frozenset(
    "section sections article articles title titles chapter chapters part parts paragraph paragraphs subsection "
    "subsections division subtitle schedule annex appendix terms provisions lines effort purposes principles goals "
    "objectives spirit letter norms framework rules rule requirements auspices scope of the and or , . ( ) - –".split()
)
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
_PUT_BETWEEN = frozenset(("by", "in", "at", "between", "with"))
_FARTHEST_CUE = 30
#: What is defined or described in a law says nothing of its standing; an emergency declared in one is told of itself.
_POINTED_OUT = frozenset(
    "declared defined described referred used codified mentioned contained listed named included amended identified "
    "imposed created".split()
)
_BREAKING = frozenset("violate breach contravene infringe flout".split())
#: What stands between the members of a list of laws, outside of parentheses.
_BETWEEN_LAWS = frozenset(("as", "amended"))
_LONGEST_GAP, _LONGEST_LIST = 40, 6
_LAWS = frozenset(("law", "declaration", "treaty", "charter", "agreement", "resolution"))
_STATUTES = frozenset(("law", "treaty", "agreement", "charter", "resolution"))
_OPERATIVE = _STATUTES | {"plan"}
#: Nouns that tell of much besides instruments.
_WEAK_NOUNS = frozenset(
    "development progress consideration discussions discussion talks negotiations release publication announcement "
    "introduction establishment application launch launching examination review revision preparation elaboration "
    "drafting formulation delivery execution enforcement violations violation breach breaches provisions obligations "
    "withdrawal approval removal fulfilment".split()
)
_CALLING = frozenset(
    "call urge demand advocate encourage request appeal press push ask want recommend seek propose support "
    "oppose".split()
)
#: What is supported or opposed while it is still to be done.
_LAWMAKING = frozenset("passage enactment adoption ratification approval house senate".split())
_AWAITING = frozenset("await expect anticipate look plan prepare aim hope intend pave".split())


@cache
def _links(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def nominal_status(site: Site, phrase: Phrase) -> tuple[str, int] | None:
    """Status and first token of a noun that stands before an instrument: "the signing, on 3 May, of the Protocol"."""
    kinds, bounds, lows = site.clauses.kinds, site.clauses.bounds, site.lows
    at = phrase.at
    if at < 2 or kinds[at - 1] != "i":
        return None
    preposition = lows[bounds[at - 1][0]]
    noun = _noun_before(site, at - 2)
    if noun == at - 2 >= 2 and kinds[noun - 1] == "i" and kinds[noun - 2] == "N":
        if lows[bounds[noun - 1][0]] in _PUT_BETWEEN and not _tells(site, lows[bounds[noun][1] - 1]):
            noun -= 2  # "the ratification by Norway of", "the signing in Lima of"
    if noun < 0 or (bounds[noun][0] and site.scene.letters[bounds[noun][0] - 1] == "q"):
        return None  # what stands in quotation marks is a title
    lists = site.frames.data["acts"]["instrument"]
    before = lows[bounds[noun][1] - 1]
    if lows[bounds[noun][1] - 1] == "force" and preposition == "of":
        first = bounds[noun][0]
        return "in-force", max(0, first - 2) if lows[max(0, first - 1)] in ("into", "in") else first
    linked = f"{before}-{preposition}" in _links(lists["noun_links"])
    if preposition not in ("of", "on", "towards", "toward") and not linked:
        return None
    if before == "agreement" and not (linked and is_named(site, phrase)):
        return None
    if before == "ceremony" and lows[bounds[noun][1] - 2] == "signing":
        return "signed", bounds[noun][0]
    for status, words in lists["nouns"].items():
        if before in words_of(words) or (linked and before == "agreement" and status == "adopted"):
            if status == "in-force" and not is_named(site, phrase):
                return None
            if before in _WEAK_NOUNS and not is_named(site, phrase) and not is_described(site, phrase):
                return None
            if preposition == "on" and status not in ("under-discussion", "adopted"):
                return None
            return str(status), bounds[noun][0]
    return None


def _noun_before(site: Site, at: int) -> int:
    """The chunk of the noun that a preposition after chunk ``at`` hangs on, over what is put between, or -1."""
    kinds = site.clauses.kinds
    if kinds[at] == "V" and at >= 1 and kinds[at - 1] == "N":
        return at - 1  # "the progress made towards"
    if kinds[at] == "," and at >= 4:
        for k in range(at - 1, max(0, at - 5), -1):
            if kinds[k] == ",":
                return k - 1 if kinds[k - 1] == "N" else -1
            if kinds[k] not in "NiR":
                return -1
        return -1
    if kinds[at] != "N":
        return -1
    return at


def _tells(site: Site, noun: str) -> bool:
    """Whether a noun is one of those that tell a stage."""
    lists = site.frames.data["acts"]["instrument"]
    return any(noun in words_of(words) for words in lists["nouns"].values())


def nominal_realis(site: Site, first: int, phrase: Phrase) -> str:
    """How real an event is that a noun tells, from the verb that governs it: "urged the ratification of"."""
    if site.lows[first] == "no":
        return "negated"
    if site.lows[first] in ("possible", "potential", "eventual"):
        return "hypothetical"
    if {"supports", "opposes"} & set(site.lows[first : phrase.i]):
        return "proposed"  # "the Administration supports House passage of"
    planned = site.frames.planned
    for verb in site.clauses.verbs:
        if verb.passive and verb.lemma in planned and any(p.i <= first < p.j for p in verb.subject):
            return "planned"  # "the signing of the accord is scheduled for 12 June"
    for verb in site.clauses.verbs:
        if verb.main >= first or verb.end < first:
            continue
        lemma = verb.lemma
        if lemma in _CALLING and (lemma != "call" or site.lows[verb.main + 1 : verb.main + 2] != ["the"]):
            return "proposed" if lemma != "support" or site.lows[first] in _LAWMAKING else "actual"
        if lemma in _AWAITING:
            return "planned"
        if phrase.among(verb.objects) or verb.j >= first - 1:
            realis = site.realis(verb)
            return realis if realis in ("planned", "hypothetical", "negated") else "actual"
    return "actual"


def binding_start(site: Site, phrase: Phrase, kind: str) -> int:
    """Where a phrase is bound by the words before it, or stands in a list of laws whose first member is so bound."""
    start = _bound_at(site, phrase, kind)
    if start >= 0 or kind not in _LAWS or site.lows[phrase.i : phrase.i + 2] == ["public", "law"]:
        return start  # "the Rivers Act, Public Law 104-191": that is but its number
    member = phrase
    for _ in range(_LONGEST_LIST):
        before = _listed_before(site, member)
        if before is None or not is_named(site, phrase):
            return -1
        if _bound_at(site, before, kind) >= 0:
            return phrase.i
        member = before
    return -1


def _listed_before(site: Site, phrase: Phrase) -> Phrase | None:
    """ "under the Rivers Act (12 U.S.C. 5), as amended, and section 3 of the Lakes Act": the law listed before."""
    scene, lows = site.scene, site.lows
    depth, commas = 0, False
    for k in range(phrase.i - 1, max(-1, phrase.i - _LONGEST_GAP), -1):
        spot = scene.spot_to.get(k + 1)
        if depth == 0 and spot is not None and spot.kind == "instrument":
            return next((p for p in site.clauses.phrases.values() if p.j == spot.j), None) if commas else None
        depth += (lows[k] == ")") - (lows[k] == "(")
        if depth == 0 and lows[k] not in "()":
            if not (_is_provision(lows[k], scene.sentence.words[k]) or lows[k] in _BETWEEN_LAWS):
                return None
            commas = commas or lows[k] in (",", "and")
    return None


def _bound_at(site: Site, phrase: Phrase, kind: str) -> int:
    """Token at which words begin that tell an instrument to be binding: "pursuant to section 4 of the Act"; or -1."""
    i = phrase.i
    lows, letters = site.lows, site.scene.letters
    if not is_named(site, phrase) and not _under_described(site, phrase):
        return -1
    k = i - 1
    limit = max(0, i - _FARTHEST_CUE)
    while k > limit and _is_provision(lows[k], site.scene.sentence.words[k]):
        k -= 1
    word, before = lows[k], lows[k - 1] if k else ""
    if word == "under" or (word == "within" and "framework" in lows[k:i]):
        return k
    if not is_named(site, phrase):
        return -1
    binding = site.frames.data["acts"]["instrument"]["binding"]
    if kind in _LAWS and site.text.words.verbs.get(word, ("", ""))[0] in _BREAKING:
        return k  # "which violates the Declaration"
    if word in binding and before in words_of(binding[word]):
        return _behind_in(lows, k - 1)
    if word == "in" and before in ("out", "forth", "down") and k > 1 and lows[k - 2] in ("set", "laid", "spelled"):
        return k - 2
    if word == "in" and before == "for" and k > 1 and lows[k - 2] in ("provided", "called", "stipulated"):
        return k - 2
    if k + 1 < i and lows[k + 1] == "of" and word in words_of(binding["of"]):
        return k
    inside = lows[k + 1 : i]
    if {"article", "articles", "violation"} & set(inside) and kind in _LAWS:
        return k + 1
    if word in ("by", "in") and k and letters[k - 1] == "e" and kind in _LAWS and before not in _POINTED_OUT:
        return k - 1
    if word == "including" and {"violation", "violations", "breach"} & set(lows[max(0, k - 7) : k]):
        return k
    if "vested" in lows[:i] and "authority" in lows[: lows.index("vested")] and kind == "law" and k > 0:
        return i
    return -1


def _behind_in(lows: list[str], k: int) -> int:
    return k - 1 if k and lows[k - 1] in ("in", "fully", "as") else k


def _is_provision(low: str, word: str) -> bool:
    return (
        low in _PROVISIONS or low in _ROMAN or word[0].isdigit() or (len(word) == 1 and word.isalpha() and low != "a")
    )


def _under_described(site: Site, phrase: Phrase) -> bool:
    """ "under a bilateral accord": told apart by a word at least."""
    return (
        kind_of(site, phrase) == "agreement"
        and site.spot_kind(phrase) is None
        and site.lows[phrase.i] in ("a", "an", "their", "the", "our")
        and (phrase.j - phrase.i > 2 or is_described(site, phrase))
    )


def _behind_insertion(site: Site, phrase: Phrase) -> Verb | None:
    """ "The Voter Act, also known as the “motor” law, requires": the verb behind what is put between commas."""
    kinds = site.clauses.kinds
    if site.lows[phrase.j : phrase.j + 1] == ["("]:
        return _behind_parentheses(site, phrase)
    if kinds[phrase.at + 1 : phrase.at + 2] != "," or phrase.at > 1:
        return None
    closing = kinds.find(",", phrase.at + 2, phrase.at + 14)
    return next((v for v in site.clauses.verbs if closing >= 0 and v.at == closing + 1), None)


def _behind_parentheses(site: Site, phrase: Phrase) -> Verb | None:
    """ "Section 12 of the Rivers Act (12 U.S.C. 5(d)) provides": the verb right behind what stands in parentheses."""
    depth = 0
    for k in range(phrase.j, min(len(site.lows), phrase.j + _LONGEST_GAP)):
        depth += (site.lows[k] == "(") - (site.lows[k] == ")")
        if depth == 0:
            return next((v for v in site.clauses.verbs if v.i == k + 1), None)
    return None


def operative_status(site: Site, phrase: Phrase, kind: str) -> str | None:
    """The status of a named law or plan that the sentence has at work: "the Act requires", "the Plan would create"."""
    if not is_named(site, phrase) or kind not in _OPERATIVE:
        return None
    verb = site.subject_of(phrase) or _behind_insertion(site, phrase)
    if verb is None or verb.passive or verb.negated or verb.infinitive or verb.form in ("g", "p"):
        return None
    operative = site.frames.data["acts"]["instrument"]["operative"]
    if verb.lemma not in words_of(operative) and verb.modal not in ("would", "will"):
        return None
    if verb.modal in ("would", "could", "should"):
        return "proposed"
    if verb.modal not in ("", "shall", "will") or (verb.form == "e" and not verb.perfect):
        return None
    if kind in _STATUTES:
        return "in-force"
    return "proposed" if verb.modal == "will" else None
