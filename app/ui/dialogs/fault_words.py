"""Every rule that an entry, or a text in one of its fields, may break, as a sentence: what is wrong and what to do.

The rule: a sentence for every word of `entry_checks.RULES` and of the forms' own readings; a test counts them.
"""

from collections.abc import Mapping

from app.core.facts import names as fact_names
from app.core.sheet.entries import Fault
from app.ui.words import QT_TRANSLATE_NOOP, translate

SENTENCES: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("faults", "This has to be filled in."),
    "too_long": QT_TRANSLATE_NOOP("faults", "Too long: at most {name} characters."),
    "has_nul": QT_TRANSLATE_NOOP("faults", "It holds an invisible NUL character. Delete it and try again."),
    "has_surrogate": QT_TRANSLATE_NOOP("faults", "It holds a broken character. Delete it and try again."),
    "unknown_fact": QT_TRANSLATE_NOOP("faults", "There is no such fact: {names}."),
    "not_a_number": QT_TRANSLATE_NOOP("faults", "This is not a number."),
    "negative": QT_TRANSLATE_NOOP("faults", "It cannot be below zero."),
    "not_above_zero": QT_TRANSLATE_NOOP("faults", "It must be more than zero."),
    "too_big": QT_TRANSLATE_NOOP("faults", "Too much, surely a slip: at most {name}."),
    "too_many_decimals": QT_TRANSLATE_NOOP("faults", "An amount has two decimals at most, the cents."),
    "not_a_rate": QT_TRANSLATE_NOOP("faults", "Write the share that is paid, such as 5折, 50% or 0.5."),
    "ends_before_start": QT_TRANSLATE_NOOP("faults", "The end must come after the start."),
    "out_of_reach": QT_TRANSLATE_NOOP("faults", "This year is surely a slip: moments lie between 2000 and 2099."),
    "overlaps": QT_TRANSLATE_NOOP("faults", "It begins before “{name}” has ended. Move one of the two."),
    "outside_activity": QT_TRANSLATE_NOOP(
        "faults", "An extra window lies inside the activity, between its first and its last moment."
    ),
    "threshold_below_discount": QT_TRANSLATE_NOOP("faults", "The discount must be less than the amount it needs."),
    "cap_below_discount": QT_TRANSLATE_NOOP("faults", "The most that is taken off is less than one discount."),
    "to_below_from": QT_TRANSLATE_NOOP("faults", "The second number of days is below the first one."),
    "double": QT_TRANSLATE_NOOP("faults", "The same stands in a row above. Keep one of them."),
    "taken": QT_TRANSLATE_NOOP("faults", "Another entry has this id. Please close the form and try again."),
    "unknown_activity": QT_TRANSLATE_NOOP("faults", "This activity does not exist any more. Choose another one."),
    "unknown_phase": QT_TRANSLATE_NOOP("faults", "This activity has no such phase any more. Choose another one."),
    "unknown_product": QT_TRANSLATE_NOOP(
        "faults", "No product is called that. Type a part of its name and choose one."
    ),
    "itself": QT_TRANSLATE_NOOP("faults", "A product cannot stand in for itself. Choose another one."),
    "circular": QT_TRANSLATE_NOOP("faults", "The substitutes go round in a circle: {way}. Choose another one."),
    "has_space": QT_TRANSLATE_NOOP("faults", "A short code has no spaces: {name}."),
    "not_money": QT_TRANSLATE_NOOP("faults", "This is not an amount. Write it as 128 or 9.90."),
    "not_a_count": QT_TRANSLATE_NOOP("faults", "This is not a whole number."),
    "moment_empty": QT_TRANSLATE_NOOP("faults", "Write a day and a time."),
    "moment_not_understood": QT_TRANSLATE_NOOP("faults", "This is not a day and a time. Write 11-11 20:00 or 20:00."),
    "moment_no_such_day": QT_TRANSLATE_NOOP("faults", "That day does not exist."),
    "moment_no_such_time": QT_TRANSLATE_NOOP("faults", "That time does not exist; a day ends at 24:00."),
    "moment_skipped_time": QT_TRANSLATE_NOOP(
        "faults", "That time does not exist: the clocks are put forward over it on that day."
    ),
    "moment_no_such_zone": QT_TRANSLATE_NOOP(
        "faults", "The shop's time zone is not known. Choose one in the settings."
    ),
    "no_activity": QT_TRANSLATE_NOOP("faults", "Choose the activity it belongs to."),
    "no_phase": QT_TRANSLATE_NOOP("faults", "Choose the phase it belongs to."),
    "no_moment": QT_TRANSLATE_NOOP("faults", "Write from when or until when it holds."),
}
"""What each rule says. `{name}` is the first of a fault's names, `{names}` are all of them, `{way}` a row of arrows."""
_ANY = QT_TRANSLATE_NOOP("faults", "This cannot be kept: {rule}.")
_MEANT = QT_TRANSLATE_NOOP("faults", "Did you mean {name}?")
_MANY = QT_TRANSLATE_NOOP("faults", "{count} fields need a look.")
_ONE = QT_TRANSLATE_NOOP("faults", "One field needs a look.")


def of_fault(fault: Fault) -> str:
    """What is wrong with a field; for a fact that does not exist also which one was probably meant."""
    said = translate("faults", SENTENCES.get(fault.rule, _ANY)).replace("{rule}", fault.rule)
    if fault.rule == "unknown_fact":
        written = " ".join(f"{{{{{name}}}}}" for name in fault.names)
        return " ".join(each for each in (said.replace("{names}", written), meant(fault.names)) if each)
    said = said.replace("{way}", " → ".join(fault.names))
    return said.replace("{name}", _grouped(fault.names[0]) if fault.names else "")


def meant(names: tuple[str, ...]) -> str:
    """Which facts were probably meant by names that none has; nothing where nobody could tell."""
    near = [f"{{{{{name}}}}}" for name in map(fact_names.nearest, names) if name]
    return translate("faults", _MEANT).replace("{name}", " ".join(near)) if near else ""


def of_count(count: int) -> str:
    """How many fields are refused."""
    return translate("faults", _ONE if count == 1 else _MANY).replace("{count}", str(count))


def _grouped(name: str) -> str:
    """A limit with its thousands apart; a name stays as it is."""
    return f"{int(name):,}" if name.isascii() and name.isdigit() else name
