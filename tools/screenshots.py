"""`make screenshots`: the pictures of README and docs, from the real program, in light and dark, Chinese and English.

Each place is photographed at 100 % and 150 % into build/screenshots, with one contact sheet of all; those of the README
are copied to docs/screenshots. Arguments name the looks to take, e.g. `zh_CN-light-100`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.screen import virtual_screen, wait_for

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
IN_README = {
    "zh_CN-light-100-search": "search",
    "zh_CN-dark-100-start": "dark",
    "en-light-100-start": "english",
    "zh_CN-light-100-editor": "editor",
    "zh_CN-light-100-import": "import",
    "zh_CN-light-100-activities": "activities",
    "zh_CN-light-100-timers": "timers",
    "zh_CN-light-100-sum": "sum",
    "zh_CN-light-100-calculator": "calculator",
}
DIALOGS = {"keys": "F1", "editor": "ctrl+e", "settings": "ctrl+comma", "bin": "ctrl+b", "move": "ctrl+m"}
FOREIGN = """快捷短语编码,快捷短语,快捷短语分组
fh,亲，拍下后 48 小时内发出哦 /:^_^,物流
by,亲，满 99 元包邮,咨询
cf,亲，还没付款哦,付款
"""


def main(wanted: list[str]) -> None:
    """Take them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in ("zh_CN", "en"):
        for theme in ("light", "dark"):
            for percent in (100, 150):
                name = f"{language}-{theme}-{percent}"
                if not wanted or name in wanted:
                    take(name, language, theme, percent)
    for source, name in IN_README.items():
        if (FOLDER / f"{source}.png").exists():
            (ROOT / "docs" / "screenshots").mkdir(exist_ok=True)
            shutil.copy(FOLDER / f"{source}.png", ROOT / "docs" / "screenshots" / f"{name}.png")
    sheet = FOLDER / "contact-sheet.jpg"
    pictures = sorted(str(file) for file in FOLDER.glob("*.png"))
    subprocess.run(["montage", *pictures, "-tile", "7x", "-geometry", "420x640>+6+6", str(sheet)], check=True)
    print(f"{len(pictures)} pictures and {sheet}")


def take(name: str, language: str, theme: str, percent: int) -> None:
    """All places in one look."""
    data = FOLDER / "data"
    shutil.rmtree(data, ignore_errors=True)
    prepare(data, language, theme)
    told = data / "told"
    with virtual_screen("1920x1200" if percent > 100 else "1280x800") as environment:
        environment["QT_SCALE_FACTOR"] = str(percent / 100)
        command = [sys.executable, "-m", "app.main", "--data", str(data), "--tell", str(told)]
        program = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            wait_for(lambda: told.exists() and "usable" in told.read_text(), 60)
            places(name, Screen(environment), data)
        finally:
            program.terminate()
            program.wait(10)


def prepare(data: Path, language: str, theme: str) -> None:
    """A data folder with the starter pack and this look."""
    from dataclasses import replace

    from app import books
    from app.core.settings import Language, Theme
    from app.desk import STARTER_PACKS, open_desk
    from app.system.clock import SystemClock
    from app.system.paths import paths

    folder = paths(data)
    folder.make()
    desk = open_desk(folder, SystemClock())
    desk.preferences.change(language=Language(language))
    books.sample(desk).put_in()
    desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS[language])]))
    desk.countdowns.add("15m 回电" if language == "zh_CN" else "15m call back")
    names = ("小亲", "好物铺") if language == "zh_CN" else ("Qin", "Good Things")
    first = [phrase for phrase in desk.library.phrases() if phrase.codes][:3]
    if not desk.library.pinned():
        desk.library.pin([phrase.id for phrase in first])
    settings = replace(desk.preferences.current, agent=names[0], shop=names[1], has_seen_welcome=True)
    desk.stores.settings.save(replace(settings, language=Language(language), theme=Theme(theme)))
    desk.close()
    (data / "phrases.csv").write_text(FOREIGN, "gb18030")


