import base64
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.packs.findings import Finding, PackReading, Severity
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Output
from app.formats.packs.columns import TABLES
from app.formats.packs.lengths import length, length_text
from app.formats.packs.packs import Form, form_of, left_out, read_pack, save_pack, write_pack
from app.formats.packs.tables_writer import template
from tests.formats.books import book
from tests.packs import NOW, PICTURE, PICTURE_NAME, phrase_packs, pictured, whole_pack
from tests.sheets import SHANGHAI

LANGUAGES = pytest.mark.parametrize("is_chinese", [True, False])


def written(pack: Pack, form: Form, *, is_chinese: bool = True) -> bytes:
    return write_pack(pack, form, SHANGHAI, is_chinese=is_chinese)


def read(content: bytes, name: str = "shop.json", pack_id: str = "") -> PackReading:
    return read_pack(content, SHANGHAI, NOW, name=name, pack_id=pack_id)


def back(pack: Pack, form: Form, *, is_chinese: bool = True) -> PackReading:
    return read(written(pack, form, is_chinese=is_chinese), f"x.{form.value}", pack.head.id)


def json_of(**fields: Any) -> bytes:
    return json.dumps({"pack": 1, "id": "shop", **fields}, ensure_ascii=False, indent=1).encode()


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, str, str]]:
    return [(each.spot.sheet, each.spot.line, each.spot.column, each.rule) for each in findings]


# Round trips.


@pytest.mark.parametrize("form", [Form.JSON, Form.YAML, Form.WORKBOOK])
@LANGUAGES
def test_a_pack_with_one_of_everything_reads_back_as_it_was(form: Form, is_chinese: bool) -> None:
    pack = whole_pack()

    found = back(pack, form, is_chinese=is_chinese)

    assert found.problems == ()
    assert found.pack == pack


@LANGUAGES
def test_csv_holds_the_phrases_that_need_no_activity(is_chinese: bool) -> None:
    pack = whole_pack()
    free = tuple(replace(phrase, lifetime=None) for phrase in pack.phrases)

    found = back(replace(pack, phrases=free), Form.CSV, is_chinese=is_chinese)

    assert found.pack is not None
    assert (found.pack.phrases, found.pack.must_read) == (free, frozenset({"shop.d11/cf"}))


@pytest.mark.parametrize("form", [Form.JSON, Form.YAML])
def test_pictures_and_fields_of_a_later_version_come_back(form: Form) -> None:
    plain = json.loads(written(pictured(), Form.JSON))
    plain["mood"] = {"of the day": [1, 2.5, "3", None, True], "a/b": "c~d"}
    plain["phrases"][0]["tone"] = "warm"
    plain["activities"][0]["phases"][1]["colour"] = "red"
    plain["activities"][0]["coupons"][0]["limit per buyer"] = 1
    pack = read(json.dumps(plain).encode()).pack
    assert pack is not None

    again = back(pack, form)

    assert again.pack == pack
    assert json.loads(written(again.pack, Form.JSON)) == plain
    assert again.pack.images == {PICTURE_NAME: PICTURE}


def test_what_a_later_version_added_to_a_phase_stays_with_it_when_phases_are_put_in_order() -> None:
    plain = json.loads(written(whole_pack(), Form.JSON))
    plain["activities"][0]["phases"].reverse()
    plain["activities"][0]["phases"][0]["colour"] = "red"

    pack = read(json.dumps(plain).encode()).pack

    assert pack is not None
    phases = json.loads(written(pack, Form.JSON))["activities"][0]["phases"]
    assert [(phase["id"], phase.get("colour")) for phase in phases] == [("warm", None), ("sale", "red")]


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert written(whole_pack(), Form.JSON) == written(
        back(whole_pack(), Form.JSON).pack or Pack(PackHead("")), Form.JSON
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(phrase_packs())
def test_phrases_of_every_kind_come_back_from_json_and_yaml(pack: Pack) -> None:
    for form in (Form.JSON, Form.YAML):
        assert back(pack, form).draft == pack


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(phrase_packs(), st.booleans())
def test_phrases_of_every_kind_come_back_from_tables(pack: Pack, is_chinese: bool) -> None:
    for form in (Form.CSV, Form.WORKBOOK):
        draft = back(pack, form, is_chinese=is_chinese).draft

        assert draft is not None
        assert (draft.phrases, draft.must_read) == (pack.phrases, pack.must_read)


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("a.JSON", Form.JSON),
        ("a.yml", Form.YAML),
        ("a.b.yaml", Form.YAML),
        ("x/a.csv", Form.CSV),
        ("a.xlsx", Form.WORKBOOK),
        ("a", None),
    ],
)
def test_the_ending_of_a_name_asks_for_a_form(path: str, form: Form | None) -> None:
    assert form_of(path) is form


