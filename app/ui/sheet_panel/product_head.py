"""The head of a product's card: the way back, its picture and name, and the switch for sold out.

The rule: what the switch says is what is stored; it changes when the program has done so.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from app.core.sheet.products import Product
from app.core.storage import NotStored
from app.ui.palette import Tone
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.listing import plain
from app.ui.theme import GRID, INSIDE, Look, kind
from app.ui.words import Speaking

THUMB = 44
_FORMS = {b"\x89PNG": b"png", b"\xff\xd8": b"jpeg", b"GIF8": b"gif"}


class ProductHead(Speaking, QFrame):
    """The head."""

    back_wanted = Signal()
    sold_out_wanted = Signal()
    unchosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, str] = ("", "")
        self.setProperty(*kind("card"))
        self.back, self.sold_out, self.mark = QToolButton(), QToolButton(), QToolButton()
        self._thumb, self._name, self._codes = QLabel(), QLabel(), QLabel()
        self._build()
        self.retranslate()

    @property
    def stops(self) -> tuple[QToolButton, ...]:
        """What the Tab key comes to, in order."""
        return (self.back, self.mark, self.sold_out)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.back.setToolTip(self.tr("Back to the products (Esc)"))
        self.back.setAccessibleName(self.tr("Back to the products"))
        self._name_switch()
        self.sold_out.setToolTip(self.tr("Mark as sold out, or as there again (Ctrl+O)"))
        self.mark.setAccessibleName(self.tr("Chosen"))
        self.mark.setToolTip(self.tr("Phrases speak of this product. Click to choose it no more."))

    def _name_switch(self) -> None:
        is_out = self.sold_out.isChecked()
        self.sold_out.setText(self.tr("Sold out") if is_out else self.tr("Mark sold out"))

    def show_product(self, product: Product, read: Callable[[str], bytes], *, is_chosen: bool) -> None:
        """Show a product."""
        self._name.setText(product.name)
        self._codes.setText(terms.listed(product.codes))
        self._codes.setToolTip(plain(self._codes.text()) if product.codes else "")
        self.mark.setVisible(is_chosen)
        self.sold_out.setChecked(product.is_out)
        self._name_switch()
        self._look.dress(self.sold_out, "sold_out", Tone.ACCENT_TEXT if product.is_out else Tone.MUTED)
        file = product.picture.file if product.picture else ""
        if (product.id, file) != self._shown:
            self._shown = (product.id, file)
            picture = _thumbnail(file, read, self.devicePixelRatioF()) if file else None
            self._thumb.setPixmap(picture or QPixmap())
            self._thumb.setVisible(picture is not None)

    def _build(self) -> None:
        self._look.dress(self.back, "back")
        self._look.dress(self.mark, "chosen", Tone.ACCENT)
        for label in (self._name, self._codes):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty(*kind("title"))
        self._name.setWordWrap(True)
        self._codes.setProperty(*kind("muted"))
        self._codes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._thumb.setFixedSize(QSize(THUMB, THUMB))
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sold_out.setCheckable(True)
        self.sold_out.setProperty(*kind("chip"))
        self.sold_out.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in self.stops:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(self._look.scale.target)
        self.back.clicked.connect(self.back_wanted)
        self.mark.clicked.connect(self.unchosen)
        self.sold_out.clicked.connect(self._clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._codes, 1)
        below.addWidget(self.sold_out)
        words = QVBoxLayout()
        words.setSpacing(0)
        above = QHBoxLayout()
        above.setSpacing(GRID)
        above.addWidget(self._name, 1)
        above.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(above)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, INSIDE, GRID)
        row.setSpacing(INSIDE)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._thumb)
        row.addLayout(words, 1)

    def _clicked(self) -> None:
        self.sold_out.setChecked(not self.sold_out.isChecked())
        self.sold_out_wanted.emit()


def _thumbnail(file: str, read: Callable[[str], bytes], ratio: float) -> QPixmap | None:
    """A small picture; nothing where it cannot be read."""
    try:
        content = read(file)
    except NotStored:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    form = next((form for magic, form in _FORMS.items() if content.startswith(magic)), b"")
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)  # left to itself it may take a picture for one of a form without a magic
    reader.setAutoTransform(True)
    side = round(THUMB * ratio)
    reader.setScaledSize(reader.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture
