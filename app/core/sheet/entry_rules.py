"""The rules that several kinds of entries share: amounts, moments, texts, free facts.

The rule: a rule yields what is wrong and nothing where all is right; it never raises.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal

from app.core.facts import names as fact_names
from app.core.phrases.phrase import MAX_BODY, MAX_CODE, MAX_TITLE
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact, Fault
from app.core.sheet.entry_tidying import is_empty, texts
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.references import Name
from app.core.sheet.sheet import Entry, Sheet
from app.core.values import dataclass

MAX_NAME = MAX_TITLE
MAX_TEXT = 5_000
"""Characters of a note, a link, an instruction; answers of facts may be as long as a phrase."""
MAX_MONEY = 99_999_999
MAX_PIECES = 9_999_999
MAX_DAYS = 365
MAX_CENTS = -2
FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)
LAST_DAY = datetime(2100, 1, 1, tzinfo=UTC)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAMES = frozenset({"name", "question", "courier", "region"})


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry may name: what is in the sheet as it will be, and what it named `before`, which is quiet by now."""

    entry: Entry
    sheet: Sheet
    before: frozenset[Name] = frozenset()

    def lacks_activity(self, activity_id: str, phase_id: str) -> str:
        """The field of what does not exist: `activity_id`, `phase_id`, or nothing where both do."""
        if (activity_id, phase_id) in self.before:
            return ""
        activity = self.entry if activity_id == self.entry.id else self.sheet.activities.get(activity_id)
        if not isinstance(activity, Activity):
            return "activity_id"
        return "phase_id" if phase_id and activity.phase(phase_id) is None else ""

    def lacks_product(self, product_id: str) -> bool:
        """Whether a product does not exist."""
        return product_id not in self.sheet.products and (product_id, "") not in self.before


def money(field: str, amount: Decimal | None, *, is_above_zero: bool = False) -> Iterator[Fault]:
    """An amount in yuan: a number, not negative (or above zero), whole cents."""
    if amount is None:
        return
    if not amount.is_finite():
        yield Fault(field, "not_a_number")
    elif amount > MAX_MONEY:
        yield Fault(field, "too_big", (str(MAX_MONEY),))
    elif amount < 0:
        yield Fault(field, "negative")
    elif is_above_zero and amount == 0:
        yield Fault(field, "not_above_zero")
    elif _places(amount) < MAX_CENTS:
        yield Fault(field, "too_many_decimals")


def number(field: str, value: int | None, most: int) -> Iterator[Fault]:
    """A count: not negative, and below what is surely a slip of the hand."""
    if value is not None and value < 0:
        yield Fault(field, "negative")
    elif value is not None and value > most:
        yield Fault(field, "too_big", (str(most),))


def span(field: str, from_at: datetime | None, until_at: datetime | None, ends: tuple[str, str]) -> Iterator[Fault]:
    """Two moments of this century, the second after the first. `ends` are their fields below `field`."""
    off = [end for end, at in zip(ends, (from_at, until_at), strict=True) if at and not FIRST_DAY <= at < LAST_DAY]
    yield from (Fault(f"{field}.{end}", "out_of_reach") for end in off)
    if not off and from_at and until_at and until_at <= from_at:
        yield Fault(f"{field}.{ends[1]}", "ends_before_start")


def filled(field: str, text: str) -> Iterator[Fault]:
    """A text that has to be there."""
    if not text:
        yield Fault(field, "empty")


def letters(entry: Entry) -> Iterator[Fault]:
    """Every text of an entry: its length, letters that cannot be stored, variables that no fact has."""
    for field, text in texts(entry):
        most = _most(field)
        if len(text) > most:
            yield Fault(field, "too_long", (str(most),))
        if "\x00" in text:
            yield Fault(field, "has_nul")
        if _SURROGATE.search(text):
            yield Fault(field, "has_surrogate")
        if "{{" in text:
            unknown = fact_names.unknown(text)
            if unknown:
                yield Fault(field, "unknown_fact", unknown)


def facts(rows: Iterable[Fact], known: Known) -> Iterator[Fault]:
    """The free facts of an entry."""
    seen: set[str] = set()
    for number_of, row in enumerate(rows):
        if is_empty(row):
            continue
        if row.id in seen:
            yield Fault(f"facts.{number_of}.id", "taken")
        seen.add(row.id)
        yield from fact(row, known, f"facts.{number_of}.")


def fact(row: Fact, known: Known, prefix: str = "") -> Iterator[Fault]:
    """One free fact."""
    yield from filled(f"{prefix}question", row.question)
    yield from filled(f"{prefix}answer", row.answer)
    if row.lifetime:
        yield from _lifetime(f"{prefix}lifetime", row.lifetime, known)


def doubles(field: str, keys: Iterable[tuple[int, object]], last: str) -> Iterator[Fault]:
    """Rows that say the same thing twice: `keys` are numbers of rows and what must not come again."""
    seen: set[object] = set()
    for row, key in keys:
        if key in seen:
            yield Fault(f"{field}.{row}.{last}", "double")
        seen.add(key)


def codes(words: Collection[str]) -> Iterator[Fault]:
    """Short codes: no spaces, each once whatever its case."""
    seen: set[str] = set()
    for row, code in enumerate(words):
        if any(letter.isspace() for letter in code):
            yield Fault(f"codes.{row}", "has_space", (code,))
        if code and code.casefold() in seen:
            yield Fault(f"codes.{row}", "double", (code,))
        seen.add(code.casefold())


def of_activity(field: str, activity_id: str, phase_id: str, known: Known) -> Iterator[Fault]:
    """The activity, or the phase of one, that a price or a lifetime belongs to."""
    lacking = known.lacks_activity(activity_id, phase_id)
    if not activity_id:
        yield Fault(f"{field}.activity_id", "empty")
    elif lacking:
        yield Fault(f"{field}.{lacking}", "unknown_phase" if lacking == "phase_id" else "unknown_activity")


def _lifetime(field: str, lifetime: Lifetime, known: Known) -> Iterator[Fault]:
    yield from span(field, lifetime.from_at, lifetime.until_at, ("from_at", "until_at"))
    if lifetime.activity_id or lifetime.phase_id:
        yield from of_activity(field, lifetime.activity_id, lifetime.phase_id, known)


def _places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _most(field: str) -> int:
    path = field.split(".")
    if path[-1] in _NAMES:
        return MAX_NAME
    if path[-1] == "answer":
        return MAX_BODY
    return MAX_CODE if path[0] == "codes" else MAX_TEXT