def test_a_pack_is_saved_in_the_form_of_its_name_and_read_from_there(tmp_path: Path) -> None:
    for name in ("a.json", "a.yaml", "a.xlsx", "noending"):
        save_pack(str(tmp_path / name), whole_pack(), SHANGHAI)

        assert read_pack(str(tmp_path / name), SHANGHAI, NOW).pack == whole_pack()


@pytest.mark.parametrize("is_chinese", [True, False])
@pytest.mark.parametrize("text", ["30分钟", "72小时", "4天", "90 min", "1h30m", "1.5小时", "半小时", "45秒", "2 days"])
def test_a_length_of_time_reads_back_as_it_was(text: str, is_chinese: bool) -> None:
    span = length(text)

    assert length(length_text(span, is_chinese=is_chinese)) == span


def test_what_a_form_cannot_hold_is_counted() -> None:
    pack = replace(pictured(), unknown={"shop.d11/hy": {"tone": "warm"}})

    assert left_out(pack, Form.JSON) == left_out(pack, Form.YAML) == {}
    assert left_out(pack, Form.WORKBOOK) == {"images": 1, "unknown": 1}
    assert left_out(pack, Form.CSV) == {"images": 1, "unknown": 1, "entries": 4, "kinds": 1, "bound": 1}


# What stands where in a file.


def test_a_phrase_is_bound_to_an_activity_of_the_pack_by_its_name() -> None:
    plain = json.loads(written(whole_pack(), Form.JSON))
    plain["phrases"][1]["valid"] = {"activity": "双１１", "phase": "开售"}

    pack = read(json.dumps(plain).encode()).pack

    assert pack is not None
    assert pack.phrases[1].lifetime is not None
    assert pack.phrases[1].lifetime.activity_id == "shop.d11/d11"
    assert pack.phrases[1].lifetime.phase_id == "shop.d11/sale"


def test_a_phrase_of_an_activity_that_is_not_there_is_an_error_because_it_would_be_said_at_any_time() -> None:
    found = read(json_of(phrases=[{"id": "a", "body": "半价", "valid": {"activity": "双12"}}]))

    assert found.pack is None
    assert told(found.problems) == [("", 5, "valid.activity", "no_such_activity")]


def test_an_activity_from_elsewhere_keeps_its_id_and_its_name() -> None:
    valid = {"activity": "双11", "activity_id": "other-1", "phase": "开售", "phase_id": "sale"}
    pack = read(json_of(phrases=[{"id": "a", "body": "半价", "valid": valid}])).pack

    assert pack is not None
    assert pack.phrases[0].lifetime is not None
    assert pack.phrases[0].lifetime.activity_id == "other-1"
    assert json.loads(written(pack, Form.JSON))["phrases"][0]["valid"] == valid


def test_a_row_without_ids_is_named_by_its_first_code_or_its_name() -> None:
    content = book(
        话术包=[["包编号"], ["shop"]],
        话术=[["快捷编码", "标题", "内容"], ["hy", "", "欢迎"], ["", "在的", "在的亲"], ["催付", "", "还没付款哦"]],
        活动=[["名称"], ["双11"]],
    )

    pack = read(content, "a.xlsx").pack
    again = read(content, "b.xlsx").pack

    assert pack is not None
    assert pack == again
    assert pack.phrases[0].id == "shop/hy"
    assert all(item_id.startswith("shop/") for item_id in pack.items())
    assert len(pack.items()) == 4


def test_two_rows_with_one_code_are_two_things() -> None:
    content = book(话术=[["快捷编码", "内容"], ["hy", "欢迎"], ["hy", "您好"]])

    pack = read(content, "shop.xlsx").pack

    assert pack is not None
    assert [phrase.id for phrase in pack.phrases] == ["shop/hy", "shop/hy-2"]


