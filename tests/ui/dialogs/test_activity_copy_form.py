import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.core.storage import Trouble
from app.ui.sheet_dialogs.activity_copy_form import ActivityCopyForm
from tests.ui.dialogs.forms import World


@pytest.fixture
def world():
    return World()


@pytest.fixture
def form(qtbot, look, world):
    made = ActivityCopyForm(world.desk(), world.sheet.activities["d11"])
    qtbot.addWidget(made)
    made.show()
    return made


def texts(form):
    return [each.text() for each in form._dates.findChildren(QLabel) if each.isVisible()]


def test_every_date_is_shown_before_anything_is_kept(qtbot, form, world):
    form.first_at.content.setText("2027-10-25 00:00")

    qtbot.waitUntil(lambda: "→ 2027-11-11 00:00 – 2027-11-12 00:00" in texts(form))
    assert len(world.sheet.activities) == 3


def test_the_copy_is_kept_under_its_new_name(qtbot, form, world):
    form.name.content.setText("双11 2027")
    form.first_at.content.setText("2027-10-25 00:00")

    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    kept = world.sheet.activities[saved.args[0]]
    assert kept.name == "双11 2027"
    assert kept.starts_at.year == 2027
    assert world.sheet.activities["d11"].starts_at.year == 2026


def test_enter_goes_from_the_name_to_the_start_and_from_there_keeps_the_copy(qtbot, form, world):
    form.activateWindow()
    form.name.content.setFocus()
    qtbot.waitUntil(form.name.content.hasFocus)
    qtbot.keyClick(form.name.content, Qt.Key.Key_Return)
    at_start = form.first_at.content.hasFocus()
    qtbot.keyClicks(form.first_at.content, "2027-10-25")

    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form.first_at.content, Qt.Key.Key_Return)

    assert at_start
    assert len(world.sheet.activities) == 4


def test_a_start_that_cannot_be_is_refused_when_it_is_left(qtbot, form, world):
    form.first_at.content.setFocus()
    qtbot.keyClicks(form.first_at.content, "2027-02-30")

    qtbot.keyClick(form.first_at.content, Qt.Key.Key_Return)

    assert "does not exist" in form.first_at.refusal
    assert len(world.sheet.activities) == 3


@pytest.mark.parametrize(
    ("typed", "said"), [("", "filled in"), ("2027-02-30", "does not exist"), ("1-1-1", "not a day")]
)
def test_a_start_that_cannot_be_is_refused_at_its_field(form, typed, said):
    form.first_at.content.setText(typed)

    form.save()

    assert said in form.first_at.refusal
    assert form.isVisible()


def test_a_copy_without_a_name_is_refused(form, world):
    form.name.content.setText(" ")
    form.first_at.content.setText("2027-10-25")

    form.save()

    assert form.name.refusal == "This has to be filled in."
    assert len(world.sheet.activities) == 3


def test_a_full_disk_is_said(form, world):
    form.first_at.content.setText("2027-10-25")
    world.trouble = Trouble.FULL

    form.save()

    assert "disk is full" in form.status.text()
