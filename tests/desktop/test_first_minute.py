"""Somebody who never saw the program pastes a phrase within a minute of its first start, by the keyboard alone."""

import shutil
from pathlib import Path

import pytest

from tools import first_minute

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(180)]


@pytest.mark.skipif(not all(map(shutil.which, ("xterm", "xdotool", "Xvfb"))), reason="needs xterm, xdotool and Xvfb")
def test_the_first_phrase_stands_in_the_chat_without_a_mouse(tmp_path: Path) -> None:
    minute = first_minute.play(tmp_path, reading=1.0)

    assert [step for step, _at in minute.steps] == [
        "the first start is there",
        "names written",
        "phrases loaded",
        "the phrase stands in the chat",
    ]
    assert minute.arrived.startswith("亲，")
