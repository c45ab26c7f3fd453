from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.facts import templates
from app.core.phrases.pasting import Copied, NotPasted, Pasted, Reason
from app.core.phrases.phrase import Stage
from app.core.settings import Edge, Settings
from app.core.storage import Trouble
from app.ui.palette import Tone
from app.ui.place_names import FURTHER, ORDERS, word
from app.ui.rail import Place
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk, many, phrases

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_it_is_painted_before_anything_is_loaded(open_desk: OpenDesk) -> None:
    desk = open_desk()

    desk.window.show_first(None)

    assert desk.window.isVisible()
    assert "Loading" in desk.inside.panel.blank.sentence
    assert desk.inside.strip.hotkeys.isHidden()


def test_it_shows_what_is_pinned_and_most_used_first(desk: Desk) -> None:
    assert desk.ids()[:3] == ["gentle", "last", "sending"]
    assert desk.inside.panel.list.current() == "gentle"


def test_what_was_typed_while_loading_is_searched_afterwards(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.inside.search.setText("cf5")

    desk.serve()

    assert desk.ids() == ["last"]


@pytest.mark.parametrize(("keys", "wish"), [(NONE, "paste_wanted"), (CTRL, "copy_wanted")])
def test_an_enter_before_the_search_is_ready_counts_once_it_is(
    open_desk: OpenDesk, qtbot: QtBot, keys: Qt.KeyboardModifier, wish: str
) -> None:
    desk = open_desk().serve_early()
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "cf5")

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return, keys)
    before = desk.wishes.of(wish)
    desk.get_ready()
    desk.window.search_again()

    assert (before, desk.wishes.of(wish)) == ([], ["last"])


def test_an_enter_before_anything_was_loaded_counts_too(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "cf5")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)

    desk.serve()

    assert desk.wishes.of("paste_wanted") == []  # who pastes listens only after this
    qtbot.waitUntil(lambda: desk.wishes.of("paste_wanted") == ["last"])


def test_an_early_enter_is_forgotten_once_something_else_is_typed(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk().serve_early()
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "cf")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)

    qtbot.keyClicks(desk.inside.search, "5")
    desk.get_ready()

    assert desk.ids() == ["last"]
    assert desk.wishes.of("paste_wanted") == []


def test_an_early_enter_is_forgotten_once_the_window_was_left(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk().serve_early()
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "cf5")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)

    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))
    desk.get_ready()

    assert desk.ids() == ["last"]
    assert desk.wishes.of("paste_wanted") == []


def test_every_letter_searches(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.inside.search, "fahuo")

    assert desk.ids() == ["sending"]


def test_enter_pastes_the_best_hit(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.inside.search, "cf")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)

    assert desk.wishes.of("paste_wanted") == ["gentle"]


def test_arrows_choose_another_hit(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.inside.search, "cf")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Down)
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return, CTRL)

    assert desk.wishes.of("copy_wanted") == ["last"]
    assert desk.wishes.of("paste_wanted") == []


def test_alt_and_a_digit_paste_a_visible_row(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_3, ALT)

    assert desk.wishes.of("paste_wanted") == ["sending"]


def test_digits_count_from_the_first_visible_row(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(many(60)).serve()
    rows = desk.inside.panel.list
    rows.doItemsLayout()
    rows.verticalScrollBar().setValue(10 * 48)

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_1, ALT)

    assert desk.wishes.of("paste_wanted") == [desk.ids()[10]]


def test_a_digit_without_a_row_does_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.inside.search, "cf5")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_9, ALT)

    assert desk.wishes.of("paste_wanted") == []


@pytest.mark.parametrize(
    ("key", "held", "wish", "carried"),
    [
        (Qt.Key.Key_N, CTRL, "new_wanted", ""),
        (Qt.Key.Key_E, CTRL, "edit_wanted", "gentle"),
        (Qt.Key.Key_I, CTRL, "import_wanted", []),
        (Qt.Key.Key_Comma, CTRL, "settings_wanted", True),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "keys_wanted", True),
    ],
)
def test_the_keys_of_the_window_work_while_typing(
    desk: Desk, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, wish: str, carried: object
) -> None:
    qtbot.keyClick(desk.inside.search, key, held)

    assert desk.wishes.of(wish) == [carried]


