from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.core.facts import templates
from app.core.hotkeys import Chord
from app.core.phrases.phrase import BadPhrase, Image, Output, Phrase, Place, Role, Stage
from app.core.settings import Settings
from app.core.sheet.lifetimes import Lifetime
from app.core.storage import NotStored, Trouble
from app.services.phrases.library import Library
from app.services.shortcuts import Shortcuts
from app.ui.dialogs.drafts import NEW, Drafts
from app.ui.dialogs.editor import Editor
from app.ui.dialogs.editor_fields import Desk
from app.ui.dialogs.shop_now import ShopNow
from tests.fakes import FakeClock, FakeHotkeys, FakeImages, FakePhrases
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven

FULL = Phrase(
    "p1",
    "催付·温和提醒",
    "亲，{{hello}}\r\n/:^_^ a\u00a0b\u2028c /:066 ",
    ("售中", "退/换货"),
    Stage.PAYMENT,
    Role.HARD_CUSTOMERS,
    ("cf", "cuifu"),
    ("催付", "a, b"),
    ("怎么还没发货呀，亲？", "两行\n的问题"),
    True,
    "Ctrl+Alt+K",
    Output.COPY,
    True,
    (Image("0.png", Place.BEFORE),),
    use_count=7,
)
FACTS = {"hello": "下午好", "shop": "小橘家"}


class World:
    def __init__(self):
        self.store = FakePhrases({"p1": FULL})
        self.library = Library(self.store, FakeClock(), lambda: "new", lambda changed, gone: None)
        self.library.load()
        self.images = FakeImages({"0.png": b"not a picture that can be drawn"})
        self.shortcuts = Shortcuts(FakeHotkeys({Chord.parse("Ctrl+Alt+J")}), Settings, self.library.phrases)
        self.shortcuts.bind()
        self.drafts = Drafts()
        self.twin = None
        self.saves = []

    def save(self, phrase):
        self.saves.append(phrase)
        self.library.save(phrase)

    def desk(self):
        return Desk(
            save=self.save,
            render=lambda text: templates.render(text, FACTS),
            groups=lambda: [node.path for node in self.library.groups()],
            nearest=lambda body, but: self.twin,
            with_code=self.library.with_code,
            put_image=self.images.put,
            read_image=self.images.read,
            examine=self.shortcuts.examine,
            shop=ShopNow(double_eleven, lambda: SALE_DAY, lambda: SHANGHAI),
        )


@pytest.fixture
def world():
    return World()


@pytest.fixture
def edit(qtbot, look, world):
    def make(phrase=FULL, *, is_new=False):
        made = Editor(look, world.desk(), world.drafts, phrase, is_new=is_new)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def test_a_phrase_that_nobody_touched_is_read_back_as_it_is(edit):
    editor = edit()

    assert editor.fields.read() == FULL
    assert not editor.is_changed


@pytest.mark.parametrize(
    ("source", "said"),
    [("qindesk.starter.en", "From the starter pack."), ("shop.team", "From your team's pack (shop.team).")],
)
def test_it_is_told_whose_the_phrase_is(edit, source, said):
    editor = edit(replace(FULL, source=source))

    assert editor.status.text().startswith(said)


def test_saving_keeps_what_the_fields_say_and_closes(qtbot, edit, world):
    editor = edit(Phrase("new", "", ""), is_new=True)
    fields = editor.fields
    fields.body.setPlainText("亲，{{hello}}")
    fields.codes.entry.setText("hy，hello")
    fields.keywords.entry.setText("你好")
    fields.questions.setPlainText("在吗\n\n有人吗")
    fields.group.setEditText("售前 / 问候")
    fields.stage.pick(Stage.WELCOME)
    fields.role.pick(Role.PRE_SALES)
    fields.pinned.setChecked(True)

    with qtbot.waitSignal(editor.saved):
        qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    stored = world.store.rows["new"]
    assert (stored.title, stored.body, stored.group) == ("亲，{{hello}}", "亲，{{hello}}", ("售前", "问候"))
    assert (stored.codes, stored.keywords, stored.questions) == (("hy", "hello"), ("你好",), ("在吗", "有人吗"))
    assert (stored.stage, stored.role, stored.is_pinned) == (Stage.WELCOME, Role.PRE_SALES, True)
    assert not editor.isVisible()