def test_a_plain_sheet_of_phrases_is_a_pack_named_after_its_file() -> None:
    content = book(Sheet1=[["快捷短语编码", "快捷短语", "快捷短语分组"], ["hy", "欢迎光临", "开场"]])

    pack = read(content, "folder/d11-phrases.xlsx").pack

    assert pack is not None
    assert (pack.head.id, pack.phrases[0].body, pack.phrases[0].group) == ("d11-phrases", "欢迎光临", ("开场",))


def test_a_csv_of_another_program_in_gbk_is_a_pack() -> None:
    content = '快捷短语编码,快捷短语,快捷短语分组\r\ncf,"亲，还没付款哦\n有问题吗",催付\r\n'.encode("gb18030")

    pack = read(content, "短语.csv", "shop.a").pack

    assert pack is not None
    assert (pack.phrases[0].id, pack.phrases[0].body) == ("shop.a/cf", "亲，还没付款哦\n有问题吗")


def test_codes_in_yaml_keep_their_zeros_and_numbers_are_numbers_where_they_are_asked_for() -> None:
    content = (
        "pack: 1\nid: shop\nmood: 7\nphrases:\n- id: a\n  body: 好的\n  codes: [001, yes]\n  pinned: true\n"
        "  stage: null\nproducts:\n- id: b\n  name: 收纳盒\n  page_stock: 12\n  price: 59.90\n"
    ).encode()

    pack = read(content, "shop.yaml").pack

    assert pack is not None
    assert (pack.phrases[0].codes, pack.phrases[0].is_pinned) == (("001", "yes"), True)
    assert (pack.entries[0].page_stock, str(pack.entries[0].price)) == (12, "59.90")  # type: ignore[union-attr]
    assert pack.unknown[""] == {"mood": 7}


def test_yaml_tells_the_line_of_what_is_wrong() -> None:
    content = "pack: 1\nid: shop\nphrases:\n- id: a\n  body: 好的\n- id: b\n  stage: lunch\n  body: 坏的\n".encode()

    found = read(content, "shop.yaml")

    assert told(found.problems) == [("", 6, "stage", "bad_row")]
    assert found.pack is None
    assert found.draft is not None


# Errors by sheet, row and column.


def test_a_workbook_tells_each_error_with_its_sheet_row_and_column() -> None:
    content = book(
        话术包=[["包编号", "到期时间"], ["双11", "whenever"]],
        话术=[
            ["快捷编码", "内容", "环节", "失效时间", "必读", "编号", "仅在活动期间"],
            ["a", "一", "午饭", "", "", "", ""],
            ["b", "", "", "", "", "", ""],
            ["c", "三", "", "32号", "", "", ""],
            ["d", "四", "", "", "也许", "", ""],
            ["e", "五", "", "", "", "一/二", ""],
            ["f", "六", "", "", "", "same", ""],
            ["g", "七", "", "", "", "same", ""],
            ["h", "八", "", "", "", "", "双12"],
            ["有 空格", "九" * 20_001, "", "", "", "", ""],
        ],
        订单类型=[["名称", "多久关闭"], ["聚划算", "30"], ["普通", "72小时"]],
        催付提醒=[["订单类型", "提醒名称", "下单后", "关闭前"], ["普通", "一", "", ""], ["定金", "二", "6分钟", ""]],
        阶段=[["活动", "阶段名称", "开始时间", "结束时间"], ["双13", "一", "2026-11-11", "2026-11-12"]],
    )

    found = read(content, "shop.xlsx")

    assert found.pack is None
    assert set(told(found.problems)) == {
        ("话术包", 2, "到期时间", "not_understood"),
        ("话术", 2, "环节", "not_a_choice"),
        ("话术", 3, "内容", "needed"),
        ("话术", 4, "失效时间", "no_such_day"),
        ("话术", 5, "必读", "not_yes_no"),
        ("话术", 6, "编号", "bad_id"),
        ("话术", 8, "编号", "id_twice"),
        ("话术", 9, "仅在活动期间", "unknown_activity"),
        ("话术", 10, "内容", "too_long"),
        ("订单类型", 2, "多久关闭", "not_a_duration"),
        ("催付提醒", 2, "下单后", "not_one_moment"),
        ("催付提醒", 3, "订单类型", "unknown_kind"),
        ("阶段", 2, "活动", "unknown_activity"),
    }
    assert all(finding.sentence and "{" not in finding.sentence for finding in found.problems)


