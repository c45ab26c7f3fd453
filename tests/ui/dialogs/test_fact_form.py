import pytest
from PySide6.QtCore import Qt

from app.core.phrases.phrase import Stage
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.ui.dialogs.lifetime_field import Bound, LifetimeField
from app.ui.dialogs.shop_now import ShopNow
from app.ui.dialogs.template_cell import mended
from app.ui.sheet_dialogs.fact_form import FactForm
from app.ui.sheet_dialogs.fact_list import QUESTION, FactList
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven, facts, moment
from tests.ui.dialogs.forms import VALUES, World


@pytest.fixture
def world():
    return World()


@pytest.fixture
def edit(qtbot, look, world):
    def make(fact=None, *, is_new=False):
        made = FactForm(look, world.desk(), world.drafts, fact or facts()[0], is_new=is_new)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


@pytest.fixture
def lifetime(qtbot, look):
    sheet = double_eleven()
    made = LifetimeField(ShopNow(lambda: sheet, lambda: SALE_DAY, lambda: SHANGHAI))
    qtbot.addWidget(made)
    made.show()
    return made


def choose(field, bound):
    field.bound._group.button(list(Bound).index(bound)).click()


def test_a_fact_that_nobody_touched_is_read_back_as_it_is(edit):
    form = edit()

    assert form.read() == (facts()[0], [])
    assert not form.is_changed


def test_a_new_fact_is_saved_with_its_stage_and_keywords(qtbot, edit, world):
    form = edit(Fact("n", "", ""), is_new=True)
    cells = form.fields.cells
    cells["question"].content.setText("能开发票吗")
    cells["answer"].content.setPlainText("亲，可以开{{shop}}的发票")
    cells["keywords"].content.entry.setText("发票、开票")
    cells["stage"].input.put(Stage.AFTER_SALES)

    with qtbot.waitSignal(form.saved):
        form.save()

    assert world.sheet.facts["n"] == Fact(
        "n", "能开发票吗", "亲，可以开{{shop}}的发票", ("发票", "开票"), Stage.AFTER_SALES
    )


def test_a_fact_without_question_and_answer_is_refused_at_both(edit):
    form = edit(Fact("n", "", ""), is_new=True)
    form.fields.cells["keywords"].content.entry.setText("发票")

    form.save()

    assert form.fields.cells["question"].refusal == "This has to be filled in."
    assert form.fields.cells["answer"].refusal == "This has to be filled in."


def test_a_fact_that_does_not_exist_is_told_while_writing_and_mended_by_one_click(edit, world):
    form = edit()
    answer = form.fields.cells["answer"]
    answer.content.setPlainText("亲，{{activity.lift|很久}}，{{shop}}")
    told = answer.refusal
    form.save()
    was_kept = world.sheet.facts["hours"].answer

    answer.mend_button.click()
    form.save()

    assert "{{activity.lift}}" in told
    assert "{{activity.left}}" in told
    assert was_kept == facts()[0].answer
    assert world.sheet.facts["hours"].answer == "亲，{{activity.left|很久}}，{{shop}}"


def test_mending_touches_nothing_else():
    text = "{{shop}} {{?多久}} {{activity.lift}} {{剩余时闻}} {{qqqqqqqq}}"

    assert mended(text) == "{{shop}} {{?多久}} {{activity.left}} {{剩余时间}} {{qqqqqqqq}}"


def test_the_foot_shows_the_answer_of_now_and_what_nobody_knows(edit):
    form = edit(Fact("hours", "还有多久", "{{activity.left}}，{{product.size}}"))

    shown = form.preview(form.read()[0])

    assert shown[0][1] == "还有10小时，⟦product.size⟧"
    assert shown[1][1] == "size"


