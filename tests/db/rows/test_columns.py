"""Whole columns of a table: the same values as one by one."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from db.phrase_fields import microseconds, moment
from db.rows.columns import Known, moments

MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda at: microseconds(at.replace(tzinfo=UTC)))  # noqa: DTZ001


@given(st.lists(MOMENTS, min_size=1, max_size=6))
def test_moments_of_a_column_are_exact_in_every_century(column: list[int]) -> None:
    assert list(moments(column)) == [moment(value) for value in column]


def test_what_comes_again_is_made_once() -> None:
    made: list[str] = []
    known = Known(lambda value: made.append(value) or value.upper())

    values = [known[value] for value in ("a", "b", "a")]

    assert (values, made) == (["A", "B", "A"], ["a", "b"])
