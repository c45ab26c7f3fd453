"""The quick frozen values against those of the standard library."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any

import msgspec
import pytest

from app.core import values

Decorator = Callable[[type], Any]
STANDARD: Decorator = dataclasses.dataclass(frozen=True, slots=True)
QUICK: Decorator = values.dataclass(frozen=True, slots=True)
BOTH = pytest.mark.parametrize("decorator", [STANDARD, QUICK], ids=["standard", "quick"])


def made(decorator: Decorator) -> Any:
    class Parcel:
        """A parcel."""

        number: str
        weight: int = 3
        marks: tuple[str, ...] = ()
        inside: dict[str, int] = field(default_factory=dict)
        buyer: str = field(default="", repr=False)
        note: str = field(default="", compare=False)

        @property
        def is_heavy(self) -> bool:
            return self.weight > 10

    return decorator(Parcel)


@values.dataclass(frozen=True, slots=True)
class Kept:
    """It stands in a module, where it can be found again."""

    name: str
    count: int = 0


@values.dataclass(frozen=True, slots=True)
class Nothing:
    """It has no fields."""


@values.dataclass(frozen=True, slots=True)
class Tidied:
    """It has something to do after it was made."""

    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name.strip())


@values.dataclass(frozen=True, slots=True)
class Named:
    """It says itself what it is."""

    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and other.name.casefold() == self.name.casefold()

    def __hash__(self) -> int:
        return hash(self.name.casefold())


@values.dataclass(frozen=True, slots=True)
class Below(Kept):
    """It has the fields of another one."""

    place: str = "here"


@BOTH
def test_a_value_is_made_by_place_by_name_and_by_default(decorator: Decorator) -> None:
    parcel = made(decorator)

    found = parcel("1", 20, buyer="林")

    assert (found.number, found.weight, found.marks, found.inside, found.buyer) == ("1", 20, (), {}, "林")
    assert found.is_heavy
    assert parcel("1").inside is not parcel("1").inside


@BOTH
@pytest.mark.parametrize("given", [{}, {"number": "1", "colour": "red"}])
def test_a_wrong_argument_is_refused_by_its_name(decorator: Decorator, given: dict[str, str]) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\).*(number|colour)"):
        made(decorator)(**given)


@BOTH
def test_equal_values_are_equal_and_have_one_hash(decorator: Decorator) -> None:
    parcel = made(decorator)
    one, same, other = (parcel("1", inside=(), note="a"), parcel("1", inside=(), note="b"), parcel("2", inside=()))

    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != made(decorator)("1", inside=())  # of another class
    assert one != ("1", 3, (), (), "")


@BOTH
def test_a_representation_leaves_out_what_is_hidden(decorator: Decorator) -> None:
    found = repr(made(decorator)("1", buyer="林"))

    assert found.endswith("Parcel(number='1', weight=3, marks=(), inside={}, note='')")


@BOTH
def test_nothing_of_a_value_can_be_changed(decorator: Decorator) -> None:
    found = made(decorator)("1")

    with pytest.raises(FrozenInstanceError, match="'weight'"):
        found.weight = 4
    with pytest.raises(FrozenInstanceError, match="'weight'"):
        del found.weight
    assert found.weight == 3


def test_nothing_can_be_added_to_a_value() -> None:
    with pytest.raises(FrozenInstanceError, match="'colour'"):
        Kept("1").colour = "red"  # type: ignore[attr-defined]


@BOTH
def test_the_standard_library_knows_it_as_its_own(decorator: Decorator) -> None:
    parcel = made(decorator)

    assert is_dataclass(parcel)
    assert [one.name for one in fields(parcel)] == ["number", "weight", "marks", "inside", "buyer", "note"]
    assert replace(parcel("1"), weight=4).weight == 4
    assert parcel.__match_args__ == ("number", "weight", "marks", "inside", "buyer", "note")
    assert parcel.__slots__ == ("number", "weight", "marks", "inside", "buyer", "note")
    assert parcel.__dataclass_params__.frozen


def test_a_value_can_be_copied_and_pickled() -> None:
    kept = Kept("a", 2)

    assert pickle.loads(pickle.dumps(kept)) == kept
    assert copy.deepcopy(kept) == kept
    assert copy.copy(kept) == kept


def test_a_value_without_fields_is_equal_to_its_like() -> None:
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert repr(Nothing()) == "Nothing()"


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Named("a")) == "<a>"
    assert Named("a") == Named("A")
    assert hash(Named("a")) == hash(Named("A"))


def test_what_is_to_be_done_after_it_was_made_is_done() -> None:
    assert Tidied(" a ").name == "a"


def test_a_class_below_another_has_the_fields_of_both() -> None:
    below = Below("a", 1)

    assert (below.name, below.count, below.place) == ("a", 1, "here")
    with pytest.raises(FrozenInstanceError):
        below.place = "there"  # type: ignore[misc]


def test_json_is_read_into_it_before_the_first_one_is_made() -> None:
    kept = msgspec.json.Decoder(Kept).decode('{"name": "a"}')

    assert kept == Kept("a")


def test_other_options_are_those_of_the_standard_library() -> None:
    @values.dataclass
    class Open:
        """It can be changed."""

        name: str

    @values.dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """It has an order."""

        number: int

    found = Open("a")
    found.name = "b"

    assert found == Open("b")
    assert Ordered(1) < Ordered(2)


def test_a_class_without_a_docstring_as_in_the_bundle_is_not_taken_apart_for_one() -> None:
    class Bare:
        number: str

    assert QUICK(Bare).__doc__ == "Bare"
