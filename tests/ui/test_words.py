import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
import pytest
from PySide6.QtWidgets import QApplication

import app.ui
from app.core.phrases.pasting import NotPasted, Reason
from app.core.phrases.phrase import BadPhrase, Role, Stage
from app.core.settings import Language
from app.core.storage import Trouble
from app.ui import sentences, trade_words
from app.ui.words import FOLDER, Words

ROOM = Path(app.ui.__file__).parent
FILE = FOLDER / "qindesk_zh_CN.ts"
TOOLS = Path(PySide6.__file__).parent
PLACE = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Every sentence of the interface with its context, as lupdate finds them now."""
    fresh = tmp_path_factory.mktemp("words") / "fresh.ts"
    files = [str(path) for path in sorted((*ROOM.rglob("*.py"), *(ROOM.parent / "front").rglob("*.py")))]
    subprocess.run([TOOLS / "lupdate", *files, "-ts", fresh], check=True, capture_output=True)
    return {(context, source) for context, source, _ in _messages(fresh)}


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Words]:
    monkeypatch.setattr("app.ui.words.FOLDER", tmp_path)
    compiled = tmp_path / "qindesk_zh_CN.qm"
    subprocess.run([TOOLS / "lrelease", FILE, "-qm", compiled], check=True, capture_output=True)
    words = Words(qapp, Language.CHINESE)
    yield words
    words.use(Language.ENGLISH)
    shutil.rmtree(tmp_path)


def _messages(path: Path) -> list[tuple[str, str, str]]:
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    ]


def test_every_sentence_is_translated(sources: set[tuple[str, str]]) -> None:
    translated = {(context, source) for context, source, translation in _messages(FILE) if translation}

    assert sources - translated == set()


def test_no_translation_is_of_a_sentence_that_is_gone(sources: set[tuple[str, str]]) -> None:
    assert {(context, source) for context, source, _ in _messages(FILE)} - sources == set()


def test_a_translation_has_the_places_of_its_source() -> None:
    wrong = [
        source
        for _, source, translation in _messages(FILE)
        if sorted(PLACE.findall(source)) != sorted(PLACE.findall(translation))
    ]

    assert wrong == []


def test_the_language_is_switched_at_once(chinese: Words) -> None:
    in_chinese = trade_words.of_stage(Stage.WELCOME)
    chinese.use(Language.ENGLISH)

    assert (in_chinese, trade_words.of_stage(Stage.WELCOME)) == ("欢迎", "Welcome")


@pytest.mark.usefixtures("chinese")
def test_an_update_that_writes_over_the_translations_takes_no_word_away(tmp_path: Path) -> None:
    (tmp_path / "qindesk_zh_CN.qm").write_bytes(b"")

    assert trade_words.of_stage(Stage.WELCOME) == "欢迎"


def test_qt_speaks_the_language_too(chinese: Words, qapp: QApplication) -> None:
    assert qapp.translate("QLineEdit", "&Copy") != "&Copy"


def test_a_missing_translation_is_named_and_no_error(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.words.FOLDER", tmp_path)

    words = Words(qapp, Language.CHINESE)

    assert words.missing == "qindesk_zh_CN.qm"
    words.use(Language.ENGLISH)


def test_there_is_a_sentence_for_every_refusal_and_every_trouble() -> None:
    refusals = [sentences.of_refusal(NotPasted(reason, "1", names=("shop",))) for reason in Reason]
    troubles = [sentences.of_trouble(trouble) for trouble in Trouble]

    said = refusals + troubles
    assert len(set(said)) == len(said)
    assert not any(PLACE.search(sentence) for sentence in said)


def test_there_is_a_word_for_every_stage_and_role() -> None:
    assert all(map(trade_words.of_stage, Stage))
    assert all(map(trade_words.of_role, Role))


def test_a_refusal_names_what_is_missing_as_the_agent_knows_it() -> None:
    sentence = sentences.of_refusal(NotPasted(Reason.MISSING_FACTS, "1", names=("hello", "剩余时间")))

    assert "greeting, 剩余时间" in sentence


def test_a_refusal_tells_of_parts_that_had_gone_out() -> None:
    assert "2 parts" in sentences.of_refusal(NotPasted(Reason.TARGET_MOVED, "1", parts_done=2))


def test_a_rule_names_its_limit() -> None:
    assert "20,000" in sentences.of_rule(BadPhrase("body", "too_long", 20_000))


def test_a_rule_that_is_new_is_still_said() -> None:
    assert "odd_rule" in sentences.of_rule(BadPhrase("body", "odd_rule"))


@pytest.mark.parametrize("reason", ["unreadable", "no_modifier", "input_method", "system", "editing"])
def test_there_is_a_sentence_for_every_bad_chord(reason: str) -> None:
    assert sentences.CHORDS[reason] == sentences.of_chord_reason(reason)
