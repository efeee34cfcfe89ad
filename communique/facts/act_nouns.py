"""Acts upon somebody told by a noun: "Russia's invasion of Ukraine", "the arrest of", "sanctions on"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.facts.actors import acted_on, actors, is_actor, owner_meant, phrases_before
from communique.facts.drafts import Draft
from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_CALLS_FOR = frozenset(("call", "appeal", "press", "push", "plead", "ask"))
_FEARED = frozenset("threat risk possibility event prospect danger likelihood case against prevent deter".split())
_BY_WEAPON = frozenset("missile missiles air drone drones rocket military retaliatory artillery".split())
_MISSILES = frozenset(
    "missile missiles rocket rockets nuclear ballistic satellite icbm icbms drone drones weapon weapons artillery "
    "anti-satellite hypersonic torpedo mortar mortars shots".split()
)
_HOSTILE = frozenset(
    "destabilizing destabilising aggressive hostile provocative malign unlawful illegal coercive brutal reckless "
    "violent unilateral dangerous threatening repressive escalatory offensive harmful military unjustified unprovoked "
    "unjustifiable barbaric criminal senseless".split()
)
_HONOURED = frozenset("delegation envoy coordinator representative chair day week month park area monument".split())
_MANY = frozenset("hundreds thousands dozens scores all some most majority number rest".split())
_MISSILE_WITHIN = 7  # tokens
_VIOLENT = frozenset(("violence", "force", "repression", "torture", "terror"))
_MONEY = frozenset("$ € £ ¥ million billion".split())
_MOVES = frozenset("deployment withdrawal pullout buildup build-up redeployment".split())
_FORCES = frozenset(
    "troops force forces soldiers personnel peacekeepers warships battalions military army units fighters mercenaries "
    "instructors advisers police contingent weapons missiles tanks aircraft".split()
)
_HELD_BY_STATES = frozenset(
    "prisoners detainees activists journalists protesters protestors dissidents leaders opponents critics "
    "demonstrators lawyers students".split()
)
_NEAR = 3  # tokens
_REACH = 16  # tokens
_DEMANDS = frozenset(("demand", "urge", "request", "seek", "propose", "recommend"))


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "Russia's invasion of Ukraine", "the regime's crackdown", "calls for the release of the prisoners"."""
    head = site.head(phrase)
    data = site.frames.data["acts"]["action"]
    act = next(name for name, nouns in data["nouns"].items() if head in words_of(nouns))
    if _is_only_a_word(site, phrase, head):
        return None
    governor = site.governor(phrase)
    victim = _victim_owning(site, phrase)
    actor = [] if victim else _named_actor(site, phrase)
    light = _by_light_verb(site, governor, phrase) if not actor else []
    actor = actor or light or _including_owner(site, phrase)
    suffered = [victim] if victim else _suffered(site, phrase, act)
    if head in _MOVES and any(site.head(p) in _FORCES for p in suffered):
        suffered = acted_on(site, site.noun_pp(phrase, "from", "to", "in", "into", "along"))
    if not actor and not victim and act in ("relent", "coerce"):
        actor = _holding_state(site, phrase, suffered)
    if not actor and (head not in words_of(data["actorless"]) or not suffered or _is_supposed(site, phrase)):
        return None
    start, end = site.noun_evidence(phrase)
    if site.scene.letters[phrase.i] == "z":
        start = site.scene.sentence.starts[phrase.i + 1]
    draft = Draft("action", site.scene, {"actor": actor} if actor else {}, [(start, end)])
    names = {f.name for f in actor}
    targets = [f for f in site.fillers(suffered) if f.name not in names]
    if targets:
        draft.roles["target"] = targets
    elif not actor or (head in ("war", "wars") and not light and not _is_waged_on(site, phrase)):
        return None  # "the war in Sudan" has no side
    elif act == "aid" and _MONEY & set(site.lows[max(0, phrase.i - _NEAR) : phrase.j + _NEAR]):
        pass  # "over 11 billion dollars in Norwegian assistance"
    elif act in words_of(data["transitive"]) and not light:
        told = governor is None or not (governor.infinitive or governor.modal)
        if not (told and head in words_of(data["owned"]) and site.possessor(phrase)):
            return None
    start, end = draft.evidence[0]
    draft.value = {"what": site.quote(start, end)}
    draft.act = act
    draft.by_noun = True
    draft.realis = _realis(site, phrase, governor)
    draft.time = site.time_near(phrase.i, phrase.j, reach=4)
    if draft.time is None and light and governor is not None:
        first = governor.follows or governor  # "today declared … and ordered assistance"
        draft.time = site.time_near(first.i, first.j)
    return draft


def _is_waged_on(site: Site, phrase: Phrase) -> bool:
    """Whether the words tell that a war is waged on somebody: "its brutal war", "the war of aggression against"."""
    behind = site.lows[phrase.j : phrase.j + 1]
    return bool(_HOSTILE & set(site.lows[phrase.i : phrase.j])) or behind in (["of"], ["against"], ["on"], ["upon"])


