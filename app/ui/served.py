"""How a paste ended, as the window says it, and what helps where it was refused.

The rule: what went out is in the strip, what did not is said in a sentence with one thing to do.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.core.changes import Changed
from app.core.phrases.pasting import Copied, NotPasted, Outcome, Pasted
from app.core.phrases.phrase import Phrase
from app.ui.window.column import Column

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.notice import Notice
    from app.ui.outcomes import Remedy


class Served:
    """Says outcomes. `notice` is the line of the place in sight, `changed` has read again what a paste has changed."""

    def __init__(
        self,
        column: Column,
        window: "MainWindow",
        notice: "Callable[[], Notice]",
        changed: Callable[[Changed], None],
    ) -> None:
        self._column = column
        self._window = window
        self._notice = notice
        self._changed = changed
        self._last = ""
        column.strip.last_wanted.connect(lambda: column.panel.show_phrase(self._last))

    def show(self, outcome: Outcome, phrase: Phrase | None, instead: Phrase | None = None) -> None:
        """Say how a paste ended, in the strip or with what helps."""
        from app.ui import outcomes  # noqa: PLC0415 - a start has pasted nothing

        said = outcomes.said(outcome, outcomes.named(instead))
        if isinstance(outcome, Pasted) and phrase:
            self._last = phrase.id
            self._column.strip.set_last(phrase.title)
        elif isinstance(outcome, NotPasted):
            self._column.strip.set_last("")
        if said:
            label = outcomes.of_remedy(said.remedy)
            self._window.show_notice(said.text, said.tone, label, partial(self._remedy, said.remedy, outcome))
        else:
            self._notice().clear()
        self._after(outcome)

    def _after(self, outcome: Outcome) -> None:
        if isinstance(outcome, NotPasted):
            return
        if isinstance(outcome, Pasted):
            self._changed(outcome.changed)
            if outcome.parts_left:
                return
        self._column.search.clear_served(outcome.phrase_id)
        if isinstance(outcome, Copied) and self._window.focus.is_taken:
            self._window.leave_search()

    def _remedy(self, remedy: "Remedy", outcome: Outcome) -> None:
        from app.ui.outcomes import Remedy  # noqa: PLC0415 - as above

        window = self._window
        if remedy is Remedy.COPY:
            window.copy_text_wanted.emit(outcome.text)
        elif remedy is Remedy.EDIT:
            window.edit_wanted.emit(outcome.phrase_id)
        elif remedy is Remedy.FILL_IN:
            window.settings_wanted.emit()
        elif remedy is Remedy.NEXT_PART:
            window.paste_wanted.emit(outcome.phrase_id)
        elif remedy is Remedy.INSTEAD and isinstance(outcome, NotPasted):
            window.paste_wanted.emit(outcome.instead)
