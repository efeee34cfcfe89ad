"""What a verb tells before anybody is looked for: its code, turned by what governs it, and where its actors stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.cameo.actors import ActorCoder
from communique.cameo.lexicon import Governing, Lexicon, Rule, lexicon
from communique.cameo.meanings import governing_of, logical_objects, noun_class, rule_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_UNREAL = frozenset("may might could can should must ca".split())
_WILLED = frozenset("will would wo shall 'll ’ll".split())
_OPENS_CONDITION = frozenset(("if", "unless"))
_PRESENT = frozenset(("do", "does"))
_WITHHELD = frozenset(("05", "06", "07", "08"))
_EACH_OTHER = (["each", "other"], ["one", "another"])
_URGED = {"should": "020", "must": "100"}
_WISHES = frozenset(("want", "wish", "prefer", "desire"))
_GIVES_WORD = frozenset(("offer", "promise", "pledge", "guarantee"))
#: Roots of words about what others do: the subject of the clause is meant: "fears that Chad will …".
_ABOUT_OTHERS = frozenset(("01", "11"))
_GERUND_AFTER = frozenset("of for from by at to in on about against into".split())


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb tells before its actors are looked for."""

    code: str
    to: tuple[str, ...]
    rule: Rule | None
    doer: Verb
    done_to: Verb
    noun: Phrase | None = None
    only: tuple[Phrase, ...] = ()
    symmetric: str = ""


