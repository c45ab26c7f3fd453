"""What was built is installed only where somebody says where it lies: `make test-installer` sets QINDESK_DIST."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app import VERSION
from tests.installer.windows import ROOT, Windows, chinese, fresh_windows, make_template
from tools.screen import virtual_screen

collect_ignore_glob = [] if os.environ.get("QINDESK_DIST") else ["test_*.py"]
OLDER, NEWER = "0.0.9", "9.9.9"
PHRASE = "亲，这句话是装好的亲台贴进来的哦~"
QUERY = "zjl"
FOREIGN = f"快捷短语编码,快捷短语,快捷短语分组\n{QUERY},{PHRASE},测试\n"


@pytest.fixture(scope="session")
def dist() -> Path:
    """What `make dist` built."""
    return (ROOT / os.environ["QINDESK_DIST"]).resolve()


@pytest.fixture(scope="session")
def setup(dist: Path) -> Path:
    """The installer as it is given to people."""
    return dist / f"qindesk-{VERSION}-setup.exe"


@pytest.fixture(scope="session")
def pack(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> "Packer":
    """Packs installers of other versions around the same program, quickly."""
    return Packer(dist, tmp_path_factory.mktemp("installers"))


class Packer:
    """`pack(version)` is the path of an installer; each is made once."""

    def __init__(self, dist: Path, folder: Path) -> None:
        self._dist = dist
        self._folder = folder

    def __call__(self, version: str) -> Path:
        out = self._folder / f"qindesk-{version}-setup.exe"
        if not out.exists():
            given = {"VERSION": version, "SOURCE": self._dist / "windows" / "qindesk", "ART": ROOT / "build" / "art"}
            words = [f"-D{name}={value}" for name, value in (given | {"OUT": out}).items()]
            command = ["makensis", "-V2", "-DQUICK", *words, str(ROOT / "installer" / "qindesk.nsi")]
            subprocess.run(command, check=True, capture_output=True)
        return out


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """A screen with a window manager, in Chinese."""
    language = chinese(tmp_path_factory.mktemp("language"))
    with virtual_screen() as environment:
        yield {**environment, **language}


@pytest.fixture(scope="session")
def template(screen: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Windows set up for its user, to be copied."""
    return make_template(tmp_path_factory.mktemp("windows"), screen)


@pytest.fixture
def windows(tmp_path: Path, screen: Mapping[str, str], template: Path) -> Iterator[Windows]:
    """A fresh Windows."""
    with fresh_windows(tmp_path, screen, template) as made:
        yield made


@pytest.fixture
def stocked(windows: Windows, setup: Path, tmp_path: Path) -> Windows:
    """The program is installed and has one phrase, which came from another program's file."""
    (tmp_path / "phrases.csv").write_text(FOREIGN, "utf-8")
    assert windows.run(setup, "/S") == 0
    assert windows.run(windows.program, "import", tmp_path / "phrases.csv") == 0
    return windows
