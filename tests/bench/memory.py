"""What programs that hold 5,000 phrases take of the memory, beside each other.

The rule: like is compared with like. Both have their window in sight and the same texts in it; of each all processes
count that it started, by the share of the pages that is its own (PSS), so that a library of several counts once.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.core.phrases.phrase import Phrase
from tools.screen import wait_for

SETTLED_S = 5
TAB = "phrases"
_FILL = f"tab('{TAB}'); add.apply(this, JSON.parse(str(input()))); print(size())"


def of_all(pid: int) -> float:
    """Megabytes of a process and of all that it started."""
    return sum(of_one(each) for each in _family(pid))


def of_one(pid: int) -> float:
    """Megabytes of a process alone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it ended meanwhile
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


@contextmanager
def copyq(environment: dict[str, str], home: Path, phrases: Sequence[Phrase]) -> Iterator[int | None]:
    """CopyQ with its window in sight and phrases in the tab that is open: its server's process, or none without it.

    Its window is shown, as ours is: hidden and empty it takes a third of that.
    """
    if shutil.which("copyq") is None:
        yield None
        return
    own = {
        **environment,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }

    def ask(*words: str, given: str = "") -> str | None:
        command = ["copyq", *words]
        done = subprocess.run(command, env=own, input=given, capture_output=True, text=True, check=False, timeout=60)
        return None if done.returncode else done.stdout.strip()

    server = subprocess.Popen(["copyq"], env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: ask("version") is not None, 20)
        ask("config", "maxitems", str(len(phrases)))
        texts = [f"{phrase.title}\n{phrase.body}" for phrase in phrases]
        filled = ask("eval", _FILL, given=json.dumps(texts))
        if filled != str(len(phrases)):
            raise RuntimeError(f"CopyQ has {filled} of {len(phrases)} phrases")
        wait_for(lambda: ask("show", TAB) is not None and ask("visible") == "true", 20)
        yield server.pid
    finally:
        ask("exit")
        server.terminate()
        server.wait(20)
