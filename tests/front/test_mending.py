from types import SimpleNamespace

import pytest

from app.core.storage import Trouble
from app.front.mending import Mending
from app.system.paths import paths


class Window:
    """Hears what is said where there is no list."""

    def __init__(self):
        self.said = []

    def show(self):
        pass

    def show_trouble(self, sentence, *offers):
        self.said.append((sentence, [words for words, _act in offers]))


@pytest.mark.parametrize("trouble", [Trouble.LOCKED, Trouble.FULL, Trouble.READ_ONLY])
def test_where_the_data_cannot_be_opened_nobody_is_told_that_something_was_not_saved(qapp, tmp_path, trouble):
    window = Window()

    Mending(window, paths(tmp_path), SimpleNamespace).say(trouble)

    ((sentence, offers),) = window.said
    assert "not saved" not in sentence
    assert "try again" in sentence
    assert offers == ["Try again"]


def test_a_newer_database_says_what_to_do(qapp, tmp_path):
    window = Window()

    Mending(window, paths(tmp_path), SimpleNamespace).say(Trouble.NEWER)

    assert "Update it" in window.said[0][0]