def test_ctrl_enter_saves_too(qtbot, edit, world):
    editor = edit()
    editor.fields.title.setText("新标题")

    qtbot.keyClick(editor.fields.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert world.store.rows["p1"].title == "新标题"


def test_a_refusal_stands_under_its_field_in_words_and_goes_when_it_is_mended(edit, world):
    editor = edit(Phrase("new", "标题", ""), is_new=True)

    editor.save()
    refused = editor.fields.rows["body"].refusal
    editor.fields.body.setPlainText("亲")
    editor.save()

    assert "Write a text" in refused
    assert world.store.rows["new"].body == "亲"


def test_a_full_disk_is_said_and_the_text_stays_in_the_editor(edit, world):
    editor = edit()
    editor.fields.title.setText("新标题")
    world.store.trouble = Trouble.FULL

    editor.save()

    assert "disk is full" in editor.status.text()
    assert editor.isVisible()
    assert editor.fields.title.text() == "新标题"


def test_escape_in_an_unchanged_editor_leaves_no_draft(qtbot, edit, world):
    editor = edit()

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert not editor.isVisible()
    assert world.drafts.of("p1") is None


def test_what_was_not_saved_comes_back_and_can_be_set_aside_and_brought_back(qtbot, edit, world):
    first = edit()
    first.fields.body.setPlainText("半句")
    with qtbot.waitSignal(first.draft_kept):
        qtbot.keyClick(first, Qt.Key.Key_Escape)

    again = edit()
    restored = again.fields.body.body()
    again.banner_button.click()
    saved = again.fields.read()
    again.banner_button.click()

    assert restored == "半句"
    assert saved == FULL
    assert again.fields.body.body() == "半句"
    assert world.store.rows["p1"] == FULL


def test_a_draft_of_what_was_never_saved_offers_an_empty_one_and_not_what_is_saved(edit, world):
    world.drafts.keep(NEW, Phrase("new", "", "半句"))
    editor = edit(Phrase("other", "", ""), is_new=True)

    offered = editor.banner_button.text()
    editor.banner_button.click()

    assert offered == "Start with an empty one"
    assert editor.banner_text.text() == "This one is empty."
    assert editor.fields.body.body() == ""


def test_saving_forgets_the_draft(edit, world):
    world.drafts.keep(NEW, Phrase("new", "", "半句"))
    editor = edit(Phrase("other", "", ""), is_new=True)

    editor.save()

    assert world.drafts.of(NEW) is None
    assert world.store.rows["other"].body == "半句"
    assert "new" not in world.store.rows


def test_a_new_phrase_that_begins_with_a_text_is_not_displaced_by_an_old_draft(edit, world):
    world.drafts.keep(NEW, Phrase("old", "", "半句"))

    editor = edit(Phrase("new", "", "刚复制的"), is_new=True)

    assert editor.fields.body.body() == "刚复制的"


def test_the_window_button_keeps_a_draft_like_escape_does(edit, world):
    editor = edit()
    editor.fields.title.setText("新标题")

    editor.close()

    assert world.drafts.of("p1").title == "新标题"
    assert not editor.isVisible()


def test_the_preview_shows_the_facts_of_now_and_names_what_is_missing(edit):
    editor = edit(replace(FULL, body="{{hello}}，我是{{agent}}，还剩{{?多久}}"))

    pane = editor.fields.preview
    assert pane.text.toPlainText() == "下午好，我是⟦agent⟧，还剩⟦多久⟧"
    assert "agent" in pane.sentence.text()
    assert "多久" in pane.sentence.text()


def test_a_body_in_parts_is_previewed_part_by_part(edit):
    editor = edit(replace(FULL, body="亲\n---\n{{shop}}欢迎您", output=Output.PARTS))

    assert editor.fields.preview.text.toPlainText().split("\n") == [
        "— Part 1 of 2 —",
        "亲",
        "— Part 2 of 2 —",
        "小橘家欢迎您",
    ]


def test_forbidden_words_are_named_while_writing(qtbot, edit):
    editor = edit()

    editor.fields.body.setPlainText("全网最低，绝对好")
    editor.preview()

    row = editor.fields.rows["preview"]
    assert "全网最低" in row.refusal
    assert "绝对" in row._remark.text()


def test_a_phrase_that_says_nearly_the_same_is_one_click_away(qtbot, edit, world):
    world.twin = Phrase("twin", "催付·最后", "亲")
    editor = edit()

    with qtbot.waitSignal(editor.open_other) as opened:
        editor.fields.twin.click()

    assert "催付·最后" in editor.fields.twin.text()
    assert opened.args == ["twin"]


def test_a_code_that_another_phrase_has_is_told_and_allowed(edit, world):
    editor = edit(Phrase("new", "t", "b", codes=("cf",)), is_new=True)

    editor.save()

    assert "催付·温和提醒" in editor.fields.rows["codes"]._remark.text()
    assert world.store.rows["new"].codes == ("cf",)


def test_paste_and_send_is_off_and_warns_when_it_is_turned_on(edit):
    editor = edit(Phrase("new", "t", "b"), is_new=True)
    was_on = editor.fields.sent.isChecked()

    editor.fields.sent.click()

    assert not was_on
    assert editor.fields.sent_warning.isVisible()


def test_a_copied_phrase_cannot_be_sent(edit):
    editor = edit(Phrase("new", "t", "b"), is_new=True)

    editor.fields.output.pick(Output.COPY)
    editor.fields.output.chosen.emit()

    assert not editor.fields.sent.isEnabled()


def test_pictures_are_stored_when_added_and_refused_in_words(edit, world, tmp_path):
    good, huge = tmp_path / "a.png", tmp_path / "b.png"
    good.write_bytes(b"picture")
    huge.write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    editor = edit()

    editor.fields.body.pictures.emit((good, huge, tmp_path / "gone.png"))

    assert [image.file for image in editor.fields.read().images] == ["0.png", "1.png"]
    assert world.images.files["1.png"] == b"picture"
    refusal = editor.fields.rows["images"].refusal
    assert "5 MB" in refusal
    assert "gone.png" in refusal


def test_what_the_picture_store_refuses_is_said(edit, world):
    def refuse(_content):
        raise BadPhrase("images", "not_a_picture")

    world.images.put = refuse
    editor = edit()

    editor.fields.pictures.add([b"text"])

    assert "PNG" in editor.fields.rows["images"].refusal


def test_a_picture_store_that_is_full_is_said(edit, world):
    def full(_content):
        raise NotStored(Trouble.FULL)

    world.images.put = full
    editor = edit()

    editor.fields.pictures.add([b"text"])

    assert "disk is full" in editor.fields.rows["images"].refusal


def test_the_own_hotkey_is_recorded_and_one_that_is_taken_is_told(qtbot, edit):
    editor = edit()
    seen = []
    editor.recording.connect(seen.append)
    recorder = editor.fields.hotkey

    recorder.field.listen()
    qtbot.keyPress(recorder.field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)

    assert seen == [True, False]
    assert editor.fields.read().hotkey == "Ctrl+Alt+J"
    assert "Another program" in recorder.message.text()


def test_the_counter_counts_and_reminds_of_long_messages(edit):
    editor = edit(replace(FULL, output=Output.PASTE))

    editor.fields.body.setPlainText("长" * 600)

    assert editor.fields.rows["body"].side.text() == "600 / 20,000"
    assert "---" in editor.fields.rows["body"]._remark.text()


def test_a_fact_that_does_not_exist_is_refused_at_the_text_and_mended_by_one_click(edit, world):
    editor = edit()
    editor.fields.body.setPlainText("还有{{activity.lift|一会儿}}，{{shop}}")
    editor.save()
    refused, kept = editor.fields.rows["body"].refusal, world.store.rows["p1"].body

    editor.fields.mend.click()
    editor.save()

    assert "Did you mean {{activity.left}}?" in refused
    assert kept == FULL.body
    assert world.store.rows["p1"].body == "还有{{activity.left|一会儿}}，{{shop}}"


def test_a_phrase_may_hold_only_during_a_phase_and_the_preview_says_when_it_is_over(edit, world):
    editor = edit()
    editor.fields.lifetime.put(Lifetime(activity_id="d11", phase_id="half"))
    editor.fields.lifetime.put(None)
    editor.fields.lifetime.bound._group.button(2).click()
    editor.fields.lifetime.phase.put("half")
    editor.fields.lifetime.phase.edited.emit()

    editor.preview()
    said = editor.fields.rows["preview"].refusal
    editor.save()

    assert "A paste would be refused: Over: it ended today 2:00, 12 h ago." in said
    assert world.store.rows["p1"].lifetime == Lifetime(activity_id="d11", phase_id="half")


def test_a_lifetime_that_cannot_be_read_is_refused_at_its_field(edit, world):
    editor = edit()
    editor.fields.lifetime.bound._group.button(3).click()
    editor.fields.lifetime.from_at.setText("2026-02-30")

    editor.save()

    assert editor.fields.rows["lifetime"].refusal == "That day does not exist."
    assert editor.fields.lifetime._fields["from_at"].refusal == "That day does not exist."
    assert editor.focusWidget() is editor.fields.lifetime.from_at


def test_an_end_before_the_start_is_said_once_and_at_the_end(edit, world, qtbot):
    editor = edit()
    lifetime = editor.fields.lifetime
    lifetime.bound._group.button(3).click()
    lifetime.from_at.setText("2026-11-22")
    lifetime.until_at.setFocus()
    qtbot.keyClicks(lifetime.until_at, "2026-11-21")

    qtbot.keyClick(lifetime.until_at, Qt.Key.Key_Tab)
    when_left = lifetime._fields["until_at"].refusal
    editor.save()

    said = [each.text() for each in lifetime.parentWidget().findChildren(QLabel) if each.isVisible()]
    assert when_left == "The end must come after the start."
    assert said.count(when_left) == 1
    assert editor.focusWidget() is lifetime.until_at
    assert world.store.rows["p1"] == FULL


def test_the_preview_speaks_of_what_the_phrase_hangs_on(qtbot, look, world):
    desk = replace(world.desk(), render_as=lambda phrase: lambda text: f"{phrase.id}: {text}")
    editor = Editor(look, desk, world.drafts, replace(FULL, body="亲"), is_new=False)
    qtbot.addWidget(editor)

    assert editor.fields.preview.text.toPlainText() == "p1: 亲"


def test_the_list_of_facts_opens_by_a_key_and_puts_one_into_the_text(qtbot, edit):
    editor = edit(replace(FULL, body=""))
    qtbot.keyClick(editor.fields.body, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    editor.fields.typing.facts.entry.setText("剩余")
    qtbot.keyClick(editor.fields.typing.facts.entry, Qt.Key.Key_Return)

    assert editor.fields.body.body() == "{{activity.left}}"
