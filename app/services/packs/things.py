"""What taking packs over works with: where their things lie, and a pack on its way there.

The rule: values and doors only; what is done with them stands in `packs.py`, `delivery.py` and `removal.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.changes import NOTHING, Changed
from app.core.orders.kinds import OrderKind
from app.core.packs.pack import Pack
from app.core.packs.plan import PackPlan
from app.core.packs.sources import News, Original, PackSource
from app.core.packs.trust import Verdict
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass
from app.ports import Images
from app.services.phrases.find import Find
from app.services.phrases.library import Library
from app.services.sheet.sheet import CheatSheet


@dataclass(frozen=True, slots=True)
class Things:
    """Where that lies which packs bring.

    `kinds` reads the shop's kinds of orders from the store, `kinds_stored` is told when they are other ones there.
    """

    library: Library
    sheet: CheatSheet
    kinds: Callable[[], Sequence[OrderKind]]
    kinds_stored: Callable[[], object]
    images: Images
    search: Find | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that is ready to be taken over: the plan, the originals to keep, their rows, and a new index."""

    pack: Pack
    verdict: Verdict
    plan: PackPlan
    originals: Mapping[str, Original]
    written: object = None
    index: Any = None
    indexed: Sequence[Phrase] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """A pack that was taken over. `hints` are how many own edits stayed where the pack moved on."""

    source: PackSource
    added: int = 0
    changed_count: int = 0
    withdrawn: int = 0
    hints: int = 0
    news: tuple[News, ...] = ()
    changed: Changed = NOTHING
