"""`make demo`: the main job by real keys over a real target window, on a virtual screen.

Imports the starter pack, presses the real hotkey over an xterm, types, presses Enter, and prints what arrived there and
what lies on the clipboard afterwards. Screenshots of every step lie in build/demo. Exit code 1 where anything differs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.screen import picture, virtual_screen, wait_for

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "demo"
DATA = FOLDER / "data"
PACK = ROOT / "resources" / "packs" / "starter.json"
COPIED = "what the agent had copied"
QUERIES = ("cf", "fahuosj", "tuihuoyf")


def main() -> int:
    """Play it; the exit code."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    qindesk("import", str(PACK))
    with virtual_screen() as environment:
        arrived = FOLDER / "arrived.txt"
        keeper = f"stty -icanon -echo; cat | tee '{arrived}'"
        font = ["-fa", "Noto Sans Mono CJK SC", "-fs", "11", "-u8"]
        xterm = subprocess.Popen(
            ["xterm", "-geometry", "88x30+24+40", *font, "-T", "chat", "-e", "sh", "-c", keeper], env=environment
        )
        told = FOLDER / "told"
        program = subprocess.Popen(
            [sys.executable, "-m", "app.main", "--data", str(DATA), "--tell", str(told)], cwd=ROOT, env=environment
        )
        try:
            if not wait_for(lambda: told.exists() and "furnished" in told.read_text(), 60):
                print("QinDesk did not come up.", file=sys.stderr)
                return 1
            picture(environment, FOLDER / "0-started.png")
            rights = [play(environment, number, query) for number, query in enumerate(QUERIES, 1)]
            return 0 if all(rights) else 1
        finally:
            quitting = [sys.executable, "-m", "app.main", "--data", str(DATA), "--quit"]
            subprocess.run(quitting, cwd=ROOT, env=environment, check=False)
            program.wait(10)
            xterm.terminate()
            xterm.wait(10)


def play(environment: dict[str, str], number: int, query: str) -> bool:
    """One query from the hotkey to the text in the target; whether all was as it should be."""
    ask = run_in(environment)
    body = found(query)
    arrived = FOLDER / "arrived.txt"
    before = arrived.read_bytes() if arrived.exists() else b""
    subprocess.run(["xclip", "-selection", "clipboard"], input=COPIED.encode(), env=environment, check=True)
    chat = ask("xdotool", "search", "--onlyvisible", "--name", "^chat$").split()[0]
    ask("xdotool", "windowactivate", "--sync", chat)
    ask("xdotool", "key", "ctrl+alt+space")
    wait_for(lambda: ask("xdotool", "getactivewindow").strip() != chat, 5)
    ask("xdotool", "type", "--delay", "40", query)
    wait_for(lambda: False, 0.4)  # for the eye: the picture shall show the results
    picture(environment, FOLDER / f"{number}a-typed-{query}.png")
    ask("xdotool", "key", "Return")
    expected = body.replace("\n", "\r").encode()
    wait_for(lambda: len(arrived.read_bytes()) >= len(before) + len(body.encode()), 5)
    wait_for(lambda: ask("xclip", "-selection", "clipboard", "-o") == COPIED, 3)
    picture(environment, FOLDER / f"{number}b-pasted-{query}.png")
    got = arrived.read_bytes()[len(before) :]
    clipboard = ask("xclip", "-selection", "clipboard", "-o")
    is_right = got.replace(b"\n", b"\r") == expected and clipboard == COPIED
    print(
        f"typed      {query}\narrived    {got.decode()}\nclipboard  {clipboard}\n{'right' if is_right else 'WRONG'}\n"
    )
    return is_right


def found(query: str) -> str:
    """The body of the first hit, as the command line finds it."""
    import json

    hits: list[dict[str, str]] = json.loads(qindesk("find", query, "--json", "--limit", "1"))["hits"]
    return hits[0]["body"]


def qindesk(*words: str) -> str:
    """Run a command of the program in the demo's data folder."""
    command = [sys.executable, "-m", "app.main", "--data", str(DATA), *words]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def run_in(environment: dict[str, str]) -> Callable[..., str]:
    """Runs commands on the virtual screen."""

    def ask(*words: str) -> str:
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False).stdout

    return ask


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    code = main()
    print(f"Screenshots: {FOLDER}")
    raise SystemExit(code)