def test_json_tells_each_error_with_its_line_and_field() -> None:
    plain = json.loads(written(whole_pack(), Form.JSON))
    plain["activities"][0]["phases"][0]["starts_at"] = "2026-11-11T00:00:00"
    plain["products"][0]["price"] = "-1"
    plain["facts"][0]["answer"] = "{{no.such}}"
    plain["kinds"][0]["steps"][0]["before"] = "PT1M"
    plain["phrases"].append({"id": "cf", "body": "again"})
    plain["phrases"].append({"id": "x", "body": ""})
    plain["must_read"] = ["nobody"]
    plain["images"] = {"x.png": "%%"}

    found = read(json.dumps(plain, indent=1).encode())

    rules = {(finding.spot.column, finding.rule) for finding in found.problems}
    assert found.pack is None
    assert rules >= {
        ("phases.0.starts_at", "no_offset"),
        ("price", "negative"),
        ("answer", "unknown_fact"),
        ("steps.0.after", "not_one_moment"),
        ("id", "id_twice"),
        ("body", "empty"),
        ("must_read", "must_read_unknown"),
        ("images", "bad_image"),
    }
    assert all(finding.spot.line for finding in found.problems if finding.spot.column not in ("must_read", "images"))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"images": {}}, "image_missing"),
        ({"images": {PICTURE_NAME: base64.b64encode(b"no picture").decode()}}, "bad_image"),
        ({"images": {"../a.png": base64.b64encode(PICTURE).decode()}}, "bad_image"),
        ({"images": "none"}, "not_a_list"),
        ({"phrases": {}}, "not_a_list"),
        ({"id": "a b"}, "broken"),
        ({"id": "personal"}, "broken"),
        ({"pack": 2}, "broken"),
        ({"must_read": "cf"}, "broken"),
    ],
)
def test_a_pack_with_anything_wrong_is_given_to_nobody(change: dict[str, Any], rule: str) -> None:
    plain = {**json.loads(written(pictured(), Form.JSON)), **change}

    found = read(json.dumps(plain).encode())

    assert found.pack is None
    assert rule in {finding.rule for finding in found.problems}


def test_pictures_that_are_too_large_together_are_refused() -> None:
    large = [b"\x89PNG\r\n\x1a\n" + bytes([number]) * 2_200_000 for number in (1, 2)]
    images = {f"{hashlib.sha256(each).hexdigest()}.png": base64.b64encode(each).decode() for each in large}

    found = read(json_of(phrases=[{"id": "a", "body": "好"}], images=images))

    assert "images_too_large" in {finding.rule for finding in found.problems}


# Bad files.


