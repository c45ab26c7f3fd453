import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.body_edit import BodyEdit

ODD = "亲\r\n/:^_^ /:066\u2028a\u00a0b\u2029c\rd\te\u200b\ufeff\n\n  {{agent}} "


@pytest.fixture
def edit(qtbot):
    made = BodyEdit()
    qtbot.addWidget(made)
    return made


def test_a_text_that_nobody_edited_comes_back_byte_for_byte(edit):
    edit.set_body(ODD)

    assert edit.body() == ODD


def test_an_edit_that_is_undone_gives_back_the_loaded_text(edit):
    edit.set_body(ODD)

    edit.textCursor().insertText("x")
    edit.undo()

    assert edit.body() == ODD


def test_an_edited_text_keeps_its_no_break_spaces_and_line_separators(edit):
    edit.set_body("a\u00a0b\u2028c\r\nd")

    edit.textCursor().insertText("x")

    assert edit.body() == "xa\u00a0b\u2028c\nd"


def test_ctrl_c_takes_the_same_letters(edit):
    edit.set_body("a\u00a0b\u2028c\nd")
    edit.selectAll()

    edit.copy()

    assert QApplication.clipboard().text() == "a\u00a0b\u2028c\nd"


def test_a_replaced_text_is_taken_back_by_undo(edit):
    edit.set_body(ODD)

    edit.replace_body("other")
    edit.undo()

    assert edit.body() == ODD


def test_a_picture_on_the_clipboard_is_handed_on_as_png(edit, qtbot):
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)

    with qtbot.waitSignal(edit.pictures) as caught:
        edit.insertFromMimeData(mime)

    (content,) = caught.args[0]
    assert QImage.fromData(content).size() == image.size()
    assert edit.body() == ""


def test_dropped_picture_files_are_handed_on_and_other_files_are_not(edit, qtbot, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.PNG", "b.txt", "c.gif")])

    with qtbot.waitSignal(edit.pictures) as caught:
        edit.insertFromMimeData(mime)

    assert [path.name for path in caught.args[0]] == ["a.PNG", "c.gif"]


def test_a_picture_of_a_copied_text_does_not_displace_the_text(edit):
    mime = QMimeData()
    mime.setText("亲")
    mime.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))

    edit.insertFromMimeData(mime)

    assert edit.body() == "亲"
