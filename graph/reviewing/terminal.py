"""Single keys from a terminal, without Enter and without losing what was typed ahead."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """A function that waits for one key of standard input and gives its character.

    The terminal is put back as it was, whatever happens; Ctrl-C interrupts as ever. End of input
    gives Ctrl-D. Where the machine has no termios (Windows), click reads the key.
    """
    try:
        import termios
        import tty
    except ImportError:
        import click

        yield click.getchar
        return
    place = sys.stdin.fileno()
    before = termios.tcgetattr(place)

    def one() -> str:
        read = os.read(place, 1)
        while read and read[0] >= 0x80 and not _whole(read):
            read += os.read(place, 1)
        return read.decode("utf-8", errors="replace") if read else "\x04"

    try:
        tty.setcbreak(place, termios.TCSANOW)
        yield one
    finally:
        termios.tcsetattr(place, termios.TCSADRAIN, before)


def _whole(read: bytes) -> bool:
    """True where the bytes are a whole character of UTF-8, or can never become one."""
    try:
        read.decode("utf-8")
    except UnicodeDecodeError:
        return len(read) >= 4
    return True
