from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.core.changes import NOTHING, Kind
from app.core.phrases.phrase import BadPhrase, Image, Phrase, Stage
from app.core.storage import NotStored, Trouble
from app.services.phrases.library import PHRASES, Library
from app.services.phrases.undoing import LIMIT, Did
from tests.fakes import FakeClock, FakePhrases
from tests.phrases import phrase

PRE = ("售前",)
AFTER = ("售后",)


class Index:
    """What a search index would hold, told only by `stored`."""

    def __init__(self) -> None:
        self.rows: dict[str, Phrase] = {}

    def __call__(self, changed: Collection[Phrase], removed: Collection[str]) -> None:
        self.rows |= {one.id: one for one in changed}
        for phrase_id in removed:
            self.rows.pop(phrase_id, None)


class Desk:
    """A library with everything around it."""

    def __init__(self, *phrases: Phrase) -> None:
        self.store = FakePhrases({one.id: one for one in phrases})
        self.clock = FakeClock()
        self.index = Index()
        self.index.rows = {one.id: one for one in phrases if one.deleted_at is None}
        self.ids = iter(range(1000, 10_000))
        self.library = Library(self.store, self.clock, lambda: f"new{next(self.ids)}", self.index)
        self.library.load()

    def state(self) -> dict[str, Phrase]:
        return dict(self.store.rows)

    def order(self, group: tuple[str, ...]) -> list[str]:
        return [one.id for one in self.library.shelf.in_group(group)]


def some(count: int, group: tuple[str, ...] = PRE, start: int = 1) -> list[Phrase]:
    return [phrase(number, group, 1024 * number) for number in range(start, start + count)]


def test_a_draft_is_kept_nowhere_until_it_is_saved() -> None:
    desk = Desk()
    draft = desk.library.draft("亲，您好", Stage.WELCOME)

    before = desk.state()
    changed = desk.library.save(draft)

    assert before == {}
    assert changed == {Kind.PHRASES}
    assert desk.store.rows[draft.id].title == "亲，您好"
    assert desk.library.undoable is not None
    assert desk.library.undoable.did is Did.CREATED


def test_saving_an_edited_phrase_keeps_uses_counted_meanwhile() -> None:
    desk = Desk(*some(1))
    in_editor = desk.library.get("p1")
    assert in_editor is not None
    desk.library.record_use("p1", desk.clock.now())

    desk.library.save(replace(in_editor, body="亲，改过了"))

    saved = desk.store.rows["p1"]
    assert (saved.body, saved.use_count, saved.last_used_at) == ("亲，改过了", 1, desk.clock.now())


def test_saving_what_did_not_change_changes_nothing() -> None:
    desk = Desk(*some(1))

    assert desk.library.save(desk.state()["p1"]) == NOTHING
    assert desk.library.undoable is None


def test_a_phrase_that_breaks_a_rule_is_not_saved() -> None:
    desk = Desk(*some(1))

    with pytest.raises(BadPhrase):
        desk.library.save(replace(desk.state()["p1"], body=" "))

    assert desk.state() == {"p1": some(1)[0]}


def test_a_phrase_saved_into_another_group_stands_at_its_end() -> None:
    desk = Desk(*some(2), *some(2, AFTER, start=3))

    desk.library.save(replace(desk.state()["p1"], group=AFTER))

    assert desk.order(AFTER) == ["p3", "p4", "p1"]


def test_many_phrases_added_at_once_stand_in_the_order_given() -> None:
    desk = Desk(*some(1))

    desk.library.add([phrase(number, PRE) for number in (9, 8, 7)])

    assert desk.order(PRE) == ["p1", "p9", "p8", "p7"]


def test_a_duplicate_stands_below_and_shares_nothing_that_only_one_may_have() -> None:
    first, second = some(2)
    desk = Desk(replace(first, codes=("cf",), hotkey="Ctrl+Alt+7", is_pinned=True, use_count=9), second)

    desk.library.duplicate(["p1"])

    copy = desk.store.rows["new1000"]
    assert desk.order(PRE) == ["p1", "new1000", "p2"]
    assert (copy.body, copy.codes, copy.hotkey, copy.is_pinned, copy.use_count) == (first.body, (), "", False, 0)


