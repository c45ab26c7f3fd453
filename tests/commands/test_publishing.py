"""Publishing on the command line, as a lead and a nightly job call it, against a real folder."""

import argparse
import json
import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.commands import pack_history, pack_publishing, pack_tidying
from app.core.packs.confirmations import Confirmations
from app.core.packs.pack import Pack
from app.core.settings import Settings
from app.services.packs.confirming import Confirming
from app.system.shares.opening import open_share
from tests.published import FORM, ZONE, pack, phrase

Out = pytest.CaptureFixture[str]
PASSWORD = "双十一-7"
START = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)


class Room:
    """A lead's data folder, a pack file and a shared folder."""

    def __init__(self, root: Path) -> None:
        self.data = root / "data"
        self.folder = root / "shared folder"
        self.folder.mkdir()
        self.file = root / "pack.json"
        self.clock = SimpleNamespace(now=lambda: START, zone=lambda: ZONE)
        self.give(pack())

    def give(self, given: Pack) -> None:
        """The lead saves the pack."""
        self.file.write_bytes(FORM.written(given))

    def run(self, *words: str) -> int:
        """Call `qindesk pack …`."""
        whole = argparse.ArgumentParser()
        common = argparse.ArgumentParser(add_help=False)
        common.add_argument("--json", action="store_true")
        common.add_argument("--data", type=Path, default=self.data)
        pack_publishing.add(whole.add_subparsers(), common)
        options = whole.parse_args(words)
        return int(options.run(options))

    def publish(self, *words: str) -> int:
        """Publish the file into the folder."""
        return self.run("publish", str(self.file), str(self.folder), *words)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room(tmp_path)

    class Opened:
        def __init__(self, _options: argparse.Namespace) -> None: ...

        def __enter__(self) -> Any:
            preferences = SimpleNamespace(current=Settings())
            return SimpleNamespace(shop_time=room.clock, preferences=preferences)

        def __exit__(self, *_error: object) -> None: ...

    for command in (pack_publishing, pack_history, pack_tidying):
        monkeypatch.setattr(command, "opened", Opened)
    monkeypatch.setenv("QINDESK_KEY_PASSWORD", PASSWORD)
    monkeypatch.delenv("QINDESK_SHARE_USER", raising=False)
    return room


@pytest.fixture
def keyed(room: Room, capsys: Out) -> Room:
    """A room with a key that is open, because a password costs most of a second each time."""
    assert room.run("keygen", "--no-password") == 0
    capsys.readouterr()
    return room


@pytest.fixture
def locked(room: Room, capsys: Out) -> Room:
    """A room with a key that a password protects."""
    assert room.run("keygen") == 0
    capsys.readouterr()
    return room


def test_a_key_is_made_with_a_password_and_its_fingerprint_told(room: Room, capsys: Out) -> None:
    code = room.run("keygen", "--json")

    told = json.loads(capsys.readouterr().out)
    file = Path(told["key_file"])
    assert code == 0
    assert file == room.data / "keys" / "publisher.key"
    assert told["is_protected"] is True
    assert len(told["fingerprint"].split()) == 8
    assert Path(told["public_file"]).read_text().endswith(f"{told['public_key']}\n")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_second_key_is_not_made_over_the_first(keyed: Room, capsys: Out) -> None:
    before = (keyed.data / "keys" / "publisher.key").read_bytes()

    code = keyed.run("keygen")

    assert code == 1
    assert "already" in capsys.readouterr().err
    assert (keyed.data / "keys" / "publisher.key").read_bytes() == before


@pytest.mark.parametrize("password", ["", None])
def test_a_key_without_a_password_is_made_only_where_that_is_asked_for(
    room: Room, capsys: Out, monkeypatch: pytest.MonkeyPatch, password: str | None
) -> None:
    if password is None:
        monkeypatch.delenv("QINDESK_KEY_PASSWORD")
    else:
        monkeypatch.setenv("QINDESK_KEY_PASSWORD", password)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))

    refused = room.run("keygen")
    made = room.run("keygen", "--no-password", "--json")

    assert (refused, made) == (2, 0)
    assert json.loads(capsys.readouterr().out)["is_protected"] is False


