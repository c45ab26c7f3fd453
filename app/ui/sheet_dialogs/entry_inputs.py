"""The inputs of the entry forms: each shows a value, reads it back, and can keep what was typed as a draft.

The rule: a value that nobody touched is given back exactly as it was put, whatever its text looks like.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.composing import ComposingEdit
from app.ui.dialogs.body_edit import BodyEdit
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.tokens import Tokens
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.theme import GRID, INSIDE

_V = TypeVar("_V")
_T_co = TypeVar("_T_co", covariant=True)
State = Any
"""What an input keeps of itself in a draft: texts and plain values, compared with `==`."""


class Input(Protocol[_T_co]):
    """What a cell holds. `edited` tells every change, also half typed ones; `read` raises `Unread`."""

    @property
    def edited(self) -> SignalInstance:
        """Something was typed or chosen."""
        ...

    def put(self, value: Any) -> None:
        """Show a value."""
        ...

    def read(self) -> _T_co:
        """The value that stands there."""
        ...

    def state(self) -> State:
        """What stands there, read or not."""
        ...

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        ...

    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        ...


class _Line(ComposingEdit):
    edited = Signal()


class Line(_Line, Generic[_V]):
    """One line, read by a function and written by its opposite. Leaving it writes its value in full."""

    def __init__(
        self, understand: Callable[[str], _V], write: Callable[[_V], str] = str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._understand, self._write = understand, write
        self._given: _V | None = None
        self._shown: str | None = None
        self.textChanged.connect(lambda _text: self.edited.emit())
        self.editingFinished.connect(self.settle)

    def put(self, value: _V) -> None:
        """Show a value and remember it as it is."""
        self._given = value
        self.setText(self._write(value))
        self.setCursorPosition(0)
        self._shown = self.text()

    def read(self) -> _V:
        """The value that was put while its text stands, else what is read from the text."""
        if self._shown is not None and self.text() == self._shown:
            return self._given  # type: ignore[return-value] # it was put, None only where that is a value
        return self._understand(self.text())

    def settle(self) -> None:
        """Write what was read in full, so that it is seen what was understood."""
        try:
            value = self.read()
        except Unread:
            return
        if self._shown is None or self.text() != self._shown:
            self.put(value)

    def state(self) -> State:
        """The text, with the value it was written for."""
        return (self.text(), self._given if self.text() == self._shown else None)

    def restore(self, state: State) -> None:
        """Show a text again."""
        text, given = state
        self.setText(text)
        self._given, self._shown = given, (text if given is not None else None)

    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text().strip()


def text_line() -> Line[str]:
    """A line of plain text."""
    return Line(lambda text: text.strip())


class Lines(BodyEdit):
    """Several lines of plain text; it grows with them."""

    edited = Signal()

    def __init__(self, least: int = 2, most: int = 8) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.textChanged.connect(self.edited)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def put(self, value: str) -> None:
        """Show a text and remember it as it is."""
        self.set_body(value)

    def read(self) -> str:
        """The text."""
        return self.body()

    def state(self) -> State:
        """The text."""
        return self.body()

    def restore(self, state: State) -> None:
        """Show a text again."""
        if state != self.body():
            self.setPlainText(state)

    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.body().strip()

    def _grow(self) -> None:
        """A plain text document measures its height in lines."""
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * (INSIDE + GRID))


class OneALine(Lines):
    """Several texts, one a line."""

    def put(self, value: Sequence[str]) -> None:
        """Show texts."""
        self._texts = tuple(value)
        super().put("\n".join(value))

    def read(self) -> tuple[str, ...]:  # type: ignore[override]
        """The texts, as they were put where nobody touched them."""
        written = self.body()
        if written == "\n".join(self._texts):
            return self._texts
        return tuple(line.strip() for line in written.split("\n") if line.strip())

    _texts: tuple[str, ...] = ()


class Picked(Choice[_V], Generic[_V]):
    """One of a few chips."""

    @property
    def edited(self) -> SignalInstance:
        """Another chip was chosen."""
        return self.chosen

    def put(self, value: _V) -> None:
        """Turn a chip on."""
        self.pick(value)

    def state(self) -> State:
        """The value that is on."""
        return self.value

    def restore(self, state: State) -> None:
        """Turn its chip on again."""
        self.pick(state)

    def read(self) -> _V:
        """The value that is on."""
        return self.value

    def is_blank(self) -> bool:
        """Always: one is always on, so it does not tell that somebody wrote something."""
        return True


class Words(Tokens):
    """Several short texts as chips."""

    @property
    def edited(self) -> SignalInstance:
        """A text came, went, or is being typed."""
        return self.changed

    def put(self, value: tuple[str, ...]) -> None:
        """Show texts."""
        self.set_texts(value)

    def read(self) -> tuple[str, ...]:
        """The texts."""
        return self.texts()

    def state(self) -> State:
        """The texts."""
        return self.texts()

    def restore(self, state: State) -> None:
        """Show texts again."""
        self.set_texts(state)

    def is_blank(self) -> bool:
        """Whether there is none."""
        return not self.texts()


class Tick(QCheckBox):
    """Yes or no."""

    @property
    def edited(self) -> SignalInstance:
        """It was turned."""
        return self.toggled

    def put(self, value: bool) -> None:
        """Show yes or no."""
        self.setChecked(value)

    def read(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def state(self) -> State:
        """Whether it is on."""
        return self.isChecked()

    def restore(self, state: State) -> None:
        """Show it again."""
        self.setChecked(state)

    def is_blank(self) -> bool:
        """Always: a box does not tell that somebody wrote something."""
        return True
