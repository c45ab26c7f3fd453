"""Where a share lies, read from what a user types or pastes: a folder, a network path, a web address or a bucket.

The rule: what lets somebody in (a password, the query of a signed link) is split off at once, so that the address
that is kept, shown and logged is free of it.
"""

import re
from dataclasses import replace
from datetime import timedelta
from enum import Enum
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from app.core.shares.share import Fault, Secret, ShareTrouble
from app.core.values import dataclass

BOOK_ENDINGS = (".xlsx", ".xls", ".csv", ".yaml", ".yml", ".json")
"""What a plain shared file ends in; any other address is that of a published folder."""
INDEX = "index.json"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_OSS_REGION = re.compile(r"(?:^|\.)oss-([a-z]+-[a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com$")
_HOST = re.compile(r"[A-Za-z0-9.\-\[\]:_]+")
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,62}")
_EVERY = re.compile(r"every=([1-9][0-9]{0,4})(s|min|h)")
_UNITS = {"s": timedelta(seconds=1), "min": timedelta(minutes=1), "h": timedelta(hours=1)}
QUICKEST, SLOWEST = timedelta(seconds=20), timedelta(hours=24)
"""Between these lies the pace that an address may ask for: `https://packs.example.com#every=5min`."""


class Kind(Enum):
    """What speaks with the share."""

    FILES = "files"
    WEB = "web"
    S3 = "s3"
    OSS = "oss"
    SMB = "smb"


_KINDS = {
    "http": Kind.WEB,
    "https": Kind.WEB,
    "webdav": Kind.WEB,
    "webdavs": Kind.WEB,
    "dav": Kind.WEB,
    "davs": Kind.WEB,
    "s3": Kind.S3,
    "oss": Kind.OSS,
    "smb": Kind.SMB,
}
_PLAIN_WEB = {"webdav": "http", "dav": "http", "webdavs": "https", "davs": "https"}


@dataclass(frozen=True, slots=True)
class Address:
    """`root` is the folder: a path, or `https://host/folder` without a closing slash. `file` is "" for a folder.

    Of a bucket `root` is the web address of its folder, `home` that of the whole bucket; `region` is what its requests
    are signed for. `text` is what is kept and shown; reading it again gives the same address. `every` is the pace at
    which whoever gives the address out wants to be asked.
    """

    kind: Kind
    root: str
    text: str
    file: str = ""
    region: str = ""
    bucket: str = ""
    home: str = ""
    every: timedelta | None = None


def address_of(text: str) -> tuple[Address, Secret | None]:
    """Read what was typed. `ShareTrouble(Fault.BAD_PLACE)` where it is none of them."""
    text = text.strip().strip('"“”')
    scheme, colon, _ = text.partition("://")
    if not colon:
        return _of_files(text), None
    if scheme.lower() == "file":
        return _of_files(_path_of(urlsplit(text))), None
    kind = _KINDS.get(scheme.lower())
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        kind, port = None, None
    if kind is None or not parts.hostname or not _HOST.fullmatch(parts.hostname):
        raise ShareTrouble(Fault.BAD_PLACE, _safe(text))
    secret = Secret(unquote(parts.username or ""), unquote(parts.password or ""))
    host = parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"
    asked = parts.fragment
    parts = parts._replace(netloc=host if port is None else f"{host}:{port}", fragment="")
    if kind in (Kind.S3, Kind.OSS):
        return _paced(_of_bucket(kind, parts), asked), secret if secret.user else None
    if parts.query:
        secret = replace(secret, query=parts.query)
    return _paced(_of_web(kind, parts), asked), secret if secret != Secret() else None


def _paced(address: Address, asked: str) -> Address:
    """An address with the pace that stands behind its `#`; anything else there means nothing."""
    if not asked.startswith("every="):
        return address
    text = f"{address.text}#{asked}"
    told = _EVERY.fullmatch(asked)
    every = int(told[1]) * _UNITS[told[2]] if told else SLOWEST * 2
    if not QUICKEST <= every <= SLOWEST:
        raise ShareTrouble(Fault.BAD_PLACE, text)
    return replace(address, text=text, every=every)


