"""What is written for other programs comes back through our own readers, exactly as was told before."""

import csv
import errno
import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.imports.exports import ENDINGS, READABLE_BYTES, Loss, Manner, Target, losses
from app.core.imports.reading import MAX_FILE_BYTES, UNWATCHED, BadFile, Cancelled, Found, Spot, Watch
from app.core.imports.rows import Draft, tidy
from app.core.phrases.phrase import Image, Output, Phrase, Role, Stage, check
from app.core.sheet.lifetimes import Lifetime
from app.core.storage import NotWritten, Trouble
from app.formats import file as files
from app.formats import yaml_tree
from app.formats.packs.packs import read_pack
from app.formats.phrases import reading
from app.formats.phrases.writing import WRITERS, carried, write
from app.formats.source import Source
from tests.phrases import PHRASES
from tests.sheets import SHANGHAI, double_eleven

MANNER = Manner()
EMOTICONS = "/:^_^ /:^$^ /:(&) /:\" /:'' /:<\"> /:% /:>_< /:8*8 /:(Zz...) /:)-( /:-F"
FORMULAS = ["=1+1", "+86 138", "-5 元", "@亲", "\t缩进", "＝1+1", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"]
LETTER = (
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
    | st.sampled_from(list("\n\t \"',;=+-@#$|{}[]()<>&%:~!*?\\/、；→。\u2028\x85\ufeff\x0b\x1c😀𠮷"))
    | st.sampled_from(["/:^_^", "=>", " > ", "||", "{{date}}", "{{shop}}", "$|$", "_x0041_", "a,1=", "---", "null"])
)
WILD = st.lists(LETTER, max_size=10).map("".join)


def wild(made: Phrase, title: str, body: str, group: list[str], codes: list[str], words: list[str]) -> Phrase:
    codes = ["".join(code.split())[:40] for code in codes]
    texts = {"title": title, "body": body + "亲", "group": tuple(group), "codes": tuple(codes)}
    return check(replace(made, **texts, keywords=tuple(words), questions=tuple(words)))


LISTS = st.lists(WILD, max_size=3)
WILD_PHRASES = PHRASES | st.builds(wild, PHRASES, WILD, WILD, LISTS, LISTS, LISTS)
LIBRARIES = st.lists(WILD_PHRASES, max_size=6, unique_by=lambda phrase: phrase.id)


def a_phrase(**fields: Any) -> Phrase:
    usual: dict[str, Any] = {
        "id": "p1",
        "title": "催付",
        "body": "亲，还没付款哦",
        "group": ("售前",),
        "codes": ("cf",),
    }
    return check(Phrase(**{**usual, **fields}))


def read_back(target: Target, phrases: Sequence[Phrase], manner: Manner = MANNER, name: str = "file") -> list[Found]:
    """What the reader that recognises the file makes of it."""
    source = Source(f"{name}{ENDINGS[target]}", WRITERS[target].content(phrases, manner, UNWATCHED))
    try:
        answer = reading.detect(source).read(source, UNWATCHED, None)
    except BadFile as bad:
        raise AssertionError(str(bad)) from bad
    return list(answer.found)


def kept(found: Found) -> Phrase | None:
    """The phrase that an import would keep, without what differs by place."""
    draft = tidy(replace(found, spot=Spot()), (), lambda: "new")
    return draft.phrase if isinstance(draft, Draft) else None


def promised(target: Target, phrases: Sequence[Phrase]) -> list[Found]:
    """What was told to come back, one after the other."""
    told = [found for each in carried(target, phrases, MANNER) for found in each]
    group = ("file",) if target is Target.ESPANSO else None
    return [replace(found, group=group) if group else found for found in told]


@pytest.mark.parametrize("target", Target)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(phrases=LIBRARIES)
def test_any_library_comes_back_as_it_was_told_before(target: Target, phrases: list[Phrase]) -> None:
    told = promised(target, phrases)
    if not told:
        return

    back = read_back(target, phrases)

    assert list(map(kept, back)) == list(map(kept, told))


@pytest.mark.parametrize("target", Target)
def test_emoticons_quotes_lines_and_rare_letters_survive_in_every_kind_of_file(target: Target) -> None:
    bodies = [EMOTICONS, "第一行\n\n  第三行", "表情 😀 与 𠮷", '他说："好"，行', "a_x0041_b", *FORMULAS[:-1]]
    phrases = [a_phrase(id=f"p{at}", body=body, codes=(f"c{at}",)) for at, body in enumerate(bodies)]

    back = read_back(target, phrases)

    assert [found.body for found in back] == bodies
    if target is not Target.KEFUBAO:
        assert [found.codes for found in back] == [phrase.codes for phrase in phrases]


@pytest.mark.parametrize("target", [Target.XLSX, Target.KEFUBAO])
@pytest.mark.parametrize("body", FORMULAS)
def test_nothing_in_a_workbook_is_a_formula_before_and_after_an_edit(target: Target, body: str) -> None:
    made = WRITERS[target].content([a_phrase(title="=标题", body=body)], MANNER, UNWATCHED)

    page = openpyxl.load_workbook(io.BytesIO(made)).active

    cells = [cell for row in page.iter_rows(min_row=2) for cell in row if cell.value]
    assert body in [cell.value for cell in cells]
    assert {(cell.data_type, cell.number_format, cell.quotePrefix) for cell in cells} == {("s", "@", True)}


@pytest.mark.parametrize("body", [*FORMULAS, "\n=1+1"])
def test_no_field_of_a_csv_begins_as_a_formula_does(body: str) -> None:
    made = WRITERS[Target.QIANNIU].content([a_phrase(body=body, codes=("=c",))], MANNER, UNWATCHED).decode("gb18030")

    fields = next(csv.reader(io.StringIO(made.partition("\r\n")[2])))

    assert fields == ["\t=c", f"\t{body}", "售前"]


def test_a_csv_for_qianniu_is_gb18030_and_nothing_else() -> None:
    made = WRITERS[Target.QIANNIU].content([a_phrase(body="亲 😀")], MANNER, UNWATCHED)

    assert made.decode("gb18030") == '"快捷短语编码","快捷短语","快捷短语分组"\r\n"cf","亲 😀","售前"\r\n'


def test_a_csv_whose_bytes_look_like_another_encoding_is_marked() -> None:
    phrases = [a_phrase(body="通" * 2_000)]  # in GB18030 these are letters of UTF-8 too

    assert [found.body for found in read_back(Target.QIANNIU, phrases)] == ["通" * 2_000]


def test_a_file_for_the_input_method_is_marked_utf16_and_gives_texts_of_one_code_their_places() -> None:
    made = WRITERS[Target.SOGOU].content([a_phrase(), a_phrase(id="p2", body="一\n二")], MANNER, UNWATCHED)

    assert made.decode("utf-16") == "cf,1=亲，还没付款哦\r\ncf,2=\r\n一\r\n二\r\n"


def test_espanso_gets_plain_data_with_a_trigger_that_waits_for_the_end_of_a_word() -> None:
    phrases = [a_phrase(codes=(":c{f", "'\"#"), keywords=("催",)), a_phrase(id="p2", codes=())]

    root = yaml.safe_load(WRITERS[Target.ESPANSO].content(phrases, MANNER, UNWATCHED))

    first, second = root["matches"]
    assert first["triggers"] == [":c{f", "'\"#"]
    assert first["word"] is True
    assert first["search_terms"] == ["催"]
    assert "triggers" not in second
    assert second["label"] == "催付"


def test_what_hangs_on_an_activity_comes_back_by_its_name() -> None:
    sheet = double_eleven()
    activity = next(iter(sheet.activities.values()))
    lifetime = Lifetime(datetime(2026, 11, 1, tzinfo=UTC), None, activity.id, activity.phases[0].id)

    [back] = read_back(Target.PACK, [a_phrase(lifetime=lifetime)], Manner(sheet=sheet))

    assert back.holding
    assert (back.holding.activity, back.holding.phase) == (activity.name, activity.phases[0].name)
    draft = tidy(back, (), lambda: "new", sheet)
    assert isinstance(draft, Draft)
    assert draft.phrase.lifetime == lifetime


def test_a_pack_keeps_the_ids_so_that_the_next_export_brings_phrases_up_to_date() -> None:
    phrases = [a_phrase(id=name) for name in ("0af3", "starter/hy", "中文", "a" * 99)]

    first = [found.id for found in read_back(Target.PACK, phrases)]
    again = [found.id for found in read_back(Target.PACK, phrases)]

    assert first == again
    assert len(set(first)) == 4
    assert first[0] == "export/0af3"


RICH = a_phrase(
    title="催付·温和",
    body="亲，{{agent}} 😀",
    group=("售前", "催付", "温和"),
    codes=("cf", "2x"),
    keywords=("催款 提醒", "没付"),
    questions=("怎么付款", "在哪付||支付"),
    stage=Stage.PAYMENT,
    role=Role.PRE_SALES,
    is_pinned=True,
    hotkey="Ctrl+Alt+7",
    output=Output.COPY,
    images=(Image("a.png"),),
    lifetime=Lifetime(until_at=datetime(2026, 11, 12, tzinfo=UTC)),
)
ALWAYS = {Loss.PICTURES, Loss.OWN}
FOREIGN = ALWAYS | {Loss.VARIABLES, Loss.LIFETIME, Loss.OUTPUT, Loss.STAGE, Loss.ROLE, Loss.PINNED, Loss.QUESTIONS}
TOLD = {
    Target.XLSX: ALWAYS | {Loss.LIFETIME, Loss.OUTPUT, Loss.PINNED, Loss.KEYWORDS, Loss.QUESTIONS},
    Target.QIANNIU: FOREIGN | {Loss.RARE_LETTERS, Loss.TITLE, Loss.CODES, Loss.GROUP_LEVELS, Loss.KEYWORDS},
    Target.KEFUBAO: FOREIGN | {Loss.CODES, Loss.GROUP_LEVELS, Loss.KEYWORDS},
    Target.SOGOU: FOREIGN | {Loss.TITLE, Loss.CODES, Loss.NO_GROUP, Loss.KEYWORDS},
    Target.ESPANSO: FOREIGN | {Loss.NO_GROUP},
    Target.PACK: ALWAYS,
}


@pytest.mark.parametrize("target", Target)
def test_each_kind_of_file_tells_what_it_does_not_carry(target: Target) -> None:
    [found] = carried(target, [RICH], MANNER)

    assert set(losses(RICH, found, target)) == TOLD[target]


@pytest.mark.parametrize(
    ("target", "fields", "told"),
    [
        (Target.QIANNIU, {"body": "", "images": (Image("a.png"),)}, Loss.ONLY_PICTURE),
        (Target.PACK, {"body": "", "images": (Image("a.png"),)}, Loss.ONLY_PICTURE),
        (Target.SOGOU, {"codes": ("中文",)}, Loss.NO_CODE),
        (Target.XLSX, {"body": "😀" * 17_000}, Loss.TOO_LONG),
        (Target.ESPANSO, {"body": "$|$"}, Loss.TOO_LONG),
    ],
)
def test_a_phrase_that_has_no_place_is_left_out_with_its_reason(
    target: Target, fields: dict[str, Any], told: Loss
) -> None:
    phrase = a_phrase(**fields)

    [found] = carried(target, [phrase], MANNER)

    assert found == ()
    assert losses(phrase, found, target) == (told,)


def test_the_variables_that_espanso_has_too_are_no_loss() -> None:
    phrase = a_phrase(body="{{date}} {{time}} {{clipboard}}", group=())

    [found] = carried(Target.ESPANSO, [phrase], MANNER)

    assert losses(phrase, found, Target.ESPANSO) == ()


@pytest.mark.parametrize("target", Target)
def test_an_export_that_is_stopped_leaves_what_was_there(target: Target, tmp_path: Path) -> None:
    file = tmp_path / f"old{ENDINGS[target]}"
    file.write_bytes(b"old")
    phrases = [a_phrase(id=f"p{at}") for at in range(2_000)]
    seen: list[int] = []

    with pytest.raises(Cancelled):
        write(str(file), target, phrases, MANNER, Watch(lambda done, _all: seen.append(done), lambda: len(seen) > 1))

    assert seen[0] < seen[1]
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(file.name, b"old")]


