"""Where the texts of a card stand in a row of a width.

The rule: the time at the right is never cut, then the sum; what gives way first is the title and what it is about.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from app.core.orders.order import Flag
from app.core.values import dataclass
from app.ui.icons import NORMAL, SMALL
from app.ui.orders.card import Card
from app.ui.palette import Tone
from app.ui.theme import GRID, INSIDE, Look, Type

MARGIN = 4
LEFT = MARGIN + INSIDE + NORMAL + INSIDE
TOP = 6
CHIP = 5
"""Left and right of the word in a chip."""


class Fonts:
    """The fonts of a row, their measures, and where its three lines begin."""

    def __init__(self, look: Look) -> None:
        self.title = look.font(Type.TITLE, is_bold=True)
        self.body = look.font(Type.BODY)
        self.small = look.font(Type.MUTED)
        self.big = look.font(Type.BIG, is_bold=True)
        for font in (self.big, self.body):
            font.setFeature(QFont.Tag("tnum"), 1)
        self.title_m, self.body_m = QFontMetricsF(self.title), QFontMetricsF(self.body)
        self.small_m, self.big_m = QFontMetricsF(self.small), QFontMetricsF(self.big)
        first, small = max(self.title_m.height(), 20 * look.scale.text), self.small_m.height() + 1
        self.lines = (TOP, TOP + first, TOP + first + small)
        self.height = round(self.lines[2] + small + TOP - 1)


@dataclass(frozen=True, slots=True)
class Text:
    """A text at its place; `colour` is a name of the palette."""

    text: QStaticText
    font: QFont
    colour: str
    at: QPointF


@dataclass(frozen=True, slots=True)
class Laid:
    """A card as it is painted: texts that do not run, chips behind some of them, drawings, and where the time ends."""

    texts: tuple[Text, ...]
    chips: tuple[tuple[float, float, float], ...]
    drawings: tuple[tuple[str, str, QPointF], ...]
    flag: tuple[Flag, QPointF] | None
    time_x: float


class Laying:
    """Lays out one card."""

    def __init__(self, card: Card, width: float, fonts: Fonts) -> None:
        self._card = card
        self._fonts = fonts
        self._right = width - MARGIN - INSIDE
        self._texts: list[Text] = []
        self._chips: list[tuple[float, float, float]] = []
        self._drawings: list[tuple[str, str, QPointF]] = []
        self._flag: tuple[Flag, QPointF] | None = None

    def laid(self) -> Laid:
        """The card at its places."""
        card, fonts = self._card, self._fonts
        measure = fonts.big_m if card.is_big else fonts.body_m
        time_x = self._right - measure.horizontalAdvance(card.still.time)
        self._first_line(time_x - INSIDE)
        word_width = fonts.small_m.horizontalAdvance(card.word)
        if card.word:
            self._put(
                card.word,
                self._right - word_width,
                1,
                fonts.small,
                "muted" if card.tone is Tone.TEXT else card.tone.value,
            )
        room = self._right - (word_width + INSIDE if card.word else 0)
        if card.points:
            self._points(room)
        else:
            self._second_line(room)
            self._third_line()
        return Laid(tuple(self._texts), tuple(self._chips), tuple(self._drawings), self._flag, time_x)

    def _first_line(self, until: float) -> None:
        card, fonts = self._card, self._fonts
        sum_width = fonts.body_m.horizontalAdvance(card.sum)
        room = until - LEFT - (sum_width + INSIDE if card.sum else 0)
        title = fonts.title_m.elidedText(card.title, Qt.TextElideMode.ElideRight, max(room, 0))
        self._put(title, LEFT, 0, fonts.title, "text")
        if card.sum:
            x = LEFT + fonts.title_m.horizontalAdvance(title) + INSIDE
            self._put(card.sum, x, 0, fonts.body, "text", fonts.title_m.ascent() - fonts.body_m.ascent())

    def _second_line(self, until: float) -> None:
        """Kind and manner give way where flag and note had no room before the word at the right."""
        card, x = self._card, float(LEFT)
        signs = (SMALL + GRID) * ((card.flag is not None) + card.has_note)
        for word in (card.chip, card.manner):
            if word:
                x = self._chip(word, x, until - signs)
        y = self._middle(1)
        if card.flag is not None and x + SMALL <= until:
            self._flag = (card.flag, QPointF(x, y))
            x += SMALL + GRID
        if card.has_note and x + SMALL <= until:
            self._drawings.append(("note", "muted", QPointF(x, y)))
            x += SMALL + GRID
        self._rest(card.about, x, 1, until, "muted")

    def _third_line(self) -> None:
        card, x = self._card, float(LEFT)
        if card.state_drawing and card.state:
            self._drawings.append((card.state_drawing, card.state_tone.value, QPointF(x, self._middle(2))))
            x += SMALL + GRID
        self._rest(card.state, x, 2, self._right, card.state_tone.value)

    def _points(self, until: float) -> None:
        """What is to be done, one after the other, in the next line where there is no more room."""
        x, line, fonts = float(LEFT), 1, self._fonts
        for point in self._card.points:
            said = f"{point.digit} {point.text}"
            width = SMALL + GRID + fonts.small_m.horizontalAdvance(said)
            if line == 1 and x > LEFT and x + width > until:
                x, line, until = float(LEFT), 2, self._right
            if x + SMALL + 2 * INSIDE > until:
                return
            drawing, colour = ("check", "ok") if point.is_done else ("unchosen", "muted")
            self._drawings.append((drawing, colour, QPointF(x, self._middle(line))))
            self._rest(said, x + SMALL + 2, line, until, "muted" if point.is_done else "text")
            x += width + INSIDE

    def _chip(self, word: str, x: float, until: float) -> float:
        width = self._fonts.small_m.horizontalAdvance(word) + 2 * CHIP
        if x + width > until:
            return x
        self._chips.append((x, self._fonts.lines[1], width))
        self._put(word, x + CHIP, 1, self._fonts.small, "muted")
        return x + width + GRID

    def _rest(self, text: str, x: float, line: int, until: float, colour: str) -> None:
        shown = self._fonts.small_m.elidedText(text, Qt.TextElideMode.ElideRight, max(until - x, 0))
        if shown and shown != "…":
            self._put(shown, x, line, self._fonts.small, colour)

    def _put(self, text: str, x: float, line: int, font: QFont, colour: str, down: float = 0.0) -> None:
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=font)
        self._texts.append(Text(made, font, colour, QPointF(x, self._fonts.lines[line] + down)))

    def _middle(self, line: int) -> float:
        return self._fonts.lines[line] + (self._fonts.small_m.height() - SMALL) / 2
