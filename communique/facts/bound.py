"""Who is bound by an undertaking, to what, and by when."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.knowledge.entries import Body, State
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_PRONOUNS = frozenset(("we", "i", "they", "he", "she"))
_NAMED = frozenset(("state", "organization", "person", "office", "body", "group", "demonym"))
_CONDITION_WITHIN = 24  # tokens
_IDIOMS = (["possible"], ["necessary"], ["appropriate"], ["needed"], ["required"])
_DEFINING = frozenset(
    "be have become consist comprise include mean apply expire constitute need require find meet visit attend".split()
)
_OWN_COUNTRY = (["his", "country"], ["her", "country"])


def commitment(
    site: Site, verb: Verb, agents: list[Filler], told: tuple[int, int], action: tuple[int, int] | None
) -> Draft:
    """The draft of an undertaking told at a verb."""
    draft = Draft("commitment", site.scene, {"agent": agents}, [told], "planned")
    draft.value = {"action": site.quote(*action) if action else None, "due": due_after(site, verb.i)}
    if site.realis(verb) == "hypothetical" or _conditions_follow(site, verb):
        draft.realis = "hypothetical"
    return draft


def _conditions_follow(site: Site, verb: Verb) -> bool:
    """ "… will act if the ceasefire is broken", "… subject to approval by the Congress"."""
    lows, letters = site.lows, site.scene.letters
    for k in range(verb.j, min(len(lows), verb.j + _CONDITION_WITHIN)):
        if lows[k] in ("if", "unless", "provided") and letters[k] == "u" and lows[k + 1 : k + 2] not in _IDIOMS:
            return True
        if lows[k : k + 2] == ["subject", "to"] or lows[k : k + 4] == ["in", "the", "event", "of"]:
            return True
        if letters[k] == ";":
            break
    return False


def bound(site: Site, subjects: list[Phrase]) -> list[Filler]:
    """Whom an undertaking binds: "we" of an official means the state."""
    agents = site.fillers(subjects)
    if len(subjects) == 1 and site.lows[subjects[0].i] == "we":
        return for_whom(site, agents)
    return agents


def for_whom(site: Site, speakers: list[Filler]) -> list[Filler]:
    """The states that speakers speak for; speakers of no known state stay themselves, or are the document's."""
    states = [_state_of_organ(site, owner) for owner in site.discourse.states_of(tuple(speakers))]
    if states or not speakers or site.text.home is None:
        return states or speakers
    own = {f.name for f in (*site.discourse.voice, *site.text.signatories)}
    known = site.text.register.named(speakers[0].name)
    if known is None or known.held or speakers[0].name not in own:
        return speakers
    return [Filler(*site.text.home, speakers[0].start, speakers[0].end, speakers[0].text)]


def _state_of_organ(site: Site, owner: Filler) -> Filler:
    """The state whose organ somebody serves: what a council's spokesman undertakes binds the state."""
    known = site.text.knowledge.by_id
    organ = known.get(owner.entity or "")
    state = known.get(organ.parent) if isinstance(organ, Body) else None
    return Filler(state.name, state.id, owner.start, owner.end, owner.text) if isinstance(state, State) else owner


def binds(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase means somebody who can undertake something, and no thing that something will happen to."""
    letters = site.scene.letters
    if letters[phrase.i] == "r" and phrase.j - phrase.i == 1:
        return site.lows[phrase.i] in _PRONOUNS
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.kind != "name":
        return spot.kind in _NAMED or (spot.kind == "place" and spot.sense in ("capital", "seat"))
    bindable = words_of(site.frames.data["acts"]["commitment"]["bindable"])
    if site.head(phrase) in bindable or site.lows[phrase.i : phrase.j] in _OWN_COUNTRY:
        return True
    word = site.scene.sentence.words[phrase.j - 1]
    if phrase.i and site.lows[phrase.i - 1] == "of":
        return False  # "repeal of PLCAA would"
    return word.isupper() and 3 <= len(word) <= 6 and not site.scene.heading  # an agency nobody knows: "NOAA"


def is_forecast(site: Site, verb: Verb) -> bool:
    """Whether the verb after "will" or "is to" foresees, or tells an event of another type."""
    data = site.frames.data["acts"]["commitment"]
    after = site.lows[verb.j : verb.j + 1]
    if verb.lemma in ("take", "hold", "play", "pay"):
        acted_on = {site.head(p) for p in site.slot(verb, "object")[:1]} | set(after)
        answerable = bool(set(after) & {"accountable", "responsible", "steps"})
        return not answerable and (not verb.objects or bool(acted_on & words_of(data["event_objects"])))
    if verb.modal == "shall":
        return verb.lemma in _DEFINING
    if verb.lemma == "give":
        return bool(set(after) & {"up", "in", "way"})
    if verb.lemma == "go":
        return not set(after) & {"on", "further", "ahead", "beyond"}
    if verb.lemma in ("continue", "do"):
        lasting = verb.lemma == "continue" and bool(set(after) & {"as", "in", "until", "beyond", "through"})
        return (
            lasting
            or after in (["that"], ["this"], ["it"])
            or after == ["so"]
            or site.lows[verb.j : verb.j + 2] == ["to", "be"]
        )
    if verb.lemma == "remain":
        return after[:1] in (["a"], ["the"], ["closed"], ["open"], ["shut"])
    return verb.lemma in words_of(data["not"])


def due_after(site: Site, i: int) -> str | None:
    """The deadline told behind token ``i``, else a date told there."""
    start = site.scene.sentence.starts[i]
    later = [e for e in site.times() if e.start > start]
    for expression in later:
        if expression.kind == "deadline":
            return expression.edtf
    for expression in later:
        if expression.kind in ("date", "relative", "interval"):
            return expression.edtf if expression.edtf and not expression.bare_year else None
    return None


def told_with(site: Site, verb: Verb, action: tuple[int, int]) -> tuple[int, int]:
    """The verb with its subject and the first words of what is undertaken."""
    start, end = site.evidence(verb)
    starts = site.scene.sentence.starts
    k = next((n for n, s in enumerate(starts) if s >= action[0]), len(starts) - 1)
    last = min(k + 6, len(starts))
    while last - 1 > k and site.scene.letters[last - 1] in "idcuT,.":
        last -= 1
    return start, max(end if end - start < 60 else start, min(site.scene.sentence.ends[last - 1], action[1]))
