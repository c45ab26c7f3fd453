"""What the details beside the list ask of the program."""

from collections.abc import Callable, Collection, Mapping

from app.core.phrases.phrase import Phrase
from app.core.values import dataclass
from app.ui.dialogs.sample import Render
from app.ui.times import Times


@dataclass(frozen=True, slots=True)
class DetailsDesk:
    """`phrase` finds answers too, `values` says facts now, `read_image` raises `NotStored`."""

    phrase: Callable[[str], Phrase | None]
    render_as: Callable[[Phrase], Render]
    values: Callable[[Collection[str]], Mapping[str, str]]
    read_image: Callable[[str], bytes]
    times: Times
