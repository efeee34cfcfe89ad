"""What a sentence of a first-person text performs by its wording: wishes, condolences, denials, demands, thanks."""

from __future__ import annotations

from collections.abc import Iterator

from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.sayings import CERTAIN, draft_of, end_of
from communique.facts.site import Site
from communique.model import Filler

_FEELINGS = frozenset("heart hearts thoughts prayers condolences sympathies sympathy".split())
_PLEASURES = frozenset("pleasure privilege honor honour delight joy".split())
_REACHING = frozenset("are is out remain goes go breaks break".split())
_EVIDENCE_WORDS = 8
_CLAIMS = frozenset(
    "claim claims report reports allegation allegations accusation accusations story lie rumours".split()
)


def from_sentence(site: Site) -> Iterator[Draft]:
    """Statements that the speaker of a part makes in a sentence, whatever its verbs.

    Args:
        site: the sentence.
    """
    found: list[Draft | None] = []
    if site.discourse.voice and not site.scene.heading:
        found.append(_justice(site))
        felt = list(_feelings(site))
        found.extend(felt or [_wish(site) or _pleasure(site) or _untrue(site) or _let_me(site)])
    elif site.lows[:2] == ["thank", "you"]:
        found.append(_thanks_of_publisher(site))
    yield from (draft for draft in found if draft is not None)


def _own(
    site: Site, evidence: tuple[int, int], content: tuple[int, int] | None, stance: str, to: list[Filler] | None = None
) -> Draft:
    draft = draft_of(site, list(site.discourse.voice), evidence, content, stance=stance, own_voice=True)
    if to:
        draft.roles["addressee"] = to
    return draft


def _wish(site: Site) -> Draft | None:
    """ "Happy Nowruz to all who celebrate", "Congratulations to the crews", "Welcome back, Prime Minister"."""
    lows, letters = site.lows, site.scene.letters
    end = end_of(site)
    if lows[0] in words_of(site.frames.data["statement"]["wishes"]) and len(lows) > 2:
        if site.scene.sentence.words[1][0].isupper() or lows[1] in ("new", "birthday", "anniversary"):
            return _own(site, (0, min(3, end)), (0, end), "support")
        return None
    at = 1 if letters[0] in "cR" and len(lows) > 2 else 0
    if lows[at] in ("congratulations", "kudos") and lows[at + 1 : at + 2] in (["to"], ["on"]):
        return _own(site, (at, min(at + _EVIDENCE_WORDS, end)), (at, end), "praise", _to(site, at + 1))
    if lows[at] in ("thanks",) and lows[at + 1 : at + 2] == ["to"] and "for" in lows[at + 2 : at + 20]:
        return _own(site, (at, min(at + _EVIDENCE_WORDS, end)), (at, end), "thank", _to(site, at + 1))
    back = next((k for k in range(1, len(lows) - 1) if lows[k : k + 2] == ["welcome", "back"]), -1)
    if back > 0 and letters[back - 1] in "c,":
        return _own(site, (back, min(back + 5, end)), (back, end), "support")
    if lows[at] == "welcome" and lows[at + 1 : at + 2] in (["back"], ["to"]) and letters[-1] != "?":
        return _own(site, (at, min(at + 5, end)), (at, end), "support")
    return None


def _to(site: Site, at: int) -> list[Filler]:
    """Those named after a "to" at a token."""
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    for k, (i, _) in enumerate(bounds):
        if i == at + 1 and kinds[k] == "N":
            group, _ = site.clauses.group_right(k)
            return site.fillers(p for p in group if site.is_agent(p))
    return []


def _feelings(site: Site) -> Iterator[Draft]:
    """ "Our hearts go out to the families", "My thoughts are with the injured, and our condolences go to …"."""
    lows, end = site.lows, end_of(site)
    for at in (k for k, low in enumerate(lows[:24]) if low in ("my", "our")):
        if not _FEELINGS & set(lows[at + 1 : at + 4]):
            continue
        for k in range(at + 2, min(at + 12, len(lows) - 1)):
            if lows[k] in ("my", "our"):
                break
            if lows[k] in ("with", "to", "for") and lows[k - 1] in _REACHING:
                yield _own(site, (at, min(k + 4, end)), (at, end), "concern", _to(site, k))
                break


