"""The offer calculator: amounts typed or products picked, the arithmetic at once, and a sentence ready to paste.

The rule: what is pasted is what is on show; if the offers have changed since, the new price is shown first.
"""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from app.core.prices.amounts import BadAmount, read_amounts, read_so_far
from app.core.prices.quotes import NoPrice, Quote
from app.services.sheet.offers import Offers
from app.ui.composing import ComposingEdit
from app.ui.dialogs.clear_button import add_cross
from app.ui.dialogs.form import Field, Form, button, label
from app.ui.sheet_dialogs import calculator_words as words
from app.ui.sheet_dialogs.calculator_moment import MomentBox
from app.ui.sheet_dialogs.calculator_products import Find, Picked, ProductEntry
from app.ui.sheet_dialogs.calculator_sum import SumCard, Total
from app.ui.theme import Look, kind

_PREVIEW_LINES = 6


class CalculatorDialog(Form):
    """A window. `paste_wanted` and `copy_wanted` emit the sentence for the buyer."""

    paste_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(
        self,
        offers: Offers,
        find_products: Find,
        look: Look,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
    ) -> None:
        super().__init__((460, 720))
        self._offers = offers
        self._ready = ""
        self.amounts, self.products = ComposingEdit(), ProductEntry(find_products)
        self.picked, self.sum, self.total = Picked(look), SumCard(look), Total()
        self.moment = MomentBox(offers, now, zone)
        self.rules, self.text = label("muted"), _preview()
        self.clear_button = button("link")
        self._amounts_row, self._moment_row = Field(self.amounts), Field(self.moment)
        self._products_row = Field(self.products, self.products.list, self.picked)
        self._rules_row, self._text_row = Field(self.rules), Field(self.text)
        self._build()
        self.copy_button = self.add_button(lambda: self.tr("Copy"), self.copy)
        self.paste_button = self.add_button(lambda: self.tr("Paste"), self.paste, "primary")
        self._connect()
        self.spoken.again(self._name)
        self.amounts.setFocus()

    def refresh(self) -> None:
        """Work it out again: the cheat-sheet, the time or what is wanted has changed."""
        self.moment.refresh()
        self._show()

    def ask(self, text: str) -> None:
        """Begin with a calculation."""
        self.amounts.setText(text)
        self.amounts.setFocus()

    def clear(self) -> None:
        """Begin anew, for the next buyer."""
        self.picked.clear()
        self.products.clear()
        self.amounts.clear()
        self.moment.setCurrentIndex(0)
        self.tell("")
        self.refresh()
        self.amounts.setFocus()

    def paste(self) -> None:
        """Hand the sentence over to be pasted."""
        self._give(self.paste_wanted.emit)

    def copy(self) -> None:
        """Hand the sentence over to be copied."""
        self._give(self.copy_wanted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pastes and Ctrl+Enter copies, from every field."""
        field = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not (isinstance(field, ComposingEdit) and field.is_composing):
            (self.copy if event.modifiers() & Qt.KeyboardModifier.ControlModifier else self.paste)()

    def _give(self, emit: Callable[[str], object]) -> None:
        shown = self._ready
        self.refresh()
        if self._refuse():
            return
        if self._ready != shown:
            self.tell(self.tr("The offers have just changed. Look at the new price, then press again."), "error")
            return
        self.tell("")
        emit(self._ready)

    def _refuse(self) -> bool:
        """Say at the field why there is no sentence yet; False where there is one."""
        text = self.amounts.text()
        try:
            if text.strip() or not self.picked.lines():
                read_amounts(text)
        except BadAmount as bad:
            self._amounts_row.refuse(words.fault(bad, text))
            self.show_field(self._amounts_row)
            self.amounts.setCursorPosition(bad.at)
            return True
        return not self._ready

    def _show(self) -> None:
        self._amounts_row.refuse("")
        self._products_row.refuse("")
        quote = self._quote()
        has_lines = quote is not None and bool(quote.lines)
        for each in (self.sum, self.total):
            each.show_quote(quote if has_lines else None)
        self._ready = self._offers.sentence(quote) if quote is not None and has_lines else ""
        self.text.setPlainText(self._ready)
        self._text_row.setVisible(has_lines)
        self.clear_button.setVisible(bool(self.amounts.text() or self.picked.lines()))
        self.copy_button.setEnabled(has_lines)
        self.paste_button.setEnabled(has_lines)
        self.rules.setText(self._rules() if quote is not None and not has_lines else "")
        self._rules_row.setVisible(bool(self.rules.text()))

    def _quote(self) -> Quote | None:
        """The price of what is typed so far; None where that cannot be told, and the field says why."""
        text = self.amounts.text()
        try:
            return self._offers.quote((*read_so_far(text), *self.picked.lines()), self.moment.at())
        except BadAmount as bad:
            self._amounts_row.refuse(words.fault(bad, text))
        except NoPrice as lack:
            told = self.tr("Nobody wrote down what {product} costs: take it out and type its price as an amount.")
            self._products_row.refuse(told.replace("{product}", lack.name))
        return None

    def _rules(self) -> str:
        """What holds at the chosen moment, for while nothing is typed yet."""
        quote = self._offers.quote((), self.moment.at())
        return "\n".join(words.rules(activity, quote.at) for activity in quote.activities) or words.nothing_on()

    def _changed(self) -> None:
        self.tell("")
        self._show()

    def _connect(self) -> None:
        self.amounts.textChanged.connect(lambda _text: self._changed())
        self.picked.changed.connect(self._changed)
        self.moment.currentIndexChanged.connect(lambda _index: self._changed())
        self.products.picked.connect(self.picked.add)
        self.clear_button.clicked.connect(self.clear)

    def _build(self) -> None:
        add_cross(self.amounts)
        fields = (self._amounts_row, self._products_row, self._moment_row, self._rules_row)
        for widget in (*fields, self.sum, self._text_row):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(outer.count() - 1, self.total)  # above the foot, so that it never scrolls away
        self.foot.insertWidget(1, self.clear_button)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Offer calculator"))
        self._amounts_row.name(self.tr("Amounts"))
        self.amounts.setPlaceholderText(self.tr("For example 89+128*2"))
        self._products_row.name(self.tr("Products"))
        self.products.setPlaceholderText(self.tr("Name, pinyin or code; Enter adds one"))
        self._moment_row.name(self.tr("Price at"))
        self._rules_row.name(self.tr("Offers then"))
        self._text_row.name(self.tr("For the buyer"))
        self.clear_button.setText(self.tr("Start over"))
        self.copy_button.setToolTip(self.tr("Ctrl+Enter"))
        self.paste_button.setToolTip(self.tr("Enter"))
        self.products.refresh()
        self.refresh()


def _preview() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setProperty(*kind("preview"))
    made.setFixedHeight(_PREVIEW_LINES * made.fontMetrics().lineSpacing() + 24)
    return made
