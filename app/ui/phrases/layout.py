"""A row of the list laid out: every text at its place in a width, found characters and variables as pieces.

The rule: the title gives way last; what a row must tell of its lifetime gives way to nothing but the title.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from app.core.phrases.phrase import Output, Phrase
from app.core.search.hits import Marks
from app.core.values import dataclass
from app.ui import runs, sentences
from app.ui.palette import Tone
from app.ui.runs import Ink, Run
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, Type
from app.ui.times import FINE, Note

ICON = 14
LEAST_SIDE = 36
WIDEST_SIDE = 140
WIDEST_CODE = 72


@dataclass(frozen=True, slots=True)
class Piece:
    """One prepared text at its place from the left of its line."""

    text: QStaticText
    x: float
    width: float
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Laid:
    """A row that is ready to be painted; widths start at the left of the texts."""

    title: tuple[Piece, ...]
    body: tuple[Piece, ...]
    side: tuple[Piece, ...]
    code: Piece | None
    drawings: tuple[tuple[str, Tone], ...]
    is_cut: bool
    is_faint: bool = False


class Fonts:
    """The fonts of a row and their measures."""

    def __init__(self, look: Look) -> None:
        self.title = look.font(Type.TITLE, is_bold=True)
        self.body = look.font(Type.BODY)
        self.small = look.font(Type.SMALL)
        self.title_m = QFontMetricsF(self.title)
        self.body_m = QFontMetricsF(self.body)
        self.small_m = QFontMetricsF(self.small)


def lay_out(phrase: Phrase, marks: Marks, width: float, fonts: Fonts, note: Note = FINE, own: str = "") -> Laid:
    """Give every text of a row its place in a width; a note stands where the group would.

    `own` is the drawing of an own version of what a pack says.
    """
    first = (*(((note.drawing, Tone.MUTED),) if note.drawing else ()), *(((own, Tone.INFO),) if own else ()))
    drawings = (*first, *_drawings(phrase))
    right = width - len(drawings) * (ICON + GRID)
    code = _code(phrase, marks, right, fonts)
    if code:
        right = code.x - INSIDE
    told = fonts.small_m.horizontalAdvance(note.text) + INSIDE if note.text else 0.0
    title, title_cut = _line(runs.of_title(phrase, marks), max(right - told, right / 2), fonts.title, fonts.title_m)
    end = title[-1].x + title[-1].width if title else 0.0
    beside = (Run(note.text),) if note.text else runs.of_side(phrase, marks)
    beside = beside if note.text else _shortest(beside, right - end - BETWEEN, fonts)
    side = _side(beside, end + (INSIDE if note.text else BETWEEN), right, fonts)
    body, body_cut = _line(runs.of_body(phrase, marks), width, fonts.body, fonts.body_m)
    return Laid(title, body, side, code, drawings, title_cut or body_cut, is_faint=bool(note.text))


def _line(line: tuple[Run, ...], width: float, font: QFont, measure: QFontMetricsF) -> tuple[tuple[Piece, ...], bool]:
    pieces: list[Piece] = []
    x = 0.0
    for run in line:
        text = sentences.of_fact(run.text) if run.ink is Ink.VARIABLE else run.text
        inset = 2 * GRID if run.ink is Ink.VARIABLE else 0
        advance = measure.horizontalAdvance(text) + inset
        if x + advance <= width:
            pieces.append(Piece(_static(text, font), x, advance, run.ink))
            x += advance
            continue
        cut = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(width - x - inset, 0))
        if cut and cut != "…":
            pieces.append(Piece(_static(cut, font), x, measure.horizontalAdvance(cut) + inset, run.ink))
        elif width - x >= measure.horizontalAdvance("…"):
            pieces.append(Piece(_static("…", font), x, measure.horizontalAdvance("…")))
        elif pieces:
            pieces.append(_going_on(pieces.pop(), width, font, measure))
        return tuple(pieces), True
    return tuple(pieces), False


def _going_on(piece: Piece, width: float, font: QFont, measure: QFontMetricsF) -> Piece:
    """The last text of a line, which ends with the sign that more follows though it would fit itself."""
    inset = 2 * GRID if piece.ink is Ink.VARIABLE else 0
    cut = measure.elidedText(f"{piece.text.text()}…", Qt.TextElideMode.ElideRight, width - piece.x - inset)
    if cut == "…":
        return Piece(_static(cut, font), piece.x, measure.horizontalAdvance(cut))
    return Piece(_static(cut, font), piece.x, measure.horizontalAdvance(cut) + inset, piece.ink)


def _code(phrase: Phrase, marks: Marks, right: float, fonts: Fonts) -> Piece | None:
    run = runs.of_code(phrase, marks)
    if run is None:
        return None
    text = fonts.small_m.elidedText(run.text, Qt.TextElideMode.ElideRight, WIDEST_CODE)
    width = fonts.small_m.horizontalAdvance(text) + 10
    return Piece(_static(text, fonts.small), right - width, width, run.ink)


def _side(line: tuple[Run, ...], left: float, right: float, fonts: Fonts) -> tuple[Piece, ...]:
    room = min(right - left, WIDEST_SIDE)
    if not line or room < LEAST_SIDE:
        return ()
    text = "".join(run.text for run in line)
    if fonts.small_m.horizontalAdvance(text) > room:
        line = (Run(fonts.small_m.elidedText(text, Qt.TextElideMode.ElideLeft, room)),)
    pieces, _ = _line(line, room + 1, fonts.small, fonts.small_m)
    shift = right - pieces[-1].x - pieces[-1].width
    return tuple(Piece(piece.text, piece.x + shift, piece.width, piece.ink) for piece in pieces)


def _shortest(path: tuple[Run, ...], room: float, fonts: Fonts) -> tuple[Run, ...]:
    """A group's path where there is room for it, else the group's own name, else nothing: half a path tells nothing.

    Unless something was found there: then its end is shown.
    """
    parted = [at for at, run in enumerate(path) if run.text == runs.BETWEEN_GROUPS]
    own = path[parted[-1] + 1 :] if parted else path
    for shown in (path, own):
        if fonts.small_m.horizontalAdvance("".join(run.text for run in shown)) <= min(room, WIDEST_SIDE):
            return shown
    return path if any(run.ink is Ink.FOUND for run in own) else ()


def _drawings(phrase: Phrase) -> tuple[tuple[str, Tone], ...]:
    """What to know of a phrase before it is pasted, from the right; that it is pinned stands under its digit."""
    shown = (
        ("send", Tone.SOON, phrase.is_sent),
        ("image", Tone.MUTED, bool(phrase.images)),
        ("parts", Tone.MUTED, phrase.output is Output.PARTS),
        ("copy", Tone.MUTED, phrase.output is Output.COPY),
    )
    return tuple((name, tone) for name, tone, is_shown in shown if is_shown)


def _static(text: str, font: QFont) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=font)
    return made
