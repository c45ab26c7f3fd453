"""A row of the list laid out: every text at its place in a width, found characters and variables as pieces.

The rule: the title gives way last; what a row must tell of its lifetime gives way to nothing but the title, and so does
what an answer is about.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from app.core.phrases.phrase import Output, Phrase
from app.core.search.hits import Marks
from app.core.values import dataclass
from app.ui import runs, trade_words
from app.ui.palette import Tone
from app.ui.runs import Ink, Run
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, Type
from app.ui.times import FINE, Note

ICON = 14
LEAST_SIDE = 36
WIDEST_SIDE = 140
WIDEST_SUBJECT = 96
WIDEST_CODE = 72
LEAST_PILL = 4
"""Fewer letters of a variable's name, with the sign that more follow, tell nothing."""


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
    told = _kept_for(note.text, runs.subject_of(phrase), fonts)
    title, title_cut = _line(runs.of_title(phrase, marks), max(right - told, right / 2), fonts.title, fonts.title_m)
    end = title[-1].x + title[-1].width if title else 0.0
    beside = (Run(note.text),) if note.text else runs.of_side(phrase, marks)
    beside = beside if note.text else _shortest(beside, right - end - BETWEEN, fonts, is_needed=told > 0)
    side = _side(beside, end + (INSIDE if note.text else BETWEEN), right, fonts)
    body, body_cut = _line(runs.of_body(phrase, marks), width, fonts.body, fonts.body_m)
    return Laid(title, body, side, code, drawings, title_cut or body_cut, is_faint=bool(note.text))


def _kept_for(note: str, subject: str, fonts: Fonts) -> float:
    """The room that the title leaves to what stands beside it."""
    if note:
        return fonts.small_m.horizontalAdvance(note) + INSIDE
    return min(fonts.small_m.horizontalAdvance(subject), WIDEST_SUBJECT) + BETWEEN + 1 if subject else 0.0


def _line(line: tuple[Run, ...], width: float, font: QFont, measure: QFontMetricsF) -> tuple[tuple[Piece, ...], bool]:
    pieces: list[Piece] = []
    x = 0.0
    for run in line:
        text = trade_words.of_fact(run.text) if run.ink is Ink.VARIABLE else run.text
        inset = 2 * GRID if run.ink is Ink.VARIABLE else 0
        text = _in_sight(text, width - x, font)
        advance = measure.horizontalAdvance(text) + inset
        if x + advance <= width:
            pieces.append(Piece(_static(text, font), x, advance, run.ink))
            x += advance
            continue
        cut = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(width - x - inset, 0))
        if inset and _tells_nothing(cut):
            cut = ""
        if cut and cut != "…":
            pieces.append(Piece(_static(cut, font), x, measure.horizontalAdvance(cut) + inset, run.ink))
        elif width - x >= measure.horizontalAdvance("…"):
            pieces.append(Piece(_static("…", font), x, measure.horizontalAdvance("…")))
        elif pieces:
            pieces.append(_going_on(pieces.pop(), width, font, measure))
        return tuple(pieces), True
    return tuple(pieces), False


def _tells_nothing(cut: str) -> bool:
    """Whether a pill of a name that was cut is too short; two ideographs say something."""
    return len(cut) < LEAST_PILL and cut.rstrip("…").isascii()


def _in_sight(text: str, room: float, font: QFont) -> str:
    """A text without an end that cannot be in sight: an ideograph is as wide as its font is high, and measuring costs
    more than counting.
    """
    left = int(room / font.pixelSize()) + 2
    for at, letter in enumerate(text):
        left -= "\u4e00" <= letter <= "\u9fff"
        if left < 0:
            return text[: at + 1]
    return text


def _going_on(piece: Piece, width: float, font: QFont, measure: QFontMetricsF) -> Piece:
    """The last text of a line, which ends with the sign that more follows though it would fit itself."""
    inset = 2 * GRID if piece.ink is Ink.VARIABLE else 0
    cut = measure.elidedText(f"{piece.text.text()}…", Qt.TextElideMode.ElideRight, width - piece.x - inset)
    if cut == "…" or (inset and _tells_nothing(cut)):
        return Piece(_static("…", font), piece.x, measure.horizontalAdvance("…"))
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
    pieces, _ = _line(_near_found(line, room, fonts), room + 1, fonts.small, fonts.small_m)
    shift = right - pieces[-1].x - pieces[-1].width
    return tuple(Piece(piece.text, piece.x + shift, piece.width, piece.ink) for piece in pieces)


def _near_found(line: tuple[Run, ...], room: float, fonts: Fonts) -> tuple[Run, ...]:
    """A line that is cut at its end, and at its start only where what was found would not be in sight."""
    first = next((at for at, run in enumerate(line) if run.ink is Ink.FOUND), 0)
    before, found = "".join(run.text for run in line[:first]), line[first].text
    left = room - fonts.small_m.horizontalAdvance(found)
    if fonts.small_m.horizontalAdvance(before) <= left:
        return line
    cut = fonts.small_m.elidedText(before, Qt.TextElideMode.ElideLeft, max(left, 0.0))
    return (*((Run(cut),) if cut else ()), *line[first:])


def _shortest(path: tuple[Run, ...], room: float, fonts: Fonts, *, is_needed: bool) -> tuple[Run, ...]:
    """A group's path where there is room for it, else the group's own name, else nothing: half a path tells nothing.

    Unless something was found there, or the name is needed: then a part of it is shown.
    """
    parted = [at for at, run in enumerate(path) if run.text == runs.BETWEEN_GROUPS]
    own = path[parted[-1] + 1 :] if parted else path
    for shown in (path, own):
        if fonts.small_m.horizontalAdvance("".join(run.text for run in shown)) <= min(room, WIDEST_SIDE):
            return shown
    return own if is_needed or any(run.ink is Ink.FOUND for run in own) else ()


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
