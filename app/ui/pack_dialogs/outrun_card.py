"""Another lead was faster: what they published, what yours would change in it, and the way to go on top of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.packs.publishing import Outrun
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind


class OutrunCard(QFrame):
    """`turned` emits whether their publication is shown (True) or what yours would change in it, `on_top_wanted` asks
    to publish on top of theirs.
    """

    turned = Signal(bool)
    on_top_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._outrun: Outrun | None = None
        self.title, self.told = label("title"), label()
        self.which: Choice[bool] = Choice((True, False), self._which_word)
        self.on_top_button = button()
        self.setProperty(*kind("card"))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addLayout(row(self.which, self.on_top_button, stretch=0))
        self.which.chosen.connect(lambda: self.turned.emit(self.which.value))
        self.on_top_button.clicked.connect(self.on_top_wanted)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_outrun(self, outrun: Outrun) -> None:
        """Say who was faster; theirs is shown first."""
        self._outrun = outrun
        self.which.pick(True)
        self._name()

    def _which_word(self, is_theirs: bool) -> str:
        return self.tr("What they published") if is_theirs else self.tr("What yours would change in it")

    def _name(self) -> None:
        self.title.setText(self.tr("Somebody was faster; yours was not published"))
        self.on_top_button.setText(self.tr("Publish on top of it"))
        theirs = self._outrun.base.entry if self._outrun else None
        if theirs is None:
            self.told.setText(self.tr("Another publication took the number. Your file is kept in the folder."))
            return
        said = self.tr("Publication {number} by {who}: {note}").replace("{number}", str(theirs.number))
        nobody = self.tr("somebody who gave no name")
        said = said.replace("{who}", theirs.publisher or nobody)
        self.told.setText(said.replace("{note}", " ".join(theirs.note.split()) or "–"))
