"""The fields of the editor, from the text down to the own hotkey, and what they say about a phrase.

The rule: `read` gives back exactly what `fill` was given, as long as nobody touched a field.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout

from app.core.hotkeys import PHRASE
from app.core.phrases.phrase import Output, Phrase, Role, Stage
from app.core.phrases.shelf import Group
from app.core.sheet.entries import Fault
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass
from app.services.shortcuts import Taken
from app.ui.dialogs import fault_words, terms
from app.ui.dialogs.body_edit import BodyEdit
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, button, label
from app.ui.dialogs.group_field import GroupField
from app.ui.dialogs.lifetime_field import LifetimeField
from app.ui.dialogs.pictures import Pictures
from app.ui.dialogs.preview_pane import PreviewPane
from app.ui.dialogs.sample import Render
from app.ui.dialogs.shop_now import NO_SHOP, ShopNow
from app.ui.dialogs.template_cell import Mend
from app.ui.dialogs.tokens import CODES, WORDS, Tokens
from app.ui.dialogs.variables import VariableTyping
from app.ui.settings_dialog.chord_recorder import ChordRecorder
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.sheet_dialogs.fact_lines import Values, nothing_known
from app.ui.theme import Look

BODY_LINES: Final = 7
QUESTION_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """What the editor asks of the program.

    `save` raises `BadPhrase` or `NotStored`; `render` is `Facts.preview`; `nearest` gives the phrase that is nearly the
    same as a text, other than the one of an id; `with_code` the phrases that a code means; `put_image` and `read_image`
    are the store of pictures; `examine` asks whether an action (by name) could have a chord. `shop` is the cheat-sheet
    and its time, `render_as` renders with what a phrase speaks of, else `render` does; `values` is what facts say now
    and `meant` of which activity and product.
    """

    save: Callable[[Phrase], object]
    render: Render
    groups: Callable[[], Sequence[Group]]
    nearest: Callable[[str, str], Phrase | None]
    with_code: Callable[[str], Sequence[Phrase]]
    put_image: Callable[[bytes], str]
    read_image: Callable[[str], bytes]
    examine: Callable[[str, str], Taken | None]
    name_holder: Callable[[str], str] = str
    shop: ShopNow = NO_SHOP
    render_as: Callable[[Phrase], Render] | None = None
    values: Values = nothing_known
    meant: Callable[[], str] = str


class EditorFields:
    """The widgets of one editor."""

    def __init__(self, look: Look, desk: Desk) -> None:
        self._phrase = Phrase("", "", "")
        self.title = QLineEdit()
        self.body = BodyEdit()
        self.typing = VariableTyping(self.body, desk.values, desk.meant)
        self.mend = Mend(self.body)
        self.variables = button("link")
        self.twin = button("link")
        self.preview = PreviewPane(look)
        self.codes = Tokens(look, CODES)
        self.group = GroupField()
        self.stage: Choice[Stage | None] = Choice([None, *Stage], terms.stage)
        self.role: Choice[Role | None] = Choice([None, *Role], terms.role)
        self.keywords = Tokens(look, WORDS)
        self.questions = QPlainTextEdit()
        self.lifetime = LifetimeField(desk.shop)
        self.pictures = Pictures(look, desk.put_image, desk.read_image)
        self.output: Choice[Output] = Choice(list(Output), terms.output)
        self.sent, self.pinned = QCheckBox(), QCheckBox()
        self.sent_warning = label("error")
        self.hotkey = ChordRecorder(look, lambda chord: desk.examine(PHRASE + self._phrase.id, chord))
        self.hotkey.name_holders(desk.name_holder)
        self._set_heights()
        self.rows = self._rows()
        self.mend.stand_under(self.rows["body"])

    def lay_out(self, column: QVBoxLayout) -> None:
        """Put all fields below one another."""
        for field in self.rows.values():
            column.addWidget(field)
        column.addStretch(1)

    def fill(self, phrase: Phrase, groups: Sequence[Group]) -> None:
        """Show a phrase."""
        self._phrase = phrase
        self.title.setText(phrase.title)
        self.body.set_body(phrase.body)
        self.codes.set_texts(phrase.codes)
        self.group.set_group(phrase.group, groups)
        self.stage.pick(phrase.stage)
        self.role.pick(phrase.role)
        self.keywords.set_texts(phrase.keywords)
        self.questions.setPlainText("\n".join(phrase.questions))
        self.lifetime.put(phrase.lifetime)
        self.pictures.set_images(phrase.images)
        self.output.pick(phrase.output)
        self.sent.setChecked(phrase.is_sent)
        self.pinned.setChecked(phrase.is_pinned)
        self.hotkey.set_chord(phrase.hotkey)

    def read(self) -> Phrase:
        """The phrase as the fields stand."""
        title = self.title.text()
        return replace(
            self._phrase,
            title=self._phrase.title if title == _one_line(self._phrase.title) else title,
            body=self.body.body(),
            codes=self.codes.texts(),
            group=self.group.group,
            stage=self.stage.value,
            role=self.role.value,
            keywords=self.keywords.texts(),
            questions=self._asked(),
            images=self.pictures.images,
            output=self.output.value,
            is_sent=self.sent.isChecked(),
            is_pinned=self.pinned.isChecked(),
            hotkey=self.hotkey.chord,
            lifetime=self._lifetime(),
        )

    def lifetime_fault(self) -> str:
        """Why the lifetime cannot be read, in a sentence; nothing where it can."""
        try:
            self.lifetime.read()
        except Unread as bad:
            return fault_words.of_fault(Fault("lifetime", bad.rule, bad.names))
        return ""

    def watch(self, changed: Callable[[], object]) -> None:
        """Have every change told."""
        plain = (self.title.textChanged, self.group.editTextChanged, self.sent.toggled, self.pinned.toggled)
        for signal in plain:
            signal.connect(lambda _value: changed())
        for signal in (
            *(self.body.textChanged, self.questions.textChanged, self.codes.changed, self.keywords.changed),
            *(self.stage.chosen, self.role.chosen, self.output.chosen, self.pictures.changed, self.lifetime.edited),
        ):
            signal.connect(changed)
        self.hotkey.chosen.connect(lambda _chord: changed())

    def _rows(self) -> dict[str, Field]:
        return {
            "title": Field(self.title),
            "body": Field(self.body, self.variables, self.twin),
            "preview": Field(self.preview),
            "codes": Field(self.codes),
            "group": Field(self.group),
            "stage": Field(self.stage),
            "role": Field(self.role),
            "keywords": Field(self.keywords),
            "questions": Field(self.questions),
            "lifetime": Field(self.lifetime),
            "images": Field(self.pictures),
            "output": Field(self.output, self.sent, self.sent_warning),
            "hotkey": Field(self.hotkey, self.pinned),
        }

    def _lifetime(self) -> Lifetime | None:
        try:
            return self.lifetime.read()
        except Unread:  # told when it is saved; until then the former one stands
            return self._phrase.lifetime

    def _asked(self) -> tuple[str, ...]:
        lines = self.questions.toPlainText()
        if lines == "\n".join(self._phrase.questions):
            return self._phrase.questions
        return tuple(line.strip() for line in lines.split("\n") if line.strip())

    def _set_heights(self) -> None:
        for edit, lines in ((self.body, BODY_LINES), (self.questions, QUESTION_LINES)):
            edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + 24)
        self.questions.setTabChangesFocus(True)


def _one_line(text: str) -> str:
    """A text as a line edit shows it."""
    probe = QLineEdit()
    probe.setText(text)
    return probe.text()
