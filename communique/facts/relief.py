"""Aid that an authority opens: disasters declared, funds made available, money allocated by nobody named."""

from __future__ import annotations

from communique.facts.actors import acted_on, actors, is_actor
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_CALAMITIES = frozenset(("disaster", "emergency", "catastrophe", "calamity"))
_EXIST = frozenset(("exists", "exist", "existed"))
_HELP = frozenset("funding funds assistance aid grants grant loans loan relief support resources money".split())
_MONEY = frozenset("$ € £ ¥ million billion trillion dollars euros pounds yen".split())
_NATIONAL = frozenset("federal national government emergency disaster humanitarian".split())
_PAID_OUT = frozenset("allocate award disburse distribute invest obligate earmark dedicate appropriate".split())
VERBS = _PAID_OUT | {"declare", "proclaim", "be", "make"}
_EXISTS_WITHIN = 8  # tokens
_AVAILABLE_WITHIN = 4  # tokens
_FURTHER = frozenset(("also", "lastly", "addition", "additionally"))
_NEEDED = frozenset(("if", "when", "once", "until", "unless", "may", "should"))


def from_relief(site: Site, verb: Verb) -> Draft | None:
    """ "declared that a disaster exists in Ohio", "Federal funding is available to", "made 5 million available to"."""
    if verb.modal or verb.negated or verb.infinitive or site.conditional(verb):
        return None
    if verb.lemma in ("declare", "proclaim"):
        return _declared(site, verb)
    if verb.lemma in ("be", "make"):
        return _available(site, verb)
    if verb.passive and verb.lemma in _PAID_OUT:
        return _paid_out(site, verb)
    return None


def _declared(site: Site, verb: Verb) -> Draft | None:
    """ "declared that a major disaster exists in the State of Ohio and ordered assistance"."""
    window = site.lows[verb.j : verb.j + _EXISTS_WITHIN]
    if not (_EXIST & set(window) and _CALAMITIES & set(window)):
        return None
    exists = verb.j + next(k for k, low in enumerate(window) if low in _EXIST)
    actor = actors(site, [p for p in site.slot(verb, "subject") if is_actor(site, p) or site.is_agent(p)])
    if not actor:
        return None
    struck = next((p for p in site.clauses.phrases.values() if exists < p.i <= exists + 3), None)
    end = site.span_end(struck, _EXISTS_WITHIN) if struck is not None else exists + 1
    return _draft(site, verb, actor, [struck] if struck is not None else [], site.span(verb.i, end))


def _available(site: Site, verb: Verb) -> Draft | None:
    """ "Federal funding is also available to local governments", "made additional assistance available to"."""
    given = verb.subject if verb.lemma == "be" or verb.passive else verb.objects
    if not given:
        return None
    predicate = verb.lemma == "be" or verb.passive
    start = verb.j if predicate else given[0].i
    window = site.lows[start : (start if predicate else given[-1].j) + _AVAILABLE_WITHIN]
    if "available" not in window:
        return None
    words = set(site.lows[given[0].i : given[-1].j])
    money = bool(words & _MONEY)
    if not money and not (site.head(given[-1]) in _HELP or words & _HELP):
        return None
    at = start + window.index("available")
    if predicate and (set(site.lows[verb.i : at]) & _FURTHER or set(site.lows[:4]) & _FURTHER):
        return None  # the next measure under the same grant
    if verb.lemma == "be":
        if not words & (_NATIONAL | _MONEY) or set(site.lows[verb.i : verb.j]) & {"was", "were", "been"}:
            return None
        actor = _the_home(site, verb)
    elif verb.passive:
        actor = actors(site, verb.pp("by")) or _the_home(site, verb)
    else:
        actor = actors(site, [p for p in site.slot(verb, "subject") if is_actor(site, p) or site.is_agent(p)])
    if not actor or set(site.lows[max(0, given[0].i - 2) : given[0].i]) & _NEEDED:
        return None
    received = [p for p in site.clauses.phrases.values() if at < p.i <= at + 3 and site.lows[at + 1] in ("to", "for")]
    group = site.clauses.group_right(received[0].at)[0] if received else []
    first = given[0].i if predicate else verb.i
    end = min(group[0].j, at + 8) if group else at + 1
    return _draft(site, verb, actor, acted_on(site, group), site.span(first, end))


def _paid_out(site: Site, verb: Verb) -> Draft | None:
    """ "More than 80 billion dollars has been allocated to states": by the one whose document it is."""
    if verb.relative or verb.pp("by") or not verb.subject or site.text.home is None:
        return None
    if not (_MONEY & set(site.lows[verb.subject[0].i : verb.subject[-1].j + 2])):
        return None
    to = verb.pp("to", "for", "in")
    if not to:
        return None
    start, end = site.evidence(verb)
    return _draft(site, verb, _the_home(site, verb), acted_on(site, to), (start, end))


def _the_home(site: Site, verb: Verb) -> list[Filler]:
    """The state in whose name the document speaks."""
    home = site.text.home
    if home is None or not verb.subject:
        return []
    subject = verb.subject[0]
    start, end = site.span(subject.i, subject.j)
    return [Filler(*home, start, end, site.text.document.text[start:end])]


def _draft(
    site: Site, verb: Verb, actor: list[Filler], targets: list[Phrase], evidence: tuple[int, int]
) -> Draft | None:
    if not actor:
        return None
    draft = Draft("action", site.scene, {"actor": actor}, [evidence], "actual")
    if targets:
        draft.roles["target"] = site.fillers(targets)
    draft.value = {"what": site.quote(*evidence)}
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    draft.act = "aid"
    return draft
