"""Stages of instruments that nouns and adjectives tell: "the implementation of …", "is not yet in force"."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.instrument_documents import is_listed_bill
from communique.facts.instrument_drafts import DATED, instrument_draft, outside_name
from communique.facts.instrument_names import is_described, is_named, is_sort, kind_of, name_of, told_before
from communique.facts.instrument_objects import tells
from communique.facts.instrument_standing import binding_start, nominal_realis, nominal_status, operative_status
from communique.facts.site import Site
from communique.language.clauses import Phrase

_STATUS_WORDS = {
    "in force": "in-force",
    "in effect": "in-force",
    "binding": "in-force",
    "valid": "in-force",
    "applicable": "in-force",
    "to apply": "in-force",
    "before the": "under-review",
    "before parliament": "under-review",
    "before congress": "under-review",
    "under review": "under-review",
    "under consideration": "under-review",
    "being considered": "under-review",
    "under negotiation": "under-discussion",
    "up for negotiation": "under-discussion",
    "under discussion": "under-discussion",
    "domestic procedures": "under-review",
    "internal procedures": "under-review",
    "ratification": "under-review",
    "parliamentary scrutiny": "under-review",
    "under preparation": "drafting",
    "being drafted": "drafting",
    "in preparation": "drafting",
    "on the table": "proposed",
}
#: What tells a standing only after "is" or "remains".
_PREDICATIVE = ("before", "to apply", "valid", "applicable", "ratification")
_PROPOSALS = frozenset(("proposal", "initiative", "idea", "call", "request", "proposals"))


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """Stages told by nouns and adjectives: "the implementation of …", "is not yet in force", "sanctions against …"."""
    kind = kind_of(site, phrase)
    if is_listed_bill(site) and phrase.i == 0:
        return None
    if kind is None or (site.scene.heading and site.lows[phrase.i] in ("a", "an")):
        return None
    if site.head(phrase) == "emergency" and site.lows[phrase.i] in ("a", "an"):
        return None
    nominal = nominal_status(site, phrase)
    if (
        nominal is not None
        and phrase.j - phrase.i == 1
        and kind != "sanctions"
        and site.spot_kind(phrase) is None
        and not is_described(site, phrase)
    ):
        return None  # "the promulgation of rules"
    if nominal is not None and is_sort(site, phrase) and told_before(site, phrase) is None:
        return None  # "the implementation of the Executive Order": of one that nobody has named
    if nominal is not None:
        return _nominal(site, phrase, kind, *nominal)
    bound = binding_start(site, phrase, kind)
    if bound >= 0:
        draft = instrument_draft(site, phrase, kind, "in-force")
        draft.evidence = [site.span(bound, min(phrase.j, bound + 24))]
        return draft
    predicated = _predicated(site, phrase, kind)
    if predicated is not None:
        return predicated
    if _is_acted_on(site, phrase):
        return None
    operative = operative_status(site, phrase, kind)
    if operative is not None:
        verb = site.subject_of(phrase)
        draft = instrument_draft(site, phrase, kind, operative)
        if verb is not None and 0 <= verb.j - phrase.i < 24:
            draft.evidence = [site.span(phrase.i, verb.j)]
        return draft
    return _proposed_for(site, phrase, kind) or _by_modifier(site, phrase, kind)


def _is_acted_on(site: Site, phrase: Phrase) -> bool:
    """Whether a verb of an instrument's life tells of it already."""
    for verb in site.clauses.verbs:
        beside = verb.relative and verb.passive and verb.at == phrase.at + 1
        if beside or phrase.among(verb.subject if verb.passive else verb.objects) or phrase.among(verb.pp("including")):
            kind = kind_of(site, phrase) or "other"
            for frame in site.frames.verbs.get(verb.lemma, ()):
                if frame.type == "instrument" and tells(site, verb, phrase, kind, str(frame.options["status"])):
                    return True
    return False


def _nominal(site: Site, phrase: Phrase, kind: str, status: str, first: int) -> Draft:
    draft = instrument_draft(site, phrase, kind, status)
    draft.realis = nominal_realis(site, first, phrase)
    draft.evidence = [site.span(first, min(phrase.j, first + 18))]
    if status == "in-force":
        if "force" in site.lows[first : phrase.i]:
            draft.time = site.time_near(first, phrase.j)
            if draft.time is not None and draft.time.edtf:
                draft.value["validity"] = f"{draft.time.edtf}/.."
        return draft
    draft.time = outside_name(draft, site.time_near(first, phrase.j, reach=6, kinds=DATED))
    return draft


