"""espanso packages: triggers become codes, variables ours where that is faithful, and nothing is run."""

from pathlib import Path

import pytest

from app.core.imports.reading import Reason, Severity
from app.formats.phrases.reading import read, read_file
from tests.formats.files import bodies, put, refusal, told


def match(body: str, variables: str = "", extra: str = "") -> str:
    return f"matches:\n  - trigger: ':a'\n    replace: {body}\n{extra}" + (
        f"    vars:\n{variables}" if variables else ""
    )


def test_triggers_label_and_search_terms_are_taken_with_the_line_of_the_match(tmp_path: Path) -> None:
    text = (
        "matches:\n\n  - triggers: [':hi', ';hi']\n    label: 打招呼\n    search_terms: [您好, 在吗]\n"
        "    replace: |\n      第一行\n      第二行\n  - trigger: '001'\n    replace: yes\n"
    )

    first, second = read_file(put(tmp_path, "shop.yml", text)).found

    assert (first.codes, first.title, first.keywords) == ((":hi", ";hi"), "打招呼", ("您好", "在吗"))
    assert (first.body, first.spot.line, first.group) == ("第一行\n第二行\n", 3, ("shop",))
    assert (second.codes, second.body) == (("001",), "yes")


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("type: clipboard", "{{clipboard}}"),
        ("type: echo\n        params: {echo: 小店}", "小店"),
        ("type: date\n        params: {format: '%H:%M'}", "{{time}}"),
        ("type: date\n        params: {format: '%d.%m.%Y'}", "{{date}}"),
        ("type: date\n        params: {format: '%Y-%m-%d %H:%M'}", "{{date}} {{time}}"),
        ("type: choice\n        params: {values: [圆通, 中通]}", "{{?v（圆通/中通）}}"),
    ],
)
def test_a_variable_becomes_ours_where_that_is_faithful(tmp_path: Path, variable: str, expected: str) -> None:
    reading = read_file(put(tmp_path, "a.yml", match("'亲 {{v}} 好'", f"      - name: v\n        {variable}\n")))

    assert bodies(reading) == [f"亲 {expected} 好"]
    assert not [problem for problem in reading.problems if problem.severity is not Severity.HINT]


def test_a_form_asks_its_questions_with_their_defaults(tmp_path: Path) -> None:
    text = (
        "matches:\n- trigger: f\n  form: '亲 [[name]]，发[[carrier]]'\n  form_fields:\n    carrier: {default: 圆通}\n"
    )

    assert bodies(read_file(put(tmp_path, "a.yml", text))) == ["亲 {{?name}}，发{{?carrier|圆通}}"]


@pytest.mark.parametrize("kind", ["shell", "script"])
def test_a_script_is_never_run_and_its_place_stays_text(tmp_path: Path, kind: str) -> None:
    trace = tmp_path / "trace"
    told_to = (
        f"      - name: v\n        type: {kind}\n        params: {{cmd: 'touch {trace}', args: [touch, '{trace}']}}\n"
    )

    reading = read_file(put(tmp_path, "a.yml", match("'{{v}}'", told_to)))

    assert bodies(reading) == ["{{v}}"]
    assert [(problem.names, problem.spot.line) for problem in told(reading, Reason.SCRIPT)] == [(("v",), 2)]
    assert not trace.exists()