def test_a_new_phrase_begins_with_what_was_not_found(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("没有这样的话术")

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_N, CTRL)

    assert desk.wishes.of("new_wanted") == ["没有这样的话术"]


def test_escape_clears_then_leaves(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("cf")

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Escape)
    had_left = desk.wishes.of("left_search")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Escape)

    assert (had_left, desk.inside.search.text()) == ([], "")
    assert desk.wishes.of("left_search") == [True]


def test_opening_the_search_lifts_the_flag_that_keeps_the_keyboard_out(desk: Desk) -> None:
    def accepts_focus() -> bool:
        return not desk.window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus

    before = accepts_focus()
    desk.window.open_search()
    opened = accepts_focus()
    desk.window.leave_search()

    assert (before, opened, accepts_focus()) == (False, True, False)


def test_opening_the_search_selects_what_was_typed_last(desk: Desk) -> None:
    desk.inside.search.setText("cf")

    desk.window.open_search()

    assert desk.inside.search.selectedText() == "cf"


def test_losing_the_keyboard_keeps_it_out_again(desk: Desk) -> None:
    desk.window.open_search()

    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))

    assert not desk.window.focus.is_taken
    assert desk.wishes.of("left_search") == []


def test_a_click_on_a_row_pastes_it_and_takes_no_keyboard(desk: Desk, qtbot: QtBot) -> None:
    rows = desk.inside.panel.list

    qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(desk.inside.panel.model.index(2)).center()
    )

    assert desk.wishes.of("paste_wanted") == ["sending"]
    assert not desk.window.focus.is_taken


def test_a_click_with_ctrl_selects_and_pastes_nothing(desk: Desk, qtbot: QtBot) -> None:
    rows = desk.inside.panel.list
    place = rows.visualRect(desk.inside.panel.model.index(2)).center()

    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, CTRL, place)

    assert desk.wishes.of("paste_wanted") == []
    assert rows.selected() == ["gentle", "sending"]


def test_a_click_into_the_search_box_asks_for_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.inside.search, Qt.MouseButton.LeftButton)

    assert desk.window.focus.is_taken


def test_shift_and_arrows_select_several(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert desk.inside.panel.list.selected() == ["gentle", "last"]


def test_delete_puts_into_the_bin_and_offers_an_undo(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Delete)
    after = desk.ids()
    notice = (desk.inside.panel.notice.text, desk.inside.panel.notice.action)
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert "gentle" not in after
    assert notice == ("“催付·温和提醒” is in the bin", "Undo")
    assert "gentle" in desk.ids()


def test_delete_is_about_several_rows_although_the_last_search_is_selected(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("cf")
    desk.window.open_search()
    before = desk.ids()

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Delete)

    assert desk.inside.search.text() == "cf"
    assert desk.ids() == before[2:]


def test_what_an_undo_brought_back_is_selected(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.panel.list.choose(["sending"])
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Delete)

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert desk.inside.panel.list.selected() == ["sending"]


def test_after_a_delete_the_next_row_is_selected(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.panel.list.choose(["sending"])

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Delete)

    assert desk.inside.panel.list.current() == "welcome"


def test_ctrl_z_undoes_typing_where_nothing_was_just_done(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "cf")

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert desk.inside.search.text() == ""


def test_ctrl_z_undoes_a_deed_that_is_not_told_before_what_was_typed_earlier(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "fh")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_P, CTRL)
    were_pinned = desk.store.rows["sending"].is_pinned

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)
    is_pinned, still_typed = desk.store.rows["sending"].is_pinned, desk.inside.search.text()
    desk.inside.panel.notice.clear()
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert (were_pinned, is_pinned) == (True, False)
    assert (still_typed, desk.inside.search.text()) == ("fh", "")


def test_a_search_that_was_cleared_comes_not_back_for_a_pin(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, "fh")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Escape)
    desk.inside.panel.list.choose(["sending"])
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_P, CTRL)

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert not desk.store.rows["sending"].is_pinned
    assert desk.inside.search.text() == ""


