"""The main job, step by step: what goes out, what is refused, and what is given back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.core.changes import Kind
from app.core.desktop import Clip, PasteKey, Window
from app.core.phrases.pasting import Copied, NotPasted, Pasted, Reason
from app.core.phrases.phrase import Image, Output, Phrase, Place
from app.core.settings import Settings
from app.core.sheet.lifetimes import State, Validity
from app.core.storage import NotStored, Trouble
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.sheet.facts import Facts
from tests.fakes import FakeClipboard, FakeClock, FakeDesktop, FakeImages, FakeKeys, FakePhrases, run

CHAT = Window(7, "aliworkbench")
OTHER = Window(8, "notepad")
OLD = Clip({Clip.TEXT: "买家地址".encode(), Clip.HTML: b"<b>x</b>"})
PHRASE = Phrase("p1", "催付", "亲,还剩一会儿哦 /:^_^\n拍下即可")


class Desk:
    """The service with fakes around it."""

    def __init__(self, phrase: Phrase = PHRASE, **settings: object) -> None:
        self.clipboard = FakeClipboard(OLD)
        self.desktop = FakeDesktop(CHAT, [CHAT, OTHER])
        self.keys = FakeKeys(self.clipboard, self.desktop)
        self.clock = FakeClock()
        self.images = FakeImages()
        self.phrases = FakePhrases({phrase.id: phrase})
        self.settings = replace(Settings(agent="小亲", shop="好物铺"), **settings)
        guard = Guard(Facts(self.clock, lambda: self.settings), self.desktop, self.images)
        self.service = Paste(
            guard, self.clipboard, self.desktop, self.keys, self.clock, lambda: self.settings, self.record
        )

    def record(self, phrase_id: str, at: datetime) -> frozenset[Kind]:
        self.phrases.record_use(phrase_id, at)
        return frozenset({Kind.USE})


def test_a_phrase_arrives_as_it_is_and_the_clipboard_comes_back() -> None:
    desk = Desk()

    outcome = run(desk.service.paste(PHRASE, CHAT))

    assert desk.keys.written == [(CHAT, PHRASE.body)]
    assert desk.clipboard.content is OLD
    assert outcome == Pasted("p1", PHRASE.body, changed=frozenset({Kind.USE}))
    assert desk.phrases.rows["p1"].use_count == 1
    assert desk.phrases.rows["p1"].last_used_at == datetime(2026, 11, 11, 6, 0, tzinfo=UTC)


def test_the_target_is_brought_to_the_front_first() -> None:
    desk = Desk()
    desk.desktop.front = OTHER

    run(desk.service.paste(PHRASE, CHAT))

    assert desk.keys.written == [(CHAT, PHRASE.body)]


def test_a_missing_fact_is_named_and_nothing_is_touched() -> None:
    phrase = replace(PHRASE, body="{{hello}},我是{{agent}},{{activity.left}}后结束,{{?颜色}}")
    desk = Desk(phrase)

    outcome = run(desk.service.paste(phrase, CHAT))

    assert outcome == NotPasted(Reason.MISSING_FACTS, "p1", phrase.body, ("activity.left", "颜色"))
    assert desk.clipboard.offers == []
    assert desk.phrases.rows["p1"].use_count == 0


def test_facts_and_answers_stand_in_the_text() -> None:
    phrase = replace(
        PHRASE, body="{{hello}},我是{{shop}}的{{agent}},{{?颜色}}的{{date}} {{time}}发,剪贴板:{{clipboard}}"
    )
    desk = Desk(phrase)

    outcome = run(desk.service.paste(phrase, CHAT, {"颜色": "红色"}))

    assert outcome.text == "下午好,我是好物铺的小亲,红色的11月11日 14:00发,剪贴板:买家地址"


def test_a_forbidden_word_refuses_and_a_doubtful_one_is_told() -> None:
    refused = replace(PHRASE, body="亲,加微信聊哦")
    doubtful = replace(PHRASE, body="这是最好的,最后一天")
    desk = Desk()

    assert run(desk.service.paste(refused, CHAT)).names == ("加微信",)
    assert run(desk.service.paste(doubtful, CHAT)).doubtful_words == ("最",)
    assert desk.keys.written == [(CHAT, doubtful.body)]


@pytest.mark.parametrize(
    ("target", "windows", "reason"),
    [
        (None, [CHAT], Reason.NO_TARGET),
        (CHAT, [OTHER], Reason.TARGET_GONE),
        (replace(CHAT, is_elevated=True), [replace(CHAT, is_elevated=True)], Reason.TARGET_ELEVATED),
    ],
)
def test_a_target_that_cannot_take_it_is_refused_before_anything_is_touched(target, windows, reason) -> None:
    desk = Desk()
    desk.desktop.windows = windows

    outcome = run(desk.service.paste(PHRASE, target))

    assert outcome == NotPasted(reason, "p1", PHRASE.body)
    assert desk.clipboard.offers == []


def test_on_wayland_it_says_that_it_can_only_copy() -> None:
    desk = Desk()
    desk.desktop.is_wayland = True

    assert run(desk.service.paste(PHRASE, CHAT)).reason is Reason.CANNOT_PASTE
    assert isinstance(run(desk.service.copy(PHRASE)), Copied)
    assert desk.clipboard.content.text == PHRASE.body


def test_a_window_that_will_not_come_gets_nothing_and_the_clipboard_is_back() -> None:
    desk = Desk()
    desk.desktop.front, desk.desktop.is_stubborn = OTHER, True

    outcome = run(desk.service.paste(PHRASE, CHAT))

    assert outcome == NotPasted(Reason.TARGET_MOVED, "p1", PHRASE.body)
    assert desk.keys.written == []
    assert desk.clipboard.content is OLD


def test_focus_stolen_while_the_modifiers_are_still_down_pastes_nothing() -> None:
    desk = Desk()
    desk.keys.held = True

    def steal(wait: object) -> None:
        desk.keys.held = False
        desk.desktop.front = OTHER

    outcome = run(desk.service.paste(PHRASE, CHAT), steal)

    assert outcome.reason is Reason.TARGET_MOVED
    assert desk.keys.written == []
    assert desk.clipboard.content is OLD


def test_keys_that_stay_down_refuse() -> None:
    desk = Desk()
    desk.keys.held = True

    outcome = run(desk.service.paste(PHRASE, CHAT))

    assert outcome.reason is Reason.KEYS_HELD
    assert desk.clipboard.content is OLD


def test_a_locked_clipboard_refuses() -> None:
    desk = Desk()
    desk.clipboard.is_locked = True

    assert run(desk.service.paste(PHRASE, CHAT)).reason is Reason.CLIPBOARD_BUSY
    assert desk.keys.written == []


def test_an_owner_that_does_not_answer_refuses_before_its_content_is_lost() -> None:
    desk = Desk()
    desk.clipboard.is_slow = True

    assert run(desk.service.paste(PHRASE, CHAT)).reason is Reason.CLIPBOARD_BUSY
    assert desk.clipboard.offers == []


def test_what_the_agent_copied_meanwhile_is_not_overwritten() -> None:
    desk = Desk()
    desk.keys.held = True
    new = Clip.of_text("刚复制的")

    def copy(wait: object) -> None:
        desk.keys.held = False
        desk.clipboard.content = new

    outcome = run(desk.service.paste(PHRASE, CHAT), copy)

    assert outcome.reason is Reason.CLIPBOARD_TAKEN
    assert desk.keys.written == []
    assert desk.clipboard.content is new


def test_a_target_that_never_asks_keeps_the_text_on_the_clipboard() -> None:
    desk = Desk()
    desk.keys.is_target_deaf = True

    outcome = run(desk.service.paste(PHRASE, CHAT))

    assert outcome.reason is Reason.NOT_TAKEN
    assert desk.clipboard.content.text == PHRASE.body
    assert desk.phrases.rows["p1"].use_count == 0


def test_parts_go_out_one_a_call() -> None:
    phrase = replace(PHRASE, body="一\n---\n二\n---\n三", output=Output.PARTS)
    desk = Desk(phrase)

    first = run(desk.service.paste(phrase, CHAT))
    second = run(desk.service.paste(phrase, CHAT, first_part=1))

    assert (first.parts_left, second.parts_left) == (2, 1)
    assert desk.keys.written == [(CHAT, "一"), (CHAT, "二")]


def test_parts_that_are_sent_go_out_at_once_with_enter_after_each() -> None:
    phrase = replace(PHRASE, body="一\n---\n二", output=Output.PARTS, is_sent=True)
    desk = Desk(phrase)

    outcome = run(desk.service.paste(phrase, CHAT))

    assert desk.keys.written == [(CHAT, "一"), (CHAT, "\n"), (CHAT, "二"), (CHAT, "\n")]
    assert outcome.parts_left == 0
    assert desk.clipboard.content is OLD


def test_a_phrase_that_ends_between_its_parts_goes_no_further_and_the_clipboard_is_back() -> None:
    phrase = replace(PHRASE, body="一\n---\n二", output=Output.PARTS, is_sent=True)
    desk = Desk(phrase)
    over = Validity(State.OVER, until_at=datetime(2026, 11, 11, 6, 0, tzinfo=UTC))
    guard = Guard(
        Facts(desk.clock, lambda: desk.settings),
        desk.desktop,
        desk.images,
        over=lambda _phrase, _about: over if (CHAT, "\n") in desk.keys.written else None,
    )
    service = Paste(guard, desk.clipboard, desk.desktop, desk.keys, desk.clock, lambda: desk.settings, desk.record)

    outcome = run(service.paste(phrase, CHAT))

    assert (outcome.reason, outcome.parts_done, outcome.text) == (Reason.OVER, 1, "")
    assert desk.keys.written == [(CHAT, "一"), (CHAT, "\n")]
    assert desk.clipboard.content is OLD


def test_a_paste_that_is_broken_off_before_the_key_gives_the_clipboard_back() -> None:
    desk = Desk()
    desk.keys.held = True
    flow = desk.service.paste(PHRASE, CHAT)
    wait = next(flow)
    while wait.is_true():
        wait = flow.send(True)
    lay_there = desk.clipboard.content

    flow.close()

    assert lay_there.text == PHRASE.body
    assert desk.clipboard.content is OLD


def test_a_paste_that_is_broken_off_while_the_target_reads_leaves_it_the_text() -> None:
    desk = Desk()
    desk.keys.is_target_deaf = True
    flow = desk.service.paste(PHRASE, CHAT)
    wait = next(flow)
    while wait.is_true():
        wait = flow.send(True)

    flow.close()

    assert desk.clipboard.content.text == PHRASE.body


def test_enter_is_never_pressed_unasked() -> None:
    desk = Desk()

    run(desk.service.paste(PHRASE, CHAT))

    assert (CHAT, "\n") not in desk.keys.written


def test_pictures_stand_before_and_after_the_text() -> None:
    images = (Image("a.png", Place.AFTER), Image("b.gif", Place.BEFORE))
    phrase = replace(PHRASE, images=images)
    desk = Desk(phrase)
    desk.images.files = {"a.png": b"\x89PNG..", "b.gif": b"GIF89a.."}

    run(desk.service.paste(phrase, CHAT))

    assert [content for _, content in desk.keys.written] == [
        {"image/gif": b"GIF89a.."},
        PHRASE.body,
        {"image/png": b"\x89PNG.."},
    ]


def test_a_lost_picture_is_named() -> None:
    phrase = replace(PHRASE, images=(Image("a.png"),))
    desk = Desk(phrase)

    outcome = run(desk.service.paste(phrase, CHAT))

    assert (outcome.reason, outcome.names) == (Reason.IMAGE_GONE, ("a.png",))


def test_a_terminal_gets_its_own_keys_and_a_typed_program_no_clipboard() -> None:
    desk = Desk(paste_keys={"aliworkbench": PasteKey.TYPED})
    terminal = Window(9, "xterm")
    desk.desktop.windows.append(terminal)

    run(desk.service.paste(PHRASE, CHAT))
    offers_after_typing = len(desk.clipboard.offers)
    run(desk.service.paste(PHRASE, terminal))

    assert offers_after_typing == 0
    assert desk.clipboard.offers[0].key is PasteKey.SHIFT_INSERT


def test_a_phrase_for_copying_only_is_copied() -> None:
    phrase = replace(PHRASE, output=Output.COPY)
    desk = Desk(phrase)

    outcome = run(desk.service.paste(phrase, CHAT))

    assert outcome == Copied("p1", PHRASE.body)
    assert desk.keys.written == []
    assert desk.clipboard.content.text == PHRASE.body


def test_a_phrase_that_comes_out_empty_is_refused() -> None:
    phrase = replace(PHRASE, body="{{?备注|}}")
    desk = Desk(phrase)

    assert run(desk.service.paste(phrase, CHAT)).reason is Reason.NOTHING_LEFT


def test_a_use_that_cannot_be_recorded_is_told_and_the_paste_stands() -> None:
    desk = Desk()
    desk.phrases.trouble = Trouble.FULL

    outcome = run(desk.service.paste(PHRASE, CHAT))

    assert outcome.trouble is Trouble.FULL
    assert desk.keys.written == [(CHAT, PHRASE.body)]


def test_the_fake_store_raises_what_the_port_says() -> None:
    with pytest.raises(NotStored):
        FakePhrases(trouble=Trouble.LOCKED).put([PHRASE])
