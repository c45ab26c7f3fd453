"""`make run`: start the assistant on this display or, where there is none, on a virtual one and take its picture.

On a virtual screen nobody can use it, so it is ended after the picture unless QINDESK_STAY=1.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.screen import picture, virtual_screen, wait_for

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-m", "app.main", *sys.argv[1:]]
PICTURE = ROOT / "build" / "run" / "qindesk.png"


def main() -> int:
    """The exit code of the program."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return subprocess.call(PROGRAM, cwd=ROOT)
    with virtual_screen() as environment:
        ready = ROOT / "build" / "run" / "ready"
        ready.parent.mkdir(parents=True, exist_ok=True)
        ready.unlink(missing_ok=True)
        program = subprocess.Popen([*PROGRAM, "--tell", str(ready)], cwd=ROOT, env=environment)
        try:
            if not wait_for(lambda: _is_usable(ready) or program.poll() is not None, 60) or program.poll() is not None:
                print("QinDesk did not come up; what it said stands above.", file=sys.stderr)
                return program.poll() or 1
            picture(environment, PICTURE)
            print(f"No display here: QinDesk runs on a virtual one, DISPLAY={environment['DISPLAY']}.")
            print(f"Its picture: {PICTURE}")
            if os.environ.get("QINDESK_STAY"):
                print("It stays until you press Ctrl+C.")
                return program.wait()
            print("It was ended after the picture; QINDESK_STAY=1 make run keeps it.")
            return 0
        except KeyboardInterrupt:
            return 0
        finally:
            program.terminate()
            program.wait(10)


def _is_usable(ready: Path) -> bool:
    return ready.exists() and "furnished" in ready.read_text()


if __name__ == "__main__":
    raise SystemExit(main())
