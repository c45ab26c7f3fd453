"""What the manual and the schema of packs say is what the program does."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.core.orders.kinds import OrderKind, Step
from app.core.packs import sentences as pack_sentences
from app.core.packs.checks import check
from app.core.packs.pack import Noun, noun_of
from app.core.sheet.activities import Activity, Coupon, Gift, Limit, PerMultiple, Phase, Shipping, Stacking, Transit
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product, Related
from app.formats.packs.columns import HEAD, KINDS, PHRASES, STEPS
from app.formats.packs.packs import Form, read_pack, write_pack
from app.formats.packs.shapes import NOT_READ
from resources import __file__ as resources_file
from tests.docs.test_docs import DOCS, rows
from tests.packs import NOW, pictured
from tests.schemas import wrong
from tests.sheets import SHANGHAI

MANUAL = (DOCS / "packs.md").read_text("utf-8")
SCHEMA = json.loads(Path(resources_file).with_name("pack.schema.json").read_text("utf-8"))
STARTERS = sorted((Path(resources_file).parent / "packs").glob("*.json"))


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(.+?)```", MANUAL, re.DOTALL)
    assert found
    return found[1]


def test_the_example_of_the_manual_is_as_the_schema_says_and_is_read() -> None:
    assert list(wrong(json.loads(example("json")), SCHEMA, SCHEMA)) == []

    found = read_pack(example("json").encode(), SHANGHAI, NOW)

    assert found.problems == ()
    assert found.pack is not None
    assert {noun_of(item) for item in found.pack.items().values()} == set(Noun)
    assert check(found.pack, NOW, SHANGHAI) == ()


def test_the_yaml_of_the_manual_is_read() -> None:
    found = read_pack(example("yaml").encode(), SHANGHAI, NOW)

    assert found.pack is not None
    assert found.pack.phrases[0].codes == ("hy", "001")
    assert found.pack.phrases[0].body.endswith("/:^_^\n想了解哪款？")


def test_what_is_written_is_as_the_schema_says() -> None:
    plain = json.loads(write_pack(pictured(), Form.JSON, SHANGHAI))

    assert list(wrong(plain, SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize("path", STARTERS, ids=lambda path: path.name)
def test_the_packs_that_come_with_the_program_are_as_the_schema_says(path: Path) -> None:
    assert list(wrong(json.loads(path.read_text("utf-8")), SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"pack": 2}, "$.pack: const"),
        ({"id": "personal"}, "$.id: not"),
        ({"phrases": [{"id": "a"}]}, "$.phrases[0]: required"),
        ({"phrases": [{"id": "a/b", "body": "x"}]}, "$.phrases[0].id: pattern"),
        ({"kinds": [{"id": "a", "name": "b", "closes_after": "30"}]}, "$.kinds[0].closes_after: anyOf"),
        ({"images": {"a.png": ""}}, "$.images: propertyNames"),
        ({"must_read": "cf"}, "$.must_read: type"),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(change: dict[str, Any], place: str) -> None:
    plain = {**json.loads(example("json")), **change}

    assert place in list(wrong(plain, SCHEMA, SCHEMA))
    assert read_pack(json.dumps(plain).encode(), SHANGHAI, NOW).pack is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("activity", Activity),
        ("phase", Phase),
        ("product", Product),
        ("fact", Fact),
        ("lifetime", Lifetime),
        ("related", Related),
        ("kind", OrderKind),
        ("step", Step),
    ],
)
def test_the_schema_names_every_field(name: str, kind: type[Any]) -> None:
    named = set(SCHEMA["$defs"][name]["properties"])

    assert named == {field.name for field in fields(kind)} - NOT_READ


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        (("limit", "anyOf", 0), Limit),
        (("coupons", "items"), Coupon),
        (("gifts", "items"), Gift),
        (("per_multiple", "anyOf", 0), PerMultiple),
        (("stacking",), Stacking),
        (("shipping",), Shipping),
        (("shipping", "properties", "transits", "items"), Transit),
    ],
)
def test_the_schema_names_every_field_of_the_parts_of_an_activity(way: tuple[Any, ...], kind: type[Any]) -> None:
    part: Any = SCHEMA["$defs"]["activity"]["properties"]
    for step in way:
        part = part[step]

    assert set(part["properties"]) == {field.name for field in fields(kind)}


@pytest.mark.parametrize("table", [HEAD, PHRASES, KINDS, STEPS], ids=lambda table: table.key)
def test_the_manual_names_every_column_in_its_order(table: Any) -> None:
    part = MANUAL.split(f"### {table.chinese} · {table.english}\n")[1].split("\n#")[0]

    told = [row[:2] for row in rows(part)[1:]]

    assert told == [[column.chinese + ("*" if column.is_needed else ""), column.english] for column in table.columns]


def test_the_manual_names_everything_that_is_checked() -> None:
    told = {row[0].strip("`") for row in rows(MANUAL.split("## 检查什么")[1])}

    warnings = {*pack_sentences.CHECKING, "activity_elsewhere", "image_unused"}
    assert told - {""} == warnings


def test_the_commands_of_the_manual_can_be_called() -> None:
    shown = re.findall(r"`qindesk ([^`]+)`", MANUAL)

    assert len(shown) > 3
    for line in shown:
        cli.parser().parse_args(line.split())
