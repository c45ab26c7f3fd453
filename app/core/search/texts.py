"""The texts of a phrase in which something can be found, and how much each of them counts.

The rule: the index, the highlighting and the order of hits take a phrase apart here and nowhere else.
"""

from collections.abc import Iterator
from enum import IntEnum

from app.core.phrases.phrase import Phrase
from app.core.search.folding import squeezed


class Field(IntEnum):
    """A kind of text that a phrase has."""

    TITLE = 0
    CODE = 1
    KEYWORD = 2
    QUESTION = 3
    GROUP = 4


def group_texts(path: tuple[str, ...]) -> Iterator[tuple[Field, str]]:
    """The texts of a group's path as the index holds them."""
    return texts_of(Field.GROUP, path)


def short_texts(phrase: Phrase) -> tuple[str, ...]:
    """Every text but the body."""
    return (phrase.title, *phrase.codes, *phrase.keywords, *phrase.questions, *phrase.group)


def own_texts(phrase: Phrase) -> Iterator[tuple[Field, str]]:
    """The title and the codes as the index holds them."""
    yield from texts_of(Field.TITLE, (phrase.title,))
    yield from texts_of(Field.CODE, phrase.codes)


def texts_of(field: Field, texts: tuple[str, ...]) -> Iterator[tuple[Field, str]]:
    """Each text, and once more squeezed where that joins something."""
    for text in texts:
        yield field, text
        tight = squeezed(text)
        if tight is not None:
            yield field, tight
