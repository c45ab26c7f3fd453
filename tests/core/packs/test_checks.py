from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.core.imports.reading import Spot
from app.core.orders.kinds import OrderKind, Step
from app.core.packs.check_rules import DEFAULT_RULES, CheckRules, read_rules, rules_text
from app.core.packs.checks import check
from app.core.packs.findings import Finding
from app.core.packs.findings import Severity as Weight
from app.core.packs.letters import hidden
from app.core.packs.likeness import alike
from app.core.packs.links import lookalikes, odd, of_networks
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.compliance import ForbiddenWord, Severity
from app.core.phrases.phrase import Output, Phrase
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from tests.packs import NOW, pictured, whole_pack
from tests.sheets import SHANGHAI

HEAD = PackHead("shop")


def pack_of(*bodies: str, **fields: Any) -> Pack:
    phrases = (
        Phrase(f"shop/p{at}", f"第{at}条", body, codes=(f"c{at}",), source="shop", **fields)
        for at, body in enumerate(bodies, start=1)
    )
    return Pack(HEAD, tuple(phrases))


def found(pack: Pack, rules: CheckRules = DEFAULT_RULES, now: datetime = NOW) -> tuple[Finding, ...]:
    return check(pack, now, SHANGHAI, rules)


def rules_of(body: str, rules: CheckRules = DEFAULT_RULES) -> list[tuple[str, Weight, tuple[str, ...]]]:
    return [(each.rule, each.severity, each.names) for each in found(pack_of(body), rules)]


def test_a_good_pack_has_nothing_to_be_said_about() -> None:
    assert found(whole_pack()) == ()


def test_an_error_of_a_pack_that_came_from_no_file_is_told_too() -> None:
    broken = replace(pack_of("好的"), must_read=frozenset({"shop/none"}))

    [finding] = found(broken)

    assert (finding.rule, finding.severity, finding.names) == ("must_read_unknown", Weight.ERROR, ("none",))


@pytest.mark.parametrize(
    ("body", "rule", "weight", "name"),
    [
        ("全网最低价，快来", "forbidden_word", Weight.WARNING, "全网最低"),
        ("这是最好的一款", "doubtful_word", Weight.HINT, "最"),
        ("加 微-信 聊", "forbidden_word", Weight.WARNING, "加微信"),
        ("加\u200b微\u200b信聊", "forbidden_word", Weight.WARNING, "加微信"),
        ("五星返现哦", "forbidden_word", Weight.WARNING, "五星返现"),
        ("质量保证没问题", "over_promise", Weight.WARNING, "保证"),
        ("今天就发的亲", "over_promise", Weight.WARNING, "今天就发"),
        ("打我电话 138 0013 8000", "other_network", Weight.WARNING, "138 0013 8000"),
        ("Ｖ信：ａｂｃ12345 找我", "other_network", Weight.WARNING, "v信:abc12345"),
        ("发到 mei@shop.example.com", "other_network", Weight.WARNING, "mei@shop.example.com"),
        ("来 https://weixin.qq.com/r/x 领券", "other_network", Weight.WARNING, "weixin.qq.com"),
        ("点 https://taoba0.com/x", "lookalike_link", Weight.WARNING, "taoba0.com"),
        ("点 javascript:alert(1)", "odd_link", Weight.WARNING, "javascript:"),
        ("活动2025年11月11日开始", "past_date", Weight.WARNING, "2025年11月11日"),
        ("10月20日前付款有礼", "past_date", Weight.HINT, "10月20日"),
        ("我是客服XXX", "placeholder_left", Weight.HINT, "XXX"),
        ("\u202e亲您好", "hidden_letters", Weight.WARNING, "U+202E"),
    ],
)
def test_wording_that_should_not_go_out_is_told(body: str, rule: str, weight: Weight, name: str) -> None:
    told = rules_of(body)

    assert (rule, weight, (name,)) in told
    assert all(each.sentence and "{" not in each.sentence for each in found(pack_of(body)))


@pytest.mark.parametrize(
    "body",
    [
        "最后三天，第一时间发货",
        "订单号 123456789012345678 收到啦",
        "满128减10，11月11日0点开始",
        "https://detail.tmall.com/item.htm?id=12345678901",
        "m.tb.cn 打开就行",
        "保证金会退的，快递我们没法保证哪天到",
        "家庭装👨‍👩‍👧 1️⃣ ❤️ 都有货 /:^_^",
        "版本 1.2.3 都可以。com 口也行",
        "12月31日前都有效",
        "剩 {{activity.left}}，{{?几件}} 件",
    ],
)
def test_harmless_wording_is_left_alone(body: str) -> None:
    assert rules_of(body) == []


