"""Stories of a day, through the real window over the real search and library."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.desktop import Window
from app.core.facts import templates
from app.core.phrases.pasting import Pasted
from app.core.phrases.phrase import Phrase, Stage
from app.core.settings import Edge, Settings, Theme
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.sheet.facts import Facts
from tests.fakes import FakeClipboard, FakeClock, FakeDesktop, FakeImages, FakeKeys, run
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk, many

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
CHAT = Window(7, "chat")


class Front:
    """What the front door does with a wish to paste: it runs the paste and shows how it ended."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.answers: Mapping[str, str] = {}
        settings = lambda: desk.preferences.current  # noqa: E731 - a port, not a function of ours
        clock = FakeClock()
        self.desktop = FakeDesktop(windows=[CHAT], front=CHAT)
        self.clipboard = FakeClipboard()
        self.keys = FakeKeys(self.clipboard, self.desktop)
        guard = Guard(Facts(clock, settings), self.desktop, FakeImages())
        self.paste = Paste(guard, self.clipboard, self.desktop, self.keys, clock, settings, desk.library.record_use)
        desk.window.paste_wanted.connect(self.serve)
        desk.window.answered.connect(self.go_on)

    def serve(self, phrase_id: str) -> None:
        phrase = self.phrase(phrase_id)
        asked = templates.questions(phrase.body)
        if asked and not self.answers:
            self.waiting = phrase
            self.desk.window.ask(phrase, asked, {})
            return
        self.desk.window.show_outcome(run(self.paste.paste(phrase, CHAT, self.answers)), phrase)

    def go_on(self, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.serve(self.waiting.id)

    def phrase(self, phrase_id: str) -> Phrase:
        found = self.desk.library.get(phrase_id)
        assert found is not None
        return found


@pytest.fixture
def front(desk: Desk) -> Front:
    desk.preferences.change(agent="小美", shop="云朵家")
    return Front(desk)


def test_hotkey_pinyin_enter_and_the_reply_is_in_the_chat(desk: Desk, front: Front, qtbot: QtBot) -> None:
    desk.window.open_search()

    qtbot.keyClicks(desk.inside.search, "fahuo")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))

    assert front.keys.written == [(CHAT, front.phrase("sending").body)]
    assert front.phrase("sending").use_count == 18
    assert desk.inside.strip.last.said == "发货时间"


def test_a_question_is_answered_on_the_way(desk: Desk, front: Front, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.inside.search, "cf")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)
    question = desk.inside.panel.questions.first
    assert question is not None
    qtbot.keyClicks(question, "2 h")
    qtbot.keyClick(question, Qt.Key.Key_Return)

    assert "还剩 2 h 就要自动关闭" in front.keys.written[0][1]


def test_a_missing_name_is_said_and_nothing_is_pasted(desk: Desk, front: Front, qtbot: QtBot) -> None:
    desk.preferences.change(agent="")
    qtbot.keyClicks(desk.inside.search, "hy")

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)
    said = desk.inside.panel.notice.text
    desk.inside.panel.notice.do()

    assert front.keys.written == []
    assert "agent" in said
    assert desk.wishes.of("settings_wanted") == [True]


def test_filters_are_reached_and_left_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()
    QApplication.processEvents()

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Tab)
    chip = QApplication.focusWidget()
    qtbot.keyClick(chip, Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)

    assert desk.inside.panel.chips.stage is Stage.WELCOME
    assert desk.inside.search.hasFocus()


def test_every_control_can_be_reached_by_the_tab_key(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()
    QApplication.processEvents()
    reached: list[QWidget] = []

    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    inside = desk.inside
    assert {inside.panel.list, inside.panel.chips._more, inside.strip.hotkeys, inside.more, inside.search} <= set(
        reached
    )
    assert all(widget.accessibleName() or widget.text() for widget in reached if hasattr(widget, "text"))


def test_letters_typed_in_the_list_go_on_searching(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()
    desk.inside.panel.list.setFocus()

    qtbot.keyClick(desk.inside.panel.list, Qt.Key.Key_T)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K)

    assert desk.inside.search.text() == "tk"
    assert desk.ids() == ["refund"]


def test_the_language_is_switched_while_everything_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("cf")
    desk.inside.panel.list.choose(["last"])

    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.LanguageChange))

    assert desk.inside.search.text() == "cf"
    assert desk.inside.panel.list.current() == "last"


