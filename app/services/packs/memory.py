"""What the program holds in memory of packs: their sources, the news of them, and where they moved past own edits.

The rule: it follows what a transaction has stored, and never goes before it.
"""

from app.core.changes import Changed
from app.core.packs.sources import Delivery
from app.core.values import dataclass
from app.services.packs.news import PackNews
from app.services.packs.overlays import Overlays
from app.services.packs.sources import PackSources


@dataclass(frozen=True, slots=True)
class PackMemory:
    """The three services that a delivery changes."""

    sources: PackSources
    news: PackNews
    overlays: Overlays

    def load(self) -> Changed:
        """Read everything, at the start and after a backup was restored. Raises `NotStored`."""
        return self.sources.load() | self.news.load() | self.overlays.load()

    def delivered(self, delivery: Delivery) -> Changed:
        """Keep in step with what a transaction has stored."""
        self.news.delivered(delivery.news, delivery.news_gone)
        self.overlays.delivered(delivery)
        return self.sources.delivered(delivery.sources, delivery.sources_gone)
