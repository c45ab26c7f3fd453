"""Who has read the must-reads: written by agents, read by the lead."""

from datetime import timedelta

import pytest

from app.core.packs.confirmations import MAX_BYTES, Confirmations, Reader, read_confirmations, written_confirmations
from app.core.packs.names import confirmation_file
from app.core.shares.share import Fault, ShareTrouble
from app.services.packs.confirming import Confirming
from tests.fakes import FakeShare
from tests.published import NOW, lead, pack, phrase

BOTH = ["shop/hello", "shop/refund"]


def _read(agent: str, number: int, **items: int) -> Confirmations:
    return Confirmations("shop", agent, number, NOW, {f"shop/{name}": at for name, at in items.items()})


@pytest.fixture
def share() -> FakeShare:
    """Two must-reads, one of which changed in the second publication."""
    share = FakeShare()
    lead(share).publish(pack(), "", BOTH, 0)
    lead(share).publish(pack(phrase("hello"), phrase("refund", "八天")), "", BOTH, 1)
    return share


def test_the_lead_sees_who_has_read_and_what_is_missing_those_who_miss_most_first(share: FakeShare) -> None:
    confirming = Confirming(share)
    for each in (_read("小美", 2, hello=1, refund=2), _read("阿强", 2, hello=1), _read("Mei", 1)):
        assert confirming.write_back(each)

    told = confirming.confirmed("shop")

    assert told is not None
    assert told.entry.number == 2
    assert [(each.agent, each.missing) for each in told.readers] == [
        ("Mei", ("shop/hello", "shop/refund")),
        ("阿强", ("shop/refund",)),
        ("小美", ()),
    ]
    assert [each.agent for each in told.have_not] == ["Mei", "阿强"]


def test_what_was_confirmed_before_it_changed_is_to_be_confirmed_again(share: FakeShare) -> None:
    confirming = Confirming(share)
    confirming.write_back(_read("小美", 1, hello=1, refund=1))

    told = confirming.confirmed("shop")

    assert told is not None
    assert told.readers[0].missing == ("shop/refund",)


def test_an_agent_who_never_wrote_is_told_where_the_lead_knows_the_name(share: FakeShare) -> None:
    confirming = Confirming(share)
    confirming.write_back(_read("小美", 2, hello=2, refund=2))

    told = confirming.confirmed("shop", ["小美", "阿强", "阿强"])

    assert told is not None
    assert list(told.have_not) == [Reader("阿强", missing=tuple(BOTH))]


def test_an_agents_next_confirmation_takes_the_place_of_the_former(share: FakeShare) -> None:
    confirming = Confirming(share)
    confirming.write_back(_read("小美", 1, hello=1))
    confirming.write_back(_read("小美", 2, hello=1, refund=2))

    assert [name for name in share.files if name.startswith("read/")] == [confirmation_file("shop", "小美")]
    told = confirming.confirmed("shop")
    assert told is not None
    assert not told.have_not


def test_of_two_files_of_one_agent_the_newer_counts(share: FakeShare) -> None:
    confirming = Confirming(share)
    later = Confirmations("shop", "小美", 2, NOW + timedelta(hours=1), {"shop/hello": 2, "shop/refund": 2})
    share.put("read/shop/z-copy.json", written_confirmations(later))
    confirming.write_back(_read("小美", 2))

    told = confirming.confirmed("shop")

    assert told is not None
    assert [(each.agent, each.missing) for each in told.readers] == [("小美", ())]


@pytest.mark.parametrize("fault", [Fault.READ_ONLY, Fault.DENIED])
def test_a_share_that_can_only_be_read_takes_no_confirmations_and_that_is_no_error(fault: Fault) -> None:
    share = FakeShare(fault=fault)

    assert not Confirming(share).write_back(_read("小美", 1))


def test_a_share_that_does_not_answer_says_so() -> None:
    with pytest.raises(ShareTrouble):
        Confirming(FakeShare(fault=Fault.NO_ANSWER)).write_back(_read("小美", 1))


def test_nothing_is_confirmed_before_the_first_publication() -> None:
    assert Confirming(FakeShare()).confirmed("shop") is None


def test_a_file_that_is_none_of_an_agents_costs_the_others_nothing(share: FakeShare) -> None:
    good = written_confirmations(_read("小美", 2, hello=2, refund=2))
    for name, content in {
        "empty": b"",
        "half": good[: len(good) // 2],
        "other": good.replace(b'"shop"', b'"tea"'),
        "nameless": good.replace("小美".encode(), b" "),
        "deep": b"[" * 50_000,
        "large": good + b" " * MAX_BYTES,
    }.items():
        share.put(f"read/shop/{name}.json", content)
    Confirming(share).write_back(_read("阿强", 2))

    told = Confirming(share).confirmed("shop")

    assert told is not None
    assert [each.agent for each in told.readers] == ["阿强"]


def test_a_confirmation_comes_back_from_its_file() -> None:
    confirmed = _read("小美", 2, hello=1, refund=2)

    assert read_confirmations(written_confirmations(confirmed), "shop") == confirmed
    assert read_confirmations(written_confirmations(confirmed), "tea") is None
