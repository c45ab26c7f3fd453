import pickle
import sys
from pathlib import Path

import pytest

from app.core.phrases.phrase import Image, Phrase
from app.system.draft_file import DraftFile

PICTURE = f"{'a' * 64}.png"


def test_the_pictures_of_what_was_written_are_told(tmp_path: Path) -> None:
    drafts = DraftFile(tmp_path / "drafts")
    drafts.keep({"phrases": {"": Phrase("p1", "", "亲，看图", images=(Image(PICTURE),))}})

    assert drafts.pictures() == {PICTURE}


def test_without_drafts_there_are_no_pictures(tmp_path: Path) -> None:
    assert DraftFile(tmp_path / "drafts").pictures() == frozenset()


def test_drafts_that_cannot_be_opened_now_are_not_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = DraftFile(tmp_path / "drafts")
    drafts.keep({"phrases": {"": Phrase("p1", "", "亲，写到一半")}})

    with monkeypatch.context() as scanned:
        scanned.setattr(Path, "read_bytes", _held)
        read = drafts.read()

    assert read == {}
    assert [*drafts.read()["phrases"]] == [""]


def _held(_path: Path) -> bytes:
    raise PermissionError(13, "another program has it open")


@pytest.mark.parametrize("name", ["Thing", "Thing.inner"])
def test_what_a_draft_must_not_name_is_not_even_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "elsewhere.py").write_text("class Thing:\n    inner = object\n", encoding="utf-8")
    (tmp_path / "drafts").write_bytes(pickle.dumps([("phrases", "", _naming("elsewhere", name))]))

    read = DraftFile(tmp_path / "drafts").read()

    assert read == {}
    assert "elsewhere" not in sys.modules


def test_a_class_that_a_module_of_ours_only_uses_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_bytes(pickle.dumps([("phrases", "", _naming("app.core.phrases.phrase", "Enum"))]))

    read = DraftFile(tmp_path / "drafts").read()

    assert read == {}


def _naming(module: str, name: str) -> bytes:
    """A pickle of a class by its name, as nobody writes it but somebody who means harm."""
    texts = b"".join(b"\x8c" + bytes([len(text)]) + text.encode() for text in (module, name))
    return b"\x80\x04" + texts + b"\x93."