def test_the_theme_is_switched_while_everything_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("cf")
    look = desk.window._look

    look.use(Theme.DARK)
    dark = desk.window.grab().toImage().pixelColor(3, 300).name().upper()
    look.use(Theme.LIGHT)
    light = desk.window.grab().toImage().pixelColor(3, 300).name().upper()

    assert (dark, light) == ("#1B1B1A", "#F6F6F4")
    assert desk.ids() == ["gentle", "last"]


def _drop(desk: Desk, moved: Sequence[str], anchor: str, is_after: bool) -> None:
    desk.inside.panel.list.dropped.emit(list(moved), anchor, is_after)


def test_a_group_is_put_in_another_order_by_dragging(desk: Desk) -> None:
    desk.inside.panel.chips.narrow(None, ("付款", "催付"))
    before = desk.ids()

    _drop(desk, ["last"], "gentle", is_after=False)
    after = desk.ids()
    desk.inside.panel.undo()

    assert (before, after, desk.ids()) == (["gentle", "last"], ["last", "gentle"], ["gentle", "last"])


def test_a_phrase_dropped_beside_one_of_another_group_moves_there(desk: Desk) -> None:
    desk.inside.panel.chips.narrow(None, ("付款",))

    _drop(desk, ["address"], "gentle", is_after=True)

    assert desk.store.rows["address"].group == ("付款", "催付")
    assert desk.ids() == ["gentle", "address", "last"]


def test_pinned_phrases_get_other_numbers_by_dragging(desk: Desk) -> None:
    _drop(desk, ["last"], "gentle", is_after=False)

    assert [phrase.id for phrase in desk.library.pinned()] == ["last", "gentle"]
    assert desk.ids()[:2] == ["last", "gentle"]


def test_what_has_no_order_of_its_own_is_not_dragged_and_it_is_said_why(desk: Desk) -> None:
    before = desk.ids()

    _drop(desk, ["welcome"], "gentle", is_after=False)

    assert desk.ids() == before
    assert "Choose a group" in desk.inside.panel.notice.text


def test_found_phrases_are_not_dragged(desk: Desk) -> None:
    desk.inside.search.setText("cf")

    can_drag = desk.inside.panel.model.flags(desk.inside.panel.model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled

    assert not can_drag


def test_the_menu_of_rows_does_what_it_says(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.inside.panel
    panel.list.choose(["welcome"])
    panel._open_menu(QPoint(20, 20))
    menu = QApplication.activePopupWidget()

    entries = {action.text().split("\t")[0]: action for action in menu.actions()}
    entries["Pin"].trigger()
    menu.close()

    assert {"Paste", "Copy only", "Edit…", "Duplicate", "Put into the bin", "Move to"} <= set(entries)
    assert desk.store.rows["welcome"].is_pinned


def test_the_menu_of_several_rows_offers_only_what_fits_them(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.inside.panel
    panel.list.choose(["gentle", "last"])
    panel._open_menu(QPoint(20, 20))
    menu = QApplication.activePopupWidget()

    texts = {action.text().split("\t")[0] for action in menu.actions()}
    menu.close()

    assert "Unpin" in texts
    assert not texts & {"Paste", "Edit…"}


def test_a_thousand_rows_are_paged_as_they_are_scrolled(open_desk: OpenDesk) -> None:
    desk = open_desk(many(1000)).serve()
    rows = desk.inside.panel.list
    rows.doItemsLayout()
    shown = [desk.inside.panel.model.rowCount(QModelIndex())]

    for _ in range(3):
        rows.scrollToBottom()
        QApplication.processEvents()
        shown.append(desk.inside.panel.model.rowCount(QModelIndex()))

    assert shown[0] == 50
    assert shown[0] < shown[1] < shown[2] < shown[3] <= 1000


def test_a_paste_keeps_the_stage_that_is_on(open_desk: OpenDesk) -> None:
    desk = open_desk(settings=Settings(stage=Stage.PAYMENT, edge=Edge.NONE)).serve()
    desk.inside.search.setText("cf")

    desk.window.show_outcome(Pasted("gentle", "text"), desk.library.get("gentle"))

    assert desk.inside.panel.chips.stage is Stage.PAYMENT
    assert set(desk.ids()) == {"gentle", "last", "address"}
