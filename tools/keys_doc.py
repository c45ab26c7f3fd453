"""`make keys`: all keys for the manual, `docs/keys.en.md` and `docs/keys.zh.md`, from the tables that bind them.

The rule: nothing is written by hand; a test compares the pages with the tables.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtWidgets import QApplication

from app.core.settings import HOTKEYS, Language
from app.ui.dialogs.key_sections import KeySection, every_section
from app.ui.dialogs.keys_page import global_lines
from app.ui.words import Words

DOCS = Path(__file__).resolve().parent.parent / "docs"
_WRITTEN = {"Return": "Enter", "Del": "Delete", "PgDown": "PageDown"}
_HEADS = {
    Language.ENGLISH: ("All keys on one page", "In every program", "key", "what it does"),
    Language.CHINESE: ("按键一览", "在任何程序里", "按键", "作用"),
}
_HINTS = {
    Language.ENGLISH: "`F1` shows this page in QinDesk. The global keys can be changed in the settings (`Ctrl+,`).",
    Language.CHINESE: "在亲台里按 `F1` 也能看到这一页。全局按键可以在设置里改（`Ctrl+,`）。",
}
FILES = {Language.ENGLISH: "keys.en.md", Language.CHINESE: "keys.zh.md"}


def page(language: Language) -> str:
    """The page, in the language whose translation is on."""
    title, everywhere, key, told = _HEADS[language]
    parts = [f"# {title}", _HINTS[language]]
    for section in (KeySection(everywhere, global_lines(HOTKEYS)), *every_section()):
        rows = [f"| {_key(line.chord)} | {line.told} |" for line in section.lines]
        parts.append("\n".join((f"## {section.name}", "", f"| {key} | {told} |", "| --- | --- |", *rows)))
    return "\n\n".join(parts) + "\n"


def _key(chord: str) -> str:
    """A key as it stands on the keyboard."""
    for short, long in _WRITTEN.items():
        chord = chord.replace(short, long)
    return ", ".join(f"`{each}`" for each in chord.split(", "))


def main() -> None:
    """Write both."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["keys"])
    assert isinstance(app, QApplication)
    words = Words(app, Language.ENGLISH)
    for language, name in FILES.items():
        words.use(language)
        (DOCS / name).write_text(page(language), "utf-8")
    words.close()


if __name__ == "__main__":
    main()
