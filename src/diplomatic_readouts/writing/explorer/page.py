"""The page around its data: the files beside this one, and the policy that lets only this style and script in."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

SCRIPTS = ("base.js", "store.js", "readouts.js", "sentence.js", "charts.js", "questions.js", "start.js")
"""In the order in which they run, as one script."""

_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What would end the element that holds JSON, or a line of it."""


def escaped(made: str) -> str:
    r"""Return JSON with what may stand in an element of a page.

    >>> escaped('"</script>"')
    '"\\u003c/script\\u003e"'
    """
    for character, escape in _ESCAPED.items():
        if character in made:
            made = made.replace(character, escape)
    return made


def around(connect: str = "") -> tuple[str, str]:
    """Return what stands in the page before its data and behind them; ``connect`` is what else its policy allows."""
    style = _read("explorer.css")
    script = "".join(_read(name) for name in SCRIPTS)
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; {connect}"
        "base-uri 'none'; form-action 'none'"
    )
    before, after = _read("page.html").split("{{data}}\n")
    return before.replace("{{policy}}", policy).replace("{{style}}", style), after.replace("{{script}}", script)


def page_with_parts() -> str:
    """Return the page that loads its data from what serves it, and from nowhere else."""
    return "".join(around("connect-src 'self'; "))


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(part: str) -> str:
    """Return a part's hash as a Content-Security-Policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}"
