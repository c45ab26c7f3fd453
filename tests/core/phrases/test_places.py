from hypothesis import given
from hypothesis import strategies as st

from app.core.phrases.places import STEP, at_end, moved

NAMES = [f"n{number}" for number in range(9)]
ORDERS = st.lists(st.integers(-9, 9), max_size=9).map(lambda places: dict(zip(NAMES, sorted(places), strict=False)))


@given(
    order=ORDERS,
    moving=st.lists(st.sampled_from([*NAMES, "x", "y"]), min_size=1, max_size=4, unique=True),
    data=st.data(),
)
def test_the_moved_ones_stand_where_they_were_put_and_nothing_else_changes_its_order(
    order: dict[str, int], moving: list[str], data: st.DataObject
) -> None:
    before = data.draw(st.none() | st.sampled_from(NAMES))
    floor = data.draw(st.none() | st.just(min(order.values(), default=0) - 1))
    rest = [name for name in order if name not in moving]

    changed = moved(order, moving, before, floor)

    after = {**order, **changed}
    result = sorted(after, key=lambda name: after[name])
    touched = [after[name] for name in result if name in changed or name in moving]
    assert touched == sorted(set(touched))
    if before in rest:
        at = rest.index(before)
        wanted = [*rest[:at], *moving, *rest[at:]]
    elif before in moving and before in order:
        at = sum(name not in moving for name in list(order)[: list(order).index(before)])
        wanted = [*rest[:at], *moving, *rest[at:]]
    else:
        wanted = [*rest, *moving]
    assert sorted(after, key=lambda name: (after[name], wanted.index(name))) == wanted
    assert floor is None or all(place > floor for place in changed.values())


def test_where_there_is_room_only_the_moved_ones_change() -> None:
    order = {name: STEP * number for number, name in enumerate(NAMES)}

    changed = moved(order, ["n7", "n8"], "n1")

    assert list(changed) == ["n7", "n8"]
    assert 0 < changed["n7"] < changed["n8"] < STEP


def test_a_thousand_drops_into_the_same_place_keep_the_order() -> None:
    order = {"first": 0, "last": STEP}
    written = 0

    for number in range(1000):
        changed = moved(order, [f"n{number}"], "last")
        written += len(changed)
        order = dict(sorted({**order, **changed}.items(), key=lambda item: item[1]))

    assert list(order) == ["first", *(f"n{number}" for number in range(1000)), "last"]
    assert written < 3000


def test_nothing_is_written_where_nothing_moves() -> None:
    assert moved({"a": 1, "b": 2, "c": 3}, ["b"], "c") == {}
    assert moved({"a": 1, "b": 2, "c": 3}, ["c"]) == {}


def test_things_put_down_at_the_end_leave_gaps() -> None:
    assert at_end(5, ["a", "b"]) == {"a": 5 + STEP, "b": 5 + 2 * STEP}
