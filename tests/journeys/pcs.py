"""PCs of agents and a lead with the command line, for journeys of packs."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.cli import run
from app.core.changes import Changed
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import Entry
from app.core.source_states import SourceState
from app.formats.packs.packs import save_pack
from app.ui.packs.news_lines import Line, Part
from app.ui.packs.news_panel import NewsPanel
from app.ui.place_names import NEWS
from app.ui.settings_dialog.dialog import SettingsDialog
from app.ui.settings_dialog.sections import Section
from app.ui.settings_dialog.sources import SourcesPage
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop
from tests.published import ZONE

SOON_MS = 20_000
_STEP = timedelta(seconds=5)


class Pc(Shop):
    """An agent's program with the packs that come to it."""

    def _changed(self, kinds: Changed) -> None:
        super()._changed(kinds)
        self.doors.packs.show_changes(kinds)

    is_running = True

    def __init__(self, qapp: QApplication, look: Look, qtbot: QtBot, folder: Path, clock: FakeClock) -> None:
        super().__init__(qapp, look, qtbot, folder, clock)
        self.folder = folder
        self.sheet_doors.made.connect(self.doors.packs.dress_form)

    def close(self) -> None:
        """Quit, once."""
        if self.is_running:
            self.is_running = False
            super().close()

    def subscribe(self, address: str, user: str = "", password: str = "") -> None:
        """Add an address in the settings, as an agent does, with what lets this PC in."""
        self.page.address.setText(address)
        self.page.secret.user.setText(user)
        self.page.secret.password.setText(password)
        self.page.add_button.click()
        assert not self.page.address_row.refusal

    @property
    def page(self) -> SourcesPage:
        """The section of sources, opened as from the first start."""
        self.doors.settings.open_sources()
        dialog = self.openings.get("settings")
        assert isinstance(dialog, SettingsDialog)
        page = dialog.page(Section.SOURCES)
        assert isinstance(page, SourcesPage)
        return page

    @property
    def news(self) -> NewsPanel:
        place = self.doors.packs.place
        assert place is not None
        return place.panel

    @property
    def state(self) -> SourceState:
        """How its first source stands."""
        return self.doors.packs.open().states()[0]

    def wait(self, is_there: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_there, timeout=SOON_MS)

    def look(self) -> None:
        """The moment of the next look has come."""
        self.doors.packs.look()

    def step(self) -> bool:
        """The two looks that a plain file takes are some seconds apart."""
        self.clock.go(_STEP)
        self.look()
        return True

    def confirm_key(self) -> None:
        """Compare the fingerprint and say yes."""
        card = next(iter(self.page.cards.values()))
        self.wait(lambda: card.confirm.isVisibleTo(card))
        card.confirm.click()

    def open_news(self) -> None:
        """Go to the place of news with the keyboard."""
        self.inside.routing.open(NEWS)
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.waitUntil(self.news.list.hasFocus)

    def body(self, own_id: str) -> str:
        found = self.desk.library.get(f"shop/{own_id}")
        return found.body if found and found.deleted_at is None else ""

    def lines(self, part: Part = Part.NEWS) -> list[Line]:
        return [line for line in self.news.list.news.lines if line.part is part]


OpenPc = Callable[[str], Pc]


@pytest.fixture
def open_pc(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPc]:
    """Opens the program on a data folder of its own; what runs at the end is closed."""
    opened: list[Pc] = []

    def make(name: str) -> Pc:
        pc = Pc(qapp, look, qtbot, tmp_path / name, FakeClock(NOON))
        pc.desk.preferences.change(agent=name)
        pc.doors.packs.start()
        opened.append(pc)
        return pc

    yield make
    for pc in opened:
        pc.close()
    qapp.processEvents()


class Lead:
    """A lead with a file and the command line. `place` is where agents read what is published; the lead writes there
    too, unless `door` is another way in."""

    def __init__(self, folder: Path, place: str = "", door: str = "") -> None:
        self.share = folder / "share"
        self.share.mkdir(exist_ok=True)
        self.place = place or str(self.share)
        self.data, self._door, self._file = folder / "lead", door or self.place, folder / "pack.json"
        assert run(["--data", str(self.data), "pack", "keygen", "--no-password"]) == 0

    def publish(self, *things: Phrase | Entry, note: str = "改了", must_read: str = "") -> None:
        save_pack(str(self._file), pack(*things), ZONE)
        marks = ("--must-read", must_read) if must_read else ()
        told = ("pack", "publish", str(self._file), self._door, "--note", note, *marks)
        assert run(["--data", str(self.data), *told]) == 0


@pytest.fixture
def lead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Lead:
    made = Lead(tmp_path)
    capsys.readouterr()
    return made


def phrase(own_id: str, body: str, **fields: object) -> Phrase:
    return Phrase(f"shop/{own_id}", own_id, body, source="shop", **fields)  # type: ignore[arg-type]


def pack(*things: Phrase | Entry) -> Pack:
    phrases = tuple(thing for thing in things if isinstance(thing, Phrase))
    entries = tuple(thing for thing in things if not isinstance(thing, Phrase))
    return Pack(PackHead("shop", "店铺话术", publisher="小周"), phrases, entries)


HELLO, SHIP, GONE = phrase("hello", "亲,在的~"), phrase("ship", "亲，七天内发出"), phrase("gone", "亲，满百包邮")
LATER = phrase("ship", "亲，三天内发出")
