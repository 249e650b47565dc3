"""The command, run in this process: what the fixture ``run`` gives."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
"""Takes the arguments of ``readouts``; returns its exit code, and what it wrote to standard output and error."""
