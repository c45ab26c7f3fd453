"""The place of what packs changed: must-reads by key, own versions compared, nothing confirmed that was not seen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.packs.overlays import moved
from app.core.packs.pack import Fate, FieldChange
from app.ui.packs.news_lines import Ink, Part
from app.ui.packs.news_panel import NewsPanel
from app.ui.theme import Look
from tests.ui.packs.agent import NOW, Agent, news, phrase, state

CHANGE = FieldChange("body", "亲，七天内发出", "亲，三天内发出")
ENTER, CTRL, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Open = Callable[[Agent], NewsPanel]


@pytest.fixture
def open_panel(qapp: QApplication, look: Look, qtbot: QtBot) -> Open:
    def make(agent: Agent) -> NewsPanel:
        panel = NewsPanel(look, agent.news_desk())
        qtbot.addWidget(panel)
        panel.resize(360, 500)
        panel.show()
        qtbot.waitExposed(panel)
        panel.list.setFocus()
        qapp.processEvents()
        return panel

    return make


def agent(*rows: object, **fields: object) -> Agent:
    return Agent(states=[state()], news=list(rows), **fields)  # type: ignore[arg-type]


def keys(panel: NewsPanel) -> list[str]:
    return [line.key for line in panel.list.news.lines if line.part is not Part.HEAD]


def test_must_reads_stand_on_top_then_the_newest(open_panel: Open) -> None:
    old = news("old", CHANGE, told_at=NOW - timedelta(days=1))
    panel = open_panel(agent(news("new", CHANGE), old, news("must", CHANGE, is_must_read=True, told_at=old.told_at)))

    assert keys(panel) == ["must", "new", "old"]
    assert panel.list.key() == "must"


def test_the_difference_is_marked_in_the_text(open_panel: Open) -> None:
    panel = open_panel(agent(news("ship", CHANGE)))

    pieces = panel.list.news.lines[1].paragraphs[1]

    assert [piece.text for piece in pieces if piece.ink is Ink.GONE] == ["七"]
    assert [piece.text for piece in pieces if piece.ink is Ink.NEW] == ["三"]


def test_enter_confirms_the_must_read_that_is_stood_on_and_no_other(open_panel: Open, qtbot: QtBot) -> None:
    desk = agent(news("one", CHANGE, is_must_read=True), news("two", CHANGE, is_must_read=True))
    panel = open_panel(desk)

    qtbot.keyClick(panel.list, ENTER)

    assert desk.wanted[0] == ("confirm", "one")
    assert panel.list.key() == "two"


def test_all_are_confirmed_by_key_only_after_all_were_in_sight(open_panel: Open, qtbot: QtBot) -> None:
    many = [news(f"m{at}", CHANGE, is_must_read=True) for at in range(12)]
    desk = agent(*many)
    panel = open_panel(desk)
    panel.resize(360, 300)

    qtbot.keyClick(panel.list, ENTER, CTRL)
    before = list(desk.wanted)
    panel.list.scrollToBottom()
    for at in range(panel.list.verticalScrollBar().maximum(), -1, -40):
        panel.list.verticalScrollBar().setValue(at)
        panel.list.viewport().repaint()
    qtbot.keyClick(panel.list, ENTER, CTRL)

    assert before == []
    assert set(desk.wanted[0][1:]) == {one.id for one in many}


def test_what_was_only_looked_at_is_read_and_stays_until_the_place_is_left(open_panel: Open, qtbot: QtBot) -> None:
    desk = agent(news("ship", CHANGE))
    panel = open_panel(desk)

    qtbot.waitUntil(lambda: ("confirm", "ship") in desk.wanted)
    while_open = keys(panel)
    panel.hide()
    panel.show()

    assert while_open == ["ship"]
    assert keys(panel) == []
    assert panel.blank.sentence == "Everything is read."


def test_an_own_version_keeps_or_takes_by_one_key_each(open_panel: Open, qtbot: QtBot) -> None:
    former = phrase("size", "亲，对比图")
    own, new = replace(former, body="亲，我的图"), replace(former, body="亲，新的图")
    hint = moved(own, former, new)
    assert hint
    taking, keeping = agent(moved=[hint]), agent(moved=[hint])

    qtbot.keyClick(open_panel(taking).list, Qt.Key.Key_T, ALT)
    qtbot.keyClick(open_panel(keeping).list, Qt.Key.Key_K, ALT)

    assert taking.wanted == [("reset", "shop/size")]
    assert keeping.wanted == [("keep_own", "shop/size")]


def test_taking_the_packs_words_can_be_undone(open_panel: Open, qtbot: QtBot) -> None:
    former = phrase("size", "亲，对比图")
    hint = moved(replace(former, body="我的"), former, replace(former, body="新的"))
    assert hint
    desk = agent(moved=[hint])
    panel = open_panel(desk)
    qtbot.keyClick(panel.list, Qt.Key.Key_T, ALT)

    panel.notice.do()

    assert desk.wanted[-1][0] == "undo_reset"


def test_a_full_disk_is_said_and_nothing_is_confirmed(open_panel: Open, qtbot: QtBot) -> None:
    desk = agent(news("one", CHANGE, is_must_read=True), is_full=True)
    panel = open_panel(desk)

    qtbot.keyClick(panel.list, ENTER)

    assert desk.wanted == []
    assert "disk" in panel.notice.text.lower()


def test_a_text_that_looks_like_markup_is_shown_as_it_is(open_panel: Open) -> None:
    panel = open_panel(agent(news("<b>x</b>", FieldChange("body", "<i>a</i>", "<u>b</u>"))))

    assert "<b>x</b>" in panel.list.news.lines[1].spoken
    assert "(new: u>b</u)" in panel.list.news.lines[1].spoken


def test_a_withdrawn_one_says_so_and_a_new_one_what_it_says(open_panel: Open) -> None:
    desk = agent(news("gone", fate=Fate.WITHDRAWN), news("gift", fate=Fate.ADDED))
    desk.items["shop/gift"] = phrase("gift", "亲，满 168 送迷你盒")
    panel = open_panel(desk)

    spoken = [line.spoken for line in panel.list.news.lines]

    assert "lies in the bin" in spoken[1]
    assert "满 168 送迷你盒" in spoken[2]


def test_without_a_source_the_next_step_is_offered(open_panel: Open, qtbot: QtBot) -> None:
    panel = open_panel(Agent())

    with qtbot.waitSignal(panel.sources_wanted):
        panel.blank.stops[0].click()  # type: ignore[attr-defined]

    assert panel.blank.sentence.startswith("Your team publishes phrases?")


def test_ten_thousand_changes_are_put_into_words_as_far_as_they_are_seen(open_panel: Open) -> None:
    asked: list[str] = []
    desk = agent(*(news(f"n{at}", fate=Fate.ADDED) for at in range(10_000)))
    desk.items = _Watched(asked)  # type: ignore[assignment]

    open_panel(desk)

    assert len(asked) < 200


class _Watched(dict[str, object]):
    def __init__(self, asked: list[str]) -> None:
        super().__init__()
        self._asked = asked

    def get(self, key: str, _default: object = None) -> object:
        self._asked.append(key)
        return None


def test_the_model_holds_what_qt_asks_of_one(open_panel: Open) -> None:
    panel = open_panel(agent(*(news(f"n{at}", CHANGE) for at in range(90))))
    tester = QAbstractItemModelTester(panel.list.news, QAbstractItemModelTester.FailureReportingMode.Fatal)

    panel.list.news.fetchMore()
    panel.refresh()

    assert tester.model() is panel.list.news