def test_an_object_that_a_file_asks_for_is_never_made(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    text = f"matches:\n- trigger: !!python/object/apply:os.system ['touch {trace}']\n  replace: x\n"

    assert bodies(read_file(put(tmp_path, "a.yml", text))) == ["x"]
    assert not trace.exists()


def test_unknown_kinds_of_variables_stay_text_and_are_told(tmp_path: Path) -> None:
    text = match("'{{v}} {{w}}'", "      - name: v\n        type: match\n        params: {trigger: ':b'}\n")

    reading = read_file(put(tmp_path, "a.yml", text))

    assert bodies(reading) == ["{{v}} {{w}}"]
    assert {problem.names for problem in told(reading, Reason.VARIABLE)} == {("v (match)",), ("w",)}


def test_a_random_choice_becomes_a_phrase_for_each_text_and_only_the_first_has_the_code(tmp_path: Path) -> None:
    text = match("'亲，{{v}}'", "      - name: v\n        type: random\n        params: {choices: [在的, 您好]}\n")

    first, second = read_file(put(tmp_path, "a.yml", text)).found

    assert (first.body, first.codes) == ("亲，在的", (":a",))
    assert (second.body, second.codes, second.keywords) == ("亲，您好", (), (":a",))


def test_a_pattern_is_kept_as_a_keyword_and_its_named_groups_are_asked_for(tmp_path: Path) -> None:
    text = "matches:\n- regex: 'hi (?P<name>\\w+)'\n  replace: '亲 {{name}}'\n"

    reading = read_file(put(tmp_path, "a.yml", text))

    assert bodies(reading) == ["亲 {{?name}}"]
    assert told(reading, Reason.TRIGGER)
    assert reading.found[0].codes == ()


def test_pictures_html_cursors_and_imports_are_told(tmp_path: Path) -> None:
    text = (
        "imports: [../other.yml]\nmatches:\n- trigger: a\n  image_path: x.png\n"
        "- trigger: b\n  html: '<p>亲 <b>您好</b></p><p>&lt;3</p>'\n- trigger: c\n  replace: 'a$|$b'\n"
    )

    reading = read_file(put(tmp_path, "a.yml", text))

    assert bodies(reading) == ["亲 您好\n<3", "ab"]
    assert [problem.spot.line for problem in told(reading, Reason.PICTURE)] == [3]
    assert [problem.spot.line for problem in told(reading, Reason.FORMATTING)] == [5, 7]
    assert told(reading, Reason.OTHER_FILE)[0].names == ("../other.yml",)


def test_global_variables_and_merged_mappings_are_followed(tmp_path: Path) -> None:
    text = (
        "global_vars:\n- {name: shop, type: echo, params: {echo: 小店}}\n"
        "matches:\n- &x\n  trigger: a\n  replace: '{{shop}}'\n- <<: *x\n  trigger: b\n"
    )

    reading = read_file(put(tmp_path, "a.yml", text))

    assert [(found.codes, found.body) for found in reading.found] == [(("a",), "小店"), (("b",), "小店")]


def test_one_bad_match_never_loses_the_rest(tmp_path: Path) -> None:
    text = "matches:\n- trigger: a\n  replace: 甲\n- 只是文字\n- trigger: b\n- trigger: c\n  replace: 丙\n"

    reading = read_file(put(tmp_path, "a.yml", text))

    assert bodies(reading) == ["甲", "丙"]
    assert told(reading, Reason.BAD_ROW)
    assert [problem.spot.line for problem in told(reading, Reason.NO_BODY)] == [5]


def test_a_package_folder_is_read_file_by_file_and_named_after_itself(tmp_path: Path) -> None:
    package = tmp_path / "greetings" / "0.1.0"
    package.mkdir(parents=True)
    put(package, "package.yml", match("甲"))
    put(package, "_manifest.yml", "name: greetings\n")
    put(package, "broken.yml", "matches: [")

    answers = read(str(tmp_path / "greetings"))

    assert [type(answer).__name__ for answer in answers] == ["BadFile", "Reading"]
    assert answers[1].found[0].group == ("greetings",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("matches:\n - trigger: [", Reason.BROKEN),
        ("matches: " + "[" * 5_000, Reason.TOO_DEEP),
        ("matches:\n- trigger: " + "{a: " * 500, Reason.TOO_DEEP),
        ("matches:\n- &a [x]\n" + "- [*a, *a, *a, *a, *a]\n" * 60, Reason.TOO_MANY_ALIASES),
        ("matches:\n- replace: *nobody\n", Reason.BROKEN),
        ("matches: 好\n", Reason.BROKEN),
        ("matches:\n- replace: 'a\0b'\n", Reason.HAS_NUL),
        ('matches:\n- replace: "\\ud800"\n', Reason.BROKEN),
    ],
)
def test_hostile_yaml_is_refused_with_its_line(tmp_path: Path, text: str, reason: Reason) -> None:
    error = refusal(put(tmp_path, "a.yml", text))

    assert error.reason is reason
    assert error.spot.line > 0


def test_nested_aliases_cost_nothing(tmp_path: Path) -> None:
    rungs = "".join(f"b{number}: &b{number} [{', '.join([f'*b{number - 1}'] * 5)}]\n" for number in range(1, 30))

    reading = read_file(put(tmp_path, "a.yml", "b0: &b0 [x]\n" + rungs + "matches:\n- replace: 甲\n  vars: *b29\n"))

    assert bodies(reading) == ["甲"]
