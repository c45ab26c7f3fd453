"""What else people call a setting when they look for it, in Chinese and in English.

The rule: every setting has words in both languages, so that either finds it whichever is on. They are typed, never
shown, and so are not translated.
"""

from collections.abc import Mapping

ALSO: Mapping[str, str] = {
    "general.agent": "姓名 名字 昵称 客服 称呼 agent name nickname",
    "general.shop": "店名 店铺名称 商店 shop store name",
    "general.language": "语言 中文 英文 切换语言 language chinese english",
    "general.autostart": "开机自启 自动启动 随系统启动 autostart boot login startup",
    "general.hidden": "启动隐藏 最小化启动 托盘 start hidden minimised tray",
    "appearance.theme": "主题 深色 浅色 夜间 黑暗模式 颜色 配色 theme dark light night mode colors",
    "appearance.text": "字体大小 字号 文字 缩放 放大 font text size scale zoom",
    "appearance.opacity": "透明度 不透明 淡出 opacity transparency fade",
    "appearance.motion": "动画 动效 闪烁 减少动态 animation motion blink reduce",
    "window.mode": "窗口模式 精简 紧凑 弹窗 宽屏 详情 window mode compact popup wide column",
    "window.popup": "弹窗位置 屏幕中间 鼠标 popup position pointer centre center",
    "window.edge": "停靠 贴边 屏幕边缘 左边 右边 dock edge left right side",
    "window.chat": "聊天窗口 跟随 千牛 吸附 停靠 follow chat dock attach",
    "window.on_top": "置顶 最前 always on top pin foreground",
    "hotkeys.search": "热键 快捷键 呼出 唤起 搜索 hotkey shortcut call search",
    "hotkeys.again": "热键 快捷键 重复粘贴 上一条 hotkey shortcut paste again repeat",
    **{
        f"hotkeys.pinned.{number}": f"热键 快捷键 置顶话术 {number} hotkey shortcut pinned phrase"
        for number in range(1, 10)
    },
    "pasting.programs": "粘贴方式 程序 按键 微信 终端 逐字输入 paste keys program app terminal type",
    "pasting.codes": "快捷编码 缩写 自动展开 打字展开 short code expand abbreviation snippet typing",
    "pasting.fallback": "热键冲突 监听键盘 被占用 hotkey conflict hook listen keyboard",
    "reminders.steps": "提前提醒 分钟 倒计时 提醒时间 remind before minutes countdown",
    "reminders.sounds": "声音 提示音 铃声 静音 音量 sound ring bell mute volume",
    "reminders.listen": "试听 播放 铃声 listen play test sound",
    "reminders.clock": "平台时间 校时 时钟 误差 秒 platform clock offset seconds sync time",
    "reminders.zone": "时区 北京时间 timezone time zone utc",
    "orders.kinds": "订单类型 催付步骤 提醒步骤 order kinds steps",
    "orders.per_day": "催付次数 每天上限 urges limit per day",
    "orders.cooldown": "催付间隔 冷却 休息 urge interval cooldown rest",
    "orders.paid_since": "付过款 不再催 已付款买家 no urge after paid buyer",
    "orders.quiet": "免打扰 夜间 勿扰 quiet hours do not disturb night",
    "orders.shifts": "班次 交接班 早班 晚班 shift handover",
    "orders.lost_reasons": "流失原因 未付原因 没成交 lost reasons",
    "orders.payment_problems": "付款问题 付不了款 payment problems trouble",
    "orders.order_checks": "付款后核对 检查清单 地址核对 checklist checks after payment",
    "orders.folder": "监控文件夹 订单报表 导入订单 自动导入 watched folder export import orders",
    "sources.address": "话术包 团队 共享 订阅 来源 地址 网址 pack team source share subscribe address url",
    "sources.folder": "话术包 共享文件夹 pack shared folder source",
    "sources.file": "话术包 表格 文件 pack workbook excel file source",
    "privacy.days": "保留多久 天数 隐私 买家信息 保存期限 keep days retention privacy buyers orders",
    "privacy.forget": "删除买家数据 清空 隐私 清除 delete erase buyers data privacy clear",
    "privacy.folder": "数据位置 文件夹 存储 目录 data folder location storage path",
    "privacy.logs": "日志 错误 排查 logs log folder errors support",
    "backups.list": "备份列表 历史版本 backups list copies versions",
    "backups.make": "立即备份 手动备份 back up now save copy",
    "backups.restore": "恢复 还原 回滚 restore bring back roll",
}
