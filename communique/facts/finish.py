"""From drafts to facts: one fact an event, on whose word each stands, PLOVER codes, confidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from communique.facts.confidence import confidence
from communique.facts.drafts import Draft
from communique.facts.frames import Frames, words_of
from communique.facts.nominees import appointees, realis_of_nomination
from communique.mentions.register import Held, fold
from communique.mentions.scenes import Scene, Text
from communique.mentions.spots import find_names, gazetteer
from communique.model import Fact, Filler, Part, Plover, Span

EXTRACTOR = "communique-en 0.1"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MERGED = {
    "meeting": "participant",
    "call": "participant",
    "visit": "visitor",
    "session": "body",
    "ceremony": "participant",
    "conference": "name",
    "instrument": "instrument",
    "tenure": "holder",
    "action": "actor",
}
_READOUTS = frozenset(("readout", "readouts"))
_UNCERTAIN = frozenset(("hypothetical", "proposed", "habitual"))
_MOST_EVIDENCE = 8
_STRETCH = 1000
_JOINT_SOURCE = 160  # characters within which speakers together are one source


def merge(drafts: list[Draft]) -> list[Draft]:
    """One draft for each event of the document: later mentions add evidence, participants and dates to the first.

    Args:
        drafts: in the order of reading.
    """
    kept: list[Draft] = []
    by_type: dict[str, list[Draft]] = {}
    for draft in drafts:
        role = _MERGED.get(draft.type)
        same = None
        if role is not None:
            for earlier in by_type.get(draft.type, ())[-40:]:
                if _one_event(earlier, draft, role):
                    same = earlier
                    break
        if same is None:
            kept.append(draft)
            by_type.setdefault(draft.type, []).append(draft)
        else:
            _absorb(same, draft)
    return kept


def titles_of(text: Text) -> list[Part]:
    """The document's titles."""
    return [part for part in text.document.parts if part.role == "title"]


def is_in(draft: Draft, parts: list[Part]) -> bool:
    """Whether some of the evidence stands in one of the parts."""
    return any(part.start <= start < part.end for start, _ in draft.evidence for part in parts)


def _one_event(a: Draft, b: Draft, role: str) -> bool:
    names_a = [fold(f.name) for f in a.roles.get(role, ())]
    names_b = [fold(f.name) for f in b.roles.get(role, ())]
    if not names_a or not names_b:
        return False
    if a.type == "tenure":
        return (
            names_a == names_b
            and names_in(a, "body") == names_in(b, "body")
            and a.value.get("phase") == b.value.get("phase")
            and a.realis == b.realis
            and (a.value.get("role") == b.value.get("role"))
        )
    if a.type == "instrument":
        return names_a == names_b and a.value.get("status") == b.value.get("status") and a.realis == b.realis
    if a.type == "action":
        return (
            a.act == b.act == "assault"
            and names_a == names_b
            and (
                not names_in(a, "target")
                or not names_in(b, "target")
                or bool(names_in(a, "target") & names_in(b, "target"))
            )
        )
    heading = a.scene.role == "title" or b.scene.role == "title" or a.scene.heading or b.scene.heading
    called_off = a.realis == "planned" and b.realis in ("postponed", "cancelled")
    if a.realis != b.realis and not heading and not called_off:
        return False
    if heading and b.realis == "planned" and _tells_past(a) and a.type in ("session", "conference"):
        return False  # the "next session" of a readout is another one
    if "negated" in (a.realis, b.realis) and a.realis != b.realis:
        return False
    if a.time and b.time and a.time.edtf and b.time.edtf and not _times_meet(a.time.edtf, b.time.edtf):
        if a.time.start is None or a.time.start != b.time.start:  # else the same words, seen from two tenses
            return False
    set_a, set_b = set(names_a), set(names_b)
    if a.type in ("conference", "session"):
        return _same_name(names_a[0], names_b[0])
    if a.type == "visit":
        if not (set_a & set_b):
            return False
        where_a, where_b = names_in(a, "destination"), names_in(b, "destination")
        return bool(where_a & where_b) or heading or (a.time is not None and a.time == b.time and a.scene is b.scene)
    if set_b <= set_a:
        return True
    if a.type == "ceremony":
        occasions = (names_in(a, "occasion"), names_in(b, "occasion"))
        same = bool(occasions[0]) and _plain(occasions[0]) == _plain(occasions[1])
        return same if not set_a & set_b else heading or same
    # one more participant, told by another verb: another meeting
    if heading and set_a & set_b:
        return len(set_a & set_b) > 1 or min(len(set_a), len(set_b)) < 2 or not (_only_persons(a) and _only_persons(b))
    return len(set_a) < 2 and set_a <= set_b


def _tells_past(draft: Draft) -> bool:
    """Whether a title tells of what was: "Readout of the third meeting of …"."""
    return draft.scene.role == "title" and not _READOUTS.isdisjoint(draft.scene.sentence.lows[:2])


