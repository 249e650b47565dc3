"""Text of a page in; out, text that a terminal may be given: no page can steer it, and offsets stay as they are."""

from __future__ import annotations

_BLANKS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), " ")
"""Control characters, line separators and marks that turn the direction of writing."""


def printable(text: str) -> str:
    r"""Return the text on one line, each control character as one blank.

    >>> printable("one\ntwo\x1b[31m")
    'one two [31m'
    """
    return text.translate(_BLANKS)


def shortened(text: str, most: int) -> str:
    """Return the text on one line, cut after that many characters, with an ellipsis if it was longer.

    >>> shortened("one two three", 7)
    'one two…'
    """
    line = printable(text)
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
