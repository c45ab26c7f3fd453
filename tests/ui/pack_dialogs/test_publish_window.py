"""A lead publishes: from what is chosen to what everybody gets, and what may come in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.core.imports.reading import Reason, Spot
from app.core.packs.confirmations import Confirmations
from app.core.packs.findings import Finding, Severity
from app.core.packs.lead_choices import LeadChoices, Manner, Origin
from app.core.packs.of_own import OwnThings
from app.core.phrases.phrase import Phrase
from app.core.shares.share import Fault, ShareTrouble
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.products import Product
from app.core.storage import Trouble
from app.ui.dialogs.start_folder import in_documents
from app.ui.pack_dialogs.difference_rows import MUST_READ
from app.ui.pack_dialogs.pages import Step
from app.ui.pack_dialogs.publish_window import PublishWindow
from app.ui.pack_dialogs.rules_dialog import RulesDialog
from tests.fakes import FakeShare
from tests.published import NOW, key, pack, phrase
from tests.ui.pack_dialogs.lead import BOOK, FOLDER, PASSWORD, READY, Lead, plain

OpenWindow = Callable[[Lead], PublishWindow]
FIRST = pack(note="第一版")
SECOND = pack(phrase("hello", "亲，您好"), phrase("late", "亲，稍等哦"), must_read=("shop/late",), note="改了欢迎语")
WARNED = pack(phrase("hello", "亲，我们是全网最低价"))


def settled(window: PublishWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not (window.press.is_working or window.sitting.is_working))


def publish(window: PublishWindow, qtbot: QtBot, password: str = PASSWORD) -> None:
    window.show_step(Step.CHANGES)
    window.changes.password.setText(password)
    window.go_on()
    settled(window, qtbot)


def button_text(window: PublishWindow) -> str:
    return window.go_button.text() if window.go_button.isVisible() else ""


# What and where.


def test_whoever_goes_on_without_a_place_is_led_to_where_it_is_written(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Lead(LeadChoices(file=BOOK), FIRST))
    settled(window, qtbot)
    window.show_step(Step.CHECK)

    window.go_on()

    assert window.pages.step is Step.SOURCE
    assert window.focusWidget() is window.source.place.address
    assert window.status.text() == "Choose where it goes, then go on."


def test_the_page_of_changes_without_a_place_leads_to_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Lead(LeadChoices(file=BOOK), FIRST))
    settled(window, qtbot)
    window.show_step(Step.CHANGES)
    said = button_text(window)

    window.go_on()

    assert said == "Choose where it goes"
    assert window.pages.step is Step.SOURCE


def test_the_page_of_changes_leads_back_to_the_errors(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Lead(READY, FIRST, problems=(Finding(Spot(BOOK), Reason.NOT_FOUND.value),)))
    settled(window, qtbot)
    window.show_step(Step.CHANGES)
    said = button_text(window)

    window.go_on()

    assert said == "Check"
    assert window.pages.step is Step.CHECK
    assert "Choose the file again on the first page" in window.check.advice.text()


def test_whoever_forgot_the_password_can_type_it_at_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Lead())
    settled(window, qtbot)
    window.show_step(Step.CHANGES)

    window.go_on()

    assert window.focusWidget() is window.changes.password
    assert window.changes.password_field.refusal == "Type the password of the key."


def test_with_errors_the_list_has_the_keyboard_and_not_the_button_that_closes(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(Lead(LeadChoices(file=BOOK), FIRST, problems=(Finding(Spot(BOOK), "nothing_in_it"),)))
    settled(window, qtbot)
    window.show_step(Step.SOURCE)

    window.go_on()

    assert window.pages.step is Step.CHECK
    assert window.focusWidget() is window.check.table


def test_a_question_for_a_file_begins_among_the_documents(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *said: (begun.append(said[2]), ("", ""))[1])
    window = open_window(Lead(LeadChoices()))

    window.source.what.chinese_button.click()

    assert begun == [in_documents("话术包.xlsx")]
    assert PurePath(begun[0]).is_absolute()


def test_a_window_in_which_nothing_was_chosen_yet_says_what_to_do(open_window: OpenWindow) -> None:
    window = open_window(Lead(LeadChoices()))

    window.show_step(Step.CHANGES)

    assert "Drop the workbook" in window.source.what.told.text()
    assert window.changes.told.text() == "Choose what is published on the first page."
    assert button_text(window) == ""
    assert not window.check.file_button.isVisibleTo(window.check)


def test_what_was_chosen_the_last_time_is_compared_when_the_window_opens(open_window: OpenWindow) -> None:
    lead = Lead(book=SECOND)
    lead.publish(FIRST)

    window = open_window(lead)

    assert window.pages.step is Step.CHANGES
    assert window.changes.told.text() == "1 new · 1 changed · 1 withdrawn"
    assert button_text(window) == "Publish number 2"


def test_a_dropped_file_is_read_and_remembered(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(LeadChoices())
    window = open_window(lead)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(BOOK)])

    held = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, held))
    settled(window, qtbot)

    assert lead.choices.file == BOOK
    assert window.sitting.examined is not None
    assert window.changes.told.text() == "Choose where it goes on the first page."


def test_an_address_loses_what_lets_somebody_in_and_that_is_kept_elsewhere(open_window: OpenWindow) -> None:
    lead = Lead(LeadChoices())
    window = open_window(lead)

    window.source.place.choose_folder("https://mei:geheim@dav.example.com/packs")

    assert lead.choices.folder == "https://dav.example.com/packs"
    secret = lead.secrets["https://dav.example.com/packs"]
    assert secret is not None
    assert (secret.user, secret.password) == ("mei", "geheim")
    assert window.source.place.way_in.isVisible()
    assert window.source.place.password.text() == "geheim"


def test_an_address_that_is_none_is_refused_under_its_field(open_window: OpenWindow) -> None:
    lead = Lead()
    window = open_window(lead)
    window.show_step(Step.SOURCE)

    window.source.place.choose_folder("packs")

    assert "packs is no folder" in window.source.place.address_field.refusal
    assert lead.choices.folder == FOLDER


def test_a_blank_workbook_becomes_the_file_that_is_published(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(LeadChoices())
    window = open_window(lead)

    window.source.what.template_wanted.emit("/shop/new.xlsx", True)
    settled(window, qtbot)

    assert lead.templates == [("/shop/new.xlsx", True)]
    assert lead.choices.file == "/shop/new.xlsx"
    assert lead.opened == ["/shop/new.xlsx"]


def test_what_could_not_be_remembered_is_said(open_window: OpenWindow) -> None:
    lead = Lead()
    window = open_window(lead)
    lead.trouble = Trouble.FULL

    window.source.place.choose_folder("/elsewhere")

    assert window.status.text() != ""
    assert lead.choices.folder == FOLDER


def test_what_this_pc_holds_goes_out_by_the_groups_that_are_ticked(open_window: OpenWindow, qtbot: QtBot) -> None:
    own = OwnThings((Phrase("cf", "催付", "亲，还没付款哦", ("付款",)), Phrase("x", "私", "我的", ("我的",))))
    lead = Lead(replace(READY, origin=Origin.OWN, pack_id="shop", pack_name="小店"), own=own)
    window = open_window(lead)
    part = window.source.what.own

    part.groups.item(0).setCheckState(Qt.CheckState.Checked)
    settled(window, qtbot)
    publish(window, qtbot)

    assert lead.choices.groups == (("付款",),)
    assert lead.bodies() == ["亲，还没付款哦"]


def test_a_phrase_that_was_written_meanwhile_is_read_when_the_window_comes_back(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    own = OwnThings((Phrase("cf", "催付", "亲，还没付款哦", ("付款",)),))
    chosen = replace(READY, origin=Origin.OWN, pack_id="shop", pack_name="小店", groups=(("付款",),))
    lead = Lead(chosen, own=own)
    window = open_window(lead)

    lead.own = OwnThings((*own.phrases, Phrase("cf5", "最后提醒", "亲，还剩 5 分钟", ("付款",))))
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    settled(window, qtbot)

    assert window.changes.told.text() == "2 new"
    assert window.source.what.own.groups.item(0).text().endswith("1")


def test_whoever_publishes_what_the_pc_holds_is_offered_an_id_and_reads_on_at_once(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead(READY, own=OwnThings((Phrase("cf", "催付", "亲，还没付款哦", ("付款",)),)))
    window = open_window(lead)
    part = window.source.what

    part.origin.pick(Origin.OWN)
    part.origin.chosen.emit()
    settled(window, qtbot)

    assert part.own.pack_id.text() == lead.choices.pack_id == "shop"
    assert window.sitting.examined is not None


def test_a_lead_does_not_write_over_the_workbook_that_is_published(open_window: OpenWindow) -> None:
    window = open_window(Lead(plain(BOOK)))

    assert window.changes.told.text().startswith("That is your own file")
    assert button_text(window) == ""


def test_a_pack_id_that_no_share_can_hold_is_refused_under_its_field(open_window: OpenWindow) -> None:
    window = open_window(Lead(replace(READY, origin=Origin.OWN)))
    window.show_step(Step.SOURCE)
    part = window.source.what.own

    part.pack_id.setText("话术")
    part.pack_id.editingFinished.emit()

    assert "Letters, digits" in part.id_field.refusal


# The check.


def test_an_error_stops_everything_until_it_is_corrected(open_window: OpenWindow, qtbot: QtBot) -> None:
    error = Finding(Spot(BOOK, "话术", 3, "内容"), "needed", Severity.ERROR)
    lead = Lead(problems=(error,))
    window = open_window(lead)

    assert window.pages.step is Step.CHECK
    assert "1 errors" in window.check.verdict.text()
    assert not window.go_button.isEnabled()
    lead.problems, lead.stamp = (), 1
    window.sitting.file_watch.look()
    qtbot.waitUntil(lambda: not window.sitting.file_watch._worker.is_working)
    window.sitting.file_watch.look()
    qtbot.waitUntil(lambda: bool(window.sitting.examined and window.sitting.examined.pack))
    settled(window, qtbot)

    assert window.check.verdict.text().startswith("Nothing stands against")
    assert window.go_button.isEnabled()


def test_warnings_are_counted_told_with_their_place_and_may_be_waved_through(open_window: OpenWindow) -> None:
    window = open_window(Lead(book=WARNED))
    window.show_step(Step.CHECK)

    assert window.check.model.rowCount() >= 1
    assert "全网最低" in window.check.sentence.text()
    assert "other words" in window.check.advice.text()
    assert button_text(window) == f"Go on with {window.check.model.rowCount()} warnings"
    window.go_on()

    assert window.pages.step is Step.CHANGES


def test_a_word_that_blocks_stops_the_window_until_it_is_gone_or_harmless(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead(LeadChoices(file=BOOK, folder=FOLDER, rules="block 全网最低"), book=WARNED)
    window = open_window(lead)

    window.show_step(Step.CHANGES)
    stopped = window.changes.told.text()
    window.sitting.keep(replace(lead.choices, rules="block 全网最低 | 全网最低价"))
    settled(window, qtbot)

    assert stopped == "Correct the errors of the check first."
    assert window.changes.told.text() == "1 new"


def test_a_place_is_copied_as_a_spreadsheet_jumps_to_it(open_window: OpenWindow) -> None:
    window = open_window(Lead(book=WARNED))
    window.show_step(Step.CHECK)

    window.check.table.doubleClicked.emit(window.check.table.currentIndex())

    assert QGuiApplication.clipboard().text() == "'话术'!A2"
    assert "name box" in window.status.text()


def test_findings_are_narrowed_by_their_severity_and_their_rule(open_window: OpenWindow) -> None:
    hint = Finding(Spot(BOOK, "话术", 3, "内容"), "code_of_no_phrase", Severity.HINT, ("cf",))
    window = open_window(Lead(book=WARNED, problems=(hint,)))
    window.show_step(Step.CHECK)
    page = window.check

    page.filters.pick(Severity.HINT)
    page.filters.chosen.emit()

    assert page.model.rowCount() == 1
    assert [page.rules.itemText(at) for at in range(page.rules.count())] == ["All findings", "Codes without a phrase 1"]


def test_a_whole_phrase_that_is_harmless_is_added_to_the_lists_and_checked_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead(book=pack(phrase("hello", "亲，保证书在盒子里")))
    window = open_window(lead)
    window.show_step(Step.CHECK)
    assert "保证" in window.check.sentence.text()

    window.check.word_button.click()
    (dialog,) = window.findChildren(RulesDialog)
    dialog.text.insertPlainText("保证书")
    dialog.keep()
    settled(window, qtbot)

    assert "不能保证 没法保证 无法保证 保证书" in lead.choices.rules
    assert window.check.model.rowCount() == 0


def test_a_list_with_a_line_that_is_no_rule_is_not_kept(open_window: OpenWindow) -> None:
    lead = Lead()
    window = open_window(lead)
    window.check.lists_button.click()
    (dialog,) = window.findChildren(RulesDialog)

    dialog.text.setPlainText("warn 最\nnonsense")
    dialog.keep()

    assert dialog.field.refusal == "Line 2 is no rule: nonsense"
    assert lead.choices.rules == ""
    dialog.put_back()
    dialog.keep()
    assert lead.choices.rules == ""


# What changes, and publishing it.


def test_what_is_published_is_what_everybody_gets_with_its_note_and_must_reads(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead(book=SECOND)
    lead.publish(FIRST)
    window = open_window(lead)
    window.changes.note.setPlainText("请看欢迎语")
    window.changes.view.model.toggle(window.changes.view.model.index(0, MUST_READ))

    publish(window, qtbot)

    entry = lead.folder("").publications.newest_of("shop")
    assert entry is not None
    assert (entry.number, entry.note, set(entry.marks)) == (2, "请看欢迎语", {"shop/hello", "shop/late"})
    assert lead.bodies() == ["亲，您好", "亲，稍等哦"]
    assert window.changes.done.title.text() == "Publication 2 is out"
    assert key().public.fingerprint in window.changes.done.hint.text()
    assert "第" not in window.changes.done.message()
    assert FOLDER in window.changes.done.message()


def test_nothing_new_is_said_instead_of_publishing_it_again(open_window: OpenWindow) -> None:
    lead = Lead(book=FIRST)
    lead.publish(FIRST)

    window = open_window(lead)

    assert window.changes.told.text() == "Nothing has changed since publication 1. Nothing was published."
    assert button_text(window) == ""


def test_without_a_key_the_place_where_it_is_made_is_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(signer=None)
    window = open_window(lead)

    publish(window, qtbot)

    assert window.pages.step is Step.SOURCE
    assert "Make the key first" in window.status.text()
    window.source.key.first.setText(PASSWORD)
    window.source.key.again.setText("other")
    window.source.key.make()
    assert window.source.key.again_field.refusal == "The two passwords are different."
    window.source.key.again.setText(PASSWORD)
    window.source.key.make()
    qtbot.waitUntil(lambda: not window.source.key.worker.is_working)
    settled(window, qtbot)
    assert window.source.key.fingerprint.text() == key().public.fingerprint
    assert window.source.key.copy_button.hasFocus()  # the next step is to tell it

    publish(window, qtbot, password="")
    assert len(lead.bodies()) == 2


def test_a_wrong_password_is_refused_under_its_field_and_nothing_is_published(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead()
    window = open_window(lead)

    publish(window, qtbot, password="")
    assert window.changes.password_field.refusal == "Type the password of the key."
    publish(window, qtbot, password="wrong")

    assert "does not open" in window.changes.password_field.refusal
    assert lead.share.files == {}
    publish(window, qtbot)
    assert len(lead.bodies()) == 2


def test_another_key_asks_before_it_takes_over(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(book=FIRST, signer=key("former"))
    lead.publish(FIRST)
    lead.book, lead.signer = SECOND, key()
    window = open_window(lead)

    publish(window, qtbot)

    assert "signed with another key" in window.changes.told.text()
    assert len(lead.folder("").history("shop")) == 1
    window.changes.new_key_button.click()
    settled(window, qtbot)
    assert lead.bodies() == ["亲，您好", "亲，稍等哦"]


def test_who_was_outrun_sees_what_the_other_did_and_may_publish_on_top(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(book=SECOND)
    lead.publish(FIRST)
    window = open_window(lead)
    lead.publish(pack(phrase("hello", "哈喽"), phrase("refund", "七天无理由,亲放心~")), "小周改的", 1)

    publish(window, qtbot)

    page = window.changes
    assert lead.bodies()[0] == "哈喽"
    assert page.outrun.told.text() == "Publication 2 by 小周: 小周改的"
    assert page.view.model.rowCount() == 1
    assert page.view.table.isColumnHidden(MUST_READ)
    assert button_text(window) == ""
    page.outrun.which.pick(False)
    page.outrun.which.chosen.emit()
    assert page.view.model.rowCount() == 3
    page.outrun.on_top_button.click()
    settled(window, qtbot)
    assert lead.bodies() == ["亲，您好", "亲，稍等哦"]
    assert page.done.title.text() == "Publication 3 is out"


class Slow(FakeShare):
    """A share on which the file of the number waits until it is let go, and says when it waits."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.waits_for = ""
        self.reached, self.go_on = Event(), Event()

    def create(self, name: str, content: bytes) -> bool:
        if name.endswith(self.waits_for) and self.waits_for:
            self.reached.set()
            assert self.go_on.wait(10)
        return super().create(name, content)


