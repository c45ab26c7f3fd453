"""Tampered packs of every kind are refused; a source is restricted until its key was confirmed."""

from datetime import timedelta

import pytest

from app.core.packs.names import Stamp, sha256, written_stamp
from app.core.packs.signatures import PublicKey
from app.core.packs.trust import Refusal, Standing, Verdict, said, verified
from tests.published import FORM, NOW, key, pack

KEY = key()
OTHER = key("stranger")
PACK = pack(number=7)
CONTENT = FORM.written(PACK)


def _stamp(content: bytes = CONTENT, pack_id: str = "shop", number: int = 7) -> str:
    return written_stamp(Stamp(pack_id, number, sha256(content), NOW))


SIGNATURE = KEY.sign(CONTENT, _stamp())


def _judged(
    content: bytes = CONTENT,
    signature: bytes | None = SIGNATURE,
    pinned: PublicKey | None = KEY.public,
    pack_id: str | None = "shop",
    highest: int = 6,
    **more: object,
) -> Verdict:
    return verified(content, signature, pinned, pack_id, highest, NOW, **more)  # type: ignore[arg-type]


def test_what_the_confirmed_key_signed_is_trusted() -> None:
    verdict = _judged()

    assert verdict.standing is Standing.TRUSTED
    assert verdict.key == KEY.public
    assert verdict.head is not None
    assert (verdict.head.pack_id, verdict.head.number, verdict.sha256) == ("shop", 7, sha256(CONTENT))
    assert said(verdict) == ""


def test_a_key_that_nobody_confirmed_is_shown_by_its_fingerprint_and_the_pack_is_restricted() -> None:
    verdict = _judged(pinned=None, offered=KEY.public)

    assert verdict.standing is Standing.RESTRICTED
    assert verdict.fingerprint == KEY.public.fingerprint
    assert len(verdict.fingerprint.split()) == 8


def test_an_unsigned_pack_and_one_whose_key_is_not_there_are_restricted_without_a_fingerprint() -> None:
    unsigned, without_key = _judged(signature=None, pinned=None), _judged(pinned=None)

    assert {unsigned.standing, without_key.standing} == {Standing.RESTRICTED}
    assert {unsigned.fingerprint, without_key.fingerprint} == {""}


def test_every_flipped_bit_of_a_pack_is_noticed() -> None:
    for at in range(0, len(CONTENT), 7):
        flipped = bytearray(CONTENT)
        flipped[at] ^= 1 << at % 8

        assert _judged(bytes(flipped)).refusal is Refusal.TAMPERED


def test_every_flipped_bit_of_a_signature_is_noticed_but_those_of_the_comment_that_nobody_believes() -> None:
    begin = SIGNATURE.index(b"\n") + 1
    for at in range(begin, len(SIGNATURE) - 1):
        flipped = bytearray(SIGNATURE)
        flipped[at] ^= 1

        assert _judged(signature=bytes(flipped)).standing is Standing.REFUSED, at


@pytest.mark.parametrize(
    "content",
    [CONTENT[:-1], CONTENT[: len(CONTENT) // 2], b"", CONTENT + b" ", CONTENT + CONTENT, b"\xef\xbb\xbf" + CONTENT],
    ids=["a byte short", "half", "empty", "a space more", "twice", "with a byte order mark"],
)
def test_a_truncated_or_appended_pack_is_refused(content: bytes) -> None:
    assert _judged(content).refusal is Refusal.TAMPERED


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        SIGNATURE[:-30],
        SIGNATURE + b"more\n",
        SIGNATURE + SIGNATURE,
        SIGNATURE.replace(b"\n", b"\n\n", 1),
        b"x" * 100_000,
        b"\xff\xfe",
        SIGNATURE.replace(b"trusted comment: pack", b"trusted comment: \x07pack"),
    ],
)
def test_a_damaged_signature_is_refused_with_or_without_a_confirmed_key(signature: bytes) -> None:
    assert _judged(signature=signature).refusal is Refusal.BAD_SIGNATURE
    assert _judged(signature=signature, pinned=None).refusal is Refusal.BAD_SIGNATURE


def test_an_unsigned_pack_of_a_source_with_a_confirmed_key_is_refused() -> None:
    assert _judged(signature=None).refusal is Refusal.UNSIGNED