@pytest.mark.parametrize("target", Target)
def test_a_file_that_is_open_in_excel_is_told_and_kept(
    target: Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files, "PAUSE", 0)
    file = tmp_path / "old"
    file.write_bytes(b"old")

    with pytest.raises(NotWritten) as lost:
        write(str(file), target, [a_phrase()], MANNER)

    assert lost.value.trouble is Trouble.LOCKED
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def test_whoever_only_glances_at_the_old_file_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_there, glances = Path.replace, [1, 2]

    def held_a_moment(self: Path, target: Path) -> Path:
        if glances:
            glances.pop()
            raise PermissionError(13, "in use")
        return put_there(self, target)

    monkeypatch.setattr(Path, "replace", held_a_moment)
    monkeypatch.setattr(files, "PAUSE", 0)
    file = tmp_path / "old"
    file.write_bytes(b"old")

    files.put(str(file), b"new")

    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"new"]


@pytest.mark.parametrize("target", Target)
def test_a_disk_that_is_full_at_the_last_step_is_told_and_the_old_file_kept(
    target: Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    (tmp_path / "old").write_bytes(b"old")

    with pytest.raises(NotWritten) as lost:
        write(str(tmp_path / "old"), target, [a_phrase()], MANNER)

    assert lost.value.trouble is Trouble.FULL
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device that is always full")
@pytest.mark.parametrize("count", [1, 600])
def test_a_full_disk_under_the_temporary_files_of_a_workbook_is_told(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.open", full_disk(open))
    phrases = [a_phrase(id=f"p{at}", body="长" * 5_000) for at in range(count)]

    with pytest.raises(NotWritten) as lost:
        write(str(tmp_path / "a.xlsx"), Target.XLSX, phrases, MANNER)

    assert lost.value.trouble is Trouble.FULL
    assert list(tmp_path.iterdir()) == []


def full_disk(real: Callable[..., Any]) -> Callable[..., Any]:
    """Opens files of a disk on which nothing more can be written."""

    def opened(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        return real("/dev/full" if "w" in mode else file, mode, *rest, **options)

    return opened


def test_a_written_file_is_found_whole_and_read_by_whoever_recognises_it(tmp_path: Path) -> None:
    for target in Target:
        path = str(tmp_path / f"{target.value}{ENDINGS[target]}")
        size = write(path, target, [a_phrase()], MANNER)

        assert Path(path).stat().st_size == size
        assert reading.read_file(path).found[0].body == "亲，还没付款哦"


def test_a_pack_that_is_exported_is_a_whole_pack_to_whoever_subscribes_to_it() -> None:
    phrases = [RICH, a_phrase(id="starter/hy")]
    made = WRITERS[Target.PACK].content(phrases, Manner(pack_id="export-1a", pack_name="小橘家"), UNWATCHED)

    answer = read_pack(made, SHANGHAI, datetime(2026, 11, 1, tzinfo=UTC), name="a.json")

    assert answer.problems == ()
    assert answer.pack
    assert (answer.pack.head.id, answer.pack.head.name) == ("export-1a", "小橘家")
    assert [phrase.body for phrase in answer.pack.phrases] == [phrase.body for phrase in phrases]
    assert answer.pack.phrases[0].lifetime == RICH.lifetime


def test_what_is_told_to_be_too_large_to_read_back_is_what_the_readers_refuse() -> None:
    assert {target: READABLE_BYTES[target] for target in Target} == {
        target: yaml_tree.MAX_BYTES if target is Target.ESPANSO else MAX_FILE_BYTES for target in Target
    }
