"""Every kind of place that packs may lie in, through the program itself and against a real server on the loopback."""

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from app.cli import run
from app.core.source_states import Form, Mood
from app.formats.packs.packs import save_pack
from app.ui.packs.source_forms import SecretAsked
from tests.journeys.pcs import HELLO, LATER, SHIP, Lead, OpenPc, Pc, pack
from tests.published import ZONE
from tests.system.shares import servers
from tests.system.shares.oss_server import oss
from tests.system.shares.test_contract import NO_SAMBA


class Place(NamedTuple):
    """Where agents read, where the lead writes if that is another way in, and who is let in."""

    address: str
    form: Form
    door: str = ""
    user: str = ""
    password: str = ""


def static(stack: ExitStack, root: Path) -> Place:
    (root / "packs").mkdir()
    url = stack.enter_context(servers.static(root))
    return Place(f"{url}/packs", Form.WEB, str(root / "packs"))


def webdav(stack: ExitStack, root: Path) -> Place:
    (root / "packs").mkdir()
    url = stack.enter_context(servers.webdav(root))
    return Place(f"{url}/packs", Form.WEB, user=servers.USER, password=servers.PASSWORD)


def s3(stack: ExitStack, _root: Path) -> Place:
    url = stack.enter_context(servers.bucket())
    return Place(f"s3://shop/packs?endpoint={url}", Form.BUCKET, user="key", password="secret")


def alibaba(stack: ExitStack, _root: Path) -> Place:
    return Place(stack.enter_context(oss()), Form.BUCKET, user="key", password="secret")


def smb(stack: ExitStack, root: Path) -> Place:
    program = servers.smbd()
    if program is None:
        pytest.skip(NO_SAMBA)
    (root / "shop" / "packs").mkdir(parents=True)
    (root / "samba").mkdir()
    try:
        url = stack.enter_context(servers.samba(program, root / "shop", root / "samba"))
    except servers.NotStarted as error:
        pytest.skip(f"{error}; shares of Windows are not tested")
    return Place(f"{url}/packs", Form.FOLDER, user=getpass.getuser(), password="password")


KINDS: dict[str, Callable[[ExitStack, Path], Place]] = {
    "http": static,
    "webdav": webdav,
    "s3": s3,
    "oss": alibaba,
    "smb": smb,
}
WRITABLE = ("webdav", "s3", "oss", "smb")


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A server of this kind with an empty folder for packs."""
    (tmp_path / "server").mkdir()
    with ExitStack() as stack:
        yield KINDS[request.param](stack, tmp_path / "server")


@pytest.fixture
def boss(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lead:
    """A lead who publishes there, with the password in the variables that are meant for it."""
    if place.user:
        monkeypatch.setenv("QINDESK_SHARE_USER", place.user)
        monkeypatch.setenv("QINDESK_SHARE_PASSWORD", place.password)
    made = Lead(tmp_path, place.address, place.door)
    capsys.readouterr()
    return made


def subscribed(pc: Pc, place: Place) -> None:
    """The agent types the address, is let in, and compares the fingerprint."""
    pc.subscribe(place.address, place.user, place.password)
    pc.wait(lambda: pc.body("ship") == SHIP.body)
    pc.confirm_key()
    pc.wait(lambda: not pc.state.is_restricted)


@pytest.mark.parametrize("place", KINDS, indirect=True)
def test_what_is_published_there_comes_and_what_is_published_anew_too(
    place: Place, boss: Lead, open_pc: OpenPc
) -> None:
    boss.publish(HELLO, SHIP)
    pc = open_pc("小美")
    subscribed(pc, place)
    first = pc.state

    boss.publish(HELLO, LATER, note="发货更快了")
    pc.look()
    pc.wait(lambda: pc.body("ship") == LATER.body)

    assert (first.form, first.mood) == (place.form, Mood.FRESH)
    assert pc.state.source.number == 2
    assert pc.state.reach.trouble is None
    assert place.password == "" or place.password not in pc.state.source.url


@pytest.mark.parametrize("place", WRITABLE, indirect=True)
def test_the_lead_sees_there_who_has_read_a_must_read(
    place: Place, boss: Lead, open_pc: OpenPc, capsys: pytest.CaptureFixture[str]
) -> None:
    boss.publish(HELLO, SHIP)
    pc = open_pc("小美")
    subscribed(pc, place)
    boss.publish(HELLO, LATER, must_read="ship")
    pc.look()
    pc.wait(lambda: bool(pc.desk.subscriptions.news.must_reads()))
    capsys.readouterr()
    before = (confirmed(boss, place), capsys.readouterr().out)

    pc.open_news()
    pc.tap(Qt.Key.Key_Return)

    pc.wait(lambda: confirmed(boss, place) == 0)
    assert before[0] == 1
    assert "小美" in before[1]
    assert "shop/ship" in before[1]


def confirmed(boss: Lead, place: Place) -> int:
    """What `qindesk pack confirmed` answers: 0 where everybody has read everything."""
    return run(["--data", str(boss.data), "pack", "confirmed", place.door or place.address, "--agent", "小美"])


@pytest.mark.parametrize("place", ["http", "webdav", "smb"], indirect=True)
def test_a_plain_workbook_there_is_followed_too(place: Place, tmp_path: Path, open_pc: OpenPc) -> None:
    book = tmp_path / "server" / ("shop/packs" if place.form is Form.FOLDER else "packs") / "话术.xlsx"
    save_pack(str(book), pack(HELLO, SHIP), ZONE)
    pc = open_pc("小美")
    pc.subscribe(f"{place.address}/话术.xlsx", place.user, place.password)
    pc.wait(lambda: pc.step() and pc.body("ship") == SHIP.body)

    save_pack(str(book), pack(HELLO, LATER), ZONE)
    told_at = book.stat().st_mtime + 2  # servers tell whole seconds, and those on Windows nothing else of a file
    os.utime(book, (told_at, told_at))
    pc.wait(lambda: pc.step() and pc.body("ship") == LATER.body)

    assert pc.state.mood is Mood.FRESH


@pytest.mark.parametrize("place", ["webdav", "smb"], indirect=True)
def test_who_is_not_let_in_is_told_so_and_comes_in_with_the_right_password(
    place: Place, boss: Lead, open_pc: OpenPc
) -> None:
    boss.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.subscribe(place.address, "somebody", "wrong")
    pc.wait(lambda: pc.state.mood is Mood.OFFLINE)
    card = next(iter(pc.page.cards.values()))
    said = card.trouble.text()

    card.sign_in.click()
    asked = card.asked
    assert isinstance(asked, SecretAsked)
    asked.fields.user.setText(place.user)
    asked.fields.password.setText(place.password)
    asked.fields.password.returnPressed.emit()

    pc.wait(lambda: pc.body("ship") == SHIP.body)
    assert "user name and password" in said
