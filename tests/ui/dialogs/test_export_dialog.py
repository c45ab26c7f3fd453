"""The export: which phrases, which kind of file, what is lost, and the writing."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.core.imports.exports import SENTENCES, Loss, Target
from app.core.imports.reading import Found, Spot
from app.core.phrases.phrase import Image
from app.core.settings import Settings
from app.core.sheet.sheet import EMPTY
from app.core.storage import NotWritten, Trouble
from app.services.phrases.exporting import Exporting
from app.ui.import_dialogs import export_words
from app.ui.import_dialogs.export_desk import ExportDesk
from app.ui.import_dialogs.export_dialog import ExportDialog, Which
from tests.phrases import phrase

ROWS = (
    phrase(1, ("售前",), codes=("cf",)),
    phrase(2, ("售前", "催付")),
    phrase(3, ("售后",), images=(Image("a.png"),)),
)
GROUPS = [("售前",), ("售前", "催付"), ("售后",)]


class Office:
    """A library whose files carry text, title and group, but Sogou's only of phrases with a code."""

    def __init__(self, rows=ROWS):
        self.rows = rows
        self.written = []
        self.shown = []
        self.trouble = None
        self.gate = Event()
        self.gate.set()

    def carry(self, target, phrases, _manner):
        return [
            (Found(each.body, Spot(), each.title, each.group, each.codes),)
            if each.codes or target is not Target.SOGOU
            else ()
            for each in phrases
        ]

    def write(self, path, target, phrases, _manner, watch):
        self.gate.wait(5)
        watch.step(0, len(phrases))
        if self.trouble:
            raise NotWritten(path, self.trouble)
        self.written.append((path, target, [each.id for each in phrases]))
        return 2_048

    def desk(self):
        service = Exporting(self.carry, self.write, lambda: self.rows, lambda: EMPTY, Settings)
        return ExportDesk(
            every=service.all,
            in_group=service.in_group,
            some=service.some,
            groups=lambda: GROUPS if self.rows else [],
            manner=service.manner,
            preview=service.preview,
            write=service.write,
            folder=lambda: "/shop",
            show_folder=self.shown.append,
        )


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def open_dialog(qtbot, look, office):
    def make(chosen=()):
        made = ExportDialog(office.desk(), chosen)
        qtbot.addWidget(made)
        settle(qtbot, made)
        made.show()
        return made

    return make


def settle(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.worker.is_working)


def pick(qtbot, dialog, target):
    dialog.kinds.pick(target)
    settle(qtbot, dialog)


def test_all_phrases_are_meant_until_somebody_says_otherwise(open_dialog):
    dialog = open_dialog()

    assert dialog.which.value is Which.ALL
    assert dialog.export_button.text() == "Export 3 phrases…"
    assert dialog.export_button.isEnabled()
    assert dialog.focusWidget() is dialog.kinds.kinds[Target.XLSX].button


def test_what_the_file_loses_stands_there_before_it_is_written(qtbot, open_dialog, office):
    dialog = open_dialog()

    pick(qtbot, dialog, Target.SOGOU)

    assert dialog.losses.head.text() == "Into the file: 1 phrase. Left out: 2."
    assert dialog.losses.lines[0] == ("2", SENTENCES[Loss.NO_CODE])
    assert dialog.export_button.text() == "Export 1 phrase…"
    assert office.written == []


def test_a_file_that_carries_everything_says_so(qtbot, open_dialog, office):
    office.rows = ROWS[:2]

    dialog = open_dialog()

    assert dialog.losses.head.text() == "Everything goes into the file."


def test_those_chosen_in_the_window_are_meant_at_once(open_dialog):
    dialog = open_dialog(["p2", "answer:size"])

    assert dialog.which.value is Which.CHOSEN
    assert dialog.export_button.text() == "Export 1 phrase…"


def test_one_group_is_meant_with_those_inside_it(qtbot, open_dialog, office):
    dialog = open_dialog()
    dialog.which.pick(Which.GROUP)
    dialog.which.chosen.emit()
    settle(qtbot, dialog)
    first = dialog.export_button.text()

    dialog.group.setCurrentIndex(1)
    settle(qtbot, dialog)
    dialog.write_to("/shop/a.xlsx")
    settle(qtbot, dialog)

    assert dialog.group.isVisible()
    assert first == "Export 2 phrases…"
    assert office.written == [("/shop/a.xlsx", Target.XLSX, ["p2"])]


def test_what_was_written_is_told_and_its_folder_can_be_opened(qtbot, open_dialog, office):
    dialog = open_dialog()

    with qtbot.waitSignal(dialog.written):
        dialog.write_to("/shop/话术.xlsx")
    dialog.folder_button.click()

    assert dialog.status.text() == "Written: 话术.xlsx · 3 phrases · 2 KB"
    assert dialog.folder_button.isVisible()
    assert office.shown == ["/shop/话术.xlsx"]


