"""Chords: read, written, refused, suggested."""

import pytest

from app.core import hotkeys
from app.core.hotkeys import BadChord, Chord
from app.core.settings import HOTKEYS


@pytest.mark.parametrize("text", ["Ctrl+Alt+Space", "Ctrl+Alt+Shift+PageUp", "F5", "Alt+`", "Ctrl+Alt+1"])
def test_what_is_written_reads_back(text: str) -> None:
    assert str(Chord.parse(text.lower())) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "unreadable"),
        ("Ctrl+", "unreadable"),
        ("Ctrl+Foo+1", "unreadable"),
        ("A", "no_modifier"),
        ("Shift+A", "no_modifier"),
        ("Ctrl+C", "editing"),
        ("Ctrl+Space", "input_method"),
        ("Ctrl+Shift+F", "input_method"),
        ("F12", "system"),
        ("Win+V", "system"),
    ],
)
def test_chords_that_belong_to_others_are_refused(text: str, reason: str) -> None:
    with pytest.raises(BadChord) as bad:
        hotkeys.check(Chord.parse(text))

    assert bad.value.reason == reason


def test_every_default_is_allowed() -> None:
    for text in HOTKEYS.values():
        assert str(hotkeys.check(Chord.parse(text))) == text


def test_suggestions_are_allowed_and_not_taken() -> None:
    wanted = Chord.parse("Ctrl+Alt+Space")
    taken: set[Chord] = {wanted}

    while chord := hotkeys.suggest(wanted, taken):
        assert chord not in taken
        assert hotkeys.check(chord) == chord
        taken.add(chord)

    assert len(taken) > 20
