import msgspec
import pytest

from app.core.updates.policy import policy_of, read_file
from app.core.updates.update import (
    Announcement,
    Build,
    NotOffered,
    Offer,
    Refusal,
    System,
    believed,
    comment_of,
    is_build_name,
    offered,
    written,
)
from app.core.versions import BadVersion, Version, read_version
from tests.announced import CONTENT, SETUP, WHY, key, v
from tests.published import NOW

HASH = "ab" * 32
BUILD = Build(System.WINDOWS, SETUP, len(CONTENT), HASH)
LATEST = Announcement(v("0.2.0"), NOW, WHY, (BUILD,))
OLDEST = v("0.0.0")


def signed(content: bytes, comment: str = comment_of(v("0.2.0")), name: str = "vendor") -> bytes:
    return key(name).sign(content, comment)


def why(content: bytes, signature: bytes | None, highest: Version = OLDEST) -> Refusal:
    with pytest.raises(NotOffered) as refused:
        believed(content, signature, key().public, highest)
    assert refused.value.sentence()
    return refused.value.refusal


def changed(**parts: object) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(written(LATEST)) | parts)


@pytest.mark.parametrize(
    "text", ["1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-rc1", "-1.2.3", "1.2.3\n", "１.2.3", ""]
)
def test_what_is_no_version_is_not_read_as_one(text: str) -> None:
    with pytest.raises(BadVersion):
        read_version(text)


def test_versions_are_compared_by_number_and_not_by_letter() -> None:
    assert v("0.10.0") > v("0.9.12") > v("0.9.2")
    assert str(v("0.10.0")) == "0.10.0"


def test_a_signed_announcement_is_believed_as_it_was_written() -> None:
    content = written(LATEST)

    announced = believed(content, signed(content), key().public, OLDEST)

    assert announced == LATEST


def test_nothing_unsigned_is_believed() -> None:
    assert why(written(LATEST), None) is Refusal.UNSIGNED


def test_every_changed_byte_of_an_announcement_is_noticed() -> None:
    content, signature = written(LATEST), signed(written(LATEST))

    for place in range(0, len(content), 7):
        flipped = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        assert why(flipped, signature) is Refusal.TAMPERED


def test_another_key_is_not_believed_even_under_the_same_id() -> None:
    content = written(LATEST)

    assert why(content, signed(content, name="somebody")) is Refusal.WRONG_KEY


def test_what_the_key_signed_for_another_purpose_is_no_announcement() -> None:
    content = written(LATEST)

    assert why(content, signed(content, "pack:shop number:1")) is Refusal.NO_ANNOUNCEMENT


def test_a_damaged_signature_file_is_told_as_that() -> None:
    assert why(written(LATEST), b"untrusted comment: x\nnonsense\n") is Refusal.BAD_SIGNATURE


def test_a_version_older_than_the_newest_that_was_seen_is_refused() -> None:
    content = written(LATEST)

    assert why(content, signed(content), v("0.3.0")) is Refusal.OLDER
    assert believed(content, signed(content), key().public, v("0.2.0")) == LATEST


@pytest.mark.parametrize(
    "parts",
    [
        {"product": "another"},
        {"version": "2"},
        {"published_at": "yesterday"},
        {"files": "none"},
        {"files": [{"system": "windows", "name": "../evil.exe", "size": 3, "sha256": HASH}]},
        {"files": [{"system": "windows", "name": "a b.exe", "size": 3, "sha256": HASH}]},
        {"files": [{"system": "windows", "name": "evil.bat", "size": 3, "sha256": HASH}]},
        {"files": [{"system": "windows", "name": "a.exe", "size": 0, "sha256": HASH}]},
        {"files": [{"system": "windows", "name": "a.exe", "size": 1 << 40, "sha256": HASH}]},
        {"files": [{"system": "windows", "name": "a.exe", "size": 3, "sha256": "short"}]},
    ],
)
def test_what_makes_no_sense_announces_nothing_though_it_is_signed(parts: dict[str, object]) -> None:
    content = changed(**parts)

    assert why(content, signed(content)) is Refusal.NO_ANNOUNCEMENT


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_object_announces_nothing(content: bytes) -> None:
    assert why(content, signed(content)) is Refusal.NO_ANNOUNCEMENT


