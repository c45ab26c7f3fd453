"""What a source handed over is trusted before it is read, and read before it is planned."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from app.core.imports.reading import UNWATCHED, Spot
from app.core.packs.findings import Finding, PackReading, Severity
from app.core.packs.pack import Pack
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.trust import Refusal as Distrust
from app.core.shares.polls import Delivery
from app.core.storage import NotStored, Trouble
from app.services.packs.judging import Bench, judged
from app.services.packs.things import Ready
from tests.subscribed import NOW, Pc, pack, phrase

SHANGHAI = ZoneInfo("Asia/Shanghai")
BAD = Finding(Spot("shop.json", line=3), "no_body", names=("cf",))
HINT = replace(BAD, rule="long_title", severity=Severity.HINT)


class Reader:
    """Gives what it was told to, and remembers what it was asked."""

    def __init__(self, given: Pack | None, *problems: Finding) -> None:
        self.reading = PackReading("shop.json", given, problems)
        self.read: list[bytes] = []

    def __call__(self, source: bytes, *_arguments: object, **_named: object) -> PackReading:
        self.read.append(source)
        return self.reading


def bench(pc: Pc, reader: Reader) -> Bench:
    present = pc.packs.present(pc.source())
    return Bench(reader, pc.packs, present, pc.sources.is_due, SHANGHAI, NOW)


def plain(content: bytes = b"a pack") -> Delivery:
    """A file that nobody signed."""
    return Delivery("new1", "shop.json", "5" * 64, NOW, {"shop.json": content})


def look(pc: Pc, reader: Reader, *, is_confirmed: bool = False) -> object:
    """What comes of a plain file at a source."""
    pc.subscribe(is_confirmed=is_confirmed)
    return judged(plain(), bench(pc, reader), UNWATCHED).outcome


def test_a_plain_file_where_only_signed_ones_are_taken_is_refused_before_anything_reads_it() -> None:
    reader = Reader(pack(phrase("cf")))

    outcome = look(Pc(), reader, is_confirmed=True)

    assert isinstance(outcome, Refused)
    assert (outcome.refusal, outcome.verdict and outcome.verdict.refusal) == (Refusal.NOT_TRUSTED, Distrust.UNSIGNED)
    assert reader.read == []


def test_what_can_be_read_is_ready_to_be_taken_over() -> None:
    reader = Reader(pack(phrase("cf")), HINT)

    outcome = look(Pc(), reader)

    assert isinstance(outcome, Ready)
    assert reader.read == [b"a pack"]


def test_what_was_taken_over_already_is_not_read_again() -> None:
    pc, reader = Pc(), Reader(pack(phrase("cf")))
    pc.subscribe(is_confirmed=False)
    pc.sources.put([replace(pc.source(), sha256=plain().sha256)])

    found = judged(plain(), bench(pc, reader), UNWATCHED)

    assert found.outcome is None
    assert reader.read == []


def test_a_pack_of_which_a_part_is_wrong_is_refused_whole_and_only_what_is_wrong_is_told() -> None:
    outcome = look(Pc(), Reader(pack(phrase("cf")), HINT, BAD))

    assert isinstance(outcome, Refused)
    assert (outcome.refusal, outcome.findings) == (Refusal.BROKEN, (BAD,))


def test_a_plain_file_that_has_expired_is_refused_too() -> None:
    given = pack(phrase("cf"))
    stale = replace(given, head=replace(given.head, expires_at=NOW))

    outcome = look(Pc(), Reader(stale))

    assert isinstance(outcome, Refused)
    assert (outcome.refusal, outcome.verdict and outcome.verdict.refusal) == (Refusal.NOT_TRUSTED, Distrust.EXPIRED)
    assert outcome.sentence.startswith("The pack holds until ")


def test_a_store_that_cannot_be_read_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    pc = Pc()

    def broken(*_arguments: object) -> None:
        raise NotStored(Trouble.DAMAGED)

    monkeypatch.setattr(pc.store, "originals", broken)

    outcome = look(pc, Reader(pack(phrase("cf"))))

    assert isinstance(outcome, NotStored)
    assert outcome.trouble is Trouble.DAMAGED
