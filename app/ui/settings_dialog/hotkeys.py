"""The settings' hotkeys: each action with its chord beside it, and which of them cannot be had."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.settings import HOTKEYS
from app.ui.dialogs import terms
from app.ui.dialogs.form import Field, grown, label
from app.ui.settings_dialog.chord_recorder import ChordRecorder, Examine
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.theme import GRID, INSIDE, Look

_WIDTH = 172
"""So wide are the keys at least; while new ones are waited for, what is said there takes what it needs."""


class _Row(Field):
    """An action at the left, its keys at the right: all of them are seen at once."""

    def __init__(self, recorder: ChordRecorder) -> None:
        super().__init__(recorder)
        recorder.setMinimumWidth(grown(recorder, _WIDTH))
        recorder.keep_room()
        both = QHBoxLayout()
        both.setSpacing(INSIDE)
        both.addWidget(self._head, 1)
        both.addWidget(recorder)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(0, both)


class HotkeysPage(Page):
    """A recorder an action. `recording` asks to let all hotkeys go and to take them back."""

    recording = Signal(bool)

    def __init__(self, look: Look, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.intro = label("hint")
        self.intro.setContentsMargins(0, 0, 0, INSIDE)
        self.column.addWidget(self.intro)
        self.column.setSpacing(GRID)
        self.recorders: dict[str, ChordRecorder] = {}
        self._rows: dict[str, Field] = {}
        for name, default in HOTKEYS.items():
            self._add(look, name, default)
        self.column.addStretch(1)
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show the stored chords and those that could not be had when they were bound last."""
        chords = self.desk.settings().hotkeys
        taken = {each.name: each for each in self.desk.taken()}
        for name, recorder in self.recorders.items():
            recorder.set_chord(chords.get(name, ""), taken.get(name))

    def end_recording(self) -> None:
        """No new keys are waited for any more."""
        for recorder in self.recorders.values():
            recorder.field.end()

    def findable(self) -> Mapping[str, QWidget]:
        """Every action."""
        return self._rows

    def _add(self, look: Look, name: str, default: str) -> None:
        recorder = ChordRecorder(look, self._examine(name), default)
        recorder.name_holders(self.desk.name_holder)
        recorder.recording.connect(self.recording)
        recorder.chosen.connect(lambda chord: self._choose(name, chord))
        self.recorders[name] = recorder
        row = _Row(recorder)
        self._rows[name] = row
        self.column.addWidget(row)

    def _examine(self, name: str) -> Examine:
        return lambda chord: self.desk.examine(name, chord)

    def _choose(self, name: str, chord: str) -> None:
        self.change(hotkeys={**self.desk.settings().hotkeys, name: chord})
        self.refresh()

    def _name(self) -> None:
        self.intro.setText(self.tr("They work in every program. Click one and press the new keys."))
        for name, row in self._rows.items():
            row.name(terms.action(name))
