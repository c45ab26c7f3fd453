"""Beside the list of a wide window: the phrase that is stood on, as it would go out now, with what is known of it.

The rule: it shows and never asks; what nobody knows now is named here before a paste is refused for it.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.core.facts import templates
from app.core.phrases.phrase import Phrase
from app.core.storage import NotStored
from app.ui import sentences, trade_words
from app.ui.details_desk import DetailsDesk
from app.ui.dialogs import terms
from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.preview_pane import PreviewPane
from app.ui.dialogs.sample import sample
from app.ui.dialogs.scrolling import scrolling
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, kind

LINES = 18
"""Lines of a text that are shown before it scrolls."""
_PICTURE = 220


class Details(QWidget):
    """The pane. Its signals are what its buttons want with the phrase that is shown."""

    paste_wanted = Signal()
    copy_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, look: Look, desk: DetailsDesk) -> None:
        super().__init__()
        self._desk = desk
        self._phrase: Phrase | None = None
        self._told: tuple[object, ...] = ()
        self._head, self._where, self._times = label("title"), label("muted"), label("hint")
        self.preview = PreviewPane(look, most_lines=LINES)
        self.preview.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._facts, self._pictures = QWidget(), QWidget()
        self._fact_lines = QGridLayout(self._facts)
        self._picture_lines = QVBoxLayout(self._pictures)
        self.edit, self.copy, self.paste = (button(name) for name in ("link", "", "primary"))
        self._empty = label("muted")
        self._build()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self.show_phrase("")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.preview.text, self.edit, self.copy, self.paste)

    def show_phrase(self, phrase_id: str) -> None:
        """Show a phrase by its id; nothing for an empty one."""
        self._phrase = self._desk.phrase(phrase_id) if phrase_id else None
        self._told = ()
        self.refresh()

    def refresh(self) -> None:
        """Say it as it is now. Where nothing is said differently nothing is drawn anew."""
        phrase = self._phrase
        self._card.setVisible(phrase is not None)
        self._empty.setVisible(phrase is None)
        if phrase is None:
            return
        seen = sample(phrase, self._desk.render_as(phrase))
        names = dict.fromkeys(each.name for each in templates.variables(phrase.body) if not each.is_question)
        values = dict(self._desk.values(list(names)))
        times = self._desk.times.told(phrase) if phrase.lifetime else ""
        told = (phrase, seen, tuple(values.items()), times)
        if told != self._told:
            self._told = told
            self.preview.show_sample(seen)
            self._tell(phrase, values, times)

    def _tell(self, phrase: Phrase, values: Mapping[str, str], times: str) -> None:
        self._head.setText(phrase.title)
        group = " › ".join(phrase.group)
        output = terms.output(phrase.output).replace(" ", "\u00a0")  # no word of it alone on a line
        self._where.setText(" · ".join(part for part in (group, *phrase.codes, output) if part))
        self._times.setText(times)
        self._times.setVisible(bool(times))
        _clear(self._fact_lines)
        for at, (name, value) in enumerate(values.items()):
            said, words = label("muted", wraps=False), label()
            said.setText(trade_words.of_fact(name))
            words.setText(value)
            self._fact_lines.addWidget(said, at, 0, Qt.AlignmentFlag.AlignTop)
            self._fact_lines.addWidget(words, at, 1)
        self._facts.setVisible(bool(values))
        self._show_pictures(phrase)

    def _show_pictures(self, phrase: Phrase) -> None:
        _clear(self._picture_lines)
        for image in phrase.images:
            shown = QLabel()
            shown.setAccessibleName(self.tr("Picture"))
            pixmap = QPixmap()
            try:
                pixmap.loadFromData(self._desk.read_image(image.file))
            except NotStored as lack:
                shown.setText(sentences.of_trouble(lack.trouble))
                shown.setWordWrap(True)
            if not pixmap.isNull():
                room = QSize(_PICTURE, _PICTURE) * self.devicePixelRatioF()
                smooth = Qt.TransformationMode.SmoothTransformation
                pixmap = pixmap.scaled(room.boundedTo(pixmap.size()), Qt.AspectRatioMode.KeepAspectRatio, smooth)
                pixmap.setDevicePixelRatio(self.devicePixelRatioF())
                shown.setPixmap(pixmap)
            self._picture_lines.addWidget(shown)
        self._pictures.setVisible(bool(phrase.images))

    def _build(self) -> None:
        for lines in (self._fact_lines, self._picture_lines):
            lines.setContentsMargins(0, 0, 0, 0)
        self._fact_lines.setHorizontalSpacing(BETWEEN)
        self._fact_lines.setVerticalSpacing(GRID)
        self._fact_lines.setColumnStretch(1, 1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, INSIDE)
        lines.setSpacing(INSIDE)
        for part in (self._head, self._where, self._times, self.preview, self._facts, self._pictures):
            lines.addWidget(part)
        lines.addStretch(1)
        self._card = QFrame()
        self._card.setProperty(*kind("card"))
        card = QVBoxLayout(self._card)
        card.setContentsMargins(1, 1, 1, INSIDE)
        card.addWidget(scrolling(inside), 1)
        foot = row(QWidget(), self.edit, self.copy, self.paste, stretch=0)
        foot.setContentsMargins(BETWEEN, 0, BETWEEN, 0)
        card.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)
        for pressed in (self.edit, self.copy, self.paste):
            pressed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.edit.clicked.connect(self.edit_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.paste.clicked.connect(self.paste_wanted)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        self.preview.text.setAccessibleName(self.tr("The text as it would go out now"))
        self._empty.setText(self.tr("Stand on a phrase to read it here as it would go out now."))
        self.paste.setText(self.tr("Paste"))
        self.copy.setText(self.tr("Copy only"))
        self.edit.setText(self.tr("Edit…"))
        self._told = ()
        self.refresh()


def _clear(lines: QGridLayout | QVBoxLayout) -> None:
    while (item := lines.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
