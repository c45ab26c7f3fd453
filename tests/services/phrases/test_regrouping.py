import pytest

from app.core.changes import NOTHING
from app.core.phrases.phrase import MAX_GROUP_DEPTH, BadPhrase
from app.core.storage import NotStored, Trouble
from app.services.phrases.undoing import Did
from tests.phrases import phrase
from tests.services.phrases.test_library import AFTER, PRE, Desk, some

DEEP = ("售前", "欢迎")


def test_a_group_gets_another_name_with_all_below_it_and_one_undo_gives_it_back() -> None:
    desk = Desk(*some(2), phrase(3, DEEP, 4096), phrase(4, AFTER, 8192))
    before = desk.state()

    desk.library.rename_group(PRE, ("接待",))
    step, renamed = desk.library.undoable, desk.state()
    desk.library.undo()

    assert {one.id: one.group for one in renamed.values()} == {
        "p1": ("接待",), "p2": ("接待",), "p3": ("接待", "欢迎"), "p4": AFTER,
    }  # fmt: skip
    assert step is not None
    assert (step.did, step.count) == (Did.RENAMED, 3)
    assert desk.state() == before


def test_what_joins_a_group_stands_behind_what_was_there() -> None:
    desk = Desk(*some(2), *some(2, AFTER, 3))

    desk.library.rename_group(PRE, AFTER)

    assert desk.order(AFTER) == ["p3", "p4", "p1", "p2"]
    assert desk.library.undoable is not None
    assert desk.library.undoable.did is Did.JOINED
    assert desk.order(PRE) == []


def test_a_group_keeps_its_place_and_order_under_its_new_name() -> None:
    desk = Desk(*some(2), *some(1, AFTER, 3))

    desk.library.rename_group(PRE, ("接待",))

    assert [node.name for node in desk.library.groups()] == ["接待", "售后"]
    assert desk.order(("接待",)) == ["p1", "p2"]


def test_a_group_can_be_put_into_itself() -> None:
    desk = Desk(*some(1), phrase(2, DEEP, 4096))

    desk.library.rename_group(PRE, DEEP)

    assert {one.id: one.group for one in desk.state().values()} == {"p1": DEEP, "p2": (*DEEP, "欢迎")}
    assert desk.library.undoable is not None
    assert desk.library.undoable.did is Did.RENAMED


def test_what_lies_in_the_bin_comes_back_into_the_group_of_the_new_name() -> None:
    desk = Desk(*some(2))
    desk.library.delete(["p1"])

    desk.library.rename_group(PRE, ("接待",))
    step = desk.library.undoable
    desk.library.restore(["p1"])

    assert desk.order(("接待",)) == ["p1", "p2"]
    assert step is not None
    assert step.count == 1


@pytest.mark.parametrize("name", [(), PRE])
def test_no_name_or_the_same_changes_nothing(name: tuple[str, ...]) -> None:
    desk = Desk(*some(2))

    changed = desk.library.rename_group(PRE, name)

    assert changed == NOTHING
    assert desk.library.undoable is None


def test_a_path_that_becomes_too_deep_is_refused_as_a_whole() -> None:
    desk = Desk(*some(1), phrase(2, DEEP, 4096))
    before = desk.state()

    with pytest.raises(BadPhrase) as refused:
        desk.library.rename_group(PRE, tuple("abcdefgh")[:MAX_GROUP_DEPTH])

    assert refused.value.rule == "too_deep"
    assert desk.state() == before


def test_what_could_not_be_stored_leaves_the_group_as_it_was() -> None:
    desk = Desk(*some(2))
    desk.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        desk.library.rename_group(PRE, AFTER)

    assert desk.order(PRE) == ["p1", "p2"]
    assert desk.library.undoable is None


def test_a_group_that_nothing_lies_in_any_more_has_no_name_to_change() -> None:
    desk = Desk(*some(1))
    desk.library.delete(["p1"])

    changed = desk.library.rename_group(PRE, AFTER)

    assert changed == NOTHING
    assert desk.state()["p1"].group == PRE