WORKBOOK, YAML, JSON = (written(whole_pack(), form) for form in (Form.WORKBOOK, Form.YAML, Form.JSON))
BAD = {
    "empty": b"",
    "nothing but zeros": bytes(1_000),
    "truncated json": JSON[:-40],
    "appended json": JSON + b"{}",
    "truncated workbook": WORKBOOK[: len(WORKBOOK) // 2],
    "truncated yaml": YAML[: YAML.index(b"phrases") - 3] + b"\n phrases: [",
    "deep json": b'{"pack":1,"id":"a","phrases":' + b"[" * 100_000,
    "deep unknown json": b'{"pack":1,"id":"a","phrases":[],"x":' + b"[" * 100_000,
    "deep yaml": b"pack: 1\nid: a\nx: " + b"[" * 5_000,
    "alias bomb": b"pack: 1\nid: a\n"
    b"x0: &x0 [1,2,3,4,5,6,7,8,9]\n"
    + b"".join(b"x%d: &x%d [%s]\n" % (n, n, b",".join([b"*x%d" % (n - 1)] * 9)) for n in range(1, 10)),
    "yaml that holds itself": b"pack: 1\nid: a\nphrases: &p [*p]\n",
    "yaml with an object": b"pack: 1\nid: a\nphrases: !!python/object/apply:os.system [ls]\n",
    "wrong encoding": '{"pack":1,"id":"a","name":"催付"}'.encode("gb18030"),
    "half a character": b'{"pack":1,"id":"a","phrases":[{"id":"a","body":"\\ud800"}]}',
    "wrong types": b'{"pack":"1","id":5,"phrases":7}',
    "list": b"[]",
    "html": b"<html><body>404</body></html>",
    "binary": bytes(range(256)) * 40,
    "a csv without a header": "亲,您好\n再见,谢谢\n".encode(),
}


@pytest.mark.parametrize("name", ["p.json", "p.yaml", "p.csv", "p.xlsx", ""])
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_a_sentence(kind: str, name: str) -> None:
    found = read(BAD[kind], name)

    assert found.pack is None
    wrong = [finding for finding in found.problems if finding.severity is Severity.ERROR]
    assert wrong
    assert all(finding.sentence for finding in wrong)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\x00" * 250_000_000)

    [finding] = read(bomb.getvalue(), "p.xlsx").problems

    assert finding.rule == "unpacks_too_big"


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.truncate(1024**3)

    [finding] = read_pack(str(path), SHANGHAI, NOW).problems

    assert finding.rule == "too_big"


def test_the_mark_of_a_workbook_that_is_open_in_excel_is_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "~$shop.xlsx"
    path.write_bytes(b"\x05lead")

    [finding] = read_pack(str(path), SHANGHAI, NOW).problems

    assert finding.rule == "lock_file"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    [finding] = read_pack(str(tmp_path / "none.json"), SHANGHAI, NOW).problems

    assert finding.rule == "not_found"


@pytest.mark.parametrize("link", ["file:///c:/x", r"\\\\server\\share", "javascript:alert(1)"])
def test_a_link_that_leads_out_of_the_web_is_an_error(link: str) -> None:
    found = read(json_of(activities=[{"id": "a", "name": "双11", "link": link}]))

    assert [(finding.rule, finding.spot.column) for finding in found.problems] == [("path_out", "link")]


def test_what_a_later_version_added_may_not_be_nested_without_end() -> None:
    deep = json.loads("[" * 200 + "]" * 200)

    for fields in ({"x": deep}, {"phrases": [{"id": "a", "body": "好", "x": deep}]}):
        found = read(json_of(**fields))

        assert "too_deep" in {finding.rule for finding in found.problems}
        assert all("40" in finding.sentence for finding in found.problems if finding.rule == "too_deep")


def test_formulas_are_never_worked_out_and_never_written() -> None:
    pack = replace(whole_pack(), phrases=(replace(whole_pack().phrases[0], body="=HYPERLINK(1)", title="+1"),))

    content = written(pack, Form.WORKBOOK)

    page = openpyxl.load_workbook(io.BytesIO(content))["话术"]
    assert "'=HYPERLINK(1)" in [cell.value for cell in page[2]]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    assert (back(pack, Form.WORKBOOK).pack or pack).phrases == pack.phrases


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([JSON, YAML, WORKBOOK]), st.data())
def test_a_damaged_file_never_crashes_the_reader(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    junk = data.draw(st.binary(max_size=6))
    cut = data.draw(st.integers(0, 8))

    found = read(
        content[:at] + junk + content[at + cut :], data.draw(st.sampled_from(["", "a.json", "a.yaml", "a.xlsx"]))
    )

    assert found.pack is not None or found.problems
    assert all(finding.sentence for finding in found.problems)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"])
def test_a_phrase_that_holds_until_the_edge_of_the_calendar_is_refused_at_its_place(at: str) -> None:
    content = {"pack": 1, "id": "shop", "phrases": [{"id": "a", "body": "亲，在的", "valid": {"until": at}}]}

    found = read(json.dumps(content).encode())

    assert found.pack is None
    assert [problem.rule for problem in found.problems] == ["out_of_reach"]


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"])
def test_a_pack_that_expires_at_the_end_of_the_calendar_never_does(at: str) -> None:
    content = {"pack": 1, "id": "shop", "expires_at": at, "phrases": [{"id": "a", "body": "亲，在的"}]}

    found = read(json.dumps(content).encode())

    assert found.pack is not None
    assert found.pack.head.expires_at is None


_ODD = ("NaN", "sNaN", "1e999999999", "Infinity", "PT9999999999H", "0001-01-01T00:00:00+14:00")
_JSON = st.sampled_from(_ODD) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_pack_with_any_value_in_any_place_never_crashes_the_reader(data: st.DataObject) -> None:
    plain: Any = json.loads(JSON)
    holder, key = plain, data.draw(st.sampled_from(sorted(plain)))
    while isinstance(holder[key], dict | list) and holder[key] and data.draw(st.booleans()):
        holder = holder[key]
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key] = data.draw(_JSON)

    for content, name in (
        (json.dumps(plain).encode(), "a.json"),
        (yaml.safe_dump(plain, allow_unicode=True).encode(), "a.yaml"),
    ):
        found = read(content, name)

        assert found.pack is not None or found.problems
        assert all(finding.sentence for finding in found.problems)


