"""Formats, keys and layouts that need no Windows."""

import ctypes
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from app.core.desktop import Clip
from app.core.hotkeys import KEYS, Chord
from app.system.windows import formats, hotkeys, keys, win32
from app.system.windows.desktop import program_name

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))


@given(TEXTS)
def test_text_survives_the_way_to_windows_and_back(text: str) -> None:
    assert formats.from_utf16(formats.to_utf16(text)) == text


def test_line_ends_become_those_of_windows() -> None:
    assert formats.to_utf16("a\nb\r\nc").decode("utf-16-le") == "a\r\nb\r\nc\0"


def test_text_ends_at_its_first_nul() -> None:
    assert formats.from_utf16("ab\0rest".encode("utf-16-le") + b"x") == "ab"


@given(TEXTS)
def test_html_survives_the_way_to_windows_and_back(text: str) -> None:
    html = text.replace("<!--", "").encode()

    assert formats.from_cf_html(formats.to_cf_html(html)) == html


def test_the_marks_of_html_that_has_them_are_kept() -> None:
    html = b"<html><body>before<!--StartFragment-->inside<!--EndFragment-->after</body></html>"

    packed = formats.to_cf_html(html)

    assert html in packed
    assert formats.from_cf_html(packed) == b"inside"


@pytest.mark.parametrize(
    "broken", [b"", b"\0", b"StartFragment:x\nEndFragment:9", b"StartFragment:9999\nEndFragment:5"]
)
def test_broken_html_is_nothing(broken: bytes) -> None:
    assert formats.from_cf_html(broken) == b""


@pytest.mark.parametrize(
    "uri",
    ["file:///C:/Users/%E5%BC%A0%E4%B8%89/a%20b.png", "file://server/share/%E5%9B%BE.png"],
    ids=["drive", "share"],
)
def test_files_survive_the_way_to_windows_and_back(uri: str) -> None:
    listed = f"{uri}\r\n".encode()

    assert formats.from_drop_files(formats.to_drop_files(listed)) == listed


@pytest.mark.parametrize("broken", [b"", b"abc", bytes(20), b"\xff" * 40])
def test_a_broken_list_of_files_is_no_error(broken: bytes) -> None:
    assert isinstance(formats.from_drop_files(broken), bytes)


def test_a_clip_can_be_had_in_its_formats_and_a_picture_as_a_bitmap_too() -> None:
    clip = Clip({Clip.TEXT: b"x", "application/x-unknown": b"y", Clip.PNG: b"z"})

    assert formats.names(clip) == (formats.TEXT, formats.PNG, formats.DIB)


def test_a_transparent_picture_becomes_a_bitmap_on_white() -> None:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")

    dib = formats.encode(Clip({Clip.PNG: buffer.data().data()}), formats.DIB)

    assert int.from_bytes(dib[:4], "little") == 40
    assert dib[40:43] == b"\xff\xff\xff"


def test_a_broken_picture_has_no_bitmap() -> None:
    assert formats.to_dib(b"no picture") == b""


def test_a_picture_ends_where_it_ends_whatever_memory_follows() -> None:
    natives = {formats.PNG: b"head IEND\xaeB`\x82\0\0\0", formats.RTF: b"{\\rtf1}\0\0"}

    assert formats.decode(natives) == {Clip.PNG: b"head IEND\xaeB`\x82", Clip.RTF: b"{\\rtf1}"}


def test_every_key_has_a_code_and_no_two_share_one() -> None:
    codes = [hotkeys.virtual_key(key) for key in KEYS]

    assert len(set(codes)) == len(KEYS)


def test_modifiers_add_up_as_windows_wants_them() -> None:
    assert hotkeys.modifiers(Chord.parse("Ctrl+Alt+K")) == 0x3
    assert hotkeys.modifiers(Chord.parse("Shift+Win+K")) == 0xC


def test_layouts_are_those_of_64_bit_windows() -> None:
    assert ctypes.sizeof(win32.INPUT) == 40
    assert ctypes.sizeof(win32.GUITHREADINFO) == 72
    assert ctypes.sizeof(win32.WNDCLASS) == 72


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows it can be called")
def test_elsewhere_a_function_of_windows_says_what_it_is() -> None:
    with pytest.raises(OSError, match="user32"):
        win32.GetForegroundWindow()


def test_a_letter_outside_the_basic_plane_is_two_units_each_pressed_and_released() -> None:
    typed = [(event.ki.wScan, event.ki.dwFlags) for event in keys.letters("😊")]

    assert typed == [(0xD83D, 4), (0xD83D, 6), (0xDE0A, 4), (0xDE0A, 6)]


def test_a_chord_is_released_in_reverse_and_insert_is_not_the_number_pads() -> None:
    pressed = [(event.ki.wVk, event.ki.dwFlags) for event in keys.chord(0x10, 0x2D)]

    assert pressed == [(0x10, 0), (0x2D, 1), (0x2D, 3), (0x10, 2)]


def test_a_text_is_typed_in_short_batches_and_a_line_break_is_shift_enter() -> None:
    typed = list(keys.batches("a" * 33 + "\r\nb"))

    assert [len(batch) for batch in typed] == [64, 2, 4, 2]
    assert [event.ki.wVk for event in typed[2]] == [0x10, 0x0D, 0x0D, 0x10]


def test_a_program_is_named_by_its_executable() -> None:
    assert program_name(r"C:\Program Files\AliWorkbench\AliWorkbench.EXE") == "aliworkbench"
    assert program_name("") == ""