def test_a_lead_types_the_password_twice(room: Room, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["one", "other", "same", "same"])
    monkeypatch.delenv("QINDESK_KEY_PASSWORD")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))

    with pytest.raises(SystemExit) as caught:
        room.run("keygen")

    assert caught.value.code == 1
    assert "different" in capsys.readouterr().err
    assert not room.data.exists()
    assert room.run("keygen") == 0


def test_the_password_may_lie_in_a_file_and_a_wrong_one_publishes_nothing(locked: Room, capsys: Out) -> None:
    good, bad = locked.data / "good", locked.data / "bad"
    good.write_text(f"{PASSWORD}\n", encoding="utf-8")
    bad.write_text("guess\n", encoding="utf-8")

    refused = locked.publish("--password-file", str(bad))
    left = list(locked.folder.iterdir())
    done = locked.publish("--password-file", str(good))

    assert (refused, left, done) == (1, [], 0)
    assert "password does not open" in capsys.readouterr().err


def test_a_pack_is_published_and_its_difference_told(keyed: Room, capsys: Out) -> None:
    assert keyed.publish("--note", "第一版") == 0
    keyed.give(pack(phrase("hello", "您好"), phrase("refund", "七天无理由,亲放心~")))
    capsys.readouterr()

    code = keyed.publish("--must-read", "hello")

    out = capsys.readouterr()
    assert code == 0
    assert "~ phrase hello (must-read)" in out.out
    assert "body: 亲,在的~ → 您好" in out.out
    assert "Publication 2 of the pack “shop” is out: shop-0002-" in out.err


def test_a_dry_run_takes_no_key_and_writes_nothing(room: Room, capsys: Out) -> None:
    code = room.publish("--dry-run", "--json")

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["is_published"], told["number"], told["expected"]) == (False, 1, 0)
    assert [each["fate"] for each in told["differences"]] == ["added", "added"]
    assert list(room.folder.iterdir()) == []


def test_what_was_published_is_told_as_json(keyed: Room, capsys: Out) -> None:
    assert keyed.publish("--note", "第一版", "--must-read", "shop/refund", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["is_published"], told["number"], told["note"], told["must_read"], told["is_index_behind"]) == (
        True,
        1,
        "第一版",
        ["shop/refund"],
        False,
    )
    assert (keyed.folder / told["file"]).stat().st_size == told["size"]


def test_without_a_key_the_next_step_is_told(room: Room, capsys: Out) -> None:
    assert room.publish() == 1

    assert "qindesk pack keygen" in capsys.readouterr().err
    assert list(room.folder.iterdir()) == []


def test_a_pack_with_an_error_in_it_is_not_published(keyed: Room, capsys: Out) -> None:
    keyed.file.write_bytes(keyed.file.read_bytes().replace("亲,在的~".encode(), b""))

    code = keyed.publish("--json")

    out = capsys.readouterr()
    told = json.loads(out.out)
    assert code == 1
    assert told["is_published"] is False
    assert told["findings"]
    assert "Nothing was published.\n" in out.err
    assert list(keyed.folder.iterdir()) == []


def test_what_the_check_warns_of_is_told_and_stops_a_strict_lead(keyed: Room, capsys: Out, tmp_path: Path) -> None:
    rules = tmp_path / "rules.txt"
    rules.write_text("refuse 加个好友\n", encoding="utf-8")
    keyed.give(pack(phrase("hello", "亲,加个好友吧")))

    refused = keyed.publish("--rules", str(rules), "--strict")
    told = capsys.readouterr().err
    done = keyed.publish("--rules", str(rules))

    assert (refused, done) == (1, 0)
    assert "warning: " in told
    assert "加个好友" in told
    assert "Nothing was published. With --strict a warning stops it" in told
    assert "warning: " in capsys.readouterr().err


def test_a_lead_who_was_outrun_is_told_and_can_publish_on_top(keyed: Room, capsys: Out) -> None:
    keyed.publish()
    keyed.give(pack(phrase("hello", "one")))
    keyed.publish()
    keyed.give(pack(phrase("hello", "two")))
    capsys.readouterr()

    outrun = keyed.publish("--expect", "1", "--json")
    told = json.loads(capsys.readouterr().out)
    on_top = keyed.publish("--expect", str(told["expected"]))

    assert (outrun, told["is_outrun"], told["expected"], told["theirs"]["number"]) == (1, True, 2, 2)
    assert told["differences"][0]["changes"] == [{"field": "body", "old": "one", "new": "two"}]
    assert (keyed.folder / told["kept"]).exists()
    assert on_top == 0


