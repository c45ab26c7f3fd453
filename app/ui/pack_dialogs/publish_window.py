"""The window of a lead: from the workbook to every PC. What, check, what changes, and then history and readers.

The rule: nothing that agents see is touched before the primary button of the page of changes; what was published can be
followed by what was before it, never unmade.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal

from app.core.packs.findings import Severity
from app.core.packs.lead_choices import LeadChoices, Manner
from app.core.packs.publishing import Outrun, Preview, Published
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.drop_form import DropForm
from app.ui.dialogs.form import Field
from app.ui.pack_dialogs import publish_tasks as tasks
from app.ui.pack_dialogs import publish_words as words
from app.ui.pack_dialogs.pages import Pages, Step
from app.ui.pack_dialogs.press import Press
from app.ui.pack_dialogs.publish_desk import Examined, NoSigner, PublishDesk, Saved, Stopped
from app.ui.pack_dialogs.publish_foot import PublishFoot
from app.ui.pack_dialogs.rules_dialog import edit_rules
from app.ui.pack_dialogs.sitting import Sitting
from app.ui.theme import Look


class PublishWindow(DropForm):
    """`published` emits a sentence for the main window when something is out."""

    published = Signal(str)

    def __init__(self, look: Look, desk: PublishDesk) -> None:
        super().__init__((860, 780))
        self._desk = desk
        self._is_closing, self._is_first_look = False, bool(desk.choices().file or desk.choices().pack_id)
        self.sitting, self.press = Sitting(desk, self), Press(desk, self)
        self.pages = pages = Pages(look, desk, self.sitting)
        self.source, self.check, self.changes, self.past = pages.source, pages.check, pages.changes, pages.past
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Publish a pack"))
        self.source.put(desk.choices(), desk.groups())
        self.past.readers.put_team(desk.choices().team)
        self.show_step(Step.SOURCE)
        self.sitting.read_again()

    def open_file(self, file: str | Path) -> None:
        """Publish a file, unless another is being published."""
        if not self.press.is_working:
            self.show_step(Step.SOURCE)
            self.source.what.open_file(str(file))

    def show_step(self, step: Step) -> None:
        """Show a page."""
        self.pages.show_step(step)
        self.past.needs_password = self._needs_password()
        if step is Step.HISTORY:
            self.past.look_at_history(self.sitting.pack_id)
        elif step is Step.READERS:
            self.past.look_at_readers(self.sitting.pack_id)
        self._show_stage()

    def _turn(self, step: Step) -> None:
        if not self.press.is_working:
            self.tell("")
            self.show_step(step)

    def go_on(self) -> None:
        """What the primary button of this page does."""
        if not self.go_button.isEnabled() or self.go_button.isHidden():
            return
        goal = self.foot_part.goal(self.pages.step)
        if goal is Step.SOURCE:
            self._want(self.source.place.first_field, self.tr("Choose where it goes, then go on."), "muted")
        elif goal is None:
            self.publish()
        else:
            self.show_step(goal)
            (self.go_button if self.go_button.isEnabled() else self.check.table).setFocus()

    def publish(self, *, is_new_key: bool = False) -> None:
        """Publish what the page of changes shows."""
        page = self.changes
        wanted = self.sitting.wanted(page.said_note, page.must_read, is_new_key=is_new_key)
        if wanted is None or self.press.is_working or page.note_field.refusal:
            return
        if wanted.choices.manner is Manner.PLAIN or self._has_key(page.password_field, page.password.text()):
            self._begin()
            self.press.publish(wanted, page.password.text())

    def go_back(self, number: int, note: str) -> None:
        """Publish again what an older number held."""
        page, past = self.past.history, self.past
        if not self.press.is_working and self._has_key(page.password_field, page.password.text()):
            self._begin()
            back = (past.pack_id, number, note, past.newest)
            self.press.roll_back(self._desk.choices(), back, page.password.text())

    def reject(self) -> None:
        """Close; a publishing that goes on is stopped first, and what came of it is told."""
        if self.press.is_working:
            self._is_closing = True
            self._stop()
            return
        self.past.readers.keep_team()
        self.sitting.close()
        self.past.stop()
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from the main window may have changed phrases there."""
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and not self.press.is_working and self.sitting.look_at_own():
            self.source.put(self._desk.choices(), self._desk.groups())

    # What was chosen.

    def _choose(self, choices: LeadChoices) -> None:
        if choices.key_file != self._desk.choices().key_file:
            self.press.take(None)
        try:
            self.sitting.keep(choices)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
        self._show_stage()

    def _take_key(self, signer: object) -> None:
        self.press.take(signer)  # type: ignore[arg-type] # a signal tells of objects only
        self.tell(self.tr("The key is made. Tell its fingerprint to the team."), "ok")

    def _has_key(self, field: Field, password: str) -> bool:
        """Whether there is a key and, where it takes one, a password; else the place for it is shown."""
        key = self.source.key
        if key.look.public is None and not self.press.is_open:
            self._want(
                key.first_field, self.tr("Make the key first; everything that is published is signed with it."), "error"
            )
            return False
        is_missing = self._needs_password() and not password
        field.refuse(self.tr("Type the password of the key.") if is_missing else "")
        if is_missing:
            self.show_field(field)
        return not is_missing

    def _want(self, field: Field, sentence: str, look: str) -> None:
        self.show_step(Step.SOURCE)
        self.show_field(field)
        self.tell(sentence, look)

    def _needs_password(self) -> bool:
        is_folder = self._desk.choices().manner is Manner.FOLDER
        return is_folder and self.source.key.look.is_protected and not self.press.is_open

    # What was read, and what came of it.

    def _show_examined(self, examined: Examined | None) -> None:
        self.check.show_examined(examined)
        self.source.what.own.tell_samples(examined.samples if examined else 0)
        self.tell("")
        if examined and self._is_first_look and self.sitting.place:
            self.show_step(Step.CHECK if examined.count(Severity.ERROR) else Step.CHANGES)
        self._is_first_look = self._is_first_look and examined is None
        self._show_stage()

    def _show_waiting(self, sentence: str) -> None:
        if not self.press.is_working:  # the file was saved again while what it held before goes out
            self.changes.show_waiting(sentence)
        self._show_stage()

    def _show_seen(self, value: Preview | words.Lack) -> None:
        if self.press.is_working:
            return
        if isinstance(value, Preview):
            self.changes.show_preview(value, needs_password=self._needs_password(), lost=self.sitting.lost(value))
        else:
            self.changes.show_lack(value)
        self._show_stage()

    def _hear_end(self, value: object) -> None:
        self._settle()
        if isinstance(value, tasks.Opened):
            self._show_end(value)
        elif isinstance(value, words.Lack):
            self._show_lack(value)
        self._show_stage()
        if self._is_closing:
            self.reject()

    def _show_end(self, opened: tasks.Opened) -> None:
        done, is_back = opened.done, self.pages.step is Step.HISTORY
        if isinstance(done, Stopped):
            self.tell(self.tr("Stopped. Nothing was published."))
        elif isinstance(done, Outrun):
            self.tell(self.tr("Somebody was faster; nothing of yours was published. Have a look."), "error")
            if is_back:
                self.past.look_at_history(self.past.pack_id)
            elif opened.preview is not None:
                self.sitting.preview = opened.preview
                self.changes.show_outrun(done, opened.theirs, opened.preview)
        else:
            self._show_out(done, is_back=is_back)

    def _show_out(self, done: Published | Saved, *, is_back: bool) -> None:
        said = self.tr("The shared file is written.")
        if isinstance(done, Published):
            said = self.tr("Publication {number} is out.").replace("{number}", str(done.entry.number))
        if is_back:
            self.past.history.note.clear()
            self.show_step(Step.HISTORY)
            self.sitting.look_again()
        else:
            self.sitting.preview = None
            self.changes.show_done(done, self.sitting.place, self.source.key.look.public)
        self.tell(said, "ok")
        self.published.emit(said)

    def _show_lack(self, why: words.Lack) -> None:
        said = words.lack(why)
        fields = {Step.CHANGES: self.changes.password_field, Step.HISTORY: self.past.history.password_field}
        field = fields.get(self.pages.step)
        if isinstance(why, NoSigner) and field is not None:
            field.refuse(said)
            self.show_field(field)
        elif self.pages.step is Step.CHANGES:
            self.changes.show_lack(why)
        self.tell(self.tr("Nothing was published. {why}").replace("{why}", said), "error")

    # What is in sight.

    def _begin(self) -> None:
        self.tell(self.tr("Publishing…"))
        self.foot_part.begin()
        self.pages.setEnabled(False)
        self._show_stage()

    def _settle(self) -> None:
        self.foot_part.settle()
        self.pages.setEnabled(True)

    def _stop(self) -> None:
        self.press.stop()
        self.stop_button.setEnabled(False)
        self.tell(self.tr("Stopping, if nobody has seen anything of it yet…"))

    def _show_stage(self) -> None:
        self.pages.steps.rename()
        self.foot_part.show_stage()

    def _lay_out(self) -> None:
        self.column.addWidget(self.pages, 1)
        self.foot_part = PublishFoot(self, self.pages, self.sitting, lambda: self.press.is_working)
        self.foot_part.add(self, self.reject, self.go_on)
        self.go_button, self.stop_button = self.foot_part.go_button, self.foot_part.stop_button
        self.add_keys(self.go_on, "Ctrl+Return", "Ctrl+Enter")
        self.add_keys(lambda: None if self.press.is_working else self.sitting.read_again(), "F5")

    def _connect(self) -> None:
        source, sitting, press = self.source, self.sitting, self.press
        self.pages.turned.connect(self._turn)
        self.dropped.connect(lambda files: self.open_file(files[0]))
        self.foot_part.follow()
        sitting.reads.connect(lambda: self.tell(self.tr("Reading…")))
        sitting.read.connect(self._show_examined)
        sitting.waits.connect(self._show_waiting)
        sitting.seen.connect(self._show_seen)
        for broken in (sitting.broke, press.broke):
            broken.connect(self._show_broken)
        press.ended.connect(self._hear_end)
        press.progress.connect(self.foot_part.progress)
        self.stop_button.clicked.connect(self._stop)
        source.chosen.connect(self._choose)
        source.key.made.connect(self._take_key)
        source.key.folder_wanted.connect(self._desk.show_folder)
        source.told.connect(self.tell)
        source.what.folder_wanted.connect(lambda: self._desk.show_folder(sitting.choices.file))
        for wanted in (source.what.file_wanted, self.check.file_wanted):
            wanted.connect(lambda: self._desk.open_file(sitting.choices.file))
        for told in (source.key.told, source.place.told, self.check.told, self.past.readers.told):
            told.connect(self.tell)
        self.check.rules_wanted.connect(lambda word: edit_rules(self, self._desk.choices, self._choose, word))
        self._connect_publishing()

    def _connect_publishing(self) -> None:
        self.changes.again_wanted.connect(self.sitting.look_again)
        self.changes.new_key_wanted.connect(lambda: self.publish(is_new_key=True))
        self.changes.outrun.on_top_wanted.connect(self.publish)
        self.past.history.back_wanted.connect(self.go_back)
        self.past.readers.team_changed.connect(
            lambda team: self._choose(replace(self._desk.choices(), team=tuple(team)))
        )

    def _show_broken(self, place: str) -> None:
        self._settle()
        self.tell(sentences.of_error(place), "error")
        self._show_stage()
