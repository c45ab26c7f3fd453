"""The real program on the screen that is there, led through scenes from inside; each scene ends in a picture.

`python -m tools.pictured DATA FOLDER PREFIX TRIP`: the program over a data folder, pictures `FOLDER/PREFIX-NAME.png`.
The rule: it is the program as it is, its windows opened by its own signals; only the hand on the keyboard is ours.
"""

import sys
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.front.doors import Doors
from app.front.house import House
from app.front.loading import Loading
from app.system.instance import Instance
from app.system.paths import paths
from app.ui.theme import STYLE
from tools.cut import cut_texts
from tools.unheard import unheard

Wait = float | Callable[[], bool]
Trip = Generator[Wait, None, None]
_PATIENCE_S = 60.0
_LOOK_MS = 40


class Stage(QObject):
    """What a trip is given: the program, and a camera."""

    def __init__(self, house: House, folder: Path, prefix: str, data: Path) -> None:
        super().__init__(house)
        self.house, self.window, self.data = house, house.window, data
        self._folder, self._prefix = folder, prefix
        self._ready = data / "told"

    def is_usable(self) -> bool:
        """Whether the program says so."""
        return self._ready.exists() and "furnished" in self._ready.read_text()

    def is_told(self) -> bool:
        """Whether the program says that it can be used, or why not."""
        return self._ready.exists() and "usable" in self._ready.read_text()

    def doors(self) -> Doors:
        """The doors to the dialogs; they belong to the window."""
        found: Doors = self.window.findChild(Doors)
        return found

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window, or of another widget."""
        shown = widget or self.window
        shown.grab().save(str(self._folder / f"{self._prefix}-{name}.png"))
        for cut in cut_texts(shown):
            print(f"Cut off in {self._prefix}-{name}: {cut}", file=sys.stderr)
        for lack in unheard(shown):
            print(f"Unheard in {self._prefix}-{name}: {lack}", file=sys.stderr)

    def dialog(self) -> QDialog | None:
        """The dialog on top, if there is one."""
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        return found[-1] if found else None

    def see(self, name: str, settle: float = 0.25) -> Trip:
        """Wait for a dialog, let it settle, and take its picture."""
        yield lambda: self.dialog() is not None
        yield settle
        self.shot(name, self.dialog())

    def shut(self) -> Trip:
        """Close every dialog."""
        while (dialog := self.dialog()) is not None:
            dialog.reject()
            yield 0.05

    def dialog_scene(self, name: str, open_it: Callable[[], object], settle: float = 0.25) -> Trip:
        """Open a dialog, take it, close it."""
        open_it()
        yield from self.see(name, settle)
        yield from self.shut()


class Guide(QObject):
    """Leads a trip: each wait is a time in seconds or something to come true."""

    def __init__(self, app: QApplication, trip: Trip) -> None:
        super().__init__(app)
        self._app, self._trip = app, trip
        self._until: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if not self._until():
            if time.monotonic() - self._since > _PATIENCE_S:
                self._fail(f"waited in vain in line {self._trip.gi_frame and _line(self._trip)}")
            return
        try:
            wait = next(self._trip)
        except StopIteration:
            self._timer.stop()
            self._app.quit()
            return
        except Exception:
            self._fail(traceback.format_exc())
            return
        self._since = since = time.monotonic()
        self._until = wait if callable(wait) else (lambda: time.monotonic() - since >= wait)

    def _fail(self, why: str) -> None:
        print(f"The pictures stopped: {why}", file=sys.stderr)
        self._timer.stop()
        self._app.exit(1)


def _line(trip: Trip) -> int:
    """The line that the innermost part of a trip stands at."""
    inner = trip
    while isinstance(inner.gi_yieldfrom, Generator):
        inner = inner.gi_yieldfrom
    return inner.gi_frame.f_lineno if inner.gi_frame else 0


def main(data: Path, folder: Path, prefix: str, name: str) -> int:
    """Start the program and take a trip through it."""
    from tools import scenes

    app = QApplication(["qindesk", *STYLE])
    app.setApplicationName("qindesk")
    app.setDesktopFileName("qindesk")
    app.setQuitOnLastWindowClosed(False)
    places = paths(data)
    instance = Instance(places.data)
    if not instance.is_first():
        raise RuntimeError(f"{data} is in use")
    if name == "loading":
        Loading.start = lambda _self: None  # type: ignore[method-assign] # the data never come
    house = House(app, places, instance, is_hidden=False, tell=data / "told")
    stage = Stage(house, folder, prefix, data)
    guide = Guide(app, scenes.TRIPS[name](stage))
    code = app.exec()
    guide.deleteLater()
    house.close()
    return code


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
