from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.phrases.phrase import Phrase
from app.core.settings import Edge, Settings
from app.core.storage import NotStored, Trouble
from app.core.window_choices import Mode
from app.services.sheet.facts import Facts
from app.ui.details import Details
from app.ui.details_desk import DetailsDesk
from app.ui.times import Times
from tests.fakes import FakeClock
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk, phrases

AT = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)


def picture() -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap = QPixmap(400, 100)
    pixmap.fill(QColor("red"))
    pixmap.save(buffer, "PNG")
    return bytes(content.data())


def gone(_file: str) -> bytes:
    raise NotStored(Trouble.GONE)


def asked(desk: Desk, read_image: Callable[[str], bytes] = gone) -> DetailsDesk:
    facts = Facts(FakeClock(), lambda: desk.preferences.current)

    def values(names: object) -> dict[str, str]:
        said = facts.for_text("".join(f"{{{{{name}}}}}" for name in names))  # type: ignore[attr-defined]
        return {name: said[name] for name in names if said.get(name)}  # type: ignore[attr-defined]

    times = Times(desk.find.validity, lambda: AT, lambda: ZoneInfo("Asia/Shanghai"))
    return DetailsDesk(desk.library.get, lambda _phrase: facts.preview, values, read_image, times)


@pytest.fixture
def wide(open_desk: OpenDesk) -> Desk:
    desk = open_desk(settings=Settings(edge=Edge.NONE, mode=Mode.WIDE, agent="小周", shop="暖屋")).serve()
    desk.window.serve_details(asked(desk))
    settle(desk)
    return desk


def settle(desk: Desk) -> None:
    QApplication.processEvents()
    desk.inside.wide._follow()


def details(desk: Desk) -> Details:
    found = desk.inside.details
    assert isinstance(found, Details)
    return found


def words(desk: Desk) -> str:
    shown = [label.text() for label in details(desk).findChildren(QLabel) if label.isVisible()]
    return "\n".join((*shown, details(desk).preview.text.toPlainText()))


def test_the_phrase_that_is_stood_on_is_shown_as_it_would_go_out(wide: Desk) -> None:
    wide.inside.panel.show_phrase("welcome")
    settle(wide)

    assert "欢迎光临 暖屋，我是客服小周" in words(wide)
    assert "hy" in words(wide)


def test_the_facts_that_it_speaks_of_are_named_with_what_they_say_now(wide: Desk) -> None:
    wide.inside.panel.show_phrase("welcome")
    settle(wide)

    shown = {label.text() for label in details(wide)._facts.findChildren(QLabel)}
    assert {"暖屋", "小周"} <= shown


def test_what_will_be_asked_is_said_before(wide: Desk) -> None:
    wide.inside.panel.show_phrase("gentle")
    settle(wide)

    assert "You are asked when pasting: 剩余时间" in words(wide)


def test_another_row_shows_another_phrase(wide: Desk, qtbot: QtBot) -> None:
    wide.window.open_search()

    qtbot.keyClick(wide.inside.search, Qt.Key.Key_Down)
    settle(wide)

    assert "催付·最后 5 分钟" in words(wide)


def test_a_search_that_finds_nothing_shows_no_phrase(wide: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(wide.inside.search, "zzqq")
    settle(wide)

    assert not details(wide)._card.isVisible()
    assert "Stand on a phrase" in words(wide)


def test_its_buttons_do_what_the_keys_do(wide: Desk) -> None:
    for button in (details(wide).paste, details(wide).copy, details(wide).edit):
        button.click()

    assert (
        wide.wishes.of("paste_wanted") == wide.wishes.of("copy_wanted") == wide.wishes.of("edit_wanted") == ["gentle"]
    )


def test_the_text_and_the_buttons_are_reached_with_tab_after_the_list(wide: Desk) -> None:
    chain: list[QWidget] = [wide.inside.panel.list]
    while (following := chain[-1].nextInFocusChain()) is not chain[0]:
        chain.append(following)

    wanted = [*details(wide).stops, *wide.inside.rail.stops[:1], wide.inside.more]
    assert [each for each in chain if each in wanted] == wanted
    assert details(wide).preview.text.accessibleName()


def test_a_picture_is_shown_no_larger_than_there_is_room(open_desk: OpenDesk) -> None:
    desk = open_desk(settings=Settings(edge=Edge.NONE, mode=Mode.WIDE)).serve()
    desk.window.serve_details(asked(desk, lambda _file: picture()))
    desk.inside.panel.show_phrase("size")
    settle(desk)

    lines = details(desk)._picture_lines
    labels = [lines.itemAt(at).widget() for at in range(lines.count())]
    shown = [label.pixmap() for label in labels if isinstance(label, QLabel)]
    assert [(each.width(), each.height()) for each in shown] == [(220, 55)]


def test_a_picture_that_is_gone_is_said_in_words(wide: Desk) -> None:
    wide.inside.panel.show_phrase("size")
    settle(wide)

    assert [label.text() for label in details(wide)._pictures.findChildren(QLabel)] != [""]


def test_what_was_changed_is_shown_anew(wide: Desk) -> None:
    changed = wide.library.save(replace(phrases()[0], body="亲，新的说法"))
    wide.inside.show_changes(changed)
    settle(wide)

    assert "亲，新的说法" in words(wide)


def test_nothing_is_built_before_the_window_is_wide(desk: Desk) -> None:
    desk.window.serve_details(asked(desk))
    before = desk.inside.details

    desk.inside.modes.switch(Mode.WIDE)

    assert before is None
    assert details(desk).isVisible()
    desk.inside.modes.switch(Mode.COLUMN)
    assert not details(desk).isVisible()


def test_a_long_text_is_shown_whole_as_far_as_there_is_room(wide: Desk) -> None:
    body = "亲，付款后七天内发出。" * 30
    wide.inside.show_changes(wide.library.save(Phrase("long", "很长", body)))
    wide.inside.panel.show_phrase("long")
    settle(wide)
    QApplication.processEvents()

    text = details(wide).preview.text
    assert text.height() >= 8 * text.fontMetrics().lineSpacing()
