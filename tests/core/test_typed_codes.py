"""Which typed letters are a code."""

from datetime import UTC, datetime

import pytest

from app.core.phrases.phrase import Phrase
from app.core.typed_codes import Run, TypedCode, codes_of, is_typeable, matched

CODES = {"cf": "urge", "fh7": "ship"}
NONE: frozenset[str] = frozenset()


def typed(*keys: str, window: int = 1) -> Run:
    run = Run()
    for key in keys:
        run = run.after(key, NONE, window)
    return run


@pytest.mark.parametrize("keys", [("c", "f"), ("f", "h", "7")])
def test_a_code_is_found_when_the_ending_key_comes(keys: tuple[str, ...]) -> None:
    found = matched(typed(*keys), "space", NONE, CODES)

    assert found == TypedCode("".join(keys), CODES["".join(keys)], 1)
    assert found.to_erase == len(keys) + 1


@pytest.mark.parametrize(
    "keys",
    [("x", "c", "f"), ("c",), ("c", "f", "x"), (), ("c", "left", "f"), ("c", "enter", "f")],
    ids=["longer word", "half of it", "more after it", "nothing", "moved in between", "new line in between"],
)
def test_what_is_not_exactly_a_code_is_none(keys: tuple[str, ...]) -> None:
    assert matched(typed(*keys), "space", NONE, CODES) is None


def test_a_mistake_taken_back_does_not_matter() -> None:
    assert matched(typed("c", "x", "backspace", "f"), "space", NONE, CODES)


def test_after_any_other_key_a_new_run_begins() -> None:
    assert matched(typed("x", "space", "c", "f"), "space", NONE, CODES)


def test_capital_letters_are_the_same_code() -> None:
    run = Run().after("shift", {"shift"}, 1).after("c", {"shift"}, 1).after("f", {"shift"}, 1)

    assert matched(run, "space", NONE, CODES)


def test_a_key_with_ctrl_is_no_letter() -> None:
    run = Run().after("c", {"ctrl"}, 1).after("f", NONE, 1)

    assert run.text == "f"


def test_letters_of_another_window_do_not_count() -> None:
    run = Run().after("c", NONE, 1).after("f", NONE, 2)

    assert run == Run("f", 2)


@pytest.mark.parametrize(("key", "modifiers"), [("tab", NONE), ("space", {"shift"}), ("enter", NONE)])
def test_only_an_agreed_key_alone_ends_a_code(key: str, modifiers: set[str]) -> None:
    assert matched(typed("c", "f"), key, modifiers, CODES) is None


def test_a_run_does_not_grow_without_end() -> None:
    assert len(typed(*"a" * 1000).text) < 100


def test_codes_are_those_that_can_be_typed_and_mean_one_phrase() -> None:
    phrases = [
        Phrase("urge", "催付", "亲", codes=("CF", "催", "c")),
        Phrase("ship", "发货", "亲", codes=("fh",)),
        Phrase("ship2", "发货", "亲", codes=("fh",)),
        Phrase("gone", "旧", "亲", codes=("jiu",), deleted_at=datetime(2026, 1, 1, tzinfo=UTC)),
    ]

    assert codes_of(phrases) == {"cf": "urge"}


@pytest.mark.parametrize(("code", "is_it"), [("cf", True), ("a1", True), ("a", False), ("催付", False), ("a-b", False)])
def test_a_code_is_typeable_without_an_input_method(code: str, is_it: bool) -> None:
    assert is_typeable(code) is is_it
