"""The front door: builds and connects everything; nobody imports it.

The rule: the window is painted before anything is imported that it does not need, and everything slow happens in a
helper thread after that.
"""

import builtins
import gc
import os
import sys
from argparse import Namespace

from app.front.given import window_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

_FATAL = 3  # Qt's QtFatalMsg: once that is told Qt ends the program
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_SCREEN = (
    "There is no screen here for the window, so nothing was started. The commands work without one: "
    "see `qindesk --help`."
)
_NO_USE = (
    "The screen {screen} cannot be used here, so nothing was started. Start QinDesk from a desktop session, or set "
    "DISPLAY to a screen that this user may use. Qt says: {told}. The commands work without one: see `qindesk --help`."
)


def main(arguments: list[str] | None = None) -> int:
    """Start the window, or run a command; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    options = window_options(given)
    if options:
        return start(options)

    from app import cli

    options = cli.parser().parse_args(given)
    return cli.run(given) if options.command else start(options)


def start(options: Namespace) -> int:
    """Start the assistant, or hand the wish to the one that runs. 3: the running one did not answer."""
    gc.disable()  # a start makes no garbage worth a look; `app/system/garbage.py` looks once everything stands
    plain = builtins.__import__
    from PySide6.QtWidgets import QApplication

    # From here on PySide would read the source of each module to see whether it asks for `__feature__`. None does.
    builtins.__import__ = plain

    from app.system.instance import QUIT, SHOW, Instance
    from app.system.paths import paths
    from app.ui.theme import STYLE

    places = paths(options.data)
    try:
        places.make()
    except OSError as error:
        return _refuse(
            f"The data folder {places.data} cannot be used: {error.strerror}. Choose another with --data DIR."
        )
    instance = Instance(places.data)
    if not instance.is_first():
        if instance.is_barred:
            return _refuse(
                f"The data folder {places.data} cannot be written to, so nothing was started and nothing was changed. "
                "Ask for the right to write there, free some space, or choose another folder with --data DIR."
            )
        return 0 if instance.tell_first(QUIT if options.quit else SHOW) else 3
    if options.quit or not _has_screen():
        instance.close()
        return 0 if options.quit else _refuse(_NO_SCREEN)
    app = _on_screen(lambda: QApplication([*sys.argv[:1], *STYLE]), instance.close)
    app.setApplicationName("qindesk")
    app.setDesktopFileName("qindesk")
    app.setQuitOnLastWindowClosed(False)

    from app.front.house import House

    house = House(app, places, instance, is_hidden=options.hidden, tell=options.tell)
    code = app.exec()
    house.close()
    return code


def _on_screen(make: "Callable[[], QApplication]", give_up: "Callable[[], None]") -> "QApplication":
    """What `make` makes. A screen that is named but cannot be had is told in a sentence, instead of by Qt's crash."""
    if sys.platform == "win32":
        return make()
    from PySide6.QtCore import qInstallMessageHandler

    told: list[str] = []

    def hear(severity: "QtMsgType", _context: "QMessageLogContext", text: str) -> None:
        told.append(text)
        if severity.value == _FATAL:
            give_up()
            screen = next(filter(None, map(os.environ.get, _SCREENS)), "")
            _refuse(_NO_USE.format(screen=screen, told=told[0].strip().partition("\n")[0].rstrip(".")))
            os._exit(1)  # back in Qt the next thing is its abort

    qInstallMessageHandler(hear)
    app = make()
    qInstallMessageHandler(None)
    for text in told:
        print(text, file=sys.stderr)
    return app


def _has_screen() -> bool:
    """Whether one is named; without a name Qt would try whatever there is, as a screen without windows."""
    return sys.platform == "win32" or any(map(os.environ.get, _SCREENS))


def _refuse(sentence: str) -> int:
    """Say why there is no start: in a window where there is no console to say it on, as on a Windows desktop."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
        return 1
    from PySide6.QtWidgets import QApplication, QMessageBox

    QApplication(sys.argv[:1])
    QMessageBox.critical(None, "QinDesk", sentence)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
