"""The bundle for Linux: unpacked anywhere, with nothing of this project around it, it starts and pastes."""

import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.installer.windows import ROOT
from tools.screen import picture, virtual_screen, wait_for

PHRASE = "亲，这句话是解开就能用的亲台贴进来的哦~"
FOREIGN = f"快捷短语编码,快捷短语,快捷短语分组\nzjl,{PHRASE},测试\n"
COPIED = "what the agent had copied"


@pytest.fixture(scope="module")
def program(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpacked in a folder with a Chinese name."""
    tarball = next(iter(dist.glob("qindesk-*-linux-*.tar.gz")), None)
    if tarball is None:
        pytest.skip("make dist KIND=linux comes first")
    folder = tmp_path_factory.mktemp("解开")
    with tarfile.open(tarball) as packed:
        packed.extractall(folder, filter="data")
    return folder / "qindesk" / "qindesk"


@pytest.fixture
def clean(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """The environment of somebody who has a screen and nothing else: no variable of this shell is taken along."""
    with virtual_screen() as whole:
        home = tmp_path / "home"
        home.mkdir()
        yield {"DISPLAY": whole["DISPLAY"], "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def ask(environment: Mapping[str, str], *command: str) -> str:
    return subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, check=False, timeout=30
    ).stdout.strip()


@contextmanager
def running(environment: Mapping[str, str], *command: object) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([str(part) for part in command], env=dict(environment), cwd=environment["HOME"])
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.skipif(sys.platform != "linux", reason="the bundle is for Linux")
def test_it_starts_in_a_clean_place_and_pastes_by_its_hotkey(program: Path, clean: Mapping[str, str]) -> None:
    home = Path(clean["HOME"])
    told, arrived, phrases = home / "told", home / "arrived", home / "phrases.csv"
    phrases.write_text(FOREIGN, "utf-8")
    assert subprocess.run([program, "import", phrases], env=dict(clean), cwd=home, check=False).returncode == 0
    keeper = f"stty -icanon -echo; exec tee '{arrived}'"
    chat = ("xterm", "-fa", "Noto Sans Mono CJK SC", "-u8", "-T", "chat", "-e", "sh", "-c", keeper)
    with running(clean, *chat), running(clean, program, "--tell", told) as started:
        assert wait_for(lambda: told.exists() and "furnished" in told.read_text(), 60)
        subprocess.run(["xclip", "-selection", "clipboard"], input=COPIED.encode(), env=dict(clean), check=True)
        window = ask(clean, "xdotool", "search", "--sync", "--onlyvisible", "--name", "^chat$").split()[0]
        ask(clean, "xdotool", "windowactivate", "--sync", window)

        ask(clean, "xdotool", "key", "ctrl+alt+space")
        assert wait_for(lambda: ask(clean, "xdotool", "getactivewindow") != window, 10)
        ask(clean, "xdotool", "type", "--delay", "40", "zjl")
        ask(clean, "xdotool", "key", "Return")

        assert wait_for(lambda: arrived.read_text("utf-8") == PHRASE, 10)
        assert wait_for(lambda: ask(clean, "xclip", "-o", "-selection", "clipboard") == COPIED, 10)
        picture(dict(clean), ROOT / "build" / "installer" / "linux.png")
        subprocess.run([program, "--quit"], env=dict(clean), cwd=home, check=True, timeout=30)
        assert started.wait(20) == 0
