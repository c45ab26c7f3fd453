"""Sounds: played by what the system brings along, beeped where there is nothing, and quiet themselves."""

import sys
import wave
from datetime import timedelta
from pathlib import Path
from struct import iter_unpack

import pytest
from pytestqt.qtbot import QtBot

import resources
from app.core.clockwork.countdowns import Awaited, Countdown, Notice
from app.core.clockwork.notices import Sound, sound_of
from app.system.sounds import Sounds
from tests.fakes import FakeClock

FOLDER = Path(resources.__file__).parent / "sounds"
STEPS = [timedelta(minutes=minutes) for minutes in (60, 10, 1)]


class Beeps:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def beeps() -> Beeps:
    return Beeps()


@pytest.mark.skipif(sys.platform == "win32", reason="there Windows itself plays")
class TestPlayers:
    @pytest.fixture
    def path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """The only folder that programs are found in."""
        monkeypatch.setenv("PATH", str(tmp_path))
        return tmp_path

    def player(self, path: Path, name: str) -> Path:
        """A player that writes down what it was asked to play, and is as loud on its standard error as a real one."""
        program, played = path / name, path / "played"
        program.write_text(
            f'#!/bin/sh\necho "{name} $*" >>{played}.part\necho noise >&2\n/bin/mv {played}.part {played}\n'
        )
        program.chmod(0o755)
        return played

    def test_the_first_player_that_is_there_plays_the_file(self, path: Path, beeps: Beeps, qtbot: QtBot) -> None:
        self.player(path, "aplay")
        played = self.player(path, "paplay")

        Sounds(FOLDER, beeps).play(Sound.LAST)

        qtbot.waitUntil(played.exists)
        assert played.read_text() == f"paplay {FOLDER / 'last.wav'}\n"
        assert beeps.count == 0

    def test_the_options_of_a_player_are_kept(self, path: Path, beeps: Beeps, qtbot: QtBot) -> None:
        played = self.player(path, "aplay")

        Sounds(FOLDER, beeps).play(Sound.OVER)

        qtbot.waitUntil(played.exists)
        assert played.read_text() == f"aplay --quiet {FOLDER / 'over.wav'}\n"

    def test_where_nothing_can_play_the_system_beeps(self, path: Path, beeps: Beeps) -> None:
        Sounds(FOLDER, beeps).play(Sound.STEP)

        assert beeps.count == 1

    def test_a_player_that_cannot_be_started_leaves_the_beep(self, path: Path, beeps: Beeps) -> None:
        program = path / "paplay"
        program.write_text("#!/no/such/shell\n")
        program.chmod(0o755)

        Sounds(FOLDER, beeps).play(Sound.STEP)

        assert beeps.count == 1


@pytest.mark.skipif(sys.platform != "win32", reason="needs the sounds of Windows")
class TestWindows:
    def test_a_file_is_played_without_waiting_for_it(self, beeps: Beeps, monkeypatch: pytest.MonkeyPatch) -> None:
        import winsound

        played: list[tuple[str, int]] = []
        monkeypatch.setattr(winsound, "PlaySound", lambda file, flags: played.append((file, flags)))

        Sounds(FOLDER, beeps).play(Sound.OVER)

        assert [Path(file).name for file, _ in played] == ["over.wav"]
        assert played[0][1] & winsound.SND_ASYNC
        assert beeps.count == 0

    def test_a_sound_that_windows_cannot_play_is_beeped(self, beeps: Beeps, monkeypatch: pytest.MonkeyPatch) -> None:
        import winsound

        def fail(file: str, flags: int) -> None:
            raise RuntimeError("Failed to play sound")

        monkeypatch.setattr(winsound, "PlaySound", fail)

        Sounds(FOLDER, beeps).play(Sound.OVER)

        assert beeps.count == 1


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_there_short_and_quiet_and_ends_without_a_click(sound: Sound) -> None:
    with wave.open(str(FOLDER / f"{sound.value}.wav")) as file:
        length = file.getnframes() / file.getframerate()
        samples = [sample for (sample,) in iter_unpack("<h", file.readframes(file.getnframes()))]

    assert 0.1 < length < 1.0
    assert 2_000 < max(map(abs, samples)) < 32_767 / 3
    assert abs(samples[0]) < 300
    assert abs(samples[-1]) < 300


def notice(minutes: int) -> Notice:
    countdown = Countdown("c", "开售", Awaited.PHASE_START, FakeClock().now())
    return Notice(f"c/{minutes}", countdown, FakeClock().now(), timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("minutes", "sound"), [([60], Sound.STEP), ([60, 10], Sound.STEP), ([10, 1], Sound.LAST), ([1, 0], Sound.OVER)]
)
def test_notices_that_are_told_together_sound_as_the_most_urgent(minutes: list[int], sound: Sound) -> None:
    assert sound_of([notice(before) for before in minutes], STEPS) is sound
