from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.core.release_news import read_releases
from app.ui.dialogs.whats_new import WhatsNew

TEXT = "# 1.2.0\n- **Reports** By hour.\n# 1.1.0\n- **Packs** For teams.\n"


def texts(window):
    return [label.text() for label in window.findChildren(QLabel) if label.text()]


def test_every_version_stands_with_what_it_brought_the_newest_first(qtbot):
    window = WhatsNew(read_releases(TEXT))
    qtbot.addWidget(window)

    assert texts(window) == ["QinDesk 1.2.0", "Reports", "By hour.", "QinDesk 1.1.0", "Packs", "For teams."]


def test_where_nothing_is_written_that_is_said(qtbot):
    window = WhatsNew(())
    qtbot.addWidget(window)

    assert texts(window) == ["Nothing is written about this version."]


def test_it_closes_by_key(qtbot):
    window = WhatsNew(read_releases(TEXT))
    qtbot.addWidget(window)
    window.show()

    qtbot.keyPress(window, Qt.Key.Key_Escape)

    assert not window.isVisible()
