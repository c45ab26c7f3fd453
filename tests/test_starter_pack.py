import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.imports.lifetimes import lifetime
from app.core.imports.reading import Found, Problem
from app.core.phrases import compliance
from app.core.phrases.phrase import Output, Phrase, Role, Stage, check
from app.core.settings import Settings
from app.core.sheet.lifetimes import State
from app.core.sheet.sheet import About, Sheet
from app.formats.packs import imported as pack
from app.formats.phrases import reading
from app.formats.sheets.sample import read_sample
from app.formats.source import load
from app.services.phrases.importing import Import
from app.services.sheet.facts import Facts
from resources import __file__ as resources_file
from tests import order_words
from tests.fakes import FakeBackups, FakeClock, FakePhrases
from tests.sheets import SALE_DAY, SHANGHAI

PACKS = Path(resources_file).parent / "packs"
CHINESE = PACKS / "starter.json"
ENGLISH = PACKS / "starter.en.json"
FACTS = {"agent": "小夏", "shop": "花房", "hello": "下午好", "date": "11月11日", "time": "20:00"}
"""What the program knows by itself; an agent who has set nothing has the last three of them."""
LIVE = dict.fromkeys((*fact_names.NAMES, *FACTS), "某事") | FACTS
"""What it knows with a cheat-sheet beside it."""

EMOTICONS = frozenset(
    (
        *(
            "/:^_^",
            "/:^$^",
            "/:Q",
            "/:815",
            "/:809",
            "/:^O^",
            "/:081",
            "/:087",
            "/:086",
            "/:H",
            "/:012",
            "/:806",
            "/:b",
        ),
        *("/:^x^", "/:814", "/:^W^", "/:080", "/:066", "/:807", "/:805", "/:071", "/:072", "/:065", "/:804", "/:813"),
        *("/:818", "/:084", "/:801", "/:811", "/:?", "/:077", "/:!", "/:079", "/:028", "/:026", "/:007", "/:816"),
        *('/:\'""', "/:802", "/:(Zz...)", "/:810", "/:>_<", "/:018", "/:819", "/:085", "/:812", "/:C", "/:plane"),
        *("/:(OK)", "/:8*8", "/:)-(", "/:-F", "/:Y", "/:$", "/:%", "/:(&)", "/:@", "/:~B", "/:U*U", "/:clock", "/:R"),
        *("/:074", "/:075", "/:803"),
    )
)
"""The codes of the chat client that are fit to be said to a buyer."""

PROMISES = re.compile(
    r"保证|肯定能|一定会|百分之百|包您|无条件|随时都能发|马上发货|今天就发|全网|独家|顶级|首选|唯一|返现"
)
NUMBERS_OF_A_SHOP = re.compile(r"\d+\s*(?:元|块|折|天内发|小时内发|小时内回)|[￥¥]\s*\d")
CONTACTS = re.compile(r"https?://|www\.|1[3-9]\d{9}|微信|QQ", re.IGNORECASE)

SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:[iu]?ang|[iu]?ai|[iu]?an|iao|[aeiouvü]ng|ong|iong|uo|ue|ve|ui|un|iu|ie|ia|ua|ao|ou|ei|en|in|er|[aeiouv])"
    r"|a|ai|an|ang|ao|e|ei|en|eng|er|o|ou)"
)
PINYIN = re.compile(rf"(?:{SYLLABLE})*(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?")
WORDS = frozenset(
    (
        *(
            "cm",
            "mm",
            "kg",
            "ml",
            "km",
            "ok",
            "hi",
            "no",
            "xx",
            "xs",
            "xl",
            "xxl",
            "qq",
            "vx",
            "wx",
            "vip",
            "app",
            "ppt",
        ),
        *("ppt", "dj", "tv", "pc", "id", "ip", "ai", "pk", "hr", "by", "my", "fly", "try", "why", "dry", "sky"),
    )
)
"""What is typed every day and therefore must not be a code."""


def read(path: Path) -> tuple[Found, ...]:
    content = pack.read(load(str(path)))
    assert content.problems == ()
    return content.found


def phrases(path: Path) -> list[Phrase]:
    return list(imported(path).rows.values())


