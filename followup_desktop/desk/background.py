"""Work that takes long, done beside the window by one thread of its own."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import Shiboken

from followup_desktop.core.problems import Problem

T = TypeVar("T")


class Task(Generic[T]):
    """One piece of work that was asked for."""

    def __init__(self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[Problem], object]) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._cancelled = False
        self._result: T
        self._fault: BaseException | None = None

    @property
    def cancelled(self) -> bool:
        """True when its result is no longer wanted; long work may look at this and stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Do not begin it, or do not hand over its result."""
        self._cancelled = True

    def work(self) -> None:
        """Do it, in the worker, and keep what comes of it."""
        if self._cancelled:
            return
        try:
            self._result = self._work()
        except BaseException as fault:  # noqa: BLE001  (raised again on the main thread by `settle`)
            self._fault = fault

    def settle(self) -> None:
        """Hand over what came of it, on the main thread; a fault of ours is raised there."""
        call: Callable[..., object] = self._done if self._fault is None else self._failed
        if self._cancelled or _is_gone(call):
            return
        if self._fault is None:
            self._done(self._result)
        elif isinstance(self._fault, Problem):
            self._failed(self._fault)
        else:
            raise self._fault


def _is_gone(call: Callable[..., object]) -> bool:
    """True for the method of a widget that has been deleted since."""
    owner = getattr(call, "__self__", None)
    return isinstance(owner, QObject) and not Shiboken.isValid(owner)


class Background(QObject):
    """One worker thread; results come back on the thread that made this object.

    `close` ends it: it waits for the work under way and hands nothing over after that. One that is forgotten ends with its
    last user: a thread that is destroyed while it runs would take the process with it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: SimpleQueue[Task[Any] | None] = SimpleQueue()
        self._open: set[Task[Any]] = set()
        self._worker = _Worker(self._tasks)
        self._worker.worked.connect(self._on_worked)
        self._end = weakref.finalize(self, _end, self._tasks, self._worker)

    def run(self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[Problem], object]) -> Task[T]:
        """Do `work` in the worker, after all that was asked for before; then call `done` with what it returned.

        `work` is a function of plain values: it touches neither the notebook nor a widget. A `Problem` that it raises
        goes to `failed`; anything else is a fault of ours and is raised on the main thread. Neither is called once the
        widget they are methods of is gone.
        """
        if not self._end.alive:
            raise RuntimeError("work for a worker that has ended")
        if not self._worker.isRunning():
            self._worker.start()
        task = Task(work, done, failed)
        self._open.add(task)
        self._tasks.put(task)
        return task

    def close(self) -> None:
        """End the worker after what it is doing; what waits is not begun, and no result is handed over any more."""
        for task in self._open:
            task.cancel()
        self._end()

    def _on_worked(self, task: Task[Any]) -> None:
        self._open.discard(task)
        task.settle()


class _Worker(QThread):
    worked = Signal(object)

    def __init__(self, tasks: SimpleQueue[Task[Any] | None]) -> None:
        super().__init__()
        self._tasks = tasks

    def run(self) -> None:
        while (task := self._tasks.get()) is not None:
            task.work()
            self.worked.emit(task)


def _end(tasks: SimpleQueue[Task[Any] | None], worker: _Worker) -> None:
    """End the worker, running or not, and wait until it has."""
    tasks.put(None)
    if Shiboken.isValid(worker):  # Qt may have gone first, after a fault
        worker.wait()
