import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.core.imports.plan import Choices, Fate
from app.core.imports.reading import BadFile, Cancelled, Found, Holding, Reading, Reason, Watch
from app.core.imports.rules import plan
from app.core.phrases.phrase import Output, Phrase, Role, Stage
from app.core.sheet.lifetimes import Lifetime
from app.formats.packs import imported as pack
from app.formats.packs.shapes import FIELDS
from app.formats.source import Source, load
from resources import __file__ as resources_file
from tests.sheets import double_eleven

SCHEMA = Path(resources_file).with_name("pack.schema.json")


def text_of(*phrases: dict[str, Any], **head: Any) -> str:
    return json.dumps({"pack": 1, "id": "shop.one", **head, "phrases": phrases}, ensure_ascii=False, indent=1)


def written(folder: Path, content: str | bytes) -> Source:
    path = folder / "shop.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load(str(path))


def planned(readings: Sequence[Reading], existing: Sequence[Phrase] = ()) -> Any:
    numbers = iter(range(1_000))
    return plan(readings, existing, Choices(), lambda: f"new-{next(numbers)}")


def test_everything_a_phrase_of_a_pack_says_is_read(tmp_path: Path) -> None:
    phrase = {
        "id": "cf",
        "title": "催付",
        "body": "亲，还没付款哦 /:^_^\n---\n剩 {{?分钟}} 分钟",
        "group": ["付款", "催付"],
        "stage": "payment",
        "role": "hard_customers",
        "codes": ["cf", "cuifu"],
        "keywords": ["付款"],
        "questions": ["怎么付款"],
        "pinned": True,
        "output": "parts",
    }

    reading = pack.read(written(tmp_path, text_of(phrase)))

    (found,) = reading.found
    expected = Found(
        body=str(phrase["body"]),
        spot=found.spot,
        title="催付",
        group=("付款", "催付"),
        codes=("cf", "cuifu"),
        keywords=("付款",),
        questions=("怎么付款",),
        stage=Stage.PAYMENT,
        role=Role.HARD_CUSTOMERS,
        id="shop.one/cf",
        source="shop.one",
        is_pinned=True,
        output=Output.PARTS,
    )
    assert found == expected
    assert (reading.format, Path(reading.file).name, reading.problems) == ("pack", "shop.json", ())


def test_a_phrase_may_say_how_long_it_holds(tmp_path: Path) -> None:
    valid = {
        "from": "2026-11-11T00:00:00+08:00",
        "until": "2026-11-11T02:00:00+08:00",
        "activity": "双11",
        "phase": "半价",
    }

    [found] = pack.read(written(tmp_path, text_of({"id": "a", "body": "半价", "valid": valid}))).found

    midnight = datetime(2026, 11, 10, 16, tzinfo=UTC)
    assert found.holding == Holding(midnight, midnight + timedelta(hours=2), "双11", "半价")


def test_a_moment_without_its_offset_loses_its_row_only(tmp_path: Path) -> None:
    rows = ({"id": "a", "body": "一", "valid": {"from": "2026-11-11T00:00:00"}}, {"id": "b", "body": "二"})

    reading = pack.read(written(tmp_path, text_of(*rows)))

    assert [found.body for found in reading.found] == ["二"]
    assert [problem.reason for problem in reading.problems] == [Reason.BAD_ROW]


def test_a_phrase_is_bound_to_the_activity_that_has_the_name_here(tmp_path: Path) -> None:
    valid = {"activity": "双11 大促", "phase": "开售"}
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "开售啦", "valid": valid})))

    [row] = plan([reading], [], Choices(), lambda: "new", sheet=double_eleven()).rows

    assert row.phrase is not None
    assert row.phrase.lifetime == Lifetime(activity_id="d11", phase_id="sale")
    assert row.problems == ()


@pytest.mark.parametrize("valid", [{"activity": "双12"}, {"activity": "双11大促", "phase": "第三波"}])
def test_what_is_not_there_binds_nothing_and_is_told(tmp_path: Path, valid: dict[str, str]) -> None:
    limited = {**valid, "until": "2026-11-12T00:00:00+08:00"}
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "开售啦", "valid": limited})))

    [row] = plan([reading], [], Choices(), lambda: "new", sheet=double_eleven()).rows

    assert row.phrase is not None
    assert row.phrase.lifetime == Lifetime(until_at=datetime(2026, 11, 11, 16, tzinfo=UTC))
    assert [(problem.reason, problem.names) for problem in row.problems] == [
        (Reason.ACTIVITY_UNKNOWN, (" · ".join(valid.values()),))
    ]


