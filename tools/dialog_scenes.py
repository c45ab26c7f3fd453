"""The trips through what opens beside the window: dialogs, settings, forms, what a lead sees.

The rule: as in `tools/scenes.py`, a scene puts away again what it opens.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tools.pictured import Stage, Trip
from tools.scene_data import publish, save_pack_of


def windows(stage: Stage) -> Trip:
    """Everything that opens beside the window."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield 1.0
    for part in (dialogs, settings, forms, order_windows):
        yield from part(stage)


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
