"""One sentence at work: what the modules of the fact types ask about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from communique.facts.agents import AGENT_KINDS, AGENT_NOUNS, PERSONAL, THINGS_IN_ERS
from communique.facts.dating import Dating
from communique.facts.drafts import distinct
from communique.facts.frames import Frames
from communique.facts.implied import imply_subjects, is_implied, opens_note
from communique.language.clauses import Clauses, Phrase, Verb
from communique.language.times import TimeExpression
from communique.language.tokens import plain
from communique.mentions.references import Discourse
from communique.mentions.scenes import Scene, clauses_of
from communique.mentions.spots import Spot
from communique.model import Filler, Span, TimeRef

_PLACES = frozenset(("place", "state"))
_EVIDENCE_WORDS = 14
_FREQUENCY = 8
_SEASONS = frozenset("spring summer autumn winter fall".split())
_HABITUAL = frozenset("usually regularly annually often always routinely habitually normally typically yearly".split())


class Site:
    """A sentence with its clauses and the discourse so far; ``lows`` are its words in lower case."""

    def __init__(self, scene: Scene, discourse: Discourse, frames: Frames) -> None:
        self.frames = frames
        self.scene = scene
        self.lows = scene.sentence.lows
        self.discourse = discourse
        self.text = discourse.text
        self.clauses: Clauses = clauses_of(scene, discourse.text)
        if discourse.text.speakers.get(scene.part):
            imply_subjects(self.clauses)
        self._dating = Dating(scene, self.clauses, discourse.text, frames.planned)
        self._resolved: dict[tuple[int, int, bool], list[Filler]] = {}

    # --- words and offsets -------------------------------------------------------------------------------------

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Offsets of tokens ``[i, j)``."""
        return self.scene.sentence.starts[i], self.scene.sentence.ends[j - 1]

    def quote(self, start: int, end: int) -> Span:
        """The stretch as a span of the document."""
        return Span(start, end, self.text.document.text[start:end])

    def head(self, phrase: Phrase) -> str:
        """The phrase's head noun in lower case: its last word, adjectives behind it left out."""
        if is_implied(phrase):
            return ""
        letters = self.scene.letters
        k = phrase.j - 1
        while k > phrase.i and letters[k] == "j" and letters[k - 1] in "np":
            k -= 1  # "diplomats familiar with the matter"
        return self.lows[k]

    def keys(self, verb: Verb) -> list[str]:
        """The lemma with each of the three words after it, then alone: what frames are listed under."""
        rest = range(verb.main + 1, min(verb.main + 6, len(self.lows)))
        following = [self.lows[k] for k in rest if self.scene.letters[k] != "z"][:3]
        return [f"{verb.lemma}-{word}" for word in following] + [verb.lemma]

    # --- who ---------------------------------------------------------------------------------------------------

    def fillers(self, phrases: Iterable[Phrase], *, place: bool = False) -> list[Filler]:
        """Who or what the phrases mean, without repetition."""
        out: list[Filler] = []
        for phrase in phrases:
            if is_implied(phrase):
                out.extend(Filler(who.name, who.entity) for who in self.discourse.voice)
                continue
            key = (phrase.i, phrase.j, place)
            if key not in self._resolved:
                self._resolved[key] = self.discourse.resolve(self.scene, phrase, place=place)
            out.extend(self._resolved[key])
        return distinct(out)

    def words(self, i: int, j: int) -> Filler:
        """Tokens ``[i, j)`` as they stand, for what has no name."""
        start, end = self.span(i, j)
        quoted = self.text.document.text[start:end]
        return Filler(plain(quoted), None, start, end, quoted)

    def slot(self, verb: Verb, name: str) -> list[Phrase]:
        """The phrases in a slot: logical ``subject`` or ``object``, else a preposition."""
        if name == "subject":
            return verb.pp("by") if verb.passive else verb.subject
        if name == "object":
            return verb.subject if verb.passive else verb.objects
        return verb.pp(*name.split("-")[-1:]) if "-" in name else verb.pp(name)

    def is_agent(self, phrase: Phrase) -> bool:
        """Whether a phrase can say and do things: a named actor, a pronoun, people."""
        letters = self.scene.letters
        if is_implied(phrase):
            return True
        if phrase.j - phrase.i == 1 and letters[phrase.i] in "rd":
            if self.lows[phrase.i] == "it":
                return self.discourse.it_at(self.scene, phrase.i) is not None
            return self.lows[phrase.i] in PERSONAL
        spot = self.scene.spot_to.get(phrase.j)
        if spot is not None:
            return spot.kind in AGENT_KINDS
        head = self.head(phrase)
        return head in AGENT_NOUNS or (head.endswith(("ians", "ers", "ists")) and head not in THINGS_IN_ERS)

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase means persons or their delegations, not things."""
        if is_implied(phrase):
            return True
        if phrase.j - phrase.i == 1 and self.scene.letters[phrase.i] in "rd":
            return self.lows[phrase.i] in ("him", "her", "me", "us", "them", "you", "he", "she", "they", "we", "i")
        spot = self.scene.spot_to.get(phrase.j)
        if spot is not None:
            return spot.kind in ("person", "office", "group", "demonym", "name")
        return self.head(phrase) in AGENT_NOUNS

    def spot_kind(self, phrase: Phrase) -> str | None:
        """Kind of the mention that ends the phrase, or None."""
        spot = self.scene.spot_to.get(phrase.j)
        return spot.kind if spot is not None and spot.i >= phrase.i else None

    def spots_in(self, i: int, j: int) -> list[Spot]:
        """Mentions inside tokens ``[i, j)``."""
        return [s for s in self.scene.spots if s.i >= i and s.j <= j]

    def keeper(self, phrase: Phrase) -> list[Filler]:
        """Whose note a noun opens: of "State visit; met with the King." it is the text's own voice."""
        if not self.text.speakers.get(self.scene.part) or not opens_note(self.clauses, phrase):
            return []
        return [Filler(who.name, who.entity) for who in self.discourse.voice]

    def here(self) -> list[Filler]:
        """The place that the document is from, which a note need not tell."""
        place = self.text.document.place
        if not place:
            return []
        inverted = " ".join(reversed(place.split(", ")))  # "Korea, Republic of"
        names = self.text.knowledge.names
        named = names.get(place) or names.get(inverted) or ()
        return [Filler(named[0].name, named[0].id) if named else Filler(place)]

    # --- evidence ----------------------------------------------------------------------------------------------

    def evidence(self, verb: Verb, *, subject: bool = True, last: int = 0) -> tuple[int, int]:
        """The shortest run of words that carries a verb's fact: subject if near, verb, first complement.

        Args:
            verb: the trigger.
            subject: whether to begin with the subject.
            last: token after which the run ends at the earliest.
        """
        i = verb.i
        if self.scene.letters[i] == "T":
            i += 1
        if subject and verb.subject and not verb.follows:
            first = verb.subject[0].i
            if 0 < verb.main - first <= 7:
                i = first
        j = verb.j
        if verb.objects:
            j = max(j, min(verb.objects[0].j, verb.j + 8))
        elif verb.pps and verb.pps[0][1]:
            j = max(j, min(verb.pps[0][1][0].j, verb.j + 8))
        elif verb.that >= 0:
            j = max(j, min(verb.that + 5, len(self.lows)))
        j = min(max(j, last), i + _EVIDENCE_WORDS + 6, len(self.lows))
        while j > i + 1 and (self.scene.letters[j - 1] in ",;:.u" or self.lows[j - 1] == ","):
            j -= 1
        return self.span(i, j)

    def noun_evidence(self, phrase: Phrase, *, words: int = 12) -> tuple[int, int]:
        """A noun with the prepositional phrase after it, at most so many words."""
        i, j = phrase.i, self.span_end(phrase, words)
        if self.scene.letters[i] == "d" and self.lows[i] in ("the", "a", "an") and j - i > 2:
            i += 1
        return self.span(i, min(j, i + words + 4))

    def span_end(self, phrase: Phrase, words: int, *prepositions: str) -> int:
        """Token at which a noun with the phrases behind these prepositions, or any, ends, at most so many words on."""
        j = phrase.j
        kinds, bounds = self.clauses.kinds, self.clauses.bounds
        k = phrase.at + 1
        while k + 1 < len(kinds) and kinds[k] == "i" and kinds[k + 1] == "N" and bounds[k + 1][1] - phrase.i <= words:
            if prepositions and self.lows[bounds[k][0]] not in prepositions:
                break
            j = bounds[k + 1][1]
            k += 2
        return j

    def after(self, phrase: Phrase) -> list[tuple[str, list[Phrase]]]:
        """Prepositional phrases that follow a noun: (preposition, phrases)."""
        kinds, bounds = self.clauses.kinds, self.clauses.bounds
        out: list[tuple[str, list[Phrase]]] = []
        k = phrase.at + 1
        while k + 1 < len(kinds) and len(out) < 6:
            if kinds[k] == "i" and kinds[k + 1] == "N":
                group, after = self.clauses.behind_preposition(k)
                out.append((self.lows[bounds[k][0]], self._without_next_subject(group)))
                k = after
                continue
            if kinds[k] == "R" or (kinds[k] == "N" and self.scene.letters[bounds[k][1] - 1] == "m"):
                k += 1
                continue
            break
        return out

    def _without_next_subject(self, group: list[Phrase]) -> list[Phrase]:
        """Of "by Minister A, and Minister B said" only A: B opens the next clause."""
        for n, phrase in enumerate(group[1:], 1):
            if any(v.i >= phrase.j and not v.relative and phrase.among(v.subject[:1]) for v in self.clauses.verbs):
                return group[:n]
        return group

    def noun_pp(self, phrase: Phrase, *prepositions: str) -> list[Phrase]:
        """Phrases after the first of these prepositions behind a noun."""
        for preposition, phrases in self.after(phrase):
            if preposition in prepositions:
                return phrases
        return []

    def possessor(self, phrase: Phrase) -> Phrase | None:
        """ "President Biden's" in "President Biden's call", or the determiner "his", as a phrase."""
        letters = self.scene.letters
        for k in range(phrase.i, phrase.j):
            if letters[k] == "z" and k > phrase.i:
                return Phrase(phrase.i, k, phrase.at)
        if letters[phrase.i] == "d" and self.lows[phrase.i] in ("his", "her", "their", "our", "my", "its", "your"):
            return Phrase(phrase.i, phrase.i + 1, phrase.at)
        return None

    def governor(self, phrase: Phrase) -> Verb | None:
        """The verb whose object or prepositional phrase a noun phrase is, if any."""
        for verb in self.clauses.verbs:
            if phrase.among(verb.objects) or (verb.passive and phrase.among(verb.subject)):
                return verb
        for verb in self.clauses.verbs:
            if any(phrase.among(phrases) for _, phrases in verb.pps):
                return verb
        return None

    def subject_of(self, phrase: Phrase) -> Verb | None:
        """The verb whose subject a noun phrase is, if any."""
        return next((verb for verb in self.clauses.verbs if phrase.among(verb.subject)), None)

    # --- when, where, how real ---------------------------------------------------------------------------------

    def times(self) -> list[TimeExpression]:
        """Expressions of time in the sentence, told once."""
        return self._dating.times()

    def time_near(self, i: int, j: int, *, reach: int = 10, kinds: Collection[str] | None = None) -> TimeRef | None:
        """The expression of time nearest to tokens ``[i, j)`` in the same clause, at most ``reach`` words away."""
        return self._dating.near(i, j, reach=reach, kinds=kinds)

    def time_beside(self, verb: Verb) -> TimeRef | None:
        """The expression of time right before or after a verb of speech."""
        return self._dating.beside(verb)

    def behind(self, time: TimeRef) -> TimeRef:
        """The same words as a date that lies behind."""
        return self._dating.behind(time)

    def reference(self, expression: TimeExpression) -> TimeRef:
        """An expression of time as a fact has it."""
        return self._dating.reference(expression)

    def ahead(self, time: TimeRef) -> TimeRef:
        """The same words as a date that lay ahead when it was set."""
        return self._dating.ahead(time)

    def place_of(self, verb: Verb) -> Filler | None:
        """ "in Astana", "at the White House" with a verb."""
        return self._place(verb.pps)

    def place_after(self, phrase: Phrase) -> Filler | None:
        """The same after a noun."""
        return self._place(self.after(phrase))

    def _place(self, pps: list[tuple[str, list[Phrase]]]) -> Filler | None:
        for preposition, phrases in pps:
            if preposition in ("in", "at") and phrases:
                spot = self.scene.spot_to.get(phrases[0].j)
                if spot is not None and spot.kind in _PLACES:
                    found = self.fillers(phrases[:1], place=True)
                    if found:
                        return found[0]
        return None

    def realis(self, verb: Verb, *, depth: int = 0) -> str:
        """How real a verb's event is, from modals, negation and the verbs that govern it."""
        lows = self.lows
        if verb.negated:
            return "negated"
        if verb.modal in ("will", "shall", "'ll", "’ll", "wo", "won"):
            return "hypothetical" if self.conditional(verb) else "planned"
        if verb.modal in ("may", "might", "could", "can"):
            return "hypothetical"
        if verb.modal == "would":
            return "planned" if not self.conditional(verb) else "hypothetical"
        if verb.modal in ("should", "must"):
            return "proposed"
        if verb.form == "g" and "forward" in lows[max(0, verb.i - 2) : verb.main]:
            return "planned"  # "looks forward to hosting"
        governor = verb.infinitive_after
        if verb.infinitive and governor is not None and depth < 4:
            if governor.lemma == "be" or governor.lemma in self.frames.planned:
                return "negated" if governor.negated else "planned"
            if governor.lemma in self.frames.proposed:
                return "proposed"
            if governor.lemma in ("fail", "refuse", "decline", "forget", "omit") and not governor.negated:
                return "negated"
            if governor.lemma in self.frames.postponed:
                return "postponed"
            if governor.lemma in self.frames.cancelled:
                return "cancelled"
            return self.realis(governor, depth=depth + 1)
        if verb.infinitive and self.scene.heading:
            return "planned"
        if any(low in _HABITUAL for low in lows[verb.i : verb.main + 3]) or self._is_repeated(verb):
            return "habitual"
        if self.conditional(verb):
            return "hypothetical"
        if verb.form == "v" and lows[verb.main] not in ("is", "has", "have", "are", "was", "were"):
            ahead = self.time_near(verb.i, verb.j)
            if ahead is not None and ahead.edtf and self.is_future(ahead.edtf):
                return "planned"
        return "actual"

    def _is_repeated(self, verb: Verb) -> bool:
        """ "every spring", "four times a year", "each September" behind the verb."""
        after = self.lows[verb.j : verb.end + _FREQUENCY]
        for k, low in enumerate(after[:-1]):
            if low in ("every", "each") and (self.scene.letters[verb.j + k + 1] in "m#" or after[k + 1] in _SEASONS):
                return True
            if low in ("times", "once", "twice") and after[k + 1] in ("a", "an", "each", "every", "per"):
                return True
        return False

    def is_future(self, edtf: str) -> bool:
        """Whether a date lies after the document's."""
        published = self.text.document.published
        if not published or edtf.startswith(("X", "..")):
            return False
        start = edtf.split("/")[0].rstrip("~")
        if not start:
            return False
        anchor = published[: len(start)]
        return len(anchor) == len(start) and start > anchor

    def conditional(self, verb: Verb) -> bool:
        """Whether "if", "should", "unless" or "provided" opens the clause the verb is in."""
        letters, lows = self.scene.letters, self.lows
        for k in range(verb.i - 1, max(-1, verb.i - 14), -1):
            if letters[k] == "u" and lows[k] in ("if", "unless", "provided"):
                return True
            if letters[k] in ";q" or (letters[k] in ",v" and verb.i - k > 8):
                break
        return lows[0] in ("if", "should", "unless")
