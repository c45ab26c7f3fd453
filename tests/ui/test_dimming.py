from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.core.settings import Edge, Settings
from app.ui.palette import Tone
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk


@pytest.fixture
def faded(open_desk: OpenDesk) -> Desk:
    """A window that fades to 70 %, and that nobody uses."""
    desk = open_desk(settings=Settings(edge=Edge.NONE, idle_opacity=70)).serve()
    pass_time(desk)
    return desk


def pass_time(desk: Desk) -> None:
    """The pointer has been away for long enough."""
    later = desk.window.dimming._later
    if later.isActive():
        later.stop()
        later.timeout.emit()


def shown(desk: Desk) -> int:
    return round(desk.window.windowOpacity() * 100)


def test_a_window_that_nobody_uses_fades(faded: Desk) -> None:
    assert shown(faded) == 70


def test_at_full_opacity_nothing_ever_wakes(desk: Desk) -> None:
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.Leave))

    assert shown(desk) == 100
    assert not desk.window.dimming._later.isActive()


@pytest.mark.parametrize(
    "use",
    [
        lambda desk: desk.window.open_search(),
        lambda desk: desk.window.show_notice("An order closes in 5 minutes", Tone.SOON),
    ],
    ids=["keyboard", "notice"],
)
def test_it_is_whole_at_once_when_it_is_used_or_says_something(faded: Desk, use: Callable[[Desk], None]) -> None:
    use(faded)

    assert shown(faded) == 100
    pass_time(faded)
    assert shown(faded) == 100


def test_it_fades_again_when_all_was_heard(faded: Desk) -> None:
    faded.window.show_notice("An order closes in 5 minutes", Tone.SOON)

    faded.inside.notice.clear()
    pass_time(faded)

    assert shown(faded) == 70


def test_it_fades_again_when_the_keyboard_went_back(faded: Desk) -> None:
    faded.window.open_search()

    faded.window.leave_search()
    pass_time(faded)

    assert shown(faded) == 70


@pytest.mark.parametrize(("stored", "percent"), [(5, 60), (60, 60), (85, 85), (500, 100)])
def test_a_stored_figure_is_brought_into_its_bounds(open_desk: OpenDesk, stored: int, percent: int) -> None:
    desk = open_desk(settings=Settings(edge=Edge.NONE, idle_opacity=stored)).serve()

    pass_time(desk)

    assert shown(desk) == percent
