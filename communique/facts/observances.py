"""Days, weeks and months that people are called upon to keep: "I call upon all to observe this day with …"."""

from __future__ import annotations

from bisect import bisect_left

from communique.facts.companions import together
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Verb
from communique.model import Filler, TimeRef

_ASKING = frozenset("call invite encourage urge ask request exhort appeal implore".split())
_OBSERVING = frozenset(
    "observe mark commemorate celebrate recognize recognise honor honour remember pause join participate gather".split()
)
_PROGRAMMES = frozenset(
    "ceremony ceremonies observance observances commemorations celebrations programs programmes programming "
    "activities remembrance prayer prayers silence exercises".split()
)
_PERIODS = frozenset("day week month year weekend decade season anniversary occasion observance".split())
_NAMED_PERIODS = frozenset(("day", "week", "month", "year", "decade", "holiday"))
_PROCLAIMING = frozenset("proclaim proclaims proclaimed designate designates designated declare".split())
_SENTENCES_BACK = 3
_LONGEST_NAME = 14
_LINKS = frozenset("of and for the on to in against with &".split())
_MARKS = frozenset(("'", "’", "'s", "’s", "-", "–"))


def is_asked(verb: Verb) -> bool:
    """Whether somebody is called upon to do it."""
    asking = verb.infinitive_after
    return verb.infinitive and asking is not None and asking.lemma in _ASKING


def from_call(site: Site, verb: Verb) -> Draft | None:
    """People asked to keep a day, week or month with programmes: a ceremony that is proposed to them."""
    asking = verb.infinitive_after
    if verb.lemma not in _OBSERVING or asking is None or asking.lemma not in _ASKING or asking.negated:
        return None
    if not _is_kept(site, verb):
        return None
    asked = [*asking.pp("upon", "on", "to"), *(asking.objects if asking.lemma != "call" else ())]
    people = together(site, [p for p in asked if p.j <= verb.i and (site.is_agent(p) or site.head(p)[-1:] == "s")])
    if not people:
        return None
    end = max(verb.j, verb.end, *(p.j for p in verb.objects), *(p.j for p in verb.pp("with", "in")))
    end = max(end, min(verb.main + 6, len(site.lows) - 1))
    draft = Draft("ceremony", site.scene, {"participant": people}, [site.span(verb.main, min(end, verb.main + 12))])
    draft.realis = "proposed"
    occasion, draft.time = _proclaimed(site)
    if occasion is not None:
        draft.roles["occasion"] = [occasion]
    return draft


def _is_kept(site: Site, verb: Verb) -> bool:
    """Whether a day or the like is kept: "observe this month", "mark this week with ceremonies"."""
    after = site.lows[verb.main + 1 : max(verb.end, verb.j) + 12]
    this = any(
        low in ("this", "these") and after[k + 1 : k + 2] and _period(after[k + 1 :]) for k, low in enumerate(after)
    )
    if verb.lemma in ("join", "gather", "pause", "remember"):
        return this
    return this or not _PROGRAMMES.isdisjoint(after)


def _period(words: list[str]) -> bool:
    return not _PERIODS.isdisjoint(words[:4])


def _proclaimed(site: Site) -> tuple[Filler | None, TimeRef | None]:
    """The name and date of the day proclaimed last: "do hereby proclaim May 3, 2024, as Ocean Day"."""
    scenes = site.text.scenes
    at = bisect_left(scenes, site.scene.start, key=lambda scene: scene.start)
    for scene in reversed(scenes[max(0, at - _SENTENCES_BACK) : at + 1]):
        lows = scene.sentence.lows
        k = next((n for n, low in enumerate(lows) if low in _PROCLAIMING), -1)
        if k < 0:
            continue
        there = site if scene is site.scene else Site(scene, site.discourse, site.frames)
        return _named_after(there, k), there.time_near(k, k + 1, reach=12)
    return None, None


def _named_after(site: Site, k: int) -> Filler | None:
    words, lows = site.scene.sentence.words, site.lows
    for i in range(k + 1, len(words) - 1):
        if lows[i] not in ("as", "a", "an", "the", "be") or not words[i + 1][:1].isupper():
            continue
        j = i + 1
        while (
            j < len(words)
            and j - i <= _LONGEST_NAME
            and (words[j][:1].isupper() or words[j][:1].isdigit() or lows[j] in _LINKS | _MARKS)
        ):
            j += 1
        while j > i + 1 and (lows[j - 1] in _LINKS or lows[j - 1] in _MARKS):
            j -= 1
        if j > i + 2 and not _NAMED_PERIODS.isdisjoint(lows[i + 1 : j]):
            return site.words(i + 1, j)
    return None
