"""A window that remembers what it was told to say."""

from collections.abc import Callable

from app.ui.palette import Tone
from app.ui.saying import Saying


class Window:
    """Says nothing. `awaited` are the topics that stand there."""

    def __init__(self, is_visible: bool = True) -> None:
        self.is_visible = is_visible
        self.heard: list[Saying] = []
        self.awaited: set[str] = set()

    @property
    def shown(self) -> list[tuple[str, Tone, str, Callable[[], object] | None]]:
        """What was said, without what is awaited of it."""
        return [(one.text, one.tone, one.action, one.act) for one in self.heard]

    def isVisible(self) -> bool:
        return self.is_visible

    def hear(self, saying: Saying) -> None:
        self.heard.append(saying)
        if saying.topic:
            self.awaited.add(saying.topic)

    def awaits(self, topic: str) -> bool:
        return topic in self.awaited
