from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.core.phrases.phrase import Output, Phrase
from app.core.search.hits import Hit, Marks, Tier
from app.ui.phrases.model import HIT, MIME, PAGE, PhraseModel
from tests.ui.desk import many


@pytest.fixture
def model(qtbot: QtBot) -> PhraseModel:
    model = PhraseModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    tester.setUseFetchMore(False)  # a view fetches when it is scrolled, not in the middle of a reset
    return model


def hits(rows: Sequence[Phrase]) -> list[Hit]:
    return [Hit(row, Tier.USE, lambda _: Marks()) for row in rows]


def of(number: int) -> list[Hit]:
    return hits(many(number))


def test_it_shows_what_it_asked_for(model: PhraseModel) -> None:
    rows = of(3)

    model.show(lambda limit: rows[:limit])

    assert [model.index(at).data(HIT) for at in range(model.rowCount())] == rows
    assert not model.canFetchMore()


def test_it_fetches_a_page_at_a_time(model: PhraseModel) -> None:
    rows = of(2 * PAGE + 10)
    model.show(lambda limit: rows[:limit])

    counts = [model.rowCount()]
    while model.canFetchMore():
        model.fetchMore()
        counts.append(model.rowCount())

    assert counts == [PAGE, 2 * PAGE, 2 * PAGE + 10]


def test_exactly_one_page_ends_after_asking_once_more(model: PhraseModel) -> None:
    rows = of(PAGE)
    model.show(lambda limit: rows[:limit])

    model.fetchMore()

    assert model.rowCount() == PAGE
    assert not model.canFetchMore()


def test_another_question_replaces_all_rows(model: PhraseModel) -> None:
    model.show(lambda limit: of(5)[:limit])

    model.show(lambda limit: of(2)[:limit])

    assert model.rowCount() == 2


def test_it_keeps_as_many_rows_as_it_is_told(model: PhraseModel) -> None:
    rows = of(200)

    model.show(lambda limit: rows[:limit], 120)

    assert model.rowCount() == 120
    assert model.canFetchMore()


def test_a_screen_reader_hears_what_a_row_draws_and_facts_by_their_names(model: PhraseModel) -> None:
    phrase = Phrase("p", "Reminder", "{{order.item|Your order}} closes soon", ("Payment", "Last"), codes=("cf", "cf5"))
    phrase = replace(phrase, is_pinned=True, output=Output.COPY)
    model.show(lambda limit: hits([phrase]))
    model.note_of = lambda _phrase: "ended 3 min ago"

    head = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    whole = model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)

    assert head == "Reminder, ended 3 min ago, code cf cf5, pinned, only copied"
    assert whole == "ordered items closes soon · Payment › Last"


def test_a_phrase_is_found_by_its_id(model: PhraseModel) -> None:
    model.show(lambda limit: of(5))

    assert model.row_of("p3") == 3
    assert model.row_of("nobody") == -1


def test_rows_are_dragged_only_where_that_means_something(model: PhraseModel) -> None:
    model.show(lambda limit: of(2))

    can_drag = [bool(model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled)]
    model.is_movable = True
    can_drag.append(bool(model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled))

    assert can_drag == [False, True]


def test_a_drag_carries_ids_and_no_text(model: PhraseModel) -> None:
    model.show(lambda limit: of(3))

    data = model.mimeData([model.index(2), model.index(0)])

    assert bytes(data.data(MIME).data()) == b"p0\np2"
    assert not data.hasText()


def test_nothing_lies_below_a_row(model: PhraseModel) -> None:
    model.show(lambda limit: of(3))

    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
