"""An agent in a rush: orders run out, one key says so, two keys urge, and what is paid is left alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.clockwork.notices import Sound
from app.core.orders.duties.handover import Handover, to_bytes
from app.core.orders.order import Deed, Order, Outcome
from app.core.phrases.pasting import NotPasted, Pasted, Reason
from app.core.phrases.phrase import Phrase
from app.core.settings import Language
from app.ui.dialogs.editor import Editor
from app.ui.order_dialogs.handover_dialog import HandoverDialog
from app.ui.order_dialogs.order_changes import OrderChanges
from app.ui.order_dialogs.order_form import OrderForm
from app.ui.order_dialogs.order_import_dialog import OrderImportDialog
from app.ui.order_dialogs.pasted_orders import PastedOrders
from app.ui.order_dialogs.report_window import ReportWindow
from app.ui.orders.panel import OrdersPanel
from app.ui.orders.segments import Part
from app.ui.place_names import ORDERS
from app.ui.settings_dialog.dialog import SettingsDialog
from app.ui.settings_dialog.sections import Section
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import CHAT, NOON, Shop
from tests.unpaid import order

ALT = Qt.KeyboardModifier.AltModifier
MINUTE = timedelta(minutes=1)
FIRST = Phrase("p1", "温和提醒", "亲，{{order.item|宝贝}}{{order.left}}就自动关闭啦", codes=("cf",))
LAST = Phrase("p3", "最后提醒", "亲，{{order.left}}，{{order.amount}}", codes=("cf5",))


class Rush(Shop):
    """Somebody with buyers who have not paid."""

    def note(self, *orders: Order) -> None:
        """Orders that came in."""
        office = self.desk.office
        self._changed(office.orders.add_all(orders, []))

    @property
    def queue(self) -> OrdersPanel:
        places = self.inside.places
        assert places is not None
        return places.orders.panel

    def take_up(self) -> None:
        """The hotkey over the chat, then what the notice offers."""
        self.desktop.front = CHAT
        self.search("")
        self.tap(Qt.Key.Key_Return, ALT)

    def settle(self, seconds: float = 2) -> None:
        """Until the window may paste again."""
        QApplication.processEvents()
        self.go(seconds=seconds)

    def deeds(self, order_id: str) -> list[Deed]:
        return [event.deed for event in self.desk.office.orders.history(order_id)]

    def at_queue(self, order_id: str) -> None:
        """In the queue with the keyboard, on an order, as after a click into it."""
        self.desktop.front = CHAT
        self.open(3)
        self.queue.show_order(order_id)
        self.queue.list.setFocus()

    def has_looked_into_folder(self, count: int) -> bool:
        """Look into the watched folder once more; whether so many orders wait by now."""
        self.orders.folder.look()
        return self.desk.office.orders.book.count() == count


Serve = Callable[..., Rush]


@pytest.fixture
def serve(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Serve]:
    begun: list[Rush] = []

    def begin(*phrases: Phrase, after: timedelta = timedelta()) -> Rush:
        rush = Rush(qapp, look, qtbot, tmp_path, FakeClock(NOON + after))
        begun.append(rush)
        rush.desk.preferences.change(language=Language.CHINESE, agent="小夏")
        for phrase in phrases:
            rush.desk.library.save(phrase)
        return rush

    yield begin
    for each in begun:
        each.close()


def test_from_the_reminder_to_the_pasted_urge_it_is_two_keys_and_two_more_to_the_next(serve: Serve) -> None:
    rush = serve(FIRST, LAST)
    rush.note(order(1, NOON - 5 * MINUTE, items=("保温杯",)), order(2, NOON - 23 * MINUTE))

    rush.go(minutes=1)
    rush.take_up()
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 1)
    urged = rush.arrived
    rush.settle()
    rush.take_up()
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 2)

    assert (urged, rush.arrived) == ("亲，还有6分钟，128元", "亲，保温杯还有23分钟就自动关闭啦")
    assert rush.sounds.played[-1] in (Sound.STEP, Sound.LAST)
    assert [rush.deeds(each)[-1] for each in ("o2", "o1")] == [Deed.URGED, Deed.URGED]
    words = rush.desk.office.orders.history("o1")[-1]
    assert (words.agent, words.step_id, words.phrase_id, words.text) == ("小夏", "first", "p1", rush.arrived)


@pytest.mark.parametrize(("minutes", "is_taken_up"), [(1, True), (40, False)])
def test_what_was_told_shortly_before_a_restart_and_not_urged_is_offered_again(
    serve: Serve, minutes: int, is_taken_up: bool
) -> None:
    before = serve(FIRST)
    before.note(order(1, NOON - 5 * MINUTE, closes_at=NOON + 90 * MINUTE))
    before.go(minutes=1)
    before.close()

    rush = serve(after=minutes * MINUTE)

    assert ("下一笔" in rush.said or "Next" in rush.said) is is_taken_up


def test_a_reminder_never_takes_the_keyboard_from_the_chat(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 5 * MINUTE))
    rush.window.leave_search()

    rush.go(minutes=1)

    assert rush.said
    assert not rush.window.focus.is_taken
    assert rush.desktop.front == CHAT


def test_an_urge_without_words_says_which_are_missing_and_opens_the_editor_for_them(serve: Serve) -> None:
    rush = serve()
    rush.note(order(1, NOON - 5 * MINUTE))

    rush.go(minutes=1)
    rush.take_up()
    said = rush.said
    rush.tap(Qt.Key.Key_Return, ALT)

    assert "cf" in said
    assert rush.dialog(Editor)
    assert Deed.URGED not in rush.deeds("o1")


def test_who_was_urged_is_not_urged_again_at_once_and_it_can_be_done_all_the_same(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 7 * MINUTE))
    rush.at_queue("o1")

    rush.tap(Qt.Key.Key_Return)
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 1)
    rush.settle()
    rush.at_queue("o1")
    rush.tap(Qt.Key.Key_Return)
    held, count = rush.queue.notice.text, len(rush.outcomes)
    rush.tap(Qt.Key.Key_Return, ALT)
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 2)

    assert "买家1" in held
    assert count == 1
    assert isinstance(rush.outcomes[-1], Pasted)


def test_a_notice_that_stood_there_while_the_buyer_paid_another_order_says_so_and_urges_only_when_told_to(
    serve: Serve,
) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 5 * MINUTE), order(2, NOON - 4 * MINUTE, buyer="买家1"))
    rush.go(minutes=1)
    rush.note(order(2, NOON - 4 * MINUTE, buyer="买家1", outcome=Outcome.PAID, outcome_at=rush.clock.now()))

    rush.take_up()
    rush.settle()
    held, count = rush.said, len(rush.outcomes)
    rush.tap(Qt.Key.Key_Return, ALT)
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 1)

    assert "没有催 买家1" in held or "was not urged" in held
    assert count == 0
    assert rush.deeds("o1")[-1] is Deed.URGED


def test_who_has_paid_leaves_the_queue_with_one_key_and_is_not_reminded_of(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 5 * MINUTE))
    rush.at_queue("o1")

    rush.tap(Qt.Key.Key_P, ALT)
    rush.go(minutes=30)

    own = rush.desk.office.orders.get("o1")
    assert own is not None
    assert own.outcome is Outcome.PAID
    assert Deed.REMINDED not in rush.deeds("o1")
    assert [each.id for each in rush.desk.office.orders.paid_today()] == ["o1"]


def test_an_order_whose_time_is_over_leaves_the_queue_by_itself_and_is_said(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 29 * MINUTE))

    rush.go(minutes=2)

    assert "买家1" in rush.said
    assert rush.desk.office.orders.book.count() == 0
    assert rush.inside.strip.orders.isHidden()


def test_a_reminder_is_shown_before_it_is_marked_and_what_could_not_be_shown_comes_again(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON))
    store, said_by_then = rush.desk.stores.orders, []
    record = store.record
    monkeypatch.setattr(store, "record", lambda events: (said_by_then.append(rush.said), record(events))[1])
    with monkeypatch.context() as broken, rush.qtbot.captureExceptions() as caught:
        broken.setattr(rush.sounds, "play", failing)
        rush.go(minutes=6)
    assert [str(error) for _kind, error, _trace in caught] == ["no loudspeaker"]
    assert rush.deeds("o1") == []

    rush.go(seconds=10)

    assert rush.deeds("o1") == [Deed.REMINDED]
    assert len(said_by_then) == 1
    assert "买家1" in said_by_then[0]


def failing(_sound: Sound) -> None:
    raise OSError("no loudspeaker")


def test_of_very_many_orders_that_close_at_once_one_notice_tells_and_the_window_is_read_again_a_few_times(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.orders.orders.AT_ONCE", 2)
    rush = serve(FIRST)
    rush.note(*(order(nth, NOON - 29 * MINUTE) for nth in range(1, 61)))
    rush.go()
    notices, waiting = len(rush.sounds.played), []
    rush.orders.changed.connect(lambda _kinds: waiting.append(rush.desk.office.orders.book.count()))

    rush.go(minutes=2)
    rush.qtbot.waitUntil(lambda: bool(waiting) and not waiting[-1])

    assert "60" in rush.said
    assert len(rush.sounds.played) == notices + 1
    assert waiting == [58, 38, 18, 0]
    assert rush.inside.strip.orders.isHidden()


def test_nothing_leaves_the_queue_and_nobody_looks_for_it_while_what_has_come_is_still_gathered(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    rush = serve(FIRST)
    rush.note(*(order(nth, NOON - 29 * MINUTE) for nth in range(1, 21)))
    rush.go()
    reminders, orders = rush.desk.office.reminders, rush.desk.office.orders
    monkeypatch.setattr(reminders, "_at_once", 2)
    gathering: list[bool] = []
    expire = orders.expire
    monkeypatch.setattr(
        orders, "expire", lambda is_told: (gathering.append(reminders.is_gathering), expire(is_told))[1]
    )

    rush.go(minutes=2)
    rush.qtbot.waitUntil(lambda: orders.book.count() == 0)

    assert gathering
    assert not any(gathering)


def test_the_nearest_order_is_in_the_strip_and_a_click_shows_the_queue(serve: Serve) -> None:
    rush = serve(FIRST)

    rush.note(order(1, NOON - 25 * MINUTE), order(2, NOON - 20 * MINUTE))
    rush.inside.strip.orders.click()

    assert "05:00" in rush.inside.strip.orders.text_shown
    assert rush.inside.place.objectName() == ORDERS


def test_a_phrase_of_the_library_that_speaks_of_an_order_asks_for_the_buyer_by_one_key(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 2 * MINUTE), order(2, NOON))

    rush.search("cf")
    rush.tap(Qt.Key.Key_Return)
    rush.qtbot.waitUntil(lambda: rush.inside.which.is_asking)
    rush.tap(Qt.Key.Key_2)
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 1)

    assert rush.arrived == "亲，宝贝还有30分钟就自动关闭啦"
    assert rush.deeds("o2")[-1] is Deed.URGED
    assert Deed.URGED not in rush.deeds("o1")


def test_a_phrase_that_speaks_of_an_order_is_refused_where_none_waits(serve: Serve) -> None:
    rush = serve(FIRST)

    rush.search("cf")
    rush.tap(Qt.Key.Key_Return)
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 1)

    outcome = rush.outcomes[-1]
    assert isinstance(outcome, NotPasted)
    assert outcome.reason is Reason.MISSING_FACTS


def test_the_buyers_name_is_copied_for_the_clients_search_and_that_is_written_down(serve: Serve) -> None:
    rush = serve()
    rush.note(order(1, NOON))
    rush.at_queue("o1")

    rush.tap(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rush.qtbot.waitUntil(lambda: len(rush.outcomes) == 1)

    assert rush.clipboard.content.text == "买家1"
    assert rush.deeds("o1")[-1] is Deed.NAME_COPIED


@pytest.mark.parametrize(("key", "kind"), [("edit", OrderForm), ("change", OrderChanges)])
def test_the_windows_of_an_order_open_over_it(serve: Serve, key: str, kind: type) -> None:
    rush = serve()
    rush.note(order(1, NOON))
    rush.at_queue("o1")

    rush.queue.acts[key]()

    assert rush.dialog(kind)


ON_TOP = Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.parametrize(("key", "kind"), [("report", ReportWindow), ("paste_text", PastedOrders)])
def test_the_windows_of_the_queue_open(serve: Serve, key: str, kind: type) -> None:
    rush = serve()
    rush.open(3)

    rush.queue.acts[key]()

    assert rush.dialog(kind)


def test_the_settings_of_the_orders_lie_among_the_others(serve: Serve) -> None:
    rush = serve()

    rush.doors.settings.open_orders()

    assert rush.dialog(SettingsDialog).section is Section.ORDERS


def test_a_window_that_would_lie_under_the_one_on_top_is_on_top_too(serve: Serve) -> None:
    rush = serve()
    area = rush.window.screen().availableGeometry()

    rush.window.setGeometry(area.center().x() - 180, 0, 360, area.height())
    rush.doors.settings.open()
    over = rush.dialog(SettingsDialog)
    is_over, lies_over = bool(over.windowFlags() & ON_TOP), over.geometry().intersects(rush.window.geometry())
    over.reject()
    rush.window.setGeometry(area.right() - 360, 0, 360, area.height())
    rush.doors.bin()
    beside = rush.openings.get("bin")

    assert lies_over
    assert is_over
    assert beside
    assert not beside.geometry().intersects(rush.window.geometry())
    assert not beside.windowFlags() & ON_TOP


def test_buyers_data_is_deleted_from_the_settings_and_the_queue_is_empty_at_once(serve: Serve) -> None:
    rush = serve()
    rush.note(order(1, NOON, buyer="小熊猫"))
    rush.desk.office.orders.follow_ups.add("小熊猫", "回复改色", NOON)
    name = rush.desk.stores.backups.make("hand")
    rush.open(3)
    rush.doors.settings.open()
    page = rush.dialog(SettingsDialog).page(Section.PRIVACY)

    page.forget_button.click()
    with rush.qtbot.waitSignal(rush.doors.settings.forgotten):  # drafts of orders go too
        page.question.delete_button.click()

    assert list(rush.desk.office.orders.open()) == []
    assert list(rush.desk.office.orders.follow_ups.open()) == []
    assert rush.queue.queue.list.model().rowCount() == 0
    assert rush.desk.stores.backups.contents(name).open_orders == 0
    assert not rush.desk.office.orders.undo()


def test_a_promise_is_typed_and_stands_beside_the_queue(serve: Serve) -> None:
    rush = serve()
    rush.note(order(1, NOON, buyer="小熊猫"))
    rush.open(3)
    rush.queue.segments.choose(Part.PROMISES)
    rush.queue.promise_box.entry.setFocus()

    rush.write("小熊猫 16:00 回复改色")
    rush.tap(Qt.Key.Key_Return)

    promise = rush.desk.office.orders.follow_ups.open()[0]
    assert (promise.buyer, promise.order_id) == ("小熊猫", "o1")
    assert promise.due_at == NOON + timedelta(hours=4)


def test_after_a_backup_is_restored_the_queue_is_that_of_the_backup(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON))
    backup = rush.desk.stores.backups.make("test")
    rush.note(order(2, NOON))

    rush.desk.stores.backups.restore(backup)
    rush.desk.reload()

    assert [each.id for each in rush.desk.office.orders.open()] == ["o1"]


def test_a_new_export_in_the_watched_folder_is_taken_over_by_itself_and_can_be_undone(
    serve: Serve, tmp_path: Path
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    rush = serve(FIRST)
    rush.desk.preferences.change(order_folder=str(folder))
    rows = [
        "订单编号,买家会员名,总金额,订单状态,订单创建时间",
        '"=""1234567890123456789""",小熊猫,128.00,等待买家付款,2026-11-11 11:58:00',
    ]
    (folder / "ExportOrderList1.csv").write_text("\n".join(rows), "gb18030")

    rush.orders.show_changes(frozenset({Kind.SETTINGS}))
    rush.qtbot.waitUntil(lambda: rush.has_looked_into_folder(1), timeout=10_000)
    said = rush.said
    rush.inside.notice.do()

    assert "ExportOrderList1.csv" in said
    assert rush.desk.office.orders.book.count() == 0


