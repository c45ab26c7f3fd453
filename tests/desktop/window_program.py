"""Our window over a small library in a process of its own, told by lines of JSON what to do: `python -m …`."""

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from app.core.phrases.pasting import NotPasted, Reason
from app.core.settings import Edge, Settings, Theme
from app.ui.theme import STYLE, Look
from tests.ui.desk import Desk, phrases


class Program:
    """The verbs."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.desk = Desk(app, Look(app, Theme.LIGHT), phrases(), Settings(edge=Edge.RIGHT))
        self.desk.window.show()
        self.desk.serve()

    def window(self) -> int:
        return int(self.desk.window.winId())

    def is_ready(self) -> bool:
        """Whether it stands where it belongs and all its events have been dealt with."""
        self.app.processEvents()
        handle = self.desk.window.windowHandle()
        edge = self.desk.window.screen().availableGeometry().right()
        return handle.isExposed() and handle.frameGeometry().right() == edge and bool(self.desk.titles())

    def place(self, name: str) -> list[int]:
        """The middle of a part of the window on the screen."""
        inside = self.desk.inside
        rows = inside.panel.list
        parts: dict[str, tuple[QWidget, QPoint]] = {
            "search": (inside.search, inside.search.rect().center()),
            "chip": (inside.panel.chips._chips[1], inside.panel.chips._chips[1].rect().center()),
            "row": (rows.viewport(), rows.visualRect(inside.panel.model.index(1)).center()),
            "strip": (inside.strip.hotkeys, inside.strip.hotkeys.rect().center()),
        }
        widget, point = parts[name]
        at = widget.mapToGlobal(point)
        return [at.x(), at.y()]

    def open_search(self) -> None:
        self.desk.window.open_search()

    def hide(self) -> None:
        self.desk.window.hide()

    def show(self) -> None:
        self.desk.window.show()

    def refuse(self) -> None:
        self.desk.window.show_outcome(NotPasted(Reason.TARGET_MOVED, "gentle", "亲"), None)

    def typed(self) -> str:
        return self.desk.inside.search.text()

    def titles(self) -> list[str]:
        return self.desk.titles()

    def wishes(self, name: str) -> list[Any]:
        return self.desk.wishes.of(name)

    def text(self) -> str:
        return ""


def main() -> None:
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setQuitOnLastWindowClosed(False)
    program = Program(app)

    def answer() -> None:
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        verb, *arguments = json.loads(line)
        do: Callable[..., Any] = getattr(program, verb)
        print(json.dumps(do(*arguments)), flush=True)

    reader = QSocketNotifier(0, QSocketNotifier.Type.Read)
    reader.activated.connect(answer)
    app.exec()


if __name__ == "__main__":
    main()
