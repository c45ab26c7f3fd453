"""What an import would do: which phrase a row means, and that nothing is lost or written over by accident."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.imports.plan import Choices, Conflict, Fate, Plan
from app.core.imports.reading import BadFile, Found, Problem, Reading, Reason, Severity, Spot, groups
from app.core.imports.rules import plan, suggest_groups
from app.core.phrases.phrase import MAX_BODY, MAX_TITLE, Phrase

FILE = "a.csv"


def row(line: int, body: str, *, codes: tuple[str, ...] = (), title: str = "", group: tuple[str, ...] = ()) -> Found:
    return Found(body, Spot(FILE, line=line), title, group, codes)


def planned(rows: Sequence[Found], existing: Sequence[Phrase] = (), choices: Choices | None = None) -> Plan:
    numbers = count()
    taken = {phrase.id for phrase in existing}
    ids = (f"n{number}" for number in numbers if f"n{number}" not in taken)
    return plan([Reading("table", FILE, tuple(rows))], existing, choices or Choices(), lambda: next(ids))


def fates(result: Plan) -> list[Fate]:
    return [each.fate for each in result.rows]


def reasons(result: Plan, index: int) -> list[Reason]:
    return [problem.reason for problem in result.rows[index].problems]


def test_a_row_that_means_no_phrase_is_new_and_stands_after_the_others_of_its_group() -> None:
    old = Phrase("p", "旧", "旧话", group=("售前",), position=7)

    result = planned([row(2, "甲", codes=("a",), group=("售前",)), row(3, "乙", group=("售前",))], [old])

    assert fates(result) == [Fate.NEW, Fate.NEW]
    first, second = result.phrases
    assert old.position < first.position < second.position


def test_the_same_code_means_the_same_phrase_and_the_agents_own_additions_stay() -> None:
    old = Phrase("p", "发货", "明天发", codes=("fh", "own"), keywords=("快递",), is_pinned=True, use_count=9)

    result = planned([row(2, "今天发", codes=("fh",), title="发货")], [old])

    assert fates(result) == [Fate.CHANGED]
    assert result.phrases == (replace(old, body="今天发"),)
    assert result.rows[0].before == old


def test_the_same_text_means_the_same_phrase_and_a_file_without_titles_and_groups_changes_neither() -> None:
    old = Phrase("p", "我的标题", "今天发", group=("物流",))

    result = planned([row(2, "今天发 ".strip())], [old])

    assert fates(result) == [Fate.SAME]
    assert result.phrases == ()


def test_updating_can_be_turned_off() -> None:
    old = Phrase("p", "发货", "明天发", codes=("fh",))

    result = planned([row(2, "今天发", codes=("fh",))], [old], Choices(is_updating=False))

    assert fates(result) == [Fate.CHANGED]
    assert result.phrases == ()


@pytest.mark.parametrize(("conflicts", "stored"), [(Conflict.WITHOUT_CODE, 1), (Conflict.SKIP, 0)])
def test_a_code_of_a_pack_is_never_taken_from_it(conflicts: Conflict, stored: int) -> None:
    packed = Phrase("p", "包", "包里的话", codes=("fh",), source="starter")

    result = planned([row(2, "今天发", codes=("fh", "x"))], [packed], Choices(conflicts=conflicts))

    assert fates(result) == [Fate.CONFLICTING]
    assert reasons(result, 0) == [Reason.CODE_TAKEN]
    assert len(result.phrases) == stored
    assert all(phrase.codes == ("x",) and phrase.keywords == ("fh",) for phrase in result.phrases)


def test_two_rows_with_one_code_give_two_phrases_and_the_first_has_the_code() -> None:
    result = planned([row(2, "甲", codes=("a",)), row(3, "乙", codes=("a",))])

    assert fates(result) == [Fate.NEW, Fate.CONFLICTING]
    assert [phrase.codes for phrase in result.phrases] == [("a",), ()]


def test_a_row_that_repeats_another_is_told_with_the_line_of_the_first() -> None:
    result = planned([row(2, "甲", codes=("a",)), row(3, "甲", codes=("a",))])

    assert fates(result) == [Fate.NEW, Fate.SAME]
    assert result.rows[1].problems[0].names == ("2",)


def test_one_answer_to_two_questions_gives_two_phrases() -> None:
    result = planned([row(2, "四点前", title="几点发货"), row(3, "四点前", title="今天能发吗")])

    assert [phrase.title for phrase in result.phrases] == ["几点发货", "今天能发吗"]


def test_a_phrase_in_the_bin_is_left_there() -> None:
    gone = Phrase("p", "甲", "甲", codes=("a",), deleted_at=datetime(2026, 11, 1, tzinfo=UTC))

    result = planned([row(2, "甲", codes=("a",))], [gone])

    assert fates(result) == [Fate.NEW]
    assert result.phrases[0].id != "p"


ROWS = st.lists(
    st.builds(
        lambda body, code, title, group: (body, code, title, group),
        st.sampled_from(["甲", "乙", "丙 ", "丁\n戊", "  "]),
        st.sampled_from([(), ("a",), ("b",), ("a", "b"), ("c d",)]),
        st.sampled_from(["", "标题", "x" * 300]),
        st.sampled_from([(), ("售前",), ("售前", "尺码")]),
    ),
    max_size=12,
)


@given(ROWS, st.sampled_from(Conflict), st.booleans())
def test_importing_a_file_again_changes_nothing(rows, conflicts: Conflict, has_pack: bool) -> None:
    found = [row(n, body, codes=code, title=title, group=group) for n, (body, code, title, group) in enumerate(rows, 2)]
    pack = [Phrase("pack", "包", "包", codes=("b",), source="starter")] if has_pack else []
    choices = Choices(conflicts=conflicts)
    first = planned(found, pack, choices)

    again = planned(found, [*pack, *first.phrases], choices)

    assert again.phrases == ()
    assert again.counts.new == again.counts.changed == 0
    assert len({code for phrase in first.phrases for code in phrase.codes}) == sum(
        len(phrase.codes) for phrase in first.phrases
    )


@given(ROWS)
def test_every_row_has_one_fate_and_every_text_is_stored_or_told(rows) -> None:
    found = [row(n, body, codes=code, title=title, group=group) for n, (body, code, title, group) in enumerate(rows, 2)]

    result = planned(found)

    assert [each.spot.line for each in result.rows] == [each.spot.line for each in found]
    bodies = {phrase.body for phrase in result.phrases}
    for each, source in zip(result.rows, found, strict=True):
        assert source.body in bodies or each.fate is Fate.UNSUPPORTED


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("甲\0", Reason.HAS_NUL),
        ("甲\ud800", Reason.HAS_SURROGATE),
        ("长" * (MAX_BODY + 1), Reason.BODY_TOO_LONG),
        (" \n", Reason.NO_BODY),
    ],
)
def test_a_row_that_cannot_be_a_phrase_is_told_and_costs_nothing_else(body: str, reason: Reason) -> None:
    result = planned([row(2, body), row(3, "乙")])

    assert fates(result) == [Fate.UNSUPPORTED, Fate.NEW]
    assert reasons(result, 0) == [reason]


def test_what_a_limit_cuts_off_is_kept_in_another_place() -> None:
    title = "多" * (MAX_TITLE + 50)

    result = planned([row(2, "甲", codes=("a b", "c" * 50, "ok"), title=title, group=tuple("123456789"))])

    (phrase,) = result.phrases
    assert (phrase.codes, phrase.keywords) == (("ok",), ("a b", "c" * 50))
    assert len(phrase.title) == MAX_TITLE
    assert phrase.questions == (title,)
    assert phrase.group == (*"1234567", "8/9")
    assert set(reasons(result, 0)) == {Reason.CODE_AS_KEYWORD, Reason.TITLE_CUT, Reason.GROUP_CUT}
    assert result.counts.partly == 1


def test_a_placeholder_is_only_a_hint_and_a_size_is_none() -> None:
    result = planned([row(2, "我是XXX客服"), row(3, "有XXXL码")])

    assert [reasons(result, index) for index in (0, 1)] == [[Reason.PLACEHOLDER], []]
    assert result.counts.partly == 0


def test_groups_are_mapped_and_those_mapped_to_nothing_left_out() -> None:
    found = [row(2, "甲", group=("A",)), row(3, "乙", group=("B",))]

    result = planned(found, choices=Choices(groups={("A",): ("售前", "欢迎"), ("B",): None}))

    assert fates(result) == [Fate.NEW, Fate.LEFT_OUT]
    assert result.phrases[0].group == ("售前", "欢迎")


def test_groups_of_a_file_are_counted_and_matched_to_ours_by_path_then_by_name() -> None:
    found = (row(2, "甲", group=("尺码",)), row(3, "乙", group=("尺码",)), row(4, "丙", group=("新",)))
    counted = groups([Reading("table", FILE, found)])

    suggested = suggest_groups(counted, [("售前", "尺 码"), ("别的",)])

    assert counted == {("尺码",): 2, ("新",): 1}
    assert suggested == {("尺码",): ("售前", "尺 码"), ("新",): ("新",)}


def test_rows_that_were_not_read_stand_among_the_others_in_the_order_of_the_file() -> None:
    skipped = Problem(Spot(FILE, line=3), Reason.BAD_ROW, names=("3 > 2",))
    whole = Problem(Spot(FILE), Reason.COLUMN_IGNORED, Severity.HINT, ("备注",))
    reading = Reading("table", FILE, (row(2, "甲"), row(4, "乙")), (whole, skipped))

    result = plan([reading], [], Choices(), iter("xyz").__next__)

    assert [(each.spot.line, each.fate) for each in result.rows] == [
        (2, Fate.NEW),
        (3, Fate.UNSUPPORTED),
        (4, Fate.NEW),
    ]
    assert result.problems == (whole,)


def test_a_plan_can_be_told_as_json() -> None:
    bad = BadFile(Spot("b.csv", line=9), Reason.BROKEN, ("x",))
    reading = Reading("qianniu", FILE, (row(2, "甲", codes=("a",)), row(3, "")))

    plain = plan([reading], [], Choices(), iter("xyz").__next__, (bad,)).to_plain()

    assert plain["files"] == [{"file": FILE, "format": "qianniu"}]
    assert plain["counts"]["new"] == plain["counts"]["unsupported"] == 1
    assert [(each["line"], each["fate"], each["is_stored"]) for each in plain["rows"]] == [
        (2, "new", True),
        (3, "unsupported", False),
    ]
    assert plain["rows"][1]["problems"][0]["sentence"] == "The row has no text."
    assert (plain["bad_files"][0]["file"], plain["bad_files"][0]["line"]) == ("b.csv", 9)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_with_nothing_left_open(reason: Reason) -> None:
    said = str(BadFile(Spot("a.csv", line=3), reason, ("x",), 7))

    assert said.startswith("a.csv, line 3: ")
    assert "{" not in said
