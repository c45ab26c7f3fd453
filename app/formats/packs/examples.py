"""What the empty workbook of a pack shows how to fill it in: a page of remarks, and example rows that are not read.

The rule: the examples of phrases, kinds and activities belong together, so that each row shows what the others mean.
"""

from collections.abc import Mapping, Sequence

from app.core.packs.ids import whole
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Phrase, Role, Stage
from app.core.phrases.places import STEP
from app.formats.sheets.book_examples import Example
from app.formats.sheets.book_examples import examples as sheet_examples
from app.formats.sheets.cells import lines, words


def notes(*, is_chinese: bool) -> Sequence[str]:
    """The page that explains the others, a line each."""
    return _NOTES_CHINESE if is_chinese else _NOTES_ENGLISH


def examples(year: int, *, is_chinese: bool) -> Mapping[str, Sequence[Example]]:
    """The example rows by table."""
    own = _CHINESE if is_chinese else _ENGLISH
    sheet = sheet_examples(year, is_chinese=is_chinese)
    others = [{"name": row["product_id"]} for row in sheet["related"]]  # what goes with a product is one too
    return {**sheet, "products": [*sheet["products"], *others], **own}


def is_as_given(body: str) -> bool:
    """Whether the text of an example phrase is still the one that we wrote."""
    return any(row["body"] == body for own in (_CHINESE, _ENGLISH) for row in own["phrases"])


def sample(head: PackHead, *, is_chinese: bool) -> Pack:
    """A pack of the examples' first phrase, for whoever writes JSON, YAML or CSV by hand."""
    row = (_CHINESE if is_chinese else _ENGLISH)["phrases"][0]
    phrase = Phrase(
        whole(row["codes"], head.id),
        row["title"],
        row["body"],
        tuple(row["group"].split(" > ")),
        Stage.WELCOME,
        Role.PRE_SALES,
        (row["codes"],),
        words(row["keywords"]),
        lines(row["questions"]),
        is_pinned=True,
        source=head.id,
        position=STEP,
    )
    return Pack(head, (phrase,))


_NOTES_CHINESE = (
    "亲台 · 话术包",
    "",
    "最少只填“话术”一页的“内容”一列就行。其余各页、各列用不到的可以空着，也可以删掉。",
    "“话术包”页写这个包的编号和名称。编号定下来就不要再改：客服电脑靠它认出是同一个包。",
    "以“（示例）”开头的灰色行只是示范，不会读进去，删不删都行。橙色表头必填，列的先后顺序随意。",
    "“编号”列可以不填：话术用第一个快捷编码当编号，没有编码的用标题；活动、商品用名称。",
    "改了编码或名称就算换了一条；想改名又算同一条，就在“编号”列里写一个固定的编号。",
    "“必读”写“是”：客服的电脑上会一直提示，直到确认看过。",
    "内容里可以写 {{activity.left}} 这样的变量，{{?问题}} 会在贴之前问客服，旺旺表情代码 /:^_^ 照写。",
    "“发送方式”选“分段”时，用单独一行的 --- 把内容分成几段，一段一段地发。",
    "时间是店铺所在时区的时间：2026-11-11 20:00；当天结束写 24:00。时长写 30分钟、72小时、3天。",
    "要用示例行，把“（示例）”三个字连括号删掉；不删的话，改了里面的字也不会发布。",
    "填好保存，再到亲台右上角 ⋯ →“发布话术包…”：它自己检查，指出哪一页、哪一行、哪一列有问题，没有错误才能发布。",
)
_NOTES_ENGLISH = (
    "QinDesk · a pack of phrases",
    "",
    "The least is one column: “Text” on the sheet “Phrases”. Leave empty or delete what you don't need.",
    "The sheet “Pack” holds the pack's id and name. Never change the id: the agents' PCs know the pack by it.",
    "Grey rows that begin with “(example)” only show how; they are not read. Orange headings must be filled in.",
    "“Id” may stay empty: a phrase then has its first code (or its title) for one, an entry its name.",
    "Another code or name makes another thing; write an id of your own where a thing should stay the same.",
    "“Must read”: yes keeps it in front of every agent until it is confirmed.",
    "A text may hold variables such as {{activity.left}}; {{?question}} is asked before it is pasted.",
    "With the output “In parts” lines that hold only --- cut the text into the parts that are sent one by one.",
    "Times are by the shop's clock: 2026-11-11 20:00. Lengths of time: 30 min, 72 h, 3 days.",
    "To use an example row delete the word “(example)” in it; until then it does not go out, whatever it says.",
    "Save, then open ⋯ → “Publish a pack…” in QinDesk: it names sheet, row and column of what is wrong, and publishes.",
)
_CHINESE: Mapping[str, Sequence[Example]] = {
    "phrases": (
        {
            "codes": "hy",
            "title": "欢迎语",
            "body": "亲，{{hello}}，欢迎光临{{shop|本店}}，我是客服{{agent|小夏}} /:^_^",
            "group": "欢迎 > 开场",
            "keywords": "欢迎、打招呼",
            "questions": "在吗\n有人吗",
            "stage": "欢迎",
            "role": "售前",
            "is_pinned": "是",
        },
        {
            "codes": "cf",
            "title": "催付：还剩多久",
            "body": "亲，您的订单付款时间{{order.left|不多了}}，到点会自动关闭，付款遇到问题可以随时告诉我 /:066",
            "group": "付款 > 催付",
            "stage": "付款",
            "role": "售前",
            "lifetime.activity_id": "双11",
            "must_read": "是",
        },
    ),
    "kinds": ({"name": "聚划算", "words": "聚、团", "closes_after": "30分钟"},),
    "steps": (
        {"kind": "聚划算", "name": "温和提醒", "after": "6分钟", "code": "cf"},
        {"kind": "聚划算", "name": "最后提醒", "before": "6分钟", "code": "cf"},
    ),
}
_ENGLISH: Mapping[str, Sequence[Example]] = {
    "phrases": (
        {
            "codes": "hi",
            "title": "Welcome",
            "body": "{{hello}}, and welcome to {{shop|our shop}}! This is {{agent|customer service}} /:^_^",
            "group": "Welcome > Opening",
            "keywords": "welcome, hello",
            "questions": "hello\nanyone there",
            "stage": "Welcome",
            "role": "Pre-sales",
            "is_pinned": "Yes",
        },
        {
            "codes": "pay",
            "title": "How long is left to pay",
            "body": "Your order closes in {{order.left}}. If the payment does not go through, tell me what you see.",
            "group": "Payment > Urging",
            "stage": "Payment",
            "role": "Pre-sales",
            "lifetime.activity_id": "Double Eleven",
            "must_read": "Yes",
        },
    ),
    "kinds": ({"name": "Group-buy", "words": "jhs", "closes_after": "30 min"},),
    "steps": (
        {"kind": "Group-buy", "name": "First reminder", "after": "6 min", "code": "pay"},
        {"kind": "Group-buy", "name": "Last reminder", "before": "6 min", "code": "pay"},
    ),
}
