"""Links in a text that look like those of the platform and are not, lead to another network, or are no web link.

The rule: a host is judged by what it is, not by what it says: `taobao.com.gifts.cn` belongs to `gifts.cn`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

from rapidfuzz.distance import Levenshtein

PLATFORM: tuple[str, ...] = (
    *("taobao.com", "tmall.com", "tmall.hk", "alipay.com", "alicdn.com", "alibaba.com", "1688.com", "tb.cn", "m.tb.cn"),
    *("jumaihui.com", "cainiao.com", "aliexpress.com", "fliggy.com", "etao.com"),
)
"""Hosts that shops link to; what merely resembles one is a look-alike."""
NETWORKS: tuple[str, ...] = (
    *("weixin.qq.com", "u.wechat.com", "wechat.com", "qm.qq.com", "qq.com", "weibo.com", "weibo.cn", "douyin.com"),
    *("kuaishou.com", "xiaohongshu.com", "xhslink.com", "jd.com", "pinduoduo.com", "yangkeduo.com", "vip.com"),
    *("t.me", "wa.me", "whatsapp.com", "line.me", "telegram.org", "facebook.com", "instagram.com", "x.com"),
)
"""Hosts of other networks and platforms."""
_ENDINGS = "com|cn|net|org|cc|top|xyz|vip|shop|store|me|co|link|club|site|online|live|ru|hk|tw|io|info|biz|work|ltd"
_LINK = re.compile(
    rf"(?P<scheme>[a-z][a-z0-9+.-]{{1,12}}:/{{1,3}})?(?P<user>[^\s/@，。；！？、（）()<>\"']{{1,80}}@)?"
    rf"(?P<host>(?:[^\W_](?:[\w-]{{0,62}})[.。．])+(?:{_ENDINGS}|xn--[\w-]{{2,20}})|\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?![\w-])",
    re.IGNORECASE,
)
_MAYBE = re.compile(rf"[.。．](?:{_ENDINGS}|xn--)|\d\.\d{{1,3}}\.\d", re.IGNORECASE)
"""A quick look: nearly every text holds no link."""
_ODD = re.compile(r"(?:javascript|vbscript|data|file|ms-\w+):|\\\\[\w.-]+\\", re.IGNORECASE)
_ALIKE = str.maketrans(dict(zip("01358αοеаорсухі", "olesbaoeaopcyxi", strict=True)))
"""Figures and Greek or Cyrillic letters that are taken for Latin ones."""
_NEAR_FROM = 6
"""Letters of a name from which on one wrong letter makes a look-alike; shorter names have honest neighbours."""


def odd(text: str) -> tuple[str, ...]:
    """What looks like a link and is none to the web: a script, a file, a share."""
    return tuple(dict.fromkeys(match[0] for match in _ODD.finditer(text)))


def lookalikes(text: str, platform: Collection[str] = PLATFORM) -> tuple[str, ...]:
    """The hosts that only look like one of the platform's, or hide what they are."""
    return tuple(dict.fromkeys(host for host, is_hiding in _hosts(text) if is_hiding or _is_like(host, platform)))


def of_networks(text: str, networks: Collection[str] = NETWORKS) -> tuple[str, ...]:
    """The hosts of other networks that a text leads to."""
    return tuple(dict.fromkeys(host for host, _ in _hosts(text) if _is_of(host.casefold(), networks)))


def _hosts(text: str) -> Iterator[tuple[str, bool]]:
    """Each host as it is written, and whether the link hides where it leads."""
    if not _MAYBE.search(text):
        return
    for match in _LINK.finditer(text):
        host = match["host"]
        if match["user"] and not match["scheme"]:
            continue  # an address of mail
        if not match["scheme"] and "。" in host:
            continue  # the end of a sentence
        is_number = host.replace(".", "").isdecimal()
        if is_number and not match["scheme"]:
            continue  # a version, an amount
        is_odd = is_number or bool(match["user"]) or "xn--" in host.casefold() or _is_mixed(host)
        yield host, is_odd


def _is_mixed(host: str) -> bool:
    """Whether letters of another script, or of another width, stand for ours."""
    if host.isascii():
        return False
    return any(
        not letter.isascii() and unicodedata.name(letter, "").split(" ")[0] not in ("CJK", "HIRAGANA", "KATAKANA")
        for letter in host
    )


def _is_like(host: str, platform: Collection[str]) -> bool:
    plain = unicodedata.normalize("NFKC", host).casefold().replace("。", ".")
    if _is_of(plain, platform):
        return False
    long = [known for known in platform if len(known) > _NEAR_FROM]
    if any(f"{known}." in f"{plain}." or known.replace(".", "-") in plain for known in long):
        return True
    label = _label(plain)
    return any(_is_near(label, _label(known)) for known in long)


def _is_near(label: str, known: str) -> bool:
    if _skeleton(label) == _skeleton(known) or known in label.split("-"):
        return True
    return len(known) >= _NEAR_FROM and Levenshtein.distance(label, known, score_cutoff=1) <= 1


def _is_of(host: str, hosts: Collection[str]) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _label(host: str) -> str:
    """The part of a host that is bought: `taobao` of `m.taobao.com`."""
    parts = host.split(".")
    at = -3 if len(parts) > 2 and parts[-2] in ("com", "net", "org", "gov", "co") else -2
    return parts[at] if len(parts) >= -at else parts[0]


def _skeleton(label: str) -> str:
    return label.translate(_ALIKE).replace("rn", "m").replace("vv", "w").replace("i", "l")
