"""What a backup holds beside what is there now, so that nobody brings back what they did not mean.

The rule: what would change stands out in words and figures, not by colour alone.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from app.core.storage import Contents
from app.ui.dialogs.form import dress, label
from app.ui.theme import BETWEEN, GRID, INSIDE, kind
from app.ui.words import translate

_SIDES = 2
"""So many nouns stand beside one another, so that the card is low."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupPreview(QFrame):
    """A card with a line a noun: how many the backup has, how many there are now."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(*kind("card"))
        self.head = label()
        self._lines = [(label("muted", wraps=False), label("muted", wraps=False)) for _noun in _NOUNS]
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(GRID)
        for side in range(_SIDES):
            grid.setColumnStretch(3 * side, 1)
            grid.setColumnMinimumWidth(3 * side + 2, 2 * BETWEEN if side < _SIDES - 1 else 0)
        self._place(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        column.setSpacing(INSIDE)
        column.addWidget(self.head)
        column.addLayout(grid)
        self.hide()

    def show_contents(self, then: Contents, now: Contents) -> None:
        """Show what a backup holds; a noun of which there never was one has no line."""
        changed = 0
        for (noun, figures), (words, count) in zip(self._lines, _NOUNS, strict=True):
            old, new = count(then), count(now)
            for text in (noun, figures):
                text.setVisible(bool(old or new))
            changed += old != new
            _say(noun, words(), is_changed=old != new)
            _say(figures, _figures(old, new), is_changed=old != new)
        self._place([line for line in self._lines if not line[0].isHidden()])
        same = translate("backup", "As many of everything as now; what is written in them may differ.")
        differs = translate("backup", "What restoring would bring, beside what there is now:")
        self.head.setText(differs if changed else same)
        self.setVisible(True)

    def _place(self, lines: Sequence[tuple[QLabel, QLabel]]) -> None:
        """Lay the lines out from the top, as many at each side."""
        rows = max(1, -(-len(lines) // _SIDES))
        for at, (noun, figures) in enumerate(lines):
            side = at // rows
            self._grid.addWidget(noun, at % rows, 3 * side)
            self._grid.addWidget(figures, at % rows, 3 * side + 1, _RIGHT)

    def lines(self) -> list[tuple[str, str]]:
        """What stands there."""
        return [(noun.text(), figures.text()) for noun, figures in self._lines if not noun.isHidden()]


def _say(text: QLabel, words: str, *, is_changed: bool) -> None:
    dress(text, "" if is_changed else "muted")
    text.setText(words)


def _figures(then: int, now: int) -> str:
    if then == now:
        return f"{then:,}"
    beside = translate("backup", "{then} (now {now})")
    return beside.replace("{then}", f"{then:,}").replace("{now}", f"{now:,}")


_NOUNS: tuple[tuple[Callable[[], str], Callable[[Contents], int]], ...] = (
    (lambda: translate("backup", "Phrases"), lambda of: of.phrases),
    (lambda: translate("backup", "Activities"), lambda of: of.activities),
    (lambda: translate("backup", "Products"), lambda of: of.products),
    (lambda: translate("backup", "Questions of the shop"), lambda of: of.facts),
    (lambda: translate("backup", "Countdowns of your own"), lambda of: of.timers),
    (lambda: translate("backup", "Orders not paid yet"), lambda of: of.open_orders),
    (lambda: translate("backup", "Orders that ended"), lambda of: of.ended_orders),
    (lambda: translate("backup", "In the bin"), lambda of: of.binned),
)
