"""Packs through the window: a lead publishes from the command line, three PCs show it, and what is personal stays."""

import threading
from dataclasses import replace
from decimal import Decimal
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.cli import run
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Phrase
from app.core.sheet.products import Product
from app.core.source_states import Mood
from app.formats.packs.packs import save_pack
from app.services.packs.removal import Keeping
from app.ui.packs.news_lines import Part
from app.ui.packs.own_hint import OwnHint
from app.ui.sheet_dialogs.product_form import ProductForm
from tests.journeys.pcs import GONE, HELLO, LATER, SHIP, Lead, OpenPc, pack, phrase
from tests.journeys.shop import NOON
from tests.published import ZONE

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier


def test_three_pcs_show_what_a_lead_published(lead: Lead, open_pc: OpenPc) -> None:
    lead.publish(HELLO, SHIP, GONE)
    pcs = [open_pc(name) for name in ("小美", "小强", "小夏")]
    for pc in pcs:
        pc.subscribe(str(lead.share))
        pc.wait(lambda pc=pc: bool(pc.body("ship")))
        pc.confirm_key()
        pc.wait(lambda pc=pc: not pc.state.is_restricted)

    lead.publish(HELLO, LATER, phrase("gift", "亲，送迷你盒"), note="发货更快了")
    for pc in pcs:
        pc.look()

    for pc in pcs:
        pc.wait(lambda pc=pc: pc.body("ship") == "亲，三天内发出")
        assert pc.body("gift")
        assert not pc.body("gone")
        said = {pc.inside.notice.text} | {one.text for one in pc.inside.notice._below}
        assert any("1 new · 1 changed · 1 withdrawn" in text for text in said)
        assert pc.state.mood is Mood.FRESH


def test_what_is_personal_survives_an_update_and_a_start(lead: Lead, open_pc: OpenPc) -> None:
    lead.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.desk.library.save(pc.desk.library.draft("我自己写的", stage=None))
    pc.subscribe(str(lead.share))
    pc.wait(lambda: bool(pc.body("ship")))
    pc.confirm_key()
    pc.wait(lambda: not pc.state.is_restricted)
    own = pc.desk.library.get("shop/ship")
    assert own
    pc.desk.library.save(replace(own, title="我的标题", hotkey="Ctrl+Alt+9", is_pinned=True))
    pc.desk.record_use("shop/ship", NOON)
    pc.close()

    lead.publish(HELLO, LATER)
    again = open_pc("小美")
    again.wait(lambda: again.body("ship") == "亲，三天内发出")

    kept = again.desk.library.get("shop/ship")
    assert kept
    assert (kept.title, kept.hotkey, kept.is_pinned, kept.use_count) == ("我的标题", "Ctrl+Alt+9", True, 1)
    assert any(one.body == "我自己写的" for one in again.desk.library.phrases())
    again.wait(lambda: again.doors.packs.place.marks.mark(kept) == "edit")  # type: ignore[union-attr]


def test_a_tampered_pack_is_refused_with_a_sentence_and_the_last_good_one_stays(lead: Lead, open_pc: OpenPc) -> None:
    lead.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.subscribe(str(lead.share))
    pc.wait(lambda: bool(pc.body("ship")))
    pc.confirm_key()
    pc.wait(lambda: not pc.state.is_restricted)

    lead.publish(HELLO, LATER)
    newest = next(path for path in lead.share.glob("shop-0002-*.json"))
    newest.write_bytes(newest.read_bytes().replace("三天".encode(), "九天".encode()))
    pc.look()

    pc.wait(lambda: pc.state.mood is Mood.REFUSED)
    assert pc.body("ship") == "亲，七天内发出"
    assert "changed after it was signed" in pc.inside.notice.text
    place = pc.doors.packs.place
    assert place
    assert place.cell.said == "Pack refused"


def test_must_reads_wait_by_key_and_the_lead_sees_who_confirmed(
    lead: Lead, open_pc: OpenPc, capsys: pytest.CaptureFixture[str]
) -> None:
    lead.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.subscribe(str(lead.share))
    pc.wait(lambda: bool(pc.body("ship")))
    pc.confirm_key()
    pc.wait(lambda: not pc.state.is_restricted)
    lead.publish(HELLO, LATER, must_read="shop/ship")
    pc.look()
    pc.wait(lambda: bool(pc.desk.subscriptions.news.must_reads()))
    place = pc.doors.packs.place
    assert place
    cell_before = place.cell.said

    pc.open_news()
    pc.tap(ENTER)

    assert cell_before == "1 must-read"
    assert not any(line.is_waiting for line in pc.lines())
    assert place.cell.said == "Packs"
    pc.wait(lambda: any(lead.share.glob("read/shop/*.json")))
    capsys.readouterr()
    pc.wait(lambda: not _missing(lead, capsys))


def _missing(lead: Lead, capsys: pytest.CaptureFixture[str]) -> bool:
    run(["--data", str(lead.share.parent / "lead"), "pack", "confirmed", str(lead.share)])
    return "小美" not in capsys.readouterr().out


