"""What an empty workbook shows how to fill it in: a page of remarks, and one row a sheet that is not read.

The rule: an example is one whole thing, so that its rows on all sheets belong together.
"""

from collections.abc import Mapping, Sequence

Example = Mapping[str, str]
"""What stands in the cells, by the column's key, as a person would type it."""


def notes(*, is_chinese: bool) -> Sequence[str]:
    """The page that explains the others, a line each."""
    return _NOTES_CHINESE if is_chinese else _NOTES_ENGLISH


def examples(year: int, *, is_chinese: bool) -> Mapping[str, Sequence[Example]]:
    """The example rows by table."""
    filled = _CHINESE if is_chinese else _ENGLISH
    return {
        key: [{column: text.replace("{year}", str(year)) for column, text in row.items()} for row in rows]
        for key, rows in filled.items()
    }


_NOTES_CHINESE = (
    "亲台 · 活动与商品工作簿",
    "",
    "一页一类：活动、阶段、优惠券、赠品、平台满减、运费、时效、商品、活动价、关联商品、问答。用不到的页可以空着，也可以删掉。",
    "以“（示例）”开头的灰色行只是示范，导入时会跳过，删不删都行。",
    "橙色表头必填。列的先后顺序随意，表头名称不要改；认不出的列会在导入时提示。",
    "活动、商品按名称对应：名称相同就更新原来的，不同就新增。别的页用同一个名称，商品也可以写编码。",
    "更新时以表里写的为准：空格子就是空。某个活动在一页里一行都没有，那一页的内容保持不变。",
    "时间是店铺所在时区的时间，写成 2026-11-11 20:00；当天结束写 2026-11-11 24:00。金额单位是元。",
    "多个编码、关键词、快递用顿号隔开；卖点一行一条（单元格内换行按 Alt+Enter）。",
    "答案里可以写 {{activity.left}} 这样的变量，贴出去时换成当时的内容。",
    "导入前会先显示新增、修改和有问题的地方（页、行、列），确认后才写入，写入前自动备份。",
)
_NOTES_ENGLISH = (
    "QinDesk · activities and products",
    "",
    "One sheet a noun, from activities to questions. Leave empty or delete what you don't need.",
    "Grey rows that begin with “(example)” only show how; they are not read.",
    "Orange headings must be filled in. Columns may stand in any order; a column that is not known is told.",
    "Activities and products are known by name: the same name updates, another one adds. Products by a code too.",
    "What a row says holds: an empty cell is empty. A sheet without a row of an activity leaves that part as it is.",
    "Times are by the shop's clock: 2026-11-11 20:00; the end of a day is 2026-11-11 24:00. Amounts are in yuan.",
    "Several codes, keywords or couriers: with commas between them. Selling points: one a line (Alt+Enter).",
    "An answer may hold variables such as {{activity.left}}, which become what is true when it is pasted.",
    "Before anything is taken over you see what is new, changed or wrong (sheet, row, column); a backup is made first.",
)
_CHINESE: Mapping[str, Sequence[Example]] = {
    "activities": (
        {
            "name": "双11",
            "kind": "平台大促",
            "platform": "天猫",
            "link": "https://shop.example/d11",
            "how_to_buy": "从活动页下单，或者从购物车结算",
            "if_page_fails": "退出重进，或者从购物车直接结算",
            "limit.count": "2",
            "limit.answer_above": "多要的话可以用家人的账号拍",
            "shipping.promise": "付款后7天内发货",
            "shipping.couriers": "圆通、中通",
            "shipping.can_choose_courier": "否",
            "shipping.origin": "上海",
            "shipping.peak_note": "高峰期晚3到5天",
            "refund_rules": "11月11日的订单，11月12日起可以申请退款",
            "also_running": "聚划算",
        },
    ),
    "phases": (
        {
            "activity": "双11",
            "name": "开售",
            "kind": "开售",
            "starts_at": "{year}-11-11 00:00",
            "ends_at": "{year}-11-11 24:00",
        },
        {
            "activity": "双11",
            "name": "前两小时半价",
            "kind": "加场",
            "starts_at": "{year}-11-11 00:00",
            "ends_at": "{year}-11-11 02:00",
            "rate": "50%",
            "product_ids": "收纳盒大号",
            "note": "只有这一款",
        },
    ),
    "coupons": (
        {"activity": "双11", "threshold": "128", "off": "10", "name": "店铺券", "link": "https://shop.example/q"},
    ),
    "gifts": ({"activity": "双11", "threshold": "168", "name": "迷你收纳盒", "note": "颜色随机"},),
    "platform": (
        {
            "activity": "双11",
            "per_multiple.every": "300",
            "per_multiple.off": "50",
            "per_multiple.name": "跨店满减",
            "stacking.has_coupon_with_platform": "是",
            "stacking.base": "商品金额",
            "stacking.is_highest_gift_only": "否",
        },
    ),
    "fees": ({"activity": "双11", "courier": "顺丰", "region": "江浙沪", "fee": "12"},),
    "transits": ({"activity": "双11", "region": "县城、乡镇", "days_from": "4", "days_to": "6"},),
    "products": (
        {
            "name": "收纳盒大号",
            "codes": "SNH-01",
            "keywords": "箱子、整理箱",
            "selling_points": "加厚不变形\n盖子可以坐人",
            "size": "60×40×35 厘米",
            "size_reference": "放得下一床冬被",
            "capacity": "80 升",
            "material": "PP 塑料",
            "colour_remark": "灯光下偏浅一点",
            "page_stock": "500",
            "real_stock": "320",
            "is_sold_out": "否",
            "price": "89",
        },
    ),
    "prices": ({"product": "收纳盒大号", "activity_id": "双11", "phase_id": "前两小时半价", "price": "44.50"},),
    "related": (
        {"product": "收纳盒大号", "relation": "替代", "product_id": "收纳盒中号", "reason": "材质一样，小一圈"},
    ),
    "facts": (
        {
            "activity": "双11",
            "question": "可以开发票吗",
            "answer": "可以的亲，订单完成后在订单页申请，电子发票发到邮箱。",
            "keywords": "发票",
            "stage": "咨询",
        },
    ),
}
_ENGLISH: Mapping[str, Sequence[Example]] = {
    "activities": (
        {
            "name": "Double Eleven",
            "kind": "Platform sale",
            "platform": "Tmall",
            "link": "https://shop.example/d11",
            "how_to_buy": "From the page of the sale, or from the cart",
            "if_page_fails": "Close it and open it again, or pay from the cart",
            "limit.count": "2",
            "limit.answer_above": "A family member's account may take more",
            "shipping.promise": "sent within 7 days after payment",
            "shipping.couriers": "YTO, ZTO",
            "shipping.can_choose_courier": "No",
            "shipping.origin": "Shanghai",
            "shipping.peak_note": "3 to 5 days more at the peak",
            "refund_rules": "Orders of November 11 can be refunded from November 12 on",
            "also_running": "the group-buy",
        },
    ),
    "phases": (
        {
            "activity": "Double Eleven",
            "name": "Sale",
            "kind": "Sale",
            "starts_at": "{year}-11-11 00:00",
            "ends_at": "{year}-11-11 24:00",
        },
        {
            "activity": "Double Eleven",
            "name": "Half price",
            "kind": "Extra",
            "starts_at": "{year}-11-11 00:00",
            "ends_at": "{year}-11-11 02:00",
            "rate": "50%",
            "product_ids": "Storage box L",
            "note": "this one only",
        },
    ),
    "coupons": (
        {
            "activity": "Double Eleven",
            "threshold": "128",
            "off": "10",
            "name": "shop coupon",
            "link": "https://shop.example/q",
        },
    ),
    "gifts": ({"activity": "Double Eleven", "threshold": "168", "name": "mini box", "note": "colour at random"},),
    "platform": (
        {
            "activity": "Double Eleven",
            "per_multiple.every": "300",
            "per_multiple.off": "50",
            "per_multiple.name": "platform offer",
            "stacking.has_coupon_with_platform": "Yes",
            "stacking.base": "Goods",
            "stacking.is_highest_gift_only": "No",
        },
    ),
    "fees": ({"activity": "Double Eleven", "courier": "SF", "region": "Shanghai and around", "fee": "12"},),
    "transits": ({"activity": "Double Eleven", "region": "counties", "days_from": "4", "days_to": "6"},),
    "products": (
        {
            "name": "Storage box L",
            "codes": "SNH-01",
            "keywords": "box, chest",
            "selling_points": "thick walls\na lid to sit on",
            "size": "60×40×35 cm",
            "size_reference": "holds one winter duvet",
            "capacity": "80 l",
            "material": "PP",
            "colour_remark": "a little lighter under lamps",
            "page_stock": "500",
            "real_stock": "320",
            "is_sold_out": "No",
            "price": "89",
        },
    ),
    "prices": (
        {"product": "Storage box L", "activity_id": "Double Eleven", "phase_id": "Half price", "price": "44.50"},
    ),
    "related": (
        {
            "product": "Storage box L",
            "relation": "Instead",
            "product_id": "Storage box M",
            "reason": "the same, one size smaller",
        },
    ),
    "facts": (
        {
            "activity": "Double Eleven",
            "question": "Do you give invoices?",
            "answer": "Yes: ask for one on the order's page when it is done; it comes by mail.",
            "keywords": "invoice",
            "stage": "Inquiry",
        },
    ),
}
