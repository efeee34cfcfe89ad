"""From a text's clauses to coded events: source actor, CAMEO event code, target actor, and the words they stand on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.cameo.actors import Actor, ActorCoder
from communique.cameo.lexicon import Lexicon, lexicon
from communique.cameo.meanings import logical_objects, noun_class
from communique.cameo.telling import Telling, Told
from communique.facts.frames import english_frames
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.references import Discourse
from communique.mentions.scenes import Text
from communique.model import Document, Span
from communique.reading import text_of

_PLACES = ("in", "at", "near", "outside", "inside", "around", "across", "over", "along", "off", "within", "throughout")
_NOT_PARTNERS = frozenset("during as after before by since until about like despite through within".split())
_BEHIND = frozenset(
    "of with against to on from for by between in at into over near among behind toward towards about concerning "
    "regarding inside outside within across around throughout along through upon beyond".split()
)
#: Roots whose purpose may name the target: "pledged money to rebuild Fiji".
_FOR_WHOM = frozenset(("03", "07", "08", "15"))
_ARMED = frozenset(("MIL", "COP", "REB", "INS", "UAF", "CRM"))
_ROLES = frozenset(("title", "body", "turn", "answer"))


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One event.

    Attributes:
        source, target: CAMEO actor codes; ``code``: CAMEO event code.
        evidence: the words it stands on.
        by_place: which of ``source`` and ``target`` is only the state of the place that is named.
    """

    source: str
    code: str
    target: str
    evidence: Span
    by_place: tuple[str, ...] = ()


def code_document(document: Document) -> tuple[CodedEvent, ...]:
    """The CAMEO events of a document, in the order of reading; none where it is not in English.

    Args:
        document: as the readers compose it.
    """
    if not document.language.startswith("en"):
        return ()
    return code_text(text_of(document))


def code_text(text: Text) -> tuple[CodedEvent, ...]:
    """The CAMEO events of a text.

    Args:
        text: with mentions and register.
    """
    published = text.document.published or ""
    year = int(published[:4]) if published[:4].isdigit() else None
    coder = ActorCoder(text.knowledge, year)
    discourse, frames = Discourse(text), english_frames()
    found: dict[tuple[str, str, str, int], CodedEvent] = {}
    for scene in text.scenes:
        if scene.role in _ROLES:
            for event in _Sentence(Site(scene, discourse, frames), coder).events():
                found.setdefault((event.source, event.code[:2], event.target, scene.start), event)
        discourse.advance(scene, [])
    return tuple(found.values())


