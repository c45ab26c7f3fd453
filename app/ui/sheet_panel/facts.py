"""The facts of an entry as rows: what its answers say in a sentence stands here as a label and a value.

The rule: a row is there where an answer is, so that everything that is shown can be pasted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.phrases.phrase import SHEET, Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.answers import FACT, answer_id
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import State
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.row import Part, Row, head
from app.ui.words import translate

FILL_IN = "fill_in"
"""The key of the row that opens the form for what is empty."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class View:
    """What rows are made from besides their entry."""

    sheet: Sheet
    answers: Mapping[str, Phrase]
    now: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Said:
    """A fact at a glance. `key` and `part` are those of its answer; `name` tells rows with one answer apart.

    `is_passing`: it is not worth a row any more when it is over.
    """

    key: str
    label: str
    value: str
    part: str = ""
    name: str = ""
    is_passing: bool = False


def view_of(sheet: Sheet, answers: Iterable[Phrase], now: datetime, zone: ZoneInfo) -> View:
    """What rows are made from."""
    return View(sheet, {answer.id: answer for answer in answers}, now, zone)


def section(title: str, entry: Activity | Product, facts: Iterable[Said], view: View) -> list[Row]:
    """The rows of one section under its heading; nothing where there are none."""
    rows = rows_of(entry, facts, view)
    return [head(title), *rows] if rows else []


def rows_of(entry: Activity | Product, facts: Iterable[Said], view: View) -> list[Row]:
    """The rows of some facts, of those that there is an answer for."""
    return [row for row in (_row(entry, said, view) for said in facts) if row]


def free(entry: Activity | Product, view: View) -> list[Row]:
    """The free facts of an entry, question above answer."""
    rows = [asked(fact, answer_id(entry, FACT, fact.id), view) for fact in entry.facts]
    shown = [row for row in rows if row]
    return [head(translate("sheet_panel", "Questions")), *shown] if shown else []


def shop_rows(facts: Iterable[Fact], view: View) -> list[Row]:
    """The shop-wide facts."""
    return [row for row in (asked(fact, f"{SHEET}:{FACT}:{fact.id}", view) for fact in facts) if row]


def asked(fact: Fact, phrase_id: str, view: View) -> Row | None:
    """A question and its answer."""
    answer = view.answers.get(phrase_id)
    if answer is None:
        return None
    validity = view.sheet.validity(answer.lifetime, view.now)
    note = terms.of_validity(validity, view.now, view.zone)
    text = terms.without_pills(fact.answer)
    return Row(
        Part.ASKED, phrase_id, fact.question, text, note, phrase_id, entry_id=fact.id, is_faint=not validity.is_valid
    )


def empty_row(labels: Sequence[str]) -> Iterator[Row]:
    """How many facts are empty, the first of them by name."""
    if not labels:
        return
    named = translate("sheet_panel", ", ").join(labels[:_NAMED])
    if len(labels) == 1:
        text = translate("sheet_panel", "1 fact is empty ({names}): fill in")
    elif len(labels) <= _NAMED:
        text = translate("sheet_panel", "{count} facts are empty ({names}): fill in")
    else:
        text = translate("sheet_panel", "{count} facts are empty ({names} …): fill in")
    said = text.replace("{count}", str(len(labels))).replace("{names}", named)
    yield Row(Part.DEED, FILL_IN, said, drawing="edit")


def _row(entry: Activity | Product, said: Said, view: View) -> Row | None:
    phrase_id = answer_id(entry, said.key, said.part)
    answer = view.answers.get(phrase_id)
    if answer is None:
        return None
    validity = view.sheet.validity(answer.lifetime, view.now)
    if said.is_passing and validity.state is State.OVER:
        return None
    return Row(
        Part.FACT,
        phrase_id + said.name,
        said.label,
        said.value,
        terms.of_validity(validity, view.now, view.zone),
        phrase_id,
        entry_id=entry.id,
        is_faint=not validity.is_valid,
    )
