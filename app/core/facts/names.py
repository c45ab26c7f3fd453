"""Which facts a text speaks of, and which of them do not exist.

The rule: the names themselves stand in `table.py` and nowhere else.
"""

from difflib import get_close_matches

from app.core.facts import templates
from app.core.facts.table import ALIASES, FACTS, SUBJECTS, Subject

NAMES: tuple[str, ...] = tuple(SUBJECTS)
"""Every name, in the order in which an editor offers them."""
_LIKE = 0.6
_MEANT = {
    Subject.ACTIVITY: Subject.ACTIVITY,
    Subject.SHIPPING: Subject.ACTIVITY,
    Subject.PRODUCT: Subject.PRODUCT,
    Subject.ORDER: Subject.ORDER,
}


def of(subject: Subject) -> tuple[str, ...]:
    """The names of one subject."""
    return tuple(FACTS[subject])


def unknown(text: str) -> tuple[str, ...]:
    """The variables of a text that no fact has, each once, in order; what is asked of the agent is not among them."""
    names = (variable.name for variable in templates.variables(text) if not variable.is_question)
    return tuple(dict.fromkeys(name for name in names if name not in SUBJECTS))


def nearest(name: str) -> str:
    """The fact that was probably meant by a name that none has, or nothing; a Chinese one for a Chinese one."""
    close = get_close_matches(name.casefold(), (*NAMES, *ALIASES), 1, _LIKE)
    return close[0] if close else ""


def needs(text: str) -> frozenset[Subject]:
    """Whether a text speaks of an activity (`ACTIVITY`, by its shipping too), of a product and of an order.

    A variable with a default counts as well: what is meant decides whether the default is needed.
    """
    names = (variable.name for variable in templates.variables(text) if not variable.is_question)
    subjects = (SUBJECTS.get(name) for name in names)
    return frozenset(_MEANT[subject] for subject in subjects if subject in _MEANT)
