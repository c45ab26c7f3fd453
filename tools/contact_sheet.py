"""One contact sheet of all pictures: a row a scene, a column a look; as a page to click into and as one picture.

The rule: a picture that is missing leaves a gap that is seen.
"""

import html
import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QImage, QPainter

LOOKS = (("zh_CN", "en"), ("light", "dark"), (100, 150))
_WIDTH, _HEIGHT, _GAP, _HEAD = 240, 300, 8, 26
_GROUND, _TEXT, _MISSING = "#8C8A84", "#FFFFFF", "#B42318"
_STYLE = """body{font:13px sans-serif;background:#8c8a84;color:#fff;margin:16px}table{border-spacing:8px}
th{text-align:left;position:sticky;top:0;background:#8c8a84}td{vertical-align:top}
img{width:240px;max-height:420px;object-fit:contain;object-position:top left}.none{color:#ffd0c8}"""


def make(folder: Path) -> int:
    """Write `contact-sheet.html` and `contact-sheet.jpg` over the pictures of a folder; how many those are."""
    pictures = {file.stem: file for file in sorted(folder.glob("*-*-*-*.png"))}
    looks = [
        look
        for language in LOOKS[0]
        for theme in LOOKS[1]
        for percent in LOOKS[2]
        if any(name.startswith(f"{(look := f'{language}-{theme}-{percent}')}-") for name in pictures)
    ]
    scenes = _scenes(pictures, looks)
    (folder / "contact-sheet.html").write_text(_page(pictures, looks, scenes), "utf-8")
    _painted(pictures, looks, scenes).save(str(folder / "contact-sheet.jpg"), quality=82)
    return len(pictures)


def _scenes(pictures: dict[str, Path], looks: list[str]) -> list[str]:
    """The names of all scenes, in the order in which the first look met them."""
    found = {name.removeprefix(f"{look}-"): None for look in looks for name in _of(look, pictures)}
    return list(found)


def _of(look: str, pictures: dict[str, Path]) -> list[str]:
    own = [name for name in pictures if name.startswith(f"{look}-")]
    return sorted(own, key=lambda name: pictures[name].stat().st_mtime)


def _page(pictures: dict[str, Path], looks: list[str], scenes: list[str]) -> str:
    heads = "".join(f"<th>{html.escape(look)}</th>" for look in looks)
    rows = []
    for scene in scenes:
        cells = "".join(_cell(pictures.get(f"{look}-{scene}")) for look in looks)
        rows.append(f"<tr><th>{html.escape(scene)}</th></tr><tr>{cells}</tr>")
    title = "<meta charset=utf-8><title>QinDesk</title>"
    return f"<!doctype html>{title}<style>{_STYLE}</style><table><tr>{heads}</tr>{''.join(rows)}</table>"


def _cell(file: Path | None) -> str:
    if file is None:
        return "<td class=none>missing</td>"
    name = html.escape(file.name)
    return f'<td><a href="{name}"><img loading=lazy src="{name}" alt="{name}"></a></td>'


def _painted(pictures: dict[str, Path], looks: list[str], scenes: list[str]) -> QImage:
    app = QGuiApplication.instance() or QGuiApplication(["contact-sheet", "-platform", "offscreen"])
    wide, high = (_WIDTH + _GAP) * len(looks) + _GAP, (_HEIGHT + _HEAD + _GAP) * len(scenes) + _HEAD
    sheet = QImage(max(wide, 1), max(high, 1), QImage.Format.Format_RGB32)
    sheet.fill(QColor(_GROUND))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(13)
    painter.setFont(font)
    for column, look in enumerate(looks):
        left = _GAP + column * (_WIDTH + _GAP)
        _write(painter, QRect(left, 0, _WIDTH, _HEAD), look, _TEXT)
        for row, scene in enumerate(scenes):
            top = _HEAD + row * (_HEIGHT + _HEAD + _GAP)
            _write(painter, QRect(left, top, _WIDTH, _HEAD), scene, _TEXT)
            _paint(painter, QRect(left, top + _HEAD, _WIDTH, _HEIGHT), pictures.get(f"{look}-{scene}"))
    painter.end()
    del app
    return sheet


def _paint(painter: QPainter, place: QRect, file: Path | None) -> None:
    image = QImage(str(file)) if file else QImage()
    if image.isNull():
        _write(painter, place, "missing", _MISSING)
        return
    small = image.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(1)
    painter.drawImage(place.topLeft(), small)


def _write(painter: QPainter, place: QRect, text: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
