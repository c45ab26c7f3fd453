"""The editor of a phrase: what is written, what would be pasted, and what speaks against it.

The rule: saved is only what `Library.save` took; everything else is a draft.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal

from app.core.phrases import compliance
from app.core.phrases.compliance import Severity
from app.core.phrases.phrase import MAX_BODY, PERSONAL, BadPhrase, Output, Phrase
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs import terms
from app.ui.dialogs.drafts import NEW, Drafts
from app.ui.dialogs.editor_fields import Desk, EditorFields
from app.ui.dialogs.sample import sample
from app.ui.dialogs.stowing_form import StowingForm
from app.ui.dialogs.template_cell import CHOOSE
from app.ui.theme import Look

LONG = 500
"""Characters from which the editor reminds that chat clients cut messages; where they cut differs between clients."""
_PREVIEW_MS, _TWIN_MS = 120, 400
STARTER = "qindesk.starter"
"""What the ids of the program's own packs begin with; it is not the team that published them."""


class Editor(StowingForm):
    """A window with one phrase. `saved` emits its id, `open_other` the id of a phrase that the agent wants to see."""

    saved = Signal(str)
    open_other = Signal(str)
    recording = Signal(bool)

    def __init__(self, look: Look, desk: Desk, drafts: Drafts, phrase: Phrase, *, is_new: bool) -> None:
        super().__init__(drafts, NEW if is_new else phrase.id, (572, 720))
        self._desk, self.is_new = desk, is_new
        self._saved = self._opened = phrase
        self._twin: Phrase | None = None
        self.fields = EditorFields(look, desk)
        self._preview_timer, self._twin_timer = (
            self._timer(_PREVIEW_MS, self.preview),
            self._timer(_TWIN_MS, self.compare),
        )
        self._lay_out()
        self._name()
        self._connect()
        self._open()

    def save(self) -> None:
        """Save and close; or say at the field why not."""
        for field in self.fields.rows.values():
            field.refuse("")
        if not self._can_save():
            return
        try:
            self._desk.save(self.fields.read())
        except BadPhrase as bad:
            self._refuse(bad)
            return
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self._drafts.forget(self._key)
        self.saved.emit(self._saved.id)
        self.accept()

    def reject(self) -> None:
        """Close; a hotkey that is being recorded is given up."""
        self.fields.hotkey.field.end()
        super().reject()

    def state(self) -> Phrase:
        """The phrase as it stands in the fields."""
        return self.fields.read()

    def restore(self, state: Phrase) -> None:
        """Fill the fields with another state of the phrase; it is kept when the agent saves."""
        self.fields.fill(state, self._desk.groups())
        self._changed()
        self.preview()
        self.compare()

    def preview(self) -> None:
        """Show what would be pasted now, and the words that a shop should not write."""
        phrase = self.fields.read()
        shown = sample(phrase, self._desk.render_as(phrase) if self._desk.render_as else self._desk.render)
        self.fields.preview.show_sample(shown)
        self.fields.rows["body"].refuse(self.fields.mend.why())
        words = compliance.find("\n".join(shown.parts))
        refused = [word.word for word in words if word.severity is Severity.REFUSE]
        late = self._desk.shop.sheet().validity(phrase.lifetime, self._desk.shop.now())
        told = [] if late.is_valid else [self.fields.lifetime.in_words()]
        self.fields.rows["preview"].refuse(
            self._sentence(self.tr("A paste would be refused: {words}"), [*told, *refused])
        )
        doubtful = [word.word for word in words if word.severity is Severity.WARN]
        self.fields.rows["preview"].remark(self._sentence(self.tr("Better not promise: {words}"), doubtful))

    def compare(self) -> None:
        """Look for a phrase that says nearly the same, and for others with the same short codes."""
        phrase = self.fields.read()
        self._twin = self._desk.nearest(phrase.body, phrase.id) if phrase.body.strip() else None
        title = self._twin.title if self._twin else ""
        self.fields.twin.setText(self.tr("Nearly the same: “{title}”").replace("{title}", title))
        self.fields.twin.setVisible(self._twin is not None)
        same = {
            other.title: None for code in phrase.codes for other in self._desk.with_code(code) if other.id != phrase.id
        }
        self.fields.rows["codes"].remark(self._sentence(self.tr("The same code also finds: {words}"), same))

    def _open(self) -> None:
        draft = self._drafts.of(self._key)
        is_blank = not (self._saved.title or self._saved.body)
        if draft is not None and (not self.is_new or is_blank):
            self._other = replace(draft, id=self._saved.id)
        self.restore(self._saved)
        if self._other:
            self.swap()
        self.fields.title.setFocus() if not self._saved.body else self.fields.body.setFocus()

    def _changed(self) -> None:
        length = len(self.fields.body.body())
        self.fields.rows["body"].side.setText(f"{length:,} / {MAX_BODY:,}")
        is_long = length > LONG and self.fields.output.value is Output.PASTE
        hint = self.tr("Chat clients cut long messages; lines of --- let it go out in parts.") if is_long else ""
        self.fields.rows["body"].remark(hint)
        can_send = self.fields.output.value is not Output.COPY
        self.fields.sent.setEnabled(can_send)
        self.fields.sent_warning.setVisible(can_send and self.fields.sent.isChecked())
        self._preview_timer.start()
        self._twin_timer.start()

    def _can_save(self) -> bool:
        """Whether facts and lifetime are such as can be kept; else it is said at the field."""
        for name, why in (("body", self.fields.mend.why()), ("lifetime", self.fields.lifetime_fault())):
            if why:
                self.fields.rows[name].refuse(why)
                self.show_field(self.fields.rows[name])
                return False
        return True

    def _refuse(self, bad: BadPhrase) -> None:
        field = self.fields.rows.get(bad.field, self.fields.rows["body"])
        field.refuse(terms.rule(bad))
        self.show_field(field)

    def _lay_out(self) -> None:
        self.fields.lay_out(self.column)
        self.fields.twin.hide()
        self.add_button(lambda: self.tr("Cancel"), self.close)
        self.add_button(lambda: self.tr("Save"), self.save, "primary")
        self.add_keys(self.save, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
        self.spoken.again(self.tell_draft)

    def _connect(self) -> None:
        fields = self.fields
        fields.watch(self._changed)
        fields.body.pictures.connect(fields.pictures.add)
        fields.pictures.refused.connect(fields.rows["images"].refuse)
        fields.variables.clicked.connect(fields.typing.choose)
        self.add_keys(fields.typing.choose, CHOOSE)
        fields.twin.clicked.connect(lambda: self.open_other.emit(self._twin.id) if self._twin else None)
        fields.hotkey.recording.connect(self.recording)

    def _timer(self, length: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(length)
        timer.timeout.connect(then)
        return timer

    @staticmethod
    def _sentence(sentence: str, words: Iterable[str]) -> str:
        joined = " · ".join(words)
        return sentence.replace("{words}", joined) if joined else ""

    def _name(self) -> None:
        for tell in (self._name_fields, self._name_rest, self._changed, self.preview, self.compare):
            self.spoken.again(tell)

    def _name_fields(self) -> None:
        names = {
            "title": self.tr("Title"),
            "body": self.tr("Text"),
            "preview": self.tr("As it would be pasted now"),
            "codes": self.tr("Short codes"),
            "group": self.tr("Group"),
            "stage": self.tr("Stage"),
            "role": self.tr("Role"),
            "keywords": self.tr("Keywords"),
            "questions": self.tr("Buyers' questions, one a line"),
            "lifetime": self.tr("How long it holds"),
            "images": self.tr("Images"),
            "output": self.tr("How it goes out"),
            "hotkey": self.tr("Own hotkey"),
        }
        for name, text in names.items():
            self.fields.rows[name].name(text)

    def _tell_source(self, pack: str) -> None:
        if pack.startswith(STARTER):
            self.tell(self.tr("From the starter pack. What you change stays yours; no update undoes it."))
            return
        said = self.tr("From your team's pack ({pack}). What you change stays yours; no update undoes it.")
        self.tell(said.replace("{pack}", pack))

    def _name_rest(self) -> None:
        new, edit = self.tr("New phrase"), self.tr("Edit phrase")
        self.setWindowTitle(new if self.is_new else edit)
        if self._saved.source != PERSONAL:
            self._tell_source(self._saved.source)
        fields = self.fields
        fields.title.setPlaceholderText(self.tr("Empty: the first line of the text"))
        fields.group.hint(self.tr("Type to find, A / B for a group in a group"))
        fields.codes.invite(self.tr("cf, cuifu"))
        fields.keywords.invite(self.tr("Words that buyers use"))
        fields.variables.setText(self.tr("Insert a fact…"))
        fields.variables.setToolTip(CHOOSE)
        fields.sent.setText(self.tr("Paste and send: press Enter after pasting"))
        fields.sent_warning.setText(
            self.tr("The message goes to the buyer at once, without your look at it; nothing can be called back here.")
        )
        fields.pinned.setText(self.tr("Pinned: always on top of the list"))