class Screen:
    """The virtual screen: keys in, pictures out."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def ask(self, *words: str) -> str:
        """The output of a command on this screen."""
        return subprocess.run(words, env=self._environment, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str, then: Callable[[], bool] = lambda: False, within: float = 0.8) -> None:
        """Press keys, and wait until something is true or the picture had time to settle."""
        self.ask("xdotool", "key", *keys)
        wait_for(then, within)

    def type(self, text: str) -> None:
        """Type a text."""
        self.ask("xdotool", "type", "--delay", "30", text)
        wait_for(lambda: False, 0.5)

    def windows(self) -> list[str]:
        """The windows on show, the oldest first."""
        return self.ask("xdotool", "search", "--onlyvisible", "--class", "qindesk").split()

    def take(self, name: str, window: str) -> None:
        """A picture of one window."""
        subprocess.run(["import", "-window", window, f"png:{FOLDER / name}.png"], env=self._environment, check=True)


def places(name: str, screen: Screen, data: Path) -> None:
    """Every place of the program, by its keys."""
    main_window = screen.windows()[0]
    screen.press("ctrl+alt+space")
    screen.take(f"{name}-start", main_window)
    screen.type("cf" if name.startswith("zh") else "pay")
    screen.take(f"{name}-search", main_window)
    screen.press("Escape")
    screen.type("zzqq")
    screen.take(f"{name}-nothing", main_window)
    screen.press("Escape")
    for place, key in DIALOGS.items():
        dialog(name, place, screen, main_window, key)
    cheat_sheet(name, screen, main_window)
    with_files(name, screen, main_window, data)


def cheat_sheet(name: str, screen: Screen, main_window: str) -> None:
    """The places beside the phrases, a sum, and the calculator."""
    is_chinese = name.startswith("zh")
    screen.press("ctrl+alt+space", "ctrl+2", within=1)
    screen.take(f"{name}-activities", main_window)
    screen.press("ctrl+Next")
    screen.take(f"{name}-products", main_window)
    screen.press("Down", "Down", "Down", "Down", "Down", "Return")
    screen.take(f"{name}-product", main_window)
    screen.press("ctrl+3")
    screen.take(f"{name}-timers", main_window)
    screen.press("ctrl+1")
    screen.type("sfxj" if is_chinese else "how long")
    screen.take(f"{name}-answer", main_window)
    screen.press("ctrl+a")
    screen.type("89+128*2")
    screen.take(f"{name}-sum", main_window)
    screen.press("Escape")
    calculator(name, screen, main_window)
    screen.press("ctrl+alt+space", "ctrl+2", within=0.6)
    dialog(name, "activity", screen, main_window, "ctrl+e", is_searching=False)


def calculator(name: str, screen: Screen, main_window: str) -> None:
    """The calculator with a sum in it."""
    screen.press("ctrl+k", then=lambda: len(screen.windows()) > 1, within=3)
    screen.type("89+128*2")
    opened = [window for window in screen.windows() if window != main_window]
    if opened:
        screen.take(f"{name}-calculator", opened[-1])
        screen.press("Escape", then=lambda: len(screen.windows()) == 1, within=2)


def dialog(name: str, place: str, screen: Screen, main_window: str, key: str, *, is_searching: bool = True) -> None:
    """Open a dialog by its key, take it, close it."""
    if is_searching:
        screen.press("ctrl+alt+space", within=0.4)
    screen.press(key, then=lambda: len(screen.windows()) > 1, within=3)
    wait_for(lambda: False, 0.6)
    opened = [window for window in screen.windows() if window != main_window]
    if opened:
        screen.take(f"{name}-{place}", opened[-1])
        screen.press("Escape", then=lambda: len(screen.windows()) == 1, within=2)


def with_files(name: str, screen: Screen, main_window: str, data: Path) -> None:
    """The import dialog with a file in it, chosen by keys."""
    screen.press("ctrl+alt+space", within=0.4)
    screen.press("ctrl+i", then=lambda: len(screen.windows()) > 1, within=3)
    wait_for(lambda: False, 0.6)
    opened = [window for window in screen.windows() if window != main_window]
    if opened:
        screen.press("space", then=lambda: len(screen.windows()) > 2, within=3)
        screen.type(str(data / "phrases.csv"))
        screen.press("Return", then=lambda: len(screen.windows()) < 3, within=3)
        wait_for(lambda: False, 0.8)
        screen.take(f"{name}-import", opened[-1])


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    main(sys.argv[1:])
