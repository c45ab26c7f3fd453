"""Phrases into a file: which ones, what is told before, and what is written."""

from dataclasses import replace

import pytest

from app.core.imports.exports import Loss, LossCount, Manner, Target
from app.core.imports.reading import Cancelled, Found, Spot, Watch
from app.core.phrases.phrase import Image
from app.core.settings import Language, Settings
from app.core.sheet.sheet import EMPTY
from app.core.storage import NotWritten, Trouble
from app.services.phrases.exporting import Exporting
from tests.phrases import phrase

ROWS = (
    phrase(1, ("售前",)),
    phrase(2, ("售前", "催付")),
    phrase(3, ("售后",), images=(Image("a.png"),)),
    phrase(4, ("售前催付",)),
)


class Disk:
    """Carries title and text of a phrase and writes down what it was asked to write."""

    def __init__(self):
        self.written = []
        self.trouble = None

    def carry(self, _target, phrases, _manner):
        return [(Found(each.body, Spot(), each.title),) for each in phrases]

    def write(self, path, target, phrases, manner, watch):
        watch.step(0, len(phrases))
        if self.trouble:
            raise NotWritten(path, self.trouble)
        self.written.append((path, target, [each.id for each in phrases], manner))
        return 42


@pytest.fixture
def disk():
    return Disk()


def exporting(disk, rows=ROWS, **settings):
    return Exporting(disk.carry, disk.write, lambda: rows, lambda: EMPTY, lambda: Settings(**settings))


def test_a_group_is_meant_with_those_inside_it_and_no_other_of_a_like_name(disk):
    service = exporting(disk)

    found = service.in_group(("售前",))

    assert [each.id for each in found] == ["p1", "p2"]


def test_chosen_ones_keep_the_agents_order_and_unknown_ids_are_none(disk):
    service = exporting(disk)

    found = service.some(["p3", "answer:x", "p1"])

    assert [each.id for each in found] == ["p1", "p3"]


def test_what_is_lost_is_counted_with_the_titles_of_the_first_few(disk):
    rows = [phrase(number, ("售前",), codes=("a",)) for number in range(5)]
    rows.append(phrase(9, (), images=(Image("a.png"),)))

    told = exporting(disk, rows).preview(Target.QIANNIU, rows)

    assert (told.count, told.kept) == (6, 6)
    assert told.losses == (
        LossCount(Loss.PICTURES, 1, ("标题 9",)),
        LossCount(Loss.CODES, 5, ("标题 0", "标题 1", "标题 2")),
        LossCount(Loss.NO_GROUP, 5, ("标题 0", "标题 1", "标题 2")),
    )
    assert disk.written == []


def test_what_is_left_out_is_not_counted_as_kept(disk):
    disk.carry = lambda _target, phrases, _manner: [() for _ in phrases]

    told = exporting(disk).preview(Target.SOGOU, ROWS)

    assert (told.count, told.kept) == (4, 0)
    assert told.to_plain()["left_out"] == 4


def test_what_is_written_is_what_was_meant_with_all_that_is_lost(disk):
    service = exporting(disk)

    written = service.write("/shop/a.csv", Target.QIANNIU, service.in_group(("售后",)))

    assert [each[:3] for each in disk.written] == [("/shop/a.csv", Target.QIANNIU, ["p3"])]
    assert (written.size, written.preview.kept) == (42, 1)
    assert written.to_plain()["file"] == "/shop/a.csv"
    assert {"pictures", "no_group"} == {each["loss"] for each in written.to_plain()["losses"]}


def test_a_file_that_this_program_would_not_read_in_one_piece_says_so(disk):
    written = exporting(disk).write("/shop/a.yml", Target.ESPANSO, ROWS)

    assert written.is_readable
    assert not replace(written, size=11 * 1024 * 1024).is_readable


def test_a_file_that_cannot_be_written_is_told(disk):
    disk.trouble = Trouble.LOCKED

    with pytest.raises(NotWritten):
        exporting(disk).write("/shop/a.csv", Target.QIANNIU, ROWS)


def test_a_preview_hears_that_it_shall_stop(disk):
    with pytest.raises(Cancelled):
        exporting(disk).preview(Target.QIANNIU, ROWS, watch=Watch(is_cancelled=lambda: True))


def test_packs_of_two_agents_have_names_of_their_own_and_keep_them(disk):
    first, again = (exporting(disk, agent="小橘", shop="小橘家").manner() for _ in range(2))
    other = exporting(disk, agent="小柚", language=Language.ENGLISH).manner()

    assert first == again
    assert first.pack_name == "小橘家 小橘"
    assert first.pack_id != other.pack_id
    assert first.is_chinese
    assert not other.is_chinese
    assert exporting(disk).manner() == Manner(pack_id="export")
