"""The options of the window, as they are given on the command line.

The rule: reading them imports none of the commands, so that the window need not wait for those.
"""

import argparse
from pathlib import Path


def add_window_options(whole: argparse.ArgumentParser) -> None:
    """The grammar of the options that the window takes."""
    whole.add_argument("--data", type=Path, metavar="DIR", help="use this data folder instead of the user's own")
    whole.add_argument("--hidden", action="store_true", help="start without showing the window")
    whole.add_argument("--quit", action="store_true", help="ask the one that runs to quit")
    whole.add_argument("--tell", type=Path, help=argparse.SUPPRESS)


def window_options(arguments: list[str]) -> argparse.Namespace | None:
    """The options of a start of the window; None where there is more in them: a command, or a mistake.

    Read by hand: making a parser takes longer than painting the window, because it looks for translations of its own.
    """
    options = argparse.Namespace(data=None, hidden=False, quit=False, tell=None)
    rest = [part for given in arguments for part in (given.split("=", 1) if given.startswith("--") else (given,))]
    while rest:
        match rest:
            case ["--hidden" | "--quit" as flag, *rest]:
                setattr(options, flag.removeprefix("--"), True)
            case ["--data" | "--tell" as name, folder, *rest] if not folder.startswith("-"):
                setattr(options, name.removeprefix("--"), Path(folder))
            case _:
                return None
    return options
