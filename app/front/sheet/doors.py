"""The doors to the forms of the cheat-sheet, its workbook and the calculator.

The rule: what a form saved is told by the place with an undo beside it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from app.core.changes import Changed, Kind
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.core.storage import NotStored
from app.front import books
from app.front.door import Door, Hall
from app.front.sheet import asked
from app.ui import sentences
from app.ui.dialogs.drafts import FormDrafts
from app.ui.palette import Tone
from app.ui.sheet_panel.segments import Noun

_SHEET: Changed = frozenset({Kind.SHEET, Kind.CHANGES})
CALCULATOR = "calculator"


class SheetDoors(Door):
    """Opens what belongs to the cheat-sheet. `made` carries a form as it opens."""

    made = Signal(object)

    def __init__(self, hall: Hall, drafts: FormDrafts) -> None:
        super().__init__(hall)
        self._drafts = drafts
        window = hall.window
        window.entry_new_wanted.connect(self.new)
        window.entry_edit_wanted.connect(self.edit)
        window.entry_copy_wanted.connect(self.duplicate)
        window.workbook_wanted.connect(self.workbook)
        window.calculator_wanted.connect(self.calculator)
        window.sample_wanted.connect(self.sample)
        window.sample_gone_wanted.connect(self.sample_gone)

    def new(self, noun: str) -> None:
        """Write a new activity, product or fact; the noun is the value of a `Noun`."""
        drafts: dict[Noun, Callable[[], Entry]] = {
            Noun.ACTIVITY: self._desk.sheet.draft_activity,
            Noun.PRODUCT: self._desk.sheet.draft_product,
            Noun.FACT: self._desk.sheet.draft_fact,
        }
        self._form(f"new.{noun}", drafts[Noun(noun)](), is_new=True)

    def edit(self, entry_id: str) -> None:
        """Change an entry."""
        entry = self._desk.sheet.get(entry_id)
        if entry:
            self._form(f"entry.{entry_id}", entry, is_new=False)

    def duplicate(self, activity_id: str) -> None:
        """Copy an activity to other dates."""
        from app.ui.sheet_dialogs.activity_copy_form import ActivityCopyForm

        activity = self._desk.sheet.sheet.activities.get(activity_id)
        if activity is None:
            return

        self._openings.show(
            f"copy.{activity_id}", lambda: ActivityCopyForm(asked.by_forms(self._desk), activity), saved=self._saved
        )

    def calculator(self) -> None:
        """What does the buyer pay? What is typed in the search is the calculation, if it is one."""
        from app.core.prices.amounts import looks_like_amounts
        from app.ui.sheet_dialogs.calculator import CalculatorDialog

        time, find = self._desk.shop_time, asked.product_finder(self._desk)
        dialog = self._openings.show(
            CALCULATOR,
            lambda: CalculatorDialog(self._desk.offers, find, self._look, time.now, time.zone),
            paste_wanted=self._counter.paste_text,
            copy_wanted=self._window.copy_text_wanted,
        )
        typed = self._window.inside.search.text()
        if looks_like_amounts(typed) and not dialog.amounts.text():
            dialog.ask(typed)
        dialog.refresh()

    def workbook(self, files: list[Path]) -> None:
        """Take activities and products over from a workbook, or write one."""
        from app.ui.sheet_dialogs.book_dialog import SheetBookDialog

        dialog = self._openings.show(
            "workbook", lambda: SheetBookDialog(self._look, books.workbook(self._desk)), changed=self.changed
        )
        if files:
            dialog.open_file(files[0])

    def sample(self) -> None:
        """Load the sample of a Double Eleven."""
        self._do(books.sample(self._desk).put_in)

    def sample_gone(self) -> None:
        """Put the sample into the bin, whatever the shop itself has written stays."""
        self._do(books.sample(self._desk).take_out)

    def _do(self, verb: Callable[[], Changed]) -> None:
        try:
            self.changed.emit(verb())
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            return
        self._window.tell_entry_saved()

    def show_changes(self, kinds: Changed) -> None:
        """Work open sums out again."""
        dialog = self._openings.get(CALCULATOR)
        if dialog is not None and Kind.SHEET in kinds:
            dialog.refresh()  # type: ignore[attr-defined] # nothing else is opened by this key

    def _form(self, key: str, entry: Entry, *, is_new: bool) -> None:
        from app.ui.sheet_dialogs.activity_form import ActivityForm
        from app.ui.sheet_dialogs.entry_form import EntryForm
        from app.ui.sheet_dialogs.fact_form import FactForm
        from app.ui.sheet_dialogs.product_form import ProductForm

        def make() -> EntryForm:
            desk = asked.by_forms(self._desk)
            form: EntryForm
            if isinstance(entry, Activity):
                form = ActivityForm(self._look, desk, self._drafts, entry, is_new=is_new)
            elif isinstance(entry, Product):
                form = ProductForm(self._look, desk, self._drafts, entry, is_new=is_new)
            else:
                form = FactForm(self._look, desk, self._drafts, entry, is_new=is_new)
            self.made.emit(form)
            return form

        self._openings.show(key, make, saved=self._saved, draft_kept=self.tell_draft)

    def _saved(self, _entry_id: str) -> None:
        self.changed.emit(_SHEET)
        self._window.tell_entry_saved()

    def go_on(self, key: str) -> None:
        """Open the form of a draft."""
        nouns = {"Activity": Noun.ACTIVITY, "Product": Noun.PRODUCT, "Fact": Noun.FACT}
        if key in nouns:
            self.new(nouns[key].value)
        else:
            self.edit(key)
