"""Every rule by which an order, a pasted card or a row of an export is refused, as a sentence.

The rule: a sentence for every rule that a reader may give; a test reads the rules out of their sources.
"""

from collections.abc import Mapping

from app.core.imports import reading as imports
from app.core.imports.reading import Reason
from app.core.orders.incoming.reading import SENTENCES as OF_FILES
from app.core.orders.incoming.reading import OrderProblem
from app.core.sheet.entries import Fault
from app.ui.dialogs import fault_words
from app.ui.import_dialogs import import_words
from app.ui.words import QT_TRANSLATE_NOOP, translate

RULES: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("order_rules", "Nothing stands here yet."),
    "too_long": QT_TRANSLATE_NOOP("order_rules", "That is too long to be read; paste a part of it."),
    "no_buyer": QT_TRANSLATE_NOOP("order_rules", "Who ordered? Write the buyer's name in the client."),
    "negative": QT_TRANSLATE_NOOP("order_rules", "An amount cannot be below zero."),
    "decimals": QT_TRANSLATE_NOOP("order_rules", "An amount has two decimals at most, the cents."),
    "too_large": QT_TRANSLATE_NOOP("order_rules", "This amount is surely a slip: it is too large."),
    "two_amounts": QT_TRANSLATE_NOOP("order_rules", "There are several amounts; write the one that is to be paid."),
    "two_numbers": QT_TRANSLATE_NOOP("order_rules", "There are two order numbers; one order has one."),
    "two_kinds": QT_TRANSLATE_NOOP("order_rules", "There are two kinds of orders; choose one."),
    "two_times": QT_TRANSLATE_NOOP("order_rules", "There are two times; say which is the closing: 截止 14:35."),
    "digits_lost": QT_TRANSLATE_NOOP(
        "order_rules", "A spreadsheet has rounded this order number and its last digits are lost. Copy it again."
    ),
    "bad_number": QT_TRANSLATE_NOOP("order_rules", "This is neither an amount nor an order number of 18 or 19 digits."),
    "future": QT_TRANSLATE_NOOP("order_rules", "This moment is still to come; an order was placed already."),
    "no_time": QT_TRANSLATE_NOOP("order_rules", "This is a day without a time; write both."),
    "no_closing": QT_TRANSLATE_NOOP(
        "order_rules", "This kind has no closing time of its own; write until when it is to be paid."
    ),
    "closes_first": QT_TRANSLATE_NOOP("order_rules", "It would close before it was placed."),
    "not_understood": QT_TRANSLATE_NOOP("order_rules", "This part was not understood."),
    "no_such_day": QT_TRANSLATE_NOOP("order_rules", "That day does not exist."),
    "no_such_time": QT_TRANSLATE_NOOP("order_rules", "That time does not exist; a day ends at 24:00."),
    "skipped_time": QT_TRANSLATE_NOOP("order_rules", "The clocks are put forward over that time; it does not exist."),
    "out_of_reach": QT_TRANSLATE_NOOP("order_rules", "That year lies beyond every calendar."),
    "no_such_zone": QT_TRANSLATE_NOOP("order_rules", "The shop's time zone is not known. Choose one in the settings."),
    "closed_already": QT_TRANSLATE_NOOP("order_rules", "It has closed already."),
    "time_missing": QT_TRANSLATE_NOOP("order_rules", "No time was found: it is taken for placed just now."),
    "amount_missing": QT_TRANSLATE_NOOP("order_rules", "No amount was found."),
    "number_taken": QT_TRANSLATE_NOOP("order_rules", "Another order has this number; it is that of {name}."),
    "note_too_long": QT_TRANSLATE_NOOP(
        "order_rules", "The note is too long for the client: at most {name} bytes, a Chinese character is two."
    ),
    "not_in_gbk": QT_TRANSLATE_NOOP("order_rules", "The client's notes cannot hold {name}."),
    "no_value": QT_TRANSLATE_NOOP("order_rules", "Into what is it changed? Write it here."),
    "no_unit": QT_TRANSLATE_NOOP("order_rules", "Minutes or hours? Write 30 min or 72 h."),
    "not_a_length": QT_TRANSLATE_NOOP("order_rules", "This is no length of time. Write 30 min or 72 h."),
    "length_too_long": QT_TRANSLATE_NOOP("order_rules", "That is surely a slip: more than 60 days."),
    "length_not_above_zero": QT_TRANSLATE_NOOP("order_rules", "It must be longer than nothing."),
    "no_kind": QT_TRANSLATE_NOOP("order_rules", "Keep at least one kind of orders."),
    "name_twice": QT_TRANSLATE_NOOP("order_rules", "“{name}” is the name or a word of another kind already."),
    "no_step_time": QT_TRANSLATE_NOOP("order_rules", "When? Write how long after the order or before its closing."),
    "step_after_closing": QT_TRANSLATE_NOOP("order_rules", "The order has closed by then: it closes after {name}."),
    "step_before_order": QT_TRANSLATE_NOOP("order_rules", "The order is not placed yet by then: it has only {name}."),
    "step_twice": QT_TRANSLATE_NOOP("order_rules", "Another step comes at the same moment."),
    "choice_twice": QT_TRANSLATE_NOOP("order_rules", "“{name}” stands there already."),
    "not_a_clock": QT_TRANSLATE_NOOP("order_rules", "This is no time of day. Write 9:00 or 24:00."),
    "same_times": QT_TRANSLATE_NOOP("order_rules", "It would begin and end at the same time."),
    "not_within": QT_TRANSLATE_NOOP("order_rules", "Write a whole number from {name}."),
}
"""`{name}` is the first of the names that go with a rule."""
FILES: Mapping[str, str] = {
    "lock_file": QT_TRANSLATE_NOOP(
        "order_files", "This is only the mark that Excel leaves while a file is open; choose the file itself."
    ),
    "is_open": QT_TRANSLATE_NOOP(
        "order_files", "The file is still open in another program, or may not be read. Close it there and try again."
    ),
    "no_header": QT_TRANSLATE_NOOP("order_files", "No row names the columns of an order export."),
    "column_missing": QT_TRANSLATE_NOOP(
        "order_files", "The column {names} is missing; nothing of this sheet was read."
    ),
    "amounts_missing": QT_TRANSLATE_NOOP(
        "order_files", "The column {names} is missing; the orders were taken without their amounts."
    ),
    "states_missing": QT_TRANSLATE_NOOP(
        "order_files", "No column {names} says who has paid: all orders were taken as unpaid."
    ),
    "no_rows": QT_TRANSLATE_NOOP("order_files", "There is a header and no order below it."),
    "no_number": QT_TRANSLATE_NOOP("order_files", "The row has no order number."),
    "no_buyer": QT_TRANSLATE_NOOP("order_files", "The row has no buyer."),
    "no_placed_at": QT_TRANSLATE_NOOP("order_files", "The row does not say when the order was placed."),
    "digits_lost": QT_TRANSLATE_NOOP(
        "order_files",
        "The order number was rounded to {names} by a spreadsheet; its last digits are lost. "
        "Export it again, and do not save it in the spreadsheet.",
    ),
    "digits_maybe_lost": QT_TRANSLATE_NOOP(
        "order_files", "The order number ends in zeros; a spreadsheet may have rounded it."
    ),
    "bad_number": QT_TRANSLATE_NOOP("order_files", "“{names}” is not an order number."),
    "bad_moment": QT_TRANSLATE_NOOP("order_files", "“{names}” is not a moment."),
    "future": QT_TRANSLATE_NOOP("order_files", "The moment {names} lies in the future."),
    "bad_amount": QT_TRANSLATE_NOOP("order_files", "“{names}” is not an amount; the order was taken without it."),
    "negative": QT_TRANSLATE_NOOP("order_files", "The amount {names} is below zero; the order was taken without it."),
    "unknown_state": QT_TRANSLATE_NOOP("order_files", "The state “{names}” is not known; the order was left alone."),
    "no_closing": QT_TRANSLATE_NOOP(
        "order_files", "It is not told until when the balance is to be paid; the order was left out."
    ),
    "duplicate": QT_TRANSLATE_NOOP("order_files", "The order stands in row {names} already; this row holds."),
    "row_twice": QT_TRANSLATE_NOOP("order_files", "The same row stands in row {names} already."),
    "bad_encoding": QT_TRANSLATE_NOOP(
        "order_files", "The row holds letters that can be read neither as UTF-8 nor as GBK."
    ),
    "mixed_encoding": QT_TRANSLATE_NOOP(
        "order_files", "The row is written in another encoding than the rest of the file; it was read as {names}."
    ),
}
"""Word for word those of `app.core.orders.incoming.reading`."""
_ANY = QT_TRANSLATE_NOOP("order_rules", "This cannot be kept: {rule}.")
_COMMA = QT_TRANSLATE_NOOP("order_rules", ", ")


def of_rule(rule: str, *names: str) -> str:
    """Why an order or a field of it cannot be kept, or what is worth a look."""
    if rule not in RULES and rule in fault_words.SENTENCES:
        return fault_words.of_fault(Fault("", rule, names))
    said = translate("order_rules", RULES.get(rule, _ANY)).replace("{rule}", rule)
    return said.replace("{name}", names[0] if names else "")


def of_problem(problem: OrderProblem) -> str:
    """What is wrong with a row of an export, or with the file."""
    names = translate("order_rules", _COMMA).join(problem.names)
    if problem.rule in OF_FILES:
        said = translate("order_files", FILES.get(problem.rule, OF_FILES[problem.rule]))
        return said.replace("{limit}", f"{problem.limit:,}").replace("{names}", names)
    if problem.rule in {reason.value for reason in imports.Reason}:
        return import_words.reason(Reason(problem.rule), problem.names, problem.limit)
    return of_rule(problem.rule, *problem.names)
