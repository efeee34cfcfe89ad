"""Acts upon somebody that are nothing else, told by a verb: expulsions, sanctions, attacks, aid, releases."""

from __future__ import annotations

from collections.abc import KeysView

from communique.facts.actors import acted_on, actors, is_actor, phrases_before
from communique.facts.bound import for_whom
from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.partners import subjects_with_partners
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_CALLS = frozenset("urge call demand ask request implore exhort appeal encourage press invite".split())
_REALISED = frozenset("continue begin start help manage proceed vote choose dare".split())
_DECISIONS = frozenset(("decision", "decisions", "move", "moves", "refusal", "failure"))
_STEPS = frozenset(("steps", "step", "measures", "action", "actions", "moves"))
_PERSONAL = frozenset(("coerce", "relent", "yield", "aid", "found", "support"))
_UNTOLD_ACTOR = frozenset(("coerce", "assault", "relent", "impose", "found", "aid"))
_RECOGNISED = frozenset(
    "government independence authorities sovereignty statehood regime administration junta republic regions "
    "annexation entity rebels council".split()
)
_SUPPOSED = frozenset(
    "framework plan plans strategy approach process proposal intention intent "
    "importance need possibility risk cost prospect idea hope way goal aim option purpose means channel".split()
)
_VICTIMS = frozenset(("state", "place", "person", "organization", "body", "group", "demonym"))
_RECALLED = frozenset("ambassador ambassadors envoy envoys consul diplomat diplomats troops staff".split())
_TIES = frozenset(("relations", "ties", "links"))
_MONEY = frozenset("$ € £ ¥ million billion".split())
_ANYBODY = frozenset(("those", "all", "him", "her", "them", "he", "she", "they"))
_JUDGING = frozenset(
    "accuse blame suspect criticise criticize condemn thank praise commend congratulate convict".split()
)
_PLANS = frozenset("goal goals plan plans intention intent proposal target aim strategy budget call calls".split())
_DUTIES = frozenset(
    "carrying providing overseeing leading ensuring protecting managing developing coordinating advising administering "
    "implementing representing enforcing conducting preparing making helping supporting directing running executing "
    "oversight responsibility managing defending promoting advancing upholding reviewing".split()
)
_OF_PERSONS_ALONE = frozenset(("sentence", "convict", "execute", "free", "swap"))
_STOPPED = frozenset("stop cease end avoid halt quit refrain discontinue prohibit".split())
_STATES_OF = frozenset("incarcerate imprison jail detain hold confine displace uproot injure wound".split())
_ANONYMOUS = frozenset("people individuals persons individual person women men children citizens".split())
_TRAVELLERS = frozenset(
    "citizens people residents nationals travellers travelers refugees migrants students families".split()
)
_ORDERS = frozenset("order orders decision decisions decree decrees regulation regulations proclamation notice".split())
_ISSUED = frozenset("issue sign adopt approve publish pass enact make".split())
_HELD = frozenset("prisoners prisoner hostages hostage captives detainees sailors crew soldiers journalists".split())
_NONE = frozenset(("no", "none", "neither"))
_RANKS = frozenset("first second third last only latest".split())
_GLAD = frozenset("pleased proud happy delighted honored honoured glad thrilled excited".split())
_NEAR = 3  # tokens
_LOOK_BACK = 8  # tokens


