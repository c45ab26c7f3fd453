"""The clipboard, on a real Windows desktop (or Wine's), with another program reading, writing and locking it."""

import struct
import sys

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from app.core.desktop import Clip, PasteKey
from app.system.windows import board, formats, keeping
from app.system.windows.keeping import Keeping
from tests.system.windows.room import Hand, Room, came, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")

TEXT, DIB, FILES = 13, 8, 15
HELLO = formats.to_utf16("旧的内容\r\n第二行")
OFFERED = Clip.of_text("亲，在的\n第二行")


def picture() -> bytes:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(0xFF3366CC)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def bitmap() -> bytes:
    return struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 32, 0, 16, 0, 0, 0, 0) + bytes(range(16))


CONTENTS = {
    "text": {TEXT: HELLO},
    "html": {TEXT: HELLO, "HTML_Format": formats.to_cf_html("<b>旧</b>".encode())},
    "rtf": {TEXT: HELLO, "Rich_Text_Format": b"{\\rtf1 old}\0"},
    "bitmap": {DIB: bitmap()},
    "files": {FILES: formats.to_drop_files(b"file:///C:/a%20b.txt\r\n"), "Preferred_DropEffect": b"\x02\0\0\0"},
    "nothing": {},
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_what_lay_there_is_given_back_byte_for_byte(room: Room, hand: Hand, content: dict[object, bytes]) -> None:
    hand.put(*(word for name, raw in content.items() for word in (name, raw.hex())))
    kept = came(room.clipboard.keep())
    offer = room.clipboard.offer(OFFERED, hand.window)
    assert until(offer.is_ready)
    assert hand.read(TEXT) == formats.to_utf16(OFFERED.text)

    was_given_back = room.clipboard.give_back(kept, offer)

    assert kept.is_whole
    assert was_given_back
    assert {name: hand.read(name) for name in content} == content
    assert content or hand.read(TEXT) == b""


def test_an_image_of_another_program_comes_back(room: Room, hand: Hand) -> None:
    hand.put("PNG", picture().hex())
    kept = came(room.clipboard.keep())
    offer = room.clipboard.offer(OFFERED, hand.window)

    room.clipboard.give_back(kept, offer)

    assert kept.formats[Clip.PNG] == picture()
    assert hand.read("PNG") == picture()


def test_text_is_kept_with_plain_line_ends(room: Room, hand: Hand) -> None:
    hand.put(TEXT, HELLO.hex(), "HTML_Format", formats.to_cf_html("<b>旧</b>".encode()).hex())

    kept = came(room.clipboard.keep())

    assert kept.text == "旧的内容\n第二行"
    assert kept.formats[Clip.HTML].decode() == "<b>旧</b>"


def test_content_that_is_marked_hidden_is_not_read(room: Room, hand: Hand) -> None:
    hand.put(TEXT, HELLO.hex(), board.HIDDEN, "01")

    kept = came(room.clipboard.keep())

    assert kept.formats == {}
    assert not kept.is_whole


def test_a_format_over_the_cap_is_left_out_and_told(room: Room, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.put(TEXT, HELLO.hex(), DIB, bitmap().hex())
    monkeypatch.setattr(keeping, "CAP", 30)

    kept = came(room.clipboard.keep())

    assert kept.text == "旧的内容\n第二行"
    assert DIB not in kept.natives
    assert not kept.is_whole


def test_a_program_that_does_not_render_what_it_promised_does_not_hang_us(room: Room, hand: Hand) -> None:
    hand.put(TEXT, HELLO.hex(), "Rich_Text_Format", "-")
    hand.send("hang", 2)

    kept = came(room.clipboard.keep())

    assert not kept.is_whole
    assert kept.text == "旧的内容\n第二行"
    assert hand.answer() == "awake"


def test_a_locked_clipboard_is_waited_for_and_kept_when_it_is_free(room: Room, hand: Hand) -> None:
    hand.put(TEXT, HELLO.hex())
    hand.lock()
    pending = room.clipboard.keep()
    was_done = until(pending.is_done, 100)

    hand.unlock()

    assert not was_done
    assert came(pending).text == "旧的内容\n第二行"


def test_an_offer_lies_there_as_soon_as_the_clipboard_is_free(room: Room, hand: Hand) -> None:
    hand.lock()
    offer = room.clipboard.offer(OFFERED, None)
    was_ready = until(offer.is_ready, 100)

    hand.unlock()

    assert not was_ready
    assert until(offer.is_ready)
    assert hand.read(TEXT) == formats.to_utf16(OFFERED.text)


def test_an_offer_fails_where_the_clipboard_stays_locked(room: Room, hand: Hand) -> None:
    hand.lock()

    offer = room.clipboard.offer(OFFERED, None)

    assert until(offer.has_failed)
    assert not offer.is_ready()
    hand.unlock()


def test_a_later_offer_takes_the_place_of_one_that_waits(room: Room, hand: Hand) -> None:
    hand.lock()
    first = room.clipboard.offer(OFFERED, None)
    second = room.clipboard.copy(Clip.of_text("later"))

    hand.unlock()

    assert first.has_failed()
    assert until(second.is_ready)
    assert hand.read(TEXT) == formats.to_utf16("later")


def test_what_was_to_be_given_back_while_the_clipboard_was_locked_comes_back_afterwards(room: Room, hand: Hand) -> None:
    offer = room.clipboard.offer(OFFERED, None)
    hand.lock()
    was_given_back = room.clipboard.give_back(Clip.of_text("old"), offer)
    kept_meanwhile = came(room.clipboard.keep())

    hand.unlock()

    assert was_given_back
    assert kept_meanwhile.text == "old"
    assert until(lambda: not offer.is_ours())
    assert hand.read(TEXT) == formats.to_utf16("old")


def test_an_offer_is_taken_once_the_target_has_asked_and_been_quiet(room: Room, hand: Hand) -> None:
    offer = room.clipboard.offer(OFFERED, hand.window)
    was_taken = offer.is_taken()

    hand.get(TEXT)

    assert not was_taken
    assert not offer.is_taken()
    assert until(offer.is_taken, 700)


def test_a_read_before_the_paste_key_is_not_taken_for_the_targets(room: Room, hand: Hand) -> None:
    window = hand.window
    offer = room.clipboard.offer(OFFERED, window)
    hand.get(TEXT)

    room.keys.press(PasteKey.CTRL_V, window)

    assert not until(offer.is_taken, 500)
    assert until(offer.is_taken)


def test_what_a_stranger_reads_may_be_taken_away_only_late(room: Room, hand: Hand, notepad: object) -> None:
    offer = room.clipboard.offer(OFFERED, notepad.window)  # type: ignore[attr-defined]

    hand.get(TEXT)

    assert not until(offer.is_taken, 500)
    assert until(offer.is_taken)


def test_what_somebody_copied_meanwhile_is_not_touched(room: Room, hand: Hand) -> None:
    offer = room.clipboard.offer(OFFERED, None)
    hand.put(TEXT, formats.to_utf16("new").hex())

    was_given_back = room.clipboard.give_back(Clip.of_text("old"), offer)

    assert not offer.is_ours()
    assert not was_given_back
    assert hand.read(TEXT) == formats.to_utf16("new")


def test_an_offer_is_hidden_from_history_and_cloud_and_what_is_given_back_too(room: Room, hand: Hand) -> None:
    marks = ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard")
    offer = room.clipboard.offer(OFFERED, None)
    on_offer = [hand.read(mark) for mark in marks], hand.read(board.HIDDEN)

    room.clipboard.give_back(Clip.of_text("old"), offer)

    assert on_offer == ([bytes(4), bytes(4)], b"\1")
    assert [hand.read(mark) for mark in marks] == [bytes(4), bytes(4)]
    assert hand.read(board.HIDDEN) == b""


def test_a_copied_text_is_an_ordinary_one_and_outlives_us(room: Room, hand: Hand) -> None:
    room.clipboard.copy(Clip({Clip.TEXT: b"copied", Clip.HTML: b"<i>copied</i>"}))

    room.messages.close()

    assert hand.read(TEXT) == formats.to_utf16("copied")
    assert hand.read("HTML_Format") == formats.to_cf_html(b"<i>copied</i>")
    assert hand.read(board.HIDDEN) == b""


def test_an_offer_that_still_lies_there_when_we_go_is_written_out(room: Room, hand: Hand) -> None:
    room.clipboard.offer(OFFERED, None)

    room.messages.close()

    assert hand.read(TEXT) == formats.to_utf16(OFFERED.text)


def test_a_picture_is_offered_as_it_is_and_as_a_bitmap(room: Room, hand: Hand) -> None:
    room.clipboard.offer(Clip({Clip.PNG: picture()}), hand.window)

    png, dib = hand.read("PNG"), hand.read(DIB)

    assert png == picture()
    size, width, height = struct.unpack_from("<Iii", dib)
    assert (size, width, abs(height)) == (40, 8, 8)


def test_what_is_ours_is_known_without_reading(room: Room) -> None:
    room.clipboard.offer(OFFERED, None)

    kept = came(room.clipboard.keep())

    assert kept == OFFERED
    assert came(Keeping()).formats == {}
