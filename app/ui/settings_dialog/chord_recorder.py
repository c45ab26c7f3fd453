"""A field for a global hotkey: pressing the new keys records them.

The rule: while it records, `recording(True)` has told the owner to let all hotkeys go, and `recording(False)` comes
before the chord is examined, so that a chord of our own is recognised as ours.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.hotkeys import MODIFIERS
from app.services.shortcuts import Taken
from app.ui import sentences
from app.ui.dialogs.form import PushButton, button, dress, label, row
from app.ui.dialogs.key_event import ANY_MODIFIER, chord_of, held, is_modifier
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import GRID, Look

Examine = Callable[[str], Taken | None]
"""Whether this action could have a chord: None if so (`Shortcuts.examine` with the action's name)."""
WATCH_MS = 150
_NAMES = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "meta": "Win"}


class KeyField(PushButton):
    """The button that shows the keys and, once pressed, listens to them.

    A key that another program holds goes there, and often the release of what was held with it too: so while modifiers
    are down, `down` is asked whether they still are. `is_missed` says that they went up and no key had come.
    """

    began = Signal()
    ended = Signal()
    held_changed = Signal()
    pressed_chord = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_listening = False
        self.is_missed = False
        self.held: frozenset[str] = frozenset()
        self.down: Callable[[], Qt.KeyboardModifier] = QGuiApplication.queryKeyboardModifiers
        self._has_key = False
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.notice)
        self.clicked.connect(self.listen)

    def listen(self) -> None:
        """Begin to listen; Esc or a click elsewhere ends it."""
        if not self.is_listening:
            self.is_listening = True
            self._clear()
            self.setFocus()
            self.began.emit()

    def end(self) -> None:
        """Stop listening."""
        if self.is_listening:
            self.is_listening = False
            self._clear()
            self.ended.emit()

    def notice(self) -> None:
        """See whether the modifiers went up unheard."""
        if self.held and not self.down() & ANY_MODIFIER:
            self._hold(frozenset())

    def event(self, event: QEvent) -> bool:
        """Keep every key while listening, also Tab and those of the dialog's own shortcuts."""
        if self.is_listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                if not event.isAutoRepeat():  # the Enter that began to listen may still be down
                    self._press(event)
            elif event.type() == QEvent.Type.KeyRelease:
                self._hold(held(event))
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop listening when something else gets the keyboard: under X11 also who holds the keys for long."""
        is_window = event.reason() is Qt.FocusReason.ActiveWindowFocusReason
        is_missed = is_window and bool(self.held) and not self._has_key
        self.end()
        if is_missed:
            self.is_missed = True
            self.held_changed.emit()
        super().focusOutEvent(event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not held(event):
            self.end()
            return
        chord = chord_of(event)
        if chord is None:
            self._has_key = self._has_key or not is_modifier(event)
            self._hold(held(event))
            return
        self.end()
        self.pressed_chord.emit(chord)

    def _hold(self, names: frozenset[str]) -> None:
        if names:
            self.is_missed = False
            self._watch.start()
        elif self.held:
            self.is_missed = not self._has_key
            self._has_key = False
            self._watch.stop()
        self.held = names
        self.held_changed.emit()

    def _clear(self) -> None:
        self.held = frozenset()
        self.is_missed = self._has_key = False
        self._watch.stop()


class ChordRecorder(QWidget):
    """The field with a clear and a reset button, and a sentence where a chord cannot be had.

    `chosen` emits the new chord in its written form, or an empty text for none; `recording` pauses the hotkeys.
    """

    chosen = Signal(str)
    recording = Signal(bool)

    def __init__(self, look: Look, examine: Examine, default: str = "") -> None:
        super().__init__()
        self._examine = examine
        self._default = default
        self._chord = ""
        self._taken: Taken | None = None
        self._name_of: Callable[[str], str] = str
        self._name = ""
        self.field = KeyField()
        self.clear_button, self.reset_button, self.free_button = button("quiet"), button("quiet"), button("link")
        look.dress(self.clear_button, "close")
        look.dress(self.reset_button, "undo")
        self.message = label("error")
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._show)

    @property
    def chord(self) -> str:
        """The chord that is shown, or nothing."""
        return self._chord

    def be_named(self, name: str) -> None:
        """Say with the keys what they are for: a screen reader hears of the button alone."""
        self._name = name
        self._show()

    def name_holders(self, name_of: Callable[[str], str]) -> None:
        """How the name of one of our own actions is said."""
        self._name_of = name_of

    def keep_room(self) -> None:
        """Keep the room of the button that clears where there is nothing to clear: all fields are of one width."""
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)

    def set_chord(self, chord: str, taken: Taken | None = None) -> None:
        """Show a chord, and that it could not be had."""
        self._chord = chord
        self._taken = taken
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row(self.field, self.clear_button, self.reset_button, stretch=0))
        column.addWidget(self.message)
        column.addLayout(row(self.free_button))
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.field.began.connect(self._begin)
        self.field.ended.connect(self._end)
        self.field.held_changed.connect(self._show)
        self.field.pressed_chord.connect(lambda chord: self._choose(str(chord)))
        self.clear_button.clicked.connect(lambda: self._choose(""))
        self.reset_button.clicked.connect(lambda: self._choose(self._default))
        self.free_button.clicked.connect(lambda: self._choose(self._taken.free if self._taken else ""))

    def _begin(self) -> None:
        self.recording.emit(True)
        self._show()

    def _end(self) -> None:
        self.recording.emit(False)
        self._show()

    def _choose(self, chord: str) -> None:
        """Take a chord; one of another program is kept too, because it may be free later, one of ours is not."""
        self.field.is_missed = False
        taken = self._examine(chord) if chord else None
        if taken is not None and (taken.reason or taken.holder):
            self._taken = taken
        else:
            self._chord, self._taken = chord, taken
            self.chosen.emit(chord)
        self._show()

    def _show(self) -> None:
        is_listening = self.field.is_listening
        self.field.setText(self._held() if is_listening else self._chord or self.tr("None"))
        self.field.setAccessibleName(self._named(self.field.text()))
        dress(self.field, "listening" if is_listening else "")
        self.message.setText(self._missed() or ("" if is_listening else self._reason()))
        self.message.setVisible(bool(self.message.text()))
        self.field.setAccessibleDescription(self.message.text())
        free = self._taken.free if self._taken and not is_listening else ""
        self.free_button.setText(self.tr("Use {keys} instead").replace("{keys}", free))
        self.free_button.setVisible(bool(free))
        self.clear_button.setVisible(bool(self._chord))
        self.clear_button.setToolTip(self.tr("No hotkey"))
        self.clear_button.setAccessibleName(self._named(self.clear_button.toolTip()))
        self.reset_button.setVisible(bool(self._default) and self._chord != self._default)
        self.reset_button.setToolTip(self.tr("Back to {keys}").replace("{keys}", self._default))
        self.reset_button.setAccessibleName(self._named(self.reset_button.toolTip()))

    def _named(self, words: str) -> str:
        return f"{self._name}: {words}" if self._name else words

    def _held(self) -> str:
        if not self.field.held:
            return self.tr("Press the new keys, Esc to leave")
        return "+".join(_NAMES[name] for name in MODIFIERS if name in self.field.held) + "+…"

    def _missed(self) -> str:
        missed = self.tr("That key did not arrive: another program holds it. Try another.")
        return missed if self.field.is_missed else ""

    def _reason(self) -> str:
        taken = self._taken
        if taken is None:
            return ""
        if taken.reason:
            sentence = sentences.of_chord_reason(taken.reason)
        elif taken.holder:
            sentence = self.tr("Taken by “{name}”.").replace("{name}", self._name_of(taken.holder))
        else:
            sentence = self.tr("Another program holds these keys; they work here as soon as it lets them go.")
        return f"{taken.chord}: {sentence}"