def test_a_pack_that_somebody_else_signed_is_refused_with_both_keys_named() -> None:
    verdict = _judged(signature=OTHER.sign(CONTENT, _stamp()))

    assert verdict.refusal is Refusal.WRONG_KEY
    assert OTHER.public.name in said(verdict)
    assert KEY.public.name in said(verdict)


def test_another_key_that_took_the_id_of_the_confirmed_one_opens_nothing() -> None:
    forged = type(OTHER)(PublicKey(KEY.public.id, OTHER.public.key), OTHER.seed_and_key)

    assert _judged(signature=forged.sign(CONTENT, _stamp())).refusal is Refusal.TAMPERED
    assert forged.public.fingerprint != KEY.public.fingerprint


def test_a_key_that_lies_in_the_folder_counts_for_nothing_beside_a_confirmed_one() -> None:
    verdict = _judged(signature=OTHER.sign(CONTENT, _stamp()), offered=OTHER.public)

    assert verdict.refusal is Refusal.WRONG_KEY


def test_the_signature_of_one_publication_does_not_fit_another() -> None:
    older = FORM.written(pack(number=5))

    assert _judged(signature=KEY.sign(older, _stamp(older, number=5))).refusal is Refusal.TAMPERED


@pytest.mark.parametrize("comment", ["", "timestamp:1762840800 file:pack.json", _stamp() + " and more", "pack:shop"])
def test_what_the_key_signed_for_another_purpose_is_no_publication(comment: str) -> None:
    assert _judged(signature=KEY.sign(CONTENT, comment)).refusal is Refusal.NO_PUBLICATION


@pytest.mark.parametrize(("pack_id", "number"), [("other", 7), ("shop", 8)])
def test_a_pack_that_says_something_else_than_its_signature_is_refused(pack_id: str, number: int) -> None:
    signature = KEY.sign(CONTENT, _stamp(pack_id=pack_id, number=number))

    assert _judged(signature=signature).refusal is Refusal.CONTRADICTS


def test_an_older_publication_is_refused_though_its_signature_is_good() -> None:
    verdict = _judged(highest=8)

    assert verdict.refusal is Refusal.OLDER
    assert "7" in said(verdict)
    assert "8" in said(verdict)


def test_the_publication_in_use_may_come_again_but_no_other_with_its_number() -> None:
    assert _judged(highest=7, highest_sha256=sha256(CONTENT)).standing is Standing.TRUSTED
    assert _judged(highest=7, highest_sha256="0" * 64).refusal is Refusal.TWIN


def test_a_plain_file_cannot_take_the_place_of_a_publication() -> None:
    plain = FORM.written(pack())

    assert _judged(plain, None, None, highest=7).refusal is Refusal.OLDER


def test_a_pack_of_another_name_is_refused() -> None:
    assert _judged(pack_id="shop-2").refusal is Refusal.OTHER_PACK
    assert _judged(pack_id=None).standing is Standing.TRUSTED


def test_a_pack_is_refused_from_the_moment_at_which_it_expires() -> None:
    for length, standing in ((timedelta(0), Standing.REFUSED), (timedelta(seconds=1), Standing.TRUSTED)):
        content = FORM.written(pack(number=7, expires_at=NOW + length))

        assert _judged(content, KEY.sign(content, _stamp(content))).standing is standing


@pytest.mark.parametrize(
    ("expires_at", "refusal"),
    [("9999-12-31T23:59:59-12:00", None), ("0001-01-01T00:00:00+14:00", Refusal.NO_PACK)],
)
def test_a_moment_at_the_edge_of_the_calendar_makes_no_judge_fall_over(
    expires_at: str, refusal: Refusal | None
) -> None:
    content = FORM.written(pack(number=7)).replace(b'"id":', f'"expires_at":"{expires_at}","id":'.encode(), 1)

    assert _judged(content, KEY.sign(content, _stamp(content))).refusal is refusal


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"pack":1}', b"[" * 100_000, b"\xff", b'{"pack":1,"id":7}'])
def test_what_is_no_pack_is_refused_also_where_it_is_signed(content: bytes) -> None:
    assert _judged(content, KEY.sign(content, _stamp(content))).refusal is Refusal.NO_PACK
    assert _judged(content, None, None).refusal is Refusal.NO_PACK


def test_every_refusal_has_a_sentence() -> None:
    sentences = {said(Verdict(Standing.REFUSED, refusal, found="7", pinned="8")) for refusal in Refusal}

    assert len(sentences) == len(Refusal)
    assert not any("{" in sentence for sentence in sentences)
