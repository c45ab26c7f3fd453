"""Own versions of what a pack says: their rows, their menu, and the hint in the editor."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.packs.overlays import moved, overlay
from app.core.packs.pack import Item
from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.shares.polls import Reach
from app.core.shares.share import Fault, ShareTrouble
from app.core.sheet.sheet import EMPTY
from app.core.storage import NotStored, Trouble
from app.ui.packs.desk import OwnDesk
from app.ui.packs.own_hint import OwnHint, hint_of
from app.ui.packs.own_marks import MOVED, OWN, OwnMarks
from app.ui.packs.pack_cell import PackCell
from app.ui.sheet_dialogs.product_form import ProductForm
from app.ui.strip import Strip
from app.ui.theme import Look
from tests.ui.dialogs.forms import World
from tests.ui.packs.agent import NOW, ZONE, Agent, phrase, source, state

FORMER = phrase("size", "亲，对比图")
MINE, THEIRS = replace(FORMER, body="亲，我的图"), replace(FORMER, body="亲，新的图")


@dataclass
class Own:
    """What is an own version, and how often that was asked."""

    own: set[str] = field(default_factory=lambda: {FORMER.id})
    has_moved: bool = False
    asked: list[list[str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    is_full: bool = False
    versions: tuple[Item, Item, Item] = (FORMER, MINE, THEIRS)
    """What the pack said before, what is there, and what the pack says."""

    def desk(self) -> OwnDesk:
        former, mine, theirs = self.versions
        return OwnDesk(
            own=self._own,
            overlay=lambda item_id: overlay(mine, theirs) if item_id in self.own else None,
            moved=lambda _id: moved(mine, former, theirs) if self.has_moved else None,
            reset=lambda _ids: frozenset({Kind.PHRASES}),
            keep_own=self._keep,
            sheet=lambda: EMPTY,
            zone=lambda: ZONE,
        )

    def _own(self, phrases: object) -> list[str]:
        ids = [one.id for one in phrases]  # type: ignore[attr-defined]
        self.asked.append(ids)
        return [one for one in ids if one in self.own]

    def _keep(self, ids: object) -> frozenset[Kind]:
        if self.is_full:
            raise NotStored(Trouble.FULL)
        self.kept += ids  # type: ignore[operator]
        self.has_moved = False
        return frozenset({Kind.PACKS})


@pytest.fixture
def own() -> Own:
    return Own()


@pytest.fixture
def marks(own: Own, look: Look, qtbot: QtBot) -> Callable[[], OwnMarks]:
    parent = QWidget()
    qtbot.addWidget(parent)
    return lambda: OwnMarks(look, own.desk(), parent)


def test_painting_asks_nobody_and_all_rows_are_asked_about_at_once(own: Own, marks: Callable[[], OwnMarks]) -> None:
    made, other = marks(), phrase("b", "乙")

    first = [made.mark(MINE), made.mark(other), made.mark(MINE)]
    made.ask()

    assert first == ["", "", ""]
    assert own.asked == [[MINE.id, other.id]]
    assert (made.mark(MINE), made.mark(other)) == (OWN, "")


def test_a_phrase_of_ones_own_is_never_asked_about(own: Own, marks: Callable[[], OwnMarks]) -> None:
    made = marks()

    made.mark(Phrase("x", "x", "x", source=PERSONAL))
    made.ask()

    assert own.asked == [[]]


def test_an_edited_phrase_is_asked_about_again(own: Own, marks: Callable[[], OwnMarks]) -> None:
    made = marks()
    made.mark(MINE)
    made.ask()
    own.own.clear()
    reset = replace(MINE, body=THEIRS.body)

    made.mark(reset)
    made.ask()

    assert made.mark(reset) == ""


def test_the_menu_leads_back_to_the_packs_words_and_to_the_comparison(
    own: Own, marks: Callable[[], OwnMarks], qtbot: QtBot
) -> None:
    own.has_moved = True
    made, parent = marks(), QWidget()
    qtbot.addWidget(parent)
    made.mark(MINE)
    made.ask()
    menu = QMenu(parent)
    made.add_to_menu(menu, [MINE])

    with qtbot.waitSignal(made.reset_wanted) as wanted:
        menu.actions()[-1].trigger()

    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Compare with the pack's new one", "Back to the pack's words"]
    assert wanted.args == [[MINE.id]]
    assert made.mark(MINE) == MOVED


def test_the_editor_shows_both_texts_and_fills_in_the_packs(own: Own, look: Look, qtbot: QtBot) -> None:
    own.has_moved = True
    hint = hint_of(look, own.desk(), MINE)
    assert hint
    qtbot.addWidget(hint)

    with qtbot.waitSignal(hint.filled) as filled:
        hint.take.click()

    shown = hint.difference.toPlainText()
    assert "我" in shown
    assert "新" in shown
    assert filled.args
    assert filled.args[0].body == THEIRS.body
    assert "the pack has changed it since" in hint.said.text()


def test_keeping_ones_own_takes_only_the_hint_away(own: Own, look: Look, qtbot: QtBot) -> None:
    own.has_moved = True
    hint = OwnHint(look, own.desk(), MINE, overlay(MINE, THEIRS))  # type: ignore[arg-type]
    qtbot.addWidget(hint)

    hint.keep.click()

    assert own.kept == [MINE.id]
    assert not hint.keep.isVisibleTo(hint)
    assert hint.said.text().startswith("This is your own version:")


@pytest.fixture
def world() -> World:
    return World()


def test_the_form_of_a_product_says_that_it_is_ones_own_and_takes_the_packs_by_one_key(
    own: Own, look: Look, qtbot: QtBot, world: World
) -> None:
    theirs = replace(world.sheet.products["cup"], price=Decimal(59))
    mine = replace(theirs, price=Decimal(49), name="我的杯子")
    own.own, own.versions, own.has_moved = {"cup"}, (replace(theirs, price=Decimal(69)), mine, theirs), True
    form = ProductForm(look, world.desk(), world.drafts, mine, is_new=False)
    qtbot.addWidget(form)
    hint = hint_of(look, own.desk(), mine)
    assert hint
    form.column.insertWidget(0, hint)
    hint.filled.connect(form.show_entry)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)

    qtbot.keyClick(form, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)

    assert "the pack has changed it since" in hint.said.text()
    assert "49" in hint.difference.toPlainText()
    assert form.read() == (theirs, [])
    assert form.is_changed


def test_a_full_disk_is_said_in_the_hint(own: Own, look: Look, qtbot: QtBot) -> None:
    own.has_moved = own.is_full = True
    hint = OwnHint(look, own.desk(), MINE, overlay(MINE, THEIRS))  # type: ignore[arg-type]
    qtbot.addWidget(hint)

    hint.keep.click()

    assert "disk" in hint.trouble.text().lower()


def test_a_phrase_as_its_pack_says_it_has_no_hint(own: Own, look: Look) -> None:
    own.own.clear()

    assert hint_of(look, own.desk(), FORMER) is None


def test_a_fresh_cell_becomes_a_drawing_where_it_is_narrow_and_a_silent_one_keeps_its_words(
    look: Look, qtbot: QtBot
) -> None:
    strip, agent = Strip(look), Agent(states=[state()])
    qtbot.addWidget(strip)
    cell = PackCell(look, agent.news_desk())
    strip.add(cell)
    strip.set_hotkeys(is_paused=False)
    strip.set_last("催付·最后 5 分钟提醒")
    strip.resize(240, 28)
    strip.show()
    cell.refresh()
    strip.share()
    fresh = cell.text()

    agent.states = [state(source(), reach=Reach(NOW, ShareTrouble(Fault.NO_ANSWER, "nas"), 4))]
    cell.refresh()
    strip.share()

    assert fresh == ""
    assert cell.text() == "Packs offline since 12:00"


def test_without_a_source_there_is_no_cell(look: Look, qtbot: QtBot) -> None:
    cell = PackCell(look, Agent().news_desk())
    qtbot.addWidget(cell)

    cell.refresh()

    assert cell.isHidden()
