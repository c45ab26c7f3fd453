"""The settings of pasting: which program takes a paste on which keys, and codes that expand while typing.

The rule: what listens to the keyboard is off until the agent turns it on, and says what that means.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QToolButton, QWidget

from app.core.desktop import PASTE_KEYS, PasteKey
from app.ui.dialogs.form import Field, button, dress, label, row
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.theme import GRID, INSIDE, Look
from app.ui.words import translate


def paste_key(value: PasteKey) -> str:
    """The keys of a paste as they are written, or that letters are typed."""
    return {
        PasteKey.CTRL_V: "Ctrl+V",
        PasteKey.CTRL_SHIFT_V: "Ctrl+Shift+V",
        PasteKey.SHIFT_INSERT: "Shift+Insert",
        PasteKey.TYPED: translate("settings", "Typed letter by letter"),
    }[value]


class PastePage(Page):
    """A table of programs, and the opt-in for typed codes and the hook."""

    def __init__(self, look: Look, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self._look = look
        self.intro, self.table = label("hint"), QWidget()
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(INSIDE)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self.program, self.add_button = QLineEdit(), button()
        self.adding = QWidget()
        self.adding.setLayout(row(self.program, self.add_button, stretch=0))
        self.boxes: dict[str, QComboBox] = {}
        self.codes, self.fallback = QCheckBox(), QCheckBox()
        self._codes_row, self._fallback_row = Field(self.codes), Field(self.fallback)
        for widget in (self.intro, self.table, self.adding, self._codes_row, self._fallback_row):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.add_button.clicked.connect(self._add_program)
        self.program.returnPressed.connect(self._add_program)
        self.codes.clicked.connect(lambda is_on: self.change(has_typed_codes=is_on))
        self.fallback.clicked.connect(lambda is_on: self.change(has_hook_fallback=is_on))
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored: the agent's own programs; the known ones are named in the remark."""
        settings = self.desk.settings()
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.boxes = {}
        for at, (program, key) in enumerate(sorted(settings.paste_keys.items())):
            self._add_row(at, program, key)
        self.table.setVisible(bool(self.boxes))
        can_hook = not self.desk.why_no_hook
        for box, is_on in ((self.codes, settings.has_typed_codes), (self.fallback, settings.has_hook_fallback)):
            box.setChecked(is_on)
            box.setEnabled(can_hook or is_on)
        self.program.setPlaceholderText(self.desk.target() or "wechat")

    def findable(self) -> Mapping[str, QWidget]:
        """The line of programs and the two boxes."""
        return {"programs": self.adding, "codes": self._codes_row, "fallback": self._fallback_row}

    def _add_row(self, at: int, program: str, key: PasteKey) -> None:
        name = label(wraps=False)
        name.setText(program)
        box = QComboBox()
        for value in PasteKey:
            box.addItem(paste_key(value), value)
        box.setCurrentIndex(list(PasteKey).index(key))
        box.setAccessibleName(program)
        box.activated.connect(lambda number: self._set(program, list(PasteKey)[number]))
        away = QToolButton()
        away.setToolTip(self.tr("As usual again"))
        self._look.dress(away, "close")
        away.clicked.connect(partial(self._set, program, None))
        self.boxes[program] = box
        for place, widget in enumerate((name, box, away)):
            self._grid.addWidget(widget, at, place)

    def _add_program(self) -> None:
        program = (self.program.text().strip() or self.desk.target()).lower().removesuffix(".exe")
        dress(self.program, "" if program else "wrong")
        if program and program not in self.boxes:
            self.program.clear()
            self._set(program, PASTE_KEYS.get(program, PasteKey.CTRL_V))

    def _set(self, program: str, key: PasteKey | None, _checked: bool = False) -> None:
        keys = {name: value for name, value in self.desk.settings().paste_keys.items() if name != program}
        self.change(paste_keys={**keys, program: key} if key else keys)
        self.refresh()

    def _name(self) -> None:
        self.intro.setText(
            self.tr("Texts are pasted with Ctrl+V, in terminals with their own keys. For other programs, say it here.")
        )
        self.add_button.setText(self.tr("Add program"))
        self.program.setAccessibleName(self.tr("Name of the program"))
        self.adding.setAccessibleName(self.tr("Paste keys of a program"))
        self.codes.setText(self.tr("Expand short codes while typing in other programs"))
        why_not = self.desk.why_no_hook  # nothing went wrong: this system has no such thing
        self._codes_row.remark(
            why_not
            or self.tr("QinDesk then looks at every key typed on this PC to see a code; nothing is kept or sent.")
        )
        self.fallback.setText(self.tr("Listen for hotkeys that another program holds"))
        self._fallback_row.remark(
            why_not or self.tr("QinDesk then looks at every key; the other program still gets the hotkey too.")
        )
