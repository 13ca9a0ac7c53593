import gc
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import Words
from followup_desktop.desk.background import Background

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


class Catcher(QObject):
    """Keeps what it is handed, and on which thread."""

    def __init__(self):
        super().__init__()
        self.results, self.problems, self.threads = [], [], []

    def take(self, result):
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def take_problem(self, problem):
        self.problems.append(problem)
        self.threads.append(QThread.currentThread())


def fail():
    raise Problem(Words("The disk is full."))


def test_results_come_back_in_order_on_the_main_thread(background, qtbot):
    catcher, workers = Catcher(), set()

    def work(number):
        workers.add(threading.get_ident())
        return number * number

    for number in range(50):
        background.run(lambda number=number: work(number), catcher.take, catcher.take_problem)
    qtbot.waitUntil(lambda: len(catcher.results) == 50)
    assert catcher.results == [number * number for number in range(50)]
    assert set(catcher.threads) == {QThread.currentThread()}
    assert len(workers) == 1
    assert threading.get_ident() not in workers


def test_a_problem_goes_to_its_own_door(background, qtbot):
    catcher = Catcher()
    background.run(fail, catcher.take, catcher.take_problem)
    qtbot.waitUntil(lambda: len(catcher.problems) == 1)
    assert str(catcher.problems[0]) == "The disk is full."
    assert catcher.results == []


def test_a_fault_of_ours_is_raised_on_the_main_thread_and_work_goes_on(background, qtbot):
    catcher = Catcher()
    with qtbot.captureExceptions() as raised:
        background.run(lambda: 1 // 0, catcher.take, catcher.take_problem)
        background.run(lambda: "after", catcher.take, catcher.take_problem)
        qtbot.waitUntil(lambda: catcher.results == ["after"])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert catcher.problems == []


def test_cancelled_work_is_not_begun_and_hands_nothing_over(background, qtbot):
    catcher, begun, go = Catcher(), [], threading.Event()
    under_way = background.run(lambda: (begun.append("first"), go.wait(5)), catcher.take, catcher.take_problem)
    waiting = background.run(lambda: begun.append("second"), catcher.take, catcher.take_problem)
    qtbot.waitUntil(lambda: begun == ["first"])
    under_way.cancel()
    waiting.cancel()
    assert under_way.cancelled
    go.set()
    background.run(lambda: "last", catcher.take, catcher.take_problem)
    qtbot.waitUntil(lambda: catcher.results == ["last"])
    assert begun == ["first"]


def test_the_result_for_a_deleted_widget_is_dropped(background, qtbot):
    gone, catcher, go = Catcher(), Catcher(), threading.Event()
    kept = gone.results
    background.run(lambda: go.wait(5), gone.take, gone.take_problem)
    gone.deleteLater()
    qtbot.wait(1)
    go.set()
    background.run(lambda: "last", catcher.take, catcher.take_problem)
    qtbot.waitUntil(lambda: catcher.results == ["last"])
    assert kept == []


def test_closing_waits_for_the_work_under_way_and_drops_the_rest(qapp, qtbot):
    background, catcher, done = Background(), Catcher(), []
    background.run(lambda: (time.sleep(0.1), done.append("first")), catcher.take, catcher.take_problem)
    background.run(lambda: done.append("second"), catcher.take, catcher.take_problem)
    qtbot.wait(20)
    threads = threading.active_count()
    background.close()
    background.close()
    assert done == ["first"]
    assert threading.active_count() <= threads
    qtbot.wait(20)
    assert catcher.results == []
    with pytest.raises(RuntimeError, match="has ended"):
        background.run(fail, catcher.take, catcher.take_problem)


def test_one_that_was_never_used_or_is_forgotten_ends_by_itself(qapp, qtbot):
    Background().close()
    forgotten, catcher = Background(), Catcher()
    forgotten.run(lambda: "done", catcher.take, catcher.take_problem)
    qtbot.waitUntil(lambda: catcher.results == ["done"])
    del forgotten
    gc.collect()


def test_a_program_that_forgets_it_ends_cleanly():
    source = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from followup_desktop.desk.background import Background\n"
        "app = QCoreApplication([])\n"
        "background = Background()\n"
        "background.run(lambda: 'done', lambda result: (print(result), app.quit()), print)\n"
        "app.exec()"
    )
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
