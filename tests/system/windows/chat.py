"""Another Qt program as a chat client: `tests/system/peer.py` in a process of its own, told what to do line by line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.core.desktop import Window
from app.system.windows.desktop import describe


class Chat:
    """It, running."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.window: Window = describe(int(self.ask("window")))

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["Chat"]:
        """A fresh one, ended afterwards."""
        script = Path(__file__).parent.parent / "peer.py"
        command = [sys.executable, "-X", "utf8", str(script), "chat", "560"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
            yield cls(process)
            assert process.stdin is not None
            process.stdin.close()  # its end

    def ask(self, verb: str, *arguments: Any) -> Any:
        """Have it do something; what it answers."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([verb, *arguments]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    @property
    def written(self) -> str:
        """What stands in it."""
        return str(self.ask("text"))

    def clear(self) -> None:
        """Empty it."""
        self.ask("renew")
