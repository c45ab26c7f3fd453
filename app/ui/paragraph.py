"""Sentences one behind the other.

The rule: a blank stands between them as the language writes: none behind a full stop of Chinese, which brings its own.
"""

_ENDS = "。！？；：，、）”…"
"""What is as wide as a character and needs no blank behind it."""


def paragraph(*sentences: str) -> str:
    """Those that say something, in one text."""
    told = ""
    for sentence in sentences:
        gap = "" if not told or not sentence or told[-1] in _ENDS else " "
        told += gap + sentence
    return told