def is_remote(address: Address) -> bool:
    """Whether it needs the extra `remote`."""
    return address.kind is not Kind.FILES


def _of_files(text: str) -> Address:
    is_windows = bool(_DRIVE.match(text)) or text.startswith("\\\\")
    if not (is_windows or text.startswith("/")) or "\0" in text:
        raise ShareTrouble(Fault.BAD_PLACE, text)
    slash = "\\" if is_windows else "/"
    whole = (text.replace("/", "\\") if is_windows else text).rstrip(slash) or slash
    folder, _, last = whole.rpartition(slash)
    file = _file_of(last)
    is_index = last.lower() == INDEX
    root = folder if file or is_index else whole
    return Address(Kind.FILES, f"{root}{slash}" if root.endswith(":") else root or slash, whole, file)


def _of_web(kind: Kind, parts: SplitResult) -> Address:
    scheme = _PLAIN_WEB.get(parts.scheme, parts.scheme)
    path, file = _folder_and_file(parts.path)
    root = f"{scheme}://{parts.netloc}{_quoted(path)}"
    text = f"{parts.scheme}://{parts.netloc}{_quoted(path)}"
    return Address(kind, root, f"{text}/{quote(file)}" if file else text or root, file)


def _of_bucket(kind: Kind, parts: SplitResult) -> Address:
    options = dict(parse_qsl(parts.query))
    bucket = parts.netloc
    endpoint, region = options.get("endpoint", ""), options.get("region", "")
    if unknown := options.keys() - {"endpoint", "region", "style"}:
        raise ShareTrouble(Fault.BAD_PLACE, parts._replace(query="").geturl(), ", ".join(sorted(unknown)))
    if not _BUCKET.fullmatch(bucket) or (kind is Kind.OSS and not endpoint):
        raise ShareTrouble(Fault.BAD_PLACE, parts._replace(query="").geturl())
    style = options.get("style", "path" if kind is Kind.S3 and endpoint else "host")
    endpoint = endpoint or f"s3.{region or 'us-east-1'}.amazonaws.com"
    base = urlsplit(endpoint if "://" in endpoint else f"https://{endpoint}")
    if base.username or base.query or not base.hostname:
        raise ShareTrouble(Fault.BAD_PLACE, parts._replace(query="").geturl())
    if kind is Kind.OSS and not region:
        found = _OSS_REGION.search(base.hostname)
        region = found[1] if found else ""
    host = f"{bucket}.{base.netloc}" if style == "host" else f"{base.netloc}/{bucket}"
    path, file = _folder_and_file(parts.path)
    text = parts._replace(path=_quoted(path) + (f"/{quote(file)}" if file else "")).geturl()
    home = f"{base.scheme}://{host}"
    return Address(kind, f"{home}{_quoted(path)}", text, file, region or "us-east-1", bucket, home)


def _folder_and_file(path: str) -> tuple[str, str]:
    """The folder with a leading and no closing slash ("" for the topmost), and the file, both readable."""
    whole = unquote(path).rstrip("/")
    folder, _, last = whole.rpartition("/")
    file = _file_of(last)
    return (folder if file or last.lower() == INDEX else whole), file


def _file_of(last: str) -> str:
    return last if last.lower().endswith(BOOK_ENDINGS) and last.lower() != INDEX else ""


def _quoted(path: str) -> str:
    return quote(path, safe="/-._~")


def _path_of(parts: SplitResult) -> str:
    path = unquote(parts.path)
    if parts.netloc and parts.netloc != "localhost":
        return f"\\\\{parts.netloc}{path}".replace("/", "\\")
    return path[1:] if _DRIVE.match(path[1:]) else path


def _safe(text: str) -> str:
    """A text that is no address, without what could be a password in it."""
    return re.sub(r"//.*@", "//", text.partition("?")[0])
