"""What the words around an instrument say of its standing: "pursuant to the Act", "the ratification of the Treaty"."""

from __future__ import annotations

from functools import cache

from communique.facts.frames import words_of
from communique.facts.instrument_names import is_described, is_named, kind_of
from communique.facts.site import Site
from communique.language.clauses import Phrase

_PROVISIONS = frozenset(
    "section sections article articles title titles chapter part parts paragraph paragraphs subsection subsections "
    "division subtitle schedule annex appendix terms provisions lines effort chapters framework rules rule "
    "requirements auspices scope of the and or , . ( ) - –".split()
)
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
_FARTHEST_CUE = 30
_LAWS = frozenset(("law", "declaration", "treaty", "charter", "agreement", "resolution"))
_STATUTES = frozenset(("law", "treaty", "agreement", "charter", "resolution"))
#: Nouns that tell of much besides instruments.
_WEAK_NOUNS = frozenset(
    "development progress consideration discussions discussion talks negotiations release publication announcement "
    "introduction establishment application launch launching examination review revision preparation elaboration "
    "drafting formulation delivery execution enforcement violations violation breach breaches provisions obligations "
    "withdrawal approval removal fulfilment".split()
)
_CALLING = frozenset(
    "call urge demand advocate encourage request appeal press push ask want recommend seek propose support".split()
)
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
    if before == "agreement" and not linked:
        return None
    for status, words in lists["nouns"].items():
        if before in words_of(words) or (linked and before == "agreement" and status == "adopted"):
            if before in _WEAK_NOUNS and not is_named(site, phrase) and not is_described(site, phrase):
                return None
            if preposition == "on" and status not in ("under-discussion", "adopted"):
                return None
            return str(status), bounds[noun][0]
    return None


def _noun_before(site: Site, at: int) -> int:
    """The chunk of the noun that a preposition after chunk ``at`` hangs on, over what is put between, or -1."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
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
    if at >= 2 and kinds[at - 1] == "i" and site.lows[bounds[at - 1][0]] == "by" and kinds[at - 2] == "N":
        return at - 2  # "the ratification by Norway of", "agreement by Congress on"
    return at


def nominal_realis(site: Site, first: int, phrase: Phrase) -> str:
    """How real an event is that a noun tells, from the verb that governs it: "urged the ratification of"."""
    for verb in site.clauses.verbs:
        if verb.main >= first or verb.end < first:
            continue
        lemma = verb.lemma
        if lemma in _CALLING and (lemma != "call" or site.lows[verb.main + 1 : verb.main + 2] != ["the"]):
            return "proposed" if lemma != "support" else "actual"
        if lemma in _AWAITING:
            return "planned"
        if phrase.among(verb.objects) or verb.j >= first - 1:
            realis = site.realis(verb)
            return realis if realis in ("planned", "hypothetical", "negated") else "actual"
    return "actual"


def binding_start(site: Site, phrase: Phrase, kind: str) -> int:
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
    if word in binding and before in words_of(binding[word]):
        return _behind_in(lows, k - 1)
    if k + 1 < i and lows[k + 1] == "of" and word in words_of(binding["of"]):
        return k
    inside = lows[k + 1 : i]
    if {"article", "articles", "violation"} & set(inside) and kind in _LAWS:
        return k + 1
    if word in ("by", "in") and k and letters[k - 1] == "e" and kind in _LAWS and before != "declared":
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
        and site.lows[phrase.i] in ("a", "an", "their")
        and (phrase.j - phrase.i > 2 or is_described(site, phrase))
    )


def operative_status(site: Site, phrase: Phrase, kind: str) -> str | None:
    """The status of a named law or plan that the sentence has at work: "the Act requires", "the Plan would create"."""
    if not is_named(site, phrase) or kind not in (*_STATUTES, "plan", "programme"):
        return None
    verb = site.subject_of(phrase)
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
