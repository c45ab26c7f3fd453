"""How requests to a bucket are signed: version 4 of Amazon, which every S3-compatible store takes, and of Alibaba.

The rule: pure functions of a request, a key and a moment; the key itself is in nothing that they give back.

https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
https://www.alibabacloud.com/help/en/oss/developer-reference/recommend-to-use-signature-version-4
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from app.core.shares.share import Secret
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """What tells one way of signing from the other."""

    name: str
    prefix: str
    service: str
    closing: str
    letters: str


AMAZON = Scheme("AWS4-HMAC-SHA256", "AWS4", "s3", "aws4_request", "x-amz-")
ALIBABA = Scheme("OSS4-HMAC-SHA256", "aliyun_v4", "oss", "aliyun_v4_request", "x-oss-")


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A request before it is signed. `resource` is the path that is signed, unquoted: of OSS `/bucket/key`."""

    verb: str
    url: str
    resource: str
    headers: Mapping[str, str]
    body: bytes = b""


def signed(ask: Unsigned, scheme: Scheme, secret: Secret, region: str, at: datetime) -> dict[str, str]:
    """The headers to send: those given, the moment, the hash of the content and the signature."""
    moment = at.strftime("%Y%m%dT%H%M%SZ")
    payload = hashlib.sha256(ask.body).hexdigest() if scheme is AMAZON else "UNSIGNED-PAYLOAD"
    own = {f"{scheme.letters}date": moment, f"{scheme.letters}content-sha256": payload}
    if secret.session:
        own[f"{scheme.letters}security-token"] = secret.session
    headers = {name.lower(): value for name, value in ask.headers.items()} | own
    told = {name: value for name, value in headers.items() if _is_signed(name, scheme)}
    if scheme is AMAZON:
        told["host"] = urlsplit(ask.url).netloc
    names = ";".join(sorted(told))
    canonical = "\n".join(
        (
            ask.verb,
            quote(ask.resource, safe="/-._~"),
            _query(urlsplit(ask.url).query, scheme),
            "".join(f"{name}:{' '.join(told[name].split())}\n" for name in sorted(told)),
            names if scheme is AMAZON else "",
            payload,
        )
    )
    scope = f"{moment[:8]}/{region}/{scheme.service}/{scheme.closing}"
    signature = _signature(scheme, secret.password, scope, moment, canonical)
    where = f"{scheme.name} Credential={secret.user}/{scope}"
    named = f", SignedHeaders={names}, " if scheme is AMAZON else ","
    return {**ask.headers, **own, "Authorization": f"{where}{named}Signature={signature}"}


def _is_signed(name: str, scheme: Scheme) -> bool:
    return name.startswith(scheme.letters) or name in ("content-type", "content-md5")


def _query(query: str, scheme: Scheme) -> str:
    """The query in order; Alibaba writes a name without a value without `=`."""
    pairs = sorted((_quoted(name), _quoted(value)) for name, value in parse_qsl(query, keep_blank_values=True))
    return "&".join(f"{name}={value}" if value or scheme is AMAZON else name for name, value in pairs)


def _quoted(text: str) -> str:
    return quote(unquote(text), safe="-._~")


def _signature(scheme: Scheme, password: str, scope: str, moment: str, canonical: str) -> str:
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    key = f"{scheme.prefix}{password}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    return hmac.digest(key, f"{scheme.name}\n{moment}\n{scope}\n{digest}".encode(), "sha256").hex()
