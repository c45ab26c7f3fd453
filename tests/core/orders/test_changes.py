from app.core.orders.changes import ORDER_CHANGES, Wish, noted

SIZE = next(change for change in ORDER_CHANGES if change.wish is Wish.SIZE)
REFUND = next(change for change in ORDER_CHANGES if change.wish is Wish.REFUND)


def test_every_wish_is_noted_in_a_way_of_its_own():
    assert {change.wish for change in ORDER_CHANGES} == set(Wish)
    assert len({change.note for change in ORDER_CHANGES}) == len(ORDER_CHANGES)


def test_a_note_is_added_to_what_stands_there():
    assert noted(SIZE, " XL \n", "放门口\n") == "放门口\n改尺码：XL"
    assert noted(REFUND, "") == "买家不要了"


def test_a_note_is_not_written_twice():
    once = noted(REFUND, "", "放门口")

    assert noted(REFUND, "", once) == once


def test_only_the_refund_says_everything_by_itself():
    assert [change.wish for change in ORDER_CHANGES if not change.has_value] == [Wish.REFUND]