def test_pin_duplicate_and_their_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.panel.list.choose(["sending"])
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_P, CTRL)
    is_pinned = desk.store.rows["sending"].is_pinned
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_P, CTRL)
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_D, CTRL)

    assert is_pinned
    assert not desk.store.rows["sending"].is_pinned
    assert len(desk.store.rows) == len(phrases()) + 1


def test_a_change_keeps_the_selection(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.panel.list.choose(["welcome"])

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_P, CTRL)

    assert desk.inside.panel.list.current() == "welcome"
    assert desk.ids().index("welcome") < 3


def test_a_change_that_could_not_be_kept_is_said_and_nothing_is_lost(desk: Desk, qtbot: QtBot) -> None:
    desk.store.trouble = Trouble.FULL

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Delete)

    assert "disk is full" in desk.inside.panel.notice.text
    assert "gentle" in desk.ids()


def test_the_stage_is_filtered_and_remembered(desk: Desk) -> None:
    desk.inside.panel.chips.choose(Stage.LOGISTICS)

    assert desk.ids() == ["sending"]
    assert desk.settings.settings.stage is Stage.LOGISTICS


def test_the_stage_of_last_time_is_on(open_desk: OpenDesk) -> None:
    desk = open_desk(settings=Settings(stage=Stage.WELCOME, edge=Edge.NONE)).serve()

    assert desk.ids() == ["welcome"]


