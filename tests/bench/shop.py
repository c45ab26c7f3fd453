"""Phrases of a made-up shop in any number, always the same for the same seed: for the bench and the tests of search."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.core.phrases import Phrase, Role, Stage

NOW = datetime(2026, 11, 11, 8, 0, tzinfo=UTC)

GOODS = """T恤 卫衣 羽绒服 连衣裙 牛仔裤 打底裤 长裙 重磅短袖 行李箱 乐器 单肩包 双肩包 iPhone壳 手机壳 充电宝 数据线 蓝牙耳机 面膜 口红 粉底液 洗发水 沐浴露 绿茶
普洱 坚果礼盒 猫粮 狗粮 婴儿车 奶瓶 纸尿裤 积木 跑步鞋 凉鞋 拖鞋 袜子 内衣 睡衣 四件套 羊绒围巾 保温杯 电饭煲 空气炸锅 台灯 行车记录仪 键盘 鼠标垫 USB风扇""".split()
THINGS = """发货时间 发货地 物流单号 快递公司 顺丰 SF顺丰 圆通 中通 邮政 预售 现货 定金 尾款 优惠券 满减 红包 购物津贴 88VIP 会员积分 赠品 小样 发票 电子发票 运费险 包邮 偏远地区
退货 退款 换货 仅退款 拒收 补发 漏发 错发 破损 色差 尺码 尺寸 身高体重 材质 成分 保质期 生产日期 正品 防伪码 质保 维修 安装 使用方法 洗涤方法 起球 掉色 缩水 异味 过敏
催付 改地址 改价 改备注 合并付款 花呗 分期 银行卡限额 好评 晒图 差评 追评 投诉 赔付 价格保护 降价 限购 库存 缺货 补货 上新 直播间 主播 暗号 拼团 聚划算 双11 年货节 会员日
重量 长度 行情 音乐 还款 率先 单价 都可以 了解 单色 重复下单 长袖 银行转账 乐观 税率 归还""".split()
ASKS = """什么时候发货 能发顺丰吗 有优惠吗 多久能到 可以退吗 怎么退货 会不会掉色 我穿什么码 能便宜点吗 是正品吗 有货吗 能开发票吗 怎么还没发货 地址写错了怎么办 可以改颜色吗
少发了一件 收到是坏的 怎么领券 尾款什么时候付 能不能今天发 为什么比昨天贵 可以用花呗吗 送不送运费险 还有赠品吗 单号多少 都有什么颜色 重不重 长度多少 乐扣的吗""".split()
OPENINGS = """亲， 亲亲， 您好亲， 仙女您好， 宝贝你好呀~ 亲爱的， 您好，在的哦， 感谢您的耐心等待， 不好意思让您久等了， 收到您的消息啦， 亲，看到您的订单了， """.split()
MIDDLES = """关于{t}这边帮您核实一下|您咨询的{g}目前是有现货的|{g}的{t}可以看一下详情页的说明哦|{t}的问题我们会尽快给您处理|今天下单的话{n}小时内安排{t}|满{n}元可以减{m}元，{t}可以叠加使用
{g}是支持七天无理由的，{t}麻烦保持吊牌完好|您拍下以后{t}会在{n}天内更新|活动期间{t}不能指定，默认{h}|麻烦您提供一下订单号和{t}的照片|我们是厂家直销，{g}的品质可以放心|这款{g}卖得非常好，库存只剩{n}件了
{t}需要您在付款之前先联系客服修改|如果{t}有问题，收到货{n}小时内联系我们|建议您按照平时的{t}来选，偏瘦的话小一码|由于订单较多，{t}可能会稍微延迟一两天|{t}是由系统自动发放的，到账大概{n}分钟
定金付了以后，尾款在{n}号凌晨开始付，别忘了哦|{h}已经揽收了，预计{n}天左右送到您手上|{g}和{g2}一起买更划算，{t}一起发出|您放心，{t}我们都有登记，到时候第一时间通知您""".replace("\n", "|").split("|")
ENDINGS = """有问题随时联系我哦|祝您购物愉快~|感谢支持！|期待您的好评 /:^_^|/:066 爱您哦|么么哒|{{{{agent}}}}为您服务|回复可能有点慢，请见谅哈|记得点个收藏|🎁 下单有惊喜|辛苦您稍等一下下""".split("|")
COURIERS = "汇通 圆通 中通 申通 韵达 邮政小包 顺丰 SF 极兔".split()
RARE = "绫罗绸缎琉璃翡翠玛瑙琥珀檀香沉香桂圆枸杞阿胶燕窝鲍鱼海参麝香茉莉龙井碧螺春铁观音毛尖祁门滇红白毫银针寿眉贡菊胎菊芡实莲蓬荷叶薏米黑芝麻核桃碧根果夏威夷巴旦木腰果开心果"
PATHS = """售前/活动 售前/产品 售前/尺码 售中/催付 售中/改单 售后/退货 售后/换货 售后/质量 物流/发货 物流/查件 其他 欢迎语 告别/好评""".split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class _Shop:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def words(self) -> dict[str, str]:
        pick = self.dice.choice
        rare = "".join(self.dice.sample(RARE, self.dice.randint(2, 3)))
        good = pick(GOODS) if self.dice.random() < 0.7 else rare
        numbers = {"n": str(self.dice.randint(1, 99)), "m": str(self.dice.randint(5, 300))}
        return {"t": pick(THINGS), "g": good, "g2": pick(GOODS), "h": pick(COURIERS), **numbers}

    def body(self) -> str:
        wanted = self.dice.randint(20, 300)
        text = self.dice.choice(OPENINGS)
        while len(text) < wanted:
            text += self.dice.choice(MIDDLES).format(**self.words()) + self.dice.choice("，。；！\n")
        return text + self.dice.choice(ENDINGS).format()

    def title(self) -> str:
        shapes = ("{t}", "{t}", "{g}{t}", "{t}·{g}", "{t}怎么说", "{g} {t}", "【{g}】{t}", "{t}（{h}）", "{t}{n}")
        return self.dice.choice(shapes).format(**self.words())

    def phrase(self, number: int) -> Phrase:
        dice = self.dice
        codes = ("".join(dice.choices(LETTERS, k=dice.randint(2, 4))) + dice.choice(("", "", str(number % 10))),)
        uses = int(dice.paretovariate(0.7)) - 1
        return Phrase(
            id=f"p{number}",
            title=self.title(),
            body=self.body(),
            group=tuple(dice.choice(PATHS).split("/")),
            stage=dice.choice((None, *Stage)),
            role=dice.choice((None, *Role)),
            codes=codes if dice.random() < 0.5 else (),
            keywords=tuple(dice.sample(THINGS, dice.randint(0, 3))),
            questions=tuple(dice.sample(ASKS, dice.randint(0, 2))),
            position=number,
            use_count=min(uses, 5000),
            last_used_at=NOW - timedelta(hours=dice.randint(1, 3000)) if uses else None,
        )


def phrases(count: int, seed: int = 1) -> Iterator[Phrase]:
    """So many phrases; about nine of them are pinned."""
    shop = _Shop(seed)
    for number in range(count):
        phrase = shop.phrase(number)
        is_pinned = number % max(count // 9, 1) == 1
        yield replace(phrase, is_pinned=is_pinned, pin_position=number if is_pinned else 0)
