"""What a folder brought an agent: the right files asked for, everything that was tampered with refused."""

from contextlib import suppress
from dataclasses import replace

import pytest

from app.core.packs.index import read_index, written_index
from app.core.packs.names import sha256
from app.core.packs.published_folder import Brought, brought, on_offer, pinned_key, wanted
from app.core.packs.signatures import PublicKey
from app.core.packs.sources import PackSource
from app.core.packs.trust import Refusal, Standing
from app.core.shares.share import Fault, ShareTrouble
from tests.fakes import FakeShare
from tests.published import NOW, key, lead, named, pack, phrase

NEW = PackSource("s1", "/share")
PINNED = replace(NEW, public_key=key().public.text, is_confirmed=True, pack_id="shop", number=1)


@pytest.fixture
def share() -> FakeShare:
    share = FakeShare()
    lead(share).publish(pack(), "", None, 0)
    return share


def _look(share: FakeShare, source: PackSource = PINNED) -> Brought:
    """What the reader hands over: the index, and what is wanted of the rest."""
    index = share.files["index.json"]
    names = ["index.json"]
    with suppress(ShareTrouble):
        names += wanted(index, source.pack_id)
    return brought({name: share.files[name] for name in names if name in share.files}, source, NOW)


def test_a_folder_that_is_new_brings_its_only_pack_restricted_with_the_fingerprint_of_its_key(share: FakeShare) -> None:
    told = _look(share, NEW)

    assert told.verdict.standing is Standing.RESTRICTED
    assert told.verdict.fingerprint == key().public.fingerprint
    assert told.entry is not None
    assert told.content == share.files[told.entry.file]


def test_a_folder_whose_key_was_confirmed_brings_a_trusted_pack_also_without_the_key_beside_it(
    share: FakeShare,
) -> None:
    share.remove(f"{key().public.name}.pub")

    assert _look(share).verdict.standing is Standing.TRUSTED


def test_the_publication_its_signature_and_its_key_are_asked_for_and_nothing_else(share: FakeShare) -> None:
    names = wanted(share.files["index.json"])

    assert set(names) == {name for name in share.files if name not in ("index.json", "shop-0001.json")}


@pytest.mark.parametrize("index", [b"", b"{"])
def test_a_broken_index_is_looked_at_again_and_refused_while_it_lasts(share: FakeShare, index: bytes) -> None:
    share.put("index.json", index)

    with pytest.raises(ShareTrouble) as caught:
        wanted(index)

    assert caught.value.reason is Fault.UNSTEADY
    assert _look(share, NEW).verdict.refusal is Refusal.BAD_INDEX


def test_an_index_of_nothing_asks_for_nothing() -> None:
    assert wanted(b'{"index":1,"packs":{}}') == wanted(b'{"index":2,"packs":{}}') == ()


def test_the_folder_of_a_newer_program_says_so(share: FakeShare) -> None:
    share.put("index.json", b'{"index":2,"packs":{}}')

    assert _look(share).verdict.refusal is Refusal.NEWER_INDEX


def test_of_several_packs_the_subscribed_one_is_brought_and_a_new_source_must_choose(share: FakeShare) -> None:
    lead(share).publish(named("tea"), "", None, 0)

    told = _look(share)

    assert told.entry is not None
    assert told.entry.pack_id == "shop"
    assert _look(share, NEW).verdict.refusal is Refusal.SEVERAL
    assert [each.pack_id for each in on_offer(share.files["index.json"])] == ["shop", "tea"]


def test_a_pack_that_is_gone_from_the_folder_is_missed(share: FakeShare) -> None:
    assert _look(share, replace(PINNED, pack_id="tea")).verdict.refusal is Refusal.NOT_IN_FOLDER


def test_an_index_that_points_at_a_file_that_is_not_there_brings_nothing(share: FakeShare) -> None:
    entry = read_index(share.files["index.json"])["shop"]
    share.remove(entry.file)

    assert _look(share).verdict.refusal is Refusal.NOT_IN_FOLDER


def test_an_index_that_points_back_at_an_older_publication_is_refused(share: FakeShare) -> None:
    old = share.files["index.json"]
    lead(share).publish(pack(phrase("hello", "new")), "", None, 1)
    share.put("index.json", old)

    assert _look(share, replace(PINNED, number=2)).verdict.refusal is Refusal.OLDER


def test_an_index_that_points_at_the_publication_that_was_outrun_is_refused_by_who_has_the_other(
    share: FakeShare,
) -> None:
    lead(share).publish(pack(phrase("hello", "mine")), "", None, 1)
    winner = read_index(share.files["index.json"])["shop"]
    lead(share).publish(pack(phrase("hello", "yours")), "", None, 1)
    kept = next(
        name for name in share.files if name.startswith("shop-0002-") and name.endswith(".json") and name != winner.file
    )
    content = share.files[kept]
    share.put(
        "index.json",
        written_index([replace(winner, file=kept, sha256=sha256(content), size=len(content))]),
    )

    assert _look(share, replace(PINNED, number=2, sha256=winner.sha256)).verdict.refusal is Refusal.TWIN


def test_a_pack_in_the_place_of_another_is_refused_with_and_without_a_confirmed_key(share: FakeShare) -> None:
    entry = read_index(share.files["index.json"])["shop"]
    share.put(entry.file, share.files[entry.file].replace("在的".encode(), "不在".encode()))

    assert _look(share).verdict.refusal is Refusal.TAMPERED
    assert _look(share, NEW).verdict.refusal is Refusal.TAMPERED
    share.remove(f"{entry.file}.minisig")
    assert _look(share).verdict.refusal is Refusal.UNSIGNED
    assert _look(share, NEW).verdict.refusal is Refusal.TAMPERED


def test_a_stranger_who_writes_the_whole_folder_anew_is_refused_by_who_confirmed_the_key(share: FakeShare) -> None:
    lead(share, key("stranger")).publish(pack(phrase("hello", "转账到这里")), "", None, 1, is_new_key=True)

    assert _look(share).verdict.refusal is Refusal.WRONG_KEY
    assert _look(share).content == b""


def test_a_key_file_that_holds_another_key_is_not_offered(share: FakeShare) -> None:
    forged = PublicKey(key().public.id, key("stranger").public.key)
    share.put(f"{key().public.name}.pub", forged.text.encode())

    assert _look(share, NEW).verdict.refusal is Refusal.TAMPERED
    share.put(f"{key().public.name}.pub", key("stranger").public.text.encode())
    assert _look(share, NEW).verdict.fingerprint == ""


def test_a_confirmed_key_of_which_only_a_part_is_kept_lets_nothing_in(share: FakeShare) -> None:
    told = _look(share, replace(PINNED, public_key=key().public.text[:20]))

    assert told.verdict.refusal is Refusal.WRONG_KEY
    assert told.content == b""


def test_only_a_key_that_was_confirmed_is_pinned() -> None:
    assert pinned_key(PINNED) == key().public
    assert pinned_key(replace(PINNED, is_confirmed=False)) is None
    assert pinned_key(replace(PINNED, public_key="")) is None