def _is_only_a_word(site: Site, phrase: Phrase, head: str) -> bool:
    """Whether the noun tells no act here: in a name, "Office on Violence Against Women", or of a project's launch."""
    lows, letters = site.lows, site.scene.letters
    words = set(lows[phrase.i : phrase.j])
    if site.scene.sentence.words[phrase.j : phrase.j + 1] == ["Against"] and not site.scene.heading:
        return True  # "the Office on Violence Against Women"
    if head in ("launch", "launches", "test", "tests", "firing"):
        return not _MISSILES & (words | set(lows[phrase.j : phrase.j + _MISSILE_WITHIN]))
    if head == "actions":
        if lows[phrase.j : phrase.j + 2] == ["and", "policies"]:
            return False  # "the actions and policies of the junta"
        return not (_HOSTILE & words or lows[phrase.j : phrase.j + 1] in (["against"], ["towards"], ["toward"]))
    if head == "use":
        return not _VIOLENT & set(lows[phrase.j : phrase.j + _NEAR + 1])
    if head == "exercises":
        return bool({"commencement", "graduation", "physical", "planning", "tabletop"} & words)
    if head == "response":
        return not {"violent", "brutal", "bloody"} & words
    if head == "delivery" and phrase.i and lows[phrase.i - 1] == "for":
        return True  # "as prepared for delivery"
    if head == "designation":
        return bool(_HONOURED & set(lows[phrase.j : phrase.j + _MISSILE_WITHIN]))
    if head in ("investment", "investments"):
        return not _MONEY & set(lows[phrase.i : phrase.j + _NEAR + 1])
    if head in ("contribution", "contributions"):
        near = lows[phrase.i : phrase.j + _MISSILE_WITHIN]
        named = any(site.spot_kind(p) not in (None, "name") for p in site.noun_pp(phrase, "to"))
        return not (named or words_of(site.frames.data["acts"]["action"]["goods"]) & set(near))
    capital = site.scene.sentence.words[phrase.j - 1][:1].isupper() and not site.scene.sentence.words[0].isupper()
    return capital and phrase.j > 1 and not site.scene.heading and letters[phrase.i] in "np"


def _victim_owning(site: Site, phrase: Phrase) -> Phrase | None:
    """Of "the journalist's arrest", "their release" the possessor is who suffers or profits, not who acts."""
    data = site.frames.data["acts"]["action"]
    owner = site.possessor(phrase)
    head = site.scene.sentence.words[phrase.j - 1]
    if owner is None or head not in words_of(data["of_victims"]) or phrase.j - owner.j > _NEAR:
        return None
    personal = site.lows[owner.i] in ("his", "her", "their") and owner.j - owner.i == 1
    named = site.spot_kind(owner) in ("person", "office") or site.head(owner) in words_of(data["captives"])
    if personal and site.lows[owner.i] == "their":
        return _captives_before(site, phrase) or owner
    return owner if personal or named else None


def _captives_before(site: Site, phrase: Phrase) -> Phrase | None:
    """The persons told of before in the sentence whose "their release" is: "two drivers", "the sailors"."""
    captives = words_of(site.frames.data["acts"]["action"]["captives"])
    return next((p for p in phrases_before(site, phrase.at) if site.head(p) in captives), None)


def _named_actor(site: Site, phrase: Phrase) -> list[Filler]:
    """Whose act it is: the possessor, who follows "by", or an adjective of state."""
    possessor = site.possessor(phrase)
    given = _gives_money(site, phrase)
    if possessor is not None and (is_actor(site, possessor) or site.spot_kind(possessor) == "person" or given):
        return actors(site, owner_meant(site, possessor))
    if site.head(phrase) == "actions":  # "the actions and policies of the junta"
        last = next((p for p in site.clauses.phrases.values() if p.i == phrase.j + 1), phrase)
        doers = [p for p in site.noun_pp(last, "of") if is_actor(site, p) or site.is_agent(p)]
        if doers:
            return actors(site, doers)
    moved = _forces_moved(site, phrase)
    if moved:
        return moved
    by = [p for p in site.noun_pp(phrase, "by") if is_actor(site, p) or site.is_agent(p)]
    if by:
        return [
            site.words(p.i, p.j) if site.spot_kind(p) is None and site.lows[p.j : p.j + 1] == ["of"] else f
            for p in by
            for f in actors(site, [p])
        ]
    spots = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in ("adjective", "state", "demonym", "group")]
    if spots:
        return site.fillers([Phrase(spots[0].i, spots[0].j, -1)])
    if site.head(phrase) in ("exchange", "swap", "clashes", "hostilities", "fighting"):
        return site.fillers(p for p in site.noun_pp(phrase, "between") if is_actor(site, p))
    return actors(site, [p for p in site.noun_pp(phrase, "from") if site.spot_kind(p) in ("state", "organization")])