_PRINTED = st.text(max_size=8).map(lambda text: "".join(letter for letter in text if letter.isprintable()))
_CELLS = _PRINTED | st.integers() | st.none() | st.sampled_from(["是", "双11", "30分钟", "2026-11-11", "开售"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_CELLS, max_size=16), max_size=4))
def test_a_workbook_with_anything_in_its_cells_never_crashes_the_reader(rows: list[list[Any]]) -> None:
    content = book(**{table.chinese: [[column.chinese for column in table.columns], *rows] for table in TABLES})

    found = read(content, "a.xlsx")

    assert found.pack is not None or found.problems
    assert all(finding.sentence for finding in found.problems)


# The blank template.


@LANGUAGES
def test_the_blank_template_is_read_without_its_examples(is_chinese: bool) -> None:
    found = read(template(PackHead("shop.d11", "双11"), NOW, SHANGHAI, is_chinese=is_chinese), "a.xlsx")

    assert [finding.rule for finding in found.problems] == ["nothing_in_it"]
    assert found.draft is not None
    assert (found.draft.head.id, found.draft.head.name) == ("shop.d11", "双11")
    assert found.example_count > 10


@LANGUAGES
def test_the_examples_of_the_template_are_a_pack_themselves(is_chinese: bool) -> None:
    made = openpyxl.load_workbook(io.BytesIO(template(PackHead("shop"), NOW, SHANGHAI, is_chinese=is_chinese)))
    for page in made:
        for row in page.iter_rows(min_row=2):
            first = row[0]
            if isinstance(first.value, str):
                first.value = first.value.removeprefix("（示例）").removeprefix("(example)") or None
    out = io.BytesIO()
    made.save(out)

    found = read(out.getvalue(), "a.xlsx")

    assert found.problems == ()
    assert found.pack is not None
    assert len(found.pack.phrases) == 2
    assert len(found.pack.kinds[0].steps) == 2


def test_an_example_row_with_words_of_ones_own_is_told_of_because_it_would_not_go_out() -> None:
    made = openpyxl.load_workbook(io.BytesIO(template(PackHead("shop"), NOW, SHANGHAI, is_chinese=True)))
    made["话术"]["C2"] = "亲，欢迎来到木子小店"
    out = io.BytesIO()
    made.save(out)

    found = read(out.getvalue(), "a.xlsx")

    [overwritten] = [each for each in found.problems if each.rule == "example_overwritten"]
    assert (overwritten.spot.sheet, overwritten.spot.line, overwritten.spot.column) == ("话术", 2, "快捷编码")
    assert overwritten.severity is Severity.WARNING


def test_the_template_offers_its_choices_in_drop_downs() -> None:
    made = openpyxl.load_workbook(io.BytesIO(template(PackHead("shop"), NOW, SHANGHAI, is_chinese=True)))

    offered = [each.formula1 for each in made["话术"].data_validations.dataValidation]

    assert '"是,否"' in offered
    assert '"整段,分段,只复制"' in offered
    assert any("活动" in each for each in offered)


def test_an_output_of_parts_is_a_word_of_the_table() -> None:
    content = book(话术=[["内容", "发送方式"], ["一\n---\n二", "分段"]])

    pack = read(content, "a.xlsx").pack

    assert pack is not None
    assert pack.phrases[0].output is Output.PARTS


def test_a_group_that_is_nested_too_deep_is_told_in_its_own_words() -> None:
    found = read(json_of(phrases=[{"id": "a", "body": "好", "group": list("一二三四五六七八九")}]))

    assert [finding.sentence for finding in found.problems] == ["The group is nested more than 8 deep."]
