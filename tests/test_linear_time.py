"""Reading takes time in proportion to length, whatever the text is made of.

What is compared is how processor time grows from a text to one four times as long, never seconds themselves: linear
work gives four, quadratic work sixteen. The least of several measurements counts: all else only adds to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from communique.readers import Source
from communique.reading import Reading, read_source

LONGER = 4
#: Between 4 (linear) and 16 (quadratic), with room for caches that overflow and for a garbage collector at work.
GROWTH = 7.0
TRIES = 4
#: Sentences, or about as much, in the shorter text.
SIZE = 150

SENTENCES = (
    "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. ",
    "The two ministers discussed fisheries and agreed to open embassies by the end of the year. ",
    "“We will sign the agreement in June,” she said, “if Parliament agrees.” ",
    "Norway, which chairs the Arctic Council, has postponed the session until 12 September. ",
    "He thanked the Government of Fiji for its hospitality and condemned the attack of last week. ",
)


def prose(size: int) -> str:
    return "".join(SENTENCES[i % 5] + ("\n\n" if i % 7 == 6 else "") for i in range(size))


def one_paragraph(size: int) -> str:
    return "".join(SENTENCES[i % 5] for i in range(size))


def one_sentence(size: int) -> str:
    return "The ministers " + "met the ambassador of Fiji in Suva and thanked Norway, and " * size + "left."


def many_names(size: int) -> str:
    names = (f"Minister Holm{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Rabuka{i} met him. " for i in range(size * 2))
    return "".join(names)


SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "prose": ("a.txt", prose),
    "one paragraph": ("a.txt", one_paragraph),
    "one sentence": ("a.txt", one_sentence),
    "ever new names": ("a.txt", many_names),
    "unclosed quotes": ("a.txt", lambda size: "“We agree, Minister Holm said. " * (2 * size)),
    "straight quotes": ("a.txt", lambda size: '"We agree, "Minister Holm said. ' * (2 * size)),
    "many short lines": ("a.txt", lambda size: "Suva\nHolm, met\n" * (4 * size)),
    "blank lines": ("a.txt", lambda size: "Holm met Rabuka.\n" + "\n" * (100 * size)),
    "white space": ("a.txt", lambda size: "Holm met" + " " * (300 * size) + "Rabuka."),
    "capital letters": ("a.txt", lambda size: "THE MINISTERS OF FIJI AND NORWAY MET IN SUVA " * (2 * size)),
    "commas": ("a.txt", lambda size: "Fiji, Norway, and Peru, " * (3 * size)),
    "dates": ("a.txt", lambda size: "on 3 May 2024, from 4 to 5 June, " * (2 * size)),
    "digits": ("a.txt", lambda size: "1" * (300 * size)),
    "dots": ("a.txt", lambda size: "." * (300 * size)),
    "brackets": ("a.txt", lambda size: "(" * (150 * size)),
    "turns": ("a.txt", lambda size: "QUESTION: Will you go?\n\nMINISTER HOLM: I will go to Suva.\n\n" * size),
    "headings": ("a.md", lambda size: "# Suva\n\nHolm met Rabuka.\n\n" * (2 * size)),
    "nested tags": ("a.html", lambda size: "<html><body>" + f"<div><p>{SENTENCES[0]}</p>" * size),
    "flat tags": ("a.html", lambda size: f"<html><body>{f'<p>{SENTENCES[1]}</p>' * size}</body></html>"),
    "links": (
        "a.html",
        lambda size: f"<html><body>{'<a href=x>Suva</a> ' * (3 * size)}<p>{prose(9)}</p></body></html>",
    ),
}


def seconds_to_read(name: str, data: bytes) -> float:
    start = time.process_time()
    for reading in read_source(Source(name, data)):
        assert isinstance(reading, Reading), reading
    return time.process_time() - start


@pytest.mark.parametrize(("name", "text"), SHAPES.values(), ids=SHAPES)
def test_linear_time_reading(name: str, text: Callable[[int], str]) -> None:
    short, long = text(SIZE).encode(), text(SIZE * LONGER).encode()
    seconds_to_read(name, short)
    short_seconds = long_seconds = float("inf")
    for _ in range(TRIES):
        short_seconds = min(short_seconds, seconds_to_read(name, short))
        long_seconds = min(long_seconds, seconds_to_read(name, long))
        if long_seconds < GROWTH * short_seconds:
            return
    pytest.fail(f"{long_seconds / short_seconds:.1f} times the time for {LONGER} times the text")