def test_the_list_of_facts_says_what_each_says_now_and_enter_puts_one_in(qtbot, edit):
    form = edit(Fact("hours", "q", ""))
    qtbot.keyClick(form, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    shown = form.fields.parts.answer.typing.facts

    shown.entry.setText("time left")
    now = shown.table.item(shown.table.currentRow(), 2).text()
    qtbot.keyClick(shown.entry, Qt.Key.Key_Return)

    assert now == "还有10小时"
    assert form.fields.cells["answer"].input.read() == "{{activity.left}}"


@pytest.fixture
def listed(qtbot, look):
    made = FactList(lambda names: VALUES, lambda: "双11大促")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_list_is_walked_by_arrows_over_its_headings(qtbot, listed):
    names = []
    for _ in range(8):
        names.append(listed.current())
        qtbot.keyClick(listed.entry, Qt.Key.Key_Down)

    assert names[:2] == ["agent", "shop"]
    assert names[5:8] == ["clipboard", "activity.name", "activity.left"]


@pytest.mark.parametrize(
    ("typed", "found"), [("剩余", "activity.left"), ("courier.f", "courier.fees"), ("size comp", "product.reference")]
)
def test_a_fact_is_found_by_name_chinese_name_and_word(listed, typed, found):
    listed.entry.setText(typed)

    assert listed.current() == found


def test_nothing_found_is_said_in_a_sentence(listed):
    listed.entry.setText("没有")

    assert listed.empty.isVisible()
    assert not listed.insert_button.isEnabled()


def test_a_question_to_the_agent_is_offered_last(qtbot, listed):
    qtbot.keyClick(listed.entry, Qt.Key.Key_PageDown)
    for _ in range(60):
        qtbot.keyClick(listed.entry, Qt.Key.Key_Down)

    assert listed.current() == QUESTION
    assert "双11大促" in listed.meant.text()


@pytest.mark.parametrize(
    "value",
    [
        None,
        Lifetime(activity_id="d11"),
        Lifetime(activity_id="d11", phase_id="half"),
        Lifetime(moment(SALE_DAY, 0), moment(SALE_DAY, 1)),
        Lifetime(until_at=moment(SALE_DAY, 1)),
        Lifetime(moment(SALE_DAY, 0), activity_id="d11"),
        Lifetime(activity_id="gone"),
    ],
)
def test_a_lifetime_that_nobody_touched_is_read_back_as_it_is(lifetime, value):
    lifetime.put(value)

    assert lifetime.read() == value


def test_a_lifetime_during_a_phase_takes_the_running_activity_by_itself_and_says_what_it_means(lifetime):
    choose(lifetime, Bound.PHASE)
    lifetime.phase.put("half")
    lifetime.phase.edited.emit()

    assert lifetime.read() == Lifetime(activity_id="d11", phase_id="half")
    assert lifetime.sentence.text() == "Over: it ended today 2:00, 12 h ago."


def test_a_lifetime_by_hand_takes_the_day_of_its_start_for_its_end(lifetime):
    choose(lifetime, Bound.MOMENTS)
    lifetime.from_at.setText("11-11 0:00")
    lifetime.until_at.setText("24:00")

    assert lifetime.read() == Lifetime(moment(SALE_DAY, 0), moment(SALE_DAY, 1))
    assert lifetime.sentence.text() == "It holds now, until today 24:00."


@pytest.mark.parametrize(
    ("from_at", "until_at", "rule"),
    [("", "", "no_moment"), ("11-12", "11-11", "ends_before_start"), ("2-30", "", "moment_no_such_day")],
)
def test_a_lifetime_that_cannot_be_is_refused_at_its_field(edit, from_at, until_at, rule):
    form = edit()
    field = form.fields.parts.lifetime_field
    choose(field, Bound.MOMENTS)
    field.from_at.setText(from_at)
    field.until_at.setText(until_at)

    form.save()

    assert form.fields.cells["lifetime"].refusal
    with pytest.raises(ValueError, match=rule):
        field.read()


def test_a_lifetime_of_something_that_is_gone_says_so(lifetime):
    lifetime.put(Lifetime(activity_id="d11", phase_id="weg"))

    assert "not there any more" in lifetime.sentence.text()
    assert "gone" in lifetime.phase.currentText()


def test_back_to_always_is_one_click(lifetime):
    lifetime.put(Lifetime(activity_id="d11"))

    choose(lifetime, Bound.ALWAYS)

    assert lifetime.read() is None
    assert lifetime.sentence.isHidden()