def test_an_announcement_of_a_later_form_asks_for_a_newer_program() -> None:
    content = changed(update=2, files={"of": "another kind"})

    assert why(content, signed(content)) is Refusal.NEWER_FORM


def test_files_for_systems_of_the_future_are_left_out() -> None:
    files = msgspec.json.decode(written(LATEST))["files"]
    content = changed(files=[*files, {"system": "harmony", "name": "q.hap", "size": 1, "sha256": HASH}])

    announced = believed(content, signed(content), key().public, OLDEST)

    assert announced.builds == (BUILD,)


def test_control_letters_and_long_stories_do_not_reach_the_window() -> None:
    content = changed(reasons={"en": "new\x07\x1b[31m" + "!" * 1000})

    announced = believed(content, signed(content), key().public, OLDEST)

    assert announced.reasons["en"].startswith("new[31m!")
    assert len(announced.reasons["en"]) == 400


def test_only_a_newer_version_for_this_system_is_an_offer() -> None:
    offer = offered(LATEST, System.WINDOWS, v("0.1.9"))

    assert offer == Offer(v("0.2.0"), NOW, BUILD, WHY)
    assert offered(LATEST, System.WINDOWS, v("0.2.0")) is None
    assert offered(LATEST, System.WINDOWS, v("0.3.0")) is None
    assert offered(LATEST, System.LINUX, v("0.1.0")) is None


def test_the_reason_is_told_in_the_users_language_or_in_another_one() -> None:
    offer = Offer(v("0.2.0"), NOW, BUILD, {"en": "Pasting works again"})

    assert offer.reason("en") == "Pasting works again"
    assert offer.reason("zh_CN") == "Pasting works again"
    assert Offer(v("0.2.0"), NOW, BUILD).reason("en") == ""


@pytest.mark.parametrize("name", ["a/b.exe", "..exe", "C:a.exe", "a.exe.lnk", "a&b.exe", ".exe", "-a.exe", "安装.exe"])
def test_a_file_is_named_so_plainly_that_no_shell_reads_anything_into_it(name: str) -> None:
    assert not is_build_name(System.WINDOWS, name)


def test_a_policy_file_says_where_to_look_and_whom_to_believe() -> None:
    plain = msgspec.json.encode({"updates": {"on": True, "from": " \\\\server\\q ", "key": key().public.text}})

    policy = policy_of(read_file(b"\xef\xbb\xbf" + plain))

    assert (policy.location, policy.key, policy.can_look) == ("\\\\server\\q", key().public, True)


def test_the_first_place_that_says_something_decides_it() -> None:
    registry, file = {"on": 0}, {"on": True, "from": "https://files.shop/q", "key": key().public.text}

    assert not policy_of(registry, file).is_allowed
    assert policy_of(registry, file).location == "https://files.shop/q"
    assert policy_of({}, file).can_look


@pytest.mark.parametrize(
    "said",
    [{"on": "maybe"}, {"from": 7}, {"key": "RWQnonsense"}, {"fron": "x"}, {"key": None}],
)
def test_a_policy_that_is_not_understood_turns_looking_off_and_says_why(said: dict[str, object]) -> None:
    whole = {"from": "https://files.shop/q", "key": key().public.text} | said

    policy = policy_of(whole)

    assert policy.fault
    assert not policy.can_look


@pytest.mark.parametrize("content", [b"", b"{", b'{"updates": 3}', b"\xff"])
def test_a_policy_file_that_is_no_json_is_an_error(content: bytes) -> None:
    with pytest.raises(ValueError):
        read_file(content)


@pytest.mark.parametrize("said", [{}, {"from": "https://files.shop/q"}, {"key": "KEY"}])
def test_without_a_place_or_without_a_key_nobody_looks(said: dict[str, str]) -> None:
    said = {name: key().public.text if text == "KEY" else text for name, text in said.items()}

    policy = policy_of(said)

    assert not policy.can_look
    assert not policy.fault
