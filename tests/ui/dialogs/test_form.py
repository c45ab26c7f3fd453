import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, Form, button, stand_over
from app.ui.sheet_dialogs.entry_cells import Fold


@pytest.fixture
def form(qtbot):
    made = Form((400, 300))
    made.before, made.choice, made.after = QLineEdit(), Choice(["a", "b", "c"], str), QLineEdit()
    for each in (made.before, made.choice, made.after):
        made.column.addWidget(each)
    made.choice.pick("c")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.before.setFocus()
    qtbot.waitUntil(made.before.hasFocus)
    return made


def focused():
    return QApplication.focusWidget()


def test_tab_comes_to_the_chip_that_is_on_and_goes_on_from_there(form, qtbot):
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    first = focused().text()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    assert first == "c"
    assert focused() is form.after


def test_all_options_stand_in_one_frame(form, look):
    options = form.choice.findChildren(QToolButton)
    last = options[-1].geometry()

    picture = form.choice.grab().toImage()

    line = QColor(look.palette.line)
    assert picture.pixelColor(last.right() + 1, last.center().y()) == line
    assert picture.pixelColor(last.center().x(), 0) == line
    assert picture.pixelColor(last.right() + 8, last.center().y()) == QColor(look.palette.ground)


def test_what_only_filters_has_no_frame(look, qtbot):
    chips = Choice(["a", "b"], str, is_filter=True)
    qtbot.addWidget(chips)
    chips.pick("a")
    chips.resize(200, 30)

    picture = chips.grab().toImage()

    colours = {picture.pixelColor(x, 0).name() for x in range(picture.width())}
    assert QColor(look.palette.line).name() not in colours


def test_the_keyboard_goes_along_when_another_chip_is_picked(form, qtbot):
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    form.choice.pick("a")

    assert focused().text() == "a"


def test_a_pick_takes_the_keyboard_from_nothing_else(form):
    form.choice.pick("a")

    assert focused() is form.before


def test_arrows_choose_a_neighbour_and_tab_still_goes_on_to_the_next_field(form, qtbot):
    chosen = []
    form.choice.chosen.connect(lambda: chosen.append(form.choice.value))
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    assert chosen == ["b", "a"]
    assert focused() is form.after


def test_a_part_that_is_unfolded_at_the_foot_is_scrolled_into_sight(form, look, qtbot):
    fold = Fold(look, lambda: "More")
    for widget in (QLabel("above"), QLabel("inside")):
        widget.setFixedHeight(120)
        (form.column if widget.text() == "above" else fold.column).addWidget(widget)
    form.column.addWidget(fold)
    qtbot.waitUntil(lambda: fold.isVisible() and fold.y() > 0)
    fold.arrow.setFocus()

    qtbot.keyClick(fold.arrow, Qt.Key.Key_Return)

    assert fold.is_open
    qtbot.waitUntil(lambda: fold.body.visibleRegion().boundingRect().height() == fold.body.height() >= 120)


def test_tab_goes_down_the_layouts_past_what_is_hidden_and_round_whatever_was_made_first(form, qtbot):
    proxied, inside = QWidget(), QLineEdit()
    column = QVBoxLayout(proxied)
    column.addWidget(inside)
    proxied.setFocusProxy(inside)
    hidden = QLineEdit()
    for at, widget in enumerate((hidden, proxied)):
        form.column.insertWidget(at + 1, widget)
    hidden.hide()
    press = form.add_button(lambda: "Save", lambda: None)
    qtbot.waitUntil(press.isVisible)

    walked = []
    for _ in range(6):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        walked.append(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)

    assert walked == [inside, form.choice.focusProxy(), form.after, press, form.before, inside]
    assert focused() is form.before


def test_enter_presses_a_button_that_is_only_a_drawing(form, qtbot):
    arrow = QToolButton()
    form.column.addWidget(arrow)
    pressed = []
    arrow.clicked.connect(lambda: pressed.append(True))
    arrow.show()
    arrow.setFocus()

    qtbot.keyClick(arrow, Qt.Key.Key_Return)

    assert pressed == [True]
    assert form.isVisible()


def test_a_window_over_another_one_reaches_out_to_its_roomier_side(form):
    dialog = Form((500, 200))
    area = form.screen().availableGeometry()

    form.move(area.right() - form.width() - 5, area.top())
    stand_over(dialog, form)
    to_the_left = dialog.frameGeometry().right() <= form.frameGeometry().right()
    form.move(area.left() + 5, area.top())
    stand_over(dialog, form)

    assert to_the_left
    assert dialog.x() == form.x()


def test_a_window_grows_with_the_text_size_of_the_user(form):
    normal, big = form.font(), form.font()
    big.setPixelSize(26)

    QApplication.setFont(big)
    grown = Form((200, 100))
    QApplication.setFont(normal)

    assert (grown.width(), grown.height()) == (400, 200)


def test_the_enter_that_a_line_took_presses_no_button_that_it_hands_the_keyboard_to(qtbot):
    form = Form((300, 200))
    qtbot.addWidget(form)
    line, plain, small = QLineEdit(), button(), QToolButton()
    small.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for widget in (line, plain, small):
        form.column.addWidget(widget)
    pressed = []
    plain.clicked.connect(lambda: pressed.append("plain"))
    small.clicked.connect(lambda: pressed.append("small"))
    form.show()

    for target in (plain, small):
        line.setFocus()
        line.returnPressed.connect(target.setFocus)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert form.focusWidget() is target
        line.returnPressed.disconnect(target.setFocus)
    by_line = list(pressed)
    qtbot.keyClick(small, Qt.Key.Key_Return)

    assert by_line == []
    assert pressed == ["small"]


def test_a_column_that_scrolls_ends_where_the_buttons_of_the_foot_do(form, qtbot):
    closing = form.add_button(lambda: "Close", form.reject)
    before = form.before.width()

    for _line in range(20):
        form.column.addWidget(QLineEdit())

    qtbot.waitUntil(lambda: form._scroll.verticalScrollBar().isVisible())
    right = form.before.mapTo(form, form.before.rect().topRight()).x()
    assert right == closing.mapTo(form, closing.rect().topRight()).x()
    assert form.before.width() == before


def test_a_column_without_margins_has_none_once_it_is_shown(qtbot):
    made = Form((400, 300))
    qtbot.addWidget(made)
    made.column.setContentsMargins(0, 0, 0, 0)

    made.show()

    assert made.column.contentsMargins() == QMargins(0, 0, 0, 0)


def test_what_is_told_beside_the_buttons_is_said_once_and_an_error_at_once(form, monkeypatch):
    said = []
    monkeypatch.setattr(
        "app.ui.dialogs.form.announce", lambda _form, text, *, is_urgent=False: said.append((text, is_urgent))
    )

    form.tell("Saved", "ok")
    form.tell("Saved", "ok")
    form.tell("The disk is full", "error")

    assert said == [("Saved", False), ("The disk is full", True)]


@pytest.mark.parametrize("kind", [QComboBox, QTextEdit, QPlainTextEdit])
def test_a_field_gives_its_name_to_what_has_the_keyboard_in_it(qtbot, kind):
    entry = kind()
    content = entry
    if isinstance(entry, QComboBox):
        entry.setEditable(True)
        entry = entry.lineEdit()
    else:
        content = QWidget()
        QVBoxLayout(content).addWidget(entry)
    field = Field(content)
    qtbot.addWidget(field)

    field.name("Group")

    assert entry.accessibleName() == "Group"