def _plain(occasions: set[str]) -> set[str]:
    return {" ".join(w for w in name.split() if w not in ("the", "a", "an", "his", "her")) for name in occasions}


def _only_persons(draft: Draft) -> bool:
    """Whether all who meet are persons: then two who share one of them are two meetings."""
    return all((f.entity or "").startswith("person/") for f in draft.roles.get("participant", ()))


def _same_name(a: str, b: str) -> bool:
    words_a, words_b = set(a.split()), set(b.split())
    if a == b:
        return True
    small, large = sorted((words_a, words_b), key=len)
    return len(small) >= 2 and small <= large


def _times_meet(a: str, b: str) -> bool:
    if a == b:
        return True
    first_a, last_a = a.split("/")[0], a.split("/")[-1]
    first_b, last_b = b.split("/")[0], b.split("/")[-1]
    if ".." in (first_a, last_a, first_b, last_b):
        return True
    size = min(len(first_a), len(first_b))
    return first_a[:size] <= last_b[:size] and first_b[:size] <= last_a[:size]


def names_in(draft: Draft, role: str) -> set[str]:
    """Names of a role's fillers, folded."""
    return {fold(f.name) for f in draft.roles.get(role, ())}


def _absorb(first: Draft, later: Draft) -> None:
    prefer_later = (first.scene.role == "title" or first.scene.heading) and not later.scene.heading
    for role, fillers in later.roles.items():
        mine = first.roles.setdefault(role, [])
        if role in ("destination", "name", "body", "instrument") and mine:
            if prefer_later and role == "destination":
                first.roles[role] = fillers
            continue
        if prefer_later and first.type == "ceremony" and all(f.entity is None for f in mine):
            first.roles[role] = list(fillers)  # "Foreign Minister receives credentials": told in full below
            continue
        if prefer_later and first.type in ("meeting", "call"):
            mine[:] = [o for o in mine if not _told_in_full(o, fillers)]
        mine.extend(f for f in fillers if all(fold(f.name) != fold(o.name) for o in mine))
    for evidence in later.evidence:
        if (
            all(evidence[0] >= e or evidence[1] <= s for s, e in first.evidence)
            and len(first.evidence) < _MOST_EVIDENCE
        ):
            first.evidence.append(evidence)
    if first.realis == "planned" and later.realis in ("postponed", "cancelled"):
        first.realis = later.realis
    if prefer_later:
        spoken_before = first.type == "meeting" and first.time is not None and later.realis in _UNCERTAIN
        first.realis = first.realis if spoken_before else later.realis
        first.scene = later.scene
    first.time = first.time or later.time
    first.place = first.place or later.place
    for key, value in later.value.items():
        if key == "topics":
            first.value["topics"] = (*first.value.get("topics", ()), *value)
        elif first.value.get(key) is None:
            first.value[key] = value
    first.content.extend(later.content)


def _told_in_full(short: Filler, told: Sequence[Filler]) -> bool:
    """Whether a title's "Labor Leaders" are the "39 national union labor leaders" of the text."""
    if short.entity is not None:
        return False
    last = fold(short.name).split()[-1:]
    return any(f.entity is None and fold(f.name).split()[-1:] == last for f in told)


