"""What the parts of a typed line look like: amounts, times, numbers, items, notes.

The rule: a part that may be two things is neither, unless it says which by a sign, a label or its place.
"""

import re

from app.core.orders.incoming.drafts import BLURRED as BLURRED_NUMBER
from app.core.orders.incoming.drafts import ORDER_NUMBER
from app.core.orders.incoming.drafts import PHONE as PHONE_NUMBER

NOTE = re.compile(r"(?:(?<=\s)|^)//(?P<text>.*)$")
ITEM = re.compile(
    r"""[#＃]?(?:"(?P<a>[^"]*)"|“(?P<b>[^”]*)”|「(?P<c>[^」]*)」|『(?P<d>[^』]*)』)"""
    r"""|[#＃](?P<e>[^\s#＃]+)"""
)
NUMBER = re.compile(rf"(?:订单编?号|单号)?[:：]?(?P<text>{ORDER_NUMBER})")
BLURRED = re.compile(BLURRED_NUMBER)
PHONE = re.compile(PHONE_NUMBER)
BUYER = re.compile(r"(?:买家(?:会员名|昵称)?|旺旺|buyer)\s*[:：]\s*(?P<text>[^\s\0,，;；]+)", re.IGNORECASE)
WORD_OF_DAY = r"今天|今日|今|昨天|昨日|昨|前天|明天|明日|明|today|yesterday|tomorrow"
DAY_FORM = (
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]"
    rf"|{WORD_OF_DAY})"
)
CLOCK_FORM = (
    r"(?:(?:(?:凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里)\s*)?\d{1,2}"
    r"(?::\d{2}(?::\d{2})?(?:\s*[ap]m)?|[点时](?:半|[一三]刻|整|\d{1,2}分?)?|\s*[ap]m))"
)
TIME = re.compile(
    rf"(?P<close>(?:截止|关闭|到期|closes|until)\s*[:：]?\s*)?"
    rf"(?<![\d.:/-])(?P<at>(?:(?P<day>{DAY_FORM})(?:T|\s*))?(?P<clock>{CLOCK_FORM}))(?![\d:])",
    re.IGNORECASE,
)
DAY_ALONE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}[日号]")
SIGNED = re.compile(
    r"(?P<minus>[-−]\s*)?[¥￥]\s*(?P<minus2>[-−])?(?P<a>\d[\d,]*(?:\.\d*)?)(?![\d.])"
    r"|(?P<minus3>(?<![\w.])[-−])?(?<![\w.])(?P<b>\d[\d,]*(?:\.\d*)?)\s?(?:元|块钱?|rmb|yuan)(?![^\W\d])",
    re.IGNORECASE,
)
BARE = re.compile(r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?")
WITH_KIND = re.compile(r"(?P<a>\d{1,7}(?:\.\d{1,2})?)元?(?P<after>\D+)|(?P<before>\D+)(?P<b>\d{1,7}(?:\.\d{1,2})?)")
TOKEN = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|[^\s\0,，;；、|])+")
AGO = re.compile(
    r"(?<![^\s\0,，;；])(?:刚刚|刚才|just now"
    r"|(?:(?P<half>半)|(?P<count>\d{1,3}))\s*个?(?:(?P<minutes>分钟?|min)|小时|h)\s*(?:之?前| ago))(?![^\s\0,，;；])",
    re.IGNORECASE,
)
"""`5分钟前`, `半小时前`, `刚刚`."""
GLUED = re.compile(r"(?P<buyer>\D.*?)(?P<amount>\d{1,7}(?:\.\d{1,2})?)元?(?P<kind>[^\W\d_]+)")
"""`小熊猫128聚`; only the Chinese word of a kind tells that it is no name."""
NO_NAME = re.compile(r"[/／\\|｜]")
"""No client lets a buyer be called so."""