def test_a_phrase_that_ends_before_it_begins_is_not_taken(tmp_path: Path) -> None:
    valid = {"from": "2026-11-12T00:00:00+08:00", "until": "2026-11-11T00:00:00+08:00"}
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "开售啦", "valid": valid})))

    [row] = plan([reading], [], Choices(), lambda: "new").rows

    assert (row.phrase, row.fate) == (None, Fate.UNSUPPORTED)


def test_a_lifetime_that_the_agent_gave_stays_where_the_pack_says_nothing(tmp_path: Path) -> None:
    own = Lifetime(activity_id="d11")
    phrase = Phrase("shop.one/a", "开售", "旧的", source="shop.one", lifetime=own)
    reading = pack.read(written(tmp_path, text_of({"id": "a", "title": "开售", "body": "新的"})))

    [row] = plan([reading], [phrase], Choices(), lambda: "new").rows

    assert row.phrase is not None
    assert (row.phrase.body, row.phrase.lifetime) == ("新的", own)


def test_a_phrase_needs_only_an_id_and_a_body(tmp_path: Path) -> None:
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "好的亲"})))

    assert [(found.id, found.body, found.title) for found in reading.found] == [("shop.one/a", "好的亲", "")]


def test_fields_of_a_later_version_are_tolerated(tmp_path: Path) -> None:
    phrase = {"id": "a", "body": "好的", "images": [{"file": "x.png"}], "mood": None}

    reading = pack.read(written(tmp_path, text_of(phrase, activities=[{"id": 1}], products={})))

    assert len(reading.found) == 1
    assert reading.problems == ()


def test_a_pack_cannot_make_a_phrase_send_itself_or_take_a_hotkey(tmp_path: Path) -> None:
    phrase = {"id": "a", "body": "好的", "is_sent": True, "sent": True, "hotkey": "Ctrl+Alt+A", "source": "personal"}

    rows = planned([pack.read(written(tmp_path, text_of(phrase)))]).phrases

    assert [(row.is_sent, row.hotkey, row.source) for row in rows] == [(False, "", "shop.one")]


def test_every_phrase_knows_the_line_it_begins_on(tmp_path: Path) -> None:
    source = written(tmp_path, text_of({"id": "a", "body": "一"}, {"id": "b", "body": "二"}))

    reading = pack.read(source)

    lines = source.content.decode().split("\n")
    assert len(reading.found) == 2
    for found, last in zip(reading.found, "ab", strict=True):
        assert lines[found.spot.line - 1].strip() == "{"
        assert f'"id": "{last}"' in lines[found.spot.line]


def test_phrases_that_share_a_line_are_told_apart_by_their_number(tmp_path: Path) -> None:
    content = '{"pack":1,"id":"p","phrases":[{"id":"a","body":"一"},{"id":"b"},{"id":"c","body":"三"}]}'

    reading = pack.read(written(tmp_path, content))

    assert [found.spot.sheet for found in reading.found] == ["", "#3"]
    assert [problem.spot.sheet for problem in reading.problems] == ["#2"]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"id": "b"}, "body"),
        ({"body": "没有名字"}, "id"),
        ({"id": "b", "body": 5}, "$.body"),
        ({"id": "b", "body": "x", "codes": "cf"}, "$.codes"),
        ({"id": "b", "body": "x", "codes": ["cf", 7]}, "$.codes[1]"),
        ({"id": "b", "body": "x", "stage": "lunch"}, "lunch"),
        ({"id": "b/../c", "body": "x"}, "$.id"),
        ({"id": "", "body": "x"}, "$.id"),
        ("text", "object"),
    ],
)
def test_a_broken_phrase_is_told_with_its_line_and_the_others_are_kept(tmp_path: Path, broken: Any, told: str) -> None:
    source = written(tmp_path, text_of({"id": "a", "body": "一"}, broken, {"id": "c", "body": "三"}))

    reading = pack.read(source)

    (problem,) = reading.problems
    assert [found.id for found in reading.found] == ["shop.one/a", "shop.one/c"]
    assert problem.reason is Reason.BAD_ROW
    assert told in problem.sentence
    assert reading.found[0].spot.line < problem.spot.line < reading.found[1].spot.line


def test_an_id_that_stands_twice_is_told_with_the_line_of_the_first(tmp_path: Path) -> None:
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "一"}, {"id": "a", "body": "二"})))

    (problem,) = reading.problems
    assert [found.body for found in reading.found] == ["一"]
    assert (problem.reason, problem.names) == (Reason.DUPLICATE, (str(reading.found[0].spot.line),))


