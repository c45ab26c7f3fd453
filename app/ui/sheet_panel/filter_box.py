"""The line above the products that narrows them by name, pinyin or code.

The rule: it says what it finds, in the language that is on; everything else is any filter's.
"""

from app.ui.filter_line import FilterLine
from app.ui.theme import Look
from app.ui.words import Speaking


class FilterBox(Speaking, FilterLine):
    """The line of the products."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setMinimumHeight(look.scale.target + 2)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.setPlaceholderText(self.tr("Find products: name, pinyin or code"))
        self.call(self.tr("Find products"))
