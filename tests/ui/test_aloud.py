"""What a screen reader is told: sentences that come up, and where typing in a line has led."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import aloud
from app.ui.aloud import Guide, announce, words_of_row
from app.ui.notice import Notice
from app.ui.palette import Tone
from app.ui.saying import Saying
from app.ui.theme import Look
from tests.ui.desk import Desk


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was announced, and whether at once."""
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(aloud, "is_heard", lambda: True)
    monkeypatch.setattr(aloud, "announce", lambda _widget, text, *, is_urgent=False: heard.append((text, is_urgent)))
    return heard


@pytest.fixture
def guide(qapp: QApplication, said: list[tuple[str, bool]]) -> Iterator[Guide]:
    for other in qapp.findChildren(Guide):
        other.close()  # of a program that another test has not let end yet
    guide = Guide(qapp)
    yield guide
    guide.close()
    guide.deleteLater()


@pytest.fixture
def led(qtbot: QtBot, guide: Guide) -> Iterator[tuple[QLineEdit, QListWidget]]:
    """A line over a list, the keyboard in the line."""
    window, line, rows = QWidget(), QLineEdit(), QListWidget()
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(rows)
    rows.addItems(["first", "second"])
    rows.setCurrentRow(0)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    yield line, rows
    window.close()


def texts(said: list[tuple[str, bool]]) -> list[str]:
    return [text for text, _ in said]


def test_the_row_that_a_key_in_the_line_leads_to_is_said(
    led: tuple[QLineEdit, QListWidget], said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    line, rows = led

    rows.setCurrentRow(1)
    qtbot.keyClick(line, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: texts(said) == ["second"])


def test_what_is_said_of_the_line_itself_is_said_as_it_changes(
    led: tuple[QLineEdit, QListWidget], said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    line, _ = led

    line.setAccessibleDescription("No time was understood")
    qtbot.keyClick(line, Qt.Key.Key_A)

    qtbot.waitUntil(lambda: texts(said) == ["No time was understood"])


def test_after_the_end_nothing_is_said(
    led: tuple[QLineEdit, QListWidget], said: list[tuple[str, bool]], guide: Guide, qapp: QApplication
) -> None:
    _, rows = led
    ended = Guide(qapp)
    ended.close()

    rows.setCurrentRow(1)
    ended.tell()

    assert said == []
    guide.tell()
    assert texts(said) == ["second"]


def test_a_row_that_stays_is_not_said_again(
    led: tuple[QLineEdit, QListWidget], said: list[tuple[str, bool]], guide: Guide
) -> None:
    _, rows = led
    rows.item(1).setText("another")

    guide.tell()

    assert said == []


def test_a_line_that_lost_the_keyboard_leads_nowhere(
    led: tuple[QLineEdit, QListWidget], said: list[tuple[str, bool]], guide: Guide
) -> None:
    _, rows = led
    rows.setFocus()

    rows.setCurrentRow(1)
    guide.tell()

    assert said == []


def test_a_line_that_is_gone_is_forgotten(
    led: tuple[QLineEdit, QListWidget], said: list[tuple[str, bool]], guide: Guide, qtbot: QtBot
) -> None:
    line, _ = led

    line.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(line))
    guide.tell()

    assert said == []


def test_the_search_says_what_it_found_and_where_the_arrows_go(
    desk: Desk, guide: Guide, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    desk.window.open_search()
    QApplication.processEvents()

    qtbot.keyClicks(desk.inside.search, "cf")
    qtbot.waitUntil(lambda: bool(said))
    found = texts(said)[-1]
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: texts(said)[-1] != found)

    rows = desk.inside.panel.model.rows
    assert found.startswith(rows[0].phrase.title)
    assert texts(said)[-1].startswith(rows[1].phrase.title)


def test_that_nothing_was_found_is_said_with_what_is_offered(
    desk: Desk, guide: Guide, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    desk.window.open_search()
    QApplication.processEvents()

    qtbot.keyClicks(desk.inside.search, "zzqq")

    qtbot.waitUntil(lambda: any("zzqq" in text and "Make a phrase" in text for text in texts(said)))


def test_a_row_of_a_table_is_said_with_all_its_cells(desk: Desk) -> None:
    rows = desk.inside.panel.model

    assert words_of_row(rows.index(0)).startswith(rows.rows[0].phrase.title)


@pytest.fixture
def notice(qtbot: QtBot, look: Look) -> Notice:
    shown = Notice(look)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_notice_is_said_with_what_it_offers_and_a_refusal_at_once(
    notice: Notice, said: list[tuple[str, bool]]
) -> None:
    notice.say("Two orders wait", Tone.INFO, "Urge (Alt+Enter)", lambda: None)
    notice.say("Not pasted", Tone.LATE)

    assert said == [("Two orders wait Urge (Alt+Enter)", False), ("Not pasted", True)]


def test_a_notice_is_said_once_though_it_goes_out_of_sight_and_comes_back(
    notice: Notice, said: list[tuple[str, bool]]
) -> None:
    notice.put(Saying("Two orders wait", topic="orders"))

    notice.stand_aside(True)
    notice.stand_aside(False)

    assert texts(said) == ["Two orders wait"]


def test_the_row_that_the_keyboard_comes_to_is_pointed_at(
    led: tuple[QLineEdit, QListWidget], guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, rows = led
    pointed: list[int] = []
    monkeypatch.setattr(aloud, "point_at", lambda _view, index: pointed.append(index.row()))
    rows.setCurrentRow(1)

    rows.setFocus()

    qtbot.waitUntil(lambda: pointed == [1])


@pytest.mark.parametrize("kind", [QListWidget, QTableWidget])
def test_a_reader_is_pointed_at_the_very_cell(qtbot: QtBot, kind: type[QListWidget | QTableWidget]) -> None:
    view = kind()
    qtbot.addWidget(view)
    if isinstance(view, QTableWidget):
        view.setRowCount(2)
        view.setColumnCount(2)
        view.setItem(1, 1, QTableWidgetItem("second"))
    else:
        view.addItems(["first", "second"])
    index = view.model().index(1, view.model().columnCount() - 1 if isinstance(view, QTableWidget) else 0)

    child = aloud.place_of(view, index)

    cell = QAccessible.queryAccessibleInterface(view).child(child)
    assert cell.text(QAccessible.Text.Name) == "second"


def test_nothing_is_followed_where_nobody_listens(
    qapp: QApplication,
    qtbot: QtBot,
    led: tuple[QLineEdit, QListWidget],
    monkeypatch: pytest.MonkeyPatch,
    said: list[tuple[str, bool]],
    guide: Guide,
) -> None:
    line, rows = led
    rows.setFocus()
    monkeypatch.setattr(aloud, "is_heard", lambda: False)

    line.setFocus()
    rows.setCurrentRow(1)
    guide.tell()

    assert said == []


def test_an_announcement_is_taken_by_qt_whether_it_is_heard_or_not(notice: Notice) -> None:
    was = QAccessible.isActive()
    try:
        for is_active in (False, True):
            QAccessible.setActive(is_active)
            announce(notice, "Two orders wait", is_urgent=is_active)
    finally:
        QAccessible.setActive(was)
