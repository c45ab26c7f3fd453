"""A pack as a workbook or, its phrases alone, as CSV; and the empty workbook that a lead begins with.

The rule: what is written reads back as the same pack. Pictures, what a later version has added, and the number and
moment of a publication have no column: a table is what is published, not what was.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import written
from app.core.packs.ids import own
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Output, Phrase
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import Sheet
from app.formats.packs.columns import PHRASES, TABLES
from app.formats.packs.examples import examples, notes
from app.formats.packs.lengths import length_text
from app.formats.packs.rows import group_text
from app.formats.sheets.book_rows import Cells, Rows
from app.formats.sheets.book_writer import Book
from app.formats.sheets.cells import escaped, words_text
from app.formats.sheets.columns import MUST_READ, OWN_ID, YES_NO, Column, Shape, Table, choices_of


def workbook(pack: Pack, zone: ZoneInfo, *, is_chinese: bool) -> bytes:
    """A pack as the bytes of a workbook."""
    rows = PackRows(pack, is_chinese=is_chinese)
    return Book(rows.sheet, zone, is_chinese=is_chinese, tables=TABLES, rows=rows).content()


def template(head: PackHead, now: datetime, zone: ZoneInfo, *, is_chinese: bool) -> bytes:
    """A workbook to be filled in: headings, drop-downs, remarks, and examples that are not read."""
    rows = PackRows(Pack(head), is_chinese=is_chinese)
    shown = examples(now.astimezone(zone).year, is_chinese=is_chinese)
    read_me = notes(is_chinese=is_chinese)
    return Book(
        rows.sheet, zone, is_chinese=is_chinese, examples=shown, read_me=read_me, tables=TABLES, rows=rows
    ).content()


def phrases_csv(pack: Pack, zone: ZoneInfo, *, is_chinese: bool) -> bytes:
    """The phrases of a pack as CSV that a spreadsheet program opens without asking."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow([column.name(is_chinese=is_chinese) for column in PHRASES.columns])
    for cells in PackRows(pack, is_chinese=is_chinese).of(PHRASES):
        texts = (_text(column, cells.get(column.key), zone, is_chinese=is_chinese) for column in PHRASES.columns)
        table.writerow([escaped(text) for text in texts])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _text(column: Column, value: Any, zone: ZoneInfo, *, is_chinese: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return written(value, zone)
    if isinstance(value, bool):
        return YES_NO["yes" if value else "no"].word(is_chinese=is_chinese)
    if column.shape is Shape.CHOICE:
        return choices_of(PHRASES, column)[value].word(is_chinese=is_chinese)
    if isinstance(value, tuple):
        return "\n".join(value) if column.shape is Shape.LINES else words_text(value)
    return str(value)


class PackRows(Rows):
    """The rows of every table of a pack's workbook."""

    def __init__(self, pack: Pack, *, is_chinese: bool) -> None:
        super().__init__(Sheet.of(pack.entries))
        self._pack = pack
        self._is_chinese = is_chinese

    def of(self, table: Table) -> Iterator[Cells]:
        """The rows of a table, in the order of the pack."""
        own_tables = {"pack": self._head, "phrases": self._phrases, "kinds": self._kinds, "steps": self._steps}
        if table.key in own_tables:
            yield from own_tables[table.key]()
            return
        asides = self._asides(table)
        for cells in super().of(table):
            yield {**cells, **next(asides, {})}

    def _asides(self, table: Table) -> Iterator[Cells]:
        """What stands beside the rows of a table of the cheat-sheet, in their order."""
        sheet = self.sheet
        if table.key == "activities":
            yield from (self._aside(entry.id) for entry in sheet.activities_in_use())
        elif table.key == "products":
            yield from (self._aside(entry.id) for entry in sheet.products_in_use())
        elif table.key == "phases":
            for activity in sheet.activities_in_use():
                yield from ({OWN_ID: self._own(phase.id)} for phase in activity.phases)

    def _fact(self, fact: Fact, owner: Cells) -> Iterator[Cells]:
        beside = {OWN_ID: self._own(fact.id)} if owner else self._aside(fact.id)
        for cells in super()._fact(fact, owner):
            yield {**cells, **beside}

    def _aside(self, item_id: str) -> Cells:
        return {OWN_ID: self._own(item_id), MUST_READ: True if item_id in self._pack.must_read else None}

    def _own(self, item_id: str) -> str:
        return own(item_id, self._pack.head.id)

    def _head(self) -> Iterator[Cells]:
        head = self._pack.head
        names = ("id", "name", "version", "publisher", "note", "language", "expires_at")
        yield {name: getattr(head, name) for name in names}

    def _phrases(self) -> Iterator[Cells]:
        for phrase in self._pack.phrases:
            yield {**self._phrase(phrase), **self._aside(phrase.id)}

    def _phrase(self, phrase: Phrase) -> Cells:
        lifetime = phrase.lifetime or Lifetime()
        bound = self._bound(lifetime.activity_id, lifetime.phase_id) if lifetime.activity_id else ("", "")
        activity, phase = bound or self._elsewhere(phrase, lifetime)
        return {
            "codes": phrase.codes,
            "title": phrase.title,
            "body": phrase.body,
            "group": group_text(phrase.group),
            "keywords": phrase.keywords,
            "questions": phrase.questions,
            "stage": phrase.stage.value if phrase.stage else None,
            "role": phrase.role.value if phrase.role else None,
            "is_pinned": phrase.is_pinned or None,
            "output": None if phrase.output is Output.PASTE else phrase.output.value,
            "lifetime.from_at": lifetime.from_at,
            "lifetime.until_at": lifetime.until_at,
            "lifetime.activity_id": activity,
            "lifetime.phase_id": phase,
        }

    def _elsewhere(self, phrase: Phrase, lifetime: Lifetime) -> tuple[str, str]:
        """What an activity that is not in the pack is called, so that whoever reads the file again is told of it."""
        told = self._pack.unknown.get(phrase.id, {})
        activity = str(told.get("valid/activity", lifetime.activity_id))
        return activity, str(told.get("valid/phase", lifetime.phase_id))

    def _kinds(self) -> Iterator[Cells]:
        for kind in self._pack.kinds:
            closes = length_text(kind.closes_after, is_chinese=self._is_chinese)
            yield {"name": kind.name, "words": kind.words, "closes_after": closes, **self._aside(kind.id)}

    def _steps(self) -> Iterator[Cells]:
        for kind in self._pack.kinds:
            for step in kind.steps:
                yield {
                    "kind": kind.name,
                    "name": step.name,
                    "after": length_text(step.after, is_chinese=self._is_chinese),
                    "before": length_text(step.before, is_chinese=self._is_chinese),
                    "code": step.code,
                    OWN_ID: step.id,
                }