def is_act(site: Site, verb: Verb) -> bool:
    """Whether "recognise", "announce" tell of an act, not of words: "recognised Kosovo", "announced $5 million"."""
    if verb.lemma in ("recognize", "recognise"):
        objects = _objects(site, verb)
        return bool(objects) and (site.spot_kind(objects[0]) == "state" or site.head(objects[0]) in _RECOGNISED)
    if verb.lemma == "recall":
        return any(site.head(p) in _RECALLED for p in _objects(site, verb))
    if verb.lemma == "declare":
        return _unwelcome(site, verb)
    return verb.lemma == "announce" and _gives(site, verb, _objects(site, verb))


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "Poland expelled three diplomats", "has launched some 50 missiles", "was abducted in Damascus"."""
    act = str(frame.options["act"])
    called_for = verb.infinitive and verb.infinitive_after is not None and verb.infinitive_after.lemma in _CALLS
    decider = _decider(site, verb)
    announced = verb.lemma == "announce" and (verb.modal == "can" or _gladly(site, verb))
    if verb.modal and verb.modal not in ("may", "might") and not announced:
        return None
    if verb.infinitive and not (called_for or decider or announced or _told(site, verb)):
        return None
    doing = (
        _accused(site, verb) or _deciding(site, verb) or subjects_with_partners(site, verb, site.slot(verb, "subject"))
    )
    subjects = [decider] if decider else [p for p in doing if _acts(site, p, act) or _deciding(site, verb)]
    objects = _objects(site, verb)
    if _only_supposed(site, verb) or (act == "found" and (called_for or not _founds(verb, objects))):
        return None
    if not _fits(site, verb, act, objects) or site.conditional(verb):
        return None
    if _is_bare_gerund(site, verb) and not decider and site.scene.letters[verb.i - 1 : verb.i] != "i":
        meant = bool(_accused(site, verb) or _deciding(site, verb))
        subjects = [p for p in subjects if site.spot_kind(p) is not None or meant]
    if verb.lemma in ("cross", "enter") and any(site.head(p) in _TRAVELLERS for p in subjects):
        return None  # "citizens have been crossing the border"
    actor = actors(site, subjects)
    if announced:
        actor = for_whom(site, actor)
    targets = _targets(site, verb, act, objects)
    if not actor and verb.lemma in _STATES_OF and _is_condition(site, verb, targets):
        return None
    if not actor and not (_actor_untold(verb, act) and ((act == "impose" and targets) or _is_somebody(site, targets))):
        return None
    by_the_way = act == "aid" and verb.passive and verb.relative  # "programmes funded by the Ministry"
    if not targets and (by_the_way or act in words_of(site.frames.data["acts"]["action"]["transitive_verbs"])):
        return None
    draft = Draft("action", site.scene, {"actor": actor} if actor else {}, [site.evidence(verb)], site.realis(verb))
    if verb.relative and verb.passive and verb.i == verb.main:
        draft.realis = "actual"  # "those detained in May", whatever is asked for them
    elif called_for:
        draft.realis = "proposed"
    elif announced or decider is not None:
        draft.realis = "actual"
    elif verb.subject and site.lows[verb.subject[0].i] in _NONE:
        draft.realis = "negated"
    if targets:
        draft.roles["target"] = site.fillers(targets)
    start, end = site.span(verb.main, max(verb.end, verb.j))
    draft.value = {"what": site.quote(start, end)}
    if draft.realis == "negated":
        draft.time = site.time_beside(verb)
    else:
        draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    draft.by_noun = verb.relative and verb.passive
    draft.act = act
    return draft


def _accused(site: Site, verb: Verb) -> list[Phrase]:
    """Who acts in "accused Mali of shelling", "thanked Fiji for sending": the object of the verb before."""
    first = verb.follows
    if first is None or not _is_bare_gerund(site, verb) or first.lemma not in _JUDGING:
        return []
    return first.objects if site.lows[verb.i - 1] in ("of", "for") else []


def _deciding(site: Site, verb: Verb) -> list[Phrase]:
    """Who issued what acts in "adopted a decision imposing sanctions on", "signed a decree banning"."""
    if not (verb.relative and verb.subject and _is_bare_gerund(site, verb)):
        return []
    decision = verb.subject[0]
    if site.head(decision) not in _ORDERS or decision.j != verb.i:
        return []
    issued = site.governor(decision)
    if issued is None or issued.lemma not in _ISSUED or issued.modal or issued.infinitive or issued.negated:
        return []
    return [] if issued.passive else [p for p in site.slot(issued, "subject") if not p.among([decision])]


def _objects(site: Site, verb: Verb) -> list[Phrase]:
    """What is acted on: the object, what the relative clause hangs on, or, of a bare participle, the noun before it."""
    if verb.passive and verb.relative and verb.i == verb.main:
        before = site.clauses.phrases.get(verb.at - 1)
        return [before] if before is not None else verb.subject
    found = site.slot(verb, "object") or verb.pp("off")
    if found or verb.passive or not verb.subject:
        return found
    antecedent = site.clauses.phrases.get(verb.subject[0].at - 1)  # "the weapons the regime is deploying"
    return [antecedent] if antecedent is not None else []


def _only_supposed(site: Site, verb: Verb) -> bool:
    """Whether a bare verb or gerund hangs on one that is not done: "will send experts and contribute funds"."""
    first = verb.follows
    if verb.infinitive or verb.modal or first is None:
        return False
    if verb.form == "f":
        return bool(first.modal) or first.infinitive or first.form == "M"
    if not _is_bare_gerund(site, verb):
        return False
    if first.lemma in _STOPPED and not first.objects:
        return True
    if first.modal in ("will", "would", "shall") and site.lows[verb.i - 1] == ",":
        return True  # "will share its doses, supplying those in need"
    hanging = site.clauses.kinds[verb.at - 1 : verb.at] == "i" and (first.infinitive or bool(first.modal))
    before = site.clauses.phrases.get(verb.at - 2)
    return hanging or (before is not None and site.head(before) in _SUPPOSED)


def _is_condition(site: Site, verb: Verb, targets: list[Phrase]) -> bool:
    """Whether it is a state of things: "two million people are incarcerated", "those who were incarcerated"."""
    if any(site.spot_kind(p) in ("person", "office") for p in targets):
        return False
    present = bool({"is", "are"} & set(site.lows[verb.i : verb.main]))
    return present or (verb.relative and all(site.head(p) in _ANONYMOUS and p.j - p.i == 1 for p in targets))


def _founds(verb: Verb, objects: list[Phrase]) -> bool:
    """Whether it is told, and not only named by the way as "the commission it created" is."""
    return verb.passive or (bool(objects) and objects[0].i > verb.i)


def _actor_untold(verb: Verb, act: str) -> bool:
    """Whether the passive leaves out who acts: "was abducted in Damascus"."""
    named = act == "found" and verb.relative  # "the group established under the treaty" is only named
    stative = verb.lemma in ("vaccinate", "train", "equip", "fund", "arm")
    told = bool(verb.objects) or bool(verb.pp("by"))  # "hackers linked to Russia attacked the ministry"
    return verb.passive and act in _UNTOLD_ACTOR and not (told or named or stative)


def _is_somebody(site: Site, targets: list[Phrase]) -> bool:
    captives = words_of(site.frames.data["acts"]["action"]["captives"])
    named = ("name", *_VICTIMS)
    return any(
        (site.spot_kind(p) in named and p.j - p.i > (site.spot_kind(p) == "name")) or site.head(p) in captives
        for p in targets
    )


def _acts(site: Site, phrase: Phrase, act: str) -> bool:
    return (
        is_actor(site, phrase)
        or (act in ("found", "relent", "aid") and site.lows[phrase.i : phrase.j] == ["i"])
        or (act in _PERSONAL and site.spot_kind(phrase) not in (None, "name") and site.is_agent(phrase))
    )


def _fits(site: Site, verb: Verb, act: str, objects: list[Phrase]) -> bool:
    """Whether what the verb acts on is what such an act is done to."""
    data = site.frames.data["acts"]["action"]
    heads = {site.head(p) for p in objects}
    behind = set(site.lows[verb.j : verb.j + 3])
    wanted, unwanted = _listed(data["needs"], verb.lemma), _listed(data["never"], verb.lemma)
    if heads & unwanted or (verb.lemma == "hit" and behind & unwanted):
        return False
    if wanted and act != "protest" and not heads & wanted and not _is_named_so(site, objects, wanted):
        if not ("a-state" in wanted and any(site.spot_kind(p) == "state" for p in objects)):
            return False
    if verb.lemma == "declare":
        return _unwelcome(site, verb)
    if verb.lemma in ("recognize", "recognise"):
        return is_act(site, verb)
    if verb.lemma == "charge" and _is_entrusted(site, verb):
        return False
    if verb.lemma == "announce" and heads & _PLANS:
        return False
    if verb.lemma == "use":
        return bool(verb.pp("against", "on")) and bool(heads & words_of(data["weapons"]))
    if verb.lemma == "hold":
        captive = verb.passive and verb.i < verb.main and "accountable" not in site.lows[verb.j : verb.j + 2]
        captive = captive or (not verb.passive and bool(heads & _HELD))
        return (captive and _on_persons(site, objects)) or "hostage" in site.lows[verb.j : verb.j + 6]
    if verb.lemma in words_of(data["of_persons"]) and not _on_persons(site, objects):
        named = any(site.spot_kind(p) == "name" and p.j - p.i > 1 for p in objects)
        if not (named and verb.lemma in _OF_PERSONS_ALONE):
            return False
    if act == "aid":
        return _gives(site, verb, objects)
    if act == "relent" and not _on_persons(site, objects):
        return False  # "released a report"
    if act == "mobilize" and not objects:
        return False
    return bool(objects) or bool(verb.pps) or act not in ("coerce", "support", "reduce", "impose", "found")


def _is_named_so(site: Site, objects: list[Phrase], wanted: KeysView[str]) -> bool:
    """Whether an organ of that kind is acted on: "established the Council on Water"."""
    if not objects or site.spot_kind(objects[0]) not in ("body", "organization", "name"):
        return False
    first = objects[0]
    return site.lows[first.i : first.i + 1] == ["the"] and bool(wanted & set(site.lows[first.i : first.j]))


def _is_entrusted(site: Site, verb: Verb) -> bool:
    """ "is charged with carrying out", "charged with oversight of": no crime."""
    k = verb.j
    if site.lows[k : k + 1] != ["with"] or k + 1 >= len(site.lows):
        return False
    return site.lows[k + 1] in _DUTIES


def _listed(entries: list[dict[str, str]], lemma: str) -> KeysView[str]:
    """The objects that a list of the frame file gives for a verb."""
    return next((words_of(e["objects"]) for e in entries if lemma in words_of(e["lemmas"])), words_of(""))


def _unwelcome(site: Site, verb: Verb) -> bool:
    """ "declared three diplomats personae non gratae"."""
    return any(word.startswith("persona") for word in site.lows[verb.j : verb.j + 12])


def _on_persons(site: Site, objects: list[Phrase]) -> bool:
    """Whether persons are acted on, and no reports: "released two journalists", "freed all those still held"."""
    captives = words_of(site.frames.data["acts"]["action"]["captives"])
    return any(
        site.spot_kind(p) in ("person", "group", "demonym", "office")
        or site.head(p) in captives
        or site.lows[p.i] in _ANYBODY
        for p in objects
    )


def _gives(site: Site, verb: Verb, objects: list[Phrase]) -> bool:
    """Whether help, money or arms are given: what the verb acts on, or the words right behind, name them."""
    data = site.frames.data["acts"]["action"]
    if verb.lemma in words_of(data["given_always"]):
        return bool(objects)
    goods = words_of(data["goods"])
    if not objects:
        paid = bool(_MONEY & set(site.lows[verb.j : verb.j + 4]))
        return paid or (verb.lemma == "contribute" and bool(acted_on(site, verb.pp("to"))))
    end = objects[-1].j + 4
    purpose = site.scene.letters.find("T", objects[-1].j, end)  # "a plan to help 27 million people"
    given = site.lows[objects[0].i : purpose if purpose >= 0 else end]
    antecedent = None
    if verb.subject and not verb.passive:  # "the vessel that your navy lent us"
        at = verb.subject[0].at
        antecedent = site.clauses.phrases.get(at - 2) if site.clauses.kinds[at - 1 : at] in ("u", "w") else None
    if antecedent is not None:
        given = [*given, *site.lows[antecedent.i : antecedent.j]]
    return bool(goods & set(given))


def _targets(site: Site, verb: Verb, act: str, objects: list[Phrase]) -> list[Phrase]:
    if act == "aid":
        received = acted_on(site, verb.pp("to")) or acted_on(site, verb.pp("for", "in"))
        return received or acted_on(site, [p for p in objects if not verb.passive or site.spot_kind(p)])
    if act == "found":
        return objects if not objects or site.head(objects[0]) not in _TIES else site.noun_pp(objects[0], "with")
    if act == "impose":
        return verb.pp("on", "against") or acted_on(site, objects)
    found = acted_on(site, objects) or acted_on(site, verb.pp("against", "on", "to", "from", "with", "into", "over"))
    if not found and verb.lemma in ("recognize", "recognise"):
        return objects[:1]
    if not found and verb.lemma == "mediate":
        return verb.pp("between")
    if not found and objects and site.head(objects[0]) in _TIES:
        return [p for p in site.noun_pp(objects[0], "with") if site.spot_kind(p) is not None]
    if not found and objects:
        found = acted_on(site, site.noun_pp(objects[0], "on", "against", "of", "to"))
    if not found and act in ("assault", "coerce"):
        return _things(site, verb, objects)
    return found


def _things(site: Site, verb: Verb, objects: list[Phrase]) -> list[Phrase]:
    """What is struck or seized where it is nobody, "a Fijian tanker", and no weapon."""
    if verb.lemma in ("use", "launch", "fire", "commit", "take"):
        return verb.pp("against", "on", "at")
    weapons = words_of(site.frames.data["acts"]["action"]["weapons"])
    return [p for p in objects if site.scene.letters[p.j - 1] in "npyY" and site.head(p) not in weapons]


def _decider(site: Site, verb: Verb) -> Phrase | None:
    """Who decided to act in "the decision of the authorities to dissolve", "Mali's decision to expel"."""
    if not verb.infinitive:
        return None
    for phrase in phrases_before(site, verb.at):
        if verb.i - phrase.j <= _LOOK_BACK and site.head(phrase) in _DECISIONS:
            between = site.clauses.kinds[phrase.at + 1 : verb.at]
            if set(between) - set("iN"):
                continue
            owner = site.possessor(phrase)
            named = [owner] if owner is not None else site.noun_pp(phrase, "of", "by")
            inside = [Phrase(s.i, s.j, -1) for s in site.spots_in(phrase.i, phrase.j) if s.kind == "adjective"]
            return next((p for p in [*named, *inside] if is_actor(site, p) or site.is_agent(p)), None)
    return None


def _is_bare_gerund(site: Site, verb: Verb) -> bool:
    return verb.form == "g" and site.scene.letters[verb.i] not in "xH"


def _gladly(site: Site, verb: Verb) -> bool:
    """Whether the announcing is done in these words: "is pleased to announce a grant of"."""
    glad = set(site.lows[max(0, verb.i - _NEAR) : verb.i]) & _GLAD
    return verb.infinitive and bool(glad)


def _told(site: Site, verb: Verb) -> bool:
    """Whether the infinitive is told as done: "continues to shell", "has taken steps to undermine"."""
    governor = verb.infinitive_after
    if governor is None or governor.modal or governor.infinitive or _is_bare_gerund(site, governor):
        return False
    stepped = governor.lemma == "take" and bool(governor.objects) and site.head(governor.objects[0]) in _STEPS
    ranked = governor.lemma in ("be", "become") and bool(governor.objects)
    if ranked and _RANKS & set(site.lows[governor.objects[0].i : governor.objects[0].j]):
        return True  # "was the first country to recognise"
    return governor.lemma in _REALISED or stepped
