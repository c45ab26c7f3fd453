"""The paste by real keys into Chromium: hotkey pressed → text in the page, and → clipboard as it was.

The hotkey's keys are pressed and released at once, as a tool does; a hand takes 50 to 150 ms for that, and the paste
waits for it. Nothing is asserted.
"""

import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.core.desktop import Clip
from app.core.phrases.phrase import Phrase
from tests.desktop.program import fill, running
from tests.desktop.targets import Chromium, chromium
from tests.system.x11.world import Hands, PeerProgram, peer, screen, until

ROUNDS = 50
BUDGET_MS = 60
TEXT = "亲，您的宝贝已经发货啦 /:^_^\n有问题随时找我哦～"


def main(_arguments: list[str]) -> None:
    """Print the table."""
    app = QCoreApplication.instance() or QCoreApplication([])
    assert app
    with tempfile.TemporaryDirectory() as folder, screen() as name:
        hands = Hands(name)
        places = fill(Path(folder) / "data", [Phrase("p1", "发货通知", TEXT, hotkey="Ctrl+Alt+Y")])
        with (
            peer(name, "other", 700) as other,
            chromium(name, hands, Path(folder)) as chat,
            running(name, hands, places),
        ):
            hands.bring(chat.window)
            rounds = [_round(number, hands, chat, other) for number in range(ROUNDS + 3)][3:]
        hands.close()
    print(f"{'hotkey → …, ms':<28}{'p50':>8}{'p95':>8}{'max':>8}{'budget':>9}")
    for title, place, budget in (
        ("paste key in Chromium", 0, ""),
        ("text in Chromium", 1, f"≤ {BUDGET_MS}"),
        ("clipboard as it was", 2, ""),
    ):
        figures = sorted(row[place] for row in rounds)
        p95 = figures[int(len(figures) * 0.95)]
        print(f"{title:<28}{statistics.median(figures):>8.1f}{p95:>8.1f}{figures[-1]:>8.1f}{budget:>9}")
    print(f"right: {sum(row[3] for row in rounds)} of {len(rounds)}")


def _round(number: int, hands: Hands, chat: Chromium, other: PeerProgram) -> tuple[float, float, float, bool]:
    chat.clear()
    before = f"old {number}".encode()
    other.copy(Clip({Clip.TEXT: before}))
    pressed_at = time.time() * 1000
    hands.tap("Ctrl+Alt+Y")
    until(chat.text)
    until(lambda: other.read() == before)
    restored_at = time.time() * 1000
    events = chat.events()
    key_at = next(event["at"] for event in events if event["name"] == "keydown" and event["key"] == "v")
    text_at = next(event["at"] for event in events if event["name"] == "input")
    return key_at - pressed_at, text_at - pressed_at, restored_at - pressed_at, chat.text() == TEXT


if __name__ == "__main__":
    main([])
