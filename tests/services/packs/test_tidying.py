"""Old publications go, and nothing goes that anybody may still need."""

import pytest

from app.core.packs.index import written_index
from app.core.packs.publishing import NotPublished, Obstacle, Outrun, Published
from app.services.packs.publications import State
from app.services.packs.publishing import Publishing
from app.services.packs.tidying import FolderTidying
from tests.fakes import FakeShare
from tests.published import lead, named, pack, phrase


def folder(count: int) -> tuple[FakeShare, Publishing]:
    """A folder with so many publications of one pack."""
    share = FakeShare()
    publishing = lead(share)
    for number in range(count):
        done = publishing.publish(pack(phrase("hello", f"亲,第{number}版")), f"第{number + 1}版", None, number)
        assert isinstance(done, Published)
    return share, publishing


def tidy(share: FakeShare, keep: int, pack_id: str = "shop") -> tuple[str, ...]:
    tidying = FolderTidying(share)
    plan = tidying.plan(pack_id, keep)
    tidying.carry_out(plan)
    return plan.files


def test_the_last_publications_stay_whole_and_can_be_brought_back() -> None:
    share, publishing = folder(6)

    files = tidy(share, 3)

    kept = publishing.history("shop")
    assert len(files) == 9
    assert [(one.number, one.state) for one in kept] == [(6, State.CURRENT), (5, State.PAST), (4, State.PAST)]
    assert isinstance(publishing.rollback("shop", 4), Published)


def test_nothing_but_publications_of_the_pack_is_touched() -> None:
    share, publishing = folder(4)
    publishing.publish(named("kids"), "童装", None, 0)
    share.put("shop-0001.xlsx", b"a workbook of somebody")
    share.put("read/shop/mei.json", b"{}")
    before = set(share.files)

    files = tidy(share, 2)

    assert set(share.files) == before - set(files)
    assert all(name.startswith(("shop-0001", "shop-0002")) for name in files)
    assert "shop-0001.xlsx" in share.files


def test_a_publication_that_lost_its_files_does_not_count_as_one_of_those_that_stay() -> None:
    share, publishing = folder(5)
    torn = publishing.history("shop")[1]
    share.remove(torn.file)

    tidy(share, 2)

    assert [one.number for one in publishing.history("shop") if one.entry] == [5, 3]


def test_what_was_outrun_stays_as_long_as_what_it_was_outrun_by() -> None:
    share, publishing = folder(3)
    mine = publishing.publish(pack(phrase("hello", "亲,慢了")), "慢了", None, 2)
    assert isinstance(mine, Outrun)

    tidy(share, 2)
    kept_at_first = mine.kept in share.files
    for number in (3, 4):
        publishing.publish(pack(phrase("hello", f"亲,再{number}")), "再", None, number)
    tidy(share, 2)

    assert kept_at_first
    assert mine.kept not in share.files


def test_one_that_was_cut_short_is_finished_the_next_time() -> None:
    share, publishing = folder(5)
    plan = FolderTidying(share).plan("shop", 2)
    for name in plan.files[:4]:
        share.remove(name)

    left = tidy(share, 2)

    assert set(left) == set(plan.files[4:])
    assert [one.number for one in publishing.history("shop")] == [5, 4]


def test_where_nothing_is_whole_nothing_goes() -> None:
    share, publishing = folder(2)
    for one in publishing.history("shop"):
        share.remove(one.file)

    assert tidy(share, 2) == ()


def test_a_folder_of_a_newer_program_is_not_tidied() -> None:
    share, _ = folder(3)
    share.put("index.json", written_index([]).replace(b'"index": 1', b'"index": 2'))

    with pytest.raises(NotPublished) as refused:
        tidy(share, 2)

    assert refused.value.obstacle is Obstacle.NEWER_FOLDER
