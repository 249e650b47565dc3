"""Text of a page in; out, text that a terminal may be given: no page can steer it, and offsets stay as they are."""

from __future__ import annotations

_STEERING = (
    *range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)
)  # fmt: skip
"""Control characters, line separators and marks that turn the direction of writing."""
_BLANKS = dict.fromkeys(_STEERING, " ")
_ESCAPES = {code: f"\\u{code:04x}" for code in _STEERING if chr(code) not in "\t\n"}


def printable(text: str) -> str:
    r"""Return the text on one line, each control character as one blank.

    >>> printable("one\ntwo\x1b[31m")
    'one two [31m'
    """
    return text.translate(_BLANKS)


def escaped(text: str) -> str:
    r"""Return JSON or CSV with each control character as an escape, which JSON reads back as what it was.

    >>> escaped('{"name": "a\x9b31m"}')
    '{"name": "a\\u009b31m"}'
    """
    return text.translate(_ESCAPES)


def shortened(text: str, most: int) -> str:
    """Return the text on one line, cut after that many characters, with an ellipsis if it was longer.

    >>> shortened("one two three", 7)
    'one two…'
    """
    line = printable(text)
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