def _pleasure(site: Site) -> Draft | None:
    """ "It is a great pleasure to welcome …", "What an honor to be here"."""
    lows = site.lows
    for k in range(1, min(9, len(lows) - 2)):
        if lows[k] in _PLEASURES and lows[k + 1] in ("to", "for", "that") and lows[0] in ("it", "it’s", "it's", "what"):
            end = end_of(site)
            return _own(site, (0, min(k + 5, end)), (0, end), "praise")
    return None


def _justice(site: Site) -> Draft | None:
    """ "Those responsible must be brought to justice", "This war must end": a demand that names no "we"."""
    for verb in site.clauses.verbs:
        if verb.modal not in ("must", "should") or verb.negated or not verb.subject or verb.relative:
            continue
        first = verb.subject[0].i
        called_to_account = verb.lemma in ("bring", "hold", "prosecute", "punish") and verb.passive
        if site.scene.letters[first] == "r" or not (called_to_account or verb.lemma in _ENDING):
            continue
        if called_to_account and not _ACCOUNT & set(site.lows[verb.j : verb.j + 3]):
            continue
        return _own(site, (first, min(verb.j + 3, end_of(site))), (first, end_of(site)), "demand")
    return None


_ACCOUNT = frozenset(("justice", "accountable", "account", "responsible"))
_ENDING = frozenset(("end", "stop", "cease"))


def _untrue(site: Site) -> Draft | None:
    """ "That is simply untrue", "These claims are baseless"."""
    untrue = words_of(site.frames.data["statement"]["untrue"])
    if site.lows[0] in ("that", "this", "it") and site.lows[1:2] and site.lows[1] in ("is", "was", "'s", "’s"):
        said = site.lows[2:6]
        if untrue & set(said) and not {"not", "n't", "n’t"} & set(said):
            end = end_of(site)
            return _own(site, (0, min(6, end)), (0, end), "reject")
    for verb in site.clauses.verbs[:1]:
        if verb.lemma != "be" or verb.negated or not verb.subject or verb.subject[0].i > 1:
            continue
        subject = verb.subject[0]
        if site.lows[subject.i] not in ("that", "this", "it", "these", "those", "such", "all"):
            continue
        if subject.j - subject.i > 1 and site.head(subject) not in _CLAIMS:
            continue
        if untrue & set(site.lows[verb.j : verb.j + 4]):
            end = end_of(site)
            return _own(site, (subject.i, min(verb.j + 4, end)), (subject.i, end), "reject")
    return None


def _let_me(site: Site) -> Draft | None:
    """ "Let me be clear: …", "Make no mistake: …"."""
    lows = site.lows
    clear = lows[:3] == ["let", "me", "be"] and bool(CERTAIN & set(lows[3:6]))
    if not clear and lows[:3] != ["make", "no", "mistake"] and lows[:4] != ["let", "there", "be", "no"]:
        return None
    end = end_of(site)
    colon = next((k for k in range(3, min(9, len(lows))) if site.scene.letters[k] in ":,-."), 3)
    if colon + 1 >= end:
        return None
    return _own(site, (0, min(colon + 5, end)), (colon + 1, end), "neutral")


def _thanks_of_publisher(site: Site) -> Draft | None:
    """ "Thank you to Senator X for …" where nobody speaks but the publisher."""
    publisher = site.text.document.publisher or (site.text.home[0] if site.text.home else None)
    if publisher is None or not {"to", "for"} & set(site.lows[2:4]):
        return None
    end = end_of(site)
    draft = draft_of(
        site, [Filler(publisher)], (0, min(_EVIDENCE_WORDS, end)), (0, end), stance="thank", own_voice=True
    )
    people = _to(site, 2)
    if people and site.lows[2:3] == ["to"]:
        draft.roles["addressee"] = people
    return draft
