"""The first start in three steps, each of which can be skipped: who you are, phrases to begin with, the first paste.

The rule: the last step is done when a paste has really arrived, not when a button was pressed.
"""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changed
from app.core.phrases.pasting import Copied, NotPasted, Outcome, Pasted
from app.core.settings import SEARCH, Language, Settings
from app.core.values import dataclass
from app.ui import icons, sentences
from app.ui.aloud import announce
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, Form, button, dress, label, row
from app.ui.dialogs.numbered import Numbered
from app.ui.settings_dialog.general import language
from app.ui.theme import BETWEEN, EDGE, GRID, kind

NAMES, PACK, PASTE = range(3)
_SIGN = 40


@dataclass(frozen=True, slots=True)
class FirstStartDesk:
    """What the first start asks of the program.

    `change` is `Preferences.change`; `pack_size` the number of phrases in the starter pack of the language that is on;
    `load_pack` and `remove_pack` put it into the library and take it back, both raise `NotStored`; `code` is a short
    code of that pack to try.
    """

    settings: Callable[[], Settings]
    change: Callable[..., Changed]
    pack_size: Callable[[], int]
    load_pack: Callable[[], Changed]
    remove_pack: Callable[[], Changed]
    code: str = "cf"


class FirstStart(Form):
    """A window of three steps. `changed` emits what kinds of data changed, `sources_wanted` asks for the team's packs.

    `hear` is told how each paste ended.
    """

    changed = Signal(object)
    sources_wanted = Signal()

    def __init__(self, desk: FirstStartDesk) -> None:
        super().__init__((440, 440))
        self._desk = desk
        self._is_loaded = False
        self._pack_size = 0
        self._outcome: Outcome | None = None
        self.step, self.title = label("muted"), label("heading")
        self.pages = QStackedWidget()
        self.agent, self.shop = QLineEdit(), QLineEdit()
        self.language: Choice[Language] = Choice(list(Language), language)
        self.pack_text, self.pack_told = label(), label("ok", wraps=False)
        self.load_button, self.remove_button = button(), button("link")
        self.team_button = button("link")
        self.steps_text, self.paste_told = Numbered(), label("hint")
        self.bars = tuple(QFrame() for _ in (NAMES, PACK, PASTE))
        self._rows = (Field(self.agent), Field(self.shop), Field(self.language))
        self._lay_out()
        self._connect()
        self.spoken.again(self._name)
        self._show_step(NAMES)

    def hear(self, outcome: Outcome) -> None:
        """Be told how a paste ended; once one arrived, what comes later does not take that back."""
        if isinstance(self._outcome, Pasted):
            return
        self._outcome = outcome
        self._say_outcome()
        announce(self, self.paste_told.text())

    def reject(self) -> None:
        """Close at any step; the first start is not shown again."""
        if self.pages.currentIndex() == NAMES:
            self._keep_names()
        self._change(has_seen_welcome=True)
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from the language too: the one that has the keyboard is on already."""
        chip, is_enter = self.focusWidget(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and chip is not None and self.language.isAncestorOf(chip) and not event.isAutoRepeat():
            self.next_step()
        else:
            super().keyPressEvent(event)

    def next_step(self) -> None:
        """Go on, or close after the last step."""
        at = self.pages.currentIndex()
        if at == NAMES and not self._keep_names():
            return
        if at == PASTE:
            self.reject()
        else:
            self._show_step(at + 1)

    def load_pack(self) -> None:
        """Put the starter pack into the library."""
        self._do_pack(self._desk.load_pack, is_loaded=True)

    def remove_pack(self) -> None:
        """Take the starter pack out again."""
        self._do_pack(self._desk.remove_pack, is_loaded=False)

    def _do_pack(self, verb: Callable[[], Changed], *, is_loaded: bool) -> None:
        changed = self.tried(verb)
        if changed is None:
            return
        self.tell("")
        self._is_loaded = is_loaded
        self._say_pack()
        announce(self, self.pack_told.text())
        self._show_way()
        self.changed.emit(changed)

    def _keep_names(self) -> bool:
        return self._change(agent=self.agent.text().strip(), shop=self.shop.text().strip())

    def _change(self, **fields: Any) -> bool:
        changed = self.tried(self._desk.change, **fields)
        if changed is None:
            return False
        self.tell("")
        if changed:
            self.changed.emit(changed)
        return True

    def _show_step(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        self._say_step()
        told = {PACK: self.pack_text.text(), PASTE: self.steps_text.accessibleName()}.get(at, "")
        announce(self, " ".join((f"{self.step.text()}: {self.title.text()}", told)).strip())
        self._show_way()

    def _show_way(self) -> None:
        """Fill the button that leads on, and put the keyboard where the step begins."""
        at = self.pages.currentIndex()
        is_loading = at == PACK and not self._is_loaded
        dress(self.load_button, "primary" if is_loading else "")
        dress(self.next_button, "" if is_loading else "primary")
        start = self.agent if at == NAMES else self.load_button if is_loading else self.next_button
        start.setFocus()

    # What is said.

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Welcome"))
        self._rows[0].name(self.tr("Your name, as buyers read it"))
        self._rows[1].name(self.tr("The shop's name"))
        self._rows[2].name(self.tr("Language"))
        self._rows[1].remark(self.tr("Phrases put both in by themselves. You can change them in the settings."))
        self._say_step()
        self._say_pack()
        self._say_paste()
        self._say_outcome()

    def _say_step(self) -> None:
        at = self.pages.currentIndex()
        self.step.setText(self.tr("Step {number} of 3").replace("{number}", str(at + 1)))
        titles = (self.tr("Who is writing?"), self.tr("Phrases to begin with"), self.tr("Paste your first phrase"))
        self.title.setText(titles[at])
        for number, bar in enumerate(self.bars):
            dress(bar, "step_done" if number <= at else "step")
        self.skip_button.setVisible(at != PASTE)
        self.next_button.setText(self.tr("Done") if at == PASTE else self.tr("Next"))

    def _say_pack(self) -> None:
        if not self._is_loaded:  # what is here already is no longer counted
            self._pack_size = self._desk.pack_size()
        count = f"{self._pack_size:,}"
        told = self.tr(
            "{count} phrases for the days of a sale, from welcome to farewell, with short codes. "
            "They become yours to change, and they can be taken out again."
        )
        self.pack_text.setText(told.replace("{count}", count))
        self.load_button.setText(self.tr("Load {count} phrases").replace("{count}", count))
        self.load_button.setVisible(not self._is_loaded)
        self.remove_button.setText(self.tr("Take them out again"))
        self.team_button.setText(self.tr("Your team publishes phrases? Add its address…"))
        self.remove_button.setVisible(self._is_loaded)
        ready = self.tr("{count} phrases are ready.").replace("{count}", count)
        self.pack_told.setText(ready if self._is_loaded else "")
        self.pack_told.setVisible(self._is_loaded)

    def _say_paste(self) -> None:
        keys = self._desk.settings().hotkeys.get(SEARCH, "")
        if keys:
            told = self.tr(
                "1. Click into the input box of your chat.\n2. Press {keys}.\n3. Type {code} and press Enter."
            )
        else:
            told = self.tr(
                "1. Click into the input box of your chat.\n2. Click the tray icon.\n3. Type {code} and press Enter."
            )
        told = told.replace("{keys}", keys).replace("{code}", self._desk.code)
        self.steps_text.say(told, (keys, self._desk.code, "Enter"))

    def _say_outcome(self) -> None:
        outcome = self._outcome
        if isinstance(outcome, Pasted):
            dress(self.paste_told, "ok")
            self.paste_told.setText(self.tr("It stands in the chat. That is all there is to it."))
        elif isinstance(outcome, NotPasted):
            dress(self.paste_told, "error")
            self.paste_told.setText(sentences.of_refusal(outcome))
        elif isinstance(outcome, Copied):
            dress(self.paste_told, "hint")
            self.paste_told.setText(self.tr("It lies on the clipboard: paste it in the chat."))
        else:
            self.paste_told.setText(self.tr("Waiting for your first paste…"))

    # The window.

    def _lay_out(self) -> None:
        settings = self._desk.settings()
        self.agent.setText(settings.agent)
        self.shop.setText(settings.shop)
        self.language.pick(settings.language)
        self.column.addLayout(self._head())
        self.column.addLayout(_bars(self.bars))
        self.column.addWidget(self.pages, 1)
        self.pages.addWidget(_page(*self._rows))
        loading = QWidget()
        loading.setLayout(row(self.load_button, self.pack_told, self.remove_button))
        team = QWidget()
        team.setLayout(row(self.team_button))
        self.pages.addWidget(_page(_card(self.pack_text, loading), team))
        self.pages.addWidget(_page(_card(self.steps_text), self.paste_told))
        self.skip_button = self.add_button(lambda: self.tr("Skip all"), self.reject)
        self.next_button = self.add_button(lambda: self.tr("Next"), self.next_step, "primary")

    def _head(self) -> QHBoxLayout:
        """The program's own sign, and beside it which step this is."""
        sign = QLabel()
        sign.setPixmap(icons.program().pixmap(_SIGN, _SIGN))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.step)
        told.addWidget(self.title)
        head = row(sign)
        head.insertLayout(1, told, 1)
        head.setSpacing(BETWEEN)
        return head

    def _connect(self) -> None:
        self.language.chosen.connect(lambda: self._change(language=self.language.value))
        self.agent.returnPressed.connect(self.shop.setFocus)
        # Later, or the same Enter would go on to the button that has the keyboard on the next page, and load the pack.
        self.shop.returnPressed.connect(self.next_step, Qt.ConnectionType.QueuedConnection)
        self.load_button.clicked.connect(self.load_pack)
        self.remove_button.clicked.connect(self.remove_pack)
        self.team_button.clicked.connect(self.sources_wanted)


def _bars(bars: Iterable[QFrame]) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(GRID)
    for bar in bars:
        made.addWidget(bar, 1)
    return made


def _card(*widgets: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty(*kind("card"))
    column = QVBoxLayout(made)
    column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    column.setSpacing(BETWEEN)
    for widget in widgets:
        column.addWidget(widget)
    return made


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(BETWEEN)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return page
