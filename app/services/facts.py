"""The facts that live at a moment: what the variables of a phrase are replaced by.

The rule: a fact that is not known is not there; nothing is filled in by guess.
"""

import re
from collections.abc import Callable, Mapping

from app.core import fact_names, templates
from app.core.settings import Settings
from app.ports import Clock

CLIPBOARD = "clipboard"
NAMES = fact_names.NAMES
"""The facts that exist, in the order in which an editor offers them."""

_CHINESE = re.compile(r"[\u3400-\u9fff]")


class Facts:
    """The facts of now, in the language of the text that asks for them."""

    def __init__(self, clock: Clock, settings: Callable[[], Settings]) -> None:
        self._clock = clock
        self._settings = settings

    def for_text(self, text: str, clipboard: str = "") -> Mapping[str, str]:
        """Name → words. An empty value counts as missing. `clipboard` is the text that lies there."""
        now = self._clock.local()
        settings = self._settings()
        is_chinese = bool(_CHINESE.search(text))
        return {
            "agent": settings.agent,
            "shop": settings.shop,
            "hello": templates.hello(now.hour, is_chinese=is_chinese),
            "date": f"{now.month}月{now.day}日" if is_chinese else f"{now:%B} {now.day}",
            "time": f"{now:%H:%M}",
            CLIPBOARD: clipboard,
        }

    def preview(self, text: str, answers: Mapping[str, str] | None = None) -> str:
        """The text as it would go out now. Raises `MissingFact`; the clipboard stands as its own name."""
        return templates.render(text, self.for_text(text, clipboard=f"{{{{{CLIPBOARD}}}}}"), answers)


def needs_clipboard(text: str) -> bool:
    """Whether a text asks for what lies on the clipboard."""
    return any(variable.name == CLIPBOARD for variable in templates.variables(text))
