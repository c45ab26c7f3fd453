"""What is asked about a source inside its card: who is let in, where it lies, what becomes of its things.

The rule: one question at a time, and Esc or Cancel takes it back.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.shares.share import Secret
from app.ui.dialogs.form import Field, bind_inside, button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import INSIDE
from app.ui.words import translate


class SecretFields(QWidget):
    """User name and password, or key id and key of a bucket."""

    def __init__(self) -> None:
        super().__init__()
        self.user, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.is_bucket = False
        self._user_row, self._password_row = Field(self.user), Field(self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self._user_row)
        column.addWidget(self._password_row)
        self.spoken = Spoken(self)
        self.spoken.again(self.name)

    def read(self) -> Secret | None:
        """What was typed; None where nothing was."""
        user, password = self.user.text().strip(), self.password.text()
        return Secret(user, password) if user or password else None

    def clear(self) -> None:
        """Take it away from the screen."""
        self.user.clear()
        self.password.clear()

    def name(self) -> None:
        """Say what is asked for."""
        self._user_row.name(translate("sources", "Key id") if self.is_bucket else translate("sources", "User name"))
        self._password_row.name(translate("sources", "Key") if self.is_bucket else translate("sources", "Password"))
        self._password_row.remark(
            translate("sources", "Kept on this computer for you alone; never in a backup or a pack.")
        )


class Asked(QWidget):
    """A question inside a card with its buttons. `left`: it was taken back."""

    left = Signal()

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, INSIDE, 0, 0)
        self.column.setSpacing(INSIDE)
        self.refusal = label("error")
        self.refusal.hide()
        for widget in (*widgets, self.refusal):
            self.column.addWidget(widget)
        self.cancel = button("link")
        self.first: QWidget = self.cancel
        self.cancel.clicked.connect(self.left)
        bind_inside(self, "Esc", self.left.emit)
        self.spoken = Spoken(self)
        self.spoken.say(self.cancel.setText, lambda: translate("sources", "Cancel"))

    def add_buttons(self, *buttons: tuple[Callable[[], str], Callable[[], object]]) -> None:
        """Put buttons below, before the one that takes it back; the first is what Enter means."""
        made = []
        for at, (words, press) in enumerate(buttons):
            each = button("primary" if at == 0 else "")
            self.spoken.say(each.setText, words)
            each.clicked.connect(press)
            made.append(each)
        self.first = self.findChild(QLineEdit) or made[0]
        self.column.addLayout(row(*made, self.cancel))

    def refuse(self, why: str) -> None:
        """Say why it cannot be done."""
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))


class LineAsked(Asked):
    """One line: a name, or an address."""

    answered = Signal(str)

    def __init__(self, title: Callable[[], str], words: Callable[[], str], text: str) -> None:
        self.line = QLineEdit(text)
        field = Field(self.line)
        super().__init__(field)
        self.spoken.say(field.name, title)
        self.add_buttons((words, self._answer))
        self.line.returnPressed.connect(self._answer)
        self.line.selectAll()

    def _answer(self) -> None:
        self.answered.emit(self.line.text().strip())


class SecretAsked(Asked):
    """Who is let in."""

    answered = Signal(object)

    def __init__(self, *, is_bucket: bool, has_secret: bool) -> None:
        self.fields = SecretFields()
        self.fields.is_bucket = is_bucket
        self.fields.name()
        super().__init__(self.fields)
        keep = (lambda: translate("sources", "Keep and look again"), lambda: self.answered.emit(self.fields.read()))
        forget = (lambda: translate("sources", "Forget the password"), lambda: self.answered.emit(None))
        self.add_buttons(keep, *((forget,) if has_secret else ()))
        self.fields.password.returnPressed.connect(lambda: self.answered.emit(self.fields.read()))


class RemovalAsked(Asked):
    """What becomes of the things of a source that is given up; both ways can be undone."""

    kept = Signal()
    thrown = Signal()

    def __init__(self, count: int) -> None:
        said = label()
        super().__init__(said)
        self.spoken.say(said.setText, lambda: _question(count))
        if count:
            self.add_buttons(
                (lambda: translate("sources", "Keep them as my own"), self.kept.emit),
                (lambda: translate("sources", "Put them into the bin"), self.thrown.emit),
            )
        else:
            self.add_buttons((lambda: translate("sources", "Remove"), self.kept.emit))


def _question(count: int) -> str:
    if not count:
        return translate("sources", "Nothing came from here that another source does not bring as well.")
    said = translate("sources", "{count} things came from here. What shall become of them?")
    return said.replace("{count}", f"{count:,}")