def test_an_empty_library_offers_the_starter_pack(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(()).serve()

    qtbot.mouseClick(desk.inside.panel.blank._first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(desk.inside.panel.blank._second, Qt.MouseButton.LeftButton)

    assert desk.wishes.of("starter_wanted") == [True]
    assert desk.wishes.of("import_wanted") == [[]]


def test_a_search_without_hits_offers_to_make_a_phrase_of_it(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("没有这样的话术")

    qtbot.mouseClick(desk.inside.panel.blank._first, Qt.MouseButton.LeftButton)

    assert "没有这样的话术" in desk.inside.panel.blank.sentence
    assert desk.wishes.of("new_wanted") == ["没有这样的话术"]


def test_a_filtered_search_without_hits_offers_to_search_everywhere(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.panel.chips.choose(Stage.WELCOME)
    desk.inside.search.setText("最后")

    qtbot.mouseClick(desk.inside.panel.blank._first, Qt.MouseButton.LeftButton)

    assert desk.ids() == ["last"]


def test_data_that_cannot_be_read_is_said_in_place_of_the_list(open_desk: OpenDesk) -> None:
    desk = open_desk()

    desk.window.show_trouble("The phrases file is damaged.")

    assert desk.inside.panel.blank.sentence == "The phrases file is damaged."


def test_files_dropped_on_it_are_imported(desk: Desk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "话术.csv")), QUrl("https://example.com/x.csv")])
    event = QDropEvent(
        QPointF(50, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    desk.window.dropEvent(event)

    assert desk.wishes.of("import_wanted") == [[tmp_path / "话术.csv"]]


def test_a_good_paste_is_told_by_the_strip_and_clears_the_search(desk: Desk) -> None:
    desk.inside.search.setText("cf")

    desk.window.show_outcome(Pasted("gentle", "text"), desk.library.get("gentle"))

    assert desk.inside.strip.last.said == "催付·温和提醒"
    assert desk.inside.panel.notice.text == ""
    assert desk.inside.search.text() == ""


def test_a_paste_in_parts_offers_the_next_one(desk: Desk) -> None:
    desk.inside.search.setText("dz")

    desk.window.show_outcome(Pasted("address", "text", parts_left=1), desk.library.get("address"))
    desk.inside.panel.notice.do()

    assert desk.inside.search.text() == "dz"
    assert desk.wishes.of("paste_wanted") == ["address"]


def test_a_copy_gives_the_keyboard_back_to_the_chat(desk: Desk) -> None:
    desk.window.open_search()

    desk.window.show_outcome(Copied("gentle", "text"), desk.library.get("gentle"))

    assert desk.wishes.of("left_search") == [True]


def test_a_refusal_stays_and_offers_the_text(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText("cf")

    desk.window.show_outcome(NotPasted(Reason.TARGET_MOVED, "gentle", "亲"), desk.library.get("gentle"))
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return, ALT)

    assert desk.wishes.of("copy_text_wanted") == ["亲"]
    assert desk.wishes.of("paste_wanted") == []
    assert desk.inside.search.text() == "cf"


REFUSED = NotPasted(Reason.TARGET_MOVED, "gentle", "亲")


def test_a_good_paste_clears_the_refusal_before_it(desk: Desk) -> None:
    desk.window.show_outcome(REFUSED, desk.library.get("gentle"))

    desk.window.show_outcome(Pasted("welcome", "text"), desk.library.get("welcome"))

    assert desk.inside.panel.notice.text == ""


def test_after_a_refusal_no_tick_stands_beside_it(desk: Desk) -> None:
    desk.window.show_outcome(Pasted("welcome", "text"), desk.library.get("welcome"))

    desk.window.show_outcome(REFUSED, desk.library.get("gentle"))

    assert desk.inside.strip.last.isHidden()


def test_typing_something_else_clears_a_refusal(desk: Desk, qtbot: QtBot) -> None:
    desk.window.show_outcome(REFUSED, desk.library.get("gentle"))

    qtbot.keyClicks(desk.inside.search, "f")

    assert desk.inside.panel.notice.text == ""


def test_typing_something_else_keeps_the_offered_undo(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Delete)

    qtbot.keyClicks(desk.inside.search, "f")

    assert desk.inside.panel.notice.action == "Undo"


def test_a_warning_about_what_was_pasted_outlives_the_cleared_search(desk: Desk) -> None:
    desk.inside.search.setText("cf")

    desk.window.show_outcome(Pasted("last", "text", doubtful_words=("最",)), desk.library.get("last"))

    assert desk.inside.search.text() == ""
    assert "最" in desk.inside.panel.notice.text


@pytest.mark.parametrize(
    ("outcome", "wish", "carried"),
    [
        (NotPasted(Reason.MISSING_FACTS, "gentle", "亲", ("shop",)), "settings_wanted", True),
        (NotPasted(Reason.FORBIDDEN_WORDS, "gentle", "亲", ("国家级",)), "edit_wanted", "gentle"),
        (NotPasted(Reason.IMAGE_GONE, "gentle", "亲"), "edit_wanted", "gentle"),
        (NotPasted(Reason.NO_TARGET, "gentle", "亲"), "copy_text_wanted", "亲"),
    ],
)
def test_the_notice_offers_what_helps(desk: Desk, outcome: NotPasted, wish: str, carried: object) -> None:
    desk.window.show_outcome(outcome, desk.library.get("gentle"))

    desk.inside.panel.notice.do()

    assert desk.wishes.of(wish) == [carried]


def test_what_cannot_be_seen_is_told_elsewhere(desk: Desk) -> None:
    desk.window.hide()

    desk.window.show_notice("Nothing was pasted.", Tone.SOON)

    assert desk.wishes.of("unseen") == ["Nothing was pasted."]


def test_questions_are_asked_above_the_list_and_answered_by_enter(desk: Desk, qtbot: QtBot) -> None:
    phrase = desk.library.get("gentle")
    assert phrase is not None

    desk.window.ask(phrase, templates.questions(phrase.body), {"剩余时间": "2 小时"})
    first = desk.inside.panel.questions.first
    qtbot.keyClick(first, Qt.Key.Key_Return)

    assert desk.wishes.of("answered") == [{"剩余时间": "2 小时"}]
    assert not desk.inside.panel.questions.is_asking


def test_escape_takes_the_questions_back(desk: Desk, qtbot: QtBot) -> None:
    phrase = desk.library.get("gentle")
    assert phrase is not None
    desk.window.ask(phrase, templates.questions(phrase.body), {})

    qtbot.keyClick(desk.inside.panel.questions.first, Qt.Key.Key_Escape)

    assert desk.wishes.of("answers_cancelled") == [True]
    assert desk.wishes.of("answered") == []


def test_opening_the_search_goes_to_the_questions_that_still_wait(desk: Desk) -> None:
    phrase = desk.library.get("gentle")
    assert phrase is not None
    desk.window.ask(phrase, templates.questions(phrase.body), {})
    desk.inside.search.setFocus()

    desk.window.open_search()

    assert desk.window.focusWidget() is desk.inside.panel.questions.first


def test_a_saved_phrase_is_selected_however_far_down_it_stands(open_desk: OpenDesk) -> None:
    desk = open_desk(many(120)).serve()
    draft = replace(desk.library.draft("亲，新的一句"), title="新的一句")
    desk.window.show_changes(desk.library.save(draft))

    desk.window.tell_saved()

    assert desk.inside.panel.list.current() == draft.id


def test_a_saved_phrase_outside_the_filter_leaves_the_selection_alone(desk: Desk) -> None:
    desk.inside.panel.chips.choose(Stage.PAYMENT)
    desk.inside.panel.list.choose(["last"])
    desk.window.show_changes(desk.library.save(replace(desk.library.draft("亲"), title="别处")))

    desk.window.tell_saved()

    assert desk.inside.panel.list.current() == "last"


def test_a_code_typed_whole_is_found_although_a_filter_is_on(desk: Desk) -> None:
    desk.inside.panel.chips.choose(Stage.PAYMENT)

    desk.inside.search.setText("fh")

    assert desk.ids()[0] == "sending"


def test_a_code_inside_the_filter_goes_before_the_same_one_outside(open_desk: OpenDesk) -> None:
    rows = [replace(row, codes=("tk",)) if row.id == "address" else row for row in phrases()]
    desk = open_desk(tuple(rows)).serve()
    desk.inside.panel.chips.choose(Stage.AFTER_SALES)

    desk.inside.search.setText("tk")

    assert desk.ids() == ["refund"]


def test_the_menu_shows_the_key_of_the_bin(desk: Desk) -> None:
    menu = desk.inside._menu.build(desk.window, desk.window.settings, is_paused=False)

    assert "Bin…\tCtrl+B" in [action.text() for action in menu.actions()]


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (Qt.Key.Key_Delete, "Undone: 2 phrases are back."),
        (Qt.Key.Key_D, "Undone: 2 phrases are gone again."),
        (Qt.Key.Key_P, "Undone: 2 phrases are as they were before."),
    ],
)
def test_it_is_said_what_was_undone(desk: Desk, qtbot: QtBot, deed: Qt.Key, said: str) -> None:
    desk.inside.panel.list.choose(["sending", "welcome"])
    qtbot.keyClick(desk.inside.search, deed, Qt.KeyboardModifier.NoModifier if deed == Qt.Key.Key_Delete else CTRL)

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert desk.inside.panel.notice.text == said
    assert desk.inside.panel.notice.action == ""


def test_a_duplicate_that_was_undone_is_named_although_it_is_gone(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.panel.list.choose(["review"])
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_D, CTRL)

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Z, CTRL)

    assert "求好评" in desk.inside.panel.notice.text


