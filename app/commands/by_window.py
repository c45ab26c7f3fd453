"""Where the window runs it keeps the data: what a command would write, it is asked to do, and answers for it.

The rule: it is always said whether something may have been done; nothing is ever written beside a running window.
"""

import argparse
import sys
from collections.abc import Sequence

from app.commands.opening import WRONG_CALL, say

UNANSWERED = 3
_BUSY = "QinDesk is running and keeps this data, but it does not answer. Nothing was changed; look at its window."
_LOST = "QinDesk has taken this, but it did not answer: it may be done. Look in its window before you try again."
_TOO_LONG = "That is too much for one call. Nothing was changed; call it with fewer words or files at a time."


def by_window(options: argparse.Namespace, verb: str, words: Sequence[str], reason: str = "") -> int | None:
    """Have the running window do it, and say what it answers: the exit code. None where no window runs."""
    from app.core.errands import BadErrand, Errand, Verb, read_answer, read_errand, written
    from app.system.errand_files import NotAnswered
    from app.system.instance import LONGEST, Instance
    from app.system.paths import paths

    places = paths(options.data)
    instance = Instance(places.data)
    if not places.data.is_dir() or instance.is_first() or instance.is_barred:
        instance.close()
        return None
    errand = written(Errand(Verb(verb), tuple(words), reason, options.json))
    try:
        read_errand(errand)  # what the window would refuse need not go there
    except BadErrand:
        errand = b""
    if not 0 < len(errand) <= LONGEST:
        say(_TOO_LONG)
        return WRONG_CALL
    try:
        answer = read_answer(instance.hand_over(errand))
    except (OSError, BadErrand, NotAnswered) as lack:
        say(_LOST if not isinstance(lack, NotAnswered) or lack.is_taken else _BUSY)
        return UNANSWERED
    sys.stdout.write(answer.out)
    sys.stderr.write(answer.err)
    return answer.code
