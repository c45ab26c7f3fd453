import ast
import logging
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
import db
from app.core.phrases.phrase import BadPhrase
from app.core.storage import NotStored, Trouble
from app.system.logfile import Discreet, close_log, open_log, watch_errors

BUYER = "买家张三, 13800138000, Nanjing Road 1"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "logs" / "qindesk.log"
    root = logging.getLogger()
    level = root.level
    handler = open_log(file)
    yield file
    close_log(handler)
    root.setLevel(level)


log = logging.getLogger("app.test")


def test_ids_numbers_and_reasons_are_kept(file: Path) -> None:
    log.info("Pasted %s into %s in %d ms: %s", "0190f3c2-7a", "chromium", 42, Trouble.FULL)

    (line,) = file.read_text().splitlines()
    assert line.endswith(" I app.test: Pasted 0190f3c2-7a into chromium in 42 ms: full")


@pytest.mark.parametrize(
    "value", [BUYER, "Nanjing Road 1", "13800138000", 13800138000, [BUYER], {"a": BUYER}, Path(BUYER), BUYER.encode()]
)
def test_a_text_of_a_buyer_does_not_get_in_as_a_value(file: Path, value: object) -> None:
    log.info("Pasted %s", value)
    log.info("Pasted %(text)s", {"text": value})

    text = file.read_text()
    assert text.count("Pasted") == 2
    assert not any(part in text for part in ("张三", "13800138000", "Nanjing"))


def test_a_value_that_does_not_fit_costs_only_itself() -> None:
    record = logging.LogRecord("app.test", logging.INFO, "x.py", 1, "%d rows of %s", (BUYER, 3), None)

    assert Discreet().format(record).endswith(" I app.test: %d rows of %s")


def test_an_error_is_logged_by_kind_and_place_and_not_by_its_message(file: Path) -> None:
    try:
        try:
            raise KeyError(BUYER)
        except KeyError as cause:
            raise ValueError(BUYER) from cause
    except ValueError:
        log.exception("The paste failed")

    text = file.read_text()
    assert "The paste failed | ValueError at test_logfile.py:" in text
    assert "| KeyError at test_logfile.py:" in text
    assert not any(part in text for part in ("张三", "13800138000", "Nanjing"))


def test_errors_made_of_our_own_words_keep_them(file: Path) -> None:
    log.warning("Not saved: %s", NotStored(Trouble.LOCKED, "SQLITE_BUSY"))
    log.warning("Not saved: %s", BadPhrase("body", "too_long", 20_000))
    log.warning("Not saved: %s", OSError(28, BUYER))

    lines = [line.partition("Not saved: ")[2] for line in file.read_text().splitlines()]
    assert lines == ["NotStored(locked: SQLITE_BUSY)", "BadPhrase(body: too_long (20000))", "OSError(28)"]


def test_of_other_libraries_only_warnings_are_kept(file: Path) -> None:
    logging.getLogger("alembic.runtime").info("Context impl SQLiteImpl")
    logging.getLogger("alembic.runtime").warning("Something odd")

    assert [line.rpartition(": ")[2] for line in file.read_text().splitlines()] == ["Something odd"]


def test_three_files_are_the_most_and_their_owners_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.system.logfile.MAX_BYTES", 10_000)
    handler = open_log(tmp_path / "qindesk.log")

    for _ in range(500):
        log.warning("A sentence of the usual length that says what happened to %s", "0190f3c2-7a")
    close_log(handler)

    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == ["qindesk.log", "qindesk.log.1", "qindesk.log.2"]
    assert all(path.stat().st_size <= 10_000 for path in files)
    if sys.platform != "win32":  # there files are guarded by the folder they lie in
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "logs" / "qindesk.log"
    handler = open_log(file)
    file.mkdir()

    log.warning("Nothing to write to")
    close_log(handler)

    assert capsys.readouterr().err == ""


def test_an_error_that_nobody_caught_is_logged_and_shown_once_a_place(file: Path) -> None:
    shown: list[str] = []
    stop = watch_errors(shown.append)

    for _ in range(2):
        try:
            raise RuntimeError(BUYER)
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    stop()

    (place,) = shown
    assert place.startswith("RuntimeError:test_logfile.py:")
    assert file.read_text().count("Not caught: RuntimeError:test_logfile.py:") == 2
    assert "张三" not in file.read_text()


def test_an_error_in_a_helper_thread_is_logged_and_shown(file: Path) -> None:
    shown: list[str] = []
    stop = watch_errors(shown.append)

    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    stop()

    assert [place.partition(":")[0] for place in shown] == ["ZeroDivisionError"]
    assert "ZeroDivisionError" in file.read_text()


def test_a_notice_that_fails_itself_ends_there(file: Path) -> None:
    def fail(_place: str) -> None:
        raise OSError("no window")

    stop = watch_errors(fail)
    sys.excepthook(ValueError, ValueError(), None)
    stop()

    assert "The notice of an error failed | OSError" in file.read_text()


def test_stopping_gives_the_former_hooks_back() -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    watch_errors(lambda _place: None)()

    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_no_log_call_builds_its_sentence_itself() -> None:
    """A sentence with a text already inside could not be told from a fixed one."""
    bad = [
        f"{path.name}:{node.lineno}"
        for package in (app, db)
        for path in Path(package.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}
        and isinstance(node.func.value, ast.Name)
        and "log" in node.func.value.id.lower()
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]

    assert bad == []
