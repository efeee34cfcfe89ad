"""Which expression of time in a sentence dates an event or an act of speech."""

from __future__ import annotations

from collections.abc import Collection

from communique.facts.tenses import direction, names_next_event, verb_direction
from communique.language.clauses import Clauses, Verb
from communique.language.times import Direction, TimeExpression, find_times
from communique.mentions.scenes import Scene, Text
from communique.model import TimeRef

_STARTING = ("with effect", "effective", "starting", "beginning", "commencing")
#: Words of reach that an expression may lie further away than asked for.
_APPOSED = 2  # characters between "tomorrow" and its date
_LEEWAY = 8
_OF_SPEECH = frozenset(("date", "relative", "interval"))
#: Verbs whose own time stands behind what is told, where it lies in the past.
_TELLING = frozenset("tell say announce inform brief notify make".split())
_AT = frozenset("at during in on".split())
_DEICTIC_PAST = ("yesterday", "last ", "earlier ", "this morning", "back in")

_OPENING_WORDS = 3  # "Earlier, on 11 November, …"


class Dating:
    """The expressions of time of one sentence, and what they date.

    Args:
        scene, clauses: the sentence.
        text: its document.
        ahead: lemmas that make a plan of the infinitive after them.
    """

    def __init__(self, scene: Scene, clauses: Clauses, text: Text, ahead: Collection[str]) -> None:
        self._scene, self._clauses, self._text, self._planned = scene, clauses, text, ahead
        self._direction = direction(clauses.verbs, clauses.lows, ahead)
        self._found: dict[Direction | None, list[TimeExpression]] = {}

    def times(self, towards: Direction | None = None) -> list[TimeExpression]:
        """The expressions of the sentence, told once for each direction; None: the sentence's own."""
        towards = towards or self._direction
        if towards not in self._found:
            self._found[towards] = find_times(
                self._text.document.text,
                self._scene.start,
                self._scene.end,
                anchor=self._text.document.published,
                direction=towards,
            )
        return self._found[towards]

    def near(self, i: int, j: int, *, reach: int, kinds: Collection[str] | None) -> TimeRef | None:
        """The expression nearest to tokens ``[i, j)`` in the same clause, at most ``reach`` words away."""
        expressions = self.times()
        if not expressions:
            return None
        verb = next((v for v in self._clauses.verbs if v.i == i), None)
        best: tuple[int, TimeExpression] | None = None
        for expression in expressions:
            if expression.kind == "duration" or self._names_something(expression):
                continue
            if self._is_filler(expression) and (verb is None or verb.form != "g"):
                continue
            if kinds is not None and expression.kind not in kinds:
                continue
            distance = self._distance(expression, i, j, verb)
            if distance is None or distance > reach + _LEEWAY:
                continue
            if best is None or distance < best[0]:
                best = (distance, expression)
        return self.reference(self._seen_by(verb, self._spelt_out(best[1]))) if best is not None else None

    def _spelt_out(self, expression: TimeExpression) -> TimeExpression:
        """Of "tomorrow, December 21" the date: a text is not always published on the day that it was written."""
        if expression.kind != "relative":
            return expression
        apposed = (e for e in self.times() if e.kind == "date" and 0 < e.start - expression.end <= _APPOSED)
        return next(apposed, expression)

    def beside(self, verb: Verb) -> TimeRef | None:
        """The expression right before or after a verb of speech: what dates the act of speech itself."""
        for expression in self.times():
            if expression.kind in _OF_SPEECH and not expression.bare_year and self._dates_speech(expression, verb):
                return self.reference(self._seen_by(verb, expression))
        return None

    def reference(self, expression: TimeExpression) -> TimeRef:
        """An expression of time as a fact has it."""
        start, end = expression.start, expression.end
        words, edtf = self._text.document.text[start:end], expression.edtf
        if edtf is not None and expression.kind == "since" and words.lower().startswith(_STARTING):
            edtf = edtf.removesuffix("/..")  # what takes effect from a day on is done on it
        return TimeRef(edtf, words, start, end)

    def ahead(self, time: TimeRef) -> TimeRef:
        """The same words as a date that lay ahead when it was set."""
        return next((self.reference(e) for e in self.times("future") if e.start == time.start), time)

    def behind(self, time: TimeRef) -> TimeRef:
        """The same words as a date that lies behind."""
        return next((self.reference(e) for e in self.times("past") if e.start == time.start), time)

    def _distance(self, expression: TimeExpression, i: int, j: int, verb: Verb | None) -> int | None:
        """How many words away an expression is, verbs in between counting for more; None: in another clause."""
        starts, letters = self._scene.sentence.starts, self._scene.letters
        if expression.start >= self._scene.sentence.ends[j - 1]:
            between = [k for k in range(j, len(starts)) if starts[k] < expression.start]
            if any(letters[k] == ";" for k in between):
                return None
            return len(between) + 8 * self._verbs(between, "vM")
        if expression.end <= starts[i]:
            between = [k for k in range(i) if starts[k] >= expression.end]
            if any(letters[k] == ";" for k in between):
                return None
            apart = sum(letters[k] in "wu" for k in between)
            if verb is not None and not verb.relative and self._opens(expression):
                return min(len(between), 2) + 6 * (apart + self._verbs(between, "v")) + 1
            return len(between) + 6 * (apart + self._verbs(between, "v")) + 1
        return 0

    def _verbs(self, tokens: list[int], letters: str) -> int:
        """How many verbs with a tense of their own stand at the tokens."""
        count, inside = 0, set(tokens)
        for v in self._clauses.verbs:
            if v.main in inside and v.form in "pe" and not v.infinitive and not v.relative:
                count += 1
                inside -= set(range(v.i, v.j))
        return count + sum(self._scene.letters[k] in letters for k in inside)

    def _opens(self, expression: TimeExpression) -> bool:
        """Whether the sentence begins with the expression."""
        starts = self._scene.sentence.starts
        return expression.start <= starts[min(_OPENING_WORDS, len(starts)) - 1]

    def _is_filler(self, expression: TimeExpression) -> bool:
        """ "Now, let me turn to …" opens what is said and dates nothing."""
        words = self._text.document.text[expression.start : expression.end].lower()
        return words == "now" and expression.start == self._scene.sentence.starts[0]

    def _dates_speech(self, expression: TimeExpression, verb: Verb) -> bool:
        starts, letters = self._scene.sentence.starts, self._scene.letters
        count = len(starts)
        if expression.start >= starts[verb.i]:
            at = next((k for k in range(verb.j, count) if starts[k] >= expression.start), count)
            passed = set(letters[verb.j : at])
            if verb.that >= 0 and expression.start < starts[verb.that]:
                return not passed & set("u,")  # "complained to one of the authors in March that …"
            if verb.lemma in _TELLING and at < verb.j + 9 and self._is_of_past(expression):
                return not passed & set("u,;zveMTw")  # "told her colleagues this in Geneva last week"
            return at < verb.j + 3 and not passed & set("un,")
        if verb.infinitive:
            return False  # "called him today to express …"
        between = [k for k in range(verb.i) if starts[k] >= expression.end]
        tags = {letters[k] for k in between}
        if self._opens(expression):
            return not tags & set("wu;") and not self._verbs(between, "vM")
        if verb.subject and self._introduces(expression, verb.subject[0].i):
            return True
        return len(between) <= 4 and not tags & set("wuc,;")

    def _introduces(self, expression: TimeExpression, subject: int) -> bool:
        """Whether an expression introduces a clause: "…, and last month, I said", "At talks in June, the EU said"."""
        starts, letters = self._scene.sentence.starts, self._scene.letters
        first = next((k for k in range(subject) if starts[k] >= expression.start), subject)
        while first > 0 and letters[first - 1] in "i":
            first -= 1
        if first == subject or letters[subject - 1] != "," or starts[subject - 1] < expression.end:
            return False
        between = [k for k in range(first, subject - 1) if starts[k] >= expression.end]
        if between or self._clauses.lows[0] not in _AT:
            return not between and letters[first - 1] in "c;"
        return not self._verbs(list(range(first)), "vMegf")

    def _is_of_past(self, expression: TimeExpression) -> bool:
        words = self._text.document.text[expression.start : expression.end].lower()
        return words.startswith(_DEICTIC_PAST)

    def _seen_by(self, verb: Verb | None, expression: TimeExpression) -> TimeExpression:
        """The expression as the tense of its verb points, where that is another than the sentence's."""
        towards = verb_direction(verb, self._clauses.lows, self._planned) if verb is not None else None
        if towards in (None, self._direction) or (towards == "past" and names_next_event(self._clauses.lows)):
            return expression
        return next((e for e in self.times(towards) if e.start == expression.start), expression)

    def _names_something(self, expression: TimeExpression) -> bool:
        """Whether a year is part of a name: "the 2022 NATO Summit"."""
        if expression.edtf is None or len(expression.edtf) != 4:
            return False
        starts = self._scene.sentence.starts
        k = next((n for n, s in enumerate(starts) if s >= expression.end), len(starts))
        return expression.bare_year or (k < len(starts) and self._scene.letters[k] in "Ypn" and k > 0)