ROUNDED = '"1.23E+18",阿良,59.00,等待买家付款,2026-11-11 11:59:00'
GOOD = '"=""1234567890123456789""",小熊猫,128.00,等待买家付款,2026-11-11 11:58:00'


@pytest.mark.parametrize("rows", [(ROUNDED,), (GOOD, ROUNDED)], ids=["nothing good", "one good row"])
def test_rows_of_a_watched_export_that_are_refused_are_told_and_one_click_shows_them(
    serve: Serve, tmp_path: Path, rows: tuple[str, ...]
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    rush = serve(FIRST)
    rush.desk.preferences.change(order_folder=str(folder))
    lines = ["订单编号,买家会员名,总金额,订单状态,订单创建时间", *rows]
    (folder / "ExportOrderList1.csv").write_text("\n".join(lines), "gb18030")

    rush.orders.show_changes(frozenset({Kind.SETTINGS}))
    rush.qtbot.waitUntil(
        lambda: rush.has_looked_into_folder(len(rows) - 1) and "not taken over 1" in rush.said, timeout=10_000
    )
    rush.inside.notice.do()

    dialog = rush.dialog(OrderImportDialog)
    rush.qtbot.waitUntil(lambda: "1.23E+18" in dialog.report_text())


def test_an_export_and_a_handover_that_are_dropped_on_the_window_open_in_windows_of_their_own(
    serve: Serve, tmp_path: Path
) -> None:
    rush = serve()
    export, card = tmp_path / "orders.csv", tmp_path / "card.json"
    export.write_text("订单编号,买家会员名,总金额,订单状态,订单创建时间\n", "gb18030")
    card.write_bytes(to_bytes(Handover(NOON, "小夏", "木子小店", "白班", ())))

    rush.window.files_dropped.emit([export, card])

    assert rush.dialog(OrderImportDialog)
    assert rush.dialog(HandoverDialog)


def test_a_promise_that_is_due_is_said_and_one_key_shows_it(serve: Serve) -> None:
    rush = serve()
    rush._changed(rush.desk.office.orders.follow_ups.add("小熊猫", "回复改色", NOON + 10 * MINUTE))

    rush.go(minutes=10)
    said = rush.said
    rush.take_up()

    assert "小熊猫" in said
    assert rush.inside.place.objectName() == ORDERS
    assert rush.queue.segments.part is Part.PROMISES


def test_a_promise_that_could_not_be_said_is_said_a_little_later(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    rush = serve(FIRST)
    rush.desk.office.orders.follow_ups.add("小熊猫", "回复改色", NOON + 20 * MINUTE)
    rush.orders.show_changes(frozenset({Kind.ORDERS}))
    with monkeypatch.context() as broken, rush.qtbot.captureExceptions() as caught:
        broken.setattr(rush.sounds, "play", failing)
        rush.go(minutes=20)
    assert len(caught) == 1
    played = len(rush.sounds.played)

    rush.go(seconds=10)

    assert len(rush.sounds.played) == played + 1
    assert "小熊猫" in rush.said


def test_a_quarter_of_an_hour_before_the_shift_ends_one_key_opens_the_handover(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON, closes_at=NOON + timedelta(days=3), kind_id="none"))

    rush.go(hours=4, minutes=45)
    said = rush.said
    rush.take_up()

    assert "15" in said
    assert rush.dialog(HandoverDialog)


@pytest.mark.parametrize("typed", ["小熊猫", "xxm", "xiong"])
def test_an_order_is_found_by_its_buyer_in_pinyin_too(serve: Serve, typed: str) -> None:
    rush = serve()
    rush.note(order(1, NOON, buyer="小熊猫"), order(2, NOON, buyer="糖果"))
    rush.at_queue("o2")
    rush.tap(Qt.Key.Key_Slash)

    rush.write(typed)

    rush.qtbot.waitUntil(lambda: rush.queue.queue.list.model().rowCount() == 1)


def test_orders_that_ended_long_ago_are_forgotten_when_the_program_starts(
    qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    clock = FakeClock(NOON)
    first = Rush(qapp, look, qtbot, tmp_path, clock)
    first.note(order(1, NOON, outcome=Outcome.PAID, outcome_at=NOON), order(2, NOON))
    first.close()
    clock.go(timedelta(days=31))

    second = Rush(qapp, look, qtbot, tmp_path, clock)
    kept = [each.id for each in second.desk.stores.orders.all()]
    second.close()

    assert kept == ["o2"]


def test_a_name_that_is_typed_after_ctrl_3_finds_the_order_and_pays_nothing(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.note(order(1, NOON - 5 * MINUTE, buyer="panda"), order(2, NOON - 4 * MINUTE, buyer="小熊猫"))
    rush.open(3)

    rush.write("小熊猫")
    found = rush.queue.order()
    rush.tap(Qt.Key.Key_P, ALT)

    assert found is not None
    assert found.id == "o2"
    assert [each.id for each in rush.desk.office.orders.paid_today()] == ["o2"]
    assert rush.desk.office.orders.book.count() == 1


def test_an_order_that_is_pasted_into_the_search_is_noted_by_enter_and_taken_back_by_undo(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.search("小熊猫 128 聚 11:55")

    rush.tap(Qt.Key.Key_Return)
    noted = [(each.buyer, str(each.amount)) for each in rush.desk.office.orders.open()]
    searched, stood_on = rush.inside.search.text(), rush.queue.order()
    rush.tap(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert noted == [("小熊猫", "128")]
    assert searched == ""
    assert stood_on is not None
    assert stood_on.buyer == "小熊猫"
    assert list(rush.desk.office.orders.open()) == []


def test_a_copied_order_that_is_pasted_into_the_search_is_looked_at_first(serve: Serve) -> None:
    rush = serve(FIRST)
    card = "订单编号：3894651237894561230\n买家：小熊猫\n实付款：128.00\n创建时间：2026-11-11 11:55:00"
    QApplication.clipboard().setText(card)
    rush.search("")

    rush.tap(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rush.tap(Qt.Key.Key_Return)

    pasted = rush.dialog(PastedOrders)
    assert pasted.text.text() == card
    assert [row.draft().buyer for row in pasted.model.shown] == ["小熊猫"]
    assert list(rush.desk.office.orders.open()) == []


def test_where_phrases_were_found_too_the_order_is_offered_beside_them(serve: Serve) -> None:
    rush = serve(FIRST, Phrase("p9", "小熊猫 128 聚 11:55", "这一单给您留着"))
    rush.search("小熊猫 128 聚 11:55")

    offered = rush.said
    rush.tap(Qt.Key.Key_Return, ALT)

    assert "小熊猫" in offered
    assert [each.buyer for each in rush.desk.office.orders.open()] == ["小熊猫"]
    assert rush.outcomes == []


def test_enter_where_nothing_was_found_makes_a_phrase_of_what_is_typed(serve: Serve) -> None:
    rush = serve(FIRST)
    rush.search("您好呀")

    rush.tap(Qt.Key.Key_Return)

    assert rush.dialog(Editor).fields.body.body() == "您好呀"


def test_what_may_be_a_search_is_never_taken_for_an_order(serve: Serve) -> None:
    rush = serve(FIRST)

    for typed in ("满300减50", "128 元", "iPhone 15", "11.11 几点", "小熊猫 128"):
        rush.search(typed)

        assert rush.queue.sought(rush.inside.search.whole) is None
