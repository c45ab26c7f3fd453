import struct

from tools.make_art import PNG_FROM, SIZES, drawn, ico


def test_the_icon_holds_every_size_and_each_can_be_read_back(qapp):
    content = ico([drawn(side) for side in SIZES])

    reserved, kind, count = struct.unpack_from("<HHH", content)
    entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * number) for number in range(count)]
    assert (reserved, kind, count) == (0, 1, len(SIZES))
    assert [entry[0] or 256 for entry in entries] == list(SIZES)
    for side, (_wide, _high, _colours, _zero, _planes, bits, length, offset) in zip(SIZES, entries, strict=True):
        body = content[offset : offset + length]
        assert bits == 32
        assert body.startswith(b"\x89PNG") == (side >= PNG_FROM)
    assert entries[-1][-1] + entries[-1][-2] == len(content)


def test_small_sizes_are_bottom_up_bitmaps_with_transparent_corners(qapp):
    side = 16
    content = ico([drawn(side)])

    header, wide, high = struct.unpack_from("<Iii", content, 22)
    pixels = content[22 + header : 22 + header + side * side * 4]
    assert (wide, high) == (side, 2 * side)
    assert pixels[3] == 0
    assert any(pixels[place] == 255 for place in range(3, len(pixels), 4))