class Telling:
    """What the verbs of one sentence tell."""

    def __init__(self, site: Site, actors: ActorCoder) -> None:
        self.site = site
        self.actors = actors
        self.lexicon: Lexicon = lexicon()
        verbs = site.clauses.verbs
        self.parents: dict[int, Verb] = {}
        for n, verb in enumerate(verbs):
            parent = self._parent(verb, verbs[n - 1] if n else None)
            if parent is not None:
                self.parents[verb.at] = parent

    def _parent(self, verb: Verb, previous: Verb | None) -> Verb | None:
        """The verb that governs an infinitive or gerund: "agreed to open", "stop bombing", "refrain from attacking"."""
        if verb.infinitive:
            return verb.infinitive_after
        if verb.form == "g" and previous is not None and verb.i == verb.main:
            between = self.site.clauses.kinds[previous.at + 1 : verb.at]
            before = self.site.lows[verb.i - 1]
            if between in ("", "R") or (
                between[-1:] == "i" and before in _GERUND_AFTER and not set(between) - set("NiR")
            ):
                return previous
        if verb.form == "f" and not verb.modal and previous is not None and previous.that >= 0:
            return previous  # "demanded that Israel withdraw"
        return None

    def told(self, verb: Verb, silent: set[int]) -> list[Told]:
        """What one verb tells; nothing where it is unreal, denied, or told with another verb.

        Args:
            verb: a verb of the sentence.
            silent: chunks of earlier verbs that told nothing of anybody; what they govern may speak for itself.
        """
        site = self.site
        if site.conditional(verb):
            return []
        if verb.modal == "would" and not _OPENS_CONDITION.isdisjoint(site.lows[verb.j :]):
            return []
        if verb.modal in _URGED and verb.subject and not verb.passive:
            says = self._says(verb)
            if says is not None and not says.negated:  # "said that Chad should withdraw"
                return [Told(_URGED[verb.modal], ("object",), None, says, says, only=tuple(verb.subject))]
        if verb.modal in _UNREAL and not (verb.negated and verb.modal in ("can", "ca", "could")):
            return []
        governor = governing_of(site, verb, self.lexicon)
        rule = rule_of(site, verb, self.lexicon)
        parent = self.parents.get(verb.at)
        if parent is not None and governing_of(site, parent, self.lexicon) is None:
            above = rule_of(site, parent, self.lexicon)
            speaks = above is not None and above.code[:2] == "01" and 0 <= parent.that <= verb.i
            if parent.lemma == "have" or (
                above is not None and above.code[:2] != "04" and not speaks and parent.at not in silent
            ):
                return []  # "gave permission to Russia to help": what is permitted is not told as done
        if parent is not None and parent.lemma in self.lexicon.denying:
            return []
        if verb.lemma == "deny" and not verb.passive:
            denied = self._denial(verb)
            if denied:
                return self._under_governors(verb, denied)
        if any(v.lemma in self.lexicon.denying and 0 <= v.that <= verb.i for v in site.clauses.verbs):
            return []
        if parent is not None and self._fixed(parent, verb):
            return []
        accused = self._accusation(verb, rule)
        if accused is not None:
            return accused
        if verb.lemma == "be" and "there" in site.lows[max(0, verb.i - 1) : verb.j + 1]:
            return self._existential(verb)
        if governor is not None and governor.name == "plain" and rule is None:
            return self._noun_governed(verb, governor, strict=True)
        if governor is not None and governor.name != "plain" and not (rule is not None and rule.words):
            governed = self._governed(verb, governor)
            if governed is not None:
                return governed
            if rule is None:
                return self._noun_governed(verb, governor)
            if not rule.objects:
                by_noun = self._noun_governed(verb, governor, strict=True)
                if by_noun:
                    return by_noun
        if rule is None:
            return []
        told = Told(rule.code, rule.to, rule, verb, verb, symmetric=str(rule.symmetric or ""))
        if verb.that >= 0 and rule.code[:2] in _ABOUT_OTHERS and not verb.objects:
            told = replace(told, only=tuple(self._clause_subject(verb)))
        if site.lows[verb.main + 1 : verb.main + 3] in _EACH_OTHER:
            told = replace(told, symmetric="subject")
        for phrase in [*logical_objects(site, verb), *(verb.subject if rule.intransitive else ())]:
            found = noun_class(site, phrase, self.lexicon)
            if found is not None and found[0] in rule.objects:
                told = replace(told, noun=phrase)
                if found[1].symmetric and rule.code[:2] == "04":
                    told = replace(told, symmetric="both" if rule.code == "046" else "subject")
        return self._under_governors(verb, told)

    def _under_governors(self, verb: Verb, told: Told) -> list[Told]:
        """The same turned by negation and by the verbs that govern it."""
        current, code, negated = verb, told.code, verb.negated
        target_from: Told | None = None
        for _ in range(4):
            if negated:
                if not self._refuses(current, code):
                    return []
                turned = self.lexicon.governing["refuse"].turned(code)
                if turned is None:
                    return []
                code = turned
                negated = False
            parent = self.parents.get(current.at)
            if parent is None:
                break
            governor = governing_of(self.site, parent, self.lexicon)
            if governor is None:
                break
            if self.site.conditional(parent) or parent.modal in _UNREAL:
                return []
            others = [p for p in current.subject if not p.among(parent.subject)]
            if governor.name == "intend" and others and parent.objects:
                governor = self.lexicon.governing["ask"]  # "wants Putin to come"
            turned = governor.turned(code)
            if turned is None:
                return []
            if governor.name in ("appeal", "demand") and target_from is None:
                target_from = replace(told, doer=parent, done_to=parent, only=tuple(others), to=governor.to)
            if parent.lemma == "agree" and turned[:2] == "03":
                told = replace(told, symmetric="subject")  # "Chad and Niger agreed to withdraw": each with the other
            code, current, negated = turned, parent, parent.negated
        final = target_from if target_from is not None else told
        if code != told.code and final.rule is not None and final.rule.reverse:
            final = replace(final, rule=None)  # "is ready to buy arms from": no longer the seller's act
        shared = "subject" if code != told.code and final.symmetric else final.symmetric
        return [replace(final, code=code, symmetric=shared)]

    def _refuses(self, verb: Verb, code: str) -> bool:
        """Whether what is not done is refused: "will not help", "cannot accept", "does not recognise"."""
        if verb.modal in _WILLED or verb.modal in ("can", "ca", "could"):
            return True
        now = not _PRESENT.isdisjoint(self.site.lows[verb.i : verb.main])
        return now and code[:2] in _WITHHELD

    def _governed(self, verb: Verb, governor: Governing) -> list[Told] | None:
        """Whether a verb under this one will tell more; then this one tells nothing itself."""
        for child in self.site.clauses.verbs:
            if self.parents.get(child.at) is verb:
                if self.told(child, set()):
                    return []
                if governor.name in ("appeal", "demand"):
                    others = [p for p in child.subject if not p.among(verb.subject)] or verb.objects
                    if others and governor.map[""] and verb.lemma not in ("want", "require"):
                        return self._under_governors(
                            verb, Told(governor.map[""], governor.to, None, verb, verb, only=tuple(others))
                        )
                if governor.name == "threaten":
                    return self._under_governors(verb, Told(governor.map[""], governor.to, None, verb, verb))
                if governor.name == "intend" and not child.passive:
                    others = [p for p in child.subject if not p.among(verb.subject)]
                    if others and child.infinitive and verb.lemma in _WISHES:  # "wants Germany to pay"
                        return self._under_governors(
                            verb, Told("020", ("object",), None, verb, verb, only=tuple(others))
                        )
                    if others and not child.infinitive:  # "hopes that Iran will cooperate"
                        return [Told(governor.map[""], ("object",), None, verb, verb, only=tuple(others))]
                if verb.lemma == "agree" and len(verb.subject) > 1:
                    return self._under_governors(verb, Told("030", ("with",), None, verb, verb, symmetric="subject"))
                if governor.name in ("refuse", "consider", "intend") and verb.objects:
                    return None  # "rejected a proposal to appoint"
                return []
        if (
            verb.that >= 0 and governor.name in ("appeal", "demand") and verb.lemma != "tell"
        ):  # "demanded that Iran halt": halt may be no verb
            others = self._clause_subject(verb)
            return [Told(governor.map[""], ("object",), None, verb, verb, only=tuple(others))] if others else []
        return None

    def _clause_subject(self, verb: Verb) -> list[Phrase]:
        """Who the clause after "that" is about."""
        told = next((v for v in self.site.clauses.verbs if v.i >= verb.that and v.subject), None)
        if told is not None and all(p.i >= verb.that for p in told.subject):
            return [*told.subject]
        kinds, phrases = self.site.clauses.kinds, self.site.clauses.phrases
        first = next((p for p in phrases.values() if p.i >= verb.that), None)
        found = [first] if first is not None else []
        while found and kinds[found[-1].at + 1 : found[-1].at + 3] in ("cN", ",N"):
            found.append(phrases[found[-1].at + 2])
        return found

    def _fixed(self, parent: Verb, verb: Verb) -> bool:
        """Whether a verb is part of what the one before it says: "declined to comment"."""
        rule = rule_of(self.site, parent, self.lexicon)
        return rule is not None and verb.lemma in rule.words

    def _denial(self, verb: Verb) -> Told | None:
        """ "Denied that it had sent troops to Chad", "denied shooting down the plane": to whom it was done."""
        for child in self.site.clauses.verbs:
            if child.i > verb.i and (self.parents.get(child.at) is verb or 0 <= verb.that <= child.i):
                rule = rule_of(self.site, child, self.lexicon)
                to = rule.to if rule is not None else ("object", "on", "against", "with", "to", "in")
                return Told("016", to, None, verb, child)
        return None

    def _noun_governed(self, verb: Verb, governor: Governing, *, strict: bool = False) -> list[Told]:
        """ "called for talks with", "rejected the offer of aid", "threatened sanctions against"."""
        site = self.site
        if verb.lemma == "tell":
            return []
        objects = [*logical_objects(site, verb), *verb.pp("for", "with", "to")]
        for phrase in objects:
            found = noun_class(site, phrase, self.lexicon)
            if found is None:
                continue
            if governor.name == "intend" and site.noun_pp(phrase, "from"):
                governor = self.lexicon.governing["ask"]  # "sought aid from"
            code = governor.turned(found[1].code)
            if code is None:
                continue
            if governor.name == "intend" and code == found[1].code and code[:2] not in governor.plain:
                continue
            told = Told(code, governor.to, None, verb, verb, noun=phrase)
            return self._under_governors(verb, told)
        if governor.name == "intend" and verb.lemma in _GIVES_WORD and len(verb.objects) > 1:
            return self._under_governors(
                verb, Told(governor.map[""], ("object",), None, verb, verb, only=(verb.objects[0],))
            )
        if strict or governor.name not in ("appeal", "threaten", "demand", "consider"):
            return []
        if governor.name == "consider":
            return self._under_governors(verb, Told(governor.map[""], governor.to, None, verb, verb))
        if verb.objects and self.actors.doers(site, verb.objects) and verb.lemma not in ("order", "require", "order"):
            return self._under_governors(verb, Told(governor.map[""], ("object",), None, verb, verb))
        if verb.lemma in ("call", "appeal", "press", "push", "pray") and verb.pp("for"):
            return self._under_governors(verb, Told(governor.map[""], governor.to, None, verb, verb))
        if verb.pp("on", "to") and site.lows[verb.main + 1 : verb.main + 2] in (["on"], ["to"]):
            return self._under_governors(verb, Told(governor.map[""], ("on", "to"), None, verb, verb))
        return []

    def _existential(self, verb: Verb) -> list[Told]:
        """ "There was an attack on Israel by Hamas", "there will be talks between Syria and Turkey"."""
        for phrase in verb.objects:
            found = noun_class(self.site, phrase, self.lexicon)
            if found is not None and self.site.noun_pp(phrase, "by", "between"):
                told = Told(found[1].code, ("on", "against", "with", "to", "in"), None, verb, verb, noun=phrase)
                return self._under_governors(verb, replace(told, symmetric="subject"))
        return []

    def _says(self, verb: Verb) -> Verb | None:
        """The verb of speech in whose clause a verb stands."""
        return next(
            (
                v
                for v in reversed(self.site.clauses.verbs)
                if v.i < verb.i and 0 <= v.that <= verb.i and v.lemma in self.lexicon.reporting and not v.passive
            ),
            None,
        )

    def _accusation(self, verb: Verb, rule: Rule | None) -> list[Told] | None:
        """ "The US claimed that ISIL had attacked Iraq": what others have done, on somebody's word, accuses them."""
        if rule is None or rule.code[:2] not in self.lexicon.accusable or not verb.subject:
            return None
        if verb.passive and not verb.pp("by"):
            return None
        says = self._says(verb)
        if says is None or verb.infinitive or verb.negated or verb.modal in _WILLED:
            return None
        accusers = self.actors.doers(self.site, says.subject)
        doers = verb.pp("by") if verb.passive else verb.subject
        accused = self.actors.doers(self.site, doers)
        if not accusers or not accused or accused[0].primary == accusers[0].primary:
            return None
        return [Told("112", ("object",), None, says, says, only=tuple(doers))]
