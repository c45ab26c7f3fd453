"""The facts that a text may speak of, as the editor offers them: name, Chinese name, word, and what each says now.

The rule: what a fact says now is asked when the list is shown, and what nobody knows stays empty.
"""

from collections.abc import Callable, Collection, Mapping

from app.core.facts import names as fact_names
from app.core.facts.table import FACTS, Subject
from app.core.values import dataclass
from app.ui.dialogs import terms
from app.ui.words import translate

Values = Callable[[Collection[str]], Mapping[str, str]]
"""What facts say now, of the activity and the product that are meant; a name that is not known is left out."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact on offer."""

    name: str
    aliases: tuple[str, ...]
    words: str
    subject: Subject
    value: str = ""

    def is_found_by(self, text: str) -> bool:
        """Whether what was typed is a part of any of its names."""
        wanted = text.strip().casefold()
        return any(wanted in each.casefold() for each in (self.name, *self.aliases, self.words))


def nothing_known(_names: Collection[str]) -> Mapping[str, str]:
    """Values of a program that knows no facts."""
    return {}


def lines(values: Values = nothing_known) -> list[FactLine]:
    """All facts, by subject."""
    said = values(fact_names.NAMES)
    return [
        FactLine(name, aliases, terms.variable(name), subject, " ".join(said.get(name, "").split()))
        for subject, names in FACTS.items()
        for name, aliases in names.items()
    ]


def of_subject(subject: Subject) -> str:
    """What a group of facts is called."""
    return {
        Subject.GENERAL: translate("fact_lines", "General"),
        Subject.ACTIVITY: translate("fact_lines", "The activity"),
        Subject.SHIPPING: translate("fact_lines", "Shipping"),
        Subject.PRODUCT: translate("fact_lines", "The product"),
        Subject.ORDER: translate("fact_lines", "The order"),
    }[subject]
