from dataclasses import fields

import pytest

from app.ui.palette import DARK, LIGHT, Palette, Tone
from tests.ui.contrast import contrast

GROUNDS = ("ground", "card", "selection", "hover", "keycap")
TEXTS = ("text", "muted", "accent_text", "ok", "soon", "late", "info")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_readable_on_every_ground(palette: Palette, text: str, ground: str) -> None:
    measured = contrast(getattr(palette, text), getattr(palette, ground))

    assert measured >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["mark", "mark_selected"])
def test_found_characters_are_readable_on_their_tint(palette: Palette, ground: str) -> None:
    assert contrast(palette.text, getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["button", "button_hover"])
def test_the_primary_button_is_readable(palette: Palette, ground: str) -> None:
    assert contrast(palette.button_text, getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_line_stands_out_from_the_card_and_the_ground(palette: Palette) -> None:
    assert min(contrast(palette.accent, palette.card), contrast(palette.accent, palette.ground)) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_tone_is_a_colour_of_both_palettes() -> None:
    names = {field.name for field in fields(Palette)}

    assert {tone.value for tone in Tone} <= names
    assert all(palette.of(tone).startswith("#") for palette in (LIGHT, DARK) for tone in Tone)
