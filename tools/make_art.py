"""Draws what Windows wants as pictures of the program and its installer: the icon in all sizes, two bitmaps.

The rule: everything is drawn from our own SVG at the very size it is shown in; nothing of it is kept in the repository.
Usage: make_art.py FOLDER
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "qindesk.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
PNG_FROM = 256
"""Smaller pictures are plain bitmaps, which every part of Windows can read."""
SIDE, HEAD = (328, 628), (300, 114)
"""Twice what the installer shows at 100 %, so that it is sharp at 200 %."""
WARM, PAPER = "#FDF1E8", "#FFFFFF"


def drawn(side: int) -> QImage:
    """The program's icon, so many pixels wide."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    _draw(image, QRectF(0, 0, side, side))
    return image


def ico(images: list[QImage]) -> bytes:
    """An icon file (https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10))."""
    bodies = [_png(image) if image.width() >= PNG_FROM else _bitmap(image) for image in images]
    offset = 6 + 16 * len(images)
    head = struct.pack("<HHH", 0, 1, len(images))
    for image, body in zip(images, bodies, strict=True):
        side = image.width() % 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), offset)
        offset += len(body)
    return head + b"".join(bodies)


def panel(size: tuple[int, int], ground: str, icon: QRectF) -> QImage:
    """A picture with the icon at a place of it."""
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(QColor(ground))
    _draw(image, icon)
    return image


def _draw(image: QImage, where: QRectF) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter, where)
    painter.end()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _bitmap(image: QImage) -> bytes:
    """The lines from the bottom up, then the mask, which is empty: transparency is in the colours."""
    side = image.width()
    flipped = image.flipped(Qt.Orientation.Vertical)
    lines = bytes(flipped.constBits())
    mask = bytes((side + 31) // 32 * 4 * side)
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, len(lines) + len(mask), 0, 0, 0, 0)
    return head + lines + mask


def main(folder: Path) -> None:
    """Write them."""
    folder.mkdir(parents=True, exist_ok=True)
    QGuiApplication(sys.argv[:1])
    (folder / "qindesk.ico").write_bytes(ico([drawn(side) for side in SIZES]))
    panel(SIDE, WARM, QRectF(64, 150, 200, 200)).save(str(folder / "side.bmp"), "BMP")
    panel(HEAD, PAPER, QRectF(150, 17, 80, 80)).save(str(folder / "head.bmp"), "BMP")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
