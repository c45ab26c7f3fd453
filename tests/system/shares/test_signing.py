"""Requests to buckets are signed as the makers of the stores sign them."""

import hashlib
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlsplit

import pytest

from app.core.shares.share import Secret
from app.system.signing import ALIBABA, AMAZON, Unsigned, signed

AT = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
OSS = "https://shop.oss-cn-hangzhou.aliyuncs.com"
PUT_HEADERS = {"Content-Type": "application/octet-stream", "x-oss-forbid-overwrite": "true"}


@pytest.mark.parametrize(
    ("verb", "path", "headers", "session", "signature"),
    [
        ("GET", "/双11/index.json", {}, "", "a05bd960333dede3ccc7b92aba16e8aa892f2ee6edc5502e198a3cd65d0012a0"),
        ("PUT", "/packs/a+b.json", PUT_HEADERS, "", "15bc2533781321b0b9140ae740c215907ce3d6021554e8ed747a5b4baa07abb8"),
        (
            "GET",
            "/?delimiter=%2F&encoding-type=url&list-type=2&prefix=%E5%8F%8C11%2F",
            {},
            "token",
            "4cb19500687dde5eb51572c2abe5902b7914671500624d1b284953de91bb74d2",
        ),
        (
            "GET",
            "/?delimiter=%2F&encoding-type=url&list-type=2&prefix=",
            {},
            "",
            "eaf55dde1a8b9de05f7e1142071143d160a5349bd29c0c4e1b0b18759e585d44",
        ),
    ],
)
def test_alibaba_version_4_is_what_its_own_kit_makes(
    verb: str, path: str, headers: dict[str, str], session: str, signature: str
) -> None:
    """The signatures were made with `SignerV4` of alibabacloud-oss-v2 1.4.1 from the same requests."""
    bare, mark, query = path.partition("?")
    ask = Unsigned(verb, f"{OSS}{quote(bare)}{mark}{query}", f"/shop{bare}", headers, b"body")

    made = signed(ask, ALIBABA, Secret("LTAI", "s3cret", session=session), "cn-hangzhou", AT)

    scope = "20261111/cn-hangzhou/oss/aliyun_v4_request"
    assert made["Authorization"] == f"OSS4-HMAC-SHA256 Credential=LTAI/{scope},Signature={signature}"
    assert made["x-oss-date"] == "20261111T060000Z"
    assert "s3cret" not in str(made)


@pytest.mark.parametrize("session", ["", "token"])
@pytest.mark.parametrize(
    ("verb", "path"),
    [
        ("GET", "/shop/双11/a+b c.json"),
        ("PUT", "/shop/index.json"),
        ("GET", "/shop/?continuation-token=a%2Bb%3D&delimiter=%2F&list-type=2&prefix=%E5%8F%8C11%2F"),
    ],
)
def test_amazon_version_4_is_what_botocore_makes(
    monkeypatch: pytest.MonkeyPatch, verb: str, path: str, session: str
) -> None:
    from botocore import auth, awsrequest, credentials

    bare, mark, query = path.partition("?")
    url = f"http://127.0.0.1:9000{quote(bare)}{mark}{query}"
    ask = Unsigned(verb, url, unquote(urlsplit(url).path), {"Content-Type": "application/json"}, b"body")
    made = signed(ask, AMAZON, Secret("AKID", "s3cret", session=session), "cn-north-1", AT)
    theirs = awsrequest.AWSRequest(verb, url, {"Content-Type": "application/json"}, b"body")
    theirs.headers["X-Amz-Content-SHA256"] = hashlib.sha256(b"body").hexdigest()
    monkeypatch.setattr(auth, "get_current_datetime", lambda remove_tzinfo=True: AT.replace(tzinfo=None))

    auth.S3SigV4Auth(credentials.Credentials("AKID", "s3cret", session or None), "s3", "cn-north-1").add_auth(theirs)

    assert made["Authorization"] == theirs.headers["Authorization"]
    assert "s3cret" not in str(made)