def test_an_unknown_variable_is_told_with_the_one_that_is_meant() -> None:
    assert rules_of("剩 {{activity.lft}}") == [
        ("unknown_variable_like", Weight.WARNING, ("activity.lft", "activity.left"))
    ]
    assert rules_of("剩 {{zzz.qqq}}") == [("unknown_variable", Weight.WARNING, ("zzz.qqq",))]


def test_a_message_is_measured_part_by_part() -> None:
    long = pack_of("一" * 300 + "\n---\n" + "二" * 300)

    assert [each.rule for each in found(long)] == ["too_long_for_client"]
    assert found(replace(long, phrases=(replace(long.phrases[0], output=Output.PARTS),))) == ()
    assert found(long, replace(DEFAULT_RULES, max_message=1_000)) == ()


def test_a_code_that_two_phrases_have_is_told_at_the_second_with_the_first() -> None:
    pack = pack_of("在的亲", "稍等哦")
    twice = replace(pack, phrases=(pack.phrases[0], replace(pack.phrases[1], codes=("C1", "x"))))

    [finding] = check(
        twice, NOW, SHANGHAI, locate=lambda item_id, field: Spot("a.xlsx", "话术", int(item_id[-1]), field)
    )

    assert (finding.rule, finding.names) == ("code_twice", ("c1", "第1条", "1"))
    assert finding.spot == Spot("a.xlsx", "话术", 2, "codes")
    assert finding.sentence == "The code c1 is used twice; “第1条” has it too (row 1)."


def test_codes_of_products_and_words_of_kinds_are_used_once() -> None:
    products = tuple(Product(f"shop/b{at}", f"盒{at}", ("SN",), source="shop") for at in range(2))
    kinds = tuple(
        OrderKind(f"shop/k{at}", f"类{at}", ("聚",), timedelta(hours=1), (Step("a", "提醒", timedelta(), code="cf"),))
        for at in range(2)
    )

    told = [each.rule for each in found(Pack(HEAD, entries=products, kinds=kinds))]

    assert told == ["code_twice", "word_twice", "code_of_no_phrase", "code_of_no_phrase"]


def test_equal_and_nearly_equal_phrases_are_told_with_the_first() -> None:
    pack = pack_of(
        "亲，您的订单已经安排发货了，预计3天内送到您手上，请注意查收哦 /:^_^",
        "亲，您的订单已经安排发货了，预计3天内送到您手上，请注意查收哦！！",
        "亲，您的订单已经安排发货了，预计5天内送到您手上，请注意查收哦",
        "亲，您的订单已经安排发货啦，预计3天内送到您手上，请注意查收哦",
        "这款是纯棉的，机洗手洗都可以，第一次洗请单独洗。",
    )

    told = [(each.rule, each.item_id, each.names) for each in found(pack)]

    assert told == [
        ("duplicate", "shop/p2", ("第1条", "p1")),
        ("near_duplicate_figures", "shop/p3", ("第1条", "p1")),
        ("near_duplicate", "shop/p4", ("第1条", "p1")),
    ]


def test_short_answers_are_alike_only_when_they_are_the_same() -> None:
    assert [(pair.at, pair.is_same) for pair in alike(["好的亲", "好的哦", "好的，亲！"])] == [(2, True)]


def test_ten_thousand_texts_of_one_template_are_each_told_once() -> None:
    texts = [f"亲，您的订单{at}已经安排发货了，预计三天内送到您手上，请注意查收哦" for at in range(10_000)]

    pairs = list(alike(texts))

    assert len(pairs) == 9_999
    assert all(pair.has_other_figures and pair.other < pair.at for pair in pairs)


def test_a_pair_is_found_among_ten_thousand_others() -> None:
    letters = [chr(0x4E00 + at) for at in range(5_000)]
    texts = ["".join(letters[(at * 7 + step * 31) % 5_000] for step in range(60)) for at in range(10_000)]
    texts = list(dict.fromkeys(texts))
    texts.append(texts[17][:30] + "改" + texts[17][31:])

    pairs = [pair for pair in alike(texts) if pair.at == len(texts) - 1]

    assert [pair.other for pair in pairs] == [17]


def test_what_is_over_is_told_and_what_begins_later_is_not() -> None:
    over = Lifetime(until_at=NOW - timedelta(days=1))
    later = Lifetime(from_at=NOW + timedelta(days=1))

    assert [each.rule for each in found(pack_of("好的亲", lifetime=over))] == ["is_over"]
    assert found(pack_of("好的亲", lifetime=later)) == ()