def test_the_history_tells_everything_and_which_signatures_are_good(keyed: Room, capsys: Out) -> None:
    keyed.publish("--note", "first")
    keyed.give(pack(phrase("hello", "second")))
    keyed.publish("--note", "second")
    first = next(keyed.folder.glob("shop-0001-*.json"))
    first.write_bytes(first.read_bytes() + b" ")
    capsys.readouterr()

    code = keyed.run("history", str(keyed.folder), "--verify", "--json")

    told = json.loads(capsys.readouterr().out)
    rows = [(each["number"], each["state"], each["note"], each["is_good"]) for each in told["publications"]]
    assert code == 1
    assert rows == [(2, "current", "second", True), (1, "past", "first", False)]


def test_the_history_is_told_in_lines_and_mends_the_index(keyed: Room, capsys: Out) -> None:
    keyed.publish("--note", "第一版")
    (keyed.folder / "index.json").write_text("{")
    capsys.readouterr()

    behind = keyed.run("history", str(keyed.folder))
    first = capsys.readouterr()
    mended = keyed.run("history", str(keyed.folder), "--mend")
    second = capsys.readouterr()

    assert (behind, mended) == (0, 0)
    assert first.out == second.out == "1\tcurrent\t2026-11-11 14:00\t小周\t第一版\n"
    assert "--mend" in first.err
    assert second.err == ""


def test_an_old_publication_is_brought_back_in_one_command(keyed: Room, capsys: Out) -> None:
    keyed.publish()
    keyed.give(pack(phrase("hello", "a mistake")))
    keyed.publish()
    capsys.readouterr()

    dry = keyed.run("rollback", str(keyed.folder), "1", "--dry-run", "--json")
    number = json.loads(capsys.readouterr().out)["number"]
    done = keyed.run("rollback", str(keyed.folder), "1", "--note", "改回", "--json")
    told = json.loads(capsys.readouterr().out)

    assert (dry, number, done) == (0, 3, 0)
    assert (told["number"], told["note"]) == (3, "改回")
    content = (keyed.folder / told["file"]).read_bytes()
    read = FORM.read(content)
    assert read is not None
    assert read.phrases == pack().phrases


def test_the_lead_sees_who_has_not_confirmed(keyed: Room, capsys: Out) -> None:
    keyed.publish("--must-read", "refund")
    confirming = Confirming(open_share(str(keyed.folder)))
    confirming.write_back(Confirmations("shop", "小美", 1, START, {"shop/refund": 1}))
    confirming.write_back(Confirmations("shop", "阿强", 1, START))
    capsys.readouterr()

    code = keyed.run("confirmed", str(keyed.folder), "--agent", "Mei")
    lines = capsys.readouterr().out.splitlines()
    as_json = keyed.run("confirmed", str(keyed.folder), "--json")
    told = json.loads(capsys.readouterr().out)

    assert (code, as_json) == (1, 1)
    assert lines == [
        "Mei\tnever seen\t–\tshop/refund",
        "阿强\t2026-11-11 14:00\t1\tshop/refund",
        "小美\t2026-11-11 14:00\t1\thas read everything",
    ]
    assert {each["agent"]: each["missing"] for each in told["agents"]} == {"阿强": ["shop/refund"], "小美": []}


def test_where_nothing_has_to_be_read_nobody_is_said_to_have_read_it(keyed: Room, capsys: Out) -> None:
    keyed.publish()
    capsys.readouterr()

    code = keyed.run("confirmed", str(keyed.folder), "--agent", "Mei")

    assert (code, capsys.readouterr().out) == (0, "Mei\tnever seen\t–\tnothing has to be read\n")


def test_a_pack_without_a_name_is_told_without_empty_brackets(keyed: Room, capsys: Out) -> None:
    keyed.publish("--dry-run")

    assert "()" not in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["history", "confirmed"])
