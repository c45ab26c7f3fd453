"""A lead publishes onto real servers of every kind and agents read there; two leads at once on each."""

# ruff: noqa: F811 - fixtures come from beside

from concurrent.futures import ThreadPoolExecutor

from app.core.packs.confirmations import Confirmations
from app.core.packs.names import INDEX
from app.core.packs.pack import Pack
from app.core.packs.published_folder import Brought, brought, wanted
from app.core.packs.publishing import Outrun, Published
from app.core.packs.sources import PackSource
from app.core.packs.trust import Standing
from app.ports.shares import Share
from app.services.packs.confirming import Confirming
from app.services.packs.publications import State
from app.services.packs.publishing import Publishing
from tests.fakes import FakeClock
from tests.published import FORM, NOW, ZONE, key, pack, phrase
from tests.system.shares.test_contract import bucket, room, samba, share, webdav  # noqa: F401 - fixtures

SOURCE = PackSource("s1", "share", public_key=key().public.text, is_confirmed=True)


def _folder_of(share: Share) -> None:
    """The lead made the folder and put a note there; one that is not there at all may be mistyped, and is refused."""
    share.create("read me.txt", "话术包".encode())


def _lead(share: Share) -> Publishing:
    return Publishing(share, FORM, FakeClock(NOW), ZONE, key())


def _seen(share: Share) -> Brought:
    """What an agent's program fetches and thinks of it."""
    index = share.read(INDEX)
    return brought({INDEX: index, **{name: share.read(name) for name in wanted(index)}}, SOURCE, NOW)


def _saying(text: str) -> Pack:
    return pack(phrase("hello", text))


def test_what_a_lead_publishes_and_takes_back_an_agent_reads_and_confirms(share: Share) -> None:
    _folder_of(share)
    leading = _lead(share)
    leading.publish(_saying("one"), "first", ["shop/hello"], 0)
    leading.publish(_saying("two"), "second", None, 1)
    done = leading.rollback("shop", 1, "back")
    Confirming(share).write_back(Confirmations("shop", "小美", 3, NOW, {"shop/hello": 3}))

    seen = _seen(share)
    confirmed = Confirming(share).confirmed("shop")

    assert isinstance(done, Published)
    assert done.index_trouble is None
    assert seen.verdict.standing is Standing.TRUSTED
    read = FORM.read(seen.content)
    assert read is not None
    assert (read.head.number, read.head.note, read.phrases[0].body) == (3, "back", "one")
    assert confirmed is not None
    assert [(each.agent, each.missing) for each in confirmed.readers] == [("小美", ())]


def test_of_three_leads_who_publish_at_once_one_gets_the_number_and_all_files_stay(share: Share) -> None:
    _folder_of(share)
    _lead(share).publish(_saying("one"), "", None, 0)
    texts = ["a", "b", "c"]

    with ThreadPoolExecutor(3) as pool:
        results = list(pool.map(lambda text: _lead(share).publish(_saying(text), text, None, 1), texts))

    won = [text for text, result in zip(texts, results, strict=True) if isinstance(result, Published)]
    told = [result for result in results if isinstance(result, Outrun)]
    assert (len(won), len(told)) == (1, 2)
    assert {each.base.entry.note for each in told if each.base.entry} == set(won)
    history = _lead(share).history("shop")
    assert [each.state for each in history if each.number == 2].count(State.OUTRUN) == 2
    seen = _seen(share)
    assert seen.entry is not None
    assert (seen.entry.number, seen.entry.note, seen.verdict.standing) == (2, won[0], Standing.TRUSTED)