def test_a_folder_that_takes_its_time_shows_that_it_is_looked_at(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead()
    window = open_window(lead)
    slow = _SlowToList()
    lead.share = slow

    window.sitting.look_again()
    qtbot.waitUntil(window.foot_part.bar.isVisible)
    assert window.changes.told.text() == "Comparing with what is out…"
    slow.go_on.set()
    settled(window, qtbot)

    assert not window.foot_part.bar.isVisible()


def test_a_folder_that_never_answers_holds_up_neither_the_pages_nor_the_end(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead()
    window = open_window(lead)
    hung = _SlowToList()
    lead.share = hung

    window.sitting.look_again()
    window.show_step(Step.HISTORY)
    window.show_step(Step.SOURCE)
    window.close()

    assert not window.isVisible()
    assert not window.sitting.is_working
    hung.go_on.set()


class _SlowToList(FakeShare):
    def __post_init__(self) -> None:
        super().__post_init__()
        self.go_on = Event()

    def names(self, folder: str = "") -> Sequence[str]:
        assert self.go_on.wait(10)
        return super().names(folder)


@pytest.mark.parametrize(("waits_for", "is_out"), [(".minisig", False), ("shop-0001.json", True)])
def test_a_publishing_is_stopped_only_as_long_as_nobody_sees_it(
    open_window: OpenWindow, qtbot: QtBot, waits_for: str, is_out: bool
) -> None:
    share = Slow()
    share.waits_for = waits_for
    lead = Lead(share=share)
    window = open_window(lead)
    window.changes.password.setText(PASSWORD)

    window.go_on()
    qtbot.waitUntil(share.reached.is_set)
    assert not window.pages.isEnabled()
    window.stop_button.click()
    share.go_on.set()
    settled(window, qtbot)

    assert bool(lead.bodies()) is is_out
    assert window.status.text() == ("Publication 1 is out." if is_out else "Stopped. Nothing was published.")


def test_a_window_that_is_closed_while_it_publishes_waits_for_what_comes_of_it(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    share = Slow()
    share.waits_for = "shop-0001.json"
    lead = Lead(share=share)
    window = open_window(lead)
    window.changes.password.setText(PASSWORD)
    told: list[str] = []
    window.published.connect(told.append)

    window.go_on()
    qtbot.waitUntil(share.reached.is_set)
    window.close()
    assert window.isVisible()
    share.go_on.set()
    qtbot.waitUntil(lambda: not window.isVisible())

    assert told == ["Publication 1 is out."]


def test_a_share_that_is_gone_is_a_sentence_with_a_way_to_try_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead()
    share = lead.share
    lead.share = _Gone()
    window = open_window(lead)

    assert "does not answer" in window.changes.told.text()
    lead.share = share
    window.changes.again_button.click()
    settled(window, qtbot)

    assert button_text(window) == "Publish number 1"


@dataclass
class _Gone(FakeShare):
    reason: Fault = Fault.NO_ANSWER

    def names(self, folder: str = "") -> list[str]:
        raise ShareTrouble(self.reason, FOLDER)


def test_a_folder_that_is_not_there_is_told_with_the_next_step(open_window: OpenWindow) -> None:
    window = open_window(Lead(share=_Gone(reason=Fault.NOT_THERE)))

    assert window.changes.told.text().endswith("Can you open it yourself? Else choose another place on the first page.")


def test_a_small_shop_saves_one_plain_file_and_is_told_what_it_cannot_hold(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    lead = Lead(plain("/shop/共享.csv"), signer=None)
    window = open_window(lead)

    assert "cannot hold: activities, products and questions: 2" in window.changes.told.text()
    assert button_text(window) == "Save as the shared file"
    window.go_on()
    settled(window, qtbot)

    assert lead.plain["/shop/共享.csv"].phrases == lead.book.phrases
    assert window.changes.done.title.text() == "The shared file is written"


def test_a_plain_file_that_is_open_elsewhere_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(plain())
    window = open_window(lead)
    lead.trouble = Trouble.LOCKED

    window.go_on()
    settled(window, qtbot)

    assert "共享.xlsx is open in another program" in window.status.text()


def test_everything_is_done_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead(book=SECOND)
    lead.publish(FIRST)
    window = open_window(lead)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.step is Step.CHECK
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.step is Step.CHANGES
    window.changes.view.table.setFocus()
    QTest.keyClick(window.changes.view.table, Qt.Key.Key_Space)
    assert "shop/hello" in window.changes.must_read
    window.changes.password.setText(PASSWORD)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)

    assert lead.bodies() == ["亲，您好", "亲，稍等哦"]


def test_what_stays_out_because_it_is_the_samples_is_said_with_its_number(open_window: OpenWindow) -> None:
    own = OwnThings(
        (Phrase("cf", "cf", "亲", ("付款",)),), (Product("s", "盒", source=SAMPLE), Fact("f", "包邮吗", "包邮"))
    )
    chosen = replace(READY, origin=Origin.OWN, pack_id="shop", pack_name="小店", groups=(("付款",),))

    window = open_window(Lead(chosen, own=own))

    assert "1 entry of the sample stays out" in window.source.what.own.left_out.text()
    assert "1 entry of the sample stays out" in window.check.verdict.text()


# What was, and who has read it.


@pytest.fixture
def twice() -> Lead:
    lead = Lead(book=SECOND)
    lead.publish(FIRST, "第一版")
    lead.publish(SECOND, "第二版", 1)
    return lead


def looked(window: PublishWindow, qtbot: QtBot, step: Step) -> None:
    window.show_step(step)
    qtbot.waitUntil(lambda: not (window.past.reader.is_working or window.past.comparer.is_working))


def test_the_history_tells_each_publication_and_what_it_changed(
    open_window: OpenWindow, qtbot: QtBot, twice: Lead
) -> None:
    window = open_window(twice)

    looked(window, qtbot, Step.HISTORY)

    page = window.past.history
    rows = [[page.model.index(at, column).data() for column in (0, 1, 3, 4, 5)] for at in range(2)]
    assert rows == [
        ["2", "In use", "小周", "1 new · 1 changed · 1 withdrawn", "第二版"],
        ["1", "Past", "小周", "2 new", "第一版"],
    ]
    assert page.view.model.rowCount() == 3
    assert not page.back_button.isEnabled()


def test_going_back_takes_a_reason_and_is_a_new_publication(open_window: OpenWindow, qtbot: QtBot, twice: Lead) -> None:
    window = open_window(twice)
    looked(window, qtbot, Step.HISTORY)
    page = window.past.history
    page.table.setCurrentIndex(page.model.index(1, 0))
    page.password.setText(PASSWORD)

    page.back_button.click()
    assert page.note_field.refusal == "Tell the team why, in a few words."
    page.note.setText("券写错了")
    page.password.setText("wrong")
    page.back_button.click()
    settled(window, qtbot)
    assert "does not open" in page.password_field.refusal
    page.password.setText(PASSWORD)
    page.back_button.click()
    settled(window, qtbot)
    qtbot.waitUntil(lambda: not window.past.reader.is_working)

    entry = twice.folder("").publications.newest_of("shop")
    assert entry is not None
    assert (entry.number, entry.note) == (3, "券写错了")
    assert twice.bodies() == [each.body for each in FIRST.phrases]
    assert page.model.rowCount() == 3


def test_two_publications_that_are_chosen_are_compared(open_window: OpenWindow, qtbot: QtBot, twice: Lead) -> None:
    window = open_window(twice)
    looked(window, qtbot, Step.HISTORY)
    page = window.past.history

    page.beside.setCurrentIndex(page.beside.findText("Nothing"))
    qtbot.waitUntil(lambda: not window.past.comparer.is_working)

    assert page.sums.text() == "2 new"


def test_a_pack_that_was_tampered_with_is_not_compared(open_window: OpenWindow, qtbot: QtBot, twice: Lead) -> None:
    file = next(name for name in twice.share.files if name.startswith("shop-0002-") and name.endswith(".json"))
    twice.share.put(file, twice.share.files[file].replace("稍等".encode(), "快点".encode()))
    window = open_window(twice)

    looked(window, qtbot, Step.HISTORY)

    assert "There is no publication 2 that is whole." in window.past.history.sums.text()


def test_where_nothing_must_be_read_it_is_told_who_uses_the_publication(open_window: OpenWindow, qtbot: QtBot) -> None:
    lead = Lead()
    lead.publish(FIRST)
    lead.publish(replace(SECOND, must_read=frozenset()), expected=1)
    confirming = lead.desk().confirming(FOLDER)
    confirming.write_back(Confirmations("shop", "小美", 2, NOW, {}))
    confirming.write_back(Confirmations("shop", "阿强", 1, NOW, {}))
    window = open_window(lead)

    looked(window, qtbot, Step.READERS)

    assert window.past.readers.head.text() == "Publication 2: 1 of 2 use it"


def test_the_reason_and_the_password_of_going_back_stand_side_by_side(
    open_window: OpenWindow, qtbot: QtBot, twice: Lead
) -> None:
    window = open_window(twice)

    looked(window, qtbot, Step.HISTORY)

    page = window.past.history
    assert page.password_field.isVisible()
    assert page.password_field.y() == page.note_field.y()
    assert page.view.height() >= page.view.minimumSizeHint().height()


def test_who_has_read_the_must_reads_and_who_has_not(open_window: OpenWindow, qtbot: QtBot, twice: Lead) -> None:
    confirming = twice.desk().confirming(FOLDER)
    confirming.write_back(Confirmations("shop", "小美", 2, NOW, {"shop/late": 2}))
    confirming.write_back(Confirmations("shop", "阿强", 1, NOW, {}))
    twice.choices = replace(twice.choices, team=("小美", "小李"))
    window = open_window(twice)

    looked(window, qtbot, Step.READERS)

    page = window.past.readers
    rows = [[page.table.item(at, column).text() for column in range(4)] for at in range(3)]
    assert rows == [["小李", "Not yet", "late", "–"], ["阿强", "Not yet", "late", "1"], ["小美", "Everything", "", "2"]]
    assert page.head.text() == "Publication 2: 1 of 3 have read everything"
    page.copy_button.click()
    assert QGuiApplication.clipboard().text() == "小李、阿强"


def test_a_file_that_is_saved_again_while_it_goes_out_does_not_hide_what_came_of_it(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    share = Slow()
    share.waits_for = "shop-0001.json"
    lead = Lead(share=share)
    window = open_window(lead)
    window.changes.password.setText(PASSWORD)
    window.go_on()
    qtbot.waitUntil(share.reached.is_set)

    lead.book = SECOND
    window.sitting.read_again()
    qtbot.waitUntil(lambda: not window.sitting.is_working)
    share.go_on.set()
    settled(window, qtbot)

    assert window.changes.done.title.text() == "Publication 1 is out"
    assert lead.bodies() == [each.body for each in FIRST.phrases]


def test_names_of_the_team_are_kept(open_window: OpenWindow, qtbot: QtBot, twice: Lead) -> None:
    window = open_window(twice)
    looked(window, qtbot, Step.READERS)

    window.past.readers.team.setPlainText("小李\n\n 阿强 \n小李")
    window.past.readers.again_button.click()
    qtbot.waitUntil(lambda: not window.past.reader.is_working)

    assert twice.choices.team == ("小李", "阿强")
    assert window.past.readers.table.rowCount() == 2


def test_a_plain_file_has_no_history_and_says_where_there_is_one(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Lead(plain()))

    looked(window, qtbot, Step.HISTORY)

    assert "signed folder for both" in window.past.history.told.text()
    assert Manner.PLAIN is window.sitting.choices.manner
