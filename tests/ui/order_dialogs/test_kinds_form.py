from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from app.core.changes import Kind
from app.core.orders.kinds import DEFAULTS, OrderKind, Step
from app.core.storage import NotStored, Trouble
from app.ui import order_names
from app.ui.dialogs.drafts import FormDrafts
from app.ui.order_dialogs.kind_faults import faults
from app.ui.order_dialogs.kinds_form import KindsForm
from app.ui.order_dialogs.order_desk import KindsDesk

CODES = (("cf", "催付·温和提醒"), ("cf2", "催付·再次提醒"))
MINUTE = timedelta(minutes=1)


class Shop:
    def __init__(self):
        self.kinds = DEFAULTS
        self.drafts = FormDrafts()
        self.trouble = None
        self._ids = count(1)

    def save(self, kinds):
        if self.trouble:
            raise NotStored(self.trouble)
        self.kinds = tuple(kinds)
        return frozenset({Kind.ORDERS})

    def desk(self):
        return KindsDesk(
            kinds=lambda: self.kinds,
            save=self.save,
            new_id=lambda: f"new{next(self._ids)}",
            codes=lambda: CODES,
            open_count=lambda kind_id: 3 if kind_id == "balance" else 0,
        )


@pytest.fixture
def shop():
    return Shop()


@pytest.fixture
def open_form(qtbot, look, shop):
    def make():
        form = KindsForm(look, shop.desk(), shop.drafts, "kinds")
        qtbot.addWidget(form)
        form.show()
        return form

    return make


def kind_rows(form):
    return form.kinds_fields.rows.rows


def test_kinds_that_nobody_touched_are_saved_as_they_were(open_form, shop):
    form = open_form()

    form.save()

    assert shop.kinds == DEFAULTS


def test_a_closing_and_a_step_can_be_changed(open_form, shop):
    form = open_form()
    row = kind_rows(form)[0]
    row.closes_after.content.setText("20分")
    row.steps.rows[2].length.content.setText("3分钟")
    row.steps.rows[2].is_before.input.put(True)

    form.save()

    assert shop.kinds[0].closes_after == 20 * MINUTE
    assert shop.kinds[0].steps[2] == replace(DEFAULTS[0].steps[2], after=None, before=3 * MINUTE)


def test_kinds_are_added_removed_and_put_in_another_order(open_form, shop):
    form = open_form()
    rows = form.kinds_fields.rows
    rows.remove(kind_rows(form)[2])
    rows.shift(kind_rows(form)[1], -1)
    made = rows.add()
    made.name.content.setText("周末团")
    made.closes_after.content.setText("1小时")

    form.save()

    assert [kind.id for kind in shop.kinds] == ["ordinary", "group_buy", "balance", made.value]
    assert [kind.position for kind in shop.kinds] == [1, 2, 3, 4]
    assert shop.kinds[3] == OrderKind(made.value, "周末团", (), timedelta(hours=1), (), 4)


def test_open_orders_of_a_removed_kind_are_told(open_form):
    form = open_form()

    form.kinds_fields.rows.remove(kind_rows(form)[3])
    form.recheck()

    assert "3 open orders" in form.orphans.text()


def test_a_step_after_the_closing_is_refused_at_its_field(open_form, shop):
    form = open_form()
    row = kind_rows(form)[0]
    row.steps.rows[2].length.content.setText("40分")

    form.save()

    assert "closed by then" in row.steps.rows[2].length.refusal
    assert shop.kinds == DEFAULTS
    assert form.isVisible()


def test_a_length_without_a_unit_is_refused(open_form):
    form = open_form()
    row = kind_rows(form)[0]
    row.closes_after.content.setText("30")

    form.save()

    assert "Minutes or hours" in row.closes_after.refusal


def test_a_step_without_a_length_is_refused(open_form):
    form = open_form()
    row = kind_rows(form)[0]
    row.steps.add().name.content.setText("再催")

    form.save()

    assert "When?" in row.steps.rows[3].length.refusal


def test_a_word_of_another_kind_is_refused(open_form):
    form = open_form()
    kind_rows(form)[1].words.input.put(("普", "团"))

    form.save()

    assert "“团”" in kind_rows(form)[1].words.refusal


def test_no_kind_at_all_is_refused(open_form, shop):
    form = open_form()
    for row in list(kind_rows(form)):
        form.kinds_fields.rows.remove(row)

    form.save()

    assert "at least one" in form.fields.lists["kinds"].refusal
    assert shop.kinds == DEFAULTS


def test_a_code_without_a_phrase_is_told_and_no_fault(open_form, shop):
    form = open_form()
    code = kind_rows(form)[0].steps.rows[0].code
    code.content.setText("xyz")
    told = code._remark.text()

    form.save()

    assert told == "no phrase yet"
    assert shop.kinds[0].steps[0].code == "xyz"


def test_codes_are_completed_and_tell_their_phrases(open_form):
    form = open_form()
    completer = kind_rows(form)[0].steps.rows[0].code.content.completer()

    completer.setCompletionPrefix("CF")
    offered = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]

    assert offered == ["cf   催付·温和提醒", "cf2   催付·再次提醒"]


def test_the_defaults_can_be_put_there_and_taken_back(open_form, shop):
    shop.kinds = (OrderKind("own", "自有", (), 10 * MINUTE, (), 1),)
    form = open_form()

    form.defaults_button.click()
    defaults = [row.title() for row in kind_rows(form)]
    form.defaults_button.click()

    assert defaults == [order_names.shown(kind.name) for kind in DEFAULTS]
    assert [row.title() for row in kind_rows(form)] == ["自有"]


def test_a_draft_is_kept_with_its_steps(open_form):
    form = open_form()
    kind_rows(form)[0].steps.rows[0].length.content.setText("7分")
    form.reject()

    again = open_form()

    assert kind_rows(again)[0].steps.rows[0].length.content.text() == "7分"
    assert again.banner.isVisible()


def test_a_store_in_trouble_loses_nothing(open_form, shop):
    form = open_form()
    shop.trouble = Trouble.FULL

    form.save()

    assert form.isVisible()
    assert form.status.text()


@pytest.mark.parametrize(
    ("steps", "rules"),
    [
        ((Step("a", "", after=30 * MINUTE),), ["step_after_closing"]),
        ((Step("a", "", before=30 * MINUTE),), ["step_before_order"]),
        ((Step("a", "", after=timedelta()),), ["length_not_above_zero"]),
        ((Step("a", ""),), ["no_step_time"]),
        ((Step("a", "", after=10 * MINUTE), Step("b", "", before=20 * MINUTE)), ["step_twice"]),
        ((Step("a", "", after=10 * MINUTE), Step("b", "", before=10 * MINUTE)), []),
    ],
)
def test_steps_lie_between_the_order_and_its_closing(steps, rules):
    kind = OrderKind("k", "聚", (), 30 * MINUTE, steps)

    assert [rule for _path, rule, _what in faults([kind])] == rules


def test_the_defaults_have_no_fault():
    assert list(faults(DEFAULTS)) == []