def test_dragging_a_phrase_writes_one_row() -> None:
    desk = Desk(*some(5))

    desk.library.move(["p5"], PRE, before="p2")

    assert desk.order(PRE) == ["p1", "p5", "p2", "p3", "p4"]
    assert sum(desk.store.rows[one.id] != one for one in some(5)) == 1
    assert desk.library.undoable is not None
    assert desk.library.undoable.did is Did.REORDERED


def test_moving_what_is_not_there_moves_nobody_else() -> None:
    desk = Desk(*(replace(phrase, position=0) for phrase in some(3)))

    assert desk.library.move(["gone"], PRE, before="p2") == NOTHING
    assert desk.library.reorder_pinned(["gone"]) == NOTHING
    assert desk.library.undoable is None


def test_dragging_where_no_gap_is_left_moves_as_few_neighbours_as_it_can() -> None:
    crowded = [phrase(number, PRE, number) for number in range(1, 8)]
    desk = Desk(*crowded)

    desk.library.move(["p7"], PRE, before="p2")

    assert desk.order(PRE) == ["p1", "p7", "p2", "p3", "p4", "p5", "p6"]
    assert sum(desk.store.rows[one.id] != one for one in crowded) <= 4
    assert desk.library.undoable is not None
    assert desk.library.undoable.count == 1


def test_several_phrases_move_together_in_the_order_they_stood_in() -> None:
    desk = Desk(*some(3), *some(2, AFTER, start=4))

    desk.library.move(["p3", "p1"], AFTER, before="p5")

    assert desk.order(AFTER) == ["p4", "p1", "p3", "p5"]
    assert desk.library.undoable is not None
    assert (desk.library.undoable.did, desk.library.undoable.count) == (Did.MOVED, 2)


def test_dropping_phrases_onto_themselves_changes_nothing() -> None:
    desk = Desk(*some(3))

    assert desk.library.move(["p1", "p2"], PRE, before="p2") == NOTHING
    assert desk.library.move(["p3"], PRE) == NOTHING


def test_groups_keep_their_place_when_the_first_phrase_of_one_is_dragged() -> None:
    desk = Desk(*some(2), *some(2, AFTER, start=3))

    desk.library.move(["p4"], AFTER, before="p3")

    assert [node.name for node in desk.library.groups()] == ["售前", "售后"]


def test_the_tree_of_groups_counts_what_is_below() -> None:
    desk = Desk(*some(2), phrase(3, ("售前", "尺码"), 9999), phrase(4, ("售前", "尺码", "童装"), 10_000))

    (node,) = desk.library.groups()

    assert (node.path, node.count) == (PRE, 4)
    assert [(child.name, child.count) for child in node.children] == [("尺码", 2)]
    assert node.children[0].children[0].path == ("售前", "尺码", "童装")


def test_a_group_is_shown_with_all_that_is_below_it() -> None:
    desk = Desk(*some(2), phrase(3, AFTER, 9999), phrase(4, ("售前", "尺码"), 10_000))

    assert [one.id for one in desk.library.shelf.under(PRE)] == ["p1", "p2", "p4"]
    assert [one.id for one in desk.library.shelf.under(())] == [one.id for one in desk.library.phrases()]


def test_pinned_phrases_have_the_order_in_which_they_were_pinned_or_dragged() -> None:
    desk = Desk(*some(4))
    desk.library.pin(["p3"])
    desk.library.pin(["p1", "p2"])
    desk.library.save(replace(desk.state()["p4"], is_pinned=True))

    as_pinned = [one.id for one in desk.library.pinned()]
    desk.library.reorder_pinned(["p2"], before="p3")
    as_dragged = [one.id for one in desk.library.pinned()]
    desk.library.unpin(["p3"])

    assert as_pinned == ["p3", "p1", "p2", "p4"]
    assert as_dragged == ["p2", "p3", "p1", "p4"]
    assert [one.id for one in desk.library.pinned()] == ["p2", "p1", "p4"]


def test_the_bin_takes_phrases_out_of_everything_but_itself() -> None:
    first, second = some(2)
    desk = Desk(replace(first, codes=("cf",), is_pinned=True), second)

    desk.library.delete(["p1"])

    shelf = desk.library.shelf
    assert [one.id for one in desk.library.phrases()] == ["p2"]
    assert (shelf.pinned(), shelf.with_code("cf")) == ([], [])
    assert [one.id for one in desk.library.in_bin()] == ["p1"]
    assert desk.index.rows == {"p2": second}


