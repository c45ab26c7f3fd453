"""A window in which something is written: what is closed unsaved is kept as a draft, and the draft comes back.

The rule: leaving never asks and never loses; between the draft and what is saved there is a way in both directions.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.dialogs.drafts import Drafts, FormDrafts
from app.ui.dialogs.form import Form, button, label, row
from app.ui.theme import GRID, INSIDE, kind


class StowingForm(Form):
    """A subclass gives `state` and `restore`, sets `_opened` to what was opened and `_other` to a draft of it.

    `is_new` is for what was never saved.

    `draft_kept` carries the key of a draft that was kept at closing.
    """

    draft_kept = Signal(str)

    def __init__(self, drafts: Drafts | FormDrafts, key: str, size: tuple[int, int]) -> None:
        super().__init__(size)
        self._drafts, self._key = drafts, key
        self._opened: Any = None
        self._other: Any = None
        self._has_stowed = False
        self.is_new = False
        self.banner, self.banner_text, self.banner_button = QFrame(), label(), button("link")
        self.banner.setProperty(*kind("card"))
        inside = QVBoxLayout(self.banner)
        inside.setContentsMargins(INSIDE, GRID, INSIDE, GRID)
        inside.addLayout(row(self.banner_text, self.banner_button, stretch=0))
        self.banner_button.clicked.connect(lambda _is_on: self.swap())
        self.banner.hide()
        self.column.addWidget(self.banner)

    def state(self) -> Any:
        """What stands in the fields."""
        raise NotImplementedError

    def restore(self, state: Any) -> None:
        """Put something into the fields that stood there before."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """Whether anything stands there otherwise than it was opened."""
        return bool(self.state() != self._opened)

    def reject(self) -> None:
        """Close, on Esc as on the window's own button, and keep what was written and not saved."""
        if self.isVisible() and self.is_changed:
            self.stow()
            self.draft_kept.emit(self._key)
        super().reject()

    def stow(self) -> None:
        """Keep what is written and not saved, and forget what was stowed and is written no more."""
        if not self.isVisible():
            return  # saved or given up
        if self.is_changed:
            self._drafts.keep(self._key, self.state())
        elif self._has_stowed:
            self._drafts.forget(self._key)
        self._has_stowed = self.is_changed

    def swap(self) -> None:
        """Change between the draft and what is saved; each click has its way back."""
        other, self._other = self._other, self.state()
        self.restore(other)
        self.tell_draft()

    def tell_draft(self) -> None:
        """Say in the language that is on which of the two stands there, if there are two."""
        self.banner.setVisible(self._other is not None)
        is_draft = self.is_changed
        untouched = self.tr("This one is empty.") if self.is_new else self.tr("This is what is saved.")
        afresh = self.tr("Start with an empty one") if self.is_new else self.tr("Start from what is saved")
        self.banner_text.setText(self.tr("What you had not saved is back.") if is_draft else untouched)
        self.banner_button.setText(afresh if is_draft else self.tr("Bring the draft back"))