@pytest.mark.parametrize("trouble", [Trouble.LOCKED, Trouble.FULL, Trouble.READ_ONLY, Trouble.GONE])
def test_a_file_that_cannot_be_written_is_a_sentence_and_can_be_tried_again(qtbot, open_dialog, office, trouble):
    dialog = open_dialog()
    office.trouble = trouble

    dialog.write_to("/shop/a.xlsx")
    settle(qtbot, dialog)
    told = dialog.status.text()
    office.trouble = None
    dialog.write_to("/shop/a.xlsx")
    settle(qtbot, dialog)

    assert told
    assert len(office.written) == 1


def test_while_a_file_is_written_nothing_else_can_be_chosen_and_it_can_be_stopped(qtbot, open_dialog, office):
    dialog = open_dialog()
    office.gate.clear()

    dialog.write_to("/shop/a.xlsx")
    is_locked = not dialog.kinds.isEnabled() and not dialog.export_button.isEnabled()
    dialog.work.late.timeout.emit()
    can_stop = dialog.work.stop_button.isVisible()
    dialog.work.stop_button.click()
    office.gate.set()

    assert is_locked
    assert can_stop
    assert dialog.status.text() == "Stopped. Nothing was written."
    assert dialog.kinds.isEnabled()
    assert dialog.export_button.isEnabled()


def test_another_choice_takes_the_former_result_away(qtbot, open_dialog):
    dialog = open_dialog()
    dialog.write_to("/shop/a.xlsx")
    settle(qtbot, dialog)

    pick(qtbot, dialog, Target.QIANNIU)

    assert dialog.status.text() == ""
    assert not dialog.folder_button.isVisible()


def test_an_empty_library_has_one_sentence_and_nothing_to_press_but_close(qtbot, open_dialog, office):
    office.rows = ()

    dialog = open_dialog()

    assert "Ctrl+N" in dialog.empty.text()
    assert dialog.empty.isVisible()
    assert not dialog.kinds.isVisible()
    assert not dialog.export_button.isVisible()


def test_a_library_that_is_filled_meanwhile_is_seen_when_the_window_is_asked_for_again(qtbot, open_dialog, office):
    office.rows = ()
    dialog = open_dialog()

    office.rows = ROWS
    dialog.choose(["p1", "p2"])
    settle(qtbot, dialog)

    assert dialog.export_button.isVisible()
    assert dialog.export_button.text() == "Export 2 phrases…"


def test_a_phrase_that_was_changed_meanwhile_goes_out_as_it_is_now(qtbot, open_dialog, office):
    dialog = open_dialog()
    office.rows = (*ROWS, phrase(4, ("售前",)))

    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    dialog.write_to("/shop/a.xlsx")
    settle(qtbot, dialog)

    assert office.written[0][2] == ["p1", "p2", "p3", "p4"]
    assert dialog.status.text().startswith("Written: a.xlsx · 4 phrases")


def test_arrows_choose_the_kind_and_control_enter_asks_where_it_shall_go(qtbot, open_dialog, monkeypatch, office):
    asked = []

    def answer(_parent, _title, suggested, pattern):
        asked.append((suggested, pattern))
        return "/shop/mine", pattern

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = open_dialog()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.kinds.kinds[Target.XLSX].button.hasFocus)

    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    settle(qtbot, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, dialog)

    assert dialog.kinds.value is Target.QIANNIU
    assert [each[1] for each in asked] == ["*.csv"]
    assert asked[0][0].endswith("Phrases for Qianniu.csv")
    assert [each[0] for each in office.written] == ["/shop/mine.csv"]


def test_a_file_that_nobody_named_in_full_is_not_replaced(qtbot, open_dialog, monkeypatch, office, tmp_path):
    (tmp_path / "mine.xlsx").write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    dialog = open_dialog()

    dialog.export_button.click()

    assert "mine.xlsx is there already" in dialog.status.text()
    assert office.written == []


def test_a_line_under_a_kind_chooses_it_too(qtbot, open_dialog):
    dialog = open_dialog()

    qtbot.mouseClick(dialog.kinds.kinds[Target.ESPANSO], Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)

    assert dialog.kinds.value is Target.ESPANSO


def test_tab_walks_from_the_phrases_by_the_kind_that_is_on_to_the_buttons(qtbot, open_dialog):
    dialog = open_dialog()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.kinds.kinds[Target.XLSX].button.hasFocus)
    first = dialog.focusWidget()

    seen = []
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())

    assert seen[0] is dialog.close_button
    assert seen[1] is dialog.export_button
    assert seen[3] is first


def test_an_error_of_our_own_is_told(qtbot, open_dialog, office):
    dialog = open_dialog()
    office.carry = None
    broken = replace(dialog._desk, preview=lambda *_: 1 / 0)
    dialog._desk = broken

    dialog.look_again()
    settle(qtbot, dialog)

    assert "ZeroDivisionError" in dialog.status.text()


def test_every_loss_has_its_sentence_word_for_word_and_every_kind_its_words():
    assert export_words.LOSSES == SENTENCES
    for say in (export_words.target, export_words.purpose, export_words.file_name):
        assert len({say(target) for target in Target}) == len(Target)
