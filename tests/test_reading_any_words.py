"""Whatever stands in a text, it is read to its end, and every fact stands on its words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from told import reading_of

from communique.facts.frames import english_frames

NAMES = """Germany France Kenya Oslo Nairobi Biden Brandt Ana Jonas Vale NATO UN G20 EU President Minister Foreign Prime
Ambassador Secretary-General Senator Judge Director Chairman Secretary of State Vice Deputy former acting
Council Commission Treaty Agreement Act Executive Order 14028 Summit Session Forum Court Department Delegation
Members Remarks Readout Statement H.R. 2471 Nominee Joint Declaration Proclamation Ministry Embassy White House
Congress""".split()
SMALL = """the a an of in on at to for with by from between and or but that which who whose as after before during under
, , , . ; : — ( ) “ ” " ' 's ’s - – ? ! @ @@ - **Q** Q A: I we he she they it our their his her this said will
shall would may has have had is are was were be been not no today yesterday tomorrow Monday 5 May 2024 next week
last year 9:30 a.m. since until within 30 days $ 10 million two third first both all hereby pursuant according
thank you""".split()
VERBS = sorted({key.partition("-")[0] for key in english_frames().verbs})
NOUNS = sorted(english_frames().nouns)
#: @ and @@ stand for line breaks.
BREAKS = {"@": "\n", "@@": "\n\n"}
words = st.one_of(st.sampled_from(NAMES), st.sampled_from(SMALL), st.sampled_from(VERBS), st.sampled_from(NOUNS))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(words, min_size=1, max_size=60).map(lambda chosen: " ".join(BREAKS.get(word, word) for word in chosen)),
    st.sampled_from([None, "The White House", "Ministry of Foreign Affairs"]),
)
def test_reading_of_any_words_ends_and_its_facts_stand_on_them(text: str, publisher: str | None) -> None:
    reading = reading_of(text, publisher=publisher)
    whole = reading.document.text
    assert all(whole[span.start : span.end] == span.text for fact in reading.facts for span in fact.evidence)
    for fact in reading.facts:
        for _, filler in fact.fillers():
            assert filler.start is None or whole[filler.start : filler.end] == filler.text