def test_a_change_made_elsewhere_is_shown(desk: Desk) -> None:
    desk.library.save(replace(phrases()[3], title="欢迎光临"))

    desk.window.show_changes(frozenset({Kind.PHRASES}))

    assert "欢迎光临" in desk.titles()


def test_pausing_is_asked_of_the_front_door(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.inside.strip.hotkeys, Qt.MouseButton.LeftButton)
    desk.window.set_hotkeys(is_paused=True)
    said = desk.inside.strip.hotkeys.said
    qtbot.mouseClick(desk.inside.strip.hotkeys, Qt.MouseButton.LeftButton)

    assert desk.wishes.of("pause_wanted") == [True, False]
    assert said == "Hotkeys paused"


def test_taken_hotkeys_lead_to_the_settings(desk: Desk, qtbot: QtBot) -> None:
    desk.window.set_hotkeys(is_paused=False, taken=2)

    qtbot.mouseClick(desk.inside.strip.hotkeys, Qt.MouseButton.LeftButton)

    assert desk.inside.strip.hotkeys.said == "2 hotkeys taken"
    assert desk.wishes.of("settings_wanted") == [True]


def test_the_strip_leads_to_the_phrase_that_went_out_last(desk: Desk, qtbot: QtBot) -> None:
    desk.window.show_outcome(Pasted("welcome", "text"), desk.library.get("welcome"))

    qtbot.mouseClick(desk.inside.strip.last, Qt.MouseButton.LeftButton)

    assert desk.inside.panel.list.current() == "welcome"


