"""The clipboard under X11: large content in pieces, secrets, slow owners and slow targets, the primary selection."""

import contextlib
import subprocess
import threading
from pathlib import Path

import pytest
from Xlib import X, display
from Xlib.protocol.event import SelectionNotify

from app.core.desktop import Clip, PasteKey
from app.system.computer import Computer
from app.system.x11.snapshot import LARGEST
from tests.system.contract import REPLY, came, offered
from tests.system.x11.world import X11World, ended, environment_of, until

pytestmark = pytest.mark.desktop
SECRET = "x-kde-passwordManagerHint"


@pytest.fixture
def environment(display_name: str) -> dict[str, str]:
    return environment_of(display_name)


def selected(environment: dict[str, str], selection: str) -> str:
    """What another program reads from a selection, by xclip."""
    command = ["xclip", "-selection", selection, "-o", "-t", "UTF8_STRING"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


def test_content_of_megabytes_is_kept_and_given_back_byte_for_byte(world: X11World) -> None:
    large = Clip({Clip.TEXT: "长".encode() * 700_000, "image/png": bytes(range(256)) * 12_000})
    world.copy(large)

    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))
    world.clipboard.give_back(kept, offer)

    assert kept.is_whole
    assert world.read(Clip.TEXT) == large.formats[Clip.TEXT]
    assert world.read("image/png") == large.formats["image/png"]


def test_a_format_over_the_cap_is_left_out_and_said_so(world: X11World) -> None:
    world.copy(Clip({Clip.TEXT: b"small", Clip.HTML: b"x" * (LARGEST + 1)}))

    kept = came(world, world.clipboard.keep())

    assert kept.formats == {Clip.TEXT: b"small"}
    assert not kept.is_whole


def test_a_long_phrase_is_pasted_in_pieces(world: X11World) -> None:
    text = "亲，" * 100_000
    offer = offered(world, Clip.of_text(text))

    assert came(world, world.keys.press(PasteKey.CTRL_V, world.target))
    until(offer.is_taken)

    assert world.written() == text


def test_what_is_marked_secret_is_not_kept(world: X11World) -> None:
    world.copy(Clip({Clip.TEXT: b"hunter2", SECRET: b"secret"}))

    kept = came(world, world.clipboard.keep())

    assert kept.formats == {}
    assert not kept.is_whole


def test_what_is_marked_as_no_secret_is_kept(world: X11World) -> None:
    world.copy(Clip({Clip.TEXT: b"hunter2", SECRET: b"public"}))

    kept = came(world, world.clipboard.keep())

    assert kept.text == "hunter2"


def test_clipboard_managers_are_asked_to_look_away_from_an_offer_only(world: X11World) -> None:
    world.copy(Clip.of_text("旧"))
    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))
    in_offer = world.read(SECRET)
    world.clipboard.give_back(kept, offer)

    assert in_offer == b"secret"
    assert world.read(SECRET) == b""


def test_an_owner_that_does_not_answer_is_not_waited_for(world: X11World) -> None:
    world.copy(Clip.of_text("旧"))
    world.other_program.tell("sleep", 1.0)

    pending = world.clipboard.keep()
    until(pending.is_done, 0.9)
    world.other_program.answer()

    assert pending.value().formats == {}
    assert not pending.value().is_whole


def test_files_and_rich_text_are_kept(world: X11World, tmp_path: Path) -> None:
    copied = Clip({Clip.FILES: f"{tmp_path.as_uri()}\r\n".encode(), Clip.RTF: rb"{\rtf1 x}"})
    world.copy(copied)

    kept = came(world, world.clipboard.keep())

    assert {name: kept.formats[name] for name in copied.formats} == copied.formats


def test_what_another_program_reads_is_not_the_targets_taking_it(world: X11World) -> None:
    offer = offered(world, Clip.of_text(REPLY))

    world.read(Clip.TEXT)
    came(world, world.clipboard.keep())

    assert not offer.is_taken()


