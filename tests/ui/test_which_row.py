from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.facts.table import Subject
from app.services.sheet.subjects import Which
from app.ui.phrases import which_words
from app.ui.phrases.which_row import Candidate, WhichRow
from app.ui.theme import Look
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven

ACTIVITIES = (Candidate("d11", "双11大促", "开售"), Candidate("jhs", "聚划算", "预热"))
PRODUCTS = tuple(Candidate(f"p{at}", f"收纳盒 {at}L", f"¥{at}", (f"snh{at}",)) for at in range(1, 31))
ALT = Qt.KeyboardModifier.AltModifier


class Asked:
    """The row and what it told."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.qtbot = qtbot
        self.row = WhichRow(look)
        self.heard: list[Any] = []
        self.row.chosen.connect(self.heard.append)
        self.row.cancelled.connect(lambda: self.heard.append(None))
        qtbot.addWidget(self.row)
        self.row.resize(300, 400)

    def about(self, candidates: tuple[Candidate, ...], subject: Subject = Subject.ACTIVITY) -> None:
        self.row.ask("发货时间", subject, candidates)
        QApplication.processEvents()
        self.row.first.setFocus()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.row.first, key, held)

    def shown(self) -> list[str]:
        return [answer.text() for answer in self.row.answers if not answer.isHidden()]


@pytest.fixture
def asked(qtbot: QtBot, look: Look) -> Asked:
    return Asked(qtbot, look)


@pytest.mark.parametrize(("key", "entry_id"), [(Qt.Key.Key_1, "d11"), (Qt.Key.Key_2, "jhs")])
def test_one_digit_answers(asked: Asked, key: Qt.Key, entry_id: str) -> None:
    asked.about(ACTIVITIES)

    asked.press(key)

    assert asked.heard == [entry_id]
    assert not asked.row.is_asking


def test_a_digit_that_nothing_stands_beside_does_nothing(asked: Asked) -> None:
    asked.about(ACTIVITIES)

    asked.press(Qt.Key.Key_3)

    assert asked.heard == []
    assert asked.row.is_asking


def test_arrows_and_enter_answer_too(asked: Asked) -> None:
    asked.about(ACTIVITIES)

    asked.press(Qt.Key.Key_Down)
    asked.press(Qt.Key.Key_Return)

    assert asked.heard == ["jhs"]


def test_a_click_answers(asked: Asked) -> None:
    asked.about(ACTIVITIES)

    asked.qtbot.mouseClick(asked.row.answers[1], Qt.MouseButton.LeftButton)

    assert asked.heard == ["jhs"]


def test_escape_takes_the_question_back_once(asked: Asked) -> None:
    asked.about(ACTIVITIES)

    asked.press(Qt.Key.Key_Escape)
    asked.row.cancel()

    assert asked.heard == [None]


def test_among_many_nine_are_offered_and_a_name_can_be_typed(asked: Asked) -> None:
    asked.about(PRODUCTS, Subject.PRODUCT)
    before = asked.shown()

    asked.row.filter.setText("盒 2")

    assert len(before) == 9
    assert asked.shown() == ["收纳盒 2L", *(f"收纳盒 2{at}L" for at in range(8))]
    assert asked.row.first is asked.row.filter


def test_a_digit_typed_among_many_is_part_of_the_name(asked: Asked) -> None:
    asked.about(PRODUCTS, Subject.PRODUCT)

    asked.press(Qt.Key.Key_3)

    assert asked.heard == []
    assert asked.row.filter.text() == "3"


@pytest.mark.parametrize(
    ("key", "held", "entry_id"),
    [(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "p2"), (Qt.Key.Key_2, ALT, "p20")],
)
def test_among_many_enter_takes_the_first_and_alt_digit_another(
    asked: Asked, key: Qt.Key, held: Qt.KeyboardModifier, entry_id: str
) -> None:
    asked.about(PRODUCTS, Subject.PRODUCT)
    asked.row.filter.setText("盒 2")

    asked.press(key, held)

    assert asked.heard == [entry_id]


def test_a_product_is_found_by_its_code_too(asked: Asked) -> None:
    asked.about(PRODUCTS, Subject.PRODUCT)

    asked.row.filter.setText("SNH17")

    assert asked.shown() == ["收纳盒 17L"]


def test_a_search_that_is_handed_in_decides_what_is_found(asked: Asked) -> None:
    asked.row.ask("尺寸", Subject.PRODUCT, PRODUCTS, lambda text: ["p5", "gone"] if text == "shounahe" else [])

    asked.row.filter.setText("shounahe")

    assert asked.shown() == ["收纳盒 5L"]


def test_nothing_found_is_said_and_enter_answers_nothing(asked: Asked) -> None:
    asked.about(PRODUCTS, Subject.PRODUCT)
    asked.row.filter.setText("没有")

    asked.press(Qt.Key.Key_Return)

    assert asked.heard == []
    assert "Nothing has this" in asked.row._hint.text()


def test_a_screen_reader_hears_the_question_and_each_answer(asked: Asked) -> None:
    asked.about(ACTIVITIES)

    assert asked.row.accessibleName() == "Which activity is meant?"
    assert [answer.accessibleName() for answer in asked.row.answers[:2]] == ["1 双11大促", "2 聚划算"]
    assert asked.row.answers[0].accessibleDescription() == "开售"


def test_candidates_say_what_tells_them_apart() -> None:
    sheet = double_eleven()

    activities = which_words.candidates(Which(Subject.ACTIVITY, tuple(sheet.activities_in_use())), SALE_DAY, SHANGHAI)
    products = which_words.candidates(Which(Subject.PRODUCT, tuple(sheet.products_in_use())), SALE_DAY, SHANGHAI)

    by_id = {candidate.id: candidate.remark for candidate in (*activities, *products)}
    assert by_id["d11"] == "开售 · 10 h left"
    assert "sold out" in by_id.values()
    assert any(remark.startswith("¥") for remark in by_id.values())
    assert any(remark.startswith("from ") for remark in by_id.values())
