"""Tables of 千牛, 客服宝 and everybody else, read by the names of their columns."""

from pathlib import Path

import openpyxl
import pytest

from app.core.imports.reading import Cancelled, Column, Reason, Severity, Watch
from app.core.phrases.phrase import Role, Stage
from app.formats.phrases.reading import read_file
from tests.formats.files import bodies, put, refusal, saved, told, xls, xlsx

EMOTICONS = ["/:^_^", '/:"', "/:>_<", "/:(&)", "/:8*8", "/:-F", "/:~B", "/:(Zz...)", "/:'", "/:O=O"]
QIANNIU = ("快捷短语编码", "快捷短语", "快捷短语分组")


def test_qianniu_in_gbk_keeps_code_text_and_group(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", '快捷短语编码,快捷短语,快捷短语分组\r\nhy,"亲，欢迎\r\n光临",售前\r\n', "gbk")

    reading = read_file(path)

    (found,) = reading.found
    assert reading.format == "qianniu"
    assert (found.codes, found.body, found.group) == (("hy",), "亲，欢迎\n光临", ("售前",))
    assert found.spot.line == 2


def test_a_missing_group_column_means_ungrouped(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", "快捷编码,快捷短语内容（必填）\nhy,您好\n", "gbk"))

    assert reading.format == "qianniu"
    assert reading.found[0].group == ("未分组",)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls"])
def test_emoticon_codes_survive_byte_for_byte_in_every_kind_of_table(tmp_path: Path, name: str) -> None:
    texts = [f"亲{code}您好{code}" for code in EMOTICONS]
    rows = [QIANNIU, *((f"c{number}", text, "组") for number, text in enumerate(texts))]
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    content = {"a.csv": quoted.encode("gb18030"), "a.xlsx": xlsx(rows), "a.xls": xls(rows)}[name]

    reading = read_file(put(tmp_path, name, content))

    assert bodies(reading) == texts


@pytest.mark.parametrize("write", [xlsx, xls])
def test_codes_keep_their_zeros_and_numbers_never_get_a_point_or_an_exponent(tmp_path: Path, write) -> None:
    rows = [QIANNIU, ("001", "甲", ""), (7, "乙", ""), (12.5, "丙", ""), (12345678901234, "丁", "")]

    reading = read_file(put(tmp_path, "a.bin", write(rows)))

    assert [found.codes for found in reading.found] == [("001",), ("7",), ("12.5",), ("12345678901234",)]


@pytest.mark.parametrize(("rows", "merged"), [(xlsx, ["A2:A3"]), (xls, [(1, 2, 0, 0, "售前")])], ids=["xlsx", "xls"])
def test_a_merged_group_stands_in_each_of_its_rows(tmp_path: Path, rows, merged) -> None:
    first = "售前" if rows is xlsx else None
    table = [("分组", "话术"), (first, "甲"), (None, "乙"), (None, "丙")]

    reading = read_file(put(tmp_path, "a.bin", rows(table, merged)))

    assert [found.group for found in reading.found] == [("售前",), ("售前",), ()]


def test_kefubao_has_two_levels_and_its_title_is_kept(tmp_path: Path) -> None:
    header = ("一级分类（必填）", "二级分类（选填）", "话术标题（选填）", "话术内容（必填）")
    rows = [header, ("售前", "尺码", "多大？", "500ml"), ("售后", None, None, "四点前发货")]

    reading = read_file(put(tmp_path, "a.xlsx", xlsx(rows)))

    assert reading.format == "kefubao"
    assert [(found.group, found.title, found.body) for found in reading.found] == [
        (("售前", "尺码"), "多大？", "500ml"),
        (("售后",), "", "四点前发货"),
    ]


def test_a_row_of_kefubao_without_its_first_level_belongs_to_the_group_above(tmp_path: Path) -> None:
    text = "一级分类,二级分类,话术标题,话术内容\n售前,欢迎,,甲\n,,,乙\n,发货,,丙\n"

    reading = read_file(put(tmp_path, "a.csv", text))

    assert [found.group for found in reading.found] == [("售前", "欢迎"), ("售前", "欢迎"), ("售前", "发货")]


def test_the_bot_plug_in_has_a_notice_above_nested_groups_and_pictures_that_are_told(tmp_path: Path) -> None:
    text = "插件导出(V3)\n小店\n分组,快捷编码,标题,内容,图片名,程序数据\n售前=>欢迎,hi,招呼,您好,a.png,{}\n"

    reading = read_file(put(tmp_path, "a.csv", text, "gb2312"))

    (found,) = reading.found
    assert (found.group, found.codes, found.title, found.body) == (("售前", "欢迎"), ("hi",), "招呼", "您好")
    assert [problem.spot.line for problem in told(reading, Reason.PICTURE)] == [4]
    assert told(reading, Reason.COLUMN_IGNORED)[0].names == ("程序数据",)


def test_a_sheet_of_questions_finds_phrases_by_the_buyers_question(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", "问题,答案\n几点发货？,四点前\n"))

    (found,) = reading.found
    assert (found.title, found.questions, found.body) == ("几点发货？", ("几点发货？",), "四点前")


def test_two_columns_of_texts_give_two_phrases_so_that_neither_is_lost(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", "产品,问题,回答,话术\n杯子,多大,500ml,亲，这款是500ml的哦\n"))

    assert bodies(reading) == ["500ml", "亲，这款是500ml的哦"]
    assert {found.group for found in reading.found} == {("杯子",)}


def test_stage_role_and_keywords_are_understood_and_an_unknown_word_stays_a_keyword(tmp_path: Path) -> None:
    text = "话术,环节,岗位,关键词\n甲,物流,售前,发货、快递 几天\n乙,双十一,,\n"

    first, second = read_file(put(tmp_path, "a.csv", text)).found

    assert (first.stage, first.role, first.keywords) == (
        Stage.LOGISTICS,
        Role.PRE_SALES,
        ("发货", "快递", "几天"),
    )
    assert (second.stage, second.keywords) == (None, ("双十一",))


def test_columns_are_found_by_name_in_any_order_and_below_a_title(tmp_path: Path) -> None:
    text = "小店话术表\n\n 分组 ,【必填】快捷短语,快捷编码(选填)\n售前,您好,hi\n"

    reading = read_file(put(tmp_path, "a.csv", text))

    (found,) = reading.found
    assert (found.group, found.body, found.codes, found.spot.line) == (("售前",), "您好", ("hi",), 4)


def test_a_table_without_a_header_is_guessed_by_what_stands_in_it(tmp_path: Path) -> None:
    text = "hi,您好，欢迎光临本店，请问有什么可以帮您,打招呼\nbye,感谢您的光临，祝您生活愉快，欢迎再来,再见\n"

    reading = read_file(put(tmp_path, "a.csv", text, "gbk"))

    assert [(found.codes, found.title) for found in reading.found] == [(("hi",), "打招呼"), (("bye",), "再见")]
    assert not reading.tables[0].has_header
    assert reading.tables[0].headers == ("A", "B", "C")


def test_a_chosen_meaning_of_the_columns_is_followed_the_next_time(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "甲,乙\nfh,今天发货，请您放心，明天就能看到物流信息\n")
    key = read_file(path).tables[0].key

    reading = read_file(path, columns={key: {"甲": Column.BODY.value, "乙": Column.TITLE.value}})

    assert [(found.body, found.title) for found in reading.found] == [
        ("fh", "今天发货，请您放心，明天就能看到物流信息")
    ]


def test_a_table_whose_texts_nobody_can_tell_asks_for_the_column(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "编码,分组\nfh,售前\n")

    reading = read_file(path)

    assert not reading.found
    assert told(reading, Reason.NO_BODY_COLUMN)
    assert reading.tables[0].columns == {"编码": "code", "分组": "group"}


def test_a_row_with_more_cells_than_the_header_is_told_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", "快捷编码,快捷短语\na,您好,请稍等\nb,再见\n"))

    assert bodies(reading) == ["再见"]
    assert [(problem.spot.line, problem.severity) for problem in told(reading, Reason.BAD_ROW)] == [
        (2, Severity.SKIPPED)
    ]


def test_all_sheets_are_read_a_hidden_one_is_told_and_one_of_instructions_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "售前"
    book.active.append(["快捷编码", "快捷短语"])
    book.active.append(["a", "甲"])
    hidden = book.create_sheet("旧")
    hidden.sheet_state = "hidden"
    hidden.append(["快捷编码", "快捷短语"])
    hidden.append(["b", "乙"])
    book.create_sheet("说明").append(["请按模板填写，谢谢"])

    reading = read_file(put(tmp_path, "a.xlsx", saved(book)))

    assert [(found.spot.sheet, found.body) for found in reading.found] == [("售前", "甲"), ("旧", "乙")]
    assert told(reading, Reason.SHEET_HIDDEN)[0].names == ("旧",)
    assert told(reading, Reason.SHEET_IGNORED)[0].names == ("说明",)


def test_a_formula_gives_its_saved_value_and_is_never_worked_out(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.xlsx", xlsx([("快捷编码", "快捷短语"), ("a", "=1+1"), ("b", "乙")])))

    assert bodies(reading) == ["", "乙"]


def test_a_text_that_only_looks_like_a_formula_stays_text_in_csv(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", '快捷编码,快捷短语\n="001",=cmd|x\n'))

    (found,) = reading.found
    assert (found.codes, found.body) == (("001",), "=cmd|x")


def test_a_file_with_only_a_header_says_so(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", "快捷编码,快捷短语\n", "gbk"))

    assert not reading.found
    assert told(reading, Reason.NO_ROWS)


def test_html_under_the_name_of_xls_is_read_as_the_table_it_shows(tmp_path: Path) -> None:
    text = (
        "<html><body><table><tr><th>分组</th><th>话术</th></tr>"
        "<tr><td rowspan=2>售前</td><td>亲<br>您好 &lt;3 /:^_^</td></tr><tr><td>在的</td></tr></table></body></html>"
    )

    reading = read_file(put(tmp_path, "a.xls", text, "gbk"))

    assert bodies(reading) == ["亲\n您好 <3 /:^_^", "在的"]
    assert {found.group for found in reading.found} == {("售前",)}


def test_the_xml_of_excel_2003_is_read_with_its_skipped_cells(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>'
        "<Row><Cell><Data>问题</Data></Cell><Cell><Data>备注</Data></Cell><Cell><Data>答案</Data></Cell></Row>"
        '<Row><Cell><Data>几点</Data></Cell><Cell ss:Index="3"><Data>四&#10;点</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>"
    )

    reading = read_file(put(tmp_path, "a.xls", text))

    assert bodies(reading) == ["四\n点"]


def test_a_text_under_the_name_of_xls_is_read_as_what_it_is(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.xls", "快捷编码\t快捷短语\n001\t您好\n", "gbk"))

    assert [(found.codes, found.body) for found in reading.found] == [(("001",), "您好")]


def test_an_xlsx_under_the_name_of_csv_is_read_as_what_it_is(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", xlsx([("快捷编码", "快捷短语"), ("a", "甲")])))

    assert bodies(reading) == ["甲"]


def test_the_reading_tells_its_progress_and_stops_when_it_is_told_to(tmp_path: Path) -> None:
    rows = "".join(f"c{number},文{number}\n" for number in range(5_000))
    path = put(tmp_path, "a.csv", "快捷编码,快捷短语\n" + rows)
    steps: list[tuple[int, int]] = []

    with pytest.raises(Cancelled):
        read_file(path, Watch(lambda done, total: steps.append((done, total)), lambda: len(steps) > 5))

    assert len(steps) == 6


def test_prose_is_no_table(tmp_path: Path) -> None:
    assert refusal(put(tmp_path, "a.txt", "读我\n这是说明\n")).reason is Reason.UNKNOWN_FORMAT
