from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.facts import templates
from app.core.phrases.phrase import Phrase, Role, Stage
from app.core.phrases.shelf import Node
from app.core.settings import Theme
from app.ui.blank import Blank, broken
from app.ui.chips import Chips
from app.ui.notice import SHOWN_MS, Notice
from app.ui.palette import Tone
from app.ui.phrases.listing import tooltip
from app.ui.phrases.question_row import QuestionRow
from app.ui.rail import Place, Rail
from app.ui.saying import Haste, Saying
from app.ui.strip import Strip
from app.ui.strip_cell import Cell
from app.ui.theme import GRID, INSIDE, Look

NODES = (
    Node(("付款",), 5, (Node(("付款", "催付"), 3), Node(("付款", "核对 & 确认"), 2))),
    Node(("物流",), 2),
)


@pytest.fixture
def chips(qtbot: QtBot, look: Look) -> Chips:
    chips = Chips(look)
    qtbot.addWidget(chips)
    chips.set_groups(NODES)
    chips.show()
    return chips


@pytest.fixture
def notice(qtbot: QtBot, look: Look) -> Notice:
    notice = Notice(look)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def questions(qtbot: QtBot, look: Look) -> QuestionRow:
    row = QuestionRow(look)
    qtbot.addWidget(row)
    return row


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_one_click_filters_by_a_stage(chips: Chips, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chips.changed, timeout=500):
        qtbot.mouseClick(chips._chips[3], Qt.MouseButton.LeftButton)

    assert chips.stage is Stage.PAYMENT
    assert chips.is_on


def test_arrows_go_from_stage_to_stage_and_stop_at_the_ends(chips: Chips, qtbot: QtBot) -> None:
    chips.take_focus()

    qtbot.keyClick(chips._chips[0], Qt.Key.Key_Left)
    at_the_start = chips.stage
    qtbot.keyClick(chips._chips[0], Qt.Key.Key_Right)

    assert at_the_start is None
    assert chips.stage is Stage.WELCOME


