from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.core.sheet.activities import Activity, Coupon, Limit, PerMultiple, Phase, PhaseKind, Transit
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.storage import Trouble
from app.ui.sheet_dialogs.activity_form import ActivityForm
from app.ui.sheet_dialogs.activity_rows import PhaseRow
from tests.sheets import moment, sale
from tests.ui.dialogs.forms import World


@pytest.fixture
def world():
    return World()


@pytest.fixture
def edit(qtbot, look, world):
    def make(activity=None, *, is_new=False):
        made = ActivityForm(look, world.desk(), world.drafts, activity or world.sheet.activities["d11"], is_new=is_new)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


@pytest.fixture
def new(edit):
    return edit(Activity("n1", ""), is_new=True)


def phases(form):
    return form.fields.lists["phases"].rows


def write(form, path, text):
    form.fields.cells[path].content.setText(text)


def write_phase(row, name, starts_at, ends_at):
    for cell, text in ((row.name, name), (row.starts_at, starts_at), (row.ends_at, ends_at)):
        cell.content.setText(text)
        cell.input.settle()


def test_an_activity_that_nobody_touched_is_read_back_as_it_is(edit):
    form = edit()

    entry, refused = form.read()

    assert entry == sale()
    assert refused == []
    assert not form.is_changed


def test_a_name_and_one_phase_are_enough_for_a_first_save(qtbot, new, world):
    write(new, "name", "双12")
    write_phase(phases(new).rows[0], "", "2026-12-12 00:00", "24:00")

    with qtbot.waitSignal(new.saved):
        qtbot.keyClick(new, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    kept = world.sheet.activities["n1"]
    assert [(phase.name, phase.kind) for phase in kept.phases] == [("Sale", PhaseKind.SALE)]
    assert kept.phases[0].starts_at == datetime(2026, 12, 11, 16, 0, tzinfo=UTC)
    assert kept.phases[0].ends_at == datetime(2026, 12, 12, 16, 0, tzinfo=UTC)
    assert not new.isVisible()


def test_a_typed_moment_is_shown_in_full_when_it_is_left(new):
    row = phases(new).rows[0]

    write_phase(row, "", "11-11 20:00", "24:00")

    assert row.starts_at.content.text() == "2026-11-11 20:00"
    assert row.ends_at.content.text() == "2026-11-12 00:00"


def test_everything_wrong_is_said_at_its_field_and_the_first_one_has_the_keyboard(new):
    rows = phases(new)
    write_phase(rows.rows[0], "开售", "2026-02-30 20:00", "24:00")
    late = rows.add()
    write_phase(late, "尾场", "2026-11-12 20:00", "2026-11-12 19:00")
    write(new, "limit.count", "zwei")

    new.save()

    assert new.fields.cells["name"].refusal == "This has to be filled in."
    assert rows.rows[0].starts_at.refusal == "That day does not exist."
    assert late.ends_at.refusal == "The end must come after the start."
    assert "whole number" in new.fields.cells["limit.count"].refusal
    assert new.focusWidget() is new.fields.cells["name"].content
    assert new.status.text() == "4 fields need a look."


def test_a_fault_in_a_folded_part_unfolds_it(new):
    write(new, "name", "双12")
    coupons = new.fields.lists["coupons"].rows
    row = coupons.add(has_focus=False)
    row.threshold.content.setText("10")
    row.off.content.setText("128")

    new.save()

    assert "less than the amount" in row.off.refusal
    assert row.off.content.isVisible()
    assert new.focusWidget() is row.off.content


def test_overlapping_phases_are_told_with_the_other_ones_name(edit):
    form = edit()
    row = phases(form).rows[1]
    row.starts_at.content.setText("2026-11-10 20:00")

    form.save()

    assert "预热" in row.starts_at.refusal


def test_a_refusal_goes_when_the_field_is_mended(qtbot, new):
    new.save()
    write(new, "name", "双12")

    new.recheck()

    assert new.fields.cells["name"].refusal == ""
    assert new.status.text() == ""


def test_a_field_that_is_being_written_for_the_first_time_is_not_refused_yet(qtbot, new):
    first = phases(new).rows[0].starts_at
    first.content.setFocus()
    qtbot.keyClicks(first.content, "11-")

    new.recheck()
    while_writing = first.refusal
    new.fields.cells["name"].content.setFocus()

    assert while_writing == ""
    assert "not a day and a time" in first.refusal


def test_a_row_that_was_left_empty_is_no_fault(new, world):
    write(new, "name", "双12")
    write_phase(phases(new).rows[0], "开售", "2026-12-12", "24:00")
    new.fields.lists["gifts"].rows.add(has_focus=False)
    phases(new).add(has_focus=False)

    new.save()

    kept = world.sheet.activities["n1"]
    assert len(kept.phases) == 1
    assert kept.gifts == ()


def test_faults_stand_at_their_row_when_an_empty_row_lies_before_it(new):
    write(new, "name", "双12")
    rows = phases(new)
    second = rows.add(has_focus=False)
    write_phase(second, "开售", "2026-12-12 20:00", "2026-12-12 18:00")

    new.save()

    assert "after the start" in second.ends_at.refusal
    assert rows.rows[0].ends_at.refusal == ""


def test_every_field_is_kept(new, world):
    rows = {name: new.fields.lists[name].rows for name in ("coupons", "shipping.transits", "facts")}
    write(new, "name", "双12")
    write(new, "limit.count", "2")
    new.fields.cells["limit.answer_above"].content.setPlainText("家人账号再拍哦")
    for path, text in (("every", "300"), ("off", "50"), ("cap", "")):
        write(new, f"per_multiple.{path}", text)
    coupon = rows["coupons"].add()
    coupon.threshold.content.setText("¥128")
    coupon.off.content.setText("10元")
    transit = rows["shipping.transits"].add()
    transit.region.content.setText("县城")
    transit.days_from.content.setText("4")
    new.fields.cells["shipping.couriers"].content.entry.setText("汇通，圆通")
    fact = rows["facts"].add()
    fact.cells.by_name["question"].content.setText("能开发票吗")
    fact.cells.by_name["answer"].content.setPlainText("可以的")

    new.save()

    kept = world.sheet.activities["n1"]
    assert kept.limit == Limit(2, "家人账号再拍哦")
    assert kept.per_multiple == PerMultiple(Decimal(300), Decimal(50))
    assert kept.coupons == (Coupon(Decimal(128), Decimal(10)),)
    assert kept.shipping.transits == (Transit("县城", 4, 4),)
    assert kept.shipping.couriers == ("汇通", "圆通")
    assert [(each.question, each.answer) for each in kept.facts] == [("能开发票吗", "可以的")]


def test_an_extra_window_takes_its_rate_as_people_say_it(new, world):
    write(new, "name", "双12")
    rows = phases(new)
    write_phase(rows.rows[0], "开售", "2026-12-12", "24:00")
    extra = rows.add()
    write_phase(extra, "前两小时半价", "2026-12-12 0:00", "2:00")
    extra.kind.input.put(PhaseKind.EXTRA)
    extra.kind.input.edited.emit()
    extra.rate.content.setText("5折")

    new.save()

    found = next(phase for phase in world.sheet.activities["n1"].phases if phase.kind is PhaseKind.EXTRA)
    assert found.rate == Decimal("0.5")
    assert extra.fold.is_open


def test_a_product_of_a_phase_is_chosen_by_typing(edit, world):
    form = edit()
    row = phases(form).rows[2]
    row.products.content.entry.setText("bwb")

    form.save()

    assert world.sheet.activities["d11"].phase("half").product_ids == ("cup",)


def test_a_text_that_is_no_product_is_refused_at_its_field(edit):
    form = edit()
    row = phases(form).rows[2]
    row.products.content.entry.setText("没有这个")

    form.save()

    assert "No product is called that" in row.products.refusal


def test_a_full_disk_is_said_and_everything_stays_in_the_form(edit, world):
    form = edit()
    write(form, "name", "新名字")
    world.trouble = Trouble.FULL

    form.save()

    assert "disk is full" in form.status.text()
    assert form.isVisible()
    assert world.sheet.activities["d11"].name == "双11大促"


def test_what_was_not_saved_comes_back_even_what_could_not_be_read(qtbot, edit, world):
    first = edit()
    write(first, "name", "半句")
    phases(first).rows[0].starts_at.content.setText("下周某天")
    phases(first).add(has_focus=False).name.content.setText("加场")
    with qtbot.waitSignal(first.draft_kept):
        qtbot.keyClick(first, Qt.Key.Key_Escape)

    again = edit()
    back = (again.fields.cells["name"].content.text(), phases(again).rows[0].starts_at.content.text())
    rows = len(phases(again).rows)
    again.banner_button.click()
    saved = again.read()[0]
    again.banner_button.click()

    assert back == ("半句", "下周某天")
    assert rows == 6
    assert saved == sale()
    assert again.fields.cells["name"].content.text() == "半句"


def test_a_draft_keeps_the_identity_of_its_phases(edit, world):
    first = edit()
    write(first, "name", "双11")
    first.close()

    again = edit()
    again.save()

    assert [phase.id for phase in world.sheet.activities["d11"].phases] == ["warm", "sale", "half", "late", "end"]
    assert world.drafts.of("d11") is None


def test_escape_in_an_unchanged_form_leaves_no_draft(qtbot, edit, world):
    form = edit()

    qtbot.keyClick(form, Qt.Key.Key_Escape)

    assert not form.isVisible()
    assert world.drafts.of("d11") is None


def test_the_foot_says_the_phase_of_now_and_the_answers(edit):
    form = edit()

    lines = dict(form.preview(form.read()[0]))

    assert lines["Now:"] == "开售, until today 24:00"
    assert lines["“How long left?”"] == "activity.left of 双11大促"


@pytest.mark.parametrize(
    ("days", "said"),
    [(-3, "over"), (0, "not in a phase; “开售” begins today 20:00"), (3, "not in a phase; “开售” begins November")],
)
def test_the_foot_tells_of_an_activity_that_is_not_running(edit, world, days, said):
    phase = Phase("p", "开售", PhaseKind.SALE, moment(world.now, days, 20), moment(world.now, days, 22))

    form = edit(Activity("x", "晚场", phases=(phase,)))

    assert dict(form.preview(form.read()[0]))["Now:"].startswith(said[:30].replace("November", "Nov"))


def test_who_edits_a_running_activity_is_told_that_agents_will_see_it(edit, world):
    running, coming = edit(), edit(world.sheet.activities["jhs"])

    assert "agents are shown" in running.warning.text()
    assert running.warning.isVisible()
    assert not coming.warning.isVisible()


def test_a_fact_may_hold_during_a_phase_that_is_only_being_written(new, world):
    write(new, "name", "双12")
    write_phase(phases(new).rows[0], "开售", "2026-12-12", "24:00")
    new.recheck()
    fact = new.fields.lists["facts"].rows.add()
    fact.put(Fact("f", "半价吗", "是的", lifetime=Lifetime(activity_id="n1", phase_id=phases(new).rows[0].value)))

    new.save()

    kept = world.sheet.activities["n1"]
    assert kept.facts[0].lifetime == Lifetime(activity_id="n1", phase_id=kept.phases[0].id)


def test_a_head_sums_up_what_is_folded_away(edit):
    form = edit()

    told = [section.arrow.accessibleDescription() for section in form.fields.sections]

    assert told[2].startswith("at most 2 each")
    assert "128−10" in told[3]
    assert "付款后7天内发货" in told[4]


def test_ctrl_page_down_goes_to_the_next_part_and_unfolds_it(qtbot, edit):
    form = edit()

    for _ in range(2):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    assert form.fields.sections[2].is_open
    assert form.focusWidget() is form.fields.sections[2].arrow


def test_a_phase_without_products_is_for_all(edit):
    form = edit(replace(sale(), id="d11"))

    assert all(row.products.input.read() == () for row in phases(form).rows if isinstance(row, PhaseRow))
