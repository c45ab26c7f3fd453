"""Which X targets carry which format of a `Clip`, both ways.

The rule: what is kept is given back under the same names and byte for byte; the text is UTF-8 in between.
"""

from collections.abc import Collection, Mapping

from app.core.desktop import Clip
from app.core.values import dataclass

SECRET_HINT = "x-kde-passwordManagerHint"  # noqa: S105 - a name, not a secret
"""A target whose content `secret` asks clipboard managers to look away (KeePassXC, Klipper, CopyQ know it)."""
SECRET = b"secret"
GNOME_FILES = "x-special/gnome-copied-files"
KEPT: Mapping[str, tuple[str, ...]] = {
    Clip.TEXT: ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING"),
    Clip.HTML: ("text/html",),
    Clip.RTF: ("text/rtf", "application/rtf"),
    Clip.FILES: ("text/uri-list",),
    GNOME_FILES: (GNOME_FILES,),
}
"""Format of a clip → the targets that carry it, the best first."""
PICTURES = (Clip.PNG, "image/jpeg", "image/bmp", "image/tiff")
"""An owner mostly offers one picture in many ways: the first of these is enough."""


@dataclass(frozen=True, slots=True)
class Served:
    """What a target is answered with: the type of the property, and its bytes."""

    kind: str
    content: bytes


def wanted(offered: Collection[str]) -> dict[str, str]:
    """Format → the target to ask for, of those that an owner offers; pictures last, they are slow."""
    found = {name: next((target for target in targets if target in offered), "") for name, targets in KEPT.items()}
    picture = next((target for target in PICTURES if target in offered), "")
    return {name: target for name, target in (*found.items(), (picture, picture)) if target}


def as_kept(target: str, content: bytes) -> bytes:
    """The bytes of a format from those of a target."""
    return content.decode("latin-1").encode() if target == "STRING" else content


def served(clip: Clip, *, is_secret: bool) -> dict[str, Served]:
    """Every target that a clip answers, most telling first: some readers take the first one they know."""
    targets: dict[str, Served] = {}
    for name, content in clip.formats.items():
        if name == Clip.TEXT:
            targets |= _text(content)
        else:
            targets |= {target: Served(target, content) for target in KEPT.get(name, (name,))}
    if is_secret:
        targets[SECRET_HINT] = Served(SECRET_HINT, SECRET)
    return targets


def _text(content: bytes) -> dict[str, Served]:
    latin = content.decode("utf-8", "replace").encode("latin-1", "replace")
    return {
        "UTF8_STRING": Served("UTF8_STRING", content),
        "text/plain;charset=utf-8": Served("text/plain;charset=utf-8", content),
        "text/plain": Served("text/plain", content),
        "TEXT": Served("UTF8_STRING", content),
        "STRING": Served("STRING", latin),
    }
