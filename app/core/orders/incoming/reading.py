"""What came out of an export of orders (订单报表): orders as they were read, and what was wrong, row by row.

The rule: one bad row never loses the rest, and a problem never names a buyer.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.core.imports import reading as imports
from app.core.imports.reading import Spot
from app.core.orders.incoming.drafts import OrderDraft
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class OrderProblem:
    """Something of a row, or of the whole file (`spot.line` 0), that was not taken over.

    `rule` is a word that the interface turns into a sentence: one of `SENTENCES`, or of a file (`imports.Reason`). A
    hint costs no order.
    """

    spot: Spot
    rule: str
    names: tuple[str, ...] = ()
    limit: int = 0
    is_hint: bool = False

    @property
    def sentence(self) -> str:
        """The problem in English words."""
        if self.rule in SENTENCES:
            pattern = SENTENCES[self.rule]
            return pattern.replace("{limit}", f"{self.limit:,}").replace("{names}", ", ".join(self.names))
        return imports.sentence(imports.Reason(self.rule), self.names, self.limit)

    def to_plain(self) -> dict[str, Any]:
        """The problem as a JSON object."""
        return {
            "file": self.spot.file,
            "sheet": self.spot.sheet,
            "row": self.spot.line,
            "column": self.spot.column,
            "rule": self.rule,
            "sentence": self.sentence,
            "is_hint": self.is_hint,
        }


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """One order of an export and where it begins. What the file does not tell is empty in the draft.

    `is_closing_told` tells a closing moment that stands in the file from one that was worked out by the kind;
    `was_paid` that it was paid, also where it was closed later, because the money went back.
    """

    draft: OrderDraft
    spot: Spot
    is_kind_told: bool = False
    is_closing_told: bool = False
    was_paid: bool = False


@dataclass(frozen=True, slots=True)
class OrderReading:
    """All that came out of one file. Without `is_export` it is another file, or cannot be read at all.

    `made_at` is when the file was written last.
    """

    file: str
    orders: tuple[ReadOrder, ...] = ()
    problems: tuple[OrderProblem, ...] = ()
    is_export: bool = False
    made_at: datetime | None = None

    @property
    def has_failed(self) -> bool:
        """Whether something could not be taken over."""
        return any(not problem.is_hint for problem in self.problems)


SENTENCES: Mapping[str, str] = {
    "lock_file": "This is only the mark that Excel leaves while a file is open; choose the file itself.",
    "is_open": "The file is still open in another program, or may not be read. Close it there and try again.",
    "no_header": "No row names the columns of an order export.",
    "column_missing": "The column {names} is missing; nothing of this sheet was read.",
    "amounts_missing": "The column {names} is missing; the orders were taken without their amounts.",
    "states_missing": "No column {names} says who has paid: all orders were taken as unpaid.",
    "no_rows": "There is a header and no order below it.",
    "no_number": "The row has no order number.",
    "no_buyer": "The row has no buyer.",
    "no_placed_at": "The row does not say when the order was placed.",
    "digits_lost": "The order number was rounded to {names} by a spreadsheet; its last digits are lost. "
    "Export it again, and do not save it in the spreadsheet.",
    "digits_maybe_lost": "The order number ends in zeros; a spreadsheet may have rounded it.",
    "bad_number": "“{names}” is not an order number.",
    "bad_moment": "“{names}” is not a moment.",
    "future": "The moment {names} lies in the future.",
    "bad_amount": "“{names}” is not an amount; the order was taken without it.",
    "negative": "The amount {names} is below zero; the order was taken without it.",
    "unknown_state": "The state “{names}” is not known; the order was left alone.",
    "no_closing": "It is not told until when the balance is to be paid; the order was left out.",
    "duplicate": "The order stands in row {names} already; this row holds.",
    "row_twice": "The same row stands in row {names} already.",
    "bad_encoding": "The row holds letters that can be read neither as UTF-8 nor as GBK.",
    "mixed_encoding": "The row is written in another encoding than the rest of the file; it was read as {names}.",
}
"""English source sentences; `{names}` and `{limit}` are filled from the problem."""