def test_what_is_restored_stands_where_it_stood() -> None:
    desk = Desk(*some(3))
    desk.library.delete(["p2"])

    desk.library.restore(["p2", "p3"])

    assert desk.order(PRE) == ["p1", "p2", "p3"]
    assert desk.state() == {one.id: one for one in some(3)}


def test_the_bin_forgets_after_thirty_days_and_not_a_moment_before() -> None:
    desk = Desk(*some(2))
    desk.library.delete(["p1"])
    desk.clock.go(timedelta(seconds=1))
    desk.library.delete(["p2"])

    desk.clock.go(timedelta(days=30) - timedelta(seconds=1))
    desk.library.purge_old()

    assert list(desk.state()) == ["p2"]


def test_purging_takes_only_what_is_in_the_bin() -> None:
    desk = Desk(*some(3))
    desk.library.delete(["p1", "p2"])

    desk.library.purge(["p1", "p3"])

    assert list(desk.state()) == ["p2", "p3"]
    assert desk.library.purge() == PHRASES
    assert list(desk.state()) == ["p3"]
    assert desk.library.purge() == NOTHING


def test_undo_does_not_bring_back_what_was_purged() -> None:
    desk = Desk(*some(2))
    desk.library.pin(["p1"])
    desk.library.delete(["p1", "p2"])
    desk.library.purge(["p1"])

    desk.library.undo()

    assert desk.state() == {"p2": some(2)[1]}
    assert desk.library.undo() == NOTHING


def test_pictures_of_the_bin_and_of_the_undo_are_still_needed() -> None:
    one = replace(some(1)[0], images=(Image("a.png"),))
    desk = Desk(one)
    desk.library.save(replace(one, images=(Image("b.png"),)))
    desk.library.delete(["p1"])

    assert desk.library.pictures() == {"a.png", "b.png"}
    desk.library.purge()
    assert desk.library.pictures() == frozenset()


def test_a_code_tells_its_owners_whatever_its_case() -> None:
    desk = Desk(*(replace(one, codes=("CF", f"c{one.position}")) for one in some(2)))

    assert [one.id for one in desk.library.with_code("cf")] == ["p1", "p2"]


def test_an_undo_keeps_uses_that_were_counted_since() -> None:
    desk = Desk(*some(1))
    desk.library.pin(["p1"])
    desk.library.record_use("p1", desk.clock.now())

    desk.library.undo()

    assert desk.state()["p1"] == some(1)[0].used(desk.clock.now())


