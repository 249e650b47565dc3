"""Tasks in; their results out, as they come: in this process, in a pool of processes, or on a Dask cluster.

An engine only schedules: tasks are pure functions of what they are given, so that one whose worker dies is run again.
A piece that kills its worker again and again is given back as lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Any, Generic, Protocol, TypeVar

from diplomatic_readouts.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")
T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
TRIES = 2
"""How often a task is run whose worker dies."""
_AHEAD = 2
"""Tasks for each worker that are handed out before the first of them is done."""


class Task(Protocol[T_contra, R_co]):
    """A function that a worker can be sent."""

    def __call__(self, piece: T_contra, /) -> R_co:
        """Return the result of a piece, the same each time."""
        ...


class Engine(Protocol):
    """What runs tasks."""

    def run(self, task: Task[T, R], pieces: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the result of each piece, in any order; Lost for one that kills its worker again and again."""
        ...

    def close(self) -> None:
        """Let the workers go."""
        ...


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """A piece whose worker died each time that it was tried."""

    piece: T


class InProcess:
    """The engine of small builds: one task after another, here."""

    def run(self, task: Task[T, R], pieces: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the results in order."""
        return map(task, pieces)

    def close(self) -> None:
        """Do nothing: there are no workers."""


class Pool:
    """Processes on this machine; where one is killed, what was under way is run again, each piece by itself."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor: ProcessPoolExecutor | None = None

    def run(self, task: Task[T, R], pieces: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the results as they come."""
        waiting, under_way = iter(pieces), dict[Future[R], T]()
        while True:
            try:
                yield from self._work(task, waiting, under_way)
                return
            except BrokenProcessPool:
                self.close()
                lost = list(under_way.values())
                under_way.clear()
                yield from Pool(1).run_apart(task, lost)

    def _work(self, task: Task[T, R], waiting: Iterator[T], under_way: dict[Future[R], T]) -> Iterator[R]:
        """Yield results until all is done; BrokenProcessPool leaves in ``under_way`` what has to be run again."""
        for piece in waiting:
            _hand_out(self._pool(), task, piece, under_way)
            if len(under_way) >= _AHEAD * self._workers:
                yield from _done(under_way)
        while under_way:
            yield from _done(under_way)

    def run_apart(self, task: Task[T, R], pieces: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the results of one piece after another, so that it shows which of them kills its worker."""
        try:
            yield from (self._alone(task, piece) for piece in pieces)
        finally:
            self.close()

    def _alone(self, task: Task[T, R], piece: T) -> R | Lost[T]:
        for _ in range(TRIES):
            try:
                return self._pool().submit(task, piece).result()
            except BrokenProcessPool:
                self.close()
        return Lost(piece)

    def _pool(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))
        return self._executor

    def close(self) -> None:
        """End the processes."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


def _hand_out(executor: ProcessPoolExecutor, task: Task[T, R], piece: T, under_way: dict[Future[R], T]) -> None:
    """Submit a piece; one that a broken pool does not take is under way all the same, and so is run again."""
    try:
        under_way[executor.submit(task, piece)] = piece
    except BrokenProcessPool:
        under_way[Future()] = piece
        raise


def _done(under_way: dict[Future[R], T]) -> Iterator[R]:
    finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in finished:
        result = future.result()
        del under_way[future]
        yield result


class Dask:
    """A Dask cluster, whose workers see the same folders as this process; with no address, one on this machine."""

    def __init__(self, address: str | None, workers: int) -> None:
        try:
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise UsageError("dask is not installed", "Install the extra: diplomatic-readouts[cluster].") from error
        self._cluster: Any = None
        try:
            if not address:
                self._cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
            self._client: Any = Client(address or self._cluster, timeout=10)
        except (OSError, ValueError) as error:
            remedy = "Start one and its workers, and give its address, as tcp://127.0.0.1:8786."
            raise UsageError(f"there is no Dask scheduler at {address}: {error}", remedy) from error

    def run(self, task: Task[T, R], pieces: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the results as they come; the scheduler runs again what a dead worker had."""
        from distributed import KilledWorker, as_completed

        waiting, pieces_of, done = iter(pieces), dict[str, T](), as_completed()
        self._hand_out(task, waiting, pieces_of, done)
        for future in done:
            piece = pieces_of.pop(future.key)
            self._hand_out(task, waiting, pieces_of, done)
            try:
                yield future.result()
            except KilledWorker:
                yield Lost(piece)

    def _hand_out(self, task: Task[T, R], waiting: Iterator[T], pieces_of: dict[str, T], done: Any) -> None:
        """Submit pieces until all workers that there are now have enough."""
        most = _AHEAD * max(1, sum(self._client.nthreads().values()))
        for piece in islice(waiting, max(0, most - len(pieces_of))):
            future = self._client.submit(task, piece, pure=False, retries=TRIES)
            pieces_of[future.key] = piece
            done.add(future)

    def close(self) -> None:
        """Leave the cluster, and end one that was started here."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def make_engine(workers: int, dask: str | None) -> Engine:
    """Return the engine for so many processes, or for a Dask scheduler (an empty address starts a local cluster)."""
    if dask is not None:
        return Dask(dask, workers)
    return Pool(workers) if workers > 1 else InProcess()
