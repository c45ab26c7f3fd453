import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.core.storage import Backup, NotStored, Trouble
from app.services.doctor import SENTENCES, Finding, Probes, State, examine, to_plain

NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
GB = 1024**3


def backup(age: timedelta) -> Backup:
    return Backup("qindesk-x.db", NOW - age, 1, "daily")


WELL = Probes(
    try_folder=lambda: None,
    free_bytes=lambda: 50 * GB,
    count_phrases=lambda: 150,
    count_sheet=lambda: {"activities": 2, "products": 30, "facts": 4, "unreadable": 0},
    count_orders=lambda: {"open": 12, "ended": 300, "follow_ups": 2, "unreadable": 0},
    backups=lambda: [backup(timedelta(days=9)), backup(timedelta(hours=5))],
    session=lambda: "x11",
    versions=lambda: {"QinDesk": "0.1.0", "SQLite": "3.40.1"},
    can_paste=lambda: True,
    hotkeys=lambda: {"Ctrl+Alt+Space": True, "Ctrl+Alt+R": True},
    can_read_clipboard=lambda: True,
    input_methods=lambda: ["fcitx"],
    chinese_fonts=lambda: ["Noto Sans CJK SC", "WenQuanYi", "Droid", "AR PL"],
)


def found(findings: Sequence[Finding], name: str) -> tuple[State, str]:
    (finding,) = [one for one in findings if one.name == name]
    return finding.state, finding.text


def refuse(trouble: Trouble) -> None:
    raise NotStored(trouble)


def test_a_pc_on_which_all_works_is_told_so_in_sentences() -> None:
    findings = examine(WELL, NOW)

    assert {finding.state for finding in findings} == {State.OK}
    assert [finding.text for finding in findings] == [
        "The data folder can be written.",
        "51200 MB are free.",
        "The database is open and intact: 150 phrases.",
        "The cheat-sheet holds 2 activities, 30 products and 4 facts.",
        "12 orders wait for payment, 300 have ended; 2 promises to buyers are open.",
        "The last of 2 backups is 5 hours old.",
        "The session is x11.",
        "Phrases can be pasted into other programs.",
        "All 2 hotkeys are free.",
        "The clipboard can be read.",
        "Input method: fcitx.",
        "Chinese is shown in Noto Sans CJK SC, WenQuanYi, Droid.",
        "QinDesk 0.1.0, SQLite 3.40.1",
    ]


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_of_the_data_has_its_sentence(trouble: Trouble) -> None:
    ill = replace(WELL, count_phrases=lambda: refuse(trouble), try_folder=lambda: refuse(trouble))  # type: ignore[arg-type, return-value]

    findings = examine(ill, NOW)

    assert found(findings, "database") == (State.BAD, SENTENCES[f"trouble_{trouble.value}"])
    assert found(findings, "folder")[0] is State.BAD


@pytest.mark.parametrize(
    ("change", "name", "state", "text"),
    [
        ({"free_bytes": lambda: 100 * 1024**2}, "space", State.WARN, "Only 100 MB are free."),
        ({"free_bytes": lambda: 0}, "space", State.BAD, "Only 0 MB are free."),
        (
            {"count_sheet": lambda: {"activities": 2, "products": 30, "facts": 4, "unreadable": 3}},
            "sheet",
            State.WARN,
            "3 entries of the cheat-sheet are unreadable here and stay as they are.",
        ),
        (
            {"count_orders": lambda: {"open": 1, "ended": 1, "follow_ups": 0, "unreadable": 2}},
            "orders",
            State.WARN,
            "2 orders are unreadable here and stay as they are.",
        ),
        ({"backups": list}, "backups", State.WARN, SENTENCES["backup_none"]),
        ({"backups": lambda: [backup(timedelta(days=4))]}, "backups", State.WARN, "The last backup is 4 days old."),
        ({"session": lambda: "wayland"}, "session", State.WARN, SENTENCES["session_wayland"]),
        ({"session": lambda: ""}, "session", State.BAD, SENTENCES["session_none"]),
        ({"can_paste": lambda: False}, "paste", State.BAD, SENTENCES["paste_bad"]),
        (
            {"hotkeys": lambda: {"Ctrl+Alt+1": False, "Ctrl+Alt+R": True}},
            "hotkeys",
            State.WARN,
            "Another program holds Ctrl+Alt+1.",
        ),
        ({"can_read_clipboard": lambda: False}, "clipboard", State.BAD, SENTENCES["clipboard_bad"]),
        ({"input_methods": list}, "input_method", State.WARN, SENTENCES["input_method_none"]),
        ({"chinese_fonts": list}, "fonts", State.BAD, SENTENCES["fonts_none"]),
        ({"chinese_fonts": None}, "fonts", State.WARN, "Could not be checked here."),
    ],
)
def test_what_does_not_work_is_told(change: dict[str, object], name: str, state: State, text: str) -> None:
    findings = examine(replace(WELL, **change), NOW)  # type: ignore[arg-type]

    assert found(findings, name) == (state, text)
    assert sum(finding.state is not State.OK for finding in findings) == 1


def test_a_check_that_fails_tells_its_kind_only_and_stops_no_other() -> None:
    def fail() -> bool:
        raise RuntimeError("买家张三")

    findings = examine(replace(WELL, can_read_clipboard=fail), NOW)

    assert found(findings, "clipboard") == (State.WARN, "The check itself failed: RuntimeError.")
    assert len(findings) == len(examine(WELL, NOW))


def test_the_plain_form_is_json_and_tells_the_worst() -> None:
    plain = to_plain(examine(replace(WELL, input_methods=list, can_paste=lambda: False), NOW))

    assert json.loads(json.dumps(plain)) == plain
    assert plain["state"] == "bad"
    assert plain["findings"][2] == {
        "name": "database",
        "state": "ok",
        "text": "The database is open and intact: 150 phrases.",
        "values": {"count": 150},
    }