def test_a_code_that_stands_twice_stays_with_the_first_phrase_and_is_told(tmp_path: Path) -> None:
    content = text_of({"id": "a", "body": "一", "codes": ["cf"]}, {"id": "b", "body": "二", "codes": ["cf", "dd"]})

    rows = planned([pack.read(written(tmp_path, content))]).rows

    assert [row.phrase.codes for row in rows] == [("cf",), ("dd",)]
    assert rows[1].fate is Fate.CONFLICTING
    assert [problem.reason for problem in rows[1].problems] == [Reason.CODE_TAKEN]


def test_a_text_with_a_nul_is_out_and_the_rest_is_in(tmp_path: Path) -> None:
    content = text_of({"id": "a", "body": "坏\x00的"}, {"id": "b", "body": "好的"})

    rows = planned([pack.read(written(tmp_path, content))]).rows

    assert [row.fate for row in rows] == [Fate.UNSUPPORTED, Fate.NEW]
    assert rows[0].problems[0].reason is Reason.HAS_NUL


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        ('{"pack": 1,\n"id": "p",\n"phrases": [{"id": "a", "body": "x"},\n', Reason.BROKEN, 4),
        ('{"pack": 1,\n"id": "p",\n"phrases": [{"id": "a", "body": "x"},]}', Reason.BROKEN, 3),
        ('{"pack": 1,\n"id": "p",\n"phrases": [{"id": "a", "body": "\\ud83d"}]}', Reason.HAS_SURROGATE, 3),
        ('{"pack": 1,\n"id": "p",\n"phrases": [\n{"id": "a", "body": "\\\\\\udc00"}]}', Reason.HAS_SURROGATE, 4),
        ('{"pack": 1, "id": "p", "phrases": []}', Reason.NO_ROWS, 0),
        ('{"pack": 1, "id": "p", "phrases": {}}', Reason.BROKEN, 0),
        ('{"pack": 1, "phrases": [{}]}', Reason.BROKEN, 0),
        ('{"pack": 2, "id": "p", "phrases": [{}]}', Reason.BROKEN, 0),
        ('{"pack": 1, "id": "personal", "phrases": [{}]}', Reason.BROKEN, 0),
        ('{"pack": 1, "id": "a/b", "phrases": [{}]}', Reason.BROKEN, 0),
        ("[1, 2]", Reason.BROKEN, 0),
        ('{"pack": 1, "id": "p", "phrases": ' + "[" * 50_000, Reason.BROKEN, 0),
        ('{"pack": 1,\n"id": "催付"}'.encode("gb18030"), Reason.BAD_ENCODING, 2),
        ('{"pack": 1}'.encode("utf-16"), Reason.BAD_ENCODING, 1),
    ],
)
def test_a_file_of_which_nothing_can_be_trusted_is_refused_with_its_line(
    tmp_path: Path, content: str | bytes, reason: Reason, line: int
) -> None:
    source = written(tmp_path, content)

    with pytest.raises(BadFile) as refused:
        pack.read(source)

    assert (refused.value.reason, refused.value.spot.line) == (reason, line)
    assert refused.value.spot.file == source.path


def test_whole_pairs_of_surrogates_are_no_reason_to_refuse(tmp_path: Path) -> None:
    content = '{"pack": 1, "id": "p", "phrases": [{"id": "a", "body": "\\ud83d\\ude00 \\\\ud800"}]}'

    reading = pack.read(written(tmp_path, content))

    assert reading.found[0].body == "\U0001f600 \\ud800"


def test_a_broken_pack_with_emoji_is_not_called_half_a_character(tmp_path: Path) -> None:
    content = '{"pack": 1, "id": "p", "phrases": [{"id": "a", "body": "\\ud83d\\ude00"},]}'

    with pytest.raises(BadFile) as refused:
        pack.read(written(tmp_path, content))

    assert refused.value.reason is Reason.BROKEN


def test_a_mark_of_the_encoding_at_the_start_is_no_part_of_the_text(tmp_path: Path) -> None:
    reading = pack.read(written(tmp_path, b"\xef\xbb\xbf" + text_of({"id": "a", "body": "好"}).encode()))

    assert [found.body for found in reading.found] == ["好"]


def test_reading_can_be_cancelled_and_tells_how_far_it_is(tmp_path: Path) -> None:
    source = written(tmp_path, text_of(*({"id": f"p{number}", "body": f"第 {number} 句"} for number in range(1_500))))
    steps: list[tuple[int, int]] = []

    pack.read(source, Watch(progress=lambda done, total: steps.append((done, total))))

    assert steps == [(0, 1_500), (1_000, 1_500), (1_500, 1_500)]
    with pytest.raises(Cancelled):
        pack.read(source, Watch(is_cancelled=lambda: True))


