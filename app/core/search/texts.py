"""The texts of a phrase in which something can be found, and how much each of them counts.

The rule: the index, the highlighting and the order of hits take a phrase apart here and nowhere else.
"""

from collections.abc import Iterator
from enum import IntEnum

from app.core.phrases import Phrase
from app.core.search.folding import squeezed


class Field(IntEnum):
    """A kind of text that a phrase has."""

    TITLE = 0
    CODE = 1
    KEYWORD = 2
    QUESTION = 3
    GROUP = 4
    BODY = 5


def short_texts(phrase: Phrase) -> Iterator[tuple[Field, int, str]]:
    """Every text but the body: its field, its number within the field, the text."""
    yield Field.TITLE, 0, phrase.title
    for field, texts in (
        (Field.CODE, phrase.codes),
        (Field.KEYWORD, phrase.keywords),
        (Field.QUESTION, phrase.questions),
        (Field.GROUP, phrase.group),
    ):
        for number, text in enumerate(texts):
            yield field, number, text


def spoken_texts(phrase: Phrase) -> Iterator[tuple[Field, str]]:
    """The short texts as the index holds them: each, and once more squeezed where that joins something."""
    for field, _, text in short_texts(phrase):
        yield field, text
        tight = squeezed(text)
        if tight is not None:
            yield field, tight
