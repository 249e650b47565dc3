"""What a package carries beside its code: the built dataset, as ``diplomatic_readouts/_data``.

In: the checkout's ``dist/``. Out: a wheel with the data in it. An editable install carries none and reads ``dist/``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackagedData(BuildHookInterface[Any]):
    """Puts ``dist/`` into a wheel, and keeps an editable install free of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the dataset to what the wheel is built from; FileNotFoundError where there is none."""
        if version == "editable":
            return
        if not (Path(self.root) / "dist" / "MANIFEST.json").is_file():
            raise FileNotFoundError("dist/ holds no dataset to package: run `make build` first")
        build_data["force_include"]["dist"] = "diplomatic_readouts/_data"
