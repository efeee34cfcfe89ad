"""What a verb tells in CAMEO's terms: the rule that its lemma, particle and object choose, and what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.cameo.lexicon import Governing, Lexicon, Noun, Rule, actor_words
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.spots import Spot

_COMMON = frozenset("to for in on at of with from by".split())
_PARTICLES = frozenset("off up out down back over away".split())
_WINDOW = 7
_PERSON_SPOTS = frozenset(("person", "office", "group", "demonym", "name"))
_STATE_SPOTS = frozenset(("organization",))
_LAND = frozenset(("place", "state"))
#: Heads whose "in" says in what: "its participation in the talks".
_SHARES = frozenset("participation part membership role involvement".split())


def rule_of(site: Site, verb: Verb, lexicon: Lexicon) -> Rule | None:
    """The first rule whose conditions the clause fulfils; rules of lemma and particle go before those of the lemma.

    Args:
        site: the sentence.
        verb: one of its verbs.
        lexicon: the words of the scheme.
    """
    *tied, alone = site.keys(verb)
    tied.sort(key=lambda key: key.rpartition("-")[2] in _COMMON)  # "go to war" before "go to"
    for key in (*tied, alone):
        for rule in lexicon.rules.get(key, ()):
            if _fits(site, verb, rule, lexicon):
                return rule
    return None


def governing_of(site: Site, verb: Verb, lexicon: Lexicon) -> Governing | None:
    """The class of a verb that governs others ("agree to", "is ready to"), or None."""
    if verb.lemma == "be":
        for low in site.lows[verb.j : verb.j + 3]:
            if low in lexicon.states:
                return lexicon.states[low]
    if verb.lemma == "like" and verb.modal == "would":
        return lexicon.governing["want"]
    if "-" not in verb.lemma:
        letters, k = site.scene.letters, verb.main + 1
        while k < len(letters) and letters[k] in "Rm":
            k += 1
        for word in site.lows[k : k + 1]:
            found = lexicon.governing.get(f"{verb.lemma}-{word}")
            if found is not None:
                return found
    return lexicon.governing.get(verb.lemma)


def logical_objects(site: Site, verb: Verb) -> list[Phrase]:
    """What is acted on: the object, also behind a particle ("called off the visit"), or the subject of the passive."""
    found = site.slot(verb, "object")
    if not found and not verb.passive and verb.pps and verb.pps[0][0] in _PARTICLES:
        return verb.pps[0][1]
    return found


def noun_class(site: Site, phrase: Phrase, lexicon: Lexicon) -> tuple[str, Noun] | None:
    """The class of a noun phrase's head, with the word before it ("air strike") or alone, that tells an event."""
    for word in noun_words(site, phrase):
        for name in lexicon.nouns.get(word, ()):
            if lexicon.classes[name].code:
                return name, lexicon.classes[name]
    return None


def noun_words(site: Site, phrase: Phrase) -> Iterator[str]:
    """The words by which a noun phrase is looked up: "state-of-emergency", "air-strike", "strike"."""
    lows, head = site.lows, site.head(phrase)
    at = phrase.j - 1
    for k in range(phrase.i + 1, at):
        if lows[k] in ("to", "in"):
            yield lows[k - 1]  # "its ambassador to Chile"
            break
    while at > phrase.i and lows[at] != head:
        at -= 1
    if lows[phrase.j : phrase.j + 1] == ["of"]:
        yield f"{head}-of-{lows[phrase.j + 1]}" if phrase.j + 1 < len(lows) else head
    for k in (at - 2, at - 1):
        if k >= phrase.i:
            yield f"{lows[k]}-{head}"
    yield head
    if site.scene.letters[at] == "j" or head in ("aid", "support", "help", "assistance", "supplies"):
        for k in range(at - 1, phrase.i - 1, -1):  # "humanitarian aid", "military support"
            yield lows[k]


def _fits(site: Site, verb: Verb, rule: Rule, lexicon: Lexicon) -> bool:
    objects = verb.subject if rule.intransitive and not verb.objects else logical_objects(site, verb)
    if verb.passive:
        objects = [*objects, *verb.objects]  # "was given money"
    land = "territory" in rule.objects and any(site.spot_kind(p) in _LAND for p in objects)  # "seized Aleppo"
    if rule.objects and not land:
        if not any(_of_class(site, p, rule.objects, lexicon) for p in _with_partitives(site, verb, objects)):
            return False
    if rule.words and not rule.words.intersection(site.lows[verb.main + 1 : verb.main + _WINDOW]):
        if not any(site.head(p) in rule.words for p in objects):
            return False
    if rule.persons and not (objects and _is_person(site, objects[0])):
        return False
    if rule.organizations and not any(_is_state(site, p) for p in [*objects, *verb.pp("from", "of")]):
        return False
    return not rule.particle or bool(verb.pp(*rule.particle))


def _with_partitives(site: Site, verb: Verb, objects: list[Phrase]) -> list[Phrase]:
    """Objects, what follows "of" behind them ("a series of attacks"), and what a verb has behind its particle."""
    behind: list[Phrase] = []
    for phrase in objects:
        following = site.after(phrase)
        if following and (following[0][0] == "of" or (following[0][0] == "in" and site.head(phrase) in _SHARES)):
            behind.extend(following[0][1])
    if verb.pps and verb.pps[0][0] == "out":
        behind.extend(verb.pp("of"))  # "pulled out of the talks"
    return [*objects, *behind, *verb.pp("off", "up", "out", "back", "into", "on", "under", "for", "to", "with")]


def _of_class(site: Site, phrase: Phrase, names: tuple[str, ...], lexicon: Lexicon) -> bool:
    return any(name in names for word in noun_words(site, phrase) for name in lexicon.nouns.get(word, ()))


def _is_person(site: Site, phrase: Phrase) -> bool:
    spot = _spot(site, phrase)
    if spot is not None:
        return spot.kind in _PERSON_SPOTS
    return (
        site.head(phrase) in actor_words().terms or site.is_person(phrase) or site.head(phrase) in actor_words().actors
    )


def _is_state(site: Site, phrase: Phrase) -> bool:
    spot = _spot(site, phrase)
    return spot is not None and spot.kind in _STATE_SPOTS


def _spot(site: Site, phrase: Phrase) -> Spot | None:
    spot = site.scene.spot_to.get(phrase.j)
    return spot if spot is not None and spot.i >= phrase.i else None
