"""The page about publishing says what the program does."""

import argparse
import re
import shlex
from pathlib import Path

from app.commands import pack_publishing
from app.core.packs.names import confirmation_file, read_number_file, read_pack_file, read_stamp, signature_file
from app.core.packs.trust import SENTENCES

TEXT = (Path(__file__).parents[2] / "docs" / "publishing.md").read_text("utf-8")


def _parsed(words: list[str]) -> argparse.Namespace:
    whole = argparse.ArgumentParser()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true")
    pack_publishing.add(whole.add_subparsers(), common)
    return whole.parse_args(words)


def test_every_command_on_the_page_can_be_called() -> None:
    shown = re.findall(r"qindesk pack ([^`\n]+)", TEXT)

    assert len(shown) >= 10
    for line in shown:
        assert callable(_parsed(shlex.split(line)).run), line


def test_every_reason_to_refuse_is_on_the_page() -> None:
    for sentence in SENTENCES.values():
        assert f"| {re.sub('{.*?}', '…', sentence)} |" in TEXT


def test_the_files_on_the_page_are_called_as_the_program_calls_them() -> None:
    files = re.findall(r"^\| `([^`]+)` \| [^|]*[^\x00-\x7f]", TEXT, re.MULTILINE)
    pack, signature, number, key, index, read = (name for name in files if not name.startswith("qindesk"))

    told = read_pack_file(pack)
    assert told is not None
    assert (told.pack_id, told.number) == ("shop", 7)
    assert signature == signature_file(pack)
    assert read_number_file(number) == ("shop", 7)
    assert re.fullmatch(r"[0-9A-F]{16}\.pub", key)
    assert index == "index.json"
    assert re.sub(r"[0-9a-f]{8}\.json$", "", read) == re.sub(
        r"[0-9a-f]{8}\.json$", "", confirmation_file("shop", "小美")
    )


def test_the_signed_line_on_the_page_is_the_programs_own() -> None:
    line = re.findall(r"`(pack:[^`]+)`", TEXT)[0].replace("…", "0" * 64)

    assert read_stamp(line) is not None