def imported(path: Path, *own: Phrase) -> FakePhrases:
    store = FakePhrases({phrase.id: phrase for phrase in own})
    importing = importer(store)
    importing.apply(importing.dry_run([str(path)]))
    return store


def importer(store: FakePhrases) -> Import:
    return Import(reading.read, store, FakeBackups(), FakeClock(), lambda: "never-used")


def starter_sheet(path: Path) -> Sheet:
    """The cheat-sheet that comes in the language of a pack."""
    name = "double_eleven.zh_CN.json" if path == CHINESE else "double_eleven.en.json"
    return Sheet.of(read_sample(PACKS.parent / "sheets" / name, SALE_DAY, SHANGHAI))


both = pytest.mark.parametrize("path", [CHINESE, ENGLISH], ids=lambda path: path.stem)


def test_the_starter_pack_is_large_enough_to_begin_a_day_with() -> None:
    assert len(read(CHINESE)) >= 170
    assert len(read(ENGLISH)) >= 40


@both
def test_a_starter_pack_is_known_as_a_pack_whoever_asks(path: Path) -> None:
    assert reading.detect(load(str(path))).name == pack.NAME


@both
def test_all_stages_and_roles_are_covered(path: Path) -> None:
    found = read(path)

    assert {phrase.stage for phrase in found} == set(Stage)
    assert {phrase.role for phrase in found} == set(Role)


def test_no_stage_and_no_role_of_the_starter_pack_is_thin() -> None:
    found = read(CHINESE)

    assert min(Counter(phrase.stage for phrase in found).values()) >= 15
    assert min(Counter(phrase.role for phrase in found).values()) >= 12


@both
def test_each_phrase_is_one_that_the_library_takes(path: Path) -> None:
    for phrase in phrases(path):
        assert check(phrase) == phrase


@both
def test_ids_and_codes_are_unique(path: Path) -> None:
    found = read(path)

    codes = Counter(code for phrase in found for code in phrase.codes)
    assert [code for code, count in codes.items() if count > 1] == []
    assert len({phrase.id for phrase in found}) == len(found)


def test_the_two_packs_can_be_used_side_by_side() -> None:
    chinese, english = read(CHINESE), read(ENGLISH)

    of_chinese = {code for one in chinese for code in one.codes}
    assert of_chinese & {code for one in english for code in one.codes} == order_words.CODES
    assert all(set(one.codes) - of_chinese for one in english), "beside the other pack each keeps a code of its own"
    assert not {one.id for one in chinese} & {one.id for one in english}


def test_whichever_pack_came_first_keeps_the_codes_that_the_program_names() -> None:
    store = imported(CHINESE)
    importing = importer(store)

    importing.apply(importing.dry_run([str(ENGLISH)]))

    owners = {code: [one.source for one in store.rows.values() if code in one.codes] for code in order_words.CODES}
    assert {tuple(sources) for sources in owners.values()} == {("qindesk.starter",)}


@both
def test_each_phrase_has_a_code_that_nobody_types_by_chance(path: Path) -> None:
    for phrase in read(path):
        assert phrase.codes, phrase.title
        for code in phrase.codes:
            assert re.fullmatch(r"[a-z]{2,6}\d{0,2}", code), code
            assert not PINYIN.fullmatch(code), f"{code} is what pinyin begins with"
            assert code not in WORDS


@both
def test_each_phrase_can_be_found_by_keywords_and_by_what_buyers_ask(path: Path) -> None:
    for phrase in read(path):
        assert phrase.keywords, phrase.title
        assert 1 <= len(phrase.questions) <= 4, phrase.title
        assert phrase.group, phrase.title


@both
def test_each_phrase_renders_once_its_questions_are_answered(path: Path) -> None:
    for phrase in read(path):
        answers = {question.name: "某某" for question in templates.questions(phrase.body)}

        text = templates.render(phrase.body, LIVE, answers)

        assert "{{" not in text, phrase.title
        assert "}}" not in text, phrase.title