def test_an_activity_that_is_over_takes_its_phrases_with_it() -> None:
    told = {(each.rule, each.item_id) for each in found(whole_pack(), now=datetime(2026, 12, 1, tzinfo=UTC))}

    assert told >= {("activity_over", "shop.d11/d11"), ("is_over", "shop.d11/cf")}


def test_an_activity_from_elsewhere_is_told() -> None:
    bound = Lifetime(activity_id="d12")

    assert [(each.rule, each.names) for each in found(pack_of("好的亲", lifetime=bound))] == [
        ("activity_elsewhere", ("d12",))
    ]


def test_what_buyers_read_of_an_entry_is_judged_and_what_they_ask_is_not() -> None:
    pack = whole_pack()
    fact = replace(pack.entries[3], question="能加微信吗", answer="全网最低哦")

    told = [
        (each.rule, each.spot.column, each.names) for each in found(replace(pack, entries=(*pack.entries[:3], fact)))
    ]

    assert told == [("forbidden_word", "answer", ("全网最低",))]


def test_an_expired_pack_and_a_picture_that_nothing_shows_are_told() -> None:
    pack = pictured()
    stale = replace(
        pack,
        head=replace(pack.head, expires_at=NOW - timedelta(days=1)),
        phrases=(replace(pack.phrases[0], images=()), *pack.phrases[1:]),
    )

    assert [each.rule for each in found(stale)] == ["pack_expired", "image_unused"]


def test_a_shop_edits_its_lists_as_text() -> None:
    lines = ("# ours", "refuse 秒杀价", "warn 好 | 好的 好评", "promise 稳到", "allow 本店最好", "host shop.example")

    rules, bad = read_rules("\n".join((*lines, "longest 80", "shout 喂")))

    assert rules.words == (ForbiddenWord("秒杀价"), ForbiddenWord("好", Severity.WARN, ("好的", "好评")))
    assert rules.promises == (ForbiddenWord("稳到", Severity.WARN),)
    assert (rules.allowed, rules.hosts, rules.max_message) == (("本店最好",), ("shop.example",), 80)
    assert rules.networks == DEFAULT_RULES.networks
    assert [(line.line, line.text) for line in bad] == [(8, "shout 喂")]


def test_a_word_that_blocks_is_an_error_and_needs_not_be_told_again_as_forbidden() -> None:
    rules, _ = read_rules("block 全网最低 | 全网最低消费\nblock 私聊")

    assert rules_of("这是全网最低价", rules) == [("blocked_word", Weight.ERROR, ("全网最低",))]
    assert rules_of("加好友，私 聊", rules) == [("blocked_word", Weight.ERROR, ("私聊",))]
    assert [rule for rule, *_ in rules_of("全网最低消费", rules) if rule == "blocked_word"] == []
    assert read_rules(rules_text(rules)) == (rules, ())


def test_the_list_that_is_there_anyway_reads_back_as_it_is() -> None:
    assert read_rules(rules_text()) == (DEFAULT_RULES, ())


def test_nothing_is_looked_for_in_a_whole_phrase_that_is_allowed() -> None:
    rules = replace(DEFAULT_RULES, allowed=("国家级非物质文化遗产",))

    assert rules_of("这是国家级非物质文化遗产", rules) == []
    assert [rule for rule, *_ in rules_of("国家级的品质", rules)] == ["forbidden_word"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("https://taobao.com.gifts.cn/x", ("taobao.com.gifts.cn",)),
        ("www.tmaII.com", ("www.tmaII.com",)),
        ("https://taobao.com@evil.example.com", ("evil.example.com",)),
        ("https://tаobao.com", ("tаobao.com",)),
        ("https://xn--taobo-8qa.com", ("xn--taobo-8qa.com",)),
        ("http://1.2.3.4/x", ("1.2.3.4",)),
        ("taobao-hongbao.com 领红包", ("taobao-hongbao.com",)),
        ("alipay.top", ("alipay.top",)),
        ("https://item.taobao.com/x https://shop.m.tmall.com", ()),
        ("https://shop.example.com", ()),
    ],
)
def test_a_link_is_judged_by_where_it_leads(text: str, hosts: tuple[str, ...]) -> None:
    assert lookalikes(text) == hosts


def test_other_networks_and_odd_links_are_known() -> None:
    assert of_networks("http://t.me/abc 或 v.douyin.com/x") == ("t.me", "v.douyin.com")
    assert odd(r"\\server\share 和 file:///etc") == ("\\\\server\\", "file:")


@pytest.mark.parametrize(("text", "letters"), [("亲\u200b好", ("U+200B",)), ("a\u2066b\u2069", ("U+2066", "U+2069"))])
def test_letters_that_nobody_sees_are_named(text: str, letters: tuple[str, ...]) -> None:
    assert hidden(text) == letters
