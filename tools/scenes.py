"""The trips through the program that are photographed: every place, every dialog, every state.

The rule: a scene opens what it shows and puts it away again, so that one can be taken out or added anywhere.
"""

import resource
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTabWidget

from tools.pictured import Stage, Trip


def shop(stage: Stage) -> Trip:
    """Everything that an agent and a lead see in a day."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield 1.0
    for part in (phrases, cheat_sheet, orders_and_timers, dialogs, settings, forms, order_windows, packs, modes):
        yield from part(stage)


def phrases(stage: Stage) -> Trip:
    """The place of the phrases, and its search."""
    is_chinese = stage.window.settings.language.value == "zh_CN"
    stage.window.open_search()
    yield 0.4
    stage.shot("notice")
    while stage.window.inside.notice.text:
        stage.window.inside.notice.go_on()
        yield 0.1
    stage.shot("phrases")
    searched = (
        ("search", "cf" if is_chinese else "pay"),
        ("nothing", "zzqq"),
        ("answer", "sfxj" if is_chinese else "how long"),
        ("sum", "89+128*2"),
    )
    for name, text in searched:
        yield from _type(stage, text)
        stage.shot(name)
    yield from _type(stage, "")
    stage.window.inside.more.click()
    yield 0.3
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        stage.shot("menu", menu)
        menu.close()
    yield 0.1


def cheat_sheet(stage: Stage) -> Trip:
    """Activities, products, the shop's own facts."""
    stage.window.inside.routing.open("activities")
    yield 0.4
    stage.shot("activities")
    for name in ("products", "shop-facts"):
        _press("ctrl+pgdown")
        yield 0.3
        stage.shot(name)
    _press("ctrl+pgup")
    for _row in range(5):
        _press("down")
    _press("return")
    yield 0.3
    stage.shot("product")


def orders_and_timers(stage: Stage) -> Trip:
    """The unpaid orders and the countdowns."""
    stage.window.inside.routing.open("orders")
    yield 0.5
    stage.shot("orders")
    for name in ("paid", "promises"):
        _press("ctrl+pgdown")
        yield 0.3
        stage.shot(f"orders-{name}")
    _press("ctrl+pgup")
    _press("ctrl+pgup")
    stage.window.inside.routing.open("timers")
    yield 0.4
    stage.shot("timers")
    stage.window.open_search()
    yield 0.2


def dialogs(stage: Stage) -> Trip:
    """What opens beside the phrases."""
    window = stage.window
    phrase = next(each for each in stage.house.desk.library.phrases() if each.codes)
    scenes: tuple[tuple[str, Callable[[], object]], ...] = (
        ("keys", window.keys_wanted.emit),
        ("editor", lambda: window.edit_wanted.emit(phrase.id)),
        ("editor-new", lambda: window.new_wanted.emit("")),
        ("move", lambda: window.move_wanted.emit([phrase.id])),
        ("bin", window.bin_wanted.emit),
        ("export", lambda: window.export_wanted.emit([])),
        ("whats-new", stage.doors().novelties.show),
    )
    for name, open_it in scenes:
        yield from stage.dialog_scene(name, open_it, 0.5)
    yield from stage.dialog_scene("import", lambda: window.import_wanted.emit([stage.data / "phrases.csv"]), 1.0)
    window.calculator_wanted.emit()
    yield lambda: stage.dialog() is not None
    QTest.keyClicks(stage.dialog().findChild(QLineEdit), "89+128*2")
    yield from stage.see("calculator", 0.6)
    yield from stage.shut()


def settings(stage: Stage) -> Trip:
    """Every page of the settings; that of the data with a backup that is looked into."""
    stage.window.settings_wanted.emit()
    yield lambda: stage.dialog() is not None
    dialog = stage.dialog()
    tabs = dialog.findChild(QTabWidget)
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        page = type(tabs.widget(at).widget()).__name__.removesuffix("Page").lower()
        if page == "data":
            dialog.data.table.selectRow(0)
        yield 0.25
        stage.shot(f"settings-{page}", dialog)
    yield from stage.shut()


def forms(stage: Stage) -> Trip:
    """The forms of the cheat-sheet."""
    sheet, window = stage.house.desk.sheet.sheet, stage.window
    for name, entries in (("activity", sheet.activities), ("product", sheet.products), ("fact", sheet.facts)):
        entry = next(iter(entries))
        yield from stage.dialog_scene(f"form-{name}", lambda entry=entry: window.entry_edit_wanted.emit(entry), 0.4)
    yield from stage.dialog_scene("workbook", lambda: window.workbook_wanted.emit([]), 0.4)


