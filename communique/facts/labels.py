"""Cues without a verb of saying: "Minister X: “…”", "X closed with these words: “…”", "“…” – Minister X", headlines."""

from __future__ import annotations

from bisect import bisect_left

from communique.facts.drafts import Draft
from communique.facts.quoting import Quote
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.mentions.register import fold
from communique.mentions.spots import Spot
from communique.model import Filler

_NAMES = frozenset(("person", "office"))
_DASHES = frozenset("-–—―")
_LABEL_WORDS = 14


def before_quotation(site: Site, quote: Quote) -> Draft | None:
    """The statement of a quotation that a colon introduces.

    Args:
        site: the sentence in which it opens.
        quote: its offsets.
    """
    letters, starts = site.scene.letters, site.scene.sentence.starts
    at = bisect_left(starts, quote[0])
    while at > 0 and letters[at - 1] == "q":
        at -= 1
    if at < 2 or letters[at - 1] != ":":
        return None
    label = site.scene.spot_to.get(at - 1)
    if label is not None and label.kind in _NAMES and _opens(site, label):
        return _statement(site, site.fillers([Phrase(label.i, label.j, -1)]), (label.i, at))
    for verb in reversed(site.clauses.verbs):
        if verb.j <= at and verb.subject and not verb.infinitive:
            if not (verb.passive or verb.relative) and site.is_person(verb.subject[0]):
                return _statement(site, site.fillers(verb.subject[:1]), (verb.subject[0].i, at))
            break
    people = [s for s in site.scene.spots if s.j < at and s.kind == "person"]
    if len(people) != 1:
        return None
    return _statement(site, site.fillers([Phrase(people[0].i, people[0].j, -1)]), (people[0].i, at))


def behind_quotation(site: Site, quote: Quote) -> Draft | None:
    """The statement of a quotation that is signed.

    Args:
        site: the sentence in which it closes, or the one after it.
        quote: its offsets.
    """
    letters, words, starts = site.scene.letters, site.scene.sentence.words, site.scene.sentence.starts
    at = bisect_left(starts, quote[1])
    while at < len(words) and letters[at] in "q.,":
        at += 1
    if at + 1 >= len(words) or words[at] not in _DASHES:
        return None
    signed = site.scene.spot_at.get(at + 1)
    if signed is None or signed.kind != "person" or len(words) - signed.j > _LABEL_WORDS:
        return None
    return _statement(site, site.fillers([Phrase(signed.i, signed.j, -1)]), (at, signed.j))


def from_headline(site: Site) -> Draft | None:
    """ "Minister: talks with Oslo useful": what a headline has somebody say.

    Args:
        site: the sentence, which need not be a headline.
    """
    letters = site.scene.letters
    if site.scene.role != "title" or ":" not in letters[1:_LABEL_WORDS] or letters[-1] == "?":
        return None
    at = letters.index(":", 1)
    label = site.scene.spot_to.get(at)
    if label is None or label.kind not in _NAMES or not _opens(site, label) or at + 2 >= len(letters):
        return None
    if "q" in letters[at:]:
        return None  # a quotation, which has its own cue
    draft = _statement(site, site.fillers([Phrase(label.i, label.j, -1)]), (label.i, min(at + 6, len(letters))))
    if draft is not None:
        draft.content = [site.span(at + 1, len(letters))]
        draft.value["form"] = "indirect"
    return draft


def _opens(site: Site, label: Spot) -> bool:
    """Whether a label opens the sentence, with no more than a possessor or an adjective before it."""
    return all(letter in "YyzjdRp" for letter in site.scene.letters[: label.i])


def _statement(site: Site, speakers: list[Filler], evidence: tuple[int, int]) -> Draft | None:
    if not speakers:
        return None
    draft = Draft("statement", site.scene, {"speaker": speakers}, [site.span(*evidence)])
    draft.value = {"form": "direct", "content": (), "stance": "neutral"}
    return draft


def without_headlines(drafts: list[Draft]) -> list[Draft]:
    """The drafts but for statements of headlines that the text below tells again.

    Args:
        drafts: in the order of reading; the statement told again gets the headline's words as evidence.
    """
    told = [d for d in drafts if d.type == "statement" and d.scene.role != "title" and not d.scene.heading]
    kept: list[Draft] = []
    for draft in drafts:
        again = None
        if draft.type == "statement" and (draft.scene.role == "title" or draft.scene.heading) and not draft.own_voice:
            again = next((d for d in told if d.at > draft.at and _same(draft, d)), None)
        if again is None:
            kept.append(draft)
        else:
            again.evidence.extend(draft.evidence)
    return kept


def _same(headline: Draft, told: Draft) -> bool:
    if headline.value["stance"] != told.value["stance"]:
        return False
    mine, theirs = headline.roles["speaker"], told.roles["speaker"]
    if {fold(f.name) for f in mine} & {fold(f.name) for f in theirs}:
        return True
    unnamed = [f for f in mine if f.entity is None]
    return any(fold(f.name).split()[-1] in fold(t.name).split() for f in unnamed for t in theirs)