def test_only_a_json_file_with_the_mark_of_a_pack_looks_like_one() -> None:
    head = text_of({"id": "a", "body": "好"}).encode()

    assert pack.looks_like("folder/Shop.JSON", head)
    assert not pack.looks_like("shop.txt", head)
    assert not pack.looks_like("beeftext.json", b'{"fileFormatVersion": 10, "combos": []}')
    assert not pack.looks_like("other.json", b'{"pack": "hiking", "phrases": []}')


def test_reading_the_same_pack_again_changes_nothing(tmp_path: Path) -> None:
    reading = pack.read(
        written(tmp_path, text_of({"id": "a", "body": "一", "pinned": True}, {"id": "b", "body": "二"}))
    )
    stored = planned([reading]).phrases

    again = planned([reading, reading], stored)

    assert again.phrases == ()
    assert again.counts.same == 4


def test_a_pack_read_twice_in_one_import_is_stored_once(tmp_path: Path) -> None:
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "一"})))

    assert [phrase.id for phrase in planned([reading, reading]).phrases] == ["shop.one/a"]


def test_a_newer_pack_changes_its_own_phrase_even_if_everything_about_it_is_new(tmp_path: Path) -> None:
    old = pack.read(written(tmp_path, text_of({"id": "a", "title": "旧", "body": "旧的", "codes": ["aa"]})))
    new = pack.read(written(tmp_path, text_of({"id": "a", "title": "新", "body": "新的", "codes": ["bb"]})))
    stored = planned([old]).phrases

    (row,) = planned([new], stored).rows

    assert row.fate is Fate.CHANGED
    assert (row.phrase.id, row.phrase.title, row.phrase.body) == ("shop.one/a", "新", "新的")


def test_a_pack_never_touches_a_personal_phrase(tmp_path: Path) -> None:
    own = Phrase(id="mine", title="催付", body="我自己的", group=("付款",), codes=("cf",))
    reading = pack.read(
        written(tmp_path, text_of({"id": "a", "title": "催付", "body": "我自己的", "group": ["付款"], "codes": ["cf"]}))
    )

    (phrase,) = planned([reading], [own]).phrases

    assert (phrase.id, phrase.source) == ("shop.one/a", "shop.one")
    assert phrase.codes == ()
    assert phrase.keywords == ("cf",)


def test_pinned_phrases_of_a_pack_follow_those_that_are_pinned_already(tmp_path: Path) -> None:
    own = Phrase(id="mine", title="甲", body="甲", is_pinned=True, pin_position=5)
    content = text_of(
        {"id": "z", "body": "一", "group": ["乙"], "pinned": True},
        {"id": "a", "body": "二", "group": ["甲"], "pinned": True},
    )

    added = planned([pack.read(written(tmp_path, content))], [own]).phrases

    order = sorted([*added, own], key=lambda phrase: phrase.pin_position)
    assert [phrase.id for phrase in order] == ["mine", "shop.one/z", "shop.one/a"]
    assert [phrase.id for phrase in sorted(added, key=lambda phrase: phrase.position)] == ["shop.one/z", "shop.one/a"]


def test_the_schema_names_the_fields_that_are_read() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    phrase = schema["$defs"]["phrase"]

    assert set(schema["properties"]) == {"$schema", *FIELDS}
    assert set(phrase["properties"]) == {field.name for field in msgspec.structs.fields(pack.Row)}
    assert set(phrase["properties"]["stage"]["enum"]) == {*(stage.value for stage in Stage), None}
    assert set(phrase["properties"]["role"]["enum"]) == {*(role.value for role in Role), None}
    assert set(phrase["properties"]["output"]["enum"]) == {output.value for output in Output}
    valid = {field.encode_name for field in msgspec.structs.fields(pack.Valid)}
    assert set(schema["$defs"]["valid"]["properties"]) == valid
    assert set(phrase["required"]) == {field.name for field in msgspec.structs.fields(pack.Row) if field.required}


def test_what_is_read_has_a_place_in_what_is_found() -> None:
    renamed = {"pinned": "is_pinned", "valid": "holding"}

    read = {renamed.get(field.name, field.name) for field in msgspec.structs.fields(pack.Row)}

    assert read - {"images"} <= {field.name for field in fields(Found)}  # pictures come by `read_pack` only


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"])
def test_a_phrase_that_holds_for_ever_is_brought_in_with_a_moment_that_every_zone_knows(
    tmp_path: Path, at: str
) -> None:
    reading = pack.read(written(tmp_path, text_of({"id": "a", "body": "亲，在的", "valid": {"until": at}})))

    (found,) = reading.found
    assert found.holding is not None
    assert found.holding.until_at == datetime(2100, 1, 1, tzinfo=UTC)
