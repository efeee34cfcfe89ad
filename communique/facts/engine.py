"""From scenes to drafts: each sentence is read in the voice of its part, its verbs first, then its nouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from communique.facts import careers, instrument_documents, labels, listed, occasions, offices, performed, sayings
from communique.facts.addressed import addressees, open_pair, other_speaker
from communique.facts.by_noun import keep_occasion, read_noun
from communique.facts.by_verb import read_verb
from communique.facts.circumstances import date_by_own_words
from communique.facts.drafts import Draft
from communique.facts.frames import Frames
from communique.facts.quoting import Quote, attach, cue_of, most_in_mind, scenes_of
from communique.facts.site import Site
from communique.facts.told import Told
from communique.language.clauses import Verb
from communique.language.quotes import find_quotes
from communique.mentions.references import Discourse
from communique.mentions.scenes import Scene, Text
from communique.model import Filler
from communique.model.span import is_within

_COPULAS = frozenset("is are was were be been am 'm ’m 're ’re stand stands remain remains".split())
_NO_VOICE = frozenset("moderator aide interpreter staff operator host mc announcer participant audience".split())
_ALWAYS_OPEN = frozenset(
    "according will would shall words view opinion congratulations thanks hearts prayers participants attendees".split()
)


class Reader:
    """Reads the scenes of one text into drafts."""

    def __init__(self, text: Text, frames: Frames) -> None:
        self.text = text
        self.frames = frames
        self.discourse = Discourse(text)
        self.told = Told(self.discourse)
        self._speaking = {who[0].name: who[0] for who in text.speakers.values() if who}
        self._list: listed.OpenList | None = None
        self._written_to: tuple[Filler, ...] = ()

    def read(self) -> list[Draft]:
        """All drafts, in the order of reading."""
        open_pair(self.text, self.discourse)
        self._written_to = addressees(self.text, self.discourse, self.frames)
        self.discourse.addressee = self._written_to
        for number, scenes in self.text.by_part().items():
            part = self.text.document.parts[number]
            label = part.speaker.name.lower() if part.speaker is not None else ""
            if part.role in ("question", "dateline") or label in _NO_VOICE:
                for scene in scenes:
                    self.discourse.advance(scene, [])
                continue
            voice = self.text.speakers.get(number, ())
            if voice and not self._written_to:
                self.discourse.addressee = other_speaker(voice, self._speaking.values())
            quotes = [] if voice else find_quotes(self.text.document.text, part.start, part.end)
            if quotes:
                self._read_quoting(scenes, quotes)
            else:
                for scene in scenes:
                    self._read_scene(scene, voice)
        return labels.without_headlines(self.told.drafts)

    def _read_quoting(self, scenes: Sequence[Scene], quotes: Sequence[Quote]) -> None:
        """First what the author says, then each quotation in the voice of the one who is quoted."""
        starts = [scene.start for scene in scenes]
        touched = {quote: scenes_of(quote, scenes, starts) for quote in quotes}
        quoted_in: dict[int, list[Quote]] = {}
        for quote, inside in touched.items():
            for scene in inside:
                quoted_in.setdefault(scene.start, []).append(quote)
        before = len(self.told.drafts)
        for scene in scenes:
            quoted = quoted_in.get(scene.start, ())
            self._read_scene(scene, (), lambda at, quoted=quoted: not is_within(at, quoted))  # type: ignore[misc]
        cues: dict[int, list[Draft]] = {}
        for draft in self.told.drafts[before:]:
            if draft.type == "statement" and not draft.own_voice:
                cues.setdefault(draft.scene.start, []).append(draft)
        speaker: tuple[Filler, ...] = ()
        for quote in quotes:
            cue = cue_of(quote, touched[quote], cues) or self._labelled(quote, scenes, starts)
            if cue is not None:
                speaker = tuple(cue.roles["speaker"])
                attach(cue, quote, quotes)
            elif not speaker:
                continue
            first = len(self.told.drafts)
            for scene in touched[quote]:
                self._read_scene(scene, speaker, lambda at, quote=quote: is_within(at, (quote,)), again=True)  # type: ignore[misc]
            # a quotation is one statement, its cue's
            self.told.drafts[first:] = [d for d in self.told.drafts[first:] if d.type != "statement"]

    def _labelled(self, quote: Quote, scenes: Sequence[Scene], starts: Sequence[int]) -> Draft | None:
        """The statement of a quotation whose cue is no verb: a label before it, a signature behind."""
        self.discourse.voice = ()
        opens = max(0, bisect_right(starts, quote[0]) - 1)
        closes = max(0, bisect_right(starts, quote[1]) - 1)
        label = labels.before_quotation(Site(scenes[opens], self.discourse, self.frames), quote)
        for scene in scenes[closes : closes + 2] if label is None else ():
            label = label or labels.behind_quotation(Site(scene, self.discourse, self.frames), quote)
        return label if self.told.keep(label) else None

    def _read_scene(
        self,
        scene: Scene,
        voice: tuple[Filler, ...],
        wanted: Callable[[int], bool] | None = None,
        *,
        again: bool = False,
    ) -> None:
        """Read one sentence.

        Args:
            scene: the sentence.
            voice: who "I" is.
            wanted: whether what stands at an offset is to be read; None: everything.
            again: the sentence was read before, for what stands outside its quotation.
        """
        self.discourse.voice = voice
        if self._list is not None and listed.is_over(scene, self._list):
            self._list = None
        if self._list is None and not self._opens_frame(scene):
            if not again:
                self.discourse.advance(scene, [])
            return
        site = Site(scene, self.discourse, self.frames)
        self.told.undertaken = {}
        if self._list is not None and not again:
            self.told.keep(listed.from_item(site, self._list))
        starts = scene.sentence.starts
        subjects: list[Filler] = []
        first = len(self.told.drafts)
        for verb in site.clauses.verbs:
            if wanted is not None and not wanted(starts[verb.main]):
                continue
            if verb.subject and not subjects and not verb.relative:
                subjects = self._in_mind(site, verb)
            before = len(self.told.drafts)
            read_verb(site, self.told, verb)
            date_by_own_words(site, verb, self.told.drafts[before:])
        for phrase in site.clauses.phrases.values():
            if (wanted is None or wanted(starts[phrase.i])) and starts[phrase.i] not in self.told.changed:
                before = len(self.told.drafts)
                read_noun(site, self.told, phrase)
                for draft in self.told.drafts[before:]:
                    draft.by_noun = draft.type != "statement"  # what is named in passing is so whoever names it
        if again:
            return
        self.told.keep_all(offices.from_sentence(site))
        self.told.keep(instrument_documents.of_itself(site))
        self.told.keep(instrument_documents.from_listed_bill(site))
        self.told.keep_all(instrument_documents.from_heading(site))
        self._list = listed.opened_list(site) or self._list
        self.told.keep(labels.from_headline(site))
        keep_occasion(self.told, occasions.from_title(site))
        for said in (*sayings.from_sentence(site), *performed.from_sentence(site)):
            if wanted is None or wanted(said.at):
                self.told.keep(said)
        self.discourse.advance(scene, most_in_mind(subjects, self.told.drafts[first:]))
        self.discourse.lead = labels.lead_of(site)

    def _opens_frame(self, scene: Scene) -> bool:
        """Whether any word of a sentence can open a frame: most sentences need no clauses found."""
        lows = scene.sentence.lows
        if lows[0] in instrument_documents.CLOSING or lows[-1] == ":" or "hereby" in lows or "hereunto" in lows:
            return True
        if scene.role == "title" and ":" in lows:
            return True
        if any(s.kind in ("conference", "instrument", "body") for s in scene.spots):
            return True
        verbs, lemmas, nouns = self.text.words.verbs, self.frames.lemmas, self.frames.nouns
        for low in lows:
            entry = verbs.get(low)
            if entry is not None and (entry[0] in lemmas or entry[0] in careers.APPOINTING):
                return True
            if low in nouns or low in _COPULAS or low in _ALWAYS_OPEN or low in offices.WORDS:
                return True
        return False

    def _in_mind(self, site: Site, verb: Verb) -> list[Filler]:
        """Who a verb's subject puts in mind: of "Neuberger's trip underscores" it is she."""
        owner = site.possessor(verb.subject[0])
        if owner is not None and not site.is_agent(verb.subject[0]):
            return site.fillers([owner])
        return site.fillers(verb.subject)
