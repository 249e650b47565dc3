"""A stand-in for the Hugging Face Hub on this machine: as much of it as a push and ``load_dataset`` ask for.

One server holds repositories in memory. Parquet goes the way of large files (LFS), all else stands in the commit. A
request without the token of the server may read public repositories only.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "hf_standInOfTheHub"
_ROUTES = (
    ("POST", r"/api/repos/create", "create"),
    ("POST", r"/api/validate-yaml", "validate"),
    ("GET", r"/api/whoami-v2", "whoami"),
    ("POST", r"/api/datasets/(?P<repo>[^/]+/[^/]+)/branch/(?P<rev>[^/]+)", "branch"),
    ("POST", r"/api/datasets/(?P<repo>[^/]+/[^/]+)/preupload/(?P<rev>[^/]+)", "preupload"),
    ("POST", r"/api/datasets/(?P<repo>[^/]+/[^/]+)/commit/(?P<rev>[^/]+)", "commit"),
    ("POST", r"/api/datasets/(?P<repo>[^/]+/[^/]+)/paths-info/(?P<rev>[^/]+)", "paths"),
    ("GET", r"/api/datasets/(?P<repo>[^/]+/[^/]+)/tree/(?P<rev>[^/]+)(?:/(?P<path>.*))?", "tree"),
    ("GET", r"/api/datasets/(?P<repo>[^/]+/[^/]+?)(?:/revision/(?P<rev>[^/]+))?", "info"),
    ("POST", r"/datasets/(?P<repo>[^/]+/[^/]+)\.git/info/lfs/objects/batch", "batch"),
    ("PUT", r"/lfs/(?P<oid>\w+)", "store"),
    ("GET", r"/datasets/(?P<repo>[^/]+/[^/]+)/resolve/(?P<rev>[^/]+)/(?P<path>.*)", "resolve"),
)
Files = dict[str, bytes]


@dataclass
class Hub:
    """What the server holds, and what it was asked."""

    address: str = ""
    private: dict[str, bool] = field(default_factory=dict)
    branches: dict[tuple[str, str], Files] = field(default_factory=dict)
    large: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """Return what makes the Hub's library ask this server, and nobody else."""
        own = {"HF_ENDPOINT": self.address, "HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
        return {**own, "HF_HUB_OFFLINE": "0", "HF_DATASETS_OFFLINE": "0", "NO_PROXY": "127.0.0.1"}

    refusal: int | None = None
    """With which status commits are refused."""

    def files(self, repo: str, revision: str = "main") -> Files:
        """Return the files of a branch."""
        return self.branches[repo, revision]

    def commit_of(self, repo: str, revision: str = "main") -> str:
        """Return what names the state of a branch."""
        told = [f"{name} {hashlib.sha256(raw).hexdigest()}" for name, raw in sorted(self.files(repo, revision).items())]
        return hashlib.sha256("\n".join([repo, *told]).encode()).hexdigest()[:40]


@contextmanager
def hub_stand_in() -> Iterator[Hub]:
    """Give a Hub without a repository, for as long as it is needed."""
    hub = Hub()

    class Handler(_Handler):
        held = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """A request in; what the Hub answers, out."""

    protocol_version = "HTTP/1.1"
    held: Hub

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, value: object, status: int = 200, **headers: str) -> None:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        for name, told in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), told)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _missing(self, what: str, status: int = 404) -> None:
        self._answer({"error": what}, status, X_Error_Code=what)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        found = b""
        while size := int(self.rfile.readline(), 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return found

    def _route(self) -> None:
        body, path = self._body(), self.path.split("?")[0]
        self.held.asked.append(f"{self.command} {path}")
        method = "GET" if self.command == "HEAD" else self.command
        for verb, pattern, name in _ROUTES:
            match = re.fullmatch(pattern, path)
            if verb == method and match:
                repo = match.groupdict().get("repo")
                if not self._may(repo, reads=verb == "GET" or name == "paths"):
                    return self._missing("RepoNotFound", 401)
                return getattr(self, f"_{name}")(body, **match.groupdict())  # type: ignore[no-any-return]
        return self._missing("EntryNotFound")

    do_GET = do_POST = do_PUT = do_HEAD = _route  # noqa: N815

    def _may(self, repo: str | None, reads: bool) -> bool:
        """Return whether a request may do what it asks for."""
        if self.path.startswith("/lfs/") or self.headers.get("Authorization") == f"Bearer {TOKEN}":
            return True
        return reads and repo is not None and not self.held.private.get(repo, False)

    def _branch_of(self, repo: str, rev: str | None) -> str | None:
        """Return the branch that a name, or a commit, is of; answers itself where there is none."""
        branches = [branch for owner, branch in self.held.branches if owner == repo]
        for branch in branches:
            if (rev or "main") in (branch, self.held.commit_of(repo, branch)):
                return branch
        self._missing("RevisionNotFound" if branches else "RepoNotFound")
        return None

    def _files(self, repo: str, rev: str | None) -> Files | None:
        """Return the files of a branch, or None."""
        branch = self._branch_of(repo, rev)
        return self.held.files(repo, branch) if branch else None

    # ------------------------------------------------------------------------------------------------------ questions

    def _whoami(self, _: bytes) -> None:
        self._answer({"name": "somebody", "type": "user", "orgs": []})

    def _info(self, _: bytes, repo: str, rev: str | None) -> None:
        branch = self._branch_of(repo, rev)
        if branch:
            names = [{"rfilename": name} for name in self.held.files(repo, branch)]
            commit = self.held.commit_of(repo, branch)
            told = {"_id": "1", "id": repo, "sha": commit, "private": self.held.private[repo], "tags": []}
            self._answer({**told, "siblings": names, "downloads": 0, "likes": 0})

    def _tree(self, _: bytes, repo: str, rev: str, path: str | None) -> None:
        files = self._files(repo, rev)
        if files is None:
            return None
        above = f"{path}/" if path else ""
        inside = {name: raw for name, raw in files.items() if name.startswith(above)}
        if "recursive=true" in self.path.lower():
            return self._answer([_entry(name, raw) for name, raw in inside.items()])
        found: dict[str, dict[str, Any]] = {}
        for name, raw in inside.items():
            first, _slash, below = name.removeprefix(above).partition("/")
            whole = above + first
            found[whole] = (
                {"type": "directory", "path": whole, "oid": "d" * 40, "size": 0} if below else _entry(name, raw)
            )
        return self._answer(list(found.values())) if found else self._missing("EntryNotFound")

    def _paths(self, body: bytes, repo: str, rev: str) -> None:
        files = self._files(repo, rev)
        if files is not None:
            asked = json.loads(body)["paths"] if body.startswith(b"{") else []
            self._answer([_entry(name, files[name]) for name in asked if name in files])

    def _resolve(self, _: bytes, repo: str, rev: str, path: str) -> None:
        files = self._files(repo, rev)
        if files is None:
            return None
        commit = self.held.commit_of(repo, str(self._branch_of(repo, rev)))
        if path not in files:
            return self._answer({"error": "no entry"}, 404, X_Error_Code="EntryNotFound", X_Repo_Commit=commit)
        digest = hashlib.sha256(files[path]).hexdigest()
        return self._answer(files[path], ETag=f'"{digest}"', X_Repo_Commit=commit, Accept_Ranges="bytes")

    # --------------------------------------------------------------------------------------------------------- changes

    def _create(self, body: bytes) -> None:
        asked = json.loads(body)
        repo = f"{asked.get('organization') or 'somebody'}/{asked['name']}"
        if repo in self.held.private:
            return self._answer({"error": "You already created this dataset repo", "url": repo}, 409)
        self.held.private[repo] = bool(asked.get("private")) or asked.get("visibility") == "private"
        self.held.branches[repo, "main"] = {".gitattributes": b"*.parquet filter=lfs\n"}
        return self._answer({"url": f"{self.held.address}/datasets/{repo}", "name": repo, "id": "1"})

    def _validate(self, _: bytes) -> None:
        self._answer({"errors": [], "warnings": []})

    def _branch(self, _: bytes, repo: str, rev: str) -> None:
        if (repo, rev) in self.held.branches:
            return self._answer({"error": "Reference already exists"}, 409)
        self.held.branches[repo, rev] = dict(self.held.branches[repo, "main"])
        return self._answer({})

    def _preupload(self, body: bytes, repo: str, rev: str) -> None:
        del repo, rev
        modes = [(f["path"], "lfs" if f["path"].endswith(".parquet") else "regular") for f in json.loads(body)["files"]]
        self._answer({"files": [{"path": path, "uploadMode": mode, "shouldIgnore": False} for path, mode in modes]})

    def _batch(self, body: bytes, repo: str) -> None:
        del repo
        objects = json.loads(body)["objects"]
        where = {each["oid"]: f"{self.held.address}/lfs/{each['oid']}" for each in objects}
        actions = [{**each, "actions": {"upload": {"href": where[each["oid"]], "header": {}}}} for each in objects]
        self._answer({"transfer": "basic", "objects": actions})

    def _store(self, body: bytes, oid: str) -> None:
        self.held.large[oid] = body
        self._answer({})

    def _commit(self, body: bytes, repo: str, rev: str) -> None:
        files = self._files(repo, rev)
        if files is None:
            return None
        changes = [json.loads(line) for line in body.splitlines()]
        parent = changes[0]["value"].get("parentCommit")
        if self.held.refusal or (parent and parent != self.held.commit_of(repo, rev)):
            return self._answer({"error": "refused"}, self.held.refusal or 412)
        for change in changes:
            value = change["value"]
            if change["key"] == "file":
                files[value["path"]] = base64.b64decode(value["content"])
            elif change["key"] == "lfsFile":
                files[value["path"]] = self.held.large[value["oid"]]
            elif change["key"] == "deletedFile":
                del files[value["path"]]
        commit = self.held.commit_of(repo, rev)
        url = f"{self.held.address}/datasets/{repo}/commit/{commit}"
        return self._answer({"success": True, "commitUrl": url, "commitOid": commit})


def _entry(name: str, raw: bytes) -> dict[str, Any]:
    """Return a file as a list of files has it."""
    blob = hashlib.sha1(b"blob %d\0" % len(raw) + raw).hexdigest()  # noqa: S324
    large = {"oid": hashlib.sha256(raw).hexdigest(), "size": len(raw), "pointerSize": 130}
    return {"type": "file", "path": name, "size": len(raw), "oid": blob} | (
        {"lfs": large} if name.endswith(".parquet") else {}
    )
