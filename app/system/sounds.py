"""Short sounds of our own, played by what the system brings along.

The rule: it neither blocks nor fails; where nothing can play, the system beeps.
"""

import logging
import shutil
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QProcess

from app.core.clockwork.notices import Sound

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "--quiet"))
"""PipeWire's, PulseAudio's and ALSA's, in this order: the first talks to what a desktop of today runs."""

_log = logging.getLogger(__name__)


class Sounds:
    """The port `Sounds`. The files lie in `folder`; `beep` is called where none can be played."""

    def __init__(self, folder: Path, beep: Callable[[], None]) -> None:
        self._folder = folder
        self._beep = beep

    def play(self, sound: Sound) -> None:
        """Begin to play it, in place of one that still plays."""
        file = self._folder / f"{sound.value}.wav"
        try:
            is_playing = self._play(file)
        except (OSError, RuntimeError) as error:
            _log.warning("No sound: %s", type(error).__name__)
            is_playing = False
        if not is_playing:
            self._beep()

    if sys.platform == "win32":

        def _play(self, file: Path) -> bool:
            import winsound  # noqa: PLC0415 - Windows only

            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
            return True

    else:

        def _play(self, file: Path) -> bool:
            if self._player is None:
                return False
            program, *options = self._player
            process = QProcess()
            process.setProgram(program)
            process.setArguments([*options, str(file)])
            process.setStandardOutputFile(QProcess.nullDevice())
            process.setStandardErrorFile(QProcess.nullDevice())
            is_started = process.startDetached()
            return bool(is_started[0] if isinstance(is_started, tuple) else is_started)

        @cached_property
        def _player(self) -> tuple[str, ...] | None:
            for name, *options in _PLAYERS:
                if program := shutil.which(name):
                    return program, *options
            return None
