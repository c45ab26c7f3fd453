"""Every dialog follows a switch of the language while it is open."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget, QWidget

from app.core.imports.reading import Found, Reading, Spot, Table
from app.core.settings import HOTKEYS
from app.services.phrases.importing import Import, Readings
from app.ui.dialogs.bin_dialog import BinDialog
from app.ui.dialogs.drafts import Drafts, FormDrafts
from app.ui.dialogs.editor import Editor
from app.ui.dialogs.first_start import FirstStart
from app.ui.dialogs.keys_page import KeysPage
from app.ui.dialogs.move_dialog import MoveDialog
from app.ui.import_dialogs.import_dialog import ImportDialog
from app.ui.settings_dialog.dialog import SettingsDialog
from app.ui.settings_dialog.sections import Section
from app.ui.sheet_dialogs.activity_copy_form import ActivityCopyForm
from app.ui.sheet_dialogs.activity_form import ActivityForm
from app.ui.sheet_dialogs.fact_form import FactForm
from app.ui.sheet_dialogs.fact_list import FactList
from app.ui.sheet_dialogs.product_form import ProductForm
from tests.fakes import FakeBackups, FakeClock, FakePhrases
from tests.ui.dialogs import forms, test_bin_dialog, test_editor, test_settings_dialog, test_small_windows
from tests.ui.packs.agent import Agent

MARK = "¤"


class Marking(QTranslator):
    """A language in which every sentence is marked."""

    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return MARK + source


def editor(look):
    return Editor(look, test_editor.World().desk(), Drafts(), test_editor.FULL, is_new=False)


def importing(look):
    service = Import(lambda *asked: [], FakePhrases(), FakeBackups(), FakeClock(), lambda: "n")
    made = ImportDialog(look, service, dict, lambda columns: None, list)
    table = Table("", ("a",), {"a": "body"}, (("亲",),))
    made._take(Readings((Reading("table", "a.csv", (Found("亲", Spot("a.csv", "", 2)),), (), (table,)),)))
    return made


def settings(look):
    world = test_settings_dialog.World()
    made = SettingsDialog(look, world.desk(), test_settings_dialog.ORDER_SETTINGS, Agent().sources_desk())
    for section in Section:
        made.page(section)
    return made


def binned(look):
    world = test_bin_dialog.World()
    return BinDialog(world.library, world.clock.now)


def keys(look):
    return KeysPage(lambda: HOTKEYS, list)


def first(look):
    return FirstStart(test_small_windows.World().desk())


def move(look):
    return MoveDialog([("售前",)], 2)


def activity(look):
    world = forms.World()
    made = ActivityForm(look, world.desk(), FormDrafts(), world.sheet.activities["d11"], is_new=False)
    for section in made.fields.sections:
        section.unfold()
    return made


def product(look):
    world = forms.World()
    made = ProductForm(look, world.desk(), FormDrafts(), world.sheet.products["cup"], is_new=False)
    for section in made.fields.sections:
        section.unfold()
    return made


def fact(look):
    world = forms.World()
    return FactForm(look, world.desk(), FormDrafts(), world.sheet.facts["hours"], is_new=False)


def copying(look):
    world = forms.World()
    return ActivityCopyForm(world.desk(), world.sheet.activities["d11"])


def listing(look):
    return FactList(lambda names: {}, lambda: "双11")


FORMS = [activity, product, fact, copying, listing]


def texts(dialog: QWidget) -> set[str]:
    """All words on labels and buttons that are ours to translate: those in Latin letters."""
    found = {dialog.windowTitle()}
    for words in (*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)):
        if words.isVisibleTo(dialog):
            found.add(words.text())
    for listed in dialog.findChildren(QListWidget):
        if listed.isVisibleTo(dialog):
            found |= {listed.item(at).text() for at in range(listed.count())}
    return {text for text in found if any("a" <= letter <= "z" for letter in text)}


@pytest.mark.parametrize("make", [editor, importing, settings, binned, keys, first, move, *FORMS])
def test_an_open_dialog_says_everything_in_the_new_language_and_back(qtbot, qapp: QApplication, look, make):
    dialog = make(look)
    qtbot.addWidget(dialog)
    before = texts(dialog)
    other = Marking()

    qapp.installTranslator(other)
    qapp.processEvents()
    switched = texts(dialog)
    qapp.removeTranslator(other)
    qapp.processEvents()

    kept = {text for text in switched if MARK not in text}
    assert before
    assert {text for text in kept if " " in text} <= set(test_editor.FULL.keywords)
    assert texts(dialog) == before
