"""How many lines notices take in a narrow window: measured there, for every sentence that may be said."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel

import app
from app.core.settings import Language, Theme
from app.ui import sentences
from app.ui.theme import Look
from app.ui.window.docking import MAX_WIDTH, WIDTH
from app.ui.words import Words
from tests.ui.desk import Desk

ROOT = Path(app.__file__).parent
OF_NOTICES = (
    *("ui/outcomes.py", "ui/deeds.py", "ui/orders/acts.py", "ui/orders/deeds.py", "ui/orders/notices.py"),
    *("ui/orders/duty_notices.py", "ui/timers/notices_said.py", "ui/sheet_panel/deeds.py", "ui/packs/news_panel.py"),
    *("ui/packs/pack_notices.py", "ui/phrases/panel.py", "ui/inside.py", "front/counter.py", "front/beside_chat.py"),
    *("front/sheet/doors.py", "front/orders/urges.py", "front/orders/folder.py", "front/rooms.py", "front/doors.py"),
    *("front/update_room.py", "front/novelties.py", "front/packs/room.py", "front/packs/publishing_door.py"),
)
"""The modules whose sentences are said in the line at the foot."""
USUAL = {
    "{name}": ("阿良 ¥128", "阿良 ¥128"),
    "{names}": ("小熊猫 ¥128, 阿良 ¥59, 橙子 ¥99…", "小熊猫 ¥128、阿良 ¥59、橙子 ¥99…"),
    "{title}": ("催付·温和提醒", "催付·温和提醒"),
    "{length}": ("3 h 12 min", "3小时12分"),
    "{ago}": ("12 min ago", "12分钟前"),
    "{moment}": ("tomorrow 10:30", "明天 10:30"),
    "{step}": ("Gentle", "温和提醒"),
    "{why}": ("Urged 3 times today", "今天已经催过3次"),
    "{trouble}": (
        "Not saved: the disk is full. Free space; phrases are safe.",
        "没有存下：磁盘满了，话术都在。",
    ),
    "{left}": ("12 unpaid orders, 3 promises", "12单待付款、3个跟进"),
    "{what}": ("小熊猫 · 查快递", "小熊猫 · 查快递"),
    "{words}": ("最好", "最好"),
    "{shift}": ("Day shift", "白班"),
    "{sentence}": ("双11 开售 ends in 10 min", "双11 开售还有10分钟结束"),
    "{program}": ("AliWorkbench", "AliWorkbench"),
    "{place}": ("urging.py:40", "urging.py:40"),
    "{count}": ("12", "12"),
    "{number}": ("2", "2"),
    "{missed}": ("3", "3"),
    "{version}": ("1.2.0", "1.2.0"),
    "{key}": ("Ctrl+Shift+D", "Ctrl+Shift+D"),
}
"""What stands in the gaps as a rule, at its longest: in English and in Chinese."""
OF_PROMISES = {"{names}": ("小熊猫, 阿良, 橙子…", "小熊猫、阿良、橙子…")}
"""There no amount stands behind a name."""


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _of_module(name: str) -> Iterator[tuple[str, str]]:
    """The sentences of a module with their contexts."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    for around in ast.walk(tree):
        owner = around.name if isinstance(around, ast.ClassDef) else ""
        for node in ast.walk(around) if owner or isinstance(around, ast.Module) else ():
            if not isinstance(node, ast.Call):
                continue
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if _called(node) in ("translate", "QT_TRANSLATE_NOOP") and len(texts) == 2:
                yield texts[0], texts[1]
            elif _called(node) == "tr" and owner and len(texts) == 1:
                yield owner, texts[0]


def _every() -> list[tuple[str, str]]:
    own = [*sentences.REASONS.values(), *sentences.NAMELESS.values(), *sentences.TROUBLES.values()]
    own += [each for told in (*sentences.DEEDS.values(), *sentences.UNDONE.values()) for each in told if each]
    said = [("sentences", each) for each in (*own, sentences.ERROR)]
    return sorted({*said, *(each for name in OF_NOTICES for each in _of_module(name))})


def _filled(context: str, source: str, *, is_chinese: bool) -> str:
    text = QCoreApplication.translate(context, source)
    for gap, values in {**USUAL, **(OF_PROMISES if context == "duties" else {})}.items():
        text = text.replace(gap, values[is_chinese])
    return text


@pytest.fixture(params=[(1.0, WIDTH, 2), (1.5, MAX_WIDTH, 3)], ids=["100 %", "150 %"])
def sized(request: pytest.FixtureRequest, look: Look) -> Iterator[tuple[int, int]]:
    """The text setting that is on, as how wide the window is and how many lines a notice may have.

    With so large letters the program makes no window narrower than that, and it has the places at its edge.
    """
    factor, width, most = request.param
    look.use(Theme.LIGHT, factor)
    yield width, most
    look.use(Theme.LIGHT)


@pytest.fixture(params=[Language.ENGLISH, Language.CHINESE], ids=["English", "Chinese"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication, look: Look, desk: Desk) -> Iterator[Language]:
    """The language that is on once the window stands, which begins in English."""
    words = Words(qapp, request.param)
    look.respell()
    yield request.param
    words.use(Language.ENGLISH)
    words.close()
    look.respell()


def test_no_notice_takes_more_lines_of_a_narrow_window_than_can_be_read_at_a_glance(
    desk: Desk, sized: tuple[int, int], spoken: Language
) -> None:
    width, most = sized
    desk.window.resize(width, 700)
    notice = desk.inside.notice
    label = notice.findChild(QLabel, "said")
    long = []

    for context, source in _every():
        text = _filled(context, source, is_chinese=spoken is Language.CHINESE)
        notice.say(text, action="Undo")
        notice.layout().activate()
        lines = round(label.heightForWidth(label.width()) / label.fontMetrics().lineSpacing())
        long += [(lines, text)] if lines > most else []

    assert desk.window.width() == width
    assert not long, "\n".join(f"{lines} {text}" for lines, text in long)
