"""What the windows of packs ask of the program.

The rule: a window decides nothing; what it shows is what these callables say now, each on the main thread. None of
them touches a share: what takes time is begun, and told when it is there.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.changes import Changed
from app.core.packs.overlays import Moved, Overlay
from app.core.packs.pack import Item
from app.core.packs.sources import News
from app.core.phrases.phrase import Phrase
from app.core.shares.share import Secret
from app.core.sheet.sheet import Sheet
from app.core.source_states import SourceState, Summary
from app.core.values import dataclass
from app.services.packs.removal import Keeping, Removed
from app.ui.dialogs.start_folder import in_documents


@dataclass(frozen=True, slots=True)
class NewsDesk:
    """What the place of news asks.

    `news` are the latest and all must-reads that wait, the newest first; `moved` are own versions of things that their
    pack changed as well, `keep_own` takes those hints away and `reset` takes the pack's words and `undo_reset`
    takes that back, told by what it changed; `item` is a thing as it is now. `confirm`, `keep_own`, `reset` and
    `undo_reset` raise `NotStored`; `look` asks every source now.
    """

    news: Callable[[], Sequence[News]]
    moved: Callable[[], Sequence[Moved]]
    states: Callable[[], Sequence[SourceState]]
    summary: Callable[[], Summary]
    confirm: Callable[[Collection[str]], Changed]
    keep_own: Callable[[Collection[str]], Changed]
    reset: Callable[[Collection[str]], Changed]
    undo_reset: Callable[[Changed], Changed]
    item: Callable[[str], Item | None]
    sheet: Callable[[], Sheet]
    look: Callable[[], object]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]


@dataclass(frozen=True, slots=True)
class OwnDesk:
    """What rows and the editor ask of own versions of what packs brought.

    `own` are those of some phrases that differ from what their pack says, `overlay` is how one differs; `moved` tells
    whether the pack changed it too since. `reset` takes the pack's words, `keep_own` takes the hint away. All but
    `moved` raise `NotStored`.
    """

    own: Callable[[Collection[Phrase]], Collection[str]]
    overlay: Callable[[str], Overlay | None]
    moved: Callable[[str], Moved | None]
    reset: Callable[[Collection[str]], Changed]
    keep_own: Callable[[Collection[str]], Changed]
    sheet: Callable[[], Sheet]
    zone: Callable[[], ZoneInfo]


class NotAdded(Exception):
    """An address that cannot be subscribed to; `sentence` says why, in the language that is on."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class SourcesDesk:
    """What the page of sources asks. What changes something raises `NotStored`, `add` and `sign_in` also `NotAdded`.

    `add` subscribes to what was typed or chosen and gives the id of the source; `confirm` says yes to a key ("" where
    nothing is signed); `choose` says which pack of a folder with several is meant; `put_back` takes a removal back;
    `has_name` tells whether the agent has said who it is.
    """

    states: Callable[[], Sequence[SourceState]]
    add: Callable[[str, Secret | None], str]
    sign_in: Callable[[str, Secret | None], object]
    move_to: Callable[[str, str], object]
    rename: Callable[[str, str], object]
    confirm: Callable[[str, str], object]
    choose: Callable[[str, str], object]
    pause: Callable[[str, bool], object]
    reorder: Callable[[Sequence[str]], object]
    look: Callable[[str], object]
    count: Callable[[str], int]
    remove: Callable[[str, Keeping], Removed | None]
    put_back: Callable[[Removed], object]
    has_name: Callable[[], bool]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    start_folder: Callable[[], str] = in_documents
