"""A text in which facts may be named: completed after `{{`, chosen from a list, and mended where one does not exist.

The rule: a fact that does not exist is said as soon as it is written, with what was probably meant one click away.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from app.core.facts import names as fact_names
from app.core.facts.templates import variables
from app.core.sheet.entries import Fault
from app.ui.dialogs import fault_words
from app.ui.dialogs.body_edit import BodyEdit
from app.ui.dialogs.form import Field, PushButton, bind_inside, button
from app.ui.dialogs.variables import VariableTyping
from app.ui.sheet_dialogs.entry_cells import Cell
from app.ui.sheet_dialogs.entry_inputs import Lines
from app.ui.sheet_dialogs.fact_lines import Values
from app.ui.theme import kind

CHOOSE = "Ctrl+I"


def mended(text: str) -> str:
    """A text with the fact that was probably meant in place of each that does not exist."""
    unknown = frozenset(fact_names.unknown(text))
    out: list[str] = []
    at = 0
    for variable in variables(text):
        written, near = text[variable.start : variable.end], fact_names.nearest(variable.name)
        is_mended = not variable.is_question and variable.name in unknown and near
        out += (text[at : variable.start], written.replace(variable.name, near, 1) if is_mended else written)
        at = variable.end
    return "".join(out) + text[at:]


class Mend(PushButton):
    """Puts the facts that were probably meant into a text; there only while that helps."""

    def __init__(self, edit: BodyEdit) -> None:
        super().__init__()
        self._edit = edit
        self.setProperty(*kind("link"))
        self.clicked.connect(self.mend)
        self.hide()

    def stand_under(self, field: Field) -> None:
        """Stand at the end of a field, where its refusal is read."""
        column = field.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self, 0, Qt.AlignmentFlag.AlignLeft)

    def why(self) -> str:
        """What is wrong with the facts of the text as it stands; the button is shown where it can help."""
        text = self._edit.body()
        unknown = fact_names.unknown(text)
        better = mended(text)
        near = [f"{{{{{name}}}}}" for name in map(fact_names.nearest, unknown) if name]
        self.setText(self.tr("Write {names} instead").replace("{names}", " ".join(near)))
        self.setVisible(better != text)
        return fault_words.of_fault(Fault("", "unknown_fact", unknown)) if unknown else ""

    def mend(self) -> None:
        """Put them in, as an edit that Ctrl+Z takes back."""
        self._edit.replace_body(mended(self._edit.body()))
        self._edit.setFocus()


class TemplateCell(Cell[str]):
    """A cell with such a text."""

    def __init__(self, values: Values, meant: Callable[[], str], words: Callable[[], str]) -> None:
        self.lines = Lines(3, 10)
        self.typing = VariableTyping(self.lines, values, meant)
        self.choose_button: QPushButton = button("link")
        self.mend_button = Mend(self.lines)
        super().__init__(self.lines, words, self.choose_button)
        self.mend_button.stand_under(self)
        self.choose_button.clicked.connect(self.typing.choose)
        self._spoken.say(self.choose_button.setText, lambda: self.tr("Insert a fact…"))
        self.choose_button.setToolTip(CHOOSE)
        bind_inside(self, CHOOSE, self.typing.choose)
        self.lines.textChanged.connect(self._look)

    def _look(self) -> None:
        """Say a fact that does not exist at once; what else is wrong is told by the form."""
        why = self.mend_button.why()
        if why or self._has_told:
            self.refuse(why)
        self._has_told = bool(why)

    _has_told = False
