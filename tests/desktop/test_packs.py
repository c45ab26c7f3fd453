"""A lead with Excel and three PCs: what is published is pasted on each of them within two minutes, at everyday pace.

The PCs are three whole programs on three screens with a chat each; nothing but the shared folder is between them.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.cli import run
from app.core.settings import Language
from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import Paths
from tests.desktop.program import Program, fill, running
from tests.system.x11.world import Hands, PeerProgram, peer, screen, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(400)]

TWO_MINUTES = 120
BEFORE, AFTER = "亲，满128减15，首页就能领", "亲，满200减30，首页就能领"


class Pc:
    """One agent's computer: QinDesk, a chat, and hands."""

    def __init__(self, places: Paths, program: Program, chat: PeerProgram, hands: Hands) -> None:
        self.program = program
        self._places, self._chat, self._hands = places, chat, hands

    def body(self) -> str:
        """What the phrase of the team says on this computer now."""
        desk = open_desk(self._places, SystemClock())
        try:
            found = desk.library.get("d12/quan")
            return found.body if found and found.deleted_at is None else ""
        finally:
            desk.close()

    def paste(self) -> str:
        """Type the short code over the chat; what arrives there."""
        self._chat.ask("renew")
        self._hands.bring(self._chat.handle)
        self._hands.tap("Ctrl+Alt+Space")
        until(lambda: self._hands.has_focus(self.program.window), why="the search")
        self._hands.write("quan")
        self._hands.tap("enter")
        said: str = until(lambda: self._chat.ask("text"), why="the words in the chat")
        return said


class Lead:
    """A workbook, a key, and the folder that everybody reads."""

    def __init__(self, folder: Path) -> None:
        self.share, self._book, self._data = folder / "share", folder / "d12.xlsx", folder / "lead"
        self.share.mkdir()
        self._run("keygen", "--no-password")
        self._run("new", str(self._book), "--id", "d12", "--name", "双12话术")
        self._row = 0

    def publish(self, body: str, note: str) -> None:
        """Write the phrase into its row, save, and publish the workbook."""
        book = openpyxl.load_workbook(self._book)
        page = book["话术"]
        self._row = self._row or page.max_row + 1
        for column, text in enumerate(("quan", "优惠券", body), start=1):
            page.cell(self._row, column, text)
        book.save(self._book)
        self._run("publish", str(self._book), str(self.share), "--note", note)

    def _run(self, *words: str) -> None:
        assert run(["--data", str(self._data), "pack", *words]) == 0


@pytest.fixture
def lead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Lead:
    made = Lead(tmp_path)
    made.publish(BEFORE, "第一版")
    capsys.readouterr()
    return made


@pytest.fixture
def pcs(lead: Lead, tmp_path: Path, display_name: str) -> Iterator[list[Pc]]:
    """Three that have subscribed to the folder; one of them on the screen that is there."""
    with contextlib.ExitStack() as stack:
        names = [display_name, *(stack.enter_context(screen()) for _ in range(2))]
        yield [stack.enter_context(_pc(name, tmp_path / f"pc{at}", lead)) for at, name in enumerate(names)]


@contextlib.contextmanager
def _pc(display_name: str, folder: Path, lead: Lead) -> Iterator[Pc]:
    places = fill(folder, ())
    desk = open_desk(places, SystemClock())
    desk.preferences.change(language=Language.CHINESE, agent=folder.name)
    desk.subscriptions.sources.load()
    desk.subscriptions.sources.add(str(lead.share))
    desk.close()
    with (
        contextlib.closing(Hands(display_name)) as hands,
        peer(display_name, "chat") as chat,
        running(display_name, hands, places) as program,
    ):
        yield Pc(places, program, chat, hands)


def test_three_pcs_paste_what_was_published_within_two_minutes(lead: Lead, pcs: list[Pc]) -> None:
    until(lambda: all(pc.body() == BEFORE for pc in pcs), TWO_MINUTES, "the first publication everywhere")
    first = [pc.paste() for pc in pcs]

    lead.publish(AFTER, "券改了")
    until(lambda: all(pc.body() == AFTER for pc in pcs), TWO_MINUTES, "the second publication everywhere")

    assert first == [BEFORE] * 3
    assert [pc.paste() for pc in pcs] == [AFTER] * 3