def attribute(drafts: list[Draft], text: Text) -> None:
    """Set on whose word each draft stands: the text's speaker, then those whose reported words it lies in."""
    reports: dict[int, list[Draft]] = {}  # by stretches of text that their content touches, so that few are asked
    for draft in drafts:
        for a, b in draft.content if draft.type == "statement" else ():
            for stretch in range(a // _STRETCH, b // _STRETCH + 1):
                reports.setdefault(stretch, []).append(draft)
    titles = titles_of(text)
    for draft in drafts:
        voice = list(text.speakers.get(draft.scene.part, ()))
        if draft.scene.role == "title":
            voice = []
        if draft.by_office:  # the author's own wording, also where it stands in reported speech
            draft.attribution = [] if is_in(draft, titles) else voice
            continue
        start = draft.evidence[0][0]
        layers: list[tuple[int, Draft]] = []
        for report in reports.get(start // _STRETCH, ()):
            if report is draft or any(report is known for _, known in layers):
                continue
            for a, b in report.content:
                if draft.by_noun and _names_only(report, a, text.document.text):
                    continue
                if a <= start < b and not (draft.type == "statement" and _reports(draft, report)):
                    layers.append((a, report))
                    break
        layers.sort(key=lambda layer: layer[0])
        chain = voice
        for _, report in layers:
            if report.own_voice:
                continue
            source = _as_one(report.roles["speaker"], text.document.text)
            if all(fold(source.name) != fold(c.name) for c in chain):
                chain = [*chain, source]
        draft.attribution = chain


def _reports(draft: Draft, other: Draft) -> bool:
    """Whether of two statements the first is no part of what the other says: it comes first, or its own is behind."""
    start, at = draft.evidence[0][0], other.evidence[0][0]
    if any(a <= at < b <= start for a, b in draft.content):
        return True  # "A wished him luck, B said"
    return at >= start and not any(a <= start < b <= at for a, b in other.content)


def _names_only(report: Draft, start: int, whole: str) -> bool:
    """Whether a statement names what is there whoever says so, as "condemned the attack": no "that" opens it."""
    if report.value.get("form") != "indirect" or start < report.evidence[0][0]:
        return False
    before = whole[max(0, start - 6) : start].split()
    return not before or before[-1].lower() != "that"


def _as_one(speakers: Sequence[Filler], whole: str) -> Filler:
    """Who reports, as one source: in a chain of attribution a second name would be one whom the first quotes."""
    if len(speakers) == 1 or any(s.start is None or s.end is None for s in speakers):
        return speakers[0]
    start, end = min(s.start or 0 for s in speakers), max(s.end or 0 for s in speakers)
    if end - start > _JOINT_SOURCE:
        return speakers[0]
    name = ", ".join(s.name for s in speakers[:-1]) + " and " + speakers[-1].name
    return Filler(name, None, start, end, whole[start:end])


def to_fact(draft: Draft, text: Text, frames: Frames) -> Fact:
    """The finished fact of a draft, with the words of the text at its spans."""
    whole = text.document.text
    evidence = tuple(Span(s, e, whole[s:e]) for s, e in sorted(_disjoint(draft.evidence)))
    value = dict(draft.value)
    if draft.type == "statement":
        value["content"] = tuple(Span(s, e, whole[s:e]) for s, e in draft.content if s < e)
    if draft.type in ("meeting", "call", "session", "conference"):
        value["topics"] = tuple(value.get("topics", ()))
    return Fact(
        document=text.document.id,
        type=draft.type,
        realis=draft.realis,
        roles={role: tuple(fillers) for role, fillers in draft.roles.items() if fillers},
        evidence=evidence,
        time=draft.time,
        place=draft.place,
        value=value,
        attribution=tuple(draft.attribution),
        plover=_plover(draft, whole, frames.data["plover"]),
        confidence=confidence(draft, text.document),
        extractor=EXTRACTOR,
    )


def _disjoint(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans without overlap; of two that overlap the first found stays."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if start < end and all(end <= s or start >= e for s, e in out):
            out.append((start, end))
    return out


def _plover(draft: Draft, whole: str, mapping: Mapping[str, Any]) -> Plover | None:
    code = mapping["types"].get(draft.type)
    if draft.type == "statement":
        code = mapping["stances"].get(draft.value.get("stance"))
    elif draft.type == "action":
        code = mapping["acts"].get(draft.act)
    elif draft.type == "instrument":
        code = mapping["instruments"].get(draft.value.get("status"))
    elif draft.type == "commitment":
        code = mapping["commitment"]
    if code is None:
        return None
    start, end = draft.evidence[0]
    spoken = draft.content[0] if draft.content else (start, end)
    words = set(whole[min(start, spoken[0]) : max(end, spoken[1])].lower().split())
    contexts = tuple(name for name, cues in mapping["contexts"].items() if words & words_of(cues))
    return Plover(str(code[0]), code[1], contexts)


def tenure_drafts(text: Text) -> list[Draft]:
    """A tenure for every person named with an office whose body is known.

    Args:
        text: with its register filled.
    """
    by_part = text.by_part()
    awaited = appointees(text)
    drafts: list[Draft] = []
    for person in text.register.persons:
        for held in person.held:
            if not held.body or held.rank == "honorific":
                continue
            part, start, end = held.places[0]
            scenes = by_part.get(part)
            if not scenes:
                continue
            scene = next((s for s in scenes if s.start <= start < s.end), scenes[0])
            holder = Filler(person.name, person.entity, start, end, text.document.text[start:end])
            draft = Draft("tenure", scene, {"holder": [holder], "body": [_body(text, scene, held, start, end)]}, [])
            draft.evidence = [(s, e) for _, s, e in [*held.places[:3], *held.places[-1:]]]
            draft.by_office = True
            draft.value = {"role": held.role, "phase": held.phase}
            if held.phase == "nominated":
                draft.value["phase"], draft.realis = "begins", realis_of_nomination(scene)
            elif held.phase == "holds" and (part, start) in awaited:
                draft.value["phase"], draft.realis = "begins", "planned"
            drafts.append(draft)
    return drafts


def _body(text: Text, scene: Scene, held: Held, start: int, end: int) -> Filler:
    """The body that an office is of, on the words that name it inside the mention or before it: "Russian"."""
    sentence = scene.sentence
    first = max(0, bisect_left(sentence.starts, start) - 2)
    last = bisect_left(sentence.starts, end)
    for spot in find_names(sentence.words[first:last], sentence.lows[first:last], gazetteer(text.knowledge)):
        if held.body_id is not None and held.body_id in (spot.id, spot.state_id):
            begin, finish = sentence.starts[first + spot.i], sentence.ends[first + spot.j - 1]
            return Filler(held.body or "", held.body_id, begin, finish, text.document.text[begin:finish])
    return Filler(held.body or "", held.body_id)
