"""The command that publishes a built dataset on the Hugging Face Hub: push."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts.cli.printing import AsJson, Data, write, write_json

if TYPE_CHECKING:
    from diplomatic_readouts.publish import Push


def push_command(
    repo: Annotated[str, typer.Argument(help="The dataset repository, as owner/name.")],
    private: Annotated[bool, typer.Option("--private", help="Make it private; refuse one that is public.")] = False,
    revision: Annotated[str | None, typer.Option("--revision", help="A branch, made where there is none.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would change.")] = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Publish a dataset on the Hugging Face Hub, after every check."""
    from diplomatic_readouts.load import data_folder
    from diplomatic_readouts.publish import push_dataset

    if not sys.stderr.isatty():
        _hide_bars()
    push = push_dataset(data or data_folder(), repo, private=private, revision=revision, dry_run=dry_run)
    if push.data_version.endswith("+unreleased"):
        told = f"data version {push.data_version}: `readouts build --release` gives it one of its own"
        print(f"readouts: these data have not been released, {told}", file=sys.stderr)
    if as_json:
        write_json({**asdict(push), "dry_run": dry_run})
    else:
        write("\n".join(_lines(push, dry_run)))


def _hide_bars() -> None:
    """Have the Hub's library draw no progress bars, where it is installed."""
    try:
        from huggingface_hub.utils.tqdm import disable_progress_bars
    except ImportError:
        return
    disable_progress_bars()


def _lines(push: Push, dry_run: bool) -> list[str]:
    """Return what is added (+), changed (~) and removed (-), and what that came to."""
    signs = (("+", push.added), ("~", push.changed), ("-", push.removed))
    lines = [f"{sign} {name}" for sign, names in signs for name in names]
    where = push.repo + (f" at {push.revision}" if push.revision else "")
    if not lines:
        return [f"{where} has data version {push.data_version} as it is"]
    told = ", ".join(f"{len(getattr(push, what))} {what}" for what in ("added", "changed", "removed", "same"))
    if dry_run:
        news = ", a new repository" if push.is_new else ""
        return [*lines, f"would push data version {push.data_version} to {where}{news}: {told}; {push.size:,} bytes"]
    return [*lines, f"pushed data version {push.data_version} to {where}: {told}", f"{push.url}"]
