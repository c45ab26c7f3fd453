"""The tables of a lead's window, under Qt's own test of models."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.core.imports.reading import Spot
from app.core.packs.findings import Finding, Severity
from app.core.packs.pack import Difference, Fate, FieldChange, Noun
from app.services.packs.publications import Publication, State
from app.ui.pack_dialogs.difference_rows import MUST_READ, NAME, DifferenceRows
from app.ui.pack_dialogs.difference_text import DifferenceText
from app.ui.pack_dialogs.difference_view import DifferenceView
from app.ui.pack_dialogs.finding_rows import FindingRows
from app.ui.pack_dialogs.history_rows import HistoryRows
from app.ui.theme import Look
from tests.published import ZONE, phrase

NEW = Difference("shop/a", Noun.PHRASE, "新的", Fate.ADDED)
CHANGED = Difference("shop/b", Noun.PHRASE, "旧的", Fate.CHANGED, (FieldChange("body", "满128减10", "满128减20"),))
GONE = Difference("shop/c", Noun.PHRASE, "没了", Fate.WITHDRAWN)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_ticks_are_taken_and_what_is_withdrawn_has_none(look: Look) -> None:
    rows = DifferenceRows(look)
    tester = QAbstractItemModelTester(rows, FATAL)
    rows.show_differences((NEW, CHANGED, GONE), {"shop/b"}, can_mark=True)

    ticked = rows.setData(rows.index(0, MUST_READ), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    rows.toggle(rows.index(2, NAME))

    assert ticked
    assert rows.must_read == {"shop/a", "shop/b"}
    assert rows.index(2, MUST_READ).data(Qt.ItemDataRole.CheckStateRole) is None
    rows.narrow(Fate.CHANGED)
    assert [rows.index(at, NAME).data() for at in range(rows.rowCount())] == ["旧的"]
    rows.mark_all(is_on=False)
    assert rows.must_read == {"shop/a"}
    assert tester is not None


@pytest.mark.parametrize(("shown", "is_offered"), [((), False), ((GONE,), False), ((NEW, GONE), True)])
def test_ticking_all_is_offered_where_something_can_be_ticked(
    look: Look, qtbot: QtBot, shown: tuple[Difference, ...], is_offered: bool
) -> None:
    view = DifferenceView(look, has_ticks=True)
    qtbot.addWidget(view)

    view.show_differences(shown, {}, can_mark=True)

    assert view.all_button.isVisibleTo(view) is is_offered


def test_without_ticks_nothing_can_be_marked(look: Look) -> None:
    rows = DifferenceRows(look)
    rows.show_differences((NEW,))

    rows.toggle(rows.index(0, NAME))

    assert rows.must_read == set()


def test_what_changed_is_marked_letter_by_letter(look: Look) -> None:
    text = DifferenceText(look)

    text.show_difference(CHANGED)
    block = text.document().findBlockByNumber(1)
    found = []
    run = block.begin()
    while not run.atEnd():
        style = run.fragment().charFormat()
        found.append((run.fragment().text(), style.fontStrikeOut(), style.fontUnderline()))
        run += 1

    assert found == [("Text  满128减", False, False), ("10", True, False), ("20", False, True)] or found == [
        ("Text  ", False, False),
        ("满128减", False, False),
        ("10", True, False),
        ("20", False, True),
    ]


def test_markup_from_outside_is_shown_as_text(look: Look) -> None:
    text = DifferenceText(look)

    text.show_difference(NEW, phrase("a", "<b>亲</b>\n<img src='file:///etc/passwd'>"))

    assert "<b>亲</b>" in text.toPlainText()


def test_the_heaviest_findings_come_first_and_those_of_a_rule_together(look: Look) -> None:
    rows = FindingRows(look)
    tester = QAbstractItemModelTester(rows, FATAL)
    findings = [
        Finding(Spot("f", "话术", at), rule, severity, ("最",))
        for at, rule, severity in (
            (2, "doubtful_word", Severity.WARNING),
            (3, "over_promise", Severity.WARNING),
            (4, "needed", Severity.ERROR),
            (5, "doubtful_word", Severity.WARNING),
        )
    ]

    rows.show_findings(findings, {})

    assert [rows.index(at, 1).data() for at in range(4)] == [f"话术 · row {at}" for at in (4, 2, 5, 3)]
    rows.narrow(Severity.WARNING, "over_promise")
    assert rows.rowCount() == 1
    assert tester is not None


def test_a_publication_of_which_only_a_name_is_left_is_told_by_it(look: Look) -> None:
    rows = HistoryRows(look, lambda: ZONE)
    tester = QAbstractItemModelTester(rows, FATAL)

    rows.show_publications([Publication("shop", 3, State.OUTRUN, "shop-0003-abc.json")], {})

    assert [rows.index(0, column).data() for column in range(6)] == ["3", "Outrun", "", "", "", "shop-0003-abc.json"]
    assert tester is not None
