"""All keys on one page: those of the window and its places, from the tables that bind them, the global ones as set."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from app.core.settings import HOTKEYS
from app.services.shortcuts import Taken
from app.ui.dialogs import terms
from app.ui.dialogs.form import Form, label
from app.ui.dialogs.key_sections import KeyLine, every_section
from app.ui.dialogs.scroll_keys import scroll_by_keys
from app.ui.theme import BETWEEN, GRID, kind
from app.ui.words import translate


class KeysPage(Form):
    """A window to read. `chords` gives the global hotkeys by action, `taken` those that cannot be had now."""

    news_wanted = Signal()

    def __init__(
        self,
        chords: Callable[[], Mapping[str, str]],
        taken: Callable[[], Sequence[Taken]],
    ) -> None:
        super().__init__((440, 640))
        self._chords, self._taken = chords, taken
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self.add_button(lambda: self.tr("What is new…"), self.news_wanted.emit, "link")
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.add_keys(self.reject, "F1")
        self.spoken.say(self.setWindowTitle, lambda: self.tr("All keys"))
        self.spoken.again(self.refresh)
        self.close_button.setFocus()
        scroll_by_keys(self)

    def refresh(self) -> None:
        """Show the keys as they are now."""
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._head(self.tr("In every program"))
        for name, keys_text, remark in self._global():
            self._add(keys_text, name, remark)
        for section in every_section():
            self._head(section.name)
            for line in section.lines:
                self._add(shown(line.chord), line.told, "")

    def lines(self) -> list[tuple[str, str]]:
        """Every key with what it does, as it is shown."""
        return [
            *((text, name) for name, text, _remark in self._global()),
            *((shown(line.chord), line.told) for section in every_section() for line in section.lines),
        ]

    def _global(self) -> list[tuple[str, str, str]]:
        """The global ones with what is to be said of them."""
        taken = {each.name for each in self._taken()}
        said = self.tr("taken by another program")
        return [(told, chord, said if name in taken else "") for name, told, chord in named(self._chords(), taken)]

    def _head(self, text: str) -> None:
        head = label("title")
        head.setText(text)
        head.setContentsMargins(0, BETWEEN if self._grid.count() else 0, 0, 0)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)

    def _add(self, chord: str, name: str, remark: str) -> None:
        at = self._grid.rowCount()
        cap = QFrame()
        cap.setProperty(*kind("token"))
        inside = QGridLayout(cap)
        inside.setContentsMargins(8, 2, 8, 2)
        key = label(wraps=False)
        key.setText(chord)
        inside.addWidget(key)
        told: QLabel = label()
        told.setText(f"{name} · {remark}" if remark else name)
        self._grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(told, at, 1)


def named(chords: Mapping[str, str], taken: Collection[str] = ()) -> list[tuple[str, str, str]]:
    """The actions that have a chord: name, words, chord; the nine of the pinned phrases in one while they are usual."""
    pinned = [name for name in HOTKEYS if name.startswith("pinned.")]
    is_usual = all(chords.get(name) == HOTKEYS[name] for name in pinned) and not set(taken).intersection(pinned)
    found = [
        (name, terms.action(name), chord)
        for name, chord in chords.items()
        if chord and not (is_usual and name in pinned)
    ]
    if is_usual:
        found.append(("pinned", translate("key_sections", "Paste a pinned phrase by its number"), "Ctrl+Alt+1…9"))
    return found


def global_lines(chords: Mapping[str, str]) -> tuple[KeyLine, ...]:
    """The global keys as lines."""
    return tuple(KeyLine(chord, told) for _name, told, chord in named(chords))


def shown(chord: str) -> str:
    """A key as it stands on the keyboard, which no language changes; what Qt does not read stays: `Alt+1…9`."""
    sequence = QKeySequence(chord).toString(QKeySequence.SequenceFormat.PortableText)
    text = chord if "…" in chord or not sequence else sequence
    return text.replace("Return", "Enter")