@both
def test_nothing_but_its_questions_keeps_a_phrase_from_being_pasted_on_the_first_day(path: Path) -> None:
    facts = {name: FACTS[name] for name in ("hello", "date", "time")}
    for phrase in read(path):
        if fact_names.needs(phrase.body):
            continue  # it waits for a cheat-sheet, and is refused with the missing fact until there is one
        answers = {question.name: "某某" for question in templates.questions(phrase.body)}

        assert templates.render(phrase.body, facts, answers)


@both
def test_a_phrase_that_speaks_of_the_cheat_sheet_names_facts_that_exist(path: Path) -> None:
    live = [phrase for phrase in read(path) if fact_names.needs(phrase.body)]

    assert len(live) >= 14
    assert [phrase.title for phrase in live if fact_names.unknown(phrase.body)] == []


@both
def test_a_phrase_that_holds_in_one_phase_only_says_nothing_without_it(path: Path) -> None:
    bound = [phrase for phrase in read(path) if phrase.holding]
    sheet = starter_sheet(path)

    assert len(bound) in (2, 4)
    for phrase in bound:
        lifetime_notes: list[Problem] = []
        assert lifetime(phrase, sheet, lifetime_notes) is not None, phrase.title
        assert lifetime_notes == []
        with pytest.raises(templates.MissingFact):
            templates.render(phrase.body, FACTS)


BY_CODE = {
    "xg": "3件",
    "xgcs": "自己的账号再拍",
    "hdsj": "24:00",
    "mjsm": "每满300减50",
    "ymdbk": "退出重进一次",
    "hdgz": "从购物车结算",
    "yhq": "满128减10、满238减20",
    "zpgz": "满168送迷你收纳盒",
    "tkdt": "才能申请退款",
    "fhsj": "付款后7天内发货",
    "kd": "汇通、圆通、邮政小包",
    "sfbc": "新疆西藏内蒙古青海宁夏甘肃补26元",
    "pydq": "县城和乡镇农村4-6天",
    "dhsj": "上海",
    "cz": "PP塑料",
    "sc": "灯光下会偏暖一点",
    "dxdb": "60×42×35厘米",
    "kc": "420件",
    "tdk": "折叠收纳箱 中号",
    "dptj": "真空压缩袋 5件套",
}
"""Code, what it says with the sample beside it."""


@pytest.mark.parametrize(("code", "figure"), BY_CODE.items())
def test_a_code_gives_the_figure_of_the_cheat_sheet_and_without_one_something_that_is_true(
    code: str, figure: str
) -> None:
    [body] = [phrase.body for phrase in read(CHINESE) if code in phrase.codes]
    sheet = starter_sheet(CHINESE)
    facts = Facts(FakeClock(SALE_DAY), Settings, lambda: sheet)

    live = facts.for_text(body, about=About("sample-d11", "sample-box-l"))
    alone = Facts(FakeClock(SALE_DAY), Settings).for_text(body)

    assert figure in templates.render(body, live)
    assert figure not in templates.render(body, alone)
    assert "{{" not in templates.render(body, alone)


def test_a_phrase_of_one_phase_waits_for_the_sample_where_it_comes_first() -> None:
    before = {phrase.id: phrase.lifetime for phrase in phrases(CHINESE) if phrase.lifetime}
    sheet = starter_sheet(CHINESE)

    assert len(before) == 4
    assert {sheet.validity(lifetime, SALE_DAY).state for lifetime in before.values()} <= {State.OVER, State.NOT_YET}
    assert {Sheet().validity(lifetime, SALE_DAY).state for lifetime in before.values()} == {State.UNBOUND}


@both
def test_each_question_is_one_that_an_agent_can_read_in_a_small_row(path: Path) -> None:
    for phrase in read(path):
        asked = templates.questions(phrase.body)

        assert len(asked) <= 3, phrase.title
        assert all(len(question.name) <= 24 for question in asked), phrase.title


@both
def test_no_phrase_says_what_the_rules_refuse_or_doubt(path: Path) -> None:
    for phrase in read(path):
        assert not compliance.find(phrase.body), (phrase.title, compliance.find(phrase.body))


@both
def test_no_phrase_promises_more_than_a_shop_can_keep(path: Path) -> None:
    for phrase in read(path):
        assert not PROMISES.search(phrase.body), phrase.title
        assert not CONTACTS.search(phrase.body), phrase.title


