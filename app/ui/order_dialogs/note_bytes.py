"""How many bytes a note takes in the client, which writes it in GBK, and what cannot be written in it."""

from itertools import groupby

MAX_BYTES = 1000


def size(text: str) -> int:
    """The bytes that a note takes; a character that GBK does not have counts as the two of a Chinese one."""
    return sum(2 if _is_strange(letter) else len(letter.encode("gbk")) for letter in text)


def strange(text: str) -> tuple[tuple[int, int], ...]:
    """Where characters stand that GBK cannot write: from a place to before another."""
    places = [at for at, letter in enumerate(text) if _is_strange(letter)]
    runs = groupby(enumerate(places), lambda pair: pair[1] - pair[0])
    spans = ([place for _at, place in run] for _key, run in runs)
    return tuple((run[0], run[-1] + 1) for run in spans)


def _is_strange(letter: str) -> bool:
    try:
        letter.encode("gbk")
    except UnicodeEncodeError:
        return True
    return False
