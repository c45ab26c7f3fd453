"""What stands in a form outlives the program, to the letter: every kind of value that a form can hold."""

import pytest

from app.core.orders.kinds import DEFAULTS
from app.system.draft_file import DraftFile
from app.ui.dialogs.drafts import FormDrafts
from app.ui.order_dialogs.kinds_form import KindsForm
from app.ui.order_dialogs.order_desk import KindsDesk
from app.ui.order_dialogs.order_form import OrderForm
from app.ui.sheet_dialogs.activity_form import ActivityForm
from app.ui.sheet_dialogs.fact_form import FactForm
from app.ui.sheet_dialogs.product_form import ProductForm
from tests.sheets import double_eleven
from tests.ui.dialogs.forms import World
from tests.ui.order_dialogs.stall import PANDA, Stall

SHEET = double_eleven()
ENTRIES = (
    *((ActivityForm, each) for each in SHEET.activities.values()),
    *((ProductForm, each) for each in SHEET.products.values()),
    *((FactForm, each) for each in SHEET.facts.values()),
)


@pytest.fixture
def file(tmp_path):
    return DraftFile(tmp_path / "drafts")


def assert_comes_back(form, file):
    state = form.fields.state()

    assert file.keep({"forms": {"it": state}})
    back = file.read()["forms"]["it"]
    form.fields.restore(back)

    assert back == state
    assert form.fields.state() == state


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=lambda each: getattr(each, "id", ""))
def test_what_stands_in_a_form_of_the_cheat_sheet(qtbot, look, file, kind, entry):
    world = World()
    form = kind(look, world.desk(), world.drafts, entry, is_new=False)
    qtbot.addWidget(form)

    assert_comes_back(form, file)


def test_what_stands_in_the_form_of_an_order(qtbot, look, file):
    stall = Stall()
    form = OrderForm(look, stall.form_desk(), stall.drafts, PANDA, is_new=False)
    qtbot.addWidget(form)

    assert_comes_back(form, file)


def test_what_stands_in_the_form_of_the_kinds(qtbot, look, file):
    desk = KindsDesk(
        kinds=lambda: DEFAULTS,
        save=lambda _kinds: frozenset(),
        new_id=lambda: "new",
        codes=lambda: [("cf", "催付")],
        open_count=lambda _kind: 0,
    )
    form = KindsForm(look, desk, FormDrafts(), "kinds")
    qtbot.addWidget(form)

    assert_comes_back(form, file)
