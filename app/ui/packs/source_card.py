"""One source of packs in the settings: what it is, how it stands, whom it trusts, and what can be done with it.

The rule: it is shown anew while somebody types in it without losing a letter; what is wrong is said with the next step.
"""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout

from app.core.packs.trust import Refusal as Distrust
from app.core.source_states import Form, Mood, SourceState
from app.ui.dialogs.form import button, label
from app.ui.dialogs.spoken import Spoken
from app.ui.icons import NORMAL
from app.ui.packs import pack_words
from app.ui.packs.source_forms import Asked
from app.ui.row_menu import Menus
from app.ui.theme import GRID, INSIDE, Look, kind
from app.ui.words import translate


class SourceCard(QFrame):
    """`wanted` carries what is to be done: `up`, `down`, `pause`, `look`, `confirm`, `rename`, `address`, `sign_in`,
    `remove`; `chosen` the id of the pack that is meant.
    """

    wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, look: Look, state: SourceState) -> None:
        super().__init__()
        self._look, self._menus = look, Menus(look)
        self.state = state
        self._when: tuple[datetime, ZoneInfo] | None = None
        self.asked: Asked | None = None
        self.drawing, self.name = QLabel(), label("title")
        self.address, self.standing, self.trouble = label("muted"), label("muted"), label("error")
        self.trust, self.fingerprint, self.confirm = label("hint"), label(), button()
        self.sign_in = button("link")
        self.up, self.down, self.pause, self.look_now, self.more = (QToolButton() for _ in range(5))
        self._offers: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        look.changed.connect(self._draw)

    def show_state(self, state: SourceState, now: datetime, zone: ZoneInfo, *, is_first: bool, is_last: bool) -> None:
        """Show how the source stands now."""
        self.state, self._when = state, (now, zone)
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        for one in (self.up, self.down):
            one.setVisible(not (is_first and is_last))
        self._say()

    def ask(self, asked: Asked) -> None:
        """Ask something about it; a former question goes."""
        self.answer()
        self.asked = asked
        self._column.addWidget(asked)
        asked.left.connect(self.answer)
        asked.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """The question was answered or taken back."""
        asked, self.asked = self.asked, None
        if asked:
            asked.hide()
            asked.deleteLater()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self) -> QMenu:
        """What can be done besides."""
        made = QMenu(self)
        is_remote = self.state.form in (Form.WEB, Form.BUCKET) or self.state.source.url.startswith("smb:")
        entries = (
            (translate("sources", "Rename…"), "edit", "rename", True),
            (translate("sources", "Another address…"), "move", "address", True),
            (translate("sources", "Password…"), "keys", "sign_in", is_remote),
            (translate("sources", "Remove…"), "bin", "remove", True),
        )
        for text, drawing, name, is_shown in entries:
            if is_shown:
                self._menus.add(made, text, drawing, partial(self.wanted.emit, name))
        return made

    def _say(self) -> None:
        if self._when is None:
            return
        state, (now, zone) = self.state, self._when
        source = state.source
        self.name.setText(pack_words.name_of(source))
        self.address.setText(" · ".join(part for part in (pack_words.form(state), source.url) if part))
        number = (
            translate("packs_agent", "No. {number}").replace("{number}", str(source.number)) if source.number else ""
        )
        known = (pack_words.standing(state, now, zone), number, source.publisher)
        self.standing.setText(" · ".join(part for part in known if part))
        self.trouble.setText(pack_words.what_to_do(state))
        self.trouble.setVisible(bool(self.trouble.text()))
        needs_secret = state.trouble is not None and state.trouble.reason.value == "sign_in"
        self.sign_in.setVisible(needs_secret and self.asked is None)
        self._say_trust()
        self._say_offers()
        is_paused = source.is_paused
        self._look.dress(self.pause, "play" if is_paused else "pause")
        self._name_button(self.pause, translate("sources", "Go on") if is_paused else translate("sources", "Pause"))
        self.look_now.setEnabled(not is_paused)
        self._draw()

    def _say_trust(self) -> None:
        """The question whether the publisher is known, once there is something of theirs; it is asked once."""
        state = self.state
        verdict = state.refused.verdict if state.refused else None
        has_other_key = verdict is not None and verdict.refusal is Distrust.WRONG_KEY and state.key is not None
        is_unproven = state.key is not None and not state.source.public_key  # said yes to before anything was signed
        is_asked = not state.source.is_paused and (state.is_restricted or has_other_key or is_unproven)
        has_key = state.key is not None
        self.trust.setText(pack_words.restricted(state) if is_asked else "")
        self.fingerprint.setText(state.key.fingerprint if is_asked and state.key else "")
        self.confirm.setText(
            translate("sources", "It is the same: confirm")
            if has_key
            else translate("sources", "It is my team's: confirm")
        )
        for widget, is_shown in (
            (self.trust, is_asked),
            (self.fingerprint, is_asked and has_key),
            (self.confirm, is_asked),
        ):
            widget.setVisible(is_shown)

    def _say_offers(self) -> None:
        wanted = {entry.pack_id: entry.name or entry.pack_id for entry in self.state.offers}
        for pack_id in [key for key in self._offers if key not in wanted]:
            self._offers.pop(pack_id).deleteLater()
        for pack_id, name in wanted.items():
            if pack_id not in self._offers:
                self._offers[pack_id] = made = button()
                made.clicked.connect(partial(self.chosen.emit, pack_id))
                self._choices.insertWidget(self._choices.count() - 1, made)
            self._offers[pack_id].setText(name)

    def _draw(self) -> None:
        drawing, tone = pack_words.MOODS[self.state.mood]
        if self.state.mood is Mood.FRESH and self.state.is_restricted:
            drawing, tone = "warning", pack_words.MOODS[Mood.OFFLINE][1]
        self.drawing.setPixmap(self._look.pixmap(drawing, tone, NORMAL, self.devicePixelRatioF()))

    def _name(self) -> None:
        self._name_button(self.up, translate("sources", "Earlier: it goes first where both say the same"))
        self._name_button(self.down, translate("sources", "Later"))
        self._name_button(self.look_now, translate("sources", "Look now"))
        self._name_button(self.more, translate("sources", "More"))
        self.sign_in.setText(translate("sources", "Enter user name and password…"))
        self._say()

    def _name_button(self, one: QToolButton, words: str) -> None:
        one.setToolTip(words)
        one.setAccessibleName(f"{words}: {pack_words.name_of(self.state.source)}")

    def _lay_out(self) -> None:
        self.setProperty(*kind("card"))
        self.fingerprint.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.drawing)
        top.addWidget(self.name, 1)
        for one, drawing in (
            (self.up, "move_up"),
            (self.down, "move_down"),
            (self.pause, "pause"),
            (self.look_now, "refresh"),
            (self.more, "more"),
        ):
            self._look.dress(one, drawing)
            one.setMinimumSize(self._look.scale.target, self._look.scale.target)
            top.addWidget(one)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(INSIDE)
        self._choices.addStretch()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE + GRID, INSIDE, INSIDE, INSIDE + GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        for widget in (self.address, self.standing, self.trouble, self.trust, self.fingerprint):
            column.addWidget(widget)
        for link in (self.sign_in, self.confirm):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._choices)

    def _connect(self) -> None:
        for name, one in (
            ("up", self.up),
            ("down", self.down),
            ("pause", self.pause),
            ("look", self.look_now),
            ("confirm", self.confirm),
            ("sign_in", self.sign_in),
        ):
            one.clicked.connect(partial(self.wanted.emit, name))
        self.more.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
