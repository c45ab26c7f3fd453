"""What the export asks of the program."""

from collections.abc import Callable, Collection, Sequence

from app.core.imports.exports import Manner, Preview, Target, Written
from app.core.imports.reading import Group, Watch
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class ExportDesk:
    """Callables of the program. `preview` and `write` are called on a helper thread, all others on the main one.

    `every`, `in_group`, `some`, `manner`, `preview` and `write` are those of `Exporting`; `groups` are the paths of all
    groups in the agent's order; `folder` is where a file is suggested to go; `show_folder` shows the folder of a file.
    """

    every: Callable[[], Sequence[Phrase]]
    in_group: Callable[[Group], Sequence[Phrase]]
    some: Callable[[Collection[str]], Sequence[Phrase]]
    groups: Callable[[], Sequence[Group]]
    manner: Callable[[], Manner]
    preview: Callable[[Target, Sequence[Phrase], Manner, Watch], Preview]
    write: Callable[[str, Target, Sequence[Phrase], Manner, Watch, Preview | None], Written]
    folder: Callable[[], str]
    show_folder: Callable[[str], object]
