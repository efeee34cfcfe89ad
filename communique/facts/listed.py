"""Undertakings in a list whose heading names who is bound: "The ministries shall: (a) draft …; (b) submit …"."""

from __future__ import annotations

from dataclasses import dataclass

from communique.facts.bound import binds, bound, due_after
from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.scenes import Scene
from communique.model import Filler

_OPENING = frozenset(("will", "shall"))
_TO = frozenset(
    "agree agreed agrees decide decided decides undertake undertook commit committed resolve resolved".split()
)
_EVIDENCE_WORDS = 9
_WORDS_BEFORE_COLON = 4
_STRAY_ITEMS = 2  # items in a row that begin otherwise, before the list is taken to be over


@dataclass(slots=True)
class OpenList:
    """A list that a colon has opened.

    Attributes:
        agents: who is bound.
        part: of the item last seen; strays: items since the last that told an undertaking.
    """

    agents: list[Filler]
    part: int
    strays: int = 0


def opened_list(site: Site) -> OpenList | None:
    """The list that a sentence opens: "Specifically, Norway will:", "The two sides agreed to:"."""
    lows = site.lows
    if lows[-1] != ":" or not site.clauses.verbs:
        return None
    verb = _heading_verb(site)
    if verb is None or verb.negated:
        return None
    subjects = [p for p in verb.subject if binds(site, p)] or [p for p in _first_phrases(site) if binds(site, p)]
    agents = bound(site, subjects)
    return OpenList(agents, site.scene.part) if agents else None


def _heading_verb(site: Site) -> Verb | None:
    verb = site.clauses.verbs[-1]
    lows, last = site.lows, len(site.lows) - 1
    if last - verb.j > _WORDS_BEFORE_COLON:
        return None
    if lows[verb.main] in _OPENING and site.scene.letters[verb.main] == "M":
        return verb
    return verb if lows[verb.main] in _TO and "to" in lows[verb.j : last] else None


def _first_phrases(site: Site) -> list[Phrase]:
    """The phrases that open the sentence: its subject, whatever is inserted before "shall:"."""
    first = next(iter(site.clauses.phrases), None)
    return site.clauses.group_right(first)[0] if first is not None and first <= 2 else []


def from_item(site: Site, opened: OpenList) -> Draft | None:
    """The undertaking of one item, which begins with what is to be done, or None.

    Args:
        site: a sentence.
        opened: the list; learns whether the item was one.
    """
    scene = site.scene
    lows, letters = site.lows, scene.letters
    k = _after_mark(lows)
    if scene.part == opened.part and k == 0:
        return None
    opened.part = scene.part
    said = k + (lows[k] in ("not", "never") and k + 2 < len(lows))  # "Not transfer mines"
    lemma, form = site.text.words.verbs.get(lows[said], ("", ""))
    if form != "f" or lemma in ("be", "have") or said + 1 >= len(lows) or letters[said + 1] in "xHMv:":
        opened.strays += 1
        return None
    opened.strays = 0
    end = len(lows)
    while end > k + 1 and letters[end - 1] in ".;:,cu":
        end -= 1
    last = min(end, k + _EVIDENCE_WORDS)
    draft = Draft("commitment", scene, {"agent": opened.agents}, [site.span(k, last)], "planned")
    draft.value = {"action": site.quote(*site.span(k, end)), "due": due_after(site, k)}
    return draft


def is_over(scene: Scene, opened: OpenList) -> bool:
    """Whether a sentence stands behind the list."""
    return opened.strays > _STRAY_ITEMS or scene.sentence.lows[0] in words_of("section sec article chapter")


def _after_mark(lows: list[str]) -> int:
    """Token behind an item's mark: "(a)", "(ii)", "1.", "-", "*"."""
    k = 0
    while k < min(len(lows) - 1, 6) and (
        not lows[k][0].isalpha() or (len(lows[k]) <= 3 and lows[k + 1] in (")", "\\"))
    ):
        k += 1
    return k
