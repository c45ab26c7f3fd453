"""The wide mode: details of the phrase that is stood on, beside the list.

The rule: they are built when the mode is on for the first time, and cost nothing while it is not.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.window.column import Column

if TYPE_CHECKING:
    from app.ui.details import Details
    from app.ui.details_desk import DetailsDesk
    from app.ui.main_window import MainWindow

_AFTER_MS = 30
"""While an arrow is held down only the phrase that is come to is shown."""


class Wide(QObject):
    """Shows the details and keeps them true."""

    def __init__(self, column: Column, window: "MainWindow") -> None:
        super().__init__(column)
        self._column = column
        self._window = window
        self._desk: DetailsDesk | None = None
        self._details: Details | None = None
        self._is_on = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._follow)
        column.rail.chosen.connect(lambda _name: self._show())

    def serve(self, desk: "DetailsDesk") -> None:
        """Details can be told from now on."""
        self._desk = desk
        self._show()

    def turn(self, is_on: bool) -> None:
        """Show the details, or the list alone."""
        self._is_on = is_on
        self._show()

    def refresh(self) -> None:
        """Something was changed."""
        if self._is_shown:
            self._soon.start()

    @property
    def _is_shown(self) -> bool:
        return self._is_on and self._column.place is self._column.panel

    def _show(self) -> None:
        if self._is_on and self._details is None and self._desk:
            self._build(self._desk)
        if self._details:
            self._details.setVisible(self._is_shown)
            self.refresh()

    def _build(self, desk: "DetailsDesk") -> None:
        from app.ui.details import Details  # noqa: PLC0415 - only a wide window needs what dialogs are made of

        self._details = details = Details(self._column.look, desk)
        panel = self._column.panel
        details.paste_wanted.connect(panel.paste)
        details.copy_wanted.connect(panel.copy)
        details.edit_wanted.connect(panel.edit)
        self._column.add_details(details)
        panel.list.selectionModel().currentChanged.connect(lambda *_: self.refresh())
        panel.model.modelReset.connect(self.refresh)
        self._window.second.connect(self._second)

    def _follow(self) -> None:
        if self._details and self._is_shown:
            self._details.show_phrase(self._column.panel.list.current())

    def _second(self) -> None:
        """What is left of a time goes on."""
        if self._details and self._is_shown and self._details.isVisible():
            self._details.refresh()
