"""Between the formats of a `Clip` (MIME type → bytes) and those of the Windows clipboard (name → bytes).

The rule: only data that stands for itself is named here; OLE formats are objects of a running program, and are never
touched.
"""

import struct
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from app.core.desktop import Clip

TEXT, HTML, RTF, FILES, PNG = "CF_UNICODETEXT", "HTML Format", "Rich Text Format", "CF_HDROP", "PNG"
DIB, DIB_V5, DROP_EFFECT, GIF, JPEG = "CF_DIB", "CF_DIBV5", "Preferred DropEffect", "GIF", "JFIF"
NUMBERS = {TEXT: 13, FILES: 15, DIB: 8, DIB_V5: 17}
"""The formats that have a number of their own; all others are registered by name."""

KEPT = (TEXT, HTML, RTF, FILES, DROP_EFFECT, PNG, GIF, JPEG, DIB_V5, DIB)
"""What is kept before a paste, in this order."""

_FRAGMENT_START, _FRAGMENT_END = b"<!--StartFragment-->", b"<!--EndFragment-->"
_HEAD = "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"
_PICTURES = {Clip.PNG: PNG, "image/gif": GIF, "image/jpeg": JPEG}
_NAMES = {Clip.TEXT: TEXT, Clip.HTML: HTML, Clip.RTF: RTF, Clip.FILES: FILES, **_PICTURES}
_BITMAP_FILE_HEADER = 14
_PNG_END = b"IEND\xaeB`\x82"
_DROPFILES = struct.Struct("<IiiII")


def names(clip: Clip) -> tuple[str, ...]:
    """The Windows formats in which a clip can be given."""
    wanted = [_NAMES[mime] for mime in clip.formats if mime in _NAMES]
    wanted += [DIB] if any(mime in _PICTURES for mime in clip.formats) else []
    return tuple(wanted)


def encode(clip: Clip, name: str) -> bytes:
    """A clip in one of its Windows formats; nothing where it does not hold it."""
    if name == TEXT:
        return to_utf16(clip.text)
    if name == HTML:
        return to_cf_html(clip.formats[Clip.HTML])
    if name == RTF:
        return clip.formats[Clip.RTF] + b"\0"
    if name == FILES:
        return to_drop_files(clip.formats[Clip.FILES])
    pictures = {_PICTURES[mime]: content for mime, content in clip.formats.items() if mime in _PICTURES}
    return to_dib(next(iter(pictures.values()), b"")) if name == DIB else pictures.get(name, b"")


def decode(natives: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the Windows formats hold, by MIME type. Bitmaps have none: they are only kept as they are."""
    formats: dict[str, bytes] = {}
    if TEXT in natives:
        formats[Clip.TEXT] = from_utf16(natives[TEXT]).encode()
    if HTML in natives:
        formats[Clip.HTML] = from_cf_html(natives[HTML])
    if RTF in natives:
        formats[Clip.RTF] = natives[RTF].rstrip(b"\0")
    if FILES in natives:
        formats[Clip.FILES] = from_drop_files(natives[FILES])
    if PNG in natives:
        picture, end, _ = natives[PNG].partition(_PNG_END)  # memory is given in steps: there may be more after it
        formats[Clip.PNG] = picture + end
    return {mime: content for mime, content in formats.items() if content}


def to_utf16(text: str) -> bytes:
    """Text with the line ends of Windows and its final NUL."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return lines.encode("utf-16-le", "replace") + b"\0\0"


def from_utf16(content: bytes) -> str:
    """Text up to its NUL, with plain line ends."""
    text = content[: len(content) & ~1].decode("utf-16-le", "replace")
    return text.partition("\0")[0].replace("\r\n", "\n")


def to_cf_html(html: bytes) -> bytes:
    """HTML with the head of byte offsets that Windows wants; what is between its marks, or all of it, is the fragment.

    https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format
    """
    if _FRAGMENT_START not in html:
        html = b"<html><body>\r\n" + _FRAGMENT_START + html + _FRAGMENT_END + b"\r\n</body></html>"
    offset = len(_HEAD.format(0, 0, 0, 0))
    start = offset + html.index(_FRAGMENT_START) + len(_FRAGMENT_START)
    end = offset + html.rindex(_FRAGMENT_END)
    return _HEAD.format(offset, offset + len(html), start, end).encode() + html + b"\0"


def from_cf_html(content: bytes) -> bytes:
    """The fragment of HTML from the clipboard; nothing where its head is broken."""
    offsets: dict[bytes, int] = {}
    for line in content[:512].splitlines():
        key, _, value = line.partition(b":")
        if key in (b"StartFragment", b"EndFragment") and value.strip().isdigit():
            offsets.setdefault(key, int(value))
    if len(offsets) < 2:
        return b""
    return content[offsets[b"StartFragment"] : offsets[b"EndFragment"]]


def to_drop_files(uris: bytes) -> bytes:
    """A `DROPFILES` list of the files of a `text/uri-list`."""
    paths = [_path_of(uri) for uri in uris.decode("utf-8", "replace").split() if uri.startswith("file:")]
    listed = "".join(f"{path}\0" for path in paths) + "\0"
    return _DROPFILES.pack(_DROPFILES.size, 0, 0, 0, 1) + listed.encode("utf-16-le", "replace")


def from_drop_files(content: bytes) -> bytes:
    """The `text/uri-list` of a `DROPFILES` list; nothing where it is broken."""
    if len(content) < _DROPFILES.size:
        return b""
    start, _, _, _, is_wide = _DROPFILES.unpack_from(content)
    listed = content[start:].decode("utf-16-le", "replace") if is_wide else ""
    paths = listed.partition("\0\0")[0].split("\0")
    return "".join(f"{_uri_of(path)}\r\n" for path in paths if path).encode()


def to_dib(picture: bytes) -> bytes:
    """A picture as a bitmap without its file header, on white: few programs know what is behind a transparent one."""
    image = QImage.fromData(picture)
    if image.isNull():
        return b""
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.white)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    opaque.save(buffer, "BMP")  # type: ignore[call-overload]  # the stub asks for bytes where only str is taken
    return bytes(content.data())[_BITMAP_FILE_HEADER:]


def _path_of(uri: str) -> str:
    parts = urlsplit(uri)
    path = unquote(parts.path).replace("/", "\\")
    return f"\\\\{parts.netloc}{path}" if parts.netloc else path.lstrip("\\")


def _uri_of(path: str) -> str:
    if path.startswith("\\\\"):
        return "file:" + quote(path.replace("\\", "/"))
    return "file:///" + quote(path.replace("\\", "/"), safe="/:")
