"""Packs and an agent in any order: what is the agent's stays the agent's, what is the pack's follows the pack."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.core.packs.overlays import PHRASE_FIELDS
from app.core.packs.pack import Item
from app.core.phrases.phrase import PERSONAL, Phrase
from tests.subscribed import SHOP, Pc, pack, phrase

NAMES = st.sampled_from("abcde")
BODIES = st.sampled_from(["亲，一", "亲，二", "亲，三"])
WORDS = st.lists(st.sampled_from(["催付", "付款", "优惠"]), max_size=2, unique=True).map(tuple)
THINGS = st.builds(lambda name, body, words: phrase(name, body, keywords=words), NAMES, BODIES, WORDS)


class Packed(RuleBasedStateMachine):
    """One PC with a phrase of its own and one pack that is published again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.pc = Pc()
        self.own = replace(phrase("own"), id="own", source=PERSONAL)
        self.pc.library.save(self.own)
        self.pc.subscribe()
        self.published: dict[str, Phrase] = {}
        self.number = 0
        self.touched: set[str] = set()
        """What the agent may have edited or thrown away: it may differ from the pack."""
        self.restored: set[str] = set()
        self.uses: dict[str, int] = {}

    @rule(things=st.lists(THINGS, min_size=1, max_size=5, unique_by=lambda one: one.id), must_read=NAMES)
    def publish(self, things: list[Phrase], must_read: str) -> None:
        self.number += 1
        self.pc.clock.go(timedelta(minutes=1))
        ids = {one.id for one in things}
        items: list[Item] = list(things)
        self.pc.take(pack(*items, number=self.number, must_read=[must_read] if f"shop/{must_read}" in ids else []))
        self.restored -= ids
        self.published = {one.id: one for one in things}

    @rule(name=NAMES, body=BODIES, words=WORDS)
    def edit(self, name: str, body: str, words: tuple[str, ...]) -> None:
        found = self.pc.library.get(f"shop/{name}")
        if found is not None and found.deleted_at is None:
            self.pc.library.save(replace(found, body=body, keywords=words))
            self.touched.add(found.id)

    @rule(name=NAMES)
    def use_and_pin(self, name: str) -> None:
        if self.pc.library.get(f"shop/{name}"):
            self.pc.library.record_use(f"shop/{name}", self.pc.clock.now())
            self.pc.library.pin([f"shop/{name}"])
            self.uses[name] = self.uses.get(name, 0) + 1

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        self.pc.library.delete([f"shop/{name}"])
        self.touched.add(f"shop/{name}")

    @rule(name=NAMES)
    def restore(self, name: str) -> None:
        if f"shop/{name}" not in self.published:
            self.restored.add(f"shop/{name}")
        self.pc.library.restore([f"shop/{name}"])

    @rule(name=NAMES)
    def reset(self, name: str) -> None:
        self.pc.overlays.reset([f"shop/{name}"])
        if f"shop/{name}" in self.published:
            self.touched.discard(f"shop/{name}")

    @rule()
    def undo(self) -> None:
        step = self.pc.library.undoable
        if step is None or "own" in step.ids:
            return
        self.touched |= {*step.before}
        self.pc.library.undo()

    @rule()
    def purge(self) -> None:
        gone = {one.id for one in self.pc.library.in_bin()}
        self.pc.library.purge()
        for key in gone:
            self.uses.pop(key.removeprefix("shop/"), None)

    @rule()
    def start_anew(self) -> None:
        self.pc.start()

    @rule()
    def confirm(self) -> None:
        self.pc.news.confirm([one.id for one in self.pc.news.must_reads()])

    @invariant()
    def memory_store_and_search_say_the_same(self) -> None:
        assert self.pc.in_step()

    @invariant()
    def the_own_phrase_is_never_touched(self) -> None:
        own = self.pc.library.get("own")
        assert own is not None
        assert replace(own, position=0) == replace(self.own, position=0)

    @invariant()
    def originals_are_what_was_published(self) -> None:
        kept = {key: one.item for key, one in self.pc.store.originals(SHOP).items() if one.withdrawn_at is None}
        assert {key: said(item) for key, item in kept.items()} == {
            key: said(item) for key, item in self.published.items()
        }

    @invariant()
    def what_nobody_edited_is_the_packs(self) -> None:
        for key, item in self.published.items():
            found = self.pc.library.get(key)
            if key not in self.touched:
                assert found is not None
                assert said(found) == said(item)

    @invariant()
    def what_was_withdrawn_is_not_in_use(self) -> None:
        in_use = {one.id for one in self.pc.library.phrases()} - {"own"}
        assert in_use <= self.published.keys() | self.restored

    @invariant()
    def use_is_counted_for_ever(self) -> None:
        for name, count in self.uses.items():
            found = self.pc.library.get(f"shop/{name}")
            assert found is not None
            assert found.use_count == count

    @invariant()
    def a_hint_is_of_something_that_differs(self) -> None:
        for hint in self.pc.overlays.all_moved():
            assert any(getattr(hint.own, name) != getattr(hint.original, name) for name in hint.fields)

    @invariant()
    def of_one_thing_one_must_read_waits(self) -> None:
        waiting = [one.difference.item_id for one in self.pc.news.must_reads()]
        assert len(waiting) == len(set(waiting))


def said(item: Item) -> tuple[object, ...]:
    """What a pack says of a phrase."""
    return tuple(getattr(item, name) for name in PHRASE_FIELDS)


TestPacked = Packed.TestCase
TestPacked.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
