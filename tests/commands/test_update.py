"""`qindesk update` from the outside: a folder, a key, and two computers."""

import json

import pytest

from app import VERSION, cli
from app.formats.packs.minisign import made, save


@pytest.fixture
def office(tmp_path):
    """A key of the vendor, a folder that stands for the share, a file for each system."""
    key = made()
    save(key, tmp_path / "vendor.key", None)
    (tmp_path / "qindesk-9.1.0-setup.exe").write_bytes(b"MZ installer")
    (tmp_path / "qindesk-9.1.0-linux-x86_64.tar.gz").write_bytes(b"archive")
    (tmp_path / "share").mkdir()
    return tmp_path, key.public.text


def announce(office, *more):
    folder, _ = office
    return cli.run(
        [
            "update",
            "announce",
            str(folder / "qindesk-9.1.0-setup.exe"),
            str(folder / "qindesk-9.1.0-linux-x86_64.tar.gz"),
            "--to",
            str(folder / "share"),
            "--key",
            str(folder / "vendor.key"),
            *(more or ("--zh", "修复了粘贴", "--en", "Pasting works again")),
        ]
    )


def check(office, *more):
    folder, _key = office
    return cli.run(["update", "check", "--data", str(folder / "data"), "--from", str(folder / "share"), *more])


def test_what_is_announced_is_found_by_whoever_has_the_key(office, capsys):
    announce(office)
    capsys.readouterr()

    code = check(office, "--key", office[1], "--json")

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["installed"], told["offer"]["version"]) == (VERSION, "9.1.0")
    assert told["offer"]["reasons"] == {"zh_CN": "修复了粘贴", "en": "Pasting works again"}
    assert sorted(path.name for path in (office[0] / "share").iterdir()) == [
        "latest.json",
        "latest.json.minisig",
        "qindesk-9.1.0-linux-x86_64.tar.gz",
        "qindesk-9.1.0-setup.exe",
    ]


def test_looking_leaves_nothing_behind(office, capsys):
    announce(office)

    check(office, "--key", office[1])

    assert not (office[0] / "data").exists()


def test_without_the_key_nothing_is_believed(office, capsys):
    announce(office)

    code = check(office)

    assert code == 1
    assert "which key to believe" in capsys.readouterr().err


def test_another_key_is_told_in_a_sentence(office, capsys):
    announce(office)

    code = check(office, "--key", made().public.text)

    assert code == 1
    assert "another key" in capsys.readouterr().err


def test_a_key_that_is_none_is_a_wrong_call(office):
    with pytest.raises(SystemExit) as ended:
        check(office, "--key", "nonsense")

    assert ended.value.code == 2


def test_an_empty_folder_is_told_with_its_place(office, capsys):
    code = check(office, "--key", office[1])

    assert code == 1
    assert "latest.json" in capsys.readouterr().err


def test_a_version_is_not_announced_without_a_reason(office, capsys):
    code = announce(office, "--version", "9.1.0")

    assert code == 2
    assert list((office[0] / "share").iterdir()) == []


def test_a_version_that_nobody_named_is_asked_for(office):
    (office[0] / "setup.exe").write_bytes(b"MZ")

    with pytest.raises(SystemExit) as ended:
        cli.run(["update", "announce", str(office[0] / "setup.exe"), "--to", str(office[0] / "share"), "--en", "x"])

    assert ended.value.code == 2
