"""Our own drawings (`resources/icons/*.svg`, a grid of 20 × 20) as pixmaps and icons in a colour.

The rule: a drawing is rendered at the very size and ratio it is shown at, so it is sharp at 100 to 200 %.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from app.ui.sheet import DRAWINGS

if TYPE_CHECKING:  # the first rows are painted before the first drawing
    from PySide6.QtGui import QIcon

SMALL = 14
NORMAL = 18


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """A drawing of `size` points on a screen of `ratio` pixels a point. A name that is not there is a `KeyError`."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - as above

    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    side = round(size * ratio)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def ratios() -> set[float]:
    """The ratios of the screens that are there."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


def icon(pixmaps: Iterable[QPixmap]) -> "QIcon":
    """An icon of drawings, one for each ratio."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - as above

    made = QIcon()
    for picture in pixmaps:
        made.addPixmap(picture)
    return made


def program(is_paused: bool = False) -> "QIcon":
    """The program's own icon, for its windows and the tray."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - as above

    return QIcon(str(DRAWINGS / ("qindesk_paused.svg" if is_paused else "qindesk.svg")))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = DRAWINGS / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")
