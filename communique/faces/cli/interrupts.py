"""Interrupts (Ctrl-C) that are not lost.

An exception that is raised while a library calls back into Python, as from SQLite, may be swallowed there. The run then
goes on as if nobody had asked it to end; so it looks again at every document.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def noticed_interrupts() -> Iterator[Callable[[], None]]:
    """Raise ``KeyboardInterrupt`` at once, as ever, and again when the function that is given is called afterwards."""
    noticed = False

    def notice(number: int, frame: FrameType | None) -> None:
        nonlocal noticed
        noticed = True
        signal.default_int_handler(number, frame)

    def look() -> None:
        if noticed:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield look
        return
    before = signal.signal(signal.SIGINT, notice)
    try:
        yield look
    finally:
        signal.signal(signal.SIGINT, before)