def _forces_moved(site: Site, phrase: Phrase) -> list[Filler]:
    """Whose forces "the deployment of Fijian troops", "the withdrawal of Fijian forces from Mali" moves."""
    if site.head(phrase) not in _MOVES:
        return []
    for forces in [p for q in site.noun_pp(phrase, "of") for p in (q, *site.noun_pp(q, "of"))]:
        owners = [s for s in site.spots_in(forces.i, forces.j) if s.kind in ("adjective", "state", "organization")]
        if owners and site.head(forces) in _FORCES:
            return site.fillers([Phrase(owners[0].i, owners[0].j, -1)])
    return []


def _holding_state(site: Site, phrase: Phrase, suffered: Sequence[Phrase]) -> list[Filler]:
    """Which state holds them in "the release of the political prisoners in Mali"."""
    if not any(site.head(p) in _HELD_BY_STATES for p in suffered):
        return []
    held = next(p for p in suffered if site.head(p) in _HELD_BY_STATES)
    return site.fillers(p for p in site.noun_pp(held, "in")[:1] if site.spot_kind(p) == "state")


def _gives_money(site: Site, phrase: Phrase) -> bool:
    """Whether money follows the noun, so that whoever owns it gives: "Treasury's contribution of 10 million"."""
    return site.lows[phrase.j : phrase.j + 1] == ["of"] and bool(_MONEY & set(site.lows[phrase.j : phrase.j + 5]))


def _including_owner(site: Site, phrase: Phrase) -> list[Filler]:
    """Whose acts are told in parts: "the regime's actions, including the launch of missiles"."""
    lows = site.lows
    k = phrase.i - 1
    while k > max(0, phrase.i - _REACH) and lows[k] != "including":
        k -= 1
    if k <= 0 or lows[k] != "including" or not (k == phrase.i - 1 or site.scene.letters[phrase.i - 1] in "c,"):
        return []
    for before in phrases_before(site, phrase.at):
        owner = site.possessor(before) if before.j <= k else None
        if owner is None or not is_actor(site, owner):
            continue
        if site.lows[owner.i] in ("its", "their") or site.spot_kind(owner):
            return actors(site, owner_meant(site, owner))
    doing = next((v for v in reversed(site.clauses.verbs) if v.j <= k and v.subject and not v.relative), None)
    if doing is None or doing.passive:
        return []
    return actors(site, [p for p in doing.subject if is_actor(site, p)])


def _is_supposed(site: Site, phrase: Phrase) -> bool:
    """Whether it is only feared or foreseen: "the threat of an attack on", "an attack on X would"."""
    before = set(site.lows[max(0, phrase.i - 3) : phrase.i])
    if site.head(phrase) in ("strike", "strikes") and not _BY_WEAPON & set(site.lows[phrase.i : phrase.j]):
        return True  # of workers
    verb = site.subject_of(phrase)
    return bool(before & _FEARED) or (verb is not None and verb.modal != "")


def _by_light_verb(site: Site, governor: Verb | None, phrase: Phrase) -> list[Filler]:
    """Who carries the act out in "launched a strike on", "announced a pardon of": the verb's subject."""
    light = words_of(site.frames.data["acts"]["action"]["light"])
    if governor is None or governor.lemma not in light or governor.modal or governor.negated or governor.infinitive:
        return []
    if not any(p.at == phrase.at for p in site.slot(governor, "object")):
        return []
    if governor.form == "g" and site.scene.letters[governor.i] != "x":
        return []
    return actors(site, [p for p in site.slot(governor, "subject") if is_actor(site, p) or site.is_agent(p)])


def _suffered(site: Site, phrase: Phrase, act: str) -> list[Phrase]:
    """Who is acted on: behind the first preposition that has somebody behind it."""
    captives = words_of(site.frames.data["acts"]["action"]["captives"])
    order = ("to", "for") if act == "aid" else ("against", "on", "of", "towards", "toward", "into", "in", "to")
    following = site.after(phrase)
    if act == "relent":
        many = following and following[0][1] and site.head(following[0][1][0]) in _MANY
        following = following[: 2 if many else 1]  # "the release of the report of the Council" frees nobody
    for preposition in order:
        for told, phrases in following:
            if told == preposition:
                found = acted_on(site, phrases) or [p for p in phrases if site.head(p) in captives]
                if found:
                    return found
    return []


def _realis(site: Site, phrase: Phrase, governor: Verb | None) -> str:
    """Called for, it is proposed: "call for the release of", "demanded the withdrawal of"."""
    k = phrase.i - 1
    if governor is None:
        return "proposed" if k > 0 and site.lows[k] == "for" and site.lows[k - 1] in ("calls", "call") else "actual"
    behind_for = k >= 0 and site.lows[k] == "for"
    if (governor.lemma in _CALLS_FOR and behind_for) or (governor.lemma in _DEMANDS and phrase.among(governor.objects)):
        return "proposed"
    if "any" in site.lows[phrase.i : phrase.i + 1] or (
        governor.lemma in ("threaten", "prevent", "deter", "avoid") and not governor.passive
    ):
        return "hypothetical"
    return "actual"
