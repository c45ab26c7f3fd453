"""What every command begins with: the data folder, opened; the moment that was asked for; words for people."""

import argparse
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.front.desk import Desk

WRONG_CALL = 2
NOT_FOUND = 1
MOMENTS = {
    "empty": "A moment is missing.",
    "not_understood": "“{text}” is not a moment; write it as 2026-11-11 20:00 or 11-11 20:00.",
    "no_such_day": "The day of “{text}” does not exist.",
    "no_such_time": "The time of “{text}” does not exist; a day ends at 24:00.",
    "skipped_time": "“{text}” does not exist: the clocks are put forward over it on that day.",
}


def say(sentence: str) -> None:
    """Tell people something; standard output is for answers only."""
    print(sentence, file=sys.stderr)


@contextmanager
def opened(options: argparse.Namespace, *, is_writing: bool = False) -> "Iterator[Desk]":
    """The desk of the data folder that was asked for, closed again afterwards."""
    desk = open_desk_of(options, is_writing=is_writing)
    try:
        yield desk
    finally:
        desk.close()


def open_desk_of(options: argparse.Namespace, *, is_writing: bool = False) -> Any:
    """Open a data folder; exits with a sentence where it cannot be used, or is written by a running window."""
    from app.front.desk import open_desk
    from app.system.clock import SystemClock
    from app.system.instance import Instance
    from app.system.paths import paths

    places = paths(options.data)
    try:
        places.make()
    except OSError as error:
        say(f"The data folder {places.data} cannot be used: {error.strerror}. Choose another with --data DIR.")
        raise SystemExit(1) from error
    if is_writing and not Instance(places.data).is_first():
        say("QinDesk is running and keeps this data: do it in its window, or quit it first. Nothing was changed.")
        raise SystemExit(1)
    return open_desk(places, SystemClock())


def add_moment(command: argparse.ArgumentParser) -> None:
    """Let a command be asked about another moment than now."""
    command.add_argument(
        "--at", metavar="MOMENT", default="", help="by the shop's clock: 2026-11-11 20:00, 20:00 … (now)"
    )


def moment(desk: "Desk", text: str) -> "datetime":
    """The moment that was asked for, or now; exits with a sentence where it does not exist."""
    from app.core.clockwork.moments import BadMoment, read_moment

    now = desk.shop_time.now()
    if not text:
        return now
    try:
        return read_moment(text, now, desk.shop_time.zone())
    except BadMoment as bad:
        say(MOMENTS.get(bad.rule, MOMENTS["not_understood"]).replace("{text}", text))
        raise SystemExit(WRONG_CALL) from bad