def order_windows(stage: Stage) -> Trip:
    """The windows of the unpaid orders, and the reports page by page."""
    from app.ui.order_dialogs.report_page import PageKind

    window = stage.window
    order = next(iter(stage.house.desk.office.orders.open()))
    scenes: tuple[tuple[str, Callable[[], object]], ...] = (
        ("order", lambda: window.order_edit_wanted.emit(order.id)),
        ("order-changes", lambda: window.order_change_wanted.emit(order.id)),
        ("orders-pasted", lambda: window.orders_paste_wanted.emit("订单编号：1234567890123456789\n小熊猫 128")),
        ("orders-import", lambda: window.orders_import_wanted.emit([])),
        ("handover", lambda: window.handover_wanted.emit([])),
        ("kinds", stage.doors().kinds_wanted.emit),
    )
    for name, open_it in scenes:
        yield from stage.dialog_scene(name, open_it, 0.4)
    window.report_wanted.emit()
    yield lambda: stage.dialog() is not None
    dialog = stage.dialog()
    for kind in PageKind:
        dialog.choose_span(7 if kind in {PageKind.OUTCOMES, PageKind.MONEY} else 1)
        dialog.show_page(kind)
        yield 0.2
        stage.shot(f"report-{kind.value}", dialog)
    yield from stage.shut()


def packs(stage: Stage) -> Trip:
    """The window of those who publish."""
    if hasattr(stage.window, "publish_wanted"):
        yield from stage.dialog_scene("publish", lambda: stage.window.publish_wanted.emit([]), 0.6)


def modes(stage: Stage) -> Trip:
    """The window in its other modes."""
    from app.core.window_choices import Mode

    for mode in (Mode.COMPACT, Mode.POPUP, Mode.WIDE):
        stage.window.inside.routing._deeds[f"mode_{mode.value}"]()
        stage.window.show()
        yield 0.6
        stage.window.open_search()
        yield from _type(stage, "")
        stage.shot(f"mode-{mode.value}")
        yield from _type(stage, "cf" if stage.window.settings.language.value == "zh_CN" else "pay")
        stage.shot(f"mode-{mode.value}-typing")


def first_start(stage: Stage) -> Trip:
    """The three steps of the first start."""
    yield stage.is_usable
    yield from stage.see("first-start-1", 0.6)
    dialog = stage.dialog()
    dialog.next_step()
    yield 0.3
    stage.shot("first-start-2", dialog)
    dialog.load_pack()
    yield 0.3
    stage.shot("first-start-2-loaded", dialog)
    dialog.next_step()
    yield 0.3
    stage.shot("first-start-3", dialog)
    yield from stage.shut()
    yield 0.6
    stage.shot("after-first-start")


def empty(stage: Stage) -> Trip:
    """Every place with nothing in it, and the notice of an update."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield lambda: bool(stage.window.inside.notice.text)
    yield 0.4
    stage.shot("empty-phrases-updated")
    for name in ("activities", "orders", "timers"):
        stage.window.inside.routing.open(name)
        yield 0.4
        stage.shot(f"empty-{name}")
    yield from stage.dialog_scene("empty-bin", stage.window.bin_wanted.emit)
    yield from stage.dialog_scene("empty-report", stage.window.report_wanted.emit)


def loading(stage: Stage) -> Trip:
    """While the data is being read."""
    yield lambda: stage.window._inside is not None
    yield 0.4
    stage.shot("loading")


def trouble(name: str) -> Callable[[Stage], Trip]:
    """The data cannot be opened."""

    def trip(stage: Stage) -> Trip:
        yield stage.is_usable
        yield 0.5
        stage.shot(name)

    return trip


def full(stage: Stage) -> Trip:
    """The disk is full: no file may grow any more, until the picture has to."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None
    yield 1.5
    stage.window.open_search()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    stage.window.inside.panel.pin()
    yield 0.6
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    stage.shot("disk-full")


TRIPS: dict[str, Callable[[Stage], Trip]] = {
    "shop": shop,
    "first_start": first_start,
    "empty": empty,
    "loading": loading,
    "damaged": trouble("error-damaged"),
    "newer": trouble("error-newer"),
    "locked": trouble("error-locked"),
    "full": full,
}


def _type(stage: Stage, text: str) -> Trip:
    search = stage.window.inside.search
    search.clear()
    QTest.keyClicks(search, text)
    yield 0.45


def _press(chord: str) -> None:
    """A key where the keyboard is, or in the window."""
    keys = {
        "pgdown": Qt.Key.Key_PageDown,
        "pgup": Qt.Key.Key_PageUp,
        "down": Qt.Key.Key_Down,
        "return": Qt.Key.Key_Return,
    }
    *held, key = chord.split("+")
    modifiers = Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier
    target = QApplication.focusWidget()
    if target is not None:
        QTest.keyClick(target, keys[key], modifiers)
