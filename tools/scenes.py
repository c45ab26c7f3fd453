"""The trips through the program that are photographed: every place, every dialog, every state.

The rule: a scene opens what it shows and puts it away again, so that one can be taken out or added anywhere.
"""

import resource
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tools.dialog_scenes import team, windows
from tools.pictured import Stage, Trip


def shop(stage: Stage) -> Trip:
    """Everything that an agent and a lead see in a day."""
    yield stage.is_usable
    yield lambda: stage.window.inside.places is not None and stage.house.desk.has_office
    yield 1.0
    for part in (phrases, cheat_sheet, orders_and_timers, modes):
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
        ("order-noted", "小熊猫 128 聚 20:05"),
        ("commands", ">"),
        ("command-found", ">dr" if is_chinese else ">imp"),
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
    QTest.keyClicks(search, text) if text.isascii() else search.insert(text)  # as an input method gives it
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