def test_an_undo_is_one_transaction() -> None:
    desk = Desk(phrase(1))
    desk.library.add([replace(phrase(1), title="别的"), phrase(2)])
    put, calls = desk.store.put, []

    def put_once(phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        calls.append(len(phrases) + len(gone))
        desk.store.trouble = Trouble.FULL if len(calls) > 1 else None
        put(phrases, gone)

    desk.store.put = put_once  # type: ignore[method-assign]

    desk.library.undo()

    assert calls == [2]
    assert desk.state() == desk.index.rows == {"p1": phrase(1)}


def test_an_import_through_the_ledger_is_seen_everywhere_and_can_be_undone() -> None:
    desk = Desk(*some(1))
    ledger = desk.library.ledger

    ledger.put([phrase(7), replace(some(1)[0], title="别的")])

    assert desk.library.get("p7") == desk.index.rows["p7"] == phrase(7)
    assert {one.id for one in ledger.all()} == {"p1", "p7"}
    desk.library.undo()
    assert desk.state() == desk.index.rows == {"p1": some(1)[0]}


def test_the_oldest_steps_are_forgotten() -> None:
    desk = Desk(*some(1))
    for number in range(LIMIT + 5):
        desk.library.save(replace(desk.state()["p1"], title=f"标题 {number + 2}"))

    undone = sum(desk.library.undo() == PHRASES for _ in range(LIMIT + 5))

    assert undone == LIMIT
    assert desk.state()["p1"].title == "标题 6"


def test_what_could_not_be_stored_changes_nothing_and_can_be_tried_again() -> None:
    desk = Desk(*some(3))
    desk.library.pin(["p1"])
    before, step = desk.state(), desk.library.undoable
    desk.store.trouble = Trouble.FULL

    for attempt in (
        lambda: desk.library.delete(["p1"]),
        lambda: desk.library.move(["p3"], PRE, "p1"),
        lambda: desk.library.record_use("p1", desk.clock.now()),
        desk.library.undo,
    ):
        with pytest.raises(NotStored):
            attempt()

    assert {one.id: one for one in desk.library.shelf} == desk.index.rows == before
    assert desk.library.undoable is step
    desk.store.trouble = None
    desk.library.undo()
    assert desk.state() == {one.id: one for one in some(3)}


IDS = st.lists(st.integers(1, 8).map("p{}".format), min_size=1, max_size=4, unique=True)
GROUPS = st.sampled_from([PRE, AFTER, ("售前", "尺码"), ()])
BEFORE = st.none() | st.integers(1, 8).map("p{}".format)


class UndoIsExact(RuleBasedStateMachine):
    """Whatever is done in whatever order: memory, store and index agree, and every undo gives the state before it."""

    def __init__(self) -> None:
        super().__init__()
        self.before: list[dict[str, Phrase]] = []

    @initialize(gap=st.sampled_from([0, 1, 3, 1024]))
    def start(self, gap: int) -> None:
        self.desk = Desk(*(phrase(number, (PRE, AFTER)[number % 2], number * gap) for number in range(1, 7)))
        self.library = self.desk.library

    def do(self, verb: str, *arguments: object) -> None:
        former = self.desk.state()
        changed = getattr(self.library, verb)(*arguments)
        assert (changed == NOTHING) == (self.desk.state() == former)
        if changed:
            self.before.append(former)

    @rule(ids=IDS, verb=st.sampled_from(["delete", "restore", "pin", "unpin", "duplicate"]))
    def treat(self, ids: list[str], verb: str) -> None:
        self.do(verb, ids)

    @rule(ids=IDS, group=GROUPS, before=BEFORE)
    def move(self, ids: list[str], group: tuple[str, ...], before: str | None) -> None:
        others = [one for one in self.desk.order(group) if one not in ids]
        moved = [one.id for one in self.library.shelf.some(ids) if one.deleted_at is None]
        self.do("move", ids, group, before)
        after = self.desk.order(group)
        assert [one for one in after if one not in moved] == others
        if before in others and moved:
            at = after.index(before)
            assert set(after[at - len(moved) : at]) == set(moved)

    @rule(ids=IDS, before=BEFORE)
    def reorder_pinned(self, ids: list[str], before: str | None) -> None:
        self.do("reorder_pinned", ids, before)

    @rule(number=st.integers(1, 8), group=GROUPS, is_pinned=st.booleans(), code=st.sampled_from(["cf", "CF", "fh"]))
    def save(self, number: int, group: tuple[str, ...], is_pinned: bool, code: str) -> None:
        former = self.library.get(f"p{number}") or phrase(number)
        self.do("save", replace(former, group=group, is_pinned=is_pinned, codes=(code,)))

    @rule(numbers=st.lists(st.integers(5, 12), max_size=4, unique=True))
    def add(self, numbers: list[int]) -> None:
        self.do("add", [phrase(number, AFTER) for number in numbers])

    @rule(ids=IDS)
    def fail(self, ids: list[str]) -> None:
        former, step = self.desk.state(), self.library.undoable
        self.desk.store.trouble = Trouble.FULL
        for verb in ("delete", "duplicate", "pin"):
            try:
                assert getattr(self.library, verb)(ids) == NOTHING
            except NotStored:
                assert self.desk.state() == former
        self.desk.store.trouble = None
        assert self.library.undoable is step

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        assert self.library.undo() == PHRASES
        assert self.desk.state() == self.before.pop()

    @invariant()
    def what_can_be_undone_names_a_phrase(self) -> None:
        step = self.library.undoable
        assert step is None or (step.ids and step.count)

    @invariant()
    def memory_store_and_index_agree(self) -> None:
        rows = self.desk.state()
        in_use = {key: one for key, one in rows.items() if one.deleted_at is None}
        assert {one.id: one for one in self.library.shelf} == rows
        assert self.desk.index.rows == in_use
        assert {one.id: one for one in self.library.phrases()} == in_use
        assert {one.id for one in self.library.in_bin()} == rows.keys() - in_use.keys()
        assert sum(node.count for node in self.library.groups()) == sum(bool(one.group) for one in in_use.values())
        pins = [one.pin_position for one in self.library.pinned()]
        assert pins == sorted(pins)

    def teardown(self) -> None:
        while self.before:
            self.undo()


TestUndoIsExact = UndoIsExact.TestCase
TestUndoIsExact.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