def test_what_the_target_reads_before_the_paste_key_does_not_count(world: X11World) -> None:
    offer = offered(world, Clip.of_text(REPLY))
    world.program.read(Clip.TEXT)
    until(offer.is_taken)

    world.program.ask("be_slow", 0.4)
    came(world, world.keys.press(PasteKey.CTRL_V, world.target))
    was_taken_at_once = offer.is_taken()
    until(offer.is_taken)

    assert not was_taken_at_once
    assert world.written() == REPLY


def test_a_slow_target_still_gets_the_text_when_it_is_given_back_after_it_was_taken(world: X11World) -> None:
    world.copy(Clip.of_text("旧"))
    world.program.ask("be_slow", 0.4)
    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))

    came(world, world.keys.press(PasteKey.CTRL_V, world.target))
    until(offer.is_taken)
    world.clipboard.give_back(kept, offer)

    assert world.written() == REPLY
    assert world.read(Clip.TEXT).decode() == "旧"


def test_a_target_that_looks_at_once_and_pastes_later_gets_the_text(world: X11World) -> None:
    world.copy(Clip.of_text("旧"))
    world.program.ask("be_slow", 0.6, True)
    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))

    came(world, world.keys.press(PasteKey.CTRL_V, world.target))
    until(offer.is_taken)
    world.clipboard.give_back(kept, offer)
    until(world.written)

    assert world.written() == REPLY


def test_what_was_copied_for_good_is_left_to_a_clipboard_manager_at_the_end(
    computer: Computer, display_name: str
) -> None:
    saved: list[str] = []
    manager = threading.Thread(target=keep_one, args=(display_name, saved, begun := threading.Event()))
    manager.start()
    begun.wait(10)
    copied = computer.clipboard.copy(Clip.of_text(REPLY))
    until(copied.is_ready)

    computer.close()
    manager.join(10)

    assert saved == [REPLY]


def keep_one(display_name: str, saved: list[str], begun: threading.Event) -> None:
    """What a clipboard manager does when it is asked to save (freedesktop.org, ClipboardManager specification)."""
    with contextlib.closing(display.Display(display_name)) as server:
        window = server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        window.set_selection_owner(server.intern_atom("CLIPBOARD_MANAGER"), X.CurrentTime)
        server.sync()
        begun.set()
        place, wish = server.intern_atom("SAVED"), None
        while not saved:
            event = server.next_event()
            if event.type == X.SelectionRequest:
                wish = event
                window.convert_selection(
                    server.intern_atom("CLIPBOARD"), server.intern_atom("UTF8_STRING"), place, X.CurrentTime
                )
            elif event.type == X.SelectionNotify:
                saved.append(window.get_full_property(place, X.AnyPropertyType).value.decode())
        answer = SelectionNotify(
            time=wish.time, requestor=wish.requestor, selection=wish.selection, target=wish.target, property=X.NONE
        )
        wish.requestor.send_event(answer)
        server.sync()


def test_for_shift_insert_the_primary_selection_has_the_text_and_is_given_back(
    world: X11World, environment: dict[str, str]
) -> None:
    command = ["xclip", "-selection", "primary", "-i", "-quiet"]
    owner = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with ended(owner):
        owner.stdin.write("选中的".encode())
        owner.stdin.close()
        until(lambda: selected(environment, "primary") == "选中的")
        kept = came(world, world.clipboard.keep())
        offer = world.clipboard.offer(Clip.of_text(REPLY), world.target, PasteKey.SHIFT_INSERT)
        until(offer.is_ready)

        offered_text = selected(environment, "primary")
        world.clipboard.give_back(kept, offer)

        assert offered_text == REPLY
        assert selected(environment, "primary") == "选中的"


def test_what_the_user_selects_in_between_stays_selected(world: X11World, environment: dict[str, str]) -> None:
    kept = came(world, world.clipboard.keep())
    offer = world.clipboard.offer(Clip.of_text(REPLY), world.target, PasteKey.SHIFT_INSERT)
    until(offer.is_ready)
    subprocess.run(["xclip", "-selection", "primary", "-i"], env=environment, input="新选的".encode(), check=True)

    is_back = world.clipboard.give_back(kept, offer)

    assert is_back
    assert selected(environment, "primary") == "新选的"