def test_a_dead_share_is_told_and_everything_goes_on(lead: Lead, open_pc: OpenPc) -> None:
    lead.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.subscribe(str(lead.share))
    pc.wait(lambda: bool(pc.body("ship")))
    pc.close()
    lead.share.rename(lead.share.with_name("away"))

    again = open_pc("小美")
    again.wait(lambda: again.doors.packs.post is not None and again.state.mood is Mood.OFFLINE)

    assert again.body("ship") == "亲，七天内发出"
    place = again.doors.packs.place
    assert place
    assert place.cell.said.startswith("Packs offline since 12:00")
    assert "The folder cannot be found" in place.cell._tip


def test_a_web_server_does_as_well(lead: Lead, open_pc: OpenPc) -> None:
    lead.publish(HELLO, SHIP)
    handler = partial(_Quiet, directory=str(lead.share))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pc = open_pc("小美")

    pc.subscribe(f"http://127.0.0.1:{server.server_address[1]}")

    pc.wait(lambda: pc.body("ship") == "亲，七天内发出")
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        pass


def test_a_plain_workbook_is_taken_over_and_an_own_version_is_compared_by_keys(tmp_path: Path, open_pc: OpenPc) -> None:
    book = tmp_path / "话术.xlsx"
    save_pack(str(book), pack(HELLO, SHIP), ZONE)
    pc = open_pc("小美")
    pc.subscribe(str(book))
    pc.wait(lambda: pc.step() and bool(pc.body("ship")))
    own = pc.desk.library.get("shop/ship")
    assert own
    pc.desk.library.save(replace(own, body="亲，我们尽快"))

    save_pack(str(book), pack(HELLO, LATER), ZONE)
    pc.wait(lambda: pc.step() and bool(pc.desk.subscriptions.overlays.all_moved()))
    place = pc.doors.packs.place
    assert place
    pc.open_news()
    line = pc.news.list.current()
    assert line
    assert line.part is Part.OWN
    pc.tap(Qt.Key.Key_T, ALT)

    assert pc.body("ship") == "亲，三天内发出"
    assert not pc.lines(Part.OWN)
    pc.news.undo()
    assert pc.body("ship") == "亲，我们尽快"


def test_the_form_of_an_own_version_says_that_the_pack_moved_on_and_takes_it_by_one_key(
    lead: Lead, open_pc: OpenPc
) -> None:
    box = Product("shop/box", "收纳盒", price=Decimal(59), source="shop")
    lead.publish(HELLO, box)
    pc = open_pc("小美")
    pc.subscribe(lead.place)
    pc.wait(lambda: pc.desk.sheet.get("shop/box") is not None)
    mine = pc.desk.sheet.get("shop/box")
    assert isinstance(mine, Product)
    pc.desk.sheet.save(replace(mine, price=Decimal(49)))
    lead.publish(HELLO, replace(box, price=Decimal(55)))
    pc.look()
    pc.wait(lambda: bool(pc.desk.subscriptions.overlays.all_moved()))

    pc.sheet_doors.edit("shop/box")
    form = pc.dialog(ProductForm)
    hint = form.findChild(OwnHint)
    assert hint
    said = hint.said.text()
    pc.tap(Qt.Key.Key_T, ALT)
    pc.tap(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    later = pc.desk.sheet.get("shop/box")
    assert isinstance(later, Product)
    assert said.startswith("This is your own version, and the pack has changed it since")
    assert later.price == Decimal(55)
    assert not pc.desk.subscriptions.overlays.all_moved()
    assert pc.desk.subscriptions.overlays.overlay("shop/box") is None


def test_a_source_is_given_up_and_taken_back(lead: Lead, open_pc: OpenPc) -> None:
    lead.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.subscribe(str(lead.share))
    pc.wait(lambda: bool(pc.body("ship")))
    page = pc.page
    card = next(iter(page.cards.values()))

    card.wanted.emit("remove")
    page._remove(card, Keeping.IN_BIN)
    gone = pc.body("ship")
    page.undo()

    assert gone == ""
    assert pc.body("ship") == "亲，七天内发出"
    assert [state.source.url for state in pc.doors.packs.open().states()] == [str(lead.share)]


def test_a_folder_of_several_packs_asks_which_one(lead: Lead, open_pc: OpenPc, tmp_path: Path) -> None:
    lead.publish(HELLO, SHIP)
    other = tmp_path / "other.json"
    kids = Phrase("kids/hi", "hi", "亲，童装在这里", source="kids")
    save_pack(str(other), Pack(PackHead("kids", "童装话术"), (kids,)), ZONE)
    assert run(["--data", str(tmp_path / "lead"), "pack", "publish", str(other), str(lead.share), "--note", "新"]) == 0
    pc = open_pc("小美")
    pc.subscribe(str(lead.share))
    card = next(iter(pc.page.cards.values()))
    pc.wait(lambda: len(card._offers) == 2)

    card._offers["kids"].click()

    pc.wait(lambda: pc.desk.library.get("kids/hi") is not None)
    assert not pc.body("ship")