@both
def test_no_phrase_states_a_figure_that_belongs_to_one_shop(path: Path) -> None:
    for phrase in read(path):
        assert not NUMBERS_OF_A_SHOP.search(phrase.body), phrase.title
        assert not re.search(r"20\d\d", phrase.body), phrase.title


@both
def test_no_placeholder_is_left_to_be_filled_in_by_hand(path: Path) -> None:
    for phrase in read(path):
        assert not re.search(r"[XxＸ]{2,}|[×＊]{2,}|_{2,}|某某|待补充|TODO", phrase.body), phrase.title


@both
def test_each_phrase_is_short_enough_to_be_read(path: Path) -> None:
    for phrase in read(path):
        assert 15 <= len(phrase.body) <= 200, phrase.title
        assert 2 <= len(phrase.title) <= 40, phrase.title
        assert phrase.body == phrase.body.strip()


@both
def test_each_emoticon_is_one_that_the_chat_client_shows(path: Path) -> None:
    for phrase in read(path):
        for place in re.finditer(r"/:", phrase.body):
            rest = phrase.body[place.start() :]
            known = max((code for code in EMOTICONS if rest.startswith(code)), key=len, default="")
            assert known, (phrase.title, rest[:8])
            assert not re.match(r"[A-Za-z0-9]", rest[len(known) :]), (phrase.title, rest[:8])


@both
def test_no_two_phrases_say_nearly_the_same(path: Path) -> None:
    for one, other in combinations(read(path), 2):
        assert fuzz.ratio(one.body, other.body) < 70, (one.title, other.title)
        assert one.title != other.title


def test_each_reply_of_a_chinese_phrase_addresses_the_buyer() -> None:
    for phrase in read(CHINESE):
        assert "亲" in phrase.body, phrase.title


def test_the_nine_digits_are_taken_in_the_order_of_a_conversation() -> None:
    pinned = sorted((p for p in phrases(CHINESE) if p.is_pinned), key=lambda phrase: phrase.pin_position)

    order = list(Stage)
    stages = [order.index(phrase.stage) for phrase in pinned if phrase.stage]
    assert len(pinned) == 9
    assert stages == sorted(stages)
    assert set(stages) == set(range(len(order)))
    assert not any(phrase.is_pinned for phrase in phrases(ENGLISH))


def test_some_phrases_have_lines_and_some_go_out_in_parts() -> None:
    found = phrases(CHINESE)

    assert sum("\n" in phrase.body for phrase in found) >= 10
    assert [len(phrase.parts) for phrase in found if phrase.output is Output.PARTS] == [3, 3, 2]


@both
def test_its_groups_are_at_most_two_levels_deep_and_few_enough_to_look_through(path: Path) -> None:
    groups = {phrase.group for phrase in read(path)}

    assert all(len(group) <= 2 for group in groups)
    assert len(groups) <= 30


@both
def test_an_import_takes_every_phrase_and_a_second_one_changes_nothing(path: Path) -> None:
    store = imported(path)

    again = importer(store).dry_run([str(path)])

    assert len(store.rows) == len(read(path))
    assert again.phrases == ()
    assert again.counts.same == len(store.rows)


def test_the_pack_can_be_taken_out_again_by_its_source() -> None:
    own = Phrase(id="mine", title="我的", body="我自己写的")
    store = imported(CHINESE, own)

    store.remove([phrase.id for phrase in store.all() if phrase.source == "qindesk.starter"])

    assert store.all() == [own]


def test_a_later_import_keeps_the_uses_and_the_hotkey_of_the_agent() -> None:
    store = imported(CHINESE)
    phrase = store.rows["qindesk.starter/cf"]
    used = replace(phrase, use_count=7, hotkey="Ctrl+Alt+U", body="旧的说法", is_pinned=False)
    store.put([used])

    importing = importer(store)
    importing.apply(importing.dry_run([str(CHINESE)]))

    now = store.rows[phrase.id]
    assert now.body == phrase.body
    assert (now.use_count, now.hotkey, now.is_pinned) == (7, "Ctrl+Alt+U", False)