def test_docking_moves_it_and_is_remembered(desk: Desk) -> None:
    desk.window.berth.dock(Edge.LEFT)

    assert desk.window.x() == desk.window.screen().availableGeometry().x()
    assert desk.settings.settings.edge is Edge.LEFT
    assert next(iter(desk.settings.settings.places.values())).startswith("left ")


def test_a_window_that_was_dragged_off_screen_comes_back(desk: Desk) -> None:
    desk.window.is_fresh = False
    desk.window.move(-200, 5000)

    desk.window.settled.emit()

    assert desk.window.screen().availableGeometry().contains(desk.window.geometry())


def test_a_place_that_the_system_chose_at_showing_is_not_taken_for_the_agents(desk: Desk) -> None:
    before = desk.window.geometry()
    desk.window.hide()
    desk.window.show()
    desk.window.move(0, 0)

    desk.window.settled.emit()

    assert desk.window.geometry() == before
    assert desk.settings.settings.places == {}


def test_nothing_moves_when_the_further_places_come(desk: Desk) -> None:
    before = desk.inside.panel.mapTo(desk.window, QPoint()), desk.inside.panel.size()

    for name in FURTHER:
        desk.inside.add_place(Place(name, "timers", partial(word, name)), QLabel())
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    assert (desk.inside.panel.mapTo(desk.window, QPoint()), desk.inside.panel.size()) == before


def test_a_place_that_is_wanted_before_it_stands_opens_when_it_comes(desk: Desk) -> None:
    desk.window.open_search()
    desk.inside.routing.open(ORDERS)
    orders = QLabel()

    desk.inside.add_place(Place(ORDERS, "orders", partial(word, ORDERS)), orders)
    desk.inside.routing.catch_up()

    assert desk.inside.place is orders


def test_what_is_done_to_a_row_before_all_is_read_is_done_then(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    wanted: list[tuple[str, ...]] = []
    desk.window.rename_wanted.connect(wanted.append)
    desk.window.dress()
    desk.window.open_search()

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_F2)
    said = desk.inside.notice.text
    desk.serve()
    QApplication.processEvents()

    assert said == ""
    assert wanted == [("付款", "催付")]


def test_who_typed_on_meanwhile_stays_at_the_search(desk: Desk) -> None:
    desk.window.open_search()
    desk.inside.routing.open(ORDERS)
    desk.inside.search.setText("cf")

    desk.inside.add_place(Place(ORDERS, "orders", partial(word, ORDERS)), QLabel())
    desk.inside.routing.catch_up()

    assert desk.inside.place is desk.inside.panel


def test_the_key_of_the_news_says_what_to_do_while_there_is_no_pack(desk: Desk) -> None:
    desk.inside.routing.open("news")
    said = desk.inside.notice.text
    desk.inside.notice.do()

    assert said.startswith("There is no team pack")
    assert desk.wishes.of("sources_wanted") == [True]


def test_staying_on_top_is_switched_at_once(desk: Desk) -> None:
    desk.preferences.change(is_on_top=False)

    desk.window.show_changes(frozenset({Kind.SETTINGS}))

    assert not desk.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint


def test_an_export_means_what_was_found_or_what_is_selected_and_else_all(desk: Desk) -> None:
    routing = desk.inside.routing

    routing.do("export")
    desk.inside.search.setText("最后")
    routing.do("export")
    desk.inside.search.clear()
    desk.inside.panel.list.selectAll()
    routing.do("export")

    first, found, selected = desk.wishes.of("export_wanted")
    assert (first, found) == ([], ["last"])
    assert len(selected) > 1


def test_what_runs_is_reached_with_tab_where_it_stands_though_it_comes_later(desk: Desk) -> None:
    strip = desk.inside.strip

    wanted: list[QWidget] = [strip.countdowns, strip.hotkeys, strip.last, desk.inside.more]
    wanted.insert(0, strip.orders)

    chain: list[QWidget] = [desk.inside.search]
    while (following := chain[-1].nextInFocusChain()) is not chain[0]:
        chain.append(following)

    assert [each for each in chain if each in wanted] == wanted