class _Sentence:
    """One sentence on its way to events."""

    def __init__(self, site: Site, actors: ActorCoder) -> None:
        self.site = site
        self.actors = actors
        self.lexicon: Lexicon = lexicon()
        self.telling = Telling(site, actors)

    def events(self) -> list[CodedEvent]:
        """All events of the sentence."""
        out: list[CodedEvent] = []
        verbs = self.site.clauses.verbs
        silent: set[int] = set()  # verbs that told nothing of anybody
        for verb in verbs:
            told = self.telling.told(verb, silent)
            if verb.subject and not verb.relative and not verb.passive:
                self._notice(verb)
            found = [event for one in told for event in self._with_actors(verb, one)]
            if not found:
                silent.add(verb.at)
            out.extend(found)
        return out

    def _notice(self, verb: Verb) -> None:
        doers = self.actors.doers(self.site, verb.subject)
        met = [a for a in self.actors.of_phrases(self.site, verb.objects[:1]) if a.known and a.roles]
        if met and doers:
            self.actors.notice(self.site, verb.objects[0], met[-1])  # "met Meier and thanked him"
        if doers:
            self.actors.notice(self.site, verb.subject[0], doers[-1])

    # --- who did it to whom ------------------------------------------------------------------------------------

    def _with_actors(self, verb: Verb, told: Told) -> list[CodedEvent]:
        site = self.site
        by_place: tuple[str, ...] = ()
        doer = told.doer
        sources = self.actors.doers(site, site.slot(doer, "subject"))
        if not sources and doer.form == "g" and doer.subject:
            sources = self._issuers(doer)
        if not sources:
            sources = self._owners(site.slot(doer, "subject"), told.code)
        if told.rule is not None and told.rule.doer:
            sources = [s for s in sources if any(r in told.rule.doer for r in s.roles)]
        if not sources and told.code[:2] in self.lexicon.accusable:
            sources = self._behind_violence(site.slot(doer, "subject")) or self._in_violence(doer)
        if not sources and told.noun is not None and told.symmetric:
            both = self.actors.of_phrases(site, site.noun_pp(told.noun, "between"))
            both = both or self.actors.of_phrases(site, verb.pp("between"))
            if both:
                return self._mutual(told, both, verb)
            sources = self.actors.doers(site, site.noun_pp(told.noun, "by"))
        if told.only:
            targets = self.actors.of_phrases(site, list(told.only))
        else:
            self.actors.apart = frozenset(s.code for s in sources)
            targets = self._targets(told, self.actors.apart)
            if not targets and len(sources) == 1 and (told.code[:2] in _FOR_WHOM or told.code == "057"):
                targets = self._for_whom(told, self.actors.apart)
            self.actors.apart = frozenset()
        if told.rule is not None and told.rule.reverse:
            sources, targets = targets, sources
        if told.symmetric and len(sources) > 1 and not self._partnered(told, sources):
            return self._mutual(told, sources, verb)
        place = [a for a in self._places(verb) if a.known]
        if not sources and targets and told.code in ("166", "174") and doer.passive and not doer.pp("by"):
            sources = [Actor(a.primary) for a in self.actors.of_phrases(site, doer.pp("from", "of")) if a.known]
        if not sources and place and targets and (self._suffers(doer, told) or self._by_violence(doer, told)):
            sources, by_place = place[:1], ("source",)
        if sources and not targets and told.code[:2] in self.lexicon.place_for_target:
            pairs = self._mutual(told, sources, verb)
            if pairs:
                return pairs
            targets, by_place = place[:1], ("target",)
        elif sources and not targets:
            return self._mutual(told, sources, verb)
        if place and told.code[:2] in self.lexicon.place_for_doer and not any(a.known for a in (*sources, *targets)):
            sources = [replace(a, primary=place[0].primary) for a in sources]  # "gunmen killed a policeman in Basra"
            targets, by_place = [replace(a, primary=place[0].primary) for a in targets], ("source", "target")
        events: list[CodedEvent] = []
        for source in sources:
            for target in targets:
                if source.code == target.code or not (source.known or target.known):
                    continue
                if told.code == "161" and source.primary == target.primary:
                    continue  # "recalled its ambassador": his own state's
                events.append(self._event(verb, told.code, source, target, by_place))
                if told.symmetric == "both":
                    events.append(self._event(verb, told.code, target, source, by_place))
        return events

    def _partnered(self, told: Told, sources: list[Actor]) -> bool:
        """Whether someone else is named whom those of the subject did it with."""
        verb = told.done_to
        names = [n for n in told.to if n not in _PLACES and n != "object"] + ["with"]
        if told.symmetric == "both" or (told.rule is not None and told.rule.code[:2] in ("18", "19")):
            names.append("against")
        known = {s.code for s in sources}
        phrases = [*verb.pp(*names), *(logical_objects(self.site, verb) if "object" in told.to else ())]
        return bool(told.only) or any(
            a.known and a.code not in known for a in self.actors.of_phrases(self.site, phrases)
        )

    def _issuers(self, verb: Verb) -> list[Actor]:
        """Who acts by a paper: "adopted a resolution condemning", "issued a decree banning"."""
        papers = verb.subject
        if not all(self.site.head(p) in self.lexicon.papers for p in papers):
            return []
        for before in reversed(self.site.clauses.verbs):
            if before.i < verb.i and any(p.among(before.objects) for p in papers) and not before.passive:
                return self.actors.doers(self.site, before.subject)
        return []

    def _behind_violence(self, phrases: list[Phrase]) -> list[Actor]:
        """Whose "air strike" or "shelling" it is that killed."""
        for phrase in phrases:
            found = noun_class(self.site, phrase, self.lexicon)
            if found is not None and found[1].code[:2] in self.lexicon.accusable:
                return self.actors.of_phrase(self.site, phrase) or self.actors.of_phrases(
                    self.site, self.site.noun_pp(phrase, "by")
                )
        return []

    def _by_violence(self, verb: Verb, told: Told) -> bool:
        """Whether nobody's bomb or attack is the subject: "an explosion killed three soldiers in Kabul"."""
        if told.code[:2] not in self.lexicon.place_for_doer or verb.passive or not verb.subject:
            return False
        found = noun_class(self.site, verb.subject[0], self.lexicon)
        return found is not None and found[1].code[:2] in self.lexicon.accusable

    def _in_violence(self, verb: Verb) -> list[Actor]:
        """ "Two soldiers were killed in a Taliban attack", "in clashes with rebels", "by an air strike of the navy"."""
        if not verb.passive:
            return []
        for n, (preposition, phrases) in enumerate(verb.pps):
            if preposition not in ("in", "by", "during") or not phrases:
                continue
            found = noun_class(self.site, phrases[0], self.lexicon)
            if found is None or found[1].code[:2] not in self.lexicon.accusable:
                continue
            whose = self.actors.of_phrases(self.site, phrases)
            after = [
                p for name, behind in verb.pps[n + 1 : n + 3] if name in ("by", "with", "from", "of") for p in behind
            ]
            return whose or self.actors.of_phrases(self.site, after)
        return []

    def _owners(self, phrases: list[Phrase], code: str) -> list[Actor]:
        """Whose thing it is that acts: "two ships of the Turkish navy"; who accuses in "a report by Amnesty"."""
        for phrase in phrases:
            behind = self.site.noun_pp(phrase, "of", "from")
            if code[:2] == "11":
                behind = self.site.noun_pp(phrase, "by") or behind
            found = [a for a in self.actors.of_phrases(self.site, behind) if a.known]
            if found:
                return found
        return []

    def _suffers(self, verb: Verb, told: Told) -> bool:
        """Whether those to whom violence is done are the subject of a passive that names no doer."""
        if not verb.passive or told.code[:2] not in self.lexicon.place_for_doer or verb.pp("by"):
            return False
        return bool(self.actors.of_phrases(self.site, verb.subject))

    def _mutual(self, told: Told, sources: list[Actor], verb: Verb) -> list[CodedEvent]:
        """ "Brazil and the United States signed": each with each."""
        if not told.symmetric or len(sources) < 2:
            return []
        return [
            self._event(verb, told.code, a, b, ())
            for a in sources
            for b in sources
            if a.code != b.code and (a.known or b.known)
        ]

    def _event(self, verb: Verb, code: str, source: Actor, target: Actor, by_place: tuple[str, ...]) -> CodedEvent:
        start, end = self.site.evidence(verb)
        return CodedEvent(
            source.code,
            self._by_parties(verb, code, source, target),
            target.code,
            self.site.quote(start, end),
            by_place,
        )

    def _by_parties(self, verb: Verb, code: str, source: Actor, target: Actor) -> str:
        """Violence by protesters is protest, force against protesters repression."""
        words = self.lexicon
        crowd_acts = source.head in words.protest_heads or any(r in words.protest_roles for r in source.roles)
        crowd_suffers = target.head in words.protest_heads
        generic = code == "190" and verb.lemma in words.any_force
        if code == "195" and any(r in words.bombing_roles for r in source.roles):
            return "183"
        states = all(r.startswith("GOV") for r in source.roles) and source.head not in self.actors.words.partitive
        if code == "141" and verb.lemma == "protest" and not crowd_acts and states:
            return "114"
        if code == "145" and not crowd_acts and any(r in _ARMED for r in source.roles):
            return "1711"  # troops that loot
        if "CVL" in source.roles and code == "190" and verb.lemma in (*words.killing, *words.any_force):
            return "180"
        if crowd_acts and (generic or code in words.protest_violence):
            return "145"
        forces = any(r[:3] in words.force_roles for r in source.roles)
        if crowd_suffers and (forces or not source.roles) and (generic or code in ("182", "190")):
            return "175"
        bands = any(r in words.bombing_roles for r in source.roles)
        if code == "190" and verb.lemma in words.killing and bands and target.roles:
            if not any(r[:3] in words.armed_roles for r in target.roles):
                return "180"
        return code

    def _targets(self, told: Told, not_these: frozenset[str]) -> list[Actor]:
        """Those a verb's slots name, slot by slot; of an object that is no actor, those behind it."""
        site, verb = self.site, told.done_to
        objects = logical_objects(site, verb)
        slots = [objects] if told.to[0] == "object" else []
        slots += [p for name, p in verb.pps if name in told.to and name not in _PLACES]
        slots += [objects] if "object" in told.to[1:] else []
        slots += [p for name, p in verb.pps if name in told.to and name in _PLACES]
        slots += [
            p for name, p in verb.pps if name not in told.to and name not in _PLACES and name not in _NOT_PARTNERS
        ]
        for phrases in slots:
            found = self._first_known(phrases, not_these)
            if found:
                return found
        return []

    def _first_known(self, phrases: list[Phrase], not_these: frozenset[str]) -> list[Actor]:
        site = self.site
        found = [a for a in self.actors.of_phrases(site, phrases) if a.code not in not_these]
        if found:
            return found
        found = [a for a in self.actors.of_phrases(site, self._holders(phrases)) if a.code not in not_these]
        if found:
            return found
        for phrase in phrases:
            for preposition, behind in site.after(phrase):
                if preposition not in _BEHIND:
                    continue
                found = [a for a in self.actors.of_phrases(site, behind) if a.code not in not_these]
                if found:
                    return found
        return []

    def _for_whom(self, told: Told, not_these: frozenset[str]) -> list[Actor]:
        """Those whom the purpose names: "pledged money to rebuild Fiji"."""
        for verb in self.site.clauses.verbs:
            if verb.infinitive and verb.infinitive_after is told.done_to:
                return self._first_known(logical_objects(self.site, verb), not_these)
        return []

    def _holders(self, phrases: list[Phrase]) -> list[Phrase]:
        """Whose a thing is, or who is on it: "a pipeline operated by Shell", "a bus carrying pilgrims"."""
        return [
            holder
            for verb in self.site.clauses.verbs
            if verb.lemma in self.lexicon.holding and any(p.among(phrases) for p in verb.subject)
            for holder in (verb.pp("by") if verb.form == "e" else [*verb.objects, *verb.pp("to", "from")])
        ]

    def _places(self, verb: Verb) -> list[Actor]:
        """States of the places that a verb's clause names."""
        found: list[Actor] = []
        slots = [phrases for preposition, phrases in verb.pps if preposition in _PLACES]
        for phrase in [*verb.objects, *verb.subject]:
            slots.extend(behind for preposition, behind in self.site.after(phrase) if preposition in _PLACES)
        for phrases in slots:
            named = self.actors.of_phrases(self.site, phrases[:1])
            found.extend(Actor(actor.primary) for actor in named if actor.known)
        return found
