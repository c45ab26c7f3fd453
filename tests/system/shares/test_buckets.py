"""Buckets say in their own words what a wrong key or a wrong clock is, and public ones need no key."""

from collections.abc import Iterator

import boto3
import pytest
from moto.core import set_initial_no_auth_action_count

from app.core.shares.share import Fault, Secret, ShareTrouble
from app.system.shares.opening import open_share
from app.system.shares.web_requests import Reply, Web
from tests.system.shares import servers
from tests.system.shares.oss_server import oss


@pytest.fixture
def store() -> Iterator[str]:
    with servers.bucket() as url:
        yield url


def test_the_store_checks_our_signatures_and_a_wrong_key_is_told(store: str) -> None:
    """moto looks at signatures from the first request on, once it is told to."""
    iam = boto3.client(
        "iam", endpoint_url=store, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b"
    )
    iam.create_user(UserName="lead")
    policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
    iam.put_user_policy(UserName="lead", PolicyName="all", PolicyDocument=policy)
    key = iam.create_access_key(UserName="lead")["AccessKey"]
    iam.close()
    place = f"s3://shop/双11?endpoint={store}"
    right = open_share(place, Secret(key["AccessKeyId"], key["SecretAccessKey"]))
    wrong = open_share(place, Secret(key["AccessKeyId"], "s3cret"))

    @set_initial_no_auth_action_count(0)
    def signed() -> None:
        right.replace("a b+c.json", b"{}")
        assert right.names() == ["a b+c.json"]
        assert right.create("a b+c.json", b"") is False
        with pytest.raises(ShareTrouble) as caught:
            wrong.read("a b+c.json")
        assert caught.value.reason is Fault.SIGN_IN
        assert "s3cret" not in str(caught.value)

    signed()


def test_a_public_bucket_is_read_without_a_key(store: str) -> None:
    open_share(f"s3://shop/packs?endpoint={store}", Secret("key", "secret")).replace("a.json", b"{}")
    client = boto3.client(
        "s3", endpoint_url=store, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b"
    )
    client.put_object_acl(Bucket="shop", Key="packs/a.json", ACL="public-read")
    client.close()

    by_key = open_share(f"s3://shop/packs?endpoint={store}").read("a.json")
    by_web = open_share(f"{store}/shop/packs").read("a.json")

    assert (by_key, by_web) == (b"{}", b"{}")


def test_a_bucket_that_lets_nobody_in_asks_for_a_key(store: str) -> None:
    open_share(f"s3://shop/packs?endpoint={store}", Secret("key", "secret")).replace("a.json", b"{}")

    with pytest.raises(ShareTrouble) as caught:
        open_share(f"s3://shop/packs?endpoint={store}").read("a.json")

    assert caught.value.reason is Fault.SIGN_IN


def test_a_clock_that_is_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    skewed = Reply(403, {}, b"<Error><Code>RequestTimeTooSkewed</Code></Error>")
    monkeypatch.setattr(Web, "send", lambda self, request, fine: skewed)

    with pytest.raises(ShareTrouble) as caught:
        open_share("s3://shop/packs", Secret("key", "secret")).read("a.json")

    assert caught.value.reason is Fault.CLOCK


def test_a_listing_of_several_pages_is_read_to_its_end() -> None:
    with oss() as place:
        share = open_share(place, Secret("key", "secret"))
        for number in range(5):
            share.replace(f"{number}.json", b"")

        assert share.names() == [f"{number}.json" for number in range(5)]


def test_an_unsigned_request_to_oss_asks_for_a_key() -> None:
    with oss() as place, pytest.raises(ShareTrouble) as caught:
        open_share(place).read("a.json")

    assert caught.value.reason is Fault.SIGN_IN
