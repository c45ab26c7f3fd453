"""What the front door gives to the window of a lead, on a real data folder and real shares."""

import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.imports.reading import UNWATCHED
from app.core.packs.findings import Severity
from app.core.packs.lead_choices import LeadChoices, Origin
from app.core.packs.of_own import OwnThings
from app.core.packs.publishing import NotPublished, Obstacle, Published
from app.core.phrases.phrase import Image
from app.core.shares.share import Fault, Secret, ShareTrouble
from app.core.sheet.entries import SAMPLE
from app.front import books
from app.front.desk import Desk, open_desk
from app.front.packs.publishing_asked import by_publishing
from app.system.paths import Paths, paths
from app.ui.pack_dialogs.publish_desk import NoSigner, PublishDesk
from tests.fakes import FakeClock
from tests.published import FORM, pack
from tests.system.shares import servers

NOON = datetime(2026, 11, 11, 4, 0, tzinfo=UTC)
PASSWORD = "open sesame"


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    made = paths(tmp_path / "data")
    made.make()
    return made


@pytest.fixture
def desk(places: Paths) -> Iterator[Desk]:
    opened = open_desk(places, FakeClock(NOON))
    opened.preferences.change(agent="小夏", shop="小店")
    yield opened
    opened.close()


@pytest.fixture
def asked(desk: Desk, places: Paths) -> PublishDesk:
    return by_publishing(desk, places)


def test_choices_are_there_after_the_next_start(desk: Desk, places: Paths, asked: PublishDesk) -> None:
    chosen = LeadChoices(file="/shop/a.xlsx", groups=(("付款", "催付"), ()), team=("小美",), rules="warn 最\n")

    asked.keep(chosen)

    desk.preferences.load()
    assert by_publishing(desk, places).choices() == chosen


def test_a_password_of_a_share_lies_in_a_file_of_its_owner_and_nowhere_else(
    asked: PublishDesk, places: Paths, desk: Desk
) -> None:
    asked.keep_secret("https://dav.example.com/packs", Secret("mei", "s3cret-geheim"))

    assert asked.secret("https://dav.example.com/packs") == Secret("mei", "s3cret-geheim")
    assert asked.secret("https://other.example.com") is None
    holders = [path.name for path in places.data.rglob("*") if path.is_file() and b"s3cret-geheim" in path.read_bytes()]
    assert holders == ["share-secrets.json"]
    if sys.platform != "win32":
        assert stat.S_IMODE((places.data / "share-secrets.json").stat().st_mode) == 0o600


def test_a_key_is_made_once_and_opens_with_its_password_only(asked: PublishDesk, places: Paths) -> None:
    assert asked.keys.look("").trouble == "not_there"

    made = asked.keys.make(PASSWORD)

    look = asked.keys.look("")
    assert (look.public, look.is_protected, look.trouble) == (made.public, True, "")
    assert asked.keys.open("", PASSWORD).public == made.public
    with pytest.raises(NoSigner, match="wrong_password"):
        asked.keys.open("", "wrong")
    with pytest.raises(NoSigner, match="exists"):
        asked.keys.make(PASSWORD)


def test_the_blank_workbook_names_the_shop_and_who_publishes(asked: PublishDesk, tmp_path: Path) -> None:
    book = tmp_path / "d11.xlsx"

    asked.template(str(book), True)
    examined = asked.examine(LeadChoices(file=str(book)), OwnThings(), UNWATCHED)

    assert examined.reading.draft is not None
    head = examined.reading.draft.head
    assert (head.id, head.name, head.publisher, head.language) == ("d11", "小店", "小夏", "zh-CN")
    assert examined.pack is None
    assert [finding.rule for finding in examined.findings if finding.severity is Severity.ERROR] == ["nothing_in_it"]


def test_a_file_that_is_gone_is_a_finding_and_has_no_stamp(asked: PublishDesk, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.xlsx")

    examined = asked.examine(LeadChoices(file=gone), OwnThings(), UNWATCHED)

    assert [finding.rule for finding in examined.findings] == ["not_found"]
    assert examined.pack is None
    assert asked.stamp(gone) is None


def test_a_picture_that_is_lost_stops_what_this_pc_holds(desk: Desk, asked: PublishDesk, places: Paths) -> None:
    picture = desk.stores.images.put(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    draft = replace(desk.library.draft("亲，看图"), group=("图",))
    desk.library.save(replace(draft, images=(Image(picture),)))
    chosen = LeadChoices(origin=Origin.OWN, pack_id="shop", groups=(("图",),))
    whole = asked.examine(chosen, asked.own(), UNWATCHED)

    (places.images / picture).unlink()
    broken = asked.examine(chosen, asked.own(), UNWATCHED)

    assert whole.pack is not None
    assert set(whole.pack.images) == {picture}
    assert broken.pack is None
    assert "image_missing" in {finding.rule for finding in broken.findings}


def test_how_much_of_the_sample_stays_out_is_told(desk: Desk, asked: PublishDesk) -> None:
    desk.library.save(replace(desk.library.draft("亲，在的"), group=("图",)))
    books.sample(desk).put_in()
    chosen = LeadChoices(origin=Origin.OWN, pack_id="shop", groups=(("图",),))

    examined = asked.examine(chosen, asked.own(), UNWATCHED)

    assert examined.samples == len([entry for entry in desk.sheet.sheet if entry.source == SAMPLE])
    assert examined.samples > 0
    assert examined.pack is not None
    assert len(examined.pack.items()) == 1


def test_a_plain_file_is_compared_with_what_lies_there(asked: PublishDesk, tmp_path: Path) -> None:
    target = str(tmp_path / "共享.json")

    first = asked.plain.preview(target, pack())
    asked.plain.save(target, pack())

    assert len(first.differences) == 2
    with pytest.raises(NotPublished) as refused:
        asked.plain.preview(target, pack())
    assert refused.value.obstacle is Obstacle.NOTHING_NEW
    assert asked.plain.left_out(str(tmp_path / "共享.csv"), pack()) == {}


def test_it_is_published_into_a_webdav_folder_with_the_password_that_is_kept(
    asked: PublishDesk, tmp_path: Path
) -> None:
    served = tmp_path / "served"
    (served / "packs").mkdir(parents=True)
    with servers.webdav(served) as url:
        address, _secret, needs_password = asked.clean(f"{url}/packs")
        with pytest.raises(ShareTrouble) as refused:
            asked.folder(address).base("shop")
        asked.keep_secret(address, Secret(servers.USER, servers.PASSWORD))

        done = asked.folder(address, asked.keys.make(PASSWORD)).publish(pack(), "第一版", None, 0)

    assert needs_password
    assert refused.value.reason is Fault.SIGN_IN
    assert isinstance(done, Published)
    read = FORM.read((served / "packs" / done.entry.file).read_bytes())
    assert read is not None
    assert read.phrases == pack().phrases
