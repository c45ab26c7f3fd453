"""What the window about new versions asks of the program."""

from collections.abc import Callable

from app.core.updates.update import Standing
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class UpdateDesk:
    """Callables of the program, all on the main thread.

    `standing`, `agree`, `take_back`, `skip` and `turn` are those of `Updates`; `look` begins a look, which ends with a
    call of the dialog's `refresh`; `quit_and_install` quits the program, installs what was agreed to and starts again.
    `can_install` is False where somebody else installs what was fetched: then `show_file` shows where it lies.
    """

    standing: Callable[[], Standing]
    look: Callable[[], object]
    agree: Callable[[], object]
    take_back: Callable[[], object]
    skip: Callable[[], object]
    turn: Callable[[bool], object]
    quit_and_install: Callable[[], object]
    show_file: Callable[[], object]
    can_install: bool = True
