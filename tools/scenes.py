"""The trips through the program that are photographed: every place, every dialog, every state.

The rule: a scene opens what it shows and puts it away again, so that one can be taken out or added anywhere.
"""

import resource
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tools.pictured import Stage, Trip
from tools.scene_data import publish, save_pack_of


def shop(stage: Stage) -> Trip:
    """Everything that an agent and a lead see in a day."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield 1.0
    for part in (phrases, cheat_sheet, orders_and_timers, modes):
        yield from part(stage)


def windows(stage: Stage) -> Trip:
    """Everything that opens beside the window."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield 1.0
    for part in (dialogs, settings, forms, order_windows):
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
    phrase = next(each for each in stage.house.desk.library.phrases() if each.codes and each.group)
    scenes: tuple[tuple[str, Callable[[], object]], ...] = (
        ("keys", window.keys_wanted.emit),
        ("editor", lambda: window.edit_wanted.emit(phrase.id)),
        ("editor-new", lambda: window.new_wanted.emit("")),
        ("move", lambda: window.move_wanted.emit([phrase.id])),
        ("rename", lambda: window.rename_wanted.emit(phrase.group)),
        ("bin", window.bin_wanted.emit),
        ("export", lambda: window.export_wanted.emit([])),
        ("whats-new", stage.doors().novelties.show),
        ("updates", window.updates_wanted.emit),
        ("chat", window.chat_wanted.emit),
    )
    for name, open_it in scenes:
        yield from stage.dialog_scene(name, open_it, 0.5)
    yield from stage.dialog_scene("import-empty", lambda: window.import_wanted.emit([]), 0.3)
    yield from stage.dialog_scene("import", lambda: window.import_wanted.emit([stage.data / "phrases.csv"]), 1.0)
    window.calculator_wanted.emit()
    yield lambda: stage.dialog() is not None
    QTest.keyClicks(stage.dialog().findChild(QLineEdit), "89+128*2")
    yield from stage.see("calculator", 0.6)
    yield from stage.shut()


def settings(stage: Stage) -> Trip:
    """Every section of the settings, what is found, and what is asked before buyers' data goes."""
    from app.ui.settings_dialog.sections import Section

    is_chinese = stage.window.settings.language.value == "zh_CN"
    stage.window.settings_wanted.emit()
    yield lambda: stage.dialog() is not None
    dialog = stage.dialog()
    for section in Section:
        dialog.show_section(section)
        if section is Section.BACKUPS:
            dialog.page(section).table.selectRow(0)
        yield 0.25
        stage.shot(f"settings-{section.name.lower()}", dialog)
    dialog.show_section(Section.PRIVACY)
    dialog.page(Section.PRIVACY).ask()
    yield 0.25
    stage.shot("settings-privacy-asked", dialog)
    for name, typed in (("found", "sy" if is_chinese else "sound"), ("nothing", "zzqq")):
        dialog.search()
        dialog.side.line.setText(typed)
        yield 0.25
        stage.shot(f"settings-{name}", dialog)
    yield from stage.shut()


def forms(stage: Stage) -> Trip:
    """The forms of the cheat-sheet."""
    sheet, window = stage.house.desk.sheet.sheet, stage.window
    for name, entries in (("activity", sheet.activities), ("product", sheet.products), ("fact", sheet.facts)):
        entry = next(iter(entries))
        yield from stage.dialog_scene(f"form-{name}", lambda entry=entry: window.entry_edit_wanted.emit(entry), 0.4)
    running = next(iter(sheet.activities))
    yield from stage.dialog_scene("form-activity-copy", lambda: window.entry_copy_wanted.emit(running), 0.4)
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


def team(stage: Stage) -> Trip:
    """Packs as the agent sees them come, and the window of those who publish them."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield 1.0
    yield from _subscribed(stage)
    yield from _updated(stage)
    yield from _publishing(stage)


def _subscribed(stage: Stage) -> Trip:
    """A source is added and its key confirmed."""
    from app.ui.settings_dialog.sections import Section

    stage.window.sources_wanted.emit()
    yield lambda: stage.dialog() is not None
    dialog = stage.dialog()
    page = dialog.page(Section.SOURCES)
    page.add_address(str(stage.data / "share"))
    yield lambda: any(card.confirm.isVisibleTo(card) for card in page.cards.values())
    yield 0.4
    stage.shot("settings-sources-key", dialog)
    next(iter(page.cards.values())).confirm.click()
    yield 0.8
    stage.shot("settings-sources-added", dialog)
    yield from stage.shut()


def _updated(stage: Stage) -> Trip:
    """Something must be read; an own version is beside its original; the share goes away."""
    from app.ui.place_names import NEWS

    language, library, packs = stage.window.settings.language.value, stage.house.desk.library, stage.doors().packs
    library.save(replace(library.get("team/ship"), title="发货时间" if language == "zh_CN" else "Sent when?"))
    publish(stage.data, language, 2)
    packs.look()
    yield lambda: bool(stage.house.desk.subscriptions.news.must_reads())
    yield 0.8
    stage.window.open_search()
    yield 0.3
    stage.shot("must-read")
    stage.window.inside.routing.open(NEWS)
    yield 0.5
    stage.shot("news")
    yield from stage.dialog_scene("editor-own-version", lambda: stage.window.edit_wanted.emit("team/ship"), 0.5)
    (stage.data / "share").rename(stage.data / "away")
    packs.look()
    yield 2.0
    stage.shot("news-offline")
    stage.window.sources_wanted.emit()
    yield from stage.see("settings-sources-offline", 0.5)
    yield from stage.shut()
    (stage.data / "away").rename(stage.data / "share")


def _publishing(stage: Stage) -> Trip:
    """Every page of the window of those who publish."""
    from app.ui.pack_dialogs.pages import Step

    save_pack_of(stage.data, stage.window.settings.language.value, 1)  # what was withdrawn comes back
    stage.window.publish_wanted.emit([])
    yield lambda: stage.dialog() is not None
    yield 1.5
    dialog = stage.dialog()
    for step in Step:
        dialog.show_step(step)
        yield 1.0
        stage.shot(f"publish-{step.value}", dialog)
    yield from stage.shut()


def modes(stage: Stage) -> Trip:
    """The window in its other modes."""
    from app.core.window_choices import Mode

    for mode in (Mode.COMPACT, Mode.POPUP, Mode.WIDE):
        stage.window.inside.routing._deeds[f"mode_{mode.value}"]()
        stage.window.show()
        yield 0.6
        stage.window.inside.open_search()  # the window's own verb would send away a popup that has the keyboard
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
        yield stage.is_told
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
    "windows": windows,
    "team": team,
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