def test_an_empty_folder_and_one_that_is_not_there_are_told_apart(room: Room, capsys: Out, verb: str) -> None:
    with pytest.raises(SystemExit) as caught:
        room.run(verb, str(room.folder))
    empty = capsys.readouterr().err
    missing = room.run(verb, str(room.folder / "none"))

    assert (caught.value.code, missing) == (1, 1)
    assert "Nothing was published here yet." in empty
    assert "does not exist" in capsys.readouterr().err


def test_among_several_packs_the_meant_one_must_be_named(keyed: Room, capsys: Out) -> None:
    keyed.publish()
    keyed.file.write_bytes(keyed.file.read_bytes().replace(b'"id": "shop"', b'"id": "tea"'))
    keyed.publish()
    capsys.readouterr()

    with pytest.raises(SystemExit) as caught:
        keyed.run("history", str(keyed.folder))
    named = keyed.run("history", str(keyed.folder), "--pack", "tea", "--json")

    assert (caught.value.code, named) == (2, 0)
    out = capsys.readouterr()
    assert "shop, tea" in out.err
    assert json.loads(out.out)["pack"] == "tea"


def test_no_password_and_nothing_of_the_key_is_told_or_lies_in_the_folder(locked: Room, capsys: Out) -> None:
    locked.publish()
    locked.run("history", str(locked.folder), "--verify")

    out = capsys.readouterr()
    secret = (locked.data / "keys" / "publisher.key").read_text().splitlines()[1]
    lying = b"".join(file.read_bytes() for file in locked.folder.iterdir())
    for hidden in (PASSWORD, secret, secret[20:60]):
        assert hidden not in out.out + out.err
        assert hidden.encode() not in lying


def test_an_expired_pack_is_not_published(keyed: Room, capsys: Out) -> None:
    keyed.give(replace(pack(), head=replace(pack().head, expires_at=START)))

    assert keyed.publish() == 1
    assert "has passed" in capsys.readouterr().err


def test_a_word_that_blocks_stops_publishing_and_nothing_is_written(keyed: Room, capsys: Out, tmp_path: Path) -> None:
    rules = tmp_path / "rules.txt"
    rules.write_text("block 加个好友\n", encoding="utf-8")
    keyed.give(pack(phrase("hello", "亲,加个好友吧")))

    code = keyed.publish("--rules", str(rules))

    assert code == 1
    assert "error: " in capsys.readouterr().err
    assert list(keyed.folder.iterdir()) == []


def test_what_tidying_would_take_is_told_and_taken_only_when_that_is_said(keyed: Room, capsys: Out) -> None:
    for number in range(1, 6):
        keyed.give(pack(phrase("hello", f"亲,第{number}版")))
        assert keyed.publish() == 0
    before = sorted(path.name for path in keyed.folder.iterdir())
    capsys.readouterr()

    told = keyed.run("tidy", str(keyed.folder), "--keep", "2")
    would = capsys.readouterr()
    untouched = sorted(path.name for path in keyed.folder.iterdir())
    keyed.run("tidy", str(keyed.folder), "--keep", "2", "--delete", "--json")
    done = json.loads(capsys.readouterr().out)
    history = keyed.run("history", str(keyed.folder), "--verify")
    said = capsys.readouterr().out
    back = keyed.run("rollback", str(keyed.folder), "4")

    assert (told, history, back) == (0, 0, 0)
    assert would.out == "shop\t2 kept (4 to 5)\t9 files of 3 older ones\n"
    assert "Nothing was deleted" in would.err
    assert untouched == before
    assert (done["is_deleted"], done["packs"][0]["numbers"]) == (True, [1, 2, 3])
    assert [line.split("\t")[:2] for line in said.splitlines()] == [["5", "current"], ["4", "past"]]


def test_tidying_never_takes_the_newest_or_the_one_before_it(keyed: Room, capsys: Out) -> None:
    code = keyed.run("tidy", str(keyed.folder), "--keep", "1", "--delete")

    assert code == 2
    assert "At least 2 publications stay" in capsys.readouterr().err


def test_a_pack_that_is_not_there_is_not_tidied(keyed: Room, capsys: Out) -> None:
    keyed.publish()

    with pytest.raises(SystemExit) as end:
        keyed.run("tidy", str(keyed.folder), "--pack", "kids")

    assert end.value.code == 1
    assert "it holds shop" in capsys.readouterr().err