def _predicated(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """ "is not yet in force", "remains under review"; beside the noun: "an agreement, under negotiation since 2021"."""
    verb = site.subject_of(phrase)
    if verb is not None and verb.lemma == "bind" and verb.form == "g" and not verb.infinitive:
        draft = instrument_draft(site, phrase, kind, "in-force")  # "is legally binding on all"
        draft.evidence = [site.span(phrase.i, verb.j)]
        draft.realis = site.realis(verb)
        return draft
    if verb is not None and verb.lemma in ("await", "need", "require") and verb.objects:
        if site.head(verb.objects[0]) in ("ratification", "approval", "signature", "signing"):
            draft = instrument_draft(site, phrase, kind, "under-review")
            draft.evidence = [site.span(phrase.i, min(verb.objects[0].j, phrase.i + 16))]
            return draft
    if verb is not None and verb.lemma in ("be", "remain", "undergo", "stay", "continue"):
        following = " ".join(site.lows[verb.main + 1 : verb.main + 6])
        for told, status in _STATUS_WORDS.items():
            if told in following:
                draft = instrument_draft(site, phrase, kind, status)
                draft.evidence = [site.span(phrase.i, min(verb.main + 5, len(site.lows)))]
                draft.realis = "negated" if "not" in site.lows[verb.i : verb.main + 3] else site.realis(verb)
                return draft
    _, _, j = name_of(site, phrase)
    beside = site.lows[j : j + 5]
    if beside[:1] == [","] or beside[:1] == ["currently"]:
        beside = beside[1:]
    after = " ".join(beside[:3])
    for told, status in _STATUS_WORDS.items():
        if told.startswith(_PREDICATIVE):
            continue
        if after.startswith(told) or after.removeprefix("currently ").removeprefix("now ").startswith(told):
            draft = instrument_draft(site, phrase, kind, status)
            draft.evidence = [site.span(phrase.i, min(j + 4, len(site.lows)))]
            draft.time = site.time_near(j, min(j + 4, len(site.lows)), reach=4, kinds=DATED)
            return draft
    return None


def _proposed_for(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    kinds, bounds, at = site.clauses.kinds, site.clauses.bounds, phrase.at
    if at < 1 or kinds[at - 1] != "i" or site.lows[bounds[at - 1][0]] not in ("for", "of"):
        return None
    proposal = next(
        (
            p
            for p in site.clauses.phrases.values()
            if p.j < phrase.i and site.head(p) in _PROPOSALS and (p.at == at - 2 or site.head(p).startswith("proposal"))
        ),
        None,
    )
    if proposal is not None and site.head(proposal) == "call" and site.lows[bounds[at - 1][0]] != "for":
        return None
    if (
        proposal is None
        or kind == "other"
        or _is_acted_on(site, proposal)
        or not (is_named(site, phrase) or is_described(site, phrase))
    ):
        return None
    return _proposed(site, phrase, kind, proposal)


def _by_modifier(site: Site, phrase: Phrase, kind: str) -> Draft | None:
    """ "our joint statement", "a draft law", "in its final communiqué", "sanctions on …"."""
    modifiers = site.lows[phrase.i : phrase.j - 1]
    if kind in ("statement", "declaration") and not site.scene.heading:
        if "joint" in modifiers and not site.head(phrase).endswith("s"):
            return instrument_draft(site, phrase, kind, "adopted")
        if _in_its_own(site, phrase):
            return instrument_draft(site, phrase, kind, "adopted")
        inside = phrase.at >= 1 and site.lows[site.clauses.bounds[phrase.at - 1][0]] == "in"
        if "final" in modifiers and inside and site.possessor(phrase) is not None:
            return instrument_draft(site, phrase, kind, "adopted")
    if kind == "resolution" and _in_its_own(site, phrase):
        return instrument_draft(site, phrase, kind, "adopted")
    if "draft" in modifiers and kind != "other":
        return instrument_draft(site, phrase, kind, "drafting")
    if (
        kind == "sanctions"
        and site.head(phrase) != "tariffs"
        and not site.scene.heading
        and site.spots_in(phrase.i, min(len(site.lows), phrase.j + 8))
    ):
        packaged = site.lows[max(0, phrase.i - 2) : phrase.i]
        if packaged[-1:] == ["of"] and packaged[0] in ("package", "packages", "round", "set", "series", "tranche"):
            return None  # "the eighteenth package of sanctions against …"
        targets = site.noun_pp(phrase, "on", "against")
        if targets or any(s.kind in ("state", "organization") for s in site.spots_in(phrase.i, phrase.j)):
            return instrument_draft(site, phrase, kind, "in-force")
    return None


def _in_its_own(site: Site, phrase: Phrase) -> bool:
    """ "In its resolution 2334, the Council demanded": what a body says in its own document, it has adopted."""
    at = phrase.at
    return (
        at == 1
        and is_named(site, phrase)
        and site.lows[site.clauses.bounds[0][0]] == "in"
        and site.lows[phrase.i] in ("its", "their")
    )


def _proposed(site: Site, phrase: Phrase, kind: str, proposal: Phrase) -> Draft:
    """ "the proposal made by Belarus at the conference for a Charter": who proposes what, and where."""
    draft = instrument_draft(site, phrase, kind, "proposed")
    draft.evidence.insert(0, site.span(proposal.i, proposal.j))
    maker = site.possessor(proposal)
    by = [maker] if maker is not None else site.noun_pp(proposal, "by", "of", "from")
    for verb in site.clauses.verbs:
        if not by and verb.main == proposal.j and verb.pp("by"):
            by = verb.pp("by")
            draft.evidence[0] = site.span(proposal.i, by[-1].j)
    proposers = site.fillers(p for p in by if site.is_agent(p))
    if proposers:
        draft.roles["proposer"] = proposers
    return draft
