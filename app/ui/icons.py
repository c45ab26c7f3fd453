"""Our own drawings (`resources/icons/*.svg`, a grid of 20 × 20) as pixmaps and icons in a colour.

The rule: a drawing is rendered at the very size and ratio it is shown at, so it is sharp at 100 to 200 %.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

FOLDER = Path(resources.__file__).parent / "icons"
SMALL = 14
NORMAL = 18
RATIOS = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)
"""The scales a screen is set to; an icon holds a drawing for each."""


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """A drawing of `size` points on a screen of `ratio` pixels a point. A name that is not there is a `KeyError`."""
    side = round(size * ratio)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(0, 0, side, side)
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, faint: str, size: int = NORMAL) -> QIcon:
    """An icon for a button or a menu; `faint` is its colour while it is disabled."""
    drawn = QIcon()
    for ratio in RATIOS:
        drawn.addPixmap(pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
        drawn.addPixmap(pixmap(name, faint, size, ratio), QIcon.Mode.Disabled)
    return drawn


def program(is_paused: bool = False) -> QIcon:
    """The program's own icon, for its windows and the tray."""
    return QIcon(str(FOLDER / ("qindesk_paused.svg" if is_paused else "qindesk.svg")))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")
