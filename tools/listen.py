"""What a screen reader gets of the program that runs in this session: `python3 tools/listen.py [--tree] [SECONDS]`.

Prints where the keyboard goes and what is announced, as it happens; with `--tree` first everything that is in sight.
The rule: it is another program with the system's own Python (packages at-spi2-core, gir1.2-atspi-2.0, python3-gi), so
that nothing of ours makes it hear more than a screen reader does. docs/developer.md tells how to start it.
"""

import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found] # of the system, not of the project

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]

STATES = ("focused", "checked", "expanded", "selected", "pressed", "modal", "active")
MOST = 60
"""Children of one list."""
KINDS = ("object:announcement", "object:state-changed:focused", "window:activate")


def lines(node: Any, depth: int = 0) -> Iterator[str]:
    """What is in sight, a line each, indented as it lies in each other."""
    states = [state.value_nick for state in node.get_state_set().get_states()]
    role, name, more = node.get_role_name(), node.get_name(), node.get_description()
    is_row = role in ("list item", "table cell", "tree item")
    if depth > 1 and "showing" not in states and not is_row:
        return
    told = " ".join(state for state in states if state in STATES)
    yield f"{'  ' * depth}[{role}] {name!r}{f' ({more})' if more and more != name else ''} {told}".rstrip()
    for at in range(min(node.get_child_count(), MOST)):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from lines(child, depth + 1)


def show_tree() -> None:
    """Every program of Qt in this session."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None and program.get_toolkit_name() == "Qt":
            print("\n".join(lines(program)), flush=True)


def tell(event: Any) -> None:
    """One thing that happened."""
    if event.type.startswith(KINDS[0]):
        print(f"announced{' at once' if event.detail1 > 1 else ''}: {event.any_data}", flush=True)
    elif event.type.startswith(KINDS[2]) or event.detail1:
        print(f"{event.type.split(':')[0]}: [{event.source.get_role_name()}] {event.source.get_name()!r}", flush=True)


def main(words: list[str]) -> None:
    """Listen until it is ended, or for so many seconds."""
    Atspi.init()
    if "--tree" in words:
        show_tree()
    listener = Atspi.EventListener.new(tell)
    for each in KINDS:
        listener.register(each)
    seconds = [int(word) for word in words if word.isdigit()]
    if seconds:
        GLib.timeout_add_seconds(seconds[0], Atspi.event_quit)
    Atspi.event_main()


if __name__ == "__main__":
    main(sys.argv[1:])
