import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from app.system import garbage
from app.system.garbage import Garbage


class Ring(QObject):
    """It holds itself, so that only the collector finds it; it tells in which thread it went."""

    def __init__(self, went):
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: went.append(threading.current_thread()))


@pytest.fixture
def made(qapp):
    made = Garbage()
    yield made
    made.close()
    gc.unfreeze()


def litter():
    """Enough new values that Python would collect on its own, were it left to."""
    return [[number] for number in range(20 * gc.get_threshold()[0])]


def test_a_helper_thread_that_makes_many_values_destroys_no_widget(made):
    went = []
    Ring(went)
    helper = threading.Thread(target=litter)

    helper.start()
    helper.join()

    assert went == []
    gc.collect()


def test_the_main_thread_collects_what_is_due(made, qtbot):
    went = []
    made.start()
    made._timer.setInterval(1)
    Ring(went)
    kept = litter()

    qtbot.waitUntil(lambda: bool(went))

    assert went == [threading.main_thread()]
    assert kept


def test_without_new_values_nothing_is_collected(made):
    gc.collect()
    before = gc.get_stats()

    garbage.collect()

    assert gc.get_stats() == before
