import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.phrases.phrase import MAX_IMAGE_BYTES, BadPhrase
from app.core.storage import NotStored, Trouble
from db.images import ImageFolder

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"
NOW = datetime(2026, 11, 11, tzinfo=UTC)
LATER = NOW + timedelta(days=40_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "images"


@pytest.fixture
def images(folder: Path) -> ImageFolder:
    return ImageFolder(folder)


@pytest.mark.parametrize(
    ("content", "suffix"),
    [(PNG, "png"), (b"\xff\xd8\xff\xe0rest", "jpg"), (b"GIF87a...", "gif"), (b"GIF89a...", "gif")],
)
def test_a_picture_is_known_by_its_content(images: ImageFolder, folder: Path, content: bytes, suffix: str) -> None:
    name = images.put(content)

    assert name.endswith(f".{suffix}")
    assert len(name.partition(".")[0]) == 64
    assert images.read(name) == content
    assert [path.name for path in folder.iterdir()] == [name]


def test_the_same_picture_is_kept_once(images: ImageFolder, folder: Path) -> None:
    assert images.put(PNG) == images.put(PNG)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"BM bitmap", b"MZ program", b"GIF90a"])
def test_what_is_no_picture_is_refused(images: ImageFolder, folder: Path, content: bytes) -> None:
    with pytest.raises(BadPhrase) as caught:
        images.put(content)

    assert (caught.value.field, caught.value.rule) == ("images", "not_a_picture")
    assert not folder.exists()


def test_a_picture_of_five_megabytes_is_taken_and_one_byte_more_is_not(images: ImageFolder) -> None:
    images.put(PNG.ljust(MAX_IMAGE_BYTES, b"."))

    with pytest.raises(BadPhrase) as caught:
        images.put(PNG.ljust(MAX_IMAGE_BYTES + 1, b"."))

    assert (caught.value.rule, caught.value.limit) == ("too_large", MAX_IMAGE_BYTES)


@pytest.mark.parametrize("name", ["", "../qindesk.db", "/etc/passwd", "a.png", "0" * 64 + ".exe", "0" * 64 + ".png"])
def test_a_name_that_is_no_picture_of_ours_is_gone(images: ImageFolder, name: str) -> None:
    with pytest.raises(NotStored) as caught:
        images.read(name)

    assert caught.value.trouble is Trouble.GONE


def test_a_picture_that_was_changed_on_the_disk_is_damaged(images: ImageFolder, folder: Path) -> None:
    name = images.put(PNG)
    (folder / name).write_bytes(PNG[:-1])

    with pytest.raises(NotStored) as caught:
        images.read(name)

    assert caught.value.trouble is Trouble.DAMAGED
    assert images.put(PNG) == name
    assert images.read(name) == PNG


def test_a_full_disk_leaves_no_half_a_picture(
    images: ImageFolder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.files.sync", refuse)

    with pytest.raises(NotStored) as caught:
        images.put(PNG)

    assert caught.value.trouble is Trouble.FULL
    assert list(folder.iterdir()) == []


def test_unused_pictures_are_collected_and_used_ones_stay(images: ImageFolder, folder: Path) -> None:
    used, unused = images.put(PNG), images.put(PNG + b"2")
    (folder / "notes.txt").write_text("not ours")
    (folder / f"{unused}.part").write_bytes(b"half")

    count = images.remove(images.idle({used}, before=LATER))

    assert count == 2
    assert {path.name for path in folder.iterdir()} == {used, "notes.txt"}


def test_a_picture_of_an_open_editor_is_not_collected(images: ImageFolder, folder: Path) -> None:
    name = images.put(PNG)
    os.utime(folder / name, (0, 0))
    images.put(PNG)

    idle = images.idle((), before=datetime(1971, 1, 1, tzinfo=UTC))

    assert not idle
    assert images.read(name) == PNG


def test_collecting_where_there_never_was_a_picture_is_no_error(images: ImageFolder) -> None:
    assert images.remove(images.idle((), before=LATER)) == 0