def test_home_and_end_go_to_the_first_and_the_last_stage(chips: Chips, qtbot: QtBot) -> None:
    chips.choose(Stage.PAYMENT)

    qtbot.keyClick(chips._chips[3], Qt.Key.Key_End)
    at_the_end = chips.stage
    qtbot.keyClick(chips._chips[-1], Qt.Key.Key_Home)

    assert at_the_end is Stage.FAREWELL
    assert chips.stage is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_the_keyboard_goes_back_from_the_chips(chips: Chips, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(chips.left, timeout=500):
        qtbot.keyClick(chips._chips[0], key)


def test_only_the_chip_that_is_on_is_a_stop_of_the_tab_key(chips: Chips) -> None:
    chips.choose(Stage.LOGISTICS)

    stops = [chip.stage for chip in chips._chips if chip.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert stops == [Stage.LOGISTICS]


def test_the_wheel_goes_on_by_a_stage(chips: Chips, qtbot: QtBot) -> None:
    chips.resize(160, 40)
    qtbot.waitExposed(chips)
    QApplication.processEvents()
    down = QWheelEvent(
        QPointF(10, 10),
        QPointF(10, 10),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    at_first = chips._row.shown
    QApplication.sendEvent(chips._row, down)

    assert at_first[0].text() == "All"
    assert chips._row.shown[0].text() == "Welcome"


@pytest.mark.parametrize("width", [60, 145, 160, 200, 260, 330])
def test_no_stage_is_ever_cut_and_the_arrow_brings_every_one(chips: Chips, qtbot: QtBot, width: int) -> None:
    chips.resize(width, 40)
    qtbot.waitExposed(chips)
    row, seen = chips._row, []

    for _turn in range(len(chips._chips)):
        QApplication.processEvents()
        view = row._view.rect()
        for chip in row.shown:
            place = chip.mapTo(row._view, QPoint(0, 0))
            assert view.contains(place)
            assert place.x() + chip.width() <= row._view.width()
        half_shown = [chip for chip in row._chips if chip not in row.shown and not chip.visibleRegion().isEmpty()]
        assert half_shown == [] or not row.shown
        seen += [chip.text() for chip in row.shown]
        row.arrow.click()

    assert set(seen) == {chip.text() for chip in chips._chips} or not row.shown


def test_without_want_of_room_there_is_no_arrow(chips: Chips, qtbot: QtBot) -> None:
    chips.resize(900, 40)
    qtbot.waitExposed(chips)
    QApplication.processEvents()

    assert chips._row.arrow.isHidden()
    assert len(chips._row.shown) == len(chips._chips)


def test_a_stage_that_is_chosen_by_key_comes_into_sight(chips: Chips, qtbot: QtBot) -> None:
    chips.resize(160, 40)
    qtbot.waitExposed(chips)
    chips.take_focus()

    qtbot.keyClick(chips._on(), Qt.Key.Key_End)
    QApplication.processEvents()

    assert chips._on() is chips._chips[-1]
    assert chips._on() in chips._row.shown


def test_roles_and_groups_are_in_the_menu(chips: Chips) -> None:
    menu = chips.menu()

    assert {"Pre-sales", "Hard customers", "Every group", "付款", "物流\t2"} <= set(texts(menu))


def test_a_group_with_others_inside_can_be_chosen_whole_or_in_part(chips: Chips) -> None:
    menu = chips.menu()
    below = menu.findChild(QMenu)

    assert texts(below) == ["All of “付款”", "", "催付\t3", "核对 && 确认\t2"]


def test_what_filters_is_to_be_seen(chips: Chips) -> None:
    chips.narrow(Role.PRE_SALES, ("付款", "催付"))

    assert chips._more.text() == "Pre-sales · 催付"
    assert chips._more.isChecked()


def test_a_group_that_is_gone_filters_no_more(chips: Chips, qtbot: QtBot) -> None:
    chips.narrow(None, ("付款", "催付"))

    with qtbot.waitSignal(chips.changed, timeout=500):
        chips.set_groups(NODES[1:])

    assert chips.group == ()


def test_a_group_inside_another_is_not_taken_for_gone(chips: Chips) -> None:
    chips.narrow(None, ("付款", "催付"))

    chips.set_groups(NODES)

    assert chips.group == ("付款", "催付")


def test_a_notice_that_informs_goes_by_itself(notice: Notice) -> None:
    notice.say("Copied.", Tone.OK)

    assert notice._timer.isActive()
    assert notice._timer.interval() == SHOWN_MS
    notice._timer.timeout.emit()
    assert notice.text == ""


def test_what_is_said_while_the_window_is_hidden_waits_to_be_seen(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(look, window)
    notice.say("The sale has started")
    is_ticking_unseen = notice._timer.isActive()

    window.show()

    assert not is_ticking_unseen
    assert notice._timer.isActive()


def test_what_a_notice_offers_comes_beside_its_sentence_in_a_wider_window(notice: Notice, qtbot: QtBot) -> None:
    notice.resize(300, 80)
    notice.say("Next: somebody with a name, closes in 5 minutes", Tone.INFO, "Urge", lambda: None)
    notice.show()
    qtbot.waitExposed(notice)
    offer, sentence = notice.findChild(QPushButton), notice.findChild(QLabel, "said")
    is_below = offer.geometry().top() >= sentence.geometry().bottom()

    notice.resize(700, 80)
    notice.layout().activate()

    assert is_below
    assert offer.geometry().top() < sentence.geometry().bottom()


def test_a_long_sentence_goes_to_the_edge_where_something_is_offered_below_it(notice: Notice) -> None:
    notice.resize(300, 120)
    sentence = notice.findChild(QLabel, "said")
    notice.show()

    notice.say("Next: somebody with a name, closes in 5 minutes", Tone.INFO, "Urge", lambda: None)
    notice.layout().activate()

    assert sentence.geometry().right() > notice.width() - 2 * INSIDE
    assert notice.findChild(QToolButton).geometry().top() >= sentence.geometry().bottom()


def test_how_grave_it_is_stands_before_the_first_line_also_where_something_is_offered_below_it(notice: Notice) -> None:
    notice.resize(300, 120)
    notice.show()

    notice.say("Next: somebody with a name, closes in 5 minutes", Tone.INFO, "Urge", lambda: None)
    notice.layout().activate()

    sentence = notice.findChild(QLabel, "said")
    assert notice._drawing.geometry().right() < sentence.geometry().left()
    assert notice._drawing.geometry().top() == sentence.geometry().top()


def test_the_names_below_a_sentence_give_way_at_their_end_and_are_told_whole_by_the_tooltip(notice: Notice) -> None:
    notice.resize(300, 120)
    sentence = notice.findChild(QLabel, "said")
    names = ", ".join(f"<buyer {number}>" for number in range(12))
    notice.show()

    notice.say(f"5 orders to urge\n{names}", Tone.SOON, "Urge", lambda: None)
    notice.layout().activate()

    first, second = sentence.text().split("\n")
    assert first == "5 orders to urge"
    assert second.endswith("…")
    assert sentence.fontMetrics().horizontalAdvance(second) <= sentence.contentsRect().width()
    assert "&lt;buyer 11>" in sentence.toolTip()
    assert notice.text.endswith("<buyer 11>")


def test_no_line_of_a_notice_ends_between_a_number_and_what_it_counts(notice: Notice) -> None:
    notice.say("新增 1 条，小熊猫 ¥128")

    shown = notice.findChild(QLabel, "said").text()

    assert shown == "新增 1\u00a0条，小熊猫 ¥128"


def test_the_edge_of_a_notice_follows_what_is_said_next(look: Look, qtbot: QtBot) -> None:
    painted = QRegion()

    class Watched(Notice):
        def paintEvent(self, event: QPaintEvent) -> None:
            nonlocal painted
            painted = painted.united(event.region())
            super().paintEvent(event)

    notice = Watched(look)
    qtbot.addWidget(notice)
    notice.say("Noted", Tone.INFO)
    qtbot.waitExposed(notice)
    QApplication.processEvents()
    painted = QRegion()

    notice.say("Saved", Tone.OK)
    QApplication.processEvents()

    assert painted.contains(QPoint(GRID + 1, notice.height() // 2))


def test_a_refusal_stays_until_it_is_closed(notice: Notice, qtbot: QtBot) -> None:
    notice.say("Nothing was pasted.", Tone.SOON)
    is_ticking = notice._timer.isActive()

    qtbot.mouseClick(notice._close, Qt.MouseButton.LeftButton)

    assert not is_ticking
    assert notice.text == ""


def test_what_a_notice_offers_is_done_once(notice: Notice, qtbot: QtBot) -> None:
    done: list[str] = []
    notice.say("In the bin", Tone.OK, "Undo", lambda: done.append("undo"))

    qtbot.mouseClick(notice._action, Qt.MouseButton.LeftButton)
    notice.do()

    assert done == ["undo"]


def awaited(text: str, topic: str, done: list[str] | None = None) -> Saying:
    return Saying(text, Tone.SOON, "Do", lambda: (done or []).append(text), topic)


def test_what_is_awaited_comes_back_after_what_was_of_the_moment(notice: Notice) -> None:
    notice.put(awaited("小熊猫 closes in 5 minutes", "orders"))
    notice.say("Saved", Tone.OK, "Undo")
    seen = (notice.text, notice.waiting)

    notice._timer.timeout.emit()

    assert seen == ("Saved", 1)
    assert (notice.text, notice.waiting) == ("小熊猫 closes in 5 minutes", 0)
    assert not notice._timer.isActive()


def test_typing_and_undoing_take_away_nothing_that_is_awaited(notice: Notice) -> None:
    notice.put(awaited("小熊猫 closes in 5 minutes", "orders"))

    notice.clear_refusal()
    notice.clear()

    assert notice.text == "小熊猫 closes in 5 minutes"


def test_two_topics_wait_for_each_other_and_the_line_says_that_there_is_more(notice: Notice) -> None:
    done: list[str] = ["begin"]
    notice.put(awaited("promise", "duties", done))
    notice.put(awaited("order", "orders", done))
    more = notice._more.text()

    notice.do()
    notice.do()

    assert more == "1 more"
    assert done == ["begin", "order", "promise"]
    assert notice.text == ""


@pytest.mark.parametrize("is_something_said_over_it", [False, True])
def test_an_order_to_urge_keeps_the_key_when_a_promise_falls_due(
    notice: Notice, is_something_said_over_it: bool
) -> None:
    done: list[str] = ["begin"]
    notice.put(replace(awaited("pack", "packs", done)))
    notice.put(replace(awaited("order", "orders", done), haste=Haste.MONEY))
    if is_something_said_over_it:
        notice.say("Saved", Tone.OK)
    notice.put(replace(awaited("promise", "duties", done), haste=Haste.PROMISED))
    notice.put(replace(awaited("two promises", "duties", done), haste=Haste.PROMISED))
    if is_something_said_over_it:
        notice.go_on()
    waiting = notice.waiting

    for _each in range(3):
        notice.do()

    assert waiting == 2
    assert done == ["begin", "order", "two promises", "pack"]


def test_an_order_to_urge_takes_the_key_from_a_promise_and_gives_it_back(notice: Notice) -> None:
    done: list[str] = ["begin"]
    notice.put(replace(awaited("promise", "duties", done), haste=Haste.PROMISED))

    notice.put(replace(awaited("order", "orders", done), haste=Haste.MONEY))
    notice.do()
    notice.do()

    assert done == ["begin", "order", "promise"]


def test_what_is_said_of_this_moment_is_said_at_once_over_an_order_to_urge(notice: Notice) -> None:
    notice.put(replace(awaited("order", "orders"), haste=Haste.MONEY))

    notice.say("小熊猫 has paid", Tone.OK, "Undo")

    assert (notice.text, notice.waiting) == ("小熊猫 has paid", 1)


def test_what_is_patient_waits_for_what_is_awaited(notice: Notice) -> None:
    notice.put(awaited("order", "orders"))

    notice.put(Saying("A new version", action="Read", is_patient=True))
    before = (notice.text, notice.waiting)
    notice.go_on()

    news = notice.text
    notice.put(awaited("order", "orders"))

    assert before == ("order", 1)
    assert news == "A new version"
    assert notice.waiting == 1
    notice.go_on()
    assert notice.text == "A new version"
    assert notice._timer.isActive()


def test_of_one_topic_only_the_latest_is_said(notice: Notice) -> None:
    notice.put(awaited("one order", "orders"))
    notice.put(awaited("promise", "duties"))

    notice.put(awaited("two orders", "orders"))

    assert (notice.text, notice.waiting) == ("two orders", 1)


def test_what_comes_back_is_said_as_it_is_by_then_or_not_at_all(notice: Notice) -> None:
    left = iter((Saying("closes in 3 minutes"), None))
    notice.put(Saying("closes in 5 minutes", topic="orders", again=lambda: next(left)))
    notice.say("Saved", Tone.OK)

    notice.go_on()
    said = notice.text
    notice.renew()

    assert said == "closes in 3 minutes"
    assert notice.text == ""


def test_what_comes_back_is_awaited_while_it_is_asked_for(notice: Notice) -> None:
    def again() -> Saying | None:
        return Saying("still open") if notice.awaits("orders") else None

    notice.put(Saying("open", topic="orders", again=again))
    notice.say("Saved", Tone.OK)

    notice.go_on()

    assert notice.text == "still open"


def test_another_line_takes_over_what_is_awaited_and_not_what_was_done_here(notice: Notice, look: Look) -> None:
    other = Notice(look)
    notice.put(awaited("order", "orders"))
    notice.say("Deleted here", Tone.OK, "Undo")

    notice.hand_to(other)

    assert (notice.text, notice.waiting) == ("Deleted here", 0)
    assert other.text == "order"


def test_a_notice_is_text_whatever_it_holds(notice: Notice) -> None:
    notice.say("<b>“title”</b>", Tone.OK)

    assert notice._text.textFormat() is Qt.TextFormat.PlainText
    assert notice.text == "<b>“title”</b>"


def test_the_keyboard_goes_to_the_first_question_without_an_answer(questions: QuestionRow) -> None:
    asked = templates.questions("{{?颜色}} {{?尺码}}")

    questions.ask("title", asked, {"颜色": "红"})

    assert questions.first is questions._edits["尺码"]


def test_enter_goes_from_question_to_question(questions: QuestionRow, qtbot: QtBot) -> None:
    questions.ask("title", templates.questions("{{?颜色}} {{?尺码|均码}}"), {})
    heard: list[dict[str, str]] = []
    questions.answered.connect(heard.append)
    colour, size = questions._edits.values()
    colour.setFocus()

    colour.insert("红")
    qtbot.keyClick(colour, Qt.Key.Key_Return)
    before = list(heard)
    qtbot.keyClick(size, Qt.Key.Key_Return)

    assert before == []
    assert heard == [{"颜色": "红", "尺码": "均码"}]


def test_enter_without_an_answer_keeps_the_row_and_marks_the_gap(questions: QuestionRow, qtbot: QtBot) -> None:
    questions.ask("title", templates.questions("{{?颜色}} {{?尺码|均码}}"), {})
    questions.show()
    heard: list[dict[str, str]] = []
    questions.answered.connect(heard.append)
    colour, size = questions._edits.values()

    size.clear()
    qtbot.keyClick(size, Qt.Key.Key_Return)
    marked = (questions.is_asking, colour.property("kind"), questions.focusWidget(), questions._hint.text())
    colour.insert("红")
    after = (colour.property("kind"), questions._hint.text())
    qtbot.keyClick(size, Qt.Key.Key_Return)

    assert marked == (True, "wrong", colour, "Without an answer here the phrase cannot be pasted · Esc cancels")
    assert after == ("", "Enter goes on · Esc cancels")
    assert heard == [{"颜色": "红", "尺码": ""}]


def test_other_questions_take_the_place_of_the_first(questions: QuestionRow) -> None:
    questions.ask("one", templates.questions("{{?颜色}}"), {})

    questions.ask("two", templates.questions("{{?尺码}}"), {})

    assert list(questions._edits) == ["尺码"]


def test_cancelling_twice_is_told_once(questions: QuestionRow) -> None:
    heard: list[bool] = []
    questions.cancelled.connect(lambda: heard.append(True))
    questions.ask("title", templates.questions("{{?颜色}}"), {})

    questions.cancel()
    questions.cancel()

    assert heard == [True]


def test_the_rail_appears_with_the_second_place(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look)
    qtbot.addWidget(rail)
    rail.add(Place("phrases", "phrases", lambda: "Phrases"))
    with_one = rail.isHidden()

    rail.add(Place("orders", "clock", lambda: "Orders"))
    rail.count("orders", 3)

    assert (with_one, rail.isHidden()) == (True, False)
    assert [button.accessibleName() for button in rail.findChildren(QToolButton)] == ["Phrases", "Orders 3"]
    assert rail.width() >= max(button.width() for button in rail.findChildren(QToolButton))


def test_a_rail_that_expects_places_is_as_wide_as_with_them(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look)
    qtbot.addWidget(rail)
    rail.expect(lambda: ["A longer word than most"])
    rail.add(Place("phrases", "phrases", lambda: "Phrases"))
    is_there, width = not rail.isHidden(), rail.width()

    rail.add(Place("orders", "clock", lambda: "A longer word than most"))

    assert is_there
    assert rail.width() == width


def test_with_larger_letters_a_place_of_the_rail_has_room_for_drawing_word_and_count(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look)
    qtbot.addWidget(rail)
    for name in ("phrases", "orders"):
        rail.add(Place(name, "phrases", lambda: "词"))
    button = rail.findChildren(QToolButton)[0]
    usual = button.size()

    look.use(Theme.LIGHT, 1.3)
    larger = button.size()
    look.use(Theme.LIGHT, 1.0)

    assert larger.width() >= 1.29 * usual.width()
    assert larger.height() >= 1.29 * usual.height()


def test_a_click_in_the_rail_opens_a_place(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look)
    qtbot.addWidget(rail)
    rail.add(Place("phrases", "phrases", lambda: "Phrases"))
    rail.add(Place("orders", "clock", lambda: "Orders"))

    with qtbot.waitSignal(rail.chosen, timeout=500) as heard:
        qtbot.mouseClick(rail.findChildren(QToolButton)[1], Qt.MouseButton.LeftButton)

    assert heard.args == ["orders"]


def test_the_strip_takes_further_cells_between_its_two(qtbot: QtBot, look: Look) -> None:
    strip = Strip(look)
    qtbot.addWidget(strip)
    cell = Cell(look)
    cell.say("Pack 2 minutes old", "file")

    strip.add(cell)

    assert strip._row.indexOf(strip.hotkeys) < strip._row.indexOf(cell) < strip._row.indexOf(strip.last)


def test_a_long_title_in_the_strip_gives_way_at_its_end(qtbot: QtBot, look: Look) -> None:
    strip = Strip(look)
    qtbot.addWidget(strip)
    strip.resize(360, 30)
    strip.show()

    strip.set_last("催付" * 60)
    QApplication.processEvents()

    assert strip.last.text().endswith("…")
    assert strip.last.said == "催付" * 60
    assert strip.last.geometry().right() <= strip.width()


def test_while_the_search_has_the_keyboard_the_strip_tells_its_keys(qtbot: QtBot, look: Look) -> None:
    strip = Strip(look)
    qtbot.addWidget(strip)
    strip.set_last("催付")

    strip.set_typing(True)
    typing = strip.last.said
    strip.set_typing(False)

    assert "Enter" in typing
    assert strip.last.said == "催付"


def test_a_blank_does_what_it_offers(qtbot: QtBot, look: Look) -> None:
    blank = Blank(look)
    qtbot.addWidget(blank)
    done: list[str] = []
    blank.say("search", "Nothing.", ("One", lambda: done.append("one")), ("Two", lambda: done.append("two")))

    qtbot.mouseClick(blank._second, Qt.MouseButton.LeftButton)
    blank.say("search", "Nothing.", ("Three", lambda: done.append("three")))
    qtbot.mouseClick(blank._first, Qt.MouseButton.LeftButton)

    assert done == ["two", "three"]
    assert blank._second.isHidden()


def test_a_tooltip_shows_text_and_never_runs_it() -> None:
    shown = tooltip(Phrase("1", "<h1>标题</h1>", "a < b\n/:^_^ <img src='http://x'>", ("组",), codes=("cf",)))

    assert "<h1>" not in shown
    assert "<img" not in shown
    assert "&lt;h1&gt;标题" in shown
    assert "cf · 组" in shown


def test_a_tooltip_of_a_long_body_ends_somewhere() -> None:
    assert len(tooltip(Phrase("1", "title", "长" * 20_000))) < 1000


@pytest.mark.parametrize("widget", [Chips, Notice, QuestionRow, Strip, Blank])
def test_every_widget_follows_the_language(qtbot: QtBot, look: Look, widget: type) -> None:
    made = widget(look)
    qtbot.addWidget(made)
    before = [button.text() for button in made.findChildren(QToolButton)]

    QApplication.sendEvent(made, QEvent(QEvent.Type.LanguageChange))

    assert [button.text() for button in made.findChildren(QToolButton)] == before


def test_a_hint_of_the_strip_is_whole_or_only_a_drawing(qtbot: QtBot, look: Look) -> None:
    strip = Strip(look)
    qtbot.addWidget(strip)
    strip.resize(600, 30)
    strip.show()

    strip.set_typing(True)
    wide = strip.last.text()
    strip.resize(120, 30)

    assert wide == "Enter pastes, Ctrl+Enter copies"
    assert strip.last.text() == ""
    assert strip.last.toolTip() == "Enter pastes, Ctrl+Enter copies: All keys"


def test_an_offer_that_is_too_long_for_the_list_stands_on_two_lines(qtbot: QtBot, look: Look) -> None:
    blank = Blank(look)
    qtbot.addWidget(blank)
    blank.resize(240, 400)
    blank.show()

    blank.say("phrases", "None.", ("Load", list), ("Import", list), ("Your team has phrases? Add its address…", list))
    narrow = [button.text() for button in blank.stops]
    blank.resize(600, 400)

    assert narrow == ["Load", "Import", "Your team has phrases?\nAdd its address…"]
    assert [button.text() for button in blank.stops][2] == "Your team has phrases? Add its address…"


def test_in_a_low_window_the_drawing_of_a_blank_gives_way(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    blank = Blank(look, window)
    blank.say("phrases", "None.", ("Load", list))
    window.show()
    blank.resize(300, 400)
    is_drawn = blank._drawing.isVisible()

    blank.resize(300, blank.minimumSizeHint().height() + 10)

    assert is_drawn
    assert not blank._drawing.isVisible()


@pytest.mark.parametrize("tone", [Tone.OK, Tone.LATE])
def test_how_grave_a_notice_is_stands_at_its_edge(qtbot: QtBot, look: Look, tone: Tone) -> None:
    notice = Notice(look)
    qtbot.addWidget(notice)
    notice.resize(300, 60)

    notice.say("已保存", tone)

    edge = notice.grab().toImage().pixelColor(GRID + 1, notice.height() // 2)
    assert edge == look.colour(tone.value)


def test_the_last_line_of_a_blank_is_no_single_word(qtbot: QtBot, look: Look) -> None:
    blank = Blank(look)
    qtbot.addWidget(blank)
    blank.say("warning", "话术文件已损坏，程序没有改动它。请在设置里恢复备份。")
    whole = blank._sentence.fontMetrics().horizontalAdvance(blank.sentence)

    blank.resize(whole - 10, 400)
    QApplication.sendEvent(blank, QResizeEvent(blank.size(), QSize()))

    assert whole / 2 <= blank._sentence.width() <= whole * 0.7


def test_a_text_without_spaces_is_broken_behind_a_mark() -> None:
    assert broken("团队有统一发布的话术？添加地址…") == "团队有统一发布的话术？\n添加地址…"
    assert broken("一二三") == "一二三"
