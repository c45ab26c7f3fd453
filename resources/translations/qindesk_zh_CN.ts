<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Facts of the activity</source>
        <translation>活动的各项说明</translation>
    </message>
    <message>
        <source>No activities yet. Load a Double Eleven to look around.</source>
        <translation>还没有活动。可以先载入一个双11示例看看。</translation>
    </message>
</context>
<context>
    <name>ActivityCopyForm</name>
    <message>
        <source>Name of the new activity</source>
        <translation>新活动名称</translation>
    </message>
    <message>
        <source>Its first phase begins</source>
        <translation>第一个阶段开始于</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation>复制“{name}”</translation>
    </message>
    <message>
        <source>11-11 00:00, or next year&apos;s date</source>
        <translation>11-11 00:00，或明年的日期</translation>
    </message>
    <message>
        <source>All phases, and the from–until of its questions, move along; prices of products come along.</source>
        <translation>所有阶段和问答的起止时间一起顺延，商品的活动价也一起带上。</translation>
    </message>
</context>
<context>
    <name>ActivityFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Whose promotion</source>
        <translation>活动类型</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Double Eleven</source>
        <translation>双11</translation>
    </message>
    <message>
        <source>Tmall, Taobao, Juhuasuan</source>
        <translation>天猫、淘宝、聚划算</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Add a phase</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>How to buy</source>
        <translation>购买方法</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>When the page does not open</source>
        <translation>页面打不开时</translation>
    </message>
    <message>
        <source>Pieces one buyer may have</source>
        <translation>每人限购件数</translation>
    </message>
    <message>
        <source>Answer to who wants more</source>
        <translation>想多买时怎么答</translation>
    </message>
    <message>
        <source>empty: no limit</source>
        <translation>留空：不限购</translation>
    </message>
    <message>
        <source>How to buy, and the limit</source>
        <translation>购买方法与限购</translation>
    </message>
    <message>
        <source>Coupons, gifts, platform offer</source>
        <translation>优惠券、赠品、平台满减</translation>
    </message>
    <message>
        <source>Coupons of the shop, one per order</source>
        <translation>店铺优惠券，每单限用一张</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Add a coupon</source>
        <translation>添加优惠券</translation>
    </message>
    <message>
        <source>From, yuan</source>
        <translation>满（元）</translation>
    </message>
    <message>
        <source>Less, yuan</source>
        <translation>减（元）</translation>
    </message>
    <message>
        <source>Add a gift</source>
        <translation>添加赠品</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Platform offer</source>
        <translation>平台满减</translation>
    </message>
    <message>
        <source>For every, yuan</source>
        <translation>每满（元）</translation>
    </message>
    <message>
        <source>At most, yuan</source>
        <translation>封顶（元）</translation>
    </message>
    <message>
        <source>Cross-shop discount</source>
        <translation>跨店满减</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>不封顶</translation>
    </message>
    <message>
        <source>The platform offer is judged</source>
        <translation>平台满减的门槛</translation>
    </message>
    <message>
        <source>A coupon and the platform offer go together</source>
        <translation>优惠券可与平台满减叠加</translation>
    </message>
    <message>
        <source>Only the highest gift that is reached</source>
        <translation>赠品只送达到的最高一档</translation>
    </message>
    <message>
        <source>Note on what goes together</source>
        <translation>叠加说明</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>发货承诺</translation>
    </message>
    <message>
        <source>Couriers</source>
        <translation>默认快递</translation>
    </message>
    <message>
        <source>Buyers may choose the courier</source>
        <translation>买家可以指定快递</translation>
    </message>
    <message>
        <source>sent within 7 days after payment</source>
        <translation>付款后7天内发货</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>In the peak days</source>
        <translation>高峰期说明</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发货与物流</translation>
    </message>
    <message>
        <source>Express fees that the buyer adds</source>
        <translation>快递补差价</translation>
    </message>
    <message>
        <source>Days on the road</source>
        <translation>在途天数</translation>
    </message>
    <message>
        <source>Add a fee</source>
        <translation>添加补差</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Fee, yuan</source>
        <translation>补差（元）</translation>
    </message>
    <message>
        <source>Add a region</source>
        <translation>添加地区</translation>
    </message>
    <message>
        <source>Days from</source>
        <translation>最少天数</translation>
    </message>
    <message>
        <source>Days to</source>
        <translation>最多天数</translation>
    </message>
    <message>
        <source>Refund rules of the day</source>
        <translation>当天的退款规则</translation>
    </message>
    <message>
        <source>Also running in the shop</source>
        <translation>店内同时进行的活动</translation>
    </message>
    <message>
        <source>Refund, other activities</source>
        <translation>退款与其他活动</translation>
    </message>
    <message>
        <source>Add a question and its answer</source>
        <translation>添加问答</translation>
    </message>
    <message>
        <source>More questions</source>
        <translation>更多问答</translation>
    </message>
    <message>
        <source>Note for agents; buyers never see it</source>
        <translation>内部备注，买家看不到</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Now:</source>
        <translation>现在：</translation>
    </message>
    <message>
        <source>“How long left?”</source>
        <translation>“还剩多久？”</translation>
    </message>
    <message>
        <source>“How many may I buy?”</source>
        <translation>“能买几件？”</translation>
    </message>
    <message>
        <source>This activity is running: when you save, agents are shown what you changed.</source>
        <translation>活动正在进行：保存后，客服会看到您改了什么。</translation>
    </message>
    <message>
        <source>nothing to say yet</source>
        <translation>暂无可说</translation>
    </message>
    <message>
        <source>{phase}, until {moment}</source>
        <translation>{phase}，到{moment}</translation>
    </message>
    <message>
        <source>not in a phase; “{phase}” begins {moment}</source>
        <translation>不在任何阶段，“{phase}”{moment}开始</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>no phase yet</source>
        <translation>还没有阶段</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Edit activity</source>
        <translation>编辑活动</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>While nobody uses the window it is opaque to</source>
        <translation>不用时的不透明度</translation>
    </message>
    <message>
        <source>It is whole under the pointer, while you type, and while it tells something.</source>
        <translation>鼠标移上来、正在输入或有提醒时，恢复完全不透明。</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>No cursor blinks, and no menu slides or fades.</source>
        <translation>光标不再闪烁，菜单直接出现，没有动画。</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>{used} of {limit} bytes · Enter saves, Esc leaves it</source>
        <translation>{used}/{limit} 字节 · Enter 保存，Esc 取消</translation>
    </message>
    <message>
        <source>{used} of {limit} bytes: too long for the client&apos;s note</source>
        <translation>{used}/{limit} 字节：超过客户端备注的长度</translation>
    </message>
    <message>
        <source>{used} of {limit} bytes. The client&apos;s note cannot hold {signs}</source>
        <translation>{used}/{limit} 字节。客户端备注不支持 {signs}</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Kept and read back: {name}</source>
        <translation>已备份并校验：{name}</translation>
    </message>
    <message>
        <source>Everything is as it was at {moment}.</source>
        <translation>已恢复到 {moment} 的状态。</translation>
    </message>
    <message>
        <source>Everything is as it was before the restore.</source>
        <translation>已回到恢复之前的状态。</translation>
    </message>
    <message>
        <source>Copies of all your data</source>
        <translation>全部数据的备份</translation>
    </message>
    <message>
        <source>One is made every day, and one before every import. Choose one to see what is in it.</source>
        <translation>每天自动备份一次，导入前也会备份。选中一份可以先看里面有什么。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Undo the restore</source>
        <translation>撤销恢复</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>1 change of {name}</source>
        <translation>{name}：1 处变更</translation>
    </message>
    <message>
        <source>{count} changes of {name}</source>
        <translation>{name}：{count} 处变更</translation>
    </message>
    <message>
        <source>{count} changes of {entries} entries</source>
        <translation>{entries} 项内容有 {count} 处变更</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Find in the bin</source>
        <translation>在回收站里查找</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The bin is empty: what you delete is kept here for {days} days.</source>
        <translation>回收站是空的：删除的内容会在这里保留{days}天。</translation>
    </message>
    <message>
        <source>Nothing in the bin holds this text.</source>
        <translation>回收站里没有包含这段文字的内容。</translation>
    </message>
    <message>
        <source>One thing is deleted for good when you close this window.</source>
        <translation>关闭窗口时将彻底删除 1 项。</translation>
    </message>
    <message>
        <source>{count} things are deleted for good when you close this window.</source>
        <translation>关闭窗口时将彻底删除 {count} 项。</translation>
    </message>
    <message>
        <source>What lies in the bin</source>
        <translation>回收站的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>BinRows</name>
    <message>
        <source>{days} days</source>
        <translation>{days}天</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>withdrawn by the pack</source>
        <translation>话术包已撤下</translation>
    </message>
</context>
<context>
    <name>CalculatorDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>The offers have just changed. Look at the new price, then press again.</source>
        <translation>优惠刚刚变了，请先看一眼新的价格，再按一次。</translation>
    </message>
    <message>
        <source>Nobody wrote down what {product} costs: take it out and type its price as an amount.</source>
        <translation>{product} 没有登记价格：请去掉它，改为直接输入金额。</translation>
    </message>
    <message>
        <source>Offer calculator</source>
        <translation>算价</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>For example 89+128*2</source>
        <translation>例如 89+128*2</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Name, pinyin or code; Enter adds one</source>
        <translation>名称、拼音或编码，回车加一件</translation>
    </message>
    <message>
        <source>Price at</source>
        <translation>按什么时候算</translation>
    </message>
    <message>
        <source>Offers then</source>
        <translation>那时的优惠</translation>
    </message>
    <message>
        <source>For the buyer</source>
        <translation>发给买家</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>清空重算</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Facts of the product</source>
        <translation>商品的各项说明</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>活动变更</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confirm this one (Enter)</source>
        <translation>确认这一条（回车）</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Changes: Enter confirms one</source>
        <translation>活动变更：回车确认一条</translation>
    </message>
    <message>
        <source>No changes. What is edited in a running activity is shown here.</source>
        <translation>没有变更。进行中的活动一有改动，就会显示在这里。</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>A file of this kind cannot hold: {what}. Save it as JSON to keep them.</source>
        <translation>这种文件放不下：{what}。想全部保留，请存成 JSON。</translation>
    </message>
    <message>
        <source>Publication {number} of “{name}”</source>
        <translation>“{name}”第 {number} 次发布</translation>
    </message>
    <message>
        <source>At most {count} characters.</source>
        <translation>最多 {count} 个字。</translation>
    </message>
    <message>
        <source>Note to the team: what is new, in a sentence</source>
        <translation>给大家的说明：一句话说清改了什么</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>钥匙的密码</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Publish with the new key</source>
        <translation>改用这把新钥匙发布</translation>
    </message>
</context>
<context>
    <name>ChatDialog</name>
    <message>
        <source>Stand free</source>
        <translation>不再停靠</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stand beside it</source>
        <translation>停靠在它旁边</translation>
    </message>
    <message>
        <source>No window was chosen.</source>
        <translation>没有选中窗口。</translation>
    </message>
    <message>
        <source>Click the chat&apos;s window now. Esc cancels.</source>
        <translation>请点一下聊天窗口。按 Esc 取消。</translation>
    </message>
    <message>
        <source>This system does not let the windows of other programs be seen, so none can be followed.</source>
        <translation>这个系统看不到其他程序的窗口，没法跟着它走。</translation>
    </message>
    <message>
        <source>No window of another program is open. Start the chat, then press F5.</source>
        <translation>没有打开其他程序的窗口。请先打开聊天软件，再按 F5。</translation>
    </message>
    <message>
        <source>Beside the chat</source>
        <translation>停靠在聊天窗口旁</translation>
    </message>
    <message>
        <source>Point at it…</source>
        <translation>点选窗口…</translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation>打开的窗口</translation>
    </message>
    <message>
        <source>The window then stands beside the chat and goes where it goes. Point at the chat&apos;s window, or choose it from the list:</source>
        <translation>选好以后，亲台会停在聊天窗口旁边，跟着它移动。请点选聊天窗口，或者从列表里选：</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>{place} lies on the clipboard. Paste it into the name box of Excel to jump there.</source>
        <translation>已复制 {place}。贴到 Excel 左上角的名称框里回车，就跳到那一行。</translation>
    </message>
    <message>
        <source>Copied: {place}</source>
        <translation>已复制：{place}</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>全部问题</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>还没有读任何文件。</translation>
    </message>
    <message>
        <source>Choose a file on the first page.</source>
        <translation>请先在第一页选文件。</translation>
    </message>
    <message>
        <source>{count} errors: nothing can be published before they are corrected.</source>
        <translation>{count} 处错误，改好之前不能发布。</translation>
    </message>
    <message>
        <source>{count} warnings. Look at them; what is meant so may stay.</source>
        <translation>{count} 条提醒。请看一看，本来就要这样写的可以保留。</translation>
    </message>
    <message>
        <source>Nothing stands against publishing it.</source>
        <translation>没有问题，可以发布。</translation>
    </message>
    <message>
        <source>Save the file in Excel, and it is checked again by itself.</source>
        <translation>在 Excel 里改好保存，会自动再查一遍。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Findings of the check</source>
        <translation>检查发现的问题</translation>
    </message>
    <message>
        <source>Findings of one kind</source>
        <translation>只看一类问题</translation>
    </message>
    <message>
        <source>Copy the place</source>
        <translation>复制位置</translation>
    </message>
    <message>
        <source>It is harmless here…</source>
        <translation>这里不算违规…</translation>
    </message>
    <message>
        <source>Lists of words…</source>
        <translation>词表…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Every role</source>
        <translation>全部岗位</translation>
    </message>
    <message>
        <source>Every group</source>
        <translation>全部分组</translation>
    </message>
    <message>
        <source>All of “{name}”</source>
        <translation>“{name}”全部</translation>
    </message>
    <message>
        <source>Filter by role, group and time</source>
        <translation>按岗位、分组和时效筛选</translation>
    </message>
    <message>
        <source>Also those that are over</source>
        <translation>也显示已过期的</translation>
    </message>
    <message>
        <source>ended too</source>
        <translation>含已过期</translation>
    </message>
    <message>
        <source>Rename a group</source>
        <translation>给分组改名</translation>
    </message>
</context>
<context>
    <name>ChordRecorder</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Use {keys} instead</source>
        <translation>改用 {keys}</translation>
    </message>
    <message>
        <source>No hotkey</source>
        <translation>不用热键</translation>
    </message>
    <message>
        <source>Back to {keys}</source>
        <translation>恢复为 {keys}</translation>
    </message>
    <message>
        <source>Press the new keys, Esc to leave</source>
        <translation>请按新的按键，Esc 退出</translation>
    </message>
    <message>
        <source>Taken by “{name}”.</source>
        <translation>已被“{name}”使用。</translation>
    </message>
    <message>
        <source>Another program holds these keys; they work here as soon as it lets them go.</source>
        <translation>这些按键被其他程序占用；它一放开，这里就能用。</translation>
    </message>
    <message>
        <source>That key did not arrive: another program holds it. Try another.</source>
        <translation>没有收到这个按键：它被别的程序占用了。换一个试试。</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>QinDesk</source>
        <translation>亲台</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>话术</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>Table {number}</source>
        <translation>表格 {number}</translation>
    </message>
    <message>
        <source>What each column means; remembered for files with the same header.</source>
        <translation>每一列是什么；表头相同的文件会记住这个选择。</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>CountdownCell</name>
    <message>
        <source>Countdowns: {names}</source>
        <translation>计时：{names}</translation>
    </message>
    <message>
        <source>Click for all countdowns</source>
        <translation>点击查看全部计时</translation>
    </message>
</context>
<context>
    <name>CouponRow</name>
    <message>
        <source>From, yuan</source>
        <translation>满（元）</translation>
    </message>
    <message>
        <source>Less, yuan</source>
        <translation>减（元）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>The text as it would go out now</source>
        <translation>现在发出去的样子</translation>
    </message>
    <message>
        <source>Stand on a phrase to read it here as it would go out now.</source>
        <translation>选中一条话术，这里就显示它现在发出去的样子。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
</context>
<context>
    <name>DifferenceRows</name>
    <message>
        <source>Must read</source>
        <translation>必读</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动的地方</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>The line that is looked at, old and new</source>
        <translation>选中这条的前后对照</translation>
    </message>
    <message>
        <source>Tick all, or none</source>
        <translation>全选 / 全不选</translation>
    </message>
</context>
<context>
    <name>DoneCard</name>
    <message>
        <source>Phrases: publication {number} is out. {note}</source>
        <translation>话术更新：第 {number} 次发布。{note}</translation>
    </message>
    <message>
        <source>Phrases: a new file is out.</source>
        <translation>话术更新：新文件已经放好。</translation>
    </message>
    <message>
        <source>Address: {place}</source>
        <translation>地址：{place}</translation>
    </message>
    <message>
        <source>Fingerprint of the key, to compare once: {fingerprint}</source>
        <translation>钥匙指纹（第一次订阅时核对）：{fingerprint}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy a message for the team</source>
        <translation>复制一段通知发给大家</translation>
    </message>
    <message>
        <source>The shared file is written</source>
        <translation>共享文件已写好</translation>
    </message>
    <message>
        <source>Every PC that reads the file takes it over by itself, within minutes.</source>
        <translation>读这个文件的电脑几分钟内会自己换上。</translation>
    </message>
    <message>
        <source>Publication {number} is out</source>
        <translation>第 {number} 次发布已完成</translation>
    </message>
    <message>
        <source>Others may see it later: the folder&apos;s list could not be written. {why} Publish again.</source>
        <translation>别人可能要晚一点才看到：文件夹的目录没有写成。{why}请再发布一次。</translation>
    </message>
    <message>
        <source>Every PC that reads the folder takes it over by itself, within minutes.</source>
        <translation>订阅了这个文件夹的电脑几分钟内会自己换上。</translation>
    </message>
    <message>
        <source>Signed with {fingerprint}</source>
        <translation>签名指纹 {fingerprint}</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>A paste would be refused: {words}</source>
        <translation>粘贴会被拒绝：{words}</translation>
    </message>
    <message>
        <source>Better not promise: {words}</source>
        <translation>最好不要这样承诺：{words}</translation>
    </message>
    <message>
        <source>Nearly the same: “{title}”</source>
        <translation>与“{title}”几乎一样</translation>
    </message>
    <message>
        <source>The same code also finds: {words}</source>
        <translation>同一编码还会找到：{words}</translation>
    </message>
    <message>
        <source>Chat clients cut long messages; lines of --- let it go out in parts.</source>
        <translation>聊天软件会截断长消息；用单独一行 --- 可以分段发出。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>As it would be pasted now</source>
        <translation>现在粘贴的样子</translation>
    </message>
    <message>
        <source>Short codes</source>
        <translation>快捷编码</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Buyers&apos; questions, one a line</source>
        <translation>买家的问法，每行一个</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>How it goes out</source>
        <translation>发出方式</translation>
    </message>
    <message>
        <source>Own hotkey</source>
        <translation>专用热键</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Edit phrase</source>
        <translation>编辑话术</translation>
    </message>
    <message>
        <source>Empty: the first line of the text</source>
        <translation>留空则用正文第一行</translation>
    </message>
    <message>
        <source>Type to find, A / B for a group in a group</source>
        <translation>输入查找，A / B 表示分组里的分组</translation>
    </message>
    <message>
        <source>cf, cuifu</source>
        <translation>cf、cuifu</translation>
    </message>
    <message>
        <source>Words that buyers use</source>
        <translation>买家会说的词</translation>
    </message>
    <message>
        <source>Paste and send: press Enter after pasting</source>
        <translation>粘贴并发送：粘贴后按 Enter</translation>
    </message>
    <message>
        <source>The message goes to the buyer at once, without your look at it; nothing can be called back here.</source>
        <translation>消息会直接发给买家，不再经您过目；在这里无法撤回。</translation>
    </message>
    <message>
        <source>Pinned: always on top of the list</source>
        <translation>置顶：总在列表最前</translation>
    </message>
    <message>
        <source>How long it holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Insert a fact…</source>
        <translation>插入变量…</translation>
    </message>
    <message>
        <source>From your team&apos;s pack ({pack}). What you change stays yours; no update undoes it.</source>
        <translation>来自团队话术包（{pack}）。您改了就是自己的，更新不会覆盖。</translation>
    </message>
    <message>
        <source>From the starter pack. What you change stays yours; no update undoes it.</source>
        <translation>来自入门话术包。您改了就是自己的，更新不会覆盖。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Writing…</source>
        <translation>正在写文件…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，没有写任何文件。</translation>
    </message>
    <message>
        <source>Where shall the file go?</source>
        <translation>文件存到哪里？</translation>
    </message>
    <message>
        <source>{file} is there already. Choose it by its whole name to replace it.</source>
        <translation>已经有 {file} 了。要替换它，请选中它或输入完整文件名。</translation>
    </message>
    <message>
        <source>One group</source>
        <translation>一个分组</translation>
    </message>
    <message>
        <source>Export {phrases}…</source>
        <translation>导出 {phrases}…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export phrases</source>
        <translation>导出话术</translation>
    </message>
    <message>
        <source>Which phrases</source>
        <translation>导出哪些话术</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>What the file is for</source>
        <translation>导出给谁用</translation>
    </message>
    <message>
        <source>What the file does not carry</source>
        <translation>文件里带不上的内容</translation>
    </message>
    <message>
        <source>There is no phrase here yet. Write one with Ctrl+N, or import some with Ctrl+I.</source>
        <translation>还没有话术。按 Ctrl+N 新建，或按 Ctrl+I 导入。</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Chosen in the window {count}</source>
        <translation>窗口里选出的 {count}</translation>
    </message>
</context>
<context>
    <name>ExportLosses</name>
    <message>
        <source>Everything goes into the file.</source>
        <translation>全部内容都能带上。</translation>
    </message>
    <message>
        <source>Every phrase goes into the file, but not all of it:</source>
        <translation>话术都能导出，但以下内容带不上：</translation>
    </message>
    <message>
        <source>Into the file: {kept}. Left out: {left}.</source>
        <translation>导出 {kept}，不导出 {left} 条。</translation>
    </message>
</context>
<context>
    <name>FactForm</name>
    <message>
        <source>As it would be pasted now:</source>
        <translation>现在粘贴会是：</translation>
    </message>
    <message>
        <source>Nobody knows now, so a paste would be refused:</source>
        <translation>现在未知，粘贴会被拒绝：</translation>
    </message>
    <message>
        <source>New question and answer</source>
        <translation>新建问答</translation>
    </message>
    <message>
        <source>Edit question and answer</source>
        <translation>编辑问答</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Asked of you</source>
        <translation>粘贴时询问</translation>
    </message>
    <message>
        <source>a question, answered when pasting</source>
        <translation>粘贴时由您填写</translation>
    </message>
    <message>
        <source>not known now</source>
        <translation>现在未知</translation>
    </message>
    <message>
        <source>What a text can say by itself</source>
        <translation>可用的变量</translation>
    </message>
    <message>
        <source>Find: time left, 券, size</source>
        <translation>搜索：剩余时间、券、尺寸</translation>
    </message>
    <message>
        <source>Find a fact</source>
        <translation>搜索变量</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>What it says now</source>
        <translation>现在的内容</translation>
    </message>
    <message>
        <source>No fact is called that. Clear the search to see all of them.</source>
        <translation>没有这个变量，清空搜索可查看全部。</translation>
    </message>
    <message>
        <source>Said of {name}.</source>
        <translation>以“{name}”为例。</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>Keywords, stage, how long it holds</source>
        <translation>关键词、环节、有效期</translation>
    </message>
</context>
<context>
    <name>FeeRow</name>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Fee, yuan</source>
        <translation>补差（元）</translation>
    </message>
    <message>
        <source>SF</source>
        <translation>顺丰</translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The report lies on the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Find products: name, pinyin or code</source>
        <translation>找商品：名称、拼音或编码</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>找商品</translation>
    </message>
</context>
<context>
    <name>FindingRows</name>
    <message>
        <source>Severity</source>
        <translation>轻重</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Your name, as buyers read it</source>
        <translation>您的称呼（买家看到的）</translation>
    </message>
    <message>
        <source>The shop&apos;s name</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Phrases put both in by themselves. You can change them in the settings.</source>
        <translation>话术会自动填入这两项，之后可以在设置里修改。</translation>
    </message>
    <message>
        <source>Step {number} of 3</source>
        <translation>第 {number} 步，共 3 步</translation>
    </message>
    <message>
        <source>Who is writing?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Phrases to begin with</source>
        <translation>先准备一些话术</translation>
    </message>
    <message>
        <source>Paste your first phrase</source>
        <translation>粘贴第一条话术</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>{count} phrases for the days of a sale, from welcome to farewell, with short codes. They become yours to change, and they can be taken out again.</source>
        <translation>{count} 条大促期间常用的话术，从欢迎到告别，都带快捷编码。载入后归您修改，也可以再整批移除。</translation>
    </message>
    <message>
        <source>Load {count} phrases</source>
        <translation>载入 {count} 条话术</translation>
    </message>
    <message>
        <source>Take them out again</source>
        <translation>再移除它们</translation>
    </message>
    <message>
        <source>{count} phrases are ready.</source>
        <translation>{count} 条话术已就绪。</translation>
    </message>
    <message>
        <source>1. Click into the input box of your chat.
2. Press {keys}.
3. Type {code} and press Enter.</source>
        <translation>1. 点一下聊天窗口的输入框。
2. 按 {keys}。
3. 输入 {code}，按 Enter。</translation>
    </message>
    <message>
        <source>It stands in the chat. That is all there is to it.</source>
        <translation>它已经在聊天窗口里了，就这么简单。</translation>
    </message>
    <message>
        <source>It lies on the clipboard: paste it in the chat.</source>
        <translation>它在剪贴板里，请到聊天窗口粘贴。</translation>
    </message>
    <message>
        <source>Waiting for your first paste…</source>
        <translation>等您粘贴第一条…</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>全部跳过</translation>
    </message>
    <message>
        <source>1. Click into the input box of your chat.
2. Click the tray icon.
3. Type {code} and press Enter.</source>
        <translation>1. 点一下聊天窗口的输入框。
2. 点击托盘图标。
3. 输入 {code}，按 Enter。</translation>
    </message>
    <message>
        <source>Your team publishes phrases? Add its address…</source>
        <translation>团队有统一发布的话术？添加地址…</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Your name, as buyers read it</source>
        <translation>您的称呼（买家看到的）</translation>
    </message>
    <message>
        <source>The shop&apos;s name</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Put in wherever a phrase says {{agent}}; the shop&apos;s where it says {{shop}}.</source>
        <translation>话术里写 {{agent}} 的地方填入称呼，写 {{shop}} 的地方填入店铺名称。</translation>
    </message>
    <message>
        <source>Start hidden, until the hotkey calls</source>
        <translation>启动时隐藏，按热键才出现</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>开机时启动</translation>
    </message>
</context>
<context>
    <name>GiftRow</name>
    <message>
        <source>From, yuan</source>
        <translation>满（元）</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>colour at random</source>
        <translation>颜色随机</translation>
    </message>
</context>
<context>
    <name>GroupMapping</name>
    <message>
        <source>Take off a check mark to leave a group out; click a group of yours to change it.</source>
        <translation>取消勾选就不导入该分组；点击您的分组可以更改。</translation>
    </message>
    <message>
        <source>Group in the file</source>
        <translation>文件里的分组</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>放入</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Saved: {file}. It holds buyers&apos; names: give it to nobody but the next shift.</source>
        <translation>已保存：{file}。里面有买家昵称，只能交给下一班。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Taken over: {what}.</source>
        <translation>已接收：{what}。</translation>
    </message>
    <message>
        <source>Something was done since. Undo step by step in the window with Ctrl+Z.</source>
        <translation>之后又有别的操作，请回主窗口按 Ctrl+Z 逐步撤销。</translation>
    </message>
    <message>
        <source>Taken back: everything is as it was before.</source>
        <translation>已撤销，一切恢复原样。</translation>
    </message>
    <message>
        <source>The card lies on the clipboard.</source>
        <translation>交接单已复制。</translation>
    </message>
    <message>
        <source>Where shall the handover go?</source>
        <translation>交接文件存到哪里？</translation>
    </message>
    <message>
        <source>Choose a handover file</source>
        <translation>选择交接文件</translation>
    </message>
    <message>
        <source>Drop the file of the other shift here. Nothing doubles, however often it is read.</source>
        <translation>把上一班的交接文件拖到这里，重复读取也不会出现两份。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>存为文件…</translation>
    </message>
    <message>
        <source>Copy the card</source>
        <translation>复制交接单</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Everything that is open</source>
        <translation>所有未完成的事项</translation>
    </message>
    <message>
        <source>Hide buyers&apos; names and numbers in the card</source>
        <translation>隐去买家昵称和订单号</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>What would come</source>
        <translation>将接收的内容</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Comparing…</source>
        <translation>正在对比…</translation>
    </message>
    <message>
        <source>Nothing of it can be read: it was never finished, or another took its number.</source>
        <translation>读不到内容：没有发布完，或者编号被别人抢先。</translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Publish number {number} again</source>
        <translation>恢复到第 {number} 次</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Tell the team why, in a few words.</source>
        <translation>请用几个字告诉大家原因。</translation>
    </message>
    <message>
        <source>Nothing was published here yet.</source>
        <translation>这里还没有发布过。</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>历次发布</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Why the team goes back</source>
        <translation>为什么恢复，告诉大家</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>钥匙的密码</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>以前的</translation>
    </message>
    <message>
        <source>Outrun</source>
        <translation>被抢先</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>没有发布完</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>They work in every program. Click one and press the new keys.</source>
        <translation>在任何程序里都有效。点击一项，再按新的按键。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Taken back: your phrases are as before, what was added is in the bin.</source>
        <translation>已撤回：您的话术和之前一样，新增的在回收站里。</translation>
    </message>
    <message>
        <source>Import {count} phrases</source>
        <translation>导入 {count} 条话术</translation>
    </message>
    <message>
        <source>The state before is kept as {backup}.</source>
        <translation>之前的状态已备份为 {backup}。</translation>
    </message>
    <message>
        <source>Take it without the code</source>
        <translation>导入，但不要编码</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>不导入这一行</translation>
    </message>
    <message>
        <source>Import phrases</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>Update phrases that are here already</source>
        <translation>更新已有的话术</translation>
    </message>
    <message>
        <source>A row whose code belongs to another phrase</source>
        <translation>编码已属于其他话术的行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Comparing with your phrases…</source>
        <translation>正在与您的话术比对…</translation>
    </message>
</context>
<context>
    <name>ImportHead</name>
    <message>
        <source>Choose files of phrases</source>
        <translation>选择话术文件</translation>
    </message>
    <message>
        <source>Choose a folder of phrases</source>
        <translation>选择话术文件夹</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Drop files or a folder here: Qianniu, Kefubao, Sogou, QuickText, espanso, Beeftext, Text Blaze, TextExpander, AutoHotkey, AutoKey, or any table with a column of texts.</source>
        <translation>把文件或文件夹拖到这里：千牛、客服宝、搜狗、QuickText、espanso、Beeftext、Text Blaze、TextExpander、AutoHotkey、AutoKey，或任何有一列话术的表格。</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Find in the rows</source>
        <translation>在行里查找</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件的各行</translation>
    </message>
    <message>
        <source>Text of the row</source>
        <translation>这一行的正文</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>There is no team pack on this PC yet. Its changes will stand here.</source>
        <translation>这台电脑还没有团队话术包。添加以后，改了什么都在这里。</translation>
    </message>
    <message>
        <source>Add one…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>KeyPart</name>
    <message>
        <source>Choose a password; whoever copies the file cannot sign without it.</source>
        <translation>请设一个密码；文件被人复制走，没有密码也签不了名。</translation>
    </message>
    <message>
        <source>The two passwords are different.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation>正在生成钥匙…</translation>
    </message>
    <message>
        <source>The fingerprint lies on the clipboard. Tell it by another way than the folder.</source>
        <translation>指纹已复制。请用文件夹以外的办法告诉大家。</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>选择钥匙文件</translation>
    </message>
    <message>
        <source>What you publish is signed, so that nobody can put something else into the folder. Make the key once; leads who publish together use the same one.</source>
        <translation>发布的内容会签名，谁也不能往文件夹里放别的东西。钥匙只需生成一次；几位主管共用同一把。</translation>
    </message>
    <message>
        <source>Tell this fingerprint to everybody by another way than the folder; each PC compares it once. Keep a copy of {file} in a safe place: no backup of QinDesk holds it.</source>
        <translation>请用文件夹以外的办法（当面、电话、群公告）把指纹告诉大家，每台电脑核对一次。把 {file} 另存一份在安全的地方：亲台的备份里没有它。</translation>
    </message>
    <message>
        <source>The key that signs</source>
        <translation>签名的钥匙</translation>
    </message>
    <message>
        <source>Password for the key</source>
        <translation>给钥匙设密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>生成钥匙</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Use another key file…</source>
        <translation>用别的钥匙文件…</translation>
    </message>
    <message>
        <source>Back to this PC&apos;s own</source>
        <translation>换回本机的钥匙</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>In every program</source>
        <translation>在任何程序里</translation>
    </message>
    <message>
        <source>taken by another program</source>
        <translation>被其他程序占用</translation>
    </message>
    <message>
        <source>What is new…</source>
        <translation>新功能…</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Closes after</source>
        <translation>多久后关闭</translation>
    </message>
    <message>
        <source>What is written for it in a line</source>
        <translation>录单时的简写</translation>
    </message>
    <message>
        <source>Add a reminder</source>
        <translation>添加提醒</translation>
    </message>
    <message>
        <source>30 min, 72 h; empty: by its own date</source>
        <translation>30分钟、72小时；留空则按订单自己的时间</translation>
    </message>
</context>
<context>
    <name>KindsFields</name>
    <message>
        <source>Add a kind</source>
        <translation>添加订单类型</translation>
    </message>
</context>
<context>
    <name>KindsForm</name>
    <message>
        <source>Kinds of orders</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>These are the defaults. Nothing is saved yet.</source>
        <translation>已填入默认值，尚未保存。</translation>
    </message>
    <message>
        <source>{count} open orders are of the kind “{name}”: they keep their closing and get no reminders.</source>
        <translation>还有 {count} 笔待付款订单属于“{name}”：关闭时间不变，但不再提醒。</translation>
    </message>
    <message>
        <source>When the platform closes an order, and when you are reminded of it. Changes hold from now on.</source>
        <translation>平台多久关闭订单、什么时候提醒您。改动从现在起生效。</translation>
    </message>
    <message>
        <source>Bring back what stood there</source>
        <translation>恢复原来的内容</translation>
    </message>
    <message>
        <source>Put the defaults there</source>
        <translation>填入默认值</translation>
    </message>
</context>
<context>
    <name>LifetimeField</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>{example}, or empty</source>
        <translation>{example}，可留空</translation>
    </message>
</context>
<context>
    <name>MeantChip</name>
    <message>
        <source>Phrases speak of “{name}” because it was chosen. Take it back</source>
        <translation>在“活动”里选了“{name}”，话术就说它。点一下取消</translation>
    </message>
</context>
<context>
    <name>MeantRow</name>
    <message>
        <source>About</source>
        <translation>说的是</translation>
    </message>
</context>
<context>
    <name>Mend</name>
    <message>
        <source>Write {names} instead</source>
        <translation>改为 {names}</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>New group: {path}</source>
        <translation>新分组：{path}</translation>
    </message>
    <message>
        <source>Outside all groups</source>
        <translation>不放入任何分组</translation>
    </message>
    <message>
        <source>Move {count} phrases</source>
        <translation>移动 {count} 条话术</translation>
    </message>
    <message>
        <source>Move phrase</source>
        <translation>移动话术</translation>
    </message>
    <message>
        <source>Into the group</source>
        <translation>移到分组</translation>
    </message>
    <message>
        <source>Type to find, A / B for a group in a group</source>
        <translation>输入查找，A / B 表示分组里的分组</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Sources of packs…</source>
        <translation>话术包来源…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>添加地址…</translation>
    </message>
    <message>
        <source>Have a look at all of them first: {count} were not in sight yet.</source>
        <translation>请先全部看一遍：还有 {count} 条没看到。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The pack&apos;s words are in place.</source>
        <translation>已换成话术包的内容。</translation>
    </message>
    <message>
        <source>Undone: your own version is back.</source>
        <translation>已撤销：您的内容回来了。</translation>
    </message>
    <message>
        <source>Have a look at all of them first.</source>
        <translation>请先全部看一遍。</translation>
    </message>
</context>
<context>
    <name>NewsParts</name>
    <message>
        <source>Your team publishes phrases? Add its address, and what changes is shown here.</source>
        <translation>团队有统一发布的话术？添加地址，以后的更新都显示在这里。</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>都看过了。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nothing could be taken over yet.</source>
        <translation>还没有取到任何内容。</translation>
    </message>
    <message>
        <source>Nothing came yet. What your team changes is shown here.</source>
        <translation>还没有更新。团队的改动会显示在这里。</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Sources of packs</source>
        <translation>话术包来源</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>I have read this one (Enter)</source>
        <translation>这条看过了（Enter）</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take the pack&apos;s</source>
        <translation>用话术包的</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show it where it is used (→)</source>
        <translation>在列表里查看（→）</translation>
    </message>
    <message>
        <source>What changed: Enter confirms a must-read</source>
        <translation>更新内容：Enter 确认必读</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message>
        <source>{name}&apos;s order has closed already.</source>
        <translation>{name} 的订单已经关闭。</translation>
    </message>
    <message>
        <source>{name} was not urged: {why}.</source>
        <translation>没有催 {name}：{why}。</translation>
    </message>
    <message>
        <source>Urge anyway</source>
        <translation>仍然催付</translation>
    </message>
    <message>
        <source>Paste the phrase for it</source>
        <translation>粘贴对应话术</translation>
    </message>
    <message>
        <source>{name} closes in {length}: that cannot wait.</source>
        <translation>{name} 的订单{length}后关闭，不能再推迟了。</translation>
    </message>
    <message>
        <source>{name} closed at {moment}: give it a later end first.</source>
        <translation>{name}已在{moment}关闭，请先改晚关闭时间。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
</context>
<context>
    <name>OrderCell</name>
    <message>
        <source>Unpaid {count} · next </source>
        <translation>待付 {count} · 最近 </translation>
    </message>
    <message>
        <source>Unpaid orders: {count}. The next one is {buyer}, {left}.</source>
        <translation>待付款 {count} 笔。最近一笔：{buyer}，{left}。</translation>
    </message>
    <message>
        <source>Click for the queue</source>
        <translation>点击查看待付队列</translation>
    </message>
</context>
<context>
    <name>OrderChanges</name>
    <message>
        <source>The note, as the warehouse reads it</source>
        <translation>备注（仓库会看到）</translation>
    </message>
    <message>
        <source>Change an order</source>
        <translation>改单</translation>
    </message>
    <message>
        <source>The note lies on the clipboard: paste it into the order&apos;s note in the client.</source>
        <translation>备注已复制，请粘贴到客户端的订单备注里。</translation>
    </message>
    <message>
        <source>No phrase has the short code {code}. Write one, and it is said with this key.</source>
        <translation>还没有快捷编码为 {code} 的话术，写一条就能在这里一键发送。</translation>
    </message>
    <message>
        <source>The phrase</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only copy the note</source>
        <translation>只复制备注</translation>
    </message>
    <message>
        <source>Say it and copy the note</source>
        <translation>发话术并复制备注</translation>
    </message>
    <message>
        <source>Leave out what the client cannot hold</source>
        <translation>去掉客户端不支持的字符</translation>
    </message>
    <message>
        <source>The new size</source>
        <translation>新尺码</translation>
    </message>
    <message>
        <source>The new colour</source>
        <translation>新颜色</translation>
    </message>
    <message>
        <source>The new address, with name and phone</source>
        <translation>新地址（含收件人和电话）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>改尺码</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>改颜色</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>改地址</translation>
    </message>
    <message>
        <source>Does not want it</source>
        <translation>买家不要了</translation>
    </message>
</context>
<context>
    <name>OrderDeeds</name>
    <message>
        <source>{name} has paid</source>
        <translation>{name} 已付款</translation>
    </message>
    <message>
        <source>{name} is closed</source>
        <translation>{name} 已关闭</translation>
    </message>
    <message>
        <source>{name} is given up</source>
        <translation>{name} 已放弃</translation>
    </message>
    <message>
        <source>The note of {name} is saved</source>
        <translation>{name} 的备注已保存</translation>
    </message>
    <message>
        <source>The note of {name} is gone</source>
        <translation>{name} 的备注已清空</translation>
    </message>
    <message>
        <source>no problem any more</source>
        <translation>问题已解决</translation>
    </message>
    <message>
        <source>{name} may be urged against the rules</source>
        <translation>{name} 不受催付规则限制</translation>
    </message>
    <message>
        <source>{name} is urged by the rules again</source>
        <translation>{name} 恢复按规则催付</translation>
    </message>
    <message>
        <source>{name} is deleted</source>
        <translation>{name} 已删除</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>已完成：{name}</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>{name} waits for its payment again</source>
        <translation>{name} 继续等付款</translation>
    </message>
    <message>
        <source>{name} comes again in {count} min</source>
        <translation>{count}分钟后再提醒 {name}</translation>
    </message>
</context>
<context>
    <name>OrderFields</name>
    <message>
        <source>This kind has no closing of its own; write it as it was told.</source>
        <translation>这类订单没有固定的关闭时间，请按实际填写。</translation>
    </message>
    <message>
        <source>Written by hand; the kind&apos;s own is {length} after the order.</source>
        <translation>手工填写；按类型应为下单后{length}。</translation>
    </message>
    <message>
        <source>Worked out: {length} after the order.</source>
        <translation>自动算出：下单后{length}。</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Items, one a line</source>
        <translation>商品，每行一件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>接待客服</translation>
    </message>
    <message>
        <source>18 or 19 digits; may stay empty</source>
        <translation>18 或 19 位数字，可不填</translation>
    </message>
    <message>
        <source>14:05 or 11-11 14:05</source>
        <translation>14:05 或 11-11 14:05</translation>
    </message>
    <message>
        <source>14:35 or 11-11 14:35</source>
        <translation>14:35 或 11-11 14:35</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗子</translation>
    </message>
    <message>
        <source>How it was ordered</source>
        <translation>下单方式</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Problem with the payment</source>
        <translation>付款问题</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Take the kind&apos;s own</source>
        <translation>按类型重新计算</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>OrderHistory</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Nothing has happened to it yet.</source>
        <translation>还没有任何记录。</translation>
    </message>
</context>
<context>
    <name>OrderImportDialog</name>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Taking over…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>The report lies on the clipboard; it names no buyer.</source>
        <translation>报告已复制，其中不含买家昵称。</translation>
    </message>
    <message>
        <source>Take over 1 order</source>
        <translation>导入 1 笔订单</translation>
    </message>
    <message>
        <source>Take over {count} orders</source>
        <translation>导入 {count} 笔订单</translation>
    </message>
</context>
<context>
    <name>OrderImportHead</name>
    <message>
        <source>New exports in {folder} are read by themselves.</source>
        <translation>{folder} 里的新报表会自动读取。</translation>
    </message>
    <message>
        <source>No folder is watched. If one is, new exports in it are read by themselves.</source>
        <translation>还没有监视文件夹。设好后，里面的新报表会自动读取。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Drop the platform&apos;s order export here, CSV or Excel, again and again: new orders come in, paid and closed ones leave the queue, nothing doubles.</source>
        <translation>把平台导出的订单报表（CSV 或 Excel）拖到这里，可以反复导入：新订单进来，已付款和已关闭的离开列表，不会重复。</translation>
    </message>
    <message>
        <source>Order exports {files}</source>
        <translation>订单报表 {files}</translation>
    </message>
    <message>
        <source>Choose an order export</source>
        <translation>选择订单报表</translation>
    </message>
    <message>
        <source>Choose an export…</source>
        <translation>选择报表…</translation>
    </message>
</context>
<context>
    <name>OrderImportPreview</name>
    <message>
        <source>To look at</source>
        <translation>需要看一下</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Rows of the export</source>
        <translation>报表里的行</translation>
    </message>
</context>
<context>
    <name>OrderParts</name>
    <message>
        <source>buyer 128 14:05 #item</source>
        <translation>买家 128 聚 14:05 #商品</translation>
    </message>
    <message>
        <source>New order: buyer, amount, kind and time</source>
        <translation>新订单：买家、金额、类型、下单时间</translation>
    </message>
    <message>
        <source>16:00 buyer, what was promised</source>
        <translation>16:00 买家 答应的事</translation>
    </message>
    <message>
        <source>New follow-up: time, buyer, what</source>
        <translation>新跟进：时间、买家、事项</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Unpaid orders</source>
        <translation>待付款订单</translation>
    </message>
    <message>
        <source>Nothing is promised. Type a time, the buyer and what.</source>
        <translation>没有待跟进的事。输入时间、买家和事项即可添加。</translation>
    </message>
    <message>
        <source>Nothing is known of this order yet.</source>
        <translation>这笔订单还没有记录。</translation>
    </message>
    <message>
        <source>placed {moment}</source>
        <translation>{moment} 下单</translation>
    </message>
    <message>
        <source>closes {moment}</source>
        <translation>{moment} 关闭</translation>
    </message>
    <message>
        <source>it has closed already</source>
        <translation>已经超时关闭</translation>
    </message>
    <message>
        <source>Ended lately</source>
        <translation>最近结束的订单</translation>
    </message>
    <message>
        <source>Nothing has ended yet. Who pays is checked here; what was lost can be opened again.</source>
        <translation>还没有结束的订单。付款的在这里核对，关闭的可以重新打开。</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Urges per buyer and day, at most</source>
        <translation>同一买家每天最多催付几次</translation>
    </message>
    <message>
        <source>Rest between two urges of a buyer</source>
        <translation>同一买家两次催付至少间隔</translation>
    </message>
    <message>
        <source>No urge after the buyer paid another order, for</source>
        <translation>买家付过其他订单后，多久内不再催</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add quiet hours</source>
        <translation>添加免打扰时段</translation>
    </message>
    <message>
        <source>Add a shift</source>
        <translation>添加班次</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>15 minutes before the end you are told to hand over.</source>
        <translation>下班前15分钟提醒交接。</translation>
    </message>
    <message>
        <source>Lost reasons</source>
        <translation>未成交原因</translation>
    </message>
    <message>
        <source>Why an order was not paid; the first nine have a digit key.</source>
        <translation>订单为什么没付款；前九个可用数字键选择。</translation>
    </message>
    <message>
        <source>Problems with the payment</source>
        <translation>付款问题</translation>
    </message>
    <message>
        <source>With the short code of a phrase that helps, an urge says that phrase.</source>
        <translation>填上能帮忙的话术快捷编码，催付时就发这条。</translation>
    </message>
    <message>
        <source>To check after the payment</source>
        <translation>付款后核对</translation>
    </message>
    <message>
        <source>What is ticked off for every paid order.</source>
        <translation>每笔已付款订单要逐项勾选的内容。</translation>
    </message>
    <message>
        <source>Which folder do you save the platform&apos;s exports to?</source>
        <translation>平台报表保存在哪个文件夹？</translation>
    </message>
    <message>
        <source>New exports in it are taken over by themselves, each one once.</source>
        <translation>里面的新报表会自动导入，每份只导入一次。</translation>
    </message>
    <message>
        <source>None is watched. If one is, new exports in it are taken over by themselves.</source>
        <translation>还没有监视文件夹。设好后，里面的新报表会自动导入。</translation>
    </message>
    <message>
        <source>Kinds of orders and their reminders…</source>
        <translation>订单类型和提醒…</translation>
    </message>
    <message>
        <source>Watched folder of exports</source>
        <translation>监视的报表文件夹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不监视</translation>
    </message>
    <message>
        <source>Whole days are days of the calendar: 24 h means since yesterday.</source>
        <translation>整天按日历算：24小时就是昨天以来。</translation>
    </message>
    <message>
        <source>What comes due then waits until they end; only who has just ordered and would lose the order is urged.</source>
        <translation>到点的提醒等时段结束再说；刚下单、等不到结束就会关闭的照常提醒。</translation>
    </message>
</context>
<context>
    <name>OrdersPanel</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import the platform&apos;s export…</source>
        <translation>导入平台订单报表…</translation>
    </message>
</context>
<context>
    <name>OutrunCard</name>
    <message>
        <source>What they published</source>
        <translation>对方改了什么</translation>
    </message>
    <message>
        <source>What yours would change in it</source>
        <translation>您的会再改什么</translation>
    </message>
    <message>
        <source>Somebody was faster; yours was not published</source>
        <translation>有人先发布了，您的没有发出去</translation>
    </message>
    <message>
        <source>Publish on top of it</source>
        <translation>在它之上再发布</translation>
    </message>
    <message>
        <source>Another publication took the number. Your file is kept in the folder.</source>
        <translation>编号被另一次发布用了。您的文件还留在文件夹里。</translation>
    </message>
    <message>
        <source>Publication {number} by {who}: {note}</source>
        <translation>第 {number} 次发布，{who}：{note}</translation>
    </message>
    <message>
        <source>somebody who gave no name</source>
        <translation>未署名</translation>
    </message>
</context>
<context>
    <name>OwnPart</name>
    <message>
        <source>Without a group</source>
        <translation>没有分组</translation>
    </message>
    <message>
        <source>There is no phrase of your own here yet. Write one with Ctrl+N, or choose a file instead.</source>
        <translation>这里还没有自己的话术。按 Ctrl+N 写一条，或者改为选文件。</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores, 64 at the most, such as shop.d11.</source>
        <translation>只能用字母、数字、点、横线和下划线，最多 64 个，例如 shop.d11。</translation>
    </message>
    <message>
        <source>Pack id, for good</source>
        <translation>包编号（定下不改）</translation>
    </message>
    <message>
        <source>What the team sees</source>
        <translation>大家看到的名称</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>Groups of your own phrases</source>
        <translation>要发布的话术分组</translation>
    </message>
    <message>
        <source>Tick all, or none</source>
        <translation>全选 / 全不选</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Products and questions</source>
        <translation>商品和问答</translation>
    </message>
    <message>
        <source>Kinds of orders that you changed</source>
        <translation>改过的订单类型</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>What and where</source>
        <translation>发布什么、发到哪</translation>
    </message>
    <message>
        <source>Check {count}</source>
        <translation>检查 {count}</translation>
    </message>
    <message>
        <source>What changes {count}</source>
        <translation>改了什么 {count}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Who has read</source>
        <translation>谁看过了</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Loading the cheat-sheet…</source>
        <translation>正在载入活动速查…</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>A plain file keeps no history and hears of nobody. Publish into a signed folder for both.</source>
        <translation>普通文件没有历史，也不知道谁看过。想要这两样，请改用带签名的文件夹。</translation>
    </message>
    <message>
        <source>Choose where it goes on the first page.</source>
        <translation>请先在第一页选发到哪里。</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>As usual again</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Texts are pasted with Ctrl+V, in terminals with their own keys. For other programs, say it here.</source>
        <translation>一般用 Ctrl+V 粘贴，终端用各自的按键。其他程序请在这里指定。</translation>
    </message>
    <message>
        <source>Add program</source>
        <translation>添加程序</translation>
    </message>
    <message>
        <source>Name of the program</source>
        <translation>程序名</translation>
    </message>
    <message>
        <source>Expand short codes while typing in other programs</source>
        <translation>在其他程序里打字时展开快捷编码</translation>
    </message>
    <message>
        <source>QinDesk then looks at every key typed on this PC to see a code; nothing is kept or sent.</source>
        <translation>开启后，亲台会查看这台电脑上的每次按键来识别编码；不保存，也不发送。</translation>
    </message>
    <message>
        <source>Listen for hotkeys that another program holds</source>
        <translation>监听被其他程序占用的热键</translation>
    </message>
    <message>
        <source>QinDesk then looks at every key; the other program still gets the hotkey too.</source>
        <translation>开启后，亲台会查看每次按键；其他程序仍然会收到这个热键。</translation>
    </message>
    <message>
        <source>Paste keys of a program</source>
        <translation>为某个程序指定粘贴按键</translation>
    </message>
</context>
<context>
    <name>PastedOrders</name>
    <message>
        <source>Orders from a pasted text</source>
        <translation>粘贴录单</translation>
    </message>
    <message>
        <source>Taken over: 1 order.</source>
        <translation>已录入 1 笔订单。</translation>
    </message>
    <message>
        <source>Taken over: {count} orders.</source>
        <translation>已录入 {count} 笔订单。</translation>
    </message>
    <message>
        <source>Something was done since. Undo step by step in the window with Ctrl+Z.</source>
        <translation>之后又有别的操作，请回主窗口按 Ctrl+Z 逐步撤销。</translation>
    </message>
    <message>
        <source>Taken back: everything is as it was before.</source>
        <translation>已撤销，一切恢复原样。</translation>
    </message>
    <message>
        <source>Take over 1 order</source>
        <translation>录入 1 笔订单</translation>
    </message>
    <message>
        <source>Take over {count} orders</source>
        <translation>录入 {count} 笔订单</translation>
    </message>
    <message>
        <source>Copy one or more orders in the client and paste them here.</source>
        <translation>在客户端复制一笔或多笔订单，粘贴到这里。</translation>
    </message>
    <message>
        <source>{count} recognised: {new} new, {known} known already, {wrong} to be completed.</source>
        <translation>认出 {count} 笔：{new} 笔新订单，{known} 笔已有，{wrong} 笔待补全。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>Marked is what was recognised; what is struck through is not kept.</source>
        <translation>标出的是认出来的内容；划掉的（电话、地址）不会保存。</translation>
    </message>
    <message>
        <source>Orders that were recognised</source>
        <translation>认出的订单</translation>
    </message>
    <message>
        <source>No order was recognised. It takes an order number, a buyer with a label (买家：…), or lines like 小熊猫 128 14:05.</source>
        <translation>没有认出订单。需要有订单号、带标签的买家（买家：…），或者像“小熊猫 128 聚 14:05”这样一行一笔。</translation>
    </message>
</context>
<context>
    <name>PastedRows</name>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>To be completed</source>
        <translation>待补全</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新订单</translation>
    </message>
</context>
<context>
    <name>PhaseRow</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until, not included</source>
        <translation>结束（不含）</translation>
    </message>
    <message>
        <source>Share of the price</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Only for these products</source>
        <translation>仅限这些商品</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Price, products, note</source>
        <translation>折扣、商品、备注</translation>
    </message>
    <message>
        <source>for {count} products</source>
        <translation>{count} 件商品</translation>
    </message>
    <message>
        <source>All; type a name to choose</source>
        <translation>全部，输入名称可指定</translation>
    </message>
</context>
<context>
    <name>PhraseList</name>
    <message>
        <source>Phrases</source>
        <translation>话术</translation>
    </message>
</context>
<context>
    <name>PhrasesPanel</name>
    <message>
        <source>Only pinned phrases can be sorted here. Choose a group to sort it.</source>
        <translation>这里只有置顶的话术可以拖动排序。要给其他话术排序，请先选一个分组。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This answer is made of the cheat-sheet and is changed there.</source>
        <translation>这条来自活动速查，请在那里修改。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Stand on a phrase of the group that is to be renamed.</source>
        <translation>请先选中要改名的分组里的一条话术。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Add images…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Paste image</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>No image has been copied.</source>
        <translation>还没有复制图片。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Remove the image</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Choose an image…</source>
        <translation>选择图片…</translation>
    </message>
</context>
<context>
    <name>PlacePart</name>
    <message>
        <source>The password could not be kept: the data folder cannot be written.</source>
        <translation>密码没有存下来：数据文件夹写不进去。</translation>
    </message>
    <message>
        <source>Choose the folder that your team reads</source>
        <translation>选择大家读取的文件夹</translation>
    </message>
    <message>
        <source>Choose the shared file</source>
        <translation>选择共享文件</translation>
    </message>
    <message>
        <source>Every publication is kept, numbered and signed; each PC takes it over by itself, refuses what was tampered with, and you see who has read it.</source>
        <translation>每次发布都有编号、有签名、留着历史；每台电脑自己来取，被改过的不接受，还能看到谁看过了。</translation>
    </message>
    <message>
        <source>For a small shop: one file that everybody reads. Nothing is signed, and there is no history.</source>
        <translation>适合小店：大家读同一个文件。没有签名，也没有历史。</translation>
    </message>
    <message>
        <source>A signed folder</source>
        <translation>带签名的文件夹</translation>
    </message>
    <message>
        <source>One plain shared file</source>
        <translation>一个普通的共享文件</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>发到哪里</translation>
    </message>
    <message>
        <source>Folder of the team</source>
        <translation>团队的文件夹</translation>
    </message>
    <message>
        <source>A folder, \\server\share, https:// (WebDAV), s3:// or oss://; the team&apos;s PCs get the same address.</source>
        <translation>文件夹、\\server\share、https://（WebDAV）、s3:// 或 oss://；大家的电脑填同一个地址。</translation>
    </message>
    <message>
        <source>Shared file</source>
        <translation>共享文件</translation>
    </message>
    <message>
        <source>User name, or the id of the key</source>
        <translation>用户名或密钥 ID</translation>
    </message>
    <message>
        <source>Password, or the key</source>
        <translation>密码或密钥</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Something was changed since. Undo step by step in the window with Ctrl+Z.</source>
        <translation>之后又有改动，请回到窗口按 Ctrl+Z 一步步撤销。</translation>
    </message>
    <message>
        <source>Taken back: everything is as it was before.</source>
        <translation>已撤回，恢复成导入前的样子。</translation>
    </message>
    <message>
        <source>The report lies on the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>PlanPreview</name>
    <message>
        <source>Everything about the row</source>
        <translation>这一行的全部内容</translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>PlatformClock</name>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>As the PC</source>
        <translation>与电脑一致</translation>
    </message>
    <message>
        <source>Seconds that the platform&apos;s clock is ahead</source>
        <translation>平台时间比电脑快的秒数</translation>
    </message>
    <message>
        <source>The platform&apos;s time now</source>
        <translation>平台现在的时间</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds}秒</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Part {number} of {count}</source>
        <translation>第 {number} 段，共 {count} 段</translation>
    </message>
    <message>
        <source>Nobody knows {names} now: a paste would be refused.</source>
        <translation>现在还不知道{names}：粘贴会被拒绝。</translation>
    </message>
    <message>
        <source>You are asked when pasting: {names}</source>
        <translation>粘贴时会问您：{names}</translation>
    </message>
</context>
<context>
    <name>PriceRow</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Price, yuan</source>
        <translation>价格（元）</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Days to keep orders that have ended</source>
        <translation>已结束的订单保留几天</translation>
    </message>
    <message>
        <source>All that was known of buyers is deleted: {count} orders with their history and promises.</source>
        <translation>买家数据已全部删除：{count} 笔订单及其记录和跟进。</translation>
    </message>
    <message>
        <source>Kept now: {open} orders that wait for their payment and {ended} that have ended.</source>
        <translation>现在保存着：待付款订单 {open} 笔，已结束订单 {ended} 笔。</translation>
    </message>
    <message>
        <source>Names of buyers, order numbers, amounts and notes lie on this PC alone, in your data and its backups. Nothing is sent anywhere, and the chat itself is never read.</source>
        <translation>买家昵称、订单号、金额和备注只存在这台电脑的数据和备份里，不会发送到任何地方；亲台也从不读取聊天内容。</translation>
    </message>
    <message>
        <source>Then they are deleted with their buyers&apos; names and history.</source>
        <translation>到期后连同买家昵称和记录一起删除。</translation>
    </message>
    <message>
        <source>All data of buyers</source>
        <translation>全部买家数据</translation>
    </message>
    <message>
        <source>Delete it now…</source>
        <translation>立即删除…</translation>
    </message>
    <message>
        <source>Where your data lies</source>
        <translation>数据存放的位置</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Where the logs lie</source>
        <translation>日志存放的位置</translation>
    </message>
    <message>
        <source>They hold no text of a buyer and may be given to the support.</source>
        <translation>日志里没有买家的内容，可以放心发给技术支持。</translation>
    </message>
</context>
<context>
    <name>ProductFields</name>
    <message>
        <source>out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Codes, typed to find it</source>
        <translation>编码（输入即可找到）</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Price, yuan</source>
        <translation>价格（元）</translation>
    </message>
    <message>
        <source>Stock on the page</source>
        <translation>页面库存</translation>
    </message>
    <message>
        <source>Real stock</source>
        <translation>实际库存</translation>
    </message>
    <message>
        <source>Out of stock: offer the substitute instead</source>
        <translation>已售罄：改推替代商品</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不统计</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Selling points, one a line</source>
        <translation>卖点，每行一条</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>As big as</source>
        <translation>参照物</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>How the colour differs from the picture</source>
        <translation>色差说明</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a bottle of water</source>
        <translation>一瓶矿泉水</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>商品资料</translation>
    </message>
    <message>
        <source>What to offer instead or with it</source>
        <translation>替代、搭配与相关商品</translation>
    </message>
    <message>
        <source>Instead, when it runs out; the first one is offered first</source>
        <translation>缺货时推荐的替代商品，排在前面的先推</translation>
    </message>
    <message>
        <source>Together with it</source>
        <translation>搭配商品</translation>
    </message>
    <message>
        <source>Also related</source>
        <translation>相关商品</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Reason, for the buyer</source>
        <translation>推荐理由（说给买家）</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>添加价格</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Prices in activities</source>
        <translation>活动价</translation>
    </message>
    <message>
        <source>Add a question and its answer</source>
        <translation>添加问答</translation>
    </message>
    <message>
        <source>More questions</source>
        <translation>更多问答</translation>
    </message>
    <message>
        <source>Note for agents; buyers never see it</source>
        <translation>内部备注，买家看不到</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>“What does it cost?”</source>
        <translation>“多少钱？”</translation>
    </message>
    <message>
        <source>“Is it in stock?”</source>
        <translation>“有货吗？”</translation>
    </message>
    <message>
        <source>nothing to say yet</source>
        <translation>暂无可说</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建商品</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>编辑商品</translation>
    </message>
</context>
<context>
    <name>ProductHead</name>
    <message>
        <source>Back to the products (Esc)</source>
        <translation>返回商品列表（Esc）</translation>
    </message>
    <message>
        <source>Back to the products</source>
        <translation>返回商品列表</translation>
    </message>
    <message>
        <source>Mark as sold out, or as there again (Ctrl+O)</source>
        <translation>标记为售罄，或恢复有货（Ctrl+O）</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>Phrases speak of this product. Click to choose it no more.</source>
        <translation>话术里说的就是这个商品。点击取消选定。</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>已售罄</translation>
    </message>
    <message>
        <source>Mark sold out</source>
        <translation>标记售罄</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>No product found for “{text}”.</source>
        <translation>没有找到“{text}”相关的商品。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No products yet. A workbook brings them all at once.</source>
        <translation>还没有商品。用表格可以一次导入全部商品。</translation>
    </message>
</context>
<context>
    <name>PublishFoot</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>去检查</translation>
    </message>
    <message>
        <source>Go on with {count} warnings</source>
        <translation>带着 {count} 条提醒继续</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>看改了什么</translation>
    </message>
    <message>
        <source>Publish number {number}</source>
        <translation>发布第 {number} 次</translation>
    </message>
    <message>
        <source>Save as the shared file</source>
        <translation>存为共享文件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Choose where it goes</source>
        <translation>选发到哪里</translation>
    </message>
</context>
<context>
    <name>PublishWindow</name>
    <message>
        <source>The key is made. Tell its fingerprint to the team.</source>
        <translation>钥匙已生成，请把指纹告诉大家。</translation>
    </message>
    <message>
        <source>Make the key first; everything that is published is signed with it.</source>
        <translation>请先生成钥匙，发布的内容要用它签名。</translation>
    </message>
    <message>
        <source>Type the password of the key.</source>
        <translation>请输入钥匙的密码。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was published.</source>
        <translation>已停止，什么都没有发布。</translation>
    </message>
    <message>
        <source>Somebody was faster; nothing of yours was published. Have a look.</source>
        <translation>有人先发布了，您的没有发出去，请看一看。</translation>
    </message>
    <message>
        <source>The shared file is written.</source>
        <translation>共享文件已写好。</translation>
    </message>
    <message>
        <source>Publication {number} is out.</source>
        <translation>第 {number} 次发布已完成。</translation>
    </message>
    <message>
        <source>Nothing was published. {why}</source>
        <translation>没有发布。{why}</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>Stopping, if nobody has seen anything of it yet…</source>
        <translation>还没有人看到的话，马上停下…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Publish a pack</source>
        <translation>发布话术包</translation>
    </message>
    <message>
        <source>Choose where it goes, then go on.</source>
        <translation>先选发到哪里，再继续。</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Enter goes on · Esc cancels</source>
        <translation>Enter 继续 · Esc 取消</translation>
    </message>
    <message>
        <source>Questions of the phrase</source>
        <translation>话术的提问</translation>
    </message>
    <message>
        <source>Without an answer here the phrase cannot be pasted · Esc cancels</source>
        <translation>这里不填，话术就发不出去 · Esc 取消</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Unpaid orders</source>
        <translation>待付款订单</translation>
    </message>
    <message>
        <source>{count} orders, {money} at risk</source>
        <translation>待付 {count} 笔，{money}</translation>
    </message>
    <message>
        <source>1 order, {money} at risk</source>
        <translation>待付 1 笔，{money}</translation>
    </message>
    <message>
        <source>{count} of {all} orders, {money} at risk</source>
        <translation>{all} 笔中的 {count} 笔，{money}</translation>
    </message>
    <message>
        <source>{money} recovered today ({count})</source>
        <translation>今日挽回 {money}（{count} 笔）</translation>
    </message>
    <message>
        <source>Loading the orders…</source>
        <translation>正在载入订单…</translation>
    </message>
    <message>
        <source>No order comes through this filter.</source>
        <translation>没有符合筛选条件的订单。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No order waits for its payment. Type one above, such as “buyer 128 14:05”.</source>
        <translation>没有待付款的订单。可在上方输入一行，例如“小熊猫 128 聚 14:05”。</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>New countdown: a time and what it is for</source>
        <translation>新的计时：时间和事情</translation>
    </message>
    <message>
        <source>15m call back · tomorrow 9:00</source>
        <translation>15m 回电 · 21:30 开抢 · 明天 9:00</translation>
    </message>
</context>
<context>
    <name>ReadersPage</name>
    <message>
        <source>The names lie on the clipboard.</source>
        <translation>名字已复制。</translation>
    </message>
    <message>
        <source>Nothing was published here yet.</source>
        <translation>这里还没有发布过。</translation>
    </message>
    <message>
        <source>Publication {number}: {done} of {all} have read everything</source>
        <translation>第 {number} 次发布：{all} 人中 {done} 人已看完</translation>
    </message>
    <message>
        <source>No agent has written anything back yet. Each does when it takes the publication over, unless the folder can only be read; then nobody can see here who has read.</source>
        <translation>还没有客服回报。电脑换上新话术时会回报；文件夹只能读的话，这里就看不到谁看过。</translation>
    </message>
    <message>
        <source>This publication has no must-reads; whoever uses it is listed with its number.</source>
        <translation>这次没有必读；谁用着第几次都列在这里。</translation>
    </message>
    <message>
        <source>Must-reads: {names}</source>
        <translation>必读：{names}</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Has read</source>
        <translation>看过</translation>
    </message>
    <message>
        <source>Still to read</source>
        <translation>还没看的</translation>
    </message>
    <message>
        <source>Uses number</source>
        <translation>在用第几次</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Who has read</source>
        <translation>谁看过了</translation>
    </message>
    <message>
        <source>Copy the names of those who have not</source>
        <translation>复制还没看的人</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Who should read, one name a line</source>
        <translation>应该看的人，一行一个名字</translation>
    </message>
    <message>
        <source>The names as they stand in each PC&apos;s settings; who was never heard of is listed.</source>
        <translation>和每台电脑设置里的名字一致；一直没有消息的人也会列出来。</translation>
    </message>
    <message>
        <source>Publication {number}: {done} of {all} use it</source>
        <translation>第 {number} 次发布：{all} 人中 {done} 人在用</translation>
    </message>
</context>
<context>
    <name>RelatedRow</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Reason, in words for the buyer</source>
        <translation>推荐理由（说给买家）</translation>
    </message>
    <message>
        <source>Type a part of its name</source>
        <translation>输入名称的一部分</translation>
    </message>
    <message>
        <source>the same size, and it is in stock</source>
        <translation>大小一样，而且有货</translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>“{text}” is no number of minutes from 1 to {most}.</source>
        <translation>“{text}”不是 1 到 {most} 的分钟数。</translation>
    </message>
    <message>
        <source>At most {most} of them.</source>
        <translation>最多 {most} 个。</translation>
    </message>
    <message>
        <source>Write seconds, such as 2.5 or -0.3; at most a day.</source>
        <translation>请写秒数，例如 2.5 或 -0.3，最多一天。</translation>
    </message>
    <message>
        <source>There is no time zone “{name}”. Choose one of the list.</source>
        <translation>没有时区“{name}”，请从列表中选择。</translation>
    </message>
    <message>
        <source>Only the beginning or the end itself is told.</source>
        <translation>只在开始或结束的那一刻提醒。</translation>
    </message>
    <message>
        <source>Minutes before a countdown comes. The last one is told with more emphasis.</source>
        <translation>到点前多少分钟提醒，最后一次会更醒目。</translation>
    </message>
    <message>
        <source>All moments of activities are meant in it. There it is {moment} now (UTC{offset}).</source>
        <translation>活动里的时间都按这个时区。那里现在是{moment}（UTC{offset}）。</translation>
    </message>
    <message>
        <source>Tell me before it comes (minutes)</source>
        <translation>提前提醒（分钟）</translation>
    </message>
    <message>
        <source>Another one, such as 30</source>
        <translation>再加一个，例如 30</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>带声音</translation>
    </message>
    <message>
        <source>Listen:</source>
        <translation>试听：</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>提前提醒</translation>
    </message>
    <message>
        <source>The last step</source>
        <translation>最后一次</translation>
    </message>
    <message>
        <source>It is time</source>
        <translation>到点</translation>
    </message>
    <message>
        <source>The platform&apos;s clock</source>
        <translation>平台时间</translation>
    </message>
    <message>
        <source>Open a page of the platform that shows its time or a countdown, and press the keys until both change at the same moment.</source>
        <translation>打开平台上带时间或倒计时的页面，按按钮调到两边同时跳秒为止。</translation>
    </message>
    <message>
        <source>The shop&apos;s time zone</source>
        <translation>店铺时区</translation>
    </message>
    <message>
        <source>Listen to the sounds</source>
        <translation>试听提示音</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A group needs a name.</source>
        <translation>请写上分组名称。</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>There is such a group with {count} phrases: the two become one.</source>
        <translation>已有这个分组（{count} 条话术），两组会合在一起。</translation>
    </message>
    <message>
        <source>Rename the group with {count} phrases</source>
        <translation>给分组改名（{count} 条话术）</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>给分组改名</translation>
    </message>
    <message>
        <source>New name; A / B for a group in a group</source>
        <translation>新名称；分组里的分组写成 甲 / 乙</translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>All activities</source>
        <translation>全部活动</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已导出：{file}</translation>
    </message>
    <message>
        <source>The chart lies on the clipboard as a picture.</source>
        <translation>图表已复制为图片。</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>At most {count} days.</source>
        <translation>最多{count}天。</translation>
    </message>
    <message>
        <source>Nothing ended in these days. Choose others, or come back later.</source>
        <translation>这几天还没有订单结束，换个日期或稍后再看。</translation>
    </message>
    <message>
        <source>Nobody was urged in these days.</source>
        <translation>这几天没有催付过。</translation>
    </message>
    <message>
        <source>Orders report {day}.xlsx</source>
        <translation>订单报表 {day}.xlsx</translation>
    </message>
    <message>
        <source>Where shall the report go?</source>
        <translation>报表存到哪里？</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>近{count}天</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>From (day)</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Until (day, this one too)</source>
        <translation>结束日期（含当天）</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>图表数据</translation>
    </message>
    <message>
        <source>No phrase was used yet.</source>
        <translation>还没有用过话术。</translation>
    </message>
    <message>
        <source>Against the days from</source>
        <translation>对比日期（开始）</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Removed “{name}”.</source>
        <translation>已移除“{name}”。</translation>
    </message>
    <message>
        <source>Removed a row.</source>
        <translation>已移除一行。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>放回</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Back to the program&apos;s own</source>
        <translation>恢复程序自带的</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep and check again</source>
        <translation>保存并重新检查</translation>
    </message>
    <message>
        <source>Write the longer word in which “{word}” is harmless behind the bar, then keep the list.</source>
        <translation>在竖线后面写上不算违规的整词（含“{word}”），再保存。</translation>
    </message>
    <message>
        <source>These are the program&apos;s own. Ctrl+Z brings yours back.</source>
        <translation>已换成程序自带的词表，按 Ctrl+Z 找回您的。</translation>
    </message>
    <message>
        <source>Line {line} is no rule: {text}</source>
        <translation>第 {line} 行看不懂：{text}</translation>
    </message>
    <message>
        <source>Lists of words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>One rule a line</source>
        <translation>一行一条</translation>
    </message>
    <message>
        <source>block: stops a publication. refuse: never to be said. warn: with care. promise: hard to keep. Behind the bar stand longer words in which the word is harmless. allow: a text in which nothing is looked for. host: the platform&apos;s own addresses. network: other networks. longest: characters of one message.</source>
        <translation>block：有这个词就不能发布；refuse：绝不能说；warn：慎用；promise：难以兑现的承诺。竖线后面是不算违规的整词。allow：这一整句里什么都不查；host：平台自己的网址；network：别的平台；longest：一条消息的字数。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清空搜索（Esc）</translation>
    </message>
    <message>
        <source>Search by words, pinyin, initials or code</source>
        <translation>用文字、拼音、首字母或编码搜索</translation>
    </message>
    <message>
        <source>Phrases, activities, products</source>
        <translation>搜话术、活动、商品</translation>
    </message>
</context>
<context>
    <name>SegmentRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>New activity (Ctrl+N)</source>
        <translation>新建活动（Ctrl+N）</translation>
    </message>
    <message>
        <source>New product (Ctrl+N)</source>
        <translation>新建商品（Ctrl+N）</translation>
    </message>
    <message>
        <source>New fact of the shop (Ctrl+N)</source>
        <translation>新建店铺问答（Ctrl+N）</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SheetBookDialog</name>
    <message>
        <source>Activities and products as a workbook</source>
        <translation>用表格导入活动和商品</translation>
    </message>
    <message>
        <source>Something was changed meanwhile, so it was read again. Please have another look.</source>
        <translation>这期间内容有改动，已经重新读取，请再看一遍。</translation>
    </message>
    <message>
        <source>The state before is kept as {backup}.</source>
        <translation>导入前的内容已备份为 {backup}。</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>{count} parts name something in the bin or are too long, and were left out.</source>
        <translation>有 {count} 处指向回收站里的内容或太长，没有写入。</translation>
    </message>
    <message>
        <source>Take over 1 entry</source>
        <translation>导入 1 条</translation>
    </message>
    <message>
        <source>Take over {count} entries</source>
        <translation>导入 {count} 条</translation>
    </message>
</context>
<context>
    <name>SheetBookHead</name>
    <message>
        <source>Drop a workbook of activities and products here. The template shows how to fill one in; the export holds all that you have.</source>
        <translation>把活动和商品的表格拖到这里。模板里有填写示范，导出的是您现有的全部内容。</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Where shall the template go?</source>
        <translation>模板存到哪里？</translation>
    </message>
    <message>
        <source>Activities template.xlsx</source>
        <translation>活动商品模板.xlsx</translation>
    </message>
    <message>
        <source>Where shall the workbook go?</source>
        <translation>表格存到哪里？</translation>
    </message>
    <message>
        <source>Activities and products.xlsx</source>
        <translation>活动和商品.xlsx</translation>
    </message>
    <message>
        <source>Choose a workbook…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>Write a template…</source>
        <translation>生成模板…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>SheetBookPreview</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需要看一下</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有修改</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Entries of the workbook</source>
        <translation>表格里的条目</translation>
    </message>
</context>
<context>
    <name>SheetDeeds</name>
    <message>
        <source>“{name}” is in the bin</source>
        <translation>“{name}”已移入回收站</translation>
    </message>
    <message>
        <source>“{name}” is marked sold out</source>
        <translation>“{name}”已标记为售罄</translation>
    </message>
    <message>
        <source>“{name}” can be sold again</source>
        <translation>“{name}”已恢复有货</translation>
    </message>
    <message>
        <source>Undone: {count} entries are as they were before.</source>
        <translation>已撤销：{count} 项恢复原样。</translation>
    </message>
    <message>
        <source>{count} entries were taken in</source>
        <translation>已收入 {count} 项</translation>
    </message>
    <message>
        <source>{count} entries are in the bin</source>
        <translation>{count} 条已移入回收站</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Load the Double Eleven sample</source>
        <translation>载入双11示例</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Import a workbook…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建商品</translation>
    </message>
    <message>
        <source>New fact</source>
        <translation>新建问答</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Facts of the shop</source>
        <translation>店铺问答</translation>
    </message>
    <message>
        <source>No facts of the shop yet: hours, invoices, gift cards.</source>
        <translation>还没有店铺问答，例如上班时间、发票、贺卡。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>No setting is called “{words}”. Try another word, or the first letters of its pinyin.</source>
        <translation>没有找到“{words}”。换个词，或输入拼音首字母试试。</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清空搜索（Esc）</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Found settings</source>
        <translation>找到的设置</translation>
    </message>
</context>
<context>
    <name>SieveRow</name>
    <message>
        <source>Buyer, number, item or note; pinyin too</source>
        <translation>买家、订单号、商品或备注，也可用拼音</translation>
    </message>
    <message>
        <source>Filter the orders</source>
        <translation>筛选订单</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Filter by flag</source>
        <translation>按旗子筛选</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose what is published on the first page.</source>
        <translation>请先在第一页选要发布的内容。</translation>
    </message>
    <message>
        <source>Correct the errors of the check first.</source>
        <translation>请先改好检查出的错误。</translation>
    </message>
    <message>
        <source>Choose where it goes on the first page.</source>
        <translation>请先在第一页选发到哪里。</translation>
    </message>
    <message>
        <source>That is your own file, and saving would write over it. Agents can read it as it is, or choose another.</source>
        <translation>这就是您自己的文件，保存会覆盖它。客服可以直接读它，或者另选一个文件。</translation>
    </message>
    <message>
        <source>Comparing with what is out…</source>
        <translation>正在和已发布的对比…</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Written. Fill it in and save it; it is checked by itself.</source>
        <translation>已写好。填完保存，会自动检查。</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>It is there again with all that it brought.</source>
        <translation>已恢复，内容也都回来了。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>“{name}” was removed; its {count} things are your own now.</source>
        <translation>已移除“{name}”；其中 {count} 条现在是您自己的。</translation>
    </message>
    <message>
        <source>“{name}” was removed; its {count} things lie in the bin.</source>
        <translation>已移除“{name}”；其中 {count} 条在回收站里。</translation>
    </message>
    <message>
        <source>Which folder does your team publish in?</source>
        <translation>团队的话术发布在哪个文件夹？</translation>
    </message>
    <message>
        <source>Which file does your team keep its phrases in?</source>
        <translation>团队的话术在哪个文件里？</translation>
    </message>
    <message>
        <source>What your team publishes comes by itself. Where two say the same, the upper one goes first. What you wrote or changed yourself always stays.</source>
        <translation>团队发布的内容会自动更新。内容相同时以上面的为准。您自己写的、改过的都会保留。</translation>
    </message>
    <message>
        <source>Your team publishes phrases? Add its address: a shared folder, a file such as an Excel workbook, or a web address. From then on everything comes by itself, and what you wrote yourself stays.</source>
        <translation>团队有统一发布的话术？添加它的地址：共享文件夹、Excel 等文件或网址。以后自动更新，您自己写的都会保留。</translation>
    </message>
    <message>
        <source>Your name is missing under “General”: your lead does not see what you have read.</source>
        <translation>“常规”里还没填您的名字：主管看不到您看过哪些必读。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Confirmed. From “{name}” nothing is taken any more that another key has signed.</source>
        <translation>已确认。“{name}”今后只采用这把钥匙签过的内容。</translation>
    </message>
    <message>
        <source>Confirmed. All that “{name}” brings is in use.</source>
        <translation>已确认。“{name}”的内容全部生效。</translation>
    </message>
</context>
<context>
    <name>StageRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no phrase yet</source>
        <translation>还没有这条话术</translation>
    </message>
    <message>
        <source>6 min</source>
        <translation>6分钟</translation>
    </message>
</context>
<context>
    <name>StowingForm</name>
    <message>
        <source>What you had not saved is back.</source>
        <translation>上次没保存的内容已找回。</translation>
    </message>
    <message>
        <source>This is what is saved.</source>
        <translation>这是已保存的内容。</translation>
    </message>
    <message>
        <source>Start from what is saved</source>
        <translation>改回已保存的</translation>
    </message>
    <message>
        <source>Bring the draft back</source>
        <translation>找回草稿</translation>
    </message>
    <message>
        <source>This one is empty.</source>
        <translation>这是空白的一份。</translation>
    </message>
    <message>
        <source>Start with an empty one</source>
        <translation>从空白开始写</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Hotkeys paused</source>
        <translation>热键已暂停</translation>
    </message>
    <message>
        <source>Click to turn them on again</source>
        <translation>点击重新启用</translation>
    </message>
    <message>
        <source>{count} hotkeys taken</source>
        <translation>{count} 个热键被占用</translation>
    </message>
    <message>
        <source>Another program holds them: click to choose others</source>
        <translation>被其他程序占用了：点击改用别的</translation>
    </message>
    <message>
        <source>Hotkeys on</source>
        <translation>热键已启用</translation>
    </message>
    <message>
        <source>Click to pause all hotkeys</source>
        <translation>点击暂停全部热键</translation>
    </message>
    <message>
        <source>Pasted last: click to show it in the list</source>
        <translation>最近粘贴的话术：点击在列表中查看</translation>
    </message>
    <message>
        <source>Enter pastes, Ctrl+Enter copies</source>
        <translation>Enter 粘贴，Ctrl+Enter 复制</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
</context>
<context>
    <name>TemplateCell</name>
    <message>
        <source>Insert a fact…</source>
        <translation>插入变量…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Phrases speak of this activity. Click to choose it no more.</source>
        <translation>话术里说的就是这个活动。点击取消选定。</translation>
    </message>
    <message>
        <source>Click: phrases speak of this activity.</source>
        <translation>点击选定：话术里说的就是这个活动。</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选定</translation>
    </message>
</context>
<context>
    <name>TimerDeeds</name>
    <message>
        <source>Done: gone from the list (Enter or Del)</source>
        <translation>完成并移出列表（Enter 或 Del）</translation>
    </message>
    <message>
        <source>+{count} min</source>
        <translation>+{count} 分</translation>
    </message>
    <message>
        <source>Show this activity (Enter)</source>
        <translation>查看这个活动（Enter）</translation>
    </message>
    <message>
        <source>Paste time left</source>
        <translation>粘贴剩余时间</translation>
    </message>
    <message>
        <source>Tell the buyer how long is left (Ctrl+Enter)</source>
        <translation>告诉买家还剩多久（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Open activity</source>
        <translation>打开活动</translation>
    </message>
    <message>
        <source>Tell me again in {count} minutes (Alt+{key})</source>
        <translation>{count} 分钟后再提醒（Alt+{key}）</translation>
    </message>
</context>
<context>
    <name>TimerList</name>
    <message>
        <source>Countdowns</source>
        <translation>计时</translation>
    </message>
</context>
<context>
    <name>TimersPanel</name>
    <message>
        <source>“{name}” is done</source>
        <translation>“{name}”已完成</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>15m call back</source>
        <translation>15m 回电</translation>
    </message>
    <message>
        <source>21:30 opening</source>
        <translation>21:30 开抢</translation>
    </message>
    <message>
        <source>Nothing is counted down. Type a time and what it is for, such as:</source>
        <translation>还没有倒计时。输入时间和事情，例如：</translation>
    </message>
    <message>
        <source>Countdowns</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{name}” comes again in {count} min</source>
        <translation>“{name}”{count}分钟后再提醒</translation>
    </message>
</context>
<context>
    <name>Tokens</name>
    <message>
        <source>Remove {text}</source>
        <translation>移除 {text}</translation>
    </message>
</context>
<context>
    <name>TransitRow</name>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Days from</source>
        <translation>最少天数</translation>
    </message>
    <message>
        <source>Days to</source>
        <translation>最多天数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>QinDesk</source>
        <translation>亲台</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>隐藏窗口</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Turn hotkeys on</source>
        <translation>启用热键</translation>
    </message>
    <message>
        <source>Pause hotkeys</source>
        <translation>暂停热键</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>{name}: hotkeys paused</source>
        <translation>{name}：热键已暂停</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quit and install now</source>
        <translation>现在退出并安装</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>Installed: {version}</source>
        <translation>已安装：{version}</translation>
    </message>
    <message>
        <source>Published {moment} · {size}, downloaded and checked</source>
        <translation>{moment} 发布 · {size}，已下载并核验</translation>
    </message>
    <message>
        <source>Last looked: {moment}</source>
        <translation>上次检查：{moment}</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>打开文件位置</translation>
    </message>
    <message>
        <source>Do not install it</source>
        <translation>先不安装</translation>
    </message>
    <message>
        <source>Install when I quit</source>
        <translation>退出时安装</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>现在检查</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>跳过这个版本</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>检查新版本</translation>
    </message>
</context>
<context>
    <name>WhatPart</name>
    <message>
        <source>Where shall the blank workbook go?</source>
        <translation>空白工作簿存到哪里？</translation>
    </message>
    <message>
        <source>Packs {files}</source>
        <translation>话术包 {files}</translation>
    </message>
    <message>
        <source>Choose what is published</source>
        <translation>选择要发布的文件</translation>
    </message>
    <message>
        <source>Drop the workbook of your team here. Without one, write a blank workbook and fill it in.</source>
        <translation>把团队的工作簿拖到这里。还没有的话，先写一个空白工作簿来填。</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>What this PC holds</source>
        <translation>这台电脑上的内容</translation>
    </message>
    <message>
        <source>What is published</source>
        <translation>发布什么</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Blank workbook…</source>
        <translation>空白工作簿…</translation>
    </message>
    <message>
        <source>Blank workbook in English…</source>
        <translation>英文空白工作簿…</translation>
    </message>
    <message>
        <source>Blank workbook in Chinese…</source>
        <translation>中文空白工作簿…</translation>
    </message>
    <message>
        <source>Fill it in and save it; it is checked again by itself each time.</source>
        <translation>在 Excel 里填好保存，每次保存都会自动再查一遍。</translation>
    </message>
</context>
<context>
    <name>WhatsNew</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新功能</translation>
    </message>
    <message>
        <source>Nothing is written about this version.</source>
        <translation>这个版本没有说明。</translation>
    </message>
</context>
<context>
    <name>WhichRow</name>
    <message>
        <source>Which product is meant?</source>
        <translation>说的是哪个商品？</translation>
    </message>
    <message>
        <source>Which activity is meant?</source>
        <translation>说的是哪个活动？</translation>
    </message>
    <message>
        <source>Part of its name</source>
        <translation>输入名称的一部分</translation>
    </message>
    <message>
        <source>Nothing has this in its name · Esc cancels</source>
        <translation>没有名称含这些字的 · Esc 取消</translation>
    </message>
    <message>
        <source>Enter takes the marked one, Alt+digit another · Esc cancels</source>
        <translation>Enter 选标出的，Alt+数字选其他 · Esc 取消</translation>
    </message>
    <message>
        <source>Press its digit · Esc cancels</source>
        <translation>按数字选择 · Esc 取消</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>Which buyer&apos;s order is meant?</source>
        <translation>是哪位买家的订单？</translation>
    </message>
</context>
<context>
    <name>WindowPage</name>
    <message>
        <source>None: the window stands free</source>
        <translation>没有停靠</translation>
    </message>
    <message>
        <source>The window is</source>
        <translation>窗口形式</translation>
    </message>
    <message>
        <source>A popup comes up</source>
        <translation>弹窗出现在</translation>
    </message>
    <message>
        <source>Beside the chat&apos;s window</source>
        <translation>停靠的聊天窗口</translation>
    </message>
    <message>
        <source>The hotkey calls it and sends it away; it goes after the paste and with Esc.</source>
        <translation>按热键打开，再按一次收起；粘贴后或按 Esc 也会收起。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Stand free</source>
        <translation>不再停靠</translation>
    </message>
    <message>
        <source>Edge of the screen</source>
        <translation>停靠的屏幕边</translation>
    </message>
    <message>
        <source>Always on top of other windows</source>
        <translation>总在其他窗口前面</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>{count} orders go with their buyers, history and promises. This cannot be undone. Phrases, activities and settings stay.</source>
        <translation>将删除 {count} 笔订单，连同买家、记录和跟进，无法撤销。话术、活动和设置都会保留。</translation>
    </message>
    <message>
        <source>Out of the backups too</source>
        <translation>备份里的也一并删除</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Pieces of {product}</source>
        <translation>{product}的件数</translation>
    </message>
    <message>
        <source>One piece less</source>
        <translation>减一件</translation>
    </message>
    <message>
        <source>One piece more</source>
        <translation>加一件</translation>
    </message>
    <message>
        <source>Remove {product}</source>
        <translation>去掉{product}</translation>
    </message>
</context>
<context>
    <name>activity_summary</name>
    <message>
        <source>at most {count} each</source>
        <translation>每人限购 {count} 件</translation>
    </message>
    <message>
        <source>{count} fees</source>
        <translation>{count} 条补差</translation>
    </message>
</context>
<context>
    <name>backup</name>
    <message>
        <source>As many of everything as now; what is written in them may differ.</source>
        <translation>各项数量与现在相同，内容可能不同。</translation>
    </message>
    <message>
        <source>What restoring would bring, beside what there is now:</source>
        <translation>恢复后各项的数量（括号里是现在的）：</translation>
    </message>
    <message>
        <source>{then} (now {now})</source>
        <translation>{then}（现在 {now}）</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Questions of the shop</source>
        <translation>店铺问答</translation>
    </message>
    <message>
        <source>Countdowns of your own</source>
        <translation>自己的计时</translation>
    </message>
    <message>
        <source>Orders not paid yet</source>
        <translation>待付款订单</translation>
    </message>
    <message>
        <source>Orders that ended</source>
        <translation>已结束订单</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>回收站里</translation>
    </message>
</context>
<context>
    <name>beside_chat</name>
    <message>
        <source>The window stands beside {program} from now on.</source>
        <translation>以后会停在 {program} 旁边。</translation>
    </message>
    <message>
        <source>Stand free</source>
        <translation>不再停靠</translation>
    </message>
    <message>
        <source>The window stands free now.</source>
        <translation>已经不再停靠。</translation>
    </message>
    <message>
        <source>Beside the chat again</source>
        <translation>重新停靠</translation>
    </message>
    <message>
        <source>No room beside the chat, so QinDesk is inside. Make the chat narrower.</source>
        <translation>聊天窗口旁边没有地方，先停在里面。可以把它调窄。</translation>
    </message>
</context>
<context>
    <name>bin_rows</name>
    <message>
        <source>Phrase</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问答</translation>
    </message>
</context>
<context>
    <name>calculator</name>
    <message>
        <source>Type amounts, for example 89+128*2.</source>
        <translation>请输入金额，例如 89+128*2。</translation>
    </message>
    <message>
        <source>“{part}” is no amount: figures, + − × and brackets can stand here.</source>
        <translation>“{part}”不是金额：这里可以写数字、+ − × 和括号。</translation>
    </message>
    <message>
        <source>A figure is missing after “{before}”.</source>
        <translation>“{before}”后面少了一个数。</translation>
    </message>
    <message>
        <source>Put + − or × before “{part}”.</source>
        <translation>“{part}”前面少了 +、− 或 ×。</translation>
    </message>
    <message>
        <source>A bracket has no other half at “{part}”.</source>
        <translation>“{part}”处的括号不成对。</translation>
    </message>
    <message>
        <source>An amount has at most two decimals.</source>
        <translation>金额只到分，小数最多两位。</translation>
    </message>
    <message>
        <source>The comma does not part thousands. Put + between amounts.</source>
        <translation>这个逗号不是千位分隔；几个金额之间请用 + 号。</translation>
    </message>
    <message>
        <source>“{part}” is no number of pieces: a whole number from 1.</source>
        <translation>“{part}”不是件数：件数是 1 以上的整数。</translation>
    </message>
    <message>
        <source>More is taken off here than there is before it.</source>
        <translation>这里减得比前面的金额还多。</translation>
    </message>
    <message>
        <source>“{part}” is too large.</source>
        <translation>“{part}”太大了。</translation>
    </message>
    <message>
        <source>Too long: at most {letters} letters.</source>
        <translation>太长了：最多 {letters} 个字符。</translation>
    </message>
    <message>
        <source>Too many: at most {lines} amounts.</source>
        <translation>太多了：最多 {lines} 个金额。</translation>
    </message>
    <message>
        <source>Too many brackets inside each other.</source>
        <translation>括号套得太深了。</translation>
    </message>
    <message>
        <source>A figure is missing before “{part}”.</source>
        <translation>“{part}”前面少了一个数。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>{name}: its price</source>
        <translation>{name}价</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Coupon {name}</source>
        <translation>店铺券 {name}</translation>
    </message>
    <message>
        <source>Platform {name}</source>
        <translation>平台 {name}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>省 {amount}</translation>
    </message>
    <message>
        <source>Gift: {gift}</source>
        <translation>赠品：{gift}</translation>
    </message>
    <message>
        <source>{add} more: gift {offer}</source>
        <translation>再凑 {add}：送{offer}</translation>
    </message>
    <message>
        <source>{add} more: coupon {offer}, {total} to pay</source>
        <translation>再凑 {add}：可用券 {offer}，到时实付 {total}</translation>
    </message>
    <message>
        <source>{add} more: {threshold} reached, {total} to pay</source>
        <translation>再凑 {add}：满 {threshold}，到时实付 {total}</translation>
    </message>
    <message>
        <source>, less than now</source>
        <translation>，比现在还少</translation>
    </message>
    <message>
        <source>{0} allows {1} per buyer, these are {2} pieces.</source>
        <translation>{0}每位顾客限购 {1} 件，这里有 {2} 件。</translation>
    </message>
    <message>
        <source>{0} is out of stock.</source>
        <translation>{0}没有货了。</translation>
    </message>
    <message>
        <source>“{0}” holds for certain products: pick them instead of typing.</source>
        <translation>“{0}”只对部分商品有效：请选商品，不要只输金额。</translation>
    </message>
    <message>
        <source>Only {0} is used: with the other offer too it would not cost less.</source>
        <translation>只用了 {0}：和另一项优惠不能同用，或同用也不更省。</translation>
    </message>
    <message>
        <source>No activity is on sale then: prices are as they are.</source>
        <translation>这时没有活动开售，按原价算。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>已售罄</translation>
    </message>
    <message>
        <source>{add} more: {offer}, {total} to pay</source>
        <translation>再凑 {add}：{offer}，到时实付 {total}</translation>
    </message>
</context>
<context>
    <name>clear_button</name>
    <message>
        <source>Empty the line</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go to {place}</source>
        <translation>打开“{place}”</translation>
    </message>
    <message>
        <source>News of packs</source>
        <translation>话术包的新内容</translation>
    </message>
    <message>
        <source>Note an order</source>
        <translation>记一笔订单</translation>
    </message>
    <message>
        <source>Take over copied order texts…</source>
        <translation>粘贴订单文字…</translation>
    </message>
    <message>
        <source>Import the platform&apos;s orders…</source>
        <translation>导入平台订单…</translation>
    </message>
    <message>
        <source>Hand over the shift…</source>
        <translation>交接班…</translation>
    </message>
    <message>
        <source>Outcomes and reports…</source>
        <translation>结果和报表…</translation>
    </message>
    <message>
        <source>New phrase…</source>
        <translation>新建话术…</translation>
    </message>
    <message>
        <source>Import phrases…</source>
        <translation>导入话术…</translation>
    </message>
    <message>
        <source>Export phrases…</source>
        <translation>导出话术…</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>回收站…</translation>
    </message>
    <message>
        <source>Packs of your team…</source>
        <translation>团队的话术包…</translation>
    </message>
    <message>
        <source>Publish a pack…</source>
        <translation>发布话术包…</translation>
    </message>
    <message>
        <source>Offer calculator…</source>
        <translation>优惠计算器…</translation>
    </message>
    <message>
        <source>New activity…</source>
        <translation>新建活动…</translation>
    </message>
    <message>
        <source>New product…</source>
        <translation>新建商品…</translation>
    </message>
    <message>
        <source>New question of the shop…</source>
        <translation>新建店铺问答…</translation>
    </message>
    <message>
        <source>Workbook of activities: import or export…</source>
        <translation>活动表格：导入或导出…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>All keys…</source>
        <translation>全部按键…</translation>
    </message>
    <message>
        <source>Stand beside the chat…</source>
        <translation>停在聊天窗口旁边…</translation>
    </message>
    <message>
        <source>Stand at the left edge</source>
        <translation>停靠屏幕左边</translation>
    </message>
    <message>
        <source>Stand at the right edge</source>
        <translation>停靠屏幕右边</translation>
    </message>
    <message>
        <source>Stand free</source>
        <translation>自由摆放</translation>
    </message>
    <message>
        <source>Always on top: on or off</source>
        <translation>总在最前：开或关</translation>
    </message>
    <message>
        <source>Turn hotkeys on</source>
        <translation>启用热键</translation>
    </message>
    <message>
        <source>Pause hotkeys</source>
        <translation>暂停热键</translation>
    </message>
    <message>
        <source>New versions…</source>
        <translation>新版本…</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>隐藏窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Window: {mode}</source>
        <translation>窗口：{mode}</translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message>
        <source>Nothing was pasted yet, so there is nothing to paste again.</source>
        <translation>还没有粘贴过话术，没有可以再次粘贴的。</translation>
    </message>
    <message>
        <source>There is no pinned phrase {number}. Pin one with Ctrl+P in the list.</source>
        <translation>没有第 {number} 条置顶话术。在列表里按 Ctrl+P 可以置顶。</translation>
    </message>
    <message>
        <source>Our mistake stopped the paste. Look at the chat before you send.</source>
        <translation>亲台出错，已停止粘贴。发送前请看一下聊天窗口。</translation>
    </message>
</context>
<context>
    <name>doors</name>
    <message>
        <source>{count} phrases are ready. Try typing cf.</source>
        <translation>{count} 条话术已就绪。输入 cf 试试。</translation>
    </message>
    <message>
        <source>Not on this system: a program may read every key only on Windows.</source>
        <translation>这个系统不支持：只有在 Windows 上程序才能读取每次按键。</translation>
    </message>
    <message>
        <source>Not saved; what you wrote is kept.</source>
        <translation>还没保存；写的内容已留着。</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>What you were writing when QinDesk ended is kept.</source>
        <translation>上次退出时没写完的内容还在。</translation>
    </message>
</context>
<context>
    <name>duties</name>
    <message>
        <source>Hand over (Alt+Enter)</source>
        <translation>去交接 (Alt+Enter)</translation>
    </message>
    <message>
        <source>Promises (Alt+Enter)</source>
        <translation>看跟进 (Alt+Enter)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Promise missed {ago}: {what} (by {moment})</source>
        <translation>跟进已过点（{ago}）：{what}（{moment} 前）</translation>
    </message>
    <message>
        <source>Promise due: {what} (by {moment})</source>
        <translation>该跟进了：{what}（{moment} 前）</translation>
    </message>
    <message>
        <source>{count} promises missed, first {ago}: {names}</source>
        <translation>{count} 个跟进已过点，最早的是{ago}：{names}</translation>
    </message>
    <message>
        <source>{count} promises due, first by {moment}: {names}</source>
        <translation>{count} 个跟进到时间了，最早的是 {moment} 前：{names}</translation>
    </message>
    <message>
        <source>a buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>{shift} ends in {length}, to hand over: {left}</source>
        <translation>{shift}还有{length}结束，请交接：{left}</translation>
    </message>
    <message>
        <source>The shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>1 unpaid order</source>
        <translation>1 笔待付款</translation>
    </message>
    <message>
        <source>{count} unpaid orders</source>
        <translation>{count} 笔待付款</translation>
    </message>
    <message>
        <source>1 promise</source>
        <translation>1 个跟进</translation>
    </message>
    <message>
        <source>{count} promises</source>
        <translation>{count} 个跟进</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 处活动变更</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} 处活动变更</translation>
    </message>
    <message>
        <source>{count} promises due, {missed} missed, first {ago}: {names}</source>
        <translation>{count} 个跟进到时间了，{missed} 个已过点，最早的是{ago}：{names}</translation>
    </message>
    <message>
        <source>{shift} ended {ago}: hand over {left}</source>
        <translation>{shift}{ago}结束了，请交接：{left}</translation>
    </message>
</context>
<context>
    <name>entry_words</name>
    <message>
        <source>Platform sale</source>
        <translation>平台大促</translation>
    </message>
    <message>
        <source>Group-buy</source>
        <translation>聚划算</translation>
    </message>
    <message>
        <source>Brand group</source>
        <translation>品牌团</translation>
    </message>
    <message>
        <source>The shop&apos;s own</source>
        <translation>店铺活动</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>开售</translation>
    </message>
    <message>
        <source>Extra window</source>
        <translation>加场</translation>
    </message>
    <message>
        <source>By the goods, before the coupon</source>
        <translation>按商品金额（用券前）</translation>
    </message>
    <message>
        <source>By what is left after the coupon</source>
        <translation>按用券后的金额</translation>
    </message>
    <message>
        <source>Its activity or phase is not there any more: it is not offered.</source>
        <translation>所属的活动或阶段已不存在，不会再提供。</translation>
    </message>
    <message>
        <source>Not yet: it begins {moment}, in {length}.</source>
        <translation>尚未生效：{moment}开始，还有{length}。</translation>
    </message>
    <message>
        <source>Over: it ended {moment}, {length} ago.</source>
        <translation>已失效：{moment}结束，已过{length}。</translation>
    </message>
    <message>
        <source>It holds now, until {moment}.</source>
        <translation>现在有效，到{moment}。</translation>
    </message>
    <message>
        <source>It holds now.</source>
        <translation>现在有效。</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Left out, because there is only a picture</source>
        <translation>不导出：只有图片，没有文字</translation>
    </message>
    <message>
        <source>Left out, because there is no short code that the input method takes (letters first, then digits)</source>
        <translation>不导出：没有输入法能用的快捷编码（字母开头，后面可跟数字）</translation>
    </message>
    <message>
        <source>Left out, because the text is longer than a cell can be</source>
        <translation>不导出：内容太长，一个单元格放不下</translation>
    </message>
    <message>
        <source>A letter or a blank of the text has no place in this file and is written otherwise</source>
        <translation>内容里有文件放不下的字符或空格，会略有改动</translation>
    </message>
    <message>
        <source>The variables in double braces stay as they are and are not filled in there</source>
        <translation>双花括号里的变量会原样保留，对方软件不会替您填上</translation>
    </message>
    <message>
        <source>Rare letters or emoji that old programs may show wrong</source>
        <translation>有生僻字或表情符号，旧软件可能显示不正常</translation>
    </message>
    <message>
        <source>The pictures stay here</source>
        <translation>图片不会带过去</translation>
    </message>
    <message>
        <source>From when and until when it holds is left out</source>
        <translation>不带有效时间</translation>
    </message>
    <message>
        <source>Sending in parts, or copying only, is left out</source>
        <translation>不带“分段发送”或“只复制”的设置</translation>
    </message>
    <message>
        <source>The title is left out; the beginning of the text takes its place</source>
        <translation>不带标题，读回来时用内容开头代替</translation>
    </message>
    <message>
        <source>Short codes are left out or cut apart</source>
        <translation>快捷编码不带，或会被拆开</translation>
    </message>
    <message>
        <source>The group is left out</source>
        <translation>不带分组</translation>
    </message>
    <message>
        <source>Groups inside groups are joined into fewer levels</source>
        <translation>多级分组会合并成较少的层级</translation>
    </message>
    <message>
        <source>The name of the group is written otherwise</source>
        <translation>分组名称会略有改动</translation>
    </message>
    <message>
        <source>Without a group it goes into 未分组</source>
        <translation>没有分组的放到“未分组”</translation>
    </message>
    <message>
        <source>Keywords are left out or cut apart</source>
        <translation>关键词不带，或会被拆开</translation>
    </message>
    <message>
        <source>The buyers&apos; questions are left out or cut apart</source>
        <translation>买家问题不带，或会被拆开</translation>
    </message>
    <message>
        <source>The stage is left out</source>
        <translation>不带环节</translation>
    </message>
    <message>
        <source>The role is left out</source>
        <translation>不带岗位</translation>
    </message>
    <message>
        <source>The pin is left out</source>
        <translation>不带置顶</translation>
    </message>
    <message>
        <source>Several blanks in a row of a title or a group become one</source>
        <translation>标题或分组里的连续空格会并成一个</translation>
    </message>
    <message>
        <source>The hotkey and sending by itself stay on this PC</source>
        <translation>快捷键和“粘贴后直接发送”只留在这台电脑</translation>
    </message>
    <message>
        <source>Table for Excel or WPS</source>
        <translation>Excel / WPS 表格</translation>
    </message>
    <message>
        <source>Qianniu quick phrases</source>
        <translation>千牛快捷短语</translation>
    </message>
    <message>
        <source>Kefubao</source>
        <translation>客服宝</translation>
    </message>
    <message>
        <source>Sogou input method</source>
        <translation>搜狗输入法自定义短语</translation>
    </message>
    <message>
        <source>espanso</source>
        <translation>espanso</translation>
    </message>
    <message>
        <source>QinDesk on another PC</source>
        <translation>另一台电脑上的亲台</translation>
    </message>
    <message>
        <source>To look through and edit, and to import here again</source>
        <translation>方便查看和修改，改完可以再导入</translation>
    </message>
    <message>
        <source>For Qianniu&apos;s own import: code, text and one level of groups</source>
        <translation>供千牛导入：编码、内容和一级分组</translation>
    </message>
    <message>
        <source>For Kefubao&apos;s import: two levels of groups, title and text</source>
        <translation>供客服宝导入：两级分类、标题和内容</translation>
    </message>
    <message>
        <source>Whoever types a short code is offered the text, in any program</source>
        <translation>在任何软件里打出快捷编码，输入法就给出这段话</translation>
    </message>
    <message>
        <source>Short codes become the text while typing, on any system</source>
        <translation>打字时快捷编码自动变成内容，各种系统都能用</translation>
    </message>
    <message>
        <source>For a colleague: everything but pictures and hotkeys</source>
        <translation>发给同事：除图片和快捷键外都带上</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Phrases for Qianniu</source>
        <translation>话术-千牛</translation>
    </message>
    <message>
        <source>Phrases for Kefubao</source>
        <translation>话术-客服宝</translation>
    </message>
    <message>
        <source>Phrases for Sogou</source>
        <translation>话术-搜狗</translation>
    </message>
    <message>
        <source>qindesk</source>
        <translation>qindesk</translation>
    </message>
    <message>
        <source>Phrases for colleagues</source>
        <translation>话术-给同事</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 phrase</source>
        <translation>1 条话术</translation>
    </message>
    <message>
        <source>{count} phrases</source>
        <translation>{count} 条话术</translation>
    </message>
    <message>
        <source>Written: {file} · {phrases} · {size}</source>
        <translation>已导出：{file} · {phrases} · {size}</translation>
    </message>
    <message>
        <source>It is too large to be read back here in one piece; export group by group for that.</source>
        <translation>文件太大，亲台一次读不回来；需要读回时请按分组分别导出。</translation>
    </message>
</context>
<context>
    <name>fact_cells</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>How long it holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Can I get an invoice?</source>
        <translation>能开发票吗？</translation>
    </message>
</context>
<context>
    <name>fact_lines</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>The activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>The product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>The order</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>time to the start</source>
        <translation>距离开始</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>time left of the phase</source>
        <translation>阶段剩余</translation>
    </message>
    <message>
        <source>next phase</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>start of the next phase</source>
        <translation>下一阶段时间</translation>
    </message>
    <message>
        <source>purchase limit</source>
        <translation>限购</translation>
    </message>
    <message>
        <source>above the limit</source>
        <translation>超出限购</translation>
    </message>
    <message>
        <source>coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>platform offer</source>
        <translation>满减</translation>
    </message>
    <message>
        <source>activity link</source>
        <translation>活动链接</translation>
    </message>
    <message>
        <source>how to buy</source>
        <translation>怎么买</translation>
    </message>
    <message>
        <source>if the page fails</source>
        <translation>页面打不开</translation>
    </message>
    <message>
        <source>other activities</source>
        <translation>其他活动</translation>
    </message>
    <message>
        <source>refund rules</source>
        <translation>退款规则</translation>
    </message>
    <message>
        <source>shipping promise</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>sent from</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>days on the road</source>
        <translation>到货时间</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>高峰期</translation>
    </message>
    <message>
        <source>courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>express fees</source>
        <translation>快递补差</translation>
    </message>
    <message>
        <source>product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>size compared</source>
        <translation>大小对比</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>material</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>colour remark</source>
        <translation>色差说明</translation>
    </message>
    <message>
        <source>selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>product link</source>
        <translation>商品链接</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>替代商品</translation>
    </message>
    <message>
        <source>why the substitute</source>
        <translation>替代理由</translation>
    </message>
    <message>
        <source>complement</source>
        <translation>搭配商品</translation>
    </message>
    <message>
        <source>why the complement</source>
        <translation>搭配理由</translation>
    </message>
    <message>
        <source>time left to pay</source>
        <translation>付款剩余</translation>
    </message>
    <message>
        <source>payment deadline</source>
        <translation>付款截止</translation>
    </message>
    <message>
        <source>order amount</source>
        <translation>订单金额</translation>
    </message>
    <message>
        <source>ordered items</source>
        <translation>订单商品</translation>
    </message>
    <message>
        <source>buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>订单号</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>This has to be filled in.</source>
        <translation>这里必须填写。</translation>
    </message>
    <message>
        <source>Too long: at most {name} characters.</source>
        <translation>太长了：最多 {name} 个字。</translation>
    </message>
    <message>
        <source>It holds an invisible NUL character. Delete it and try again.</source>
        <translation>含有看不见的空字符，请删掉再试。</translation>
    </message>
    <message>
        <source>It holds a broken character. Delete it and try again.</source>
        <translation>含有损坏的字符，请删掉再试。</translation>
    </message>
    <message>
        <source>There is no such fact: {names}.</source>
        <translation>没有这个变量：{names}。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>It cannot be below zero.</source>
        <translation>不能小于 0。</translation>
    </message>
    <message>
        <source>It must be more than zero.</source>
        <translation>必须大于 0。</translation>
    </message>
    <message>
        <source>Too much, surely a slip: at most {name}.</source>
        <translation>太大了，应该是手误：最多 {name}。</translation>
    </message>
    <message>
        <source>An amount has two decimals at most, the cents.</source>
        <translation>金额最多两位小数（到分）。</translation>
    </message>
    <message>
        <source>Write the share that is paid, such as 5折, 50% or 0.5.</source>
        <translation>请写实付的折扣，例如 5折、50% 或 0.5。</translation>
    </message>
    <message>
        <source>The end must come after the start.</source>
        <translation>结束必须晚于开始。</translation>
    </message>
    <message>
        <source>This year is surely a slip: moments lie between 2000 and 2099.</source>
        <translation>年份应该是手误：只能是 2000 到 2099 年。</translation>
    </message>
    <message>
        <source>It begins before “{name}” has ended. Move one of the two.</source>
        <translation>“{name}”还没结束它就开始了，请调整其中一个。</translation>
    </message>
    <message>
        <source>An extra window lies inside the activity, between its first and its last moment.</source>
        <translation>加场必须在活动的起止时间之内。</translation>
    </message>
    <message>
        <source>The discount must be less than the amount it needs.</source>
        <translation>优惠金额必须小于门槛金额。</translation>
    </message>
    <message>
        <source>The most that is taken off is less than one discount.</source>
        <translation>封顶金额比一次优惠还少。</translation>
    </message>
    <message>
        <source>The second number of days is below the first one.</source>
        <translation>最多天数小于最少天数。</translation>
    </message>
    <message>
        <source>The same stands in a row above. Keep one of them.</source>
        <translation>与上面的一行重复，请保留一行。</translation>
    </message>
    <message>
        <source>Another entry has this id. Please close the form and try again.</source>
        <translation>这个编号已被占用，请关闭后重试。</translation>
    </message>
    <message>
        <source>This activity does not exist any more. Choose another one.</source>
        <translation>这个活动已不存在，请另选一个。</translation>
    </message>
    <message>
        <source>This activity has no such phase any more. Choose another one.</source>
        <translation>这个活动已没有该阶段，请另选一个。</translation>
    </message>
    <message>
        <source>No product is called that. Type a part of its name and choose one.</source>
        <translation>没有这个商品，请输入名称的一部分再选择。</translation>
    </message>
    <message>
        <source>A product cannot stand in for itself. Choose another one.</source>
        <translation>商品不能替代自己，请另选一个。</translation>
    </message>
    <message>
        <source>The substitutes go round in a circle: {way}. Choose another one.</source>
        <translation>替代商品绕成了一圈：{way}，请另选一个。</translation>
    </message>
    <message>
        <source>A short code has no spaces: {name}.</source>
        <translation>编码不能有空格：{name}。</translation>
    </message>
    <message>
        <source>This is not an amount. Write it as 128 or 9.90.</source>
        <translation>这不是金额，请写成 128 或 9.90。</translation>
    </message>
    <message>
        <source>This is not a whole number.</source>
        <translation>请填整数。</translation>
    </message>
    <message>
        <source>Write a day and a time.</source>
        <translation>请填写日期和时间。</translation>
    </message>
    <message>
        <source>This is not a day and a time. Write 11-11 20:00 or 20:00.</source>
        <translation>看不懂这个时间，请写成 11-11 20:00 或 20:00。</translation>
    </message>
    <message>
        <source>That day does not exist.</source>
        <translation>没有这一天。</translation>
    </message>
    <message>
        <source>That time does not exist; a day ends at 24:00.</source>
        <translation>没有这个时间，一天到 24:00 为止。</translation>
    </message>
    <message>
        <source>That time does not exist: the clocks are put forward over it on that day.</source>
        <translation>没有这个时间：当天时钟拨快，跳过了它。</translation>
    </message>
    <message>
        <source>The shop&apos;s time zone is not known. Choose one in the settings.</source>
        <translation>店铺时区无法识别，请在设置里选择。</translation>
    </message>
    <message>
        <source>Choose the activity it belongs to.</source>
        <translation>请选择所属的活动。</translation>
    </message>
    <message>
        <source>Choose the phase it belongs to.</source>
        <translation>请选择所属的阶段。</translation>
    </message>
    <message>
        <source>Write from when or until when it holds.</source>
        <translation>请填写开始或结束时间。</translation>
    </message>
    <message>
        <source>This cannot be kept: {rule}.</source>
        <translation>无法保存：{rule}。</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>您是不是想写 {name}？</translation>
    </message>
    <message>
        <source>{count} fields need a look.</source>
        <translation>有 {count} 处需要检查。</translation>
    </message>
    <message>
        <source>One field needs a look.</source>
        <translation>有 1 处需要检查。</translation>
    </message>
</context>
<context>
    <name>handover</name>
    <message>
        <source>The file is too large to be a handover.</source>
        <translation>文件太大，不是交接文件。</translation>
    </message>
    <message>
        <source>This is no handover file. One ends in .json and was saved in this window.</source>
        <translation>这不是交接文件。交接文件以 .json 结尾，由这个窗口保存。</translation>
    </message>
    <message>
        <source>The file was made by a newer version. Update this PC and try again.</source>
        <translation>文件来自更新的版本，请先升级这台电脑再试。</translation>
    </message>
    <message>
        <source>The file is damaged, and nothing of it was taken over. Let the other shift save it again.</source>
        <translation>文件已损坏，没有接收任何内容。请上一班重新保存一份。</translation>
    </message>
    <message>
        <source>The file could not be read. Copy it to this PC and try again.</source>
        <translation>文件读不出来，请复制到这台电脑再试。</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} the same</source>
        <translation>新增 {new}，变更 {changed}，相同 {same}</translation>
    </message>
    <message>
        <source>follow-ups {count}</source>
        <translation>待跟进 {count}</translation>
    </message>
    <message>
        <source>unconfirmed changes of activities {count}</source>
        <translation>未确认的活动变更 {count}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>活动变更</translation>
    </message>
    <message>
        <source>Kind of orders</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…… 还有 {count} 项</translation>
    </message>
</context>
<context>
    <name>house</name>
    <message>
        <source>QinDesk</source>
        <translation>亲台</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Restore the backup of {moment}</source>
        <translation>恢复 {moment} 的备份</translation>
    </message>
    <message>
        <source>Another program holds the phrases file. Close that program, then try again. Nothing was changed.</source>
        <translation>话术文件正被其他程序占用。请关闭那个程序后重试，数据没有改动。</translation>
    </message>
    <message>
        <source>The disk is full, so the phrases cannot be opened. They are safe. Free some space and try again.</source>
        <translation>磁盘已满，打不开话术。话术都还在，请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to, so the phrases cannot be opened. They are safe. Ask whoever looks after this PC for the right to write there, then try again.</source>
        <translation>数据文件夹不能写入，打不开话术。话术都还在，请让电脑管理员开通写入权限后重试。</translation>
    </message>
    <message>
        <source>Your data is still being opened. What you did is stored in a moment.</source>
        <translation>数据还在打开，您刚才做的马上就存好。</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Conflicting</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>快捷编码</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group inside the group</source>
        <translation>下级分组</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Buyer&apos;s question</source>
        <translation>买家问法</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Qianniu quick phrases</source>
        <translation>千牛快捷短语</translation>
    </message>
    <message>
        <source>Qianniu plug-in</source>
        <translation>千牛插件</translation>
    </message>
    <message>
        <source>Kefubao</source>
        <translation>客服宝</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Phrase pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Sogou phrases</source>
        <translation>搜狗自定义短语</translation>
    </message>
    <message>
        <source>line {place}</source>
        <translation>第 {place} 行</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>The file cannot be read: {names}.</source>
        <translation>文件无法读取：{names}。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB.</source>
        <translation>文件超过 {limit} MB。</translation>
    </message>
    <message>
        <source>The file has more than {limit} rows.</source>
        <translation>文件超过 {limit} 行。</translation>
    </message>
    <message>
        <source>This is not a file of phrases that can be read.</source>
        <translation>这不是可以读取的话术文件。</translation>
    </message>
    <message>
        <source>The text is neither UTF-8 nor GBK nor marked UTF-16.</source>
        <translation>文字编码既不是 UTF-8、GBK，也不是带标记的 UTF-16。</translation>
    </message>
    <message>
        <source>The file is damaged or cut off: {names}.</source>
        <translation>文件已损坏或不完整：{names}。</translation>
    </message>
    <message>
        <source>The file would unpack to more than {limit} MB.</source>
        <translation>文件解压后会超过 {limit} MB。</translation>
    </message>
    <message>
        <source>A cell far from the others ({names}) makes the sheet too large.</source>
        <translation>有一个单元格离其他内容太远（{names}），表格因此过大。</translation>
    </message>
    <message>
        <source>The file repeats itself by more than {limit} references.</source>
        <translation>文件里的重复引用超过 {limit} 处。</translation>
    </message>
    <message>
        <source>The file is nested more than {limit} levels deep.</source>
        <translation>文件嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>No column holds the text of the phrases; choose one.</source>
        <translation>没有哪一列是话术正文；请选择一列。</translation>
    </message>
    <message>
        <source>There is a header and no phrase below it.</source>
        <translation>只有表头，下面没有话术。</translation>
    </message>
    <message>
        <source>The row has no text.</source>
        <translation>这一行没有正文。</translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation>正文超过 {limit} 个字。</translation>
    </message>
    <message>
        <source>The row holds a NUL character.</source>
        <translation>这一行含有 NUL 字符。</translation>
    </message>
    <message>
        <source>The row holds half a character.</source>
        <translation>这一行含有损坏的半个字符。</translation>
    </message>
    <message>
        <source>The row is not shaped as its format asks: {names}.</source>
        <translation>这一行不符合文件格式：{names}。</translation>
    </message>
    <message>
        <source>The code {names} is too long or holds a space; it was kept as a keyword.</source>
        <translation>编码 {names} 太长或含有空格，已改作关键词。</translation>
    </message>
    <message>
        <source>The title was cut to {limit} characters.</source>
        <translation>标题已截短到 {limit} 个字。</translation>
    </message>
    <message>
        <source>The group is nested more than {limit} deep or has a very long name; it was shortened.</source>
        <translation>分组超过 {limit} 层或名称太长，已缩短。</translation>
    </message>
    <message>
        <source>These columns have no place in a phrase and were left out: {names}.</source>
        <translation>这些列在话术里没有对应项，没有导入：{names}。</translation>
    </message>
    <message>
        <source>The hidden sheet {names} was read too.</source>
        <translation>隐藏的工作表 {names} 也读取了。</translation>
    </message>
    <message>
        <source>The sheet {names} holds no phrases and was left out.</source>
        <translation>工作表 {names} 里没有话术，没有导入。</translation>
    </message>
    <message>
        <source>The picture {names} is not taken over.</source>
        <translation>图片 {names} 没有导入。</translation>
    </message>
    <message>
        <source>The variable {names} has no counterpart here and stays as text.</source>
        <translation>变量 {names} 在这里没有对应项，保留为文字。</translation>
    </message>
    <message>
        <source>The date or time {names} is written in this program&apos;s own way.</source>
        <translation>日期或时间 {names} 改用本程序的写法。</translation>
    </message>
    <message>
        <source>The random choice {names} became a phrase for each of its {limit} texts.</source>
        <translation>随机选择 {names} 的 {limit} 段文字各成为一条话术。</translation>
    </message>
    <message>
        <source>The script {names} is never run; it stays as text.</source>
        <translation>脚本 {names} 不会运行，保留为文字。</translation>
    </message>
    <message>
        <source>The pattern {names} cannot be a short code; it was kept as a keyword.</source>
        <translation>模式 {names} 不能作为快捷编码，已改作关键词。</translation>
    </message>
    <message>
        <source>The formatting was dropped, the text was kept.</source>
        <translation>去掉了格式，保留了文字。</translation>
    </message>
    <message>
        <source>Another file is named and was not followed: {names}.</source>
        <translation>其中提到另一个文件，没有跟着读取：{names}。</translation>
    </message>
    <message>
        <source>The text holds the placeholder {names}, which is not filled in by itself.</source>
        <translation>正文里有占位符 {names}，不会自动填写。</translation>
    </message>
    <message>
        <source>The same phrase stands in line {names} already.</source>
        <translation>第 {names} 行已有同样的话术。</translation>
    </message>
    <message>
        <source>The code {names} belongs to another phrase; here it becomes a keyword.</source>
        <translation>编码 {names} 已属于其他话术，在这里改作关键词。</translation>
    </message>
    <message>
        <source>Its group was left out.</source>
        <translation>它的分组没有勾选。</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{count} imported</source>
        <translation>导入 {count} 条</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 条</translation>
    </message>
    <message>
        <source>{new}, {changed}, {same} already here, {left} not taken over.</source>
        <translation>{new}，{changed}，已有 {same} 条，未导入 {left} 条。</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>更新 {count} 条</translation>
    </message>
    <message>
        <source>{told} (1 without its code)</source>
        <translation>{told}（其中 1 条不带编码）</translation>
    </message>
    <message>
        <source>{told} ({count} without their codes)</source>
        <translation>{told}（其中 {count} 条不带编码）</translation>
    </message>
    <message>
        <source>It holds only during {names}, which does not exist here; it came without that limit.</source>
        <translation>它只在“{names}”期间有效，这里没有这个活动或阶段，导入后不带这个限制。</translation>
    </message>
    <message>
        <source>The hotkey {names} was left out; the phrase can get one here.</source>
        <translation>快捷键 {names} 没有带过来，可以在这里给这条话术另设。</translation>
    </message>
    <message>
        <source>It is switched off in the other program; here it can be used.</source>
        <translation>它在原来的软件里是停用的，在这里可以使用。</translation>
    </message>
    <message>
        <source>The other program sends it at once; here you press Enter yourself, unless you choose otherwise.</source>
        <translation>原来的软件会直接发送；在这里由您自己按回车，也可以另外设置。</translation>
    </message>
    <message>
        <source>The folder holds more than {limit} files; only those were read.</source>
        <translation>文件夹里的文件超过 {limit} 个，只读了前面这些。</translation>
    </message>
    <message>
        <source>{names} does something instead of giving a text; nothing in a file is ever run, so it stays out.</source>
        <translation>{names} 是要运行的程序，不是一段话；文件里的东西从不运行，所以没有导入。</translation>
    </message>
    <message>
        <source>There are no phrases in it.</source>
        <translation>里面没有话术。</translation>
    </message>
</context>
<context>
    <name>key_sections</name>
    <message>
        <source>In this window</source>
        <translation>在本窗口</translation>
    </message>
    <message>
        <source>Activities and products</source>
        <translation>活动和商品</translation>
    </message>
    <message>
        <source>Paste the fact as a sentence; open a product</source>
        <translation>把这条资料作为一句话粘贴；打开商品</translation>
    </message>
    <message>
        <source>Activities, products, the shop&apos;s questions</source>
        <translation>活动、商品、店铺问答之间切换</translation>
    </message>
    <message>
        <source>Unpaid orders</source>
        <translation>待付款订单</translation>
    </message>
    <message>
        <source>Urge the buyer, then the next order</source>
        <translation>催付，然后到下一笔</translation>
    </message>
    <message>
        <source>Copy the buyer&apos;s name</source>
        <translation>复制买家昵称</translation>
    </message>
    <message>
        <source>It is paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>It was closed: choose the reason</source>
        <translation>已关闭：选原因</translation>
    </message>
    <message>
        <source>Give up: choose the reason</source>
        <translation>放弃：选原因</translation>
    </message>
    <message>
        <source>Remind later: 3, 5 or 10 minutes</source>
        <translation>稍后提醒：3、5 或 10 分钟</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>插旗</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A problem with the payment, with its phrase</source>
        <translation>付款问题，附带对应话术</translation>
    </message>
    <message>
        <source>Urge against the rules, or by them again</source>
        <translation>不按规则催付，或恢复按规则</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>这笔订单的经过</translation>
    </message>
    <message>
        <source>Another size, colour or address; not wanted any more</source>
        <translation>改尺码、颜色、地址；不要了</translation>
    </message>
    <message>
        <source>Edit the order</source>
        <translation>编辑订单</translation>
    </message>
    <message>
        <source>Delete the order</source>
        <translation>删除订单</translation>
    </message>
    <message>
        <source>Note an order</source>
        <translation>录一笔订单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take over copied order texts</source>
        <translation>录入复制来的订单文字</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>After payment: the phrase of what is open</source>
        <translation>付款后：贴出待办事项的话术</translation>
    </message>
    <message>
        <source>Promises: answer the buyer</source>
        <translation>跟进：回复买家</translation>
    </message>
    <message>
        <source>Promises: it is done</source>
        <translation>跟进：已完成</translation>
    </message>
    <message>
        <source>Promises: later</source>
        <translation>跟进：稍后</translation>
    </message>
    <message>
        <source>Remind again in {minutes} minutes</source>
        <translation>{minutes} 分钟后再提醒</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Done, or show the activity; in the line above: start it</source>
        <translation>完成，或查看活动；在上面的输入框里：开始计时</translation>
    </message>
    <message>
        <source>Tell the buyer how long is left</source>
        <translation>把剩余时间告诉买家</translation>
    </message>
    <message>
        <source>Delete the countdown</source>
        <translation>删除计时</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>在表单里</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>To the next section</source>
        <translation>到下一部分</translation>
    </message>
    <message>
        <source>Close; what was typed is kept as a draft</source>
        <translation>关闭；已写的内容保留为草稿</translation>
    </message>
    <message>
        <source>Paste a pinned phrase by its number</source>
        <translation>按序号粘贴置顶的话术</translation>
    </message>
    <message>
        <source>Unpaid, ended, promises</source>
        <translation>待付、已结束、跟进之间切换</translation>
    </message>
    <message>
        <source>Ended: open it again, it waits for its payment</source>
        <translation>已结束：重新打开，继续等付款</translation>
    </message>
    <message>
        <source>After payment: tick what was done, by its number</source>
        <translation>付款以后：按序号勾选做完的</translation>
    </message>
    <message>
        <source>Choose the activity that is meant; once more: none</source>
        <translation>选定说的是哪个活动，再按一次取消</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Paste the phrase</source>
        <translation>粘贴话术</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Paste a visible phrase by its number</source>
        <translation>按序号粘贴眼前的话术</translation>
    </message>
    <message>
        <source>To the filters and back</source>
        <translation>到筛选栏，再回来</translation>
    </message>
    <message>
        <source>Clear the search, then back to the chat</source>
        <translation>清空搜索，再按一次回到聊天</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Edit the phrase</source>
        <translation>编辑话术</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>置顶或取消置顶</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import phrases</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Move to another group</source>
        <translation>移到别的分组</translation>
    </message>
    <message>
        <source>Open the bin</source>
        <translation>打开回收站</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>Offer calculator</source>
        <translation>算价</translation>
    </message>
    <message>
        <source>Mark a product as sold out, or as there again</source>
        <translation>标记商品售罄，或恢复有货</translation>
    </message>
    <message>
        <source>Export phrases</source>
        <translation>导出话术</translation>
    </message>
    <message>
        <source>Phrases, activities, unpaid, timers, news</source>
        <translation>话术、活动、待付款、计时、更新</translation>
    </message>
    <message>
        <source>Column, compact, popup, wide</source>
        <translation>竖栏、精简、弹窗、宽屏</translation>
    </message>
    <message>
        <source>Stand beside the chat</source>
        <translation>停靠在聊天窗口旁</translation>
    </message>
    <message>
        <source>The key at {path} cannot be read; check who may read the file.</source>
        <translation>读不了 {path} 的钥匙，请看看谁有权限读这个文件。</translation>
    </message>
    <message>
        <source>The file {path} is no key of minisign&apos;s form.</source>
        <translation>{path} 不是 minisign 格式的钥匙。</translation>
    </message>
    <message>
        <source>The key at {path} is protected by a password, and none was given.</source>
        <translation>{path} 的钥匙有密码，还没有输入。</translation>
    </message>
    <message>
        <source>The password does not open the key at {path}.</source>
        <translation>密码打不开 {path} 的钥匙。</translation>
    </message>
    <message>
        <source>This computer has not enough memory to open the key at {path}.</source>
        <translation>这台电脑内存不够，打不开 {path} 的钥匙。</translation>
    </message>
    <message>
        <source>There is a key at {path} already. It was left as it is: packs signed with another one are refused by everybody who trusts it.</source>
        <translation>{path} 已经有一把钥匙，没有动它：换了钥匙，信任原来那把的人就不会接受。</translation>
    </message>
    <message>
        <source>The key could not be written to {path}.</source>
        <translation>钥匙写不进 {path}。</translation>
    </message>
    <message>
        <source>There is no key at {path} yet. Make one, or choose another file.</source>
        <translation>还没有 {path} 这把钥匙。请生成一把，或者选别的文件。</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>给分组改名</translation>
    </message>
    <message>
        <source>Do what the notice offers; an order to urge has it first</source>
        <translation>执行提示里的操作；要催付的订单优先</translation>
    </message>
    <message>
        <source>Import the platform&apos;s orders</source>
        <translation>导入平台订单</translation>
    </message>
    <message>
        <source>Outcomes and reports</source>
        <translation>结果和报表</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Publish a pack</source>
        <translation>发布话术包</translation>
    </message>
    <message>
        <source>Every command by its name, as by &gt; in the search</source>
        <translation>按名字找所有命令，和在搜索里先打 &gt; 一样</translation>
    </message>
</context>
<context>
    <name>kind_rows</name>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>多久</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>从何时算</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>before it closes</source>
        <translation>关闭前</translation>
    </message>
    <message>
        <source>after the order</source>
        <translation>下单后</translation>
    </message>
</context>
<context>
    <name>lifetime_field</name>
    <message>
        <source>(an activity that is gone)</source>
        <translation>（已删除的活动）</translation>
    </message>
    <message>
        <source>Choose an activity</source>
        <translation>选择活动</translation>
    </message>
    <message>
        <source>(a phase that is gone)</source>
        <translation>（已删除的阶段）</translation>
    </message>
    <message>
        <source>Choose a phase</source>
        <translation>选择阶段</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>一直有效</translation>
    </message>
    <message>
        <source>During an activity</source>
        <translation>活动期间</translation>
    </message>
    <message>
        <source>During a phase of it</source>
        <translation>某个阶段</translation>
    </message>
    <message>
        <source>From – until</source>
        <translation>自定起止</translation>
    </message>
</context>
<context>
    <name>no_rows</name>
    <message>
        <source>Loading your phrases…</source>
        <translation>正在载入话术…</translation>
    </message>
    <message>
        <source>No phrases yet. The starter pack has some for every stage of a conversation.</source>
        <translation>还没有话术。入门话术包里，每个环节都准备好了几条。</translation>
    </message>
    <message>
        <source>Load the starter pack</source>
        <translation>载入入门话术包</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No phrases here yet.</source>
        <translation>这里还没有话术。</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>没有找到“{text}”。</translation>
    </message>
    <message>
        <source>Make a phrase of this</source>
        <translation>用它新建一条话术</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>在全部话术里搜</translation>
    </message>
    <message>
        <source>1 that matches is over.</source>
        <translation>有 1 条匹配的已过期。</translation>
    </message>
    <message>
        <source>{count} that match are over.</source>
        <translation>有 {count} 条匹配的已过期。</translation>
    </message>
    <message>
        <source>Show what is over</source>
        <translation>显示已过期的</translation>
    </message>
    <message>
        <source>Your team publishes phrases? Add its address…</source>
        <translation>团队有统一发布的话术？添加地址…</translation>
    </message>
    <message>
        <source>No command is called “{text}”. Take letters away to see more of them.</source>
        <translation>没有叫“{text}”的命令，删掉几个字就能看到更多。</translation>
    </message>
</context>
<context>
    <name>note_input</name>
    <message>
        <source>{count} of {limit} bytes</source>
        <translation>{count} / {limit} 字节</translation>
    </message>
    <message>
        <source>{count} too many</source>
        <translation>超出 {count}</translation>
    </message>
    <message>
        <source>the client cannot hold {letters}</source>
        <translation>客户端不支持 {letters}</translation>
    </message>
</context>
<context>
    <name>novelties</name>
    <message>
        <source>QinDesk is now version {version}.</source>
        <translation>亲台已更新到 {version}。</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>看看新功能</translation>
    </message>
</context>
<context>
    <name>order_files</name>
    <message>
        <source>This is only the mark that Excel leaves while a file is open; choose the file itself.</source>
        <translation>这只是 Excel 打开文件时留下的临时标记，请选择文件本身。</translation>
    </message>
    <message>
        <source>The file is still open in another program, or may not be read. Close it there and try again.</source>
        <translation>文件还在别的程序里打开着，或没有读取权限。关闭后再试。</translation>
    </message>
    <message>
        <source>No row names the columns of an order export.</source>
        <translation>没有找到订单报表的表头行。</translation>
    </message>
    <message>
        <source>The column {names} is missing; nothing of this sheet was read.</source>
        <translation>缺少“{names}”列，这张表没有读取。</translation>
    </message>
    <message>
        <source>There is a header and no order below it.</source>
        <translation>只有表头，下面没有订单。</translation>
    </message>
    <message>
        <source>The row has no order number.</source>
        <translation>这一行没有订单号。</translation>
    </message>
    <message>
        <source>The row has no buyer.</source>
        <translation>这一行没有买家。</translation>
    </message>
    <message>
        <source>The row does not say when the order was placed.</source>
        <translation>这一行没有下单时间。</translation>
    </message>
    <message>
        <source>The order number was rounded to {names} by a spreadsheet; its last digits are lost. Export it again, and do not save it in the spreadsheet.</source>
        <translation>订单号被表格软件改成了 {names}，末尾几位已丢失。请重新导出，不要在表格软件里另存。</translation>
    </message>
    <message>
        <source>The order number ends in zeros; a spreadsheet may have rounded it.</source>
        <translation>订单号以多个 0 结尾，可能被表格软件改过。</translation>
    </message>
    <message>
        <source>“{names}” is not an order number.</source>
        <translation>“{names}”不是订单号。</translation>
    </message>
    <message>
        <source>“{names}” is not a moment.</source>
        <translation>“{names}”不是时间。</translation>
    </message>
    <message>
        <source>The moment {names} lies in the future.</source>
        <translation>时间 {names} 还没到。</translation>
    </message>
    <message>
        <source>“{names}” is not an amount; the order was taken without it.</source>
        <translation>“{names}”不是金额，订单已录入但没有金额。</translation>
    </message>
    <message>
        <source>The amount {names} is below zero; the order was taken without it.</source>
        <translation>金额 {names} 小于零，订单已录入但没有金额。</translation>
    </message>
    <message>
        <source>The state “{names}” is not known; the order was left alone.</source>
        <translation>不认识订单状态“{names}”，这笔没有改动。</translation>
    </message>
    <message>
        <source>It is not told until when the balance is to be paid; the order was left out.</source>
        <translation>没有写明尾款截止时间，这笔没有录入。</translation>
    </message>
    <message>
        <source>The order stands in row {names} already; this row holds.</source>
        <translation>这笔订单在第 {names} 行已出现，以本行为准。</translation>
    </message>
    <message>
        <source>The same row stands in row {names} already.</source>
        <translation>与第 {names} 行完全相同。</translation>
    </message>
    <message>
        <source>The row holds letters that can be read neither as UTF-8 nor as GBK.</source>
        <translation>这一行的文字用 UTF-8 和 GBK 都读不出来。</translation>
    </message>
    <message>
        <source>The row is written in another encoding than the rest of the file; it was read as {names}.</source>
        <translation>这一行的编码与其他行不同，已按 {names} 读取。</translation>
    </message>
    <message>
        <source>The column {names} is missing; the orders were taken without their amounts.</source>
        <translation>缺少“{names}”这一列，订单已导入，但没有金额。</translation>
    </message>
    <message>
        <source>No column {names} says who has paid: all orders were taken as unpaid.</source>
        <translation>没有“{names}”列，看不出谁已付款，全部按待付款导入。</translation>
    </message>
</context>
<context>
    <name>order_folder</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The folder of exports can be reached again.</source>
        <translation>订单导出文件夹已恢复连接。</translation>
    </message>
    <message>
        <source>The folder of exports cannot be reached; orders stay as they are.</source>
        <translation>订单导出文件夹连不上，订单暂时不会自动更新。</translation>
    </message>
    <message>
        <source>Show the rows</source>
        <translation>查看这些行</translation>
    </message>
</context>
<context>
    <name>order_import</name>
    <message>
        <source>New</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>New, ended already</source>
        <translation>新，已结束</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Conflicting</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>太旧</translation>
    </message>
    <message>
        <source>The file says it is open, but it is known to have ended. What is known stays.</source>
        <translation>报表里还是待付款，但这里已知它已结束，以这里为准。</translation>
    </message>
    <message>
        <source>It ended so long ago that it would be deleted at once.</source>
        <translation>结束太久，录入后也会马上被清理。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>未录入</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>closes {moment}</source>
        <translation>{moment} 关闭</translation>
    </message>
    <message>
        <source>not taken over {count}</source>
        <translation>未录入 {count}</translation>
    </message>
    <message>
        <source>Nothing was found in it.</source>
        <translation>里面没有找到订单。</translation>
    </message>
    <message>
        <source>Taken over: {parts}</source>
        <translation>已导入：{parts}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>order_menu</name>
    <message>
        <source>New order</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>Paste order texts…</source>
        <translation>粘贴订单文本…</translation>
    </message>
    <message>
        <source>Import the platform&apos;s export…</source>
        <translation>导入平台订单报表…</translation>
    </message>
    <message>
        <source>Hand over the shift…</source>
        <translation>交接班…</translation>
    </message>
    <message>
        <source>Outcomes and reports…</source>
        <translation>结果与报表…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催付</translation>
    </message>
    <message>
        <source>Copy the buyer&apos;s name</source>
        <translation>复制买家昵称</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Closed…</source>
        <translation>已关闭…</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>稍后提醒…</translation>
    </message>
    <message>
        <source>Payment problem…</source>
        <translation>付款问题…</translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation>旗子…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Urge by the rules again</source>
        <translation>恢复按规则催付</translation>
    </message>
    <message>
        <source>Urge against the rules</source>
        <translation>不受规则限制</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Paste the phrase of what is open</source>
        <translation>粘贴未完成事项的话术</translation>
    </message>
    <message>
        <source>Answer the buyer</source>
        <translation>回复买家</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Size, colour, address, refund…</source>
        <translation>改尺码、颜色、地址，退款…</translation>
    </message>
    <message>
        <source>Open again: it waits for its payment</source>
        <translation>重新打开：继续等付款</translation>
    </message>
</context>
<context>
    <name>order_names</name>
    <message>
        <source>Group-buy</source>
        <translation>聚划算</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>普通订单</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>预售定金</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>预售尾款</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>温和提醒</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再次提醒</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>最后提醒</translation>
    </message>
    <message>
        <source>Closed by time</source>
        <translation>超时关闭</translation>
    </message>
    <message>
        <source>Shipping too slow</source>
        <translation>发货太慢</translation>
    </message>
    <message>
        <source>Extra fee for SF express</source>
        <translation>顺丰要补差价</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格原因</translation>
    </message>
    <message>
        <source>Changed mind</source>
        <translation>不想要了</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Card limit</source>
        <translation>银行卡限额</translation>
    </message>
    <message>
        <source>Coupon not shown</source>
        <translation>优惠券不显示</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>地址填错了</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>价格变了</translation>
    </message>
    <message>
        <source>Shipping time said</source>
        <translation>发货时间已告知</translation>
    </message>
    <message>
        <source>Note left</source>
        <translation>备注已写好</translation>
    </message>
    <message>
        <source>Day shift</source>
        <translation>白班</translation>
    </message>
    <message>
        <source>Evening shift</source>
        <translation>晚班</translation>
    </message>
    <message>
        <source>Address, phone checked</source>
        <translation>地址和电话已核对</translation>
    </message>
</context>
<context>
    <name>order_rules</name>
    <message>
        <source>Nothing stands here yet.</source>
        <translation>这里还没有填写。</translation>
    </message>
    <message>
        <source>That is too long to be read; paste a part of it.</source>
        <translation>内容太长，请分几次粘贴。</translation>
    </message>
    <message>
        <source>Who ordered? Write the buyer&apos;s name in the client.</source>
        <translation>是谁下的单？请写客户端里的买家昵称。</translation>
    </message>
    <message>
        <source>An amount cannot be below zero.</source>
        <translation>金额不能小于零。</translation>
    </message>
    <message>
        <source>An amount has two decimals at most, the cents.</source>
        <translation>金额最多两位小数。</translation>
    </message>
    <message>
        <source>This amount is surely a slip: it is too large.</source>
        <translation>金额太大，应该是写错了。</translation>
    </message>
    <message>
        <source>There are several amounts; write the one that is to be paid.</source>
        <translation>有好几个金额，请写应付的那个。</translation>
    </message>
    <message>
        <source>There are two order numbers; one order has one.</source>
        <translation>有两个订单号，一笔订单只有一个。</translation>
    </message>
    <message>
        <source>There are two kinds of orders; choose one.</source>
        <translation>有两个订单类型，请选一个。</translation>
    </message>
    <message>
        <source>There are two times; say which is the closing: 截止 14:35.</source>
        <translation>有两个时间，请写明哪个是截止，例如“截止 14:35”。</translation>
    </message>
    <message>
        <source>A spreadsheet has rounded this order number and its last digits are lost. Copy it again.</source>
        <translation>订单号被表格软件改过，末尾几位已丢失，请重新复制。</translation>
    </message>
    <message>
        <source>This is neither an amount nor an order number of 18 or 19 digits.</source>
        <translation>这既不是金额，也不是 18 或 19 位的订单号。</translation>
    </message>
    <message>
        <source>This moment is still to come; an order was placed already.</source>
        <translation>这个时间还没到，下单时间应在之前。</translation>
    </message>
    <message>
        <source>This is a day without a time; write both.</source>
        <translation>只有日期没有时间，请都写上。</translation>
    </message>
    <message>
        <source>This kind has no closing time of its own; write until when it is to be paid.</source>
        <translation>这类订单没有固定的关闭时间，请写明最晚付款时间。</translation>
    </message>
    <message>
        <source>It would close before it was placed.</source>
        <translation>关闭时间早于下单时间。</translation>
    </message>
    <message>
        <source>This part was not understood.</source>
        <translation>这一部分看不懂。</translation>
    </message>
    <message>
        <source>That day does not exist.</source>
        <translation>没有这一天。</translation>
    </message>
    <message>
        <source>That time does not exist; a day ends at 24:00.</source>
        <translation>没有这个时间，一天到 24:00 为止。</translation>
    </message>
    <message>
        <source>The clocks are put forward over that time; it does not exist.</source>
        <translation>那天拨快时钟，没有这个时间。</translation>
    </message>
    <message>
        <source>The shop&apos;s time zone is not known. Choose one in the settings.</source>
        <translation>店铺时区无法识别，请在设置里选择。</translation>
    </message>
    <message>
        <source>It has closed already.</source>
        <translation>已经关闭了。</translation>
    </message>
    <message>
        <source>No time was found: it is taken for placed just now.</source>
        <translation>没有找到时间，按刚刚下单处理。</translation>
    </message>
    <message>
        <source>No amount was found.</source>
        <translation>没有找到金额。</translation>
    </message>
    <message>
        <source>Another order has this number; it is that of {name}.</source>
        <translation>这个订单号已有，是 {name} 的订单。</translation>
    </message>
    <message>
        <source>The note is too long for the client: at most {name} bytes, a Chinese character is two.</source>
        <translation>备注太长，客户端最多 {name} 字节，一个汉字占两个。</translation>
    </message>
    <message>
        <source>The client&apos;s notes cannot hold {name}.</source>
        <translation>客户端备注不支持 {name}。</translation>
    </message>
    <message>
        <source>Into what is it changed? Write it here.</source>
        <translation>要改成什么？请写在这里。</translation>
    </message>
    <message>
        <source>That is surely a slip: more than 60 days.</source>
        <translation>时间太长，应该是写错了。</translation>
    </message>
    <message>
        <source>It must be longer than nothing.</source>
        <translation>时长要大于零。</translation>
    </message>
    <message>
        <source>Keep at least one kind of orders.</source>
        <translation>至少保留一个订单类型。</translation>
    </message>
    <message>
        <source>“{name}” is the name or a word of another kind already.</source>
        <translation>“{name}”已是另一个类型的名称或简写。</translation>
    </message>
    <message>
        <source>When? Write how long after the order or before its closing.</source>
        <translation>什么时候提醒？请写下单后或关闭前多久。</translation>
    </message>
    <message>
        <source>The order has closed by then: it closes after {name}.</source>
        <translation>那时订单已关闭：下单后 {name} 就关闭。</translation>
    </message>
    <message>
        <source>The order is not placed yet by then: it has only {name}.</source>
        <translation>那时还没下单：总共只有 {name}。</translation>
    </message>
    <message>
        <source>Another step comes at the same moment.</source>
        <translation>同一时刻已有另一个提醒。</translation>
    </message>
    <message>
        <source>“{name}” stands there already.</source>
        <translation>已经有“{name}”了。</translation>
    </message>
    <message>
        <source>This is no time of day. Write 9:00 or 24:00.</source>
        <translation>这不是时间，请写 9:00 或 24:00。</translation>
    </message>
    <message>
        <source>It would begin and end at the same time.</source>
        <translation>开始和结束是同一时间。</translation>
    </message>
    <message>
        <source>Write a whole number from {name}.</source>
        <translation>请填 {name} 之间的整数。</translation>
    </message>
    <message>
        <source>This cannot be kept: {rule}.</source>
        <translation>无法保存：{rule}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>That year lies beyond every calendar.</source>
        <translation>年份超出了日历的范围。</translation>
    </message>
    <message>
        <source>Minutes or hours? Write 30 min or 72 h.</source>
        <translation>是分钟还是小时？请写30分钟或72小时。</translation>
    </message>
    <message>
        <source>This is no length of time. Write 30 min or 72 h.</source>
        <translation>这不是时长，请写30分钟或72小时。</translation>
    </message>
</context>
<context>
    <name>order_words</name>
    <message>
        <source>Grey</source>
        <translation>灰旗</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红旗</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄旗</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿旗</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝旗</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫旗</translation>
    </message>
    <message>
        <source>Asked first</source>
        <translation>询单</translation>
    </message>
    <message>
        <source>Ordered silently</source>
        <translation>静默下单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Noted by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>报表导入</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Reminder shown</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>已催付</translation>
    </message>
    <message>
        <source>Buyer&apos;s name copied</source>
        <translation>已复制买家昵称</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Checked after the payment</source>
        <translation>付款后核对</translation>
    </message>
    <message>
        <source>Reminders let through in spite of the rules</source>
        <translation>不受规则限制，照常提醒</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交接</translation>
    </message>
    <message>
        <source>buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>placed at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>closes at</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>旗子</translation>
    </message>
    <message>
        <source>served by</source>
        <translation>接待客服</translation>
    </message>
    <message>
        <source>how it was ordered</source>
        <translation>下单方式</translation>
    </message>
    <message>
        <source>problem with the payment</source>
        <translation>付款问题</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>when it ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>lost reason</source>
        <translation>未成交原因</translation>
    </message>
    <message>
        <source>put off until</source>
        <translation>稍后提醒时间</translation>
    </message>
    <message>
        <source>reminders in spite of the rules</source>
        <translation>照常提醒</translation>
    </message>
    <message>
        <source>checks after the payment</source>
        <translation>付款后核对</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分钟</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>无旗子</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>待付款</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>all done</source>
        <translation>已办完</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到时间了</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>快到了</translation>
    </message>
    <message>
        <source>A buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>by {moment}</source>
        <translation>{moment} 前</translation>
    </message>
    <message>
        <source>Rules overridden</source>
        <translation>不受规则限制</translation>
    </message>
    <message>
        <source>promised {moment}</source>
        <translation>{moment} 答应</translation>
    </message>
    <message>
        <source>placed {moment}</source>
        <translation>{moment} 下单</translation>
    </message>
    <message>
        <source>closes {moment}</source>
        <translation>{moment} 关闭</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>订单号 {number}</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催付</translation>
    </message>
    <message>
        <source>Has paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Paste phrase</source>
        <translation>粘贴话术</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制买家</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>closes soon</source>
        <translation>即将关闭</translation>
    </message>
    <message>
        <source>last minutes</source>
        <translation>马上关闭</translation>
    </message>
    <message>
        <source>Urge (Alt+Enter)</source>
        <translation>催付 (Alt+Enter)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{count} closed</source>
        <translation>{count} 笔已关闭</translation>
    </message>
    <message>
        <source>{name} · {step}: closes in {length}</source>
        <translation>{name} · {step}：{length}后关闭</translation>
    </message>
    <message>
        <source>{name} has closed unpaid</source>
        <translation>{name} 未付款已关闭</translation>
    </message>
    <message>
        <source>{count} orders have closed unpaid: {names}</source>
        <translation>{count} 笔未付款已关闭：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分钟</translation>
    </message>
    <message>
        <source>{name}: remind again in</source>
        <translation>{name}：多久后再提醒</translation>
    </message>
    <message>
        <source>{name}: which flag?</source>
        <translation>{name}：插哪种旗？</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>{name}: what keeps the buyer from paying?</source>
        <translation>{name}：付款遇到什么问题？</translation>
    </message>
    <message>
        <source>{name} closed: why?</source>
        <translation>{name} 已关闭，原因？</translation>
    </message>
    <message>
        <source>{name} given up: why?</source>
        <translation>放弃 {name}，未成交原因？</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>不填原因</translation>
    </message>
    <message>
        <source>or type a reason, then Enter</source>
        <translation>或输入其他原因，按 Enter</translation>
    </message>
    <message>
        <source>Note for {name}</source>
        <translation>{name} 的备注</translation>
    </message>
    <message>
        <source>Note, as the client keeps it</source>
        <translation>备注内容</translation>
    </message>
    <message>
        <source>Type a buyer, an amount and when it was placed.</source>
        <translation>输入买家、金额和下单时间。</translation>
    </message>
    <message>
        <source>That is too long for one order. Paste order texts with Ctrl+V.</source>
        <translation>内容太长，不像一笔订单。多笔订单文本请用 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>The buyer&apos;s name is missing.</source>
        <translation>还缺买家名。</translation>
    </message>
    <message>
        <source>An order is never below zero: “{text}”.</source>
        <translation>金额不能是负数：“{text}”。</translation>
    </message>
    <message>
        <source>“{text}” has more than two decimals.</source>
        <translation>“{text}”的小数超过两位。</translation>
    </message>
    <message>
        <source>“{text}” is too much for one order.</source>
        <translation>“{text}”金额过大。</translation>
    </message>
    <message>
        <source>There are two amounts; “{text}” is one too many.</source>
        <translation>有两个金额，“{text}”多余。</translation>
    </message>
    <message>
        <source>There are two order numbers; add one order after the other.</source>
        <translation>有两个订单号，请一笔一笔添加。</translation>
    </message>
    <message>
        <source>There are two kinds of order; “{text}” is one too many.</source>
        <translation>有两种订单类型，“{text}”多余。</translation>
    </message>
    <message>
        <source>There are two times; “{text}” is one too many.</source>
        <translation>有两个时间，“{text}”多余。</translation>
    </message>
    <message>
        <source>“{text}” has lost its last digits in a spreadsheet. Copy the number from the client.</source>
        <translation>“{text}”被表格软件丢了末尾几位，请从客户端复制订单号。</translation>
    </message>
    <message>
        <source>“{text}” is neither an amount nor an order number (18 or 19 digits).</source>
        <translation>“{text}”既不是金额，也不是订单号（18 或 19 位）。</translation>
    </message>
    <message>
        <source>That time is still to come; an order was placed before now.</source>
        <translation>这个时间还没到，下单时间应在现在之前。</translation>
    </message>
    <message>
        <source>Add the time of day to “{text}”.</source>
        <translation>请给“{text}”加上几点几分。</translation>
    </message>
    <message>
        <source>This kind has no deadline of its own: add “until” and when it closes.</source>
        <translation>这类订单没有固定期限，请加“截止”和关闭时间。</translation>
    </message>
    <message>
        <source>It would close before it was placed.</source>
        <translation>关闭时间早于下单时间。</translation>
    </message>
    <message>
        <source>That day does not exist.</source>
        <translation>没有这一天。</translation>
    </message>
    <message>
        <source>That time of day does not exist; a day ends at 24:00.</source>
        <translation>没有这个时刻，一天到 24:00 为止。</translation>
    </message>
    <message>
        <source>Clocks are put forward over that time; choose one before or after.</source>
        <translation>这个时刻因调时不存在，请选前后的时刻。</translation>
    </message>
    <message>
        <source>That moment has already passed.</source>
        <translation>这个时间已经过了。</translation>
    </message>
    <message>
        <source>That is more than a year away.</source>
        <translation>超过一年了，请选近一点的时间。</translation>
    </message>
    <message>
        <source>Say until when, who and what: 16:00 buyer, colour change.</source>
        <translation>写明时间、买家和事项，例如“16:00 小熊猫 回复改色”。</translation>
    </message>
    <message>
        <source>This cannot be taken: {rule}.</source>
        <translation>无法添加：{rule}。</translation>
    </message>
    <message>
        <source>This was not understood. An item stands after #, a note after //.</source>
        <translation>看不懂这一行。商品写在 # 后，备注写在 // 后。</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>无旗子</translation>
    </message>
    <message>
        <source>Grey flag</source>
        <translation>灰旗</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>红旗</translation>
    </message>
    <message>
        <source>Yellow flag</source>
        <translation>黄旗</translation>
    </message>
    <message>
        <source>Green flag</source>
        <translation>绿旗</translation>
    </message>
    <message>
        <source>Blue flag</source>
        <translation>蓝旗</translation>
    </message>
    <message>
        <source>Purple flag</source>
        <translation>紫旗</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>询单</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{length} ago</source>
        <translation>{length}前</translation>
    </message>
    <message>
        <source>Urged {ago}</source>
        <translation>{ago}已催</translation>
    </message>
    <message>
        <source>Urged “{step}” {ago}</source>
        <translation>{ago}已催·{step}</translation>
    </message>
    <message>
        <source>Reminded {ago}</source>
        <translation>{ago}已提醒</translation>
    </message>
    <message>
        <source>Reminded “{step}” {ago}</source>
        <translation>{ago}提醒·{step}</translation>
    </message>
    <message>
        <source>Quiet hours until {moment}</source>
        <translation>免打扰至 {moment}</translation>
    </message>
    <message>
        <source>Urged {count} times today</source>
        <translation>今天已催 {count} 次</translation>
    </message>
    <message>
        <source>Urged just now; again from {moment}</source>
        <translation>刚催过，{moment} 后再催</translation>
    </message>
    <message>
        <source>Later: at {moment}</source>
        <translation>{moment} 再提醒</translation>
    </message>
    <message>
        <source>Noted by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>催付</translation>
    </message>
    <message>
        <source>Buyer&apos;s name copied</source>
        <translation>已复制买家昵称</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Urged against the rules</source>
        <translation>不受规则限制</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改单</translation>
    </message>
    <message>
        <source>Urged just now</source>
        <translation>刚催过</translation>
    </message>
    <message>
        <source>{count} orders to urge, next closes in {length}</source>
        <translation>{count} 笔要催付，最近{length}后关闭</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Has paid another order</source>
        <translation>买家已付过另一笔</translation>
    </message>
    <message>
        <source>Not urged yet</source>
        <translation>还没催付</translation>
    </message>
    <message>
        <source>Reminds “{step}” at {moment}</source>
        <translation>{moment} 提醒·{step}</translation>
    </message>
    <message>
        <source>This is an order: {order}</source>
        <translation>这是一笔订单：{order}</translation>
    </message>
    <message>
        <source>Note this order</source>
        <translation>记下这笔订单</translation>
    </message>
    <message>
        <source>Orders in this text: {names}</source>
        <translation>这段文字里有订单：{names}</translation>
    </message>
    <message>
        <source>Look at this order…</source>
        <translation>看看这笔订单…</translation>
    </message>
    <message>
        <source>Look at these {count} orders…</source>
        <translation>看看这 {count} 笔订单…</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>still to do</source>
        <translation>待做</translation>
    </message>
    <message>
        <source>“{text}” was not understood. A kind is 聚 (jhs) or 普通; an item stands after #, a note after //.</source>
        <translation>看不懂“{text}”。类型写“聚”（jhs）或“普通”，商品写在 # 后，备注写在 // 后。</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Have a look: “{words}” may break the advertising law.</source>
        <translation>请留意：“{words}”可能违反广告法。</translation>
    </message>
    <message>
        <source>Copied. Paste it into the chat.</source>
        <translation>已复制，请到聊天窗口粘贴。</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Paste next part</source>
        <translation>粘贴下一段</translation>
    </message>
    <message>
        <source>Pasted; parts still to go: {count}</source>
        <translation>已粘贴，还剩 {count} 段</translation>
    </message>
    <message>
        <source>Pasted. What you had copied before could not be given back.</source>
        <translation>已粘贴。您之前复制的内容没能放回剪贴板。</translation>
    </message>
    <message>
        <source>Paste what holds now</source>
        <translation>粘贴现在有效的</translation>
    </message>
    <message>
        <source>Pasted. {trouble}</source>
        <translation>已贴出。{trouble}</translation>
    </message>
</context>
<context>
    <name>pack_advice</name>
    <message>
        <source>Write another pack id on the sheet of the pack.</source>
        <translation>请在“话术包”那一页改包编号。</translation>
    </message>
    <message>
        <source>Write another id, or leave it empty.</source>
        <translation>请换个编号，或者留空。</translation>
    </message>
    <message>
        <source>Give one of the two another id, or leave it empty.</source>
        <translation>请给其中一条换个编号，或者留空。</translation>
    </message>
    <message>
        <source>Put the picture in again as PNG, JPEG or GIF.</source>
        <translation>请重新放入 PNG、JPEG 或 GIF 图片。</translation>
    </message>
    <message>
        <source>Make the pictures smaller, or leave some out.</source>
        <translation>请把图片缩小，或者少放几张。</translation>
    </message>
    <message>
        <source>Put the picture in, or take it out of the phrase.</source>
        <translation>请放入图片，或者从话术里去掉。</translation>
    </message>
    <message>
        <source>Write the name as it stands on the sheet of activities, or leave the cell empty.</source>
        <translation>请照“活动”那一页的名称写，或者留空。</translation>
    </message>
    <message>
        <source>Write the name as it stands on the sheet of phases, or leave the cell empty.</source>
        <translation>请照“阶段”那一页的名称写，或者留空。</translation>
    </message>
    <message>
        <source>Write at least one phrase; the grey example rows are not read.</source>
        <translation>至少写一条话术；灰色的示例行不会读。</translation>
    </message>
    <message>
        <source>Keep one of the two; give it both codes if both are in use.</source>
        <translation>保留一条就好；两个编码都在用的话，都写给它。</translation>
    </message>
    <message>
        <source>Keep one, or leave both if they are meant for different buyers.</source>
        <translation>保留一条；如果是给不同买家用的，可以都留。</translation>
    </message>
    <message>
        <source>Compare the figures and delete the row that is out of date.</source>
        <translation>请核对数字，删掉过时的那一行。</translation>
    </message>
    <message>
        <source>Give one of them another code; until then agents are asked which one is meant.</source>
        <translation>请给其中一条换个编码；不换的话，客服每次都要选是哪一条。</translation>
    </message>
    <message>
        <source>Take the word away from one of the two kinds.</source>
        <translation>请从其中一个类型里去掉这个写法。</translation>
    </message>
    <message>
        <source>Add a phrase with this code, or make sure that every agent has one.</source>
        <translation>请加一条用这个编码的话术，或者确认每位客服自己有。</translation>
    </message>
    <message>
        <source>Correct the name between the braces, or add a default: {{name|default}}.</source>
        <translation>请改正花括号里的名称，或者加默认值：{{name|默认}}。</translation>
    </message>
    <message>
        <source>Correct the name between the braces.</source>
        <translation>请改正花括号里的名称。</translation>
    </message>
    <message>
        <source>Write a later moment, or delete the row.</source>
        <translation>请改成以后的时间，或者删掉这一行。</translation>
    </message>
    <message>
        <source>Write the new dates, or delete the activity.</source>
        <translation>请写上新的日期，或者删掉这个活动。</translation>
    </message>
    <message>
        <source>Write a later moment on the sheet of the pack, or leave the cell empty.</source>
        <translation>请在“话术包”那一页改成以后的时间，或者留空。</translation>
    </message>
    <message>
        <source>Is it still right? Then leave it.</source>
        <translation>如果没写错，可以保留。</translation>
    </message>
    <message>
        <source>Say it in other words. Where it is harmless inside a longer word, add that word to the lists.</source>
        <translation>请换个说法。如果只是某个整词里带到，就把那个整词加进词表。</translation>
    </message>
    <message>
        <source>Promise only what the warehouse and the courier can keep.</source>
        <translation>只承诺仓库和快递做得到的。</translation>
    </message>
    <message>
        <source>Take it out; the platform punishes shops for it.</source>
        <translation>请去掉，平台会因此处罚店铺。</translation>
    </message>
    <message>
        <source>Delete the text of the cell and type it again, without pasting.</source>
        <translation>请清空这一格，重新手打，不要粘贴。</translation>
    </message>
    <message>
        <source>Open the page in the shop and copy its address from there.</source>
        <translation>请在店铺里打开页面，从地址栏复制。</translation>
    </message>
    <message>
        <source>Write an address that begins with https://.</source>
        <translation>请写以 https:// 开头的网址。</translation>
    </message>
    <message>
        <source>Fill it in, or make it a variable: {{name}}.</source>
        <translation>请填上，或者改成变量：{{name}}。</translation>
    </message>
    <message>
        <source>Cut it in parts with a line of --- between them, and set the output to parts.</source>
        <translation>请用单独一行的 --- 分段，并把发送方式改成分段。</translation>
    </message>
    <message>
        <source>Write the length with its unit.</source>
        <translation>请写上时长的单位。</translation>
    </message>
    <message>
        <source>Write the name as it stands on the sheet of order kinds.</source>
        <translation>请照“订单类型”那一页的名称写。</translation>
    </message>
    <message>
        <source>Take the mark away, or write the id as it stands in its row.</source>
        <translation>请去掉必读标记，或者照那一行的编号写。</translation>
    </message>
    <message>
        <source>Correct it in the file and save; it is checked again by itself.</source>
        <translation>请在文件里改好保存，会自动再查。</translation>
    </message>
    <message>
        <source>Have a look. If it is meant so, it may stay.</source>
        <translation>请看一看，本来就要这样写的可以保留。</translation>
    </message>
    <message>
        <source>Tell your lead; until it is published anew you work with what you have.</source>
        <translation>请告诉主管；重新发布之前，现有的话术照常可用。</translation>
    </message>
    <message>
        <source>Somebody else may have written into the folder. Tell your lead; until then you work with what you have.</source>
        <translation>可能有别人改过文件夹。请告诉主管；在那之前，现有的话术照常可用。</translation>
    </message>
    <message>
        <source>If it is meant so, add the address once more as another source.</source>
        <translation>如果本来就要换，请把这个地址另外添加为新的来源。</translation>
    </message>
    <message>
        <source>If it was, compare the new fingerprint with the publisher and confirm it below.</source>
        <translation>如果确实换了，请和发布者核对新指纹，在下面确认。</translation>
    </message>
    <message>
        <source>To go back, the publisher publishes the old content again under a new number.</source>
        <translation>要恢复旧内容，请发布者用新编号再发布一次。</translation>
    </message>
    <message>
        <source>Is the address right? It is the folder that your lead named.</source>
        <translation>地址对吗？应该是主管给您的那个文件夹。</translation>
    </message>
    <message>
        <source>Add it again if you still want it.</source>
        <translation>还需要的话，请重新添加。</translation>
    </message>
    <message>
        <source>It takes over by itself when that one does not answer.</source>
        <translation>那个连不上时，会自动改用这个。</translation>
    </message>
    <message>
        <source>Tell your lead what is wrong; a corrected one comes by itself.</source>
        <translation>请把问题告诉主管；改好以后会自动更新。</translation>
    </message>
    <message>
        <source>Was it moved or renamed, or is its drive away? Choose the file again on the first page (Ctrl+1).</source>
        <translation>是不是移走了、改名了，或者盘没连上？请在第一页（Ctrl+1）重新选文件。</translation>
    </message>
    <message>
        <source>Delete “（示例）” in the row if it is meant to go out, or delete the whole row.</source>
        <translation>要发布就把“（示例）”删掉，不要的话整行删掉。</translation>
    </message>
</context>
<context>
    <name>pack_changes</name>
    <message>
        <source>Phrase</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Order kind</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 条</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>改动 {count} 条</translation>
    </message>
    <message>
        <source>{count} withdrawn</source>
        <translation>撤下 {count} 条</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>没有变化</translation>
    </message>
</context>
<context>
    <name>pack_check</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>The file is damaged, or only half of it was written.</source>
        <translation>文件已损坏，或者只写了一半。</translation>
    </message>
</context>
<context>
    <name>pack_fields</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>快捷编码</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>买家问法</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>When it holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Words in a line</source>
        <translation>记单时的写法</translation>
    </message>
    <message>
        <source>Closes after</source>
        <translation>多久后关闭</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>催付提醒</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Must read</source>
        <translation>必读</translation>
    </message>
</context>
<context>
    <name>pack_refusals</name>
    <message>
        <source>This source of packs is not there any more.</source>
        <translation>这个话术包来源已经不在了。</translation>
    </message>
    <message>
        <source>The source brings another pack now; so far it was “{names}”. The one that you have stays.</source>
        <translation>这个来源换成了别的话术包，原来是“{names}”。现有的话术保持不变。</translation>
    </message>
    <message>
        <source>The pack is older than publication {names}, which you have already.</source>
        <translation>这个话术包比您已有的第 {names} 版还旧，没有采用。</translation>
    </message>
    <message>
        <source>“{names}” brings this pack too and goes first.</source>
        <translation>“{names}”也提供这个话术包，而且排在前面，以它为准。</translation>
    </message>
    <message>
        <source>The pack has mistakes and was not taken over; the one that you have stays.</source>
        <translation>话术包里有错误，没有采用；现有的话术保持不变。</translation>
    </message>
</context>
<context>
    <name>pack_rules</name>
    <message>
        <source>The same text twice</source>
        <translation>内容重复</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>几乎相同</translation>
    </message>
    <message>
        <source>Same text, other figures</source>
        <translation>相同但数字不同</translation>
    </message>
    <message>
        <source>Codes used twice</source>
        <translation>编码重复</translation>
    </message>
    <message>
        <source>Words used twice</source>
        <translation>写法重复</translation>
    </message>
    <message>
        <source>Codes without a phrase</source>
        <translation>编码没有话术</translation>
    </message>
    <message>
        <source>Unknown variables</source>
        <translation>变量不存在</translation>
    </message>
    <message>
        <source>Misspelt variables</source>
        <translation>变量写错</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Activities that are over</source>
        <translation>活动已结束</translation>
    </message>
    <message>
        <source>Past dates</source>
        <translation>过去的日期</translation>
    </message>
    <message>
        <source>The pack has expired</source>
        <translation>包已到期</translation>
    </message>
    <message>
        <source>Forbidden words</source>
        <translation>违禁词</translation>
    </message>
    <message>
        <source>Absolute words</source>
        <translation>绝对化用语</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>难以兑现的承诺</translation>
    </message>
    <message>
        <source>Other networks</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>Hidden letters</source>
        <translation>看不见的字符</translation>
    </message>
    <message>
        <source>Look-alike links</source>
        <translation>冒充平台的链接</translation>
    </message>
    <message>
        <source>Odd links</source>
        <translation>奇怪的链接</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>还没填的</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>Unused pictures</source>
        <translation>没用到的图片</translation>
    </message>
    <message>
        <source>Activities elsewhere</source>
        <translation>活动不在包里</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Words that block</source>
        <translation>禁止发布的词</translation>
    </message>
    <message>
        <source>Words of the shop&apos;s list</source>
        <translation>本店词表里的词</translation>
    </message>
    <message>
        <source>Example rows</source>
        <translation>示例行</translation>
    </message>
</context>
<context>
    <name>packs</name>
    <message>
        <source>“{names}” cannot name a pack: letters, digits, dots, dashes and underscores, 64 at the most, and not one of the program&apos;s own names.</source>
        <translation>“{names}”不能作包编号：只能用字母、数字、点、横线和下划线，最多 64 个字符，也不能用程序自己的名字。</translation>
    </message>
    <message>
        <source>“{names}” cannot be an id: letters, digits, dots, dashes and underscores, 64 at the most.</source>
        <translation>“{names}”不能作编号：只能用字母、数字、点、横线和下划线，最多 64 个字符。</translation>
    </message>
    <message>
        <source>The id “{first}” stands in row {rest} already.</source>
        <translation>编号“{first}”在第 {rest} 行已经有了。</translation>
    </message>
    <message>
        <source>“{names}” is not a list.</source>
        <translation>“{names}”不是列表。</translation>
    </message>
    <message>
        <source>The moment {names} does not say its offset; write it as 2026-11-11T20:00:00+08:00.</source>
        <translation>时间 {names} 没有写时区，请写成 2026-11-11T20:00:00+08:00。</translation>
    </message>
    <message>
        <source>The picture {names} is not what its name says, or is no PNG, JPEG or GIF.</source>
        <translation>图片 {names} 与它的名字不符，或者不是 PNG、JPEG、GIF。</translation>
    </message>
    <message>
        <source>The pictures have more than {limit} MB together.</source>
        <translation>图片加起来超过 {limit} MB。</translation>
    </message>
    <message>
        <source>The picture {names} is not in the pack.</source>
        <translation>包里没有图片 {names}。</translation>
    </message>
    <message>
        <source>Nothing uses the picture {names}.</source>
        <translation>图片 {names} 没有用到。</translation>
    </message>
    <message>
        <source>“{names}” leads to a file, a share or a script; only links to the web may be in a pack.</source>
        <translation>“{names}”指向文件、共享或脚本；话术包里只能放网页链接。</translation>
    </message>
    <message>
        <source>“{names}” is marked as must-read, and nothing in the pack has this id.</source>
        <translation>“{names}”标了必读，但包里没有这个编号。</translation>
    </message>
    <message>
        <source>No activity of the pack is called “{names}”.</source>
        <translation>包里没有叫“{names}”的活动。</translation>
    </message>
    <message>
        <source>The activity has no phase called “{names}”.</source>
        <translation>这个活动没有叫“{names}”的阶段。</translation>
    </message>
    <message>
        <source>It holds only during an activity that is not in the pack ({names}); until that activity is there it is not said.</source>
        <translation>它只在某个活动期间有效，而这个活动不在包里（{names}）；活动到位之前不会用到它。</translation>
    </message>
    <message>
        <source>There is nothing in the pack.</source>
        <translation>话术包是空的。</translation>
    </message>
    <message>
        <source>The pack is described in row {names} already.</source>
        <translation>第 {names} 行已经写过话术包的信息了。</translation>
    </message>
    <message>
        <source>“{names}” is not a length of time; write it as 30 min, 72 h or 3 days.</source>
        <translation>“{names}”不是时长，请写成30分钟、72小时或3天。</translation>
    </message>
    <message>
        <source>The group is nested more than {limit} deep.</source>
        <translation>分组超过 {limit} 层。</translation>
    </message>
    <message>
        <source>A reminder is so long after the order was placed or so long before it closes: one of both.</source>
        <translation>提醒要么写下单后多久，要么写关闭前多久，只能填一个。</translation>
    </message>
    <message>
        <source>The length of time must be more than nothing.</source>
        <translation>时长要大于零。</translation>
    </message>
    <message>
        <source>No kind of order is called “{names}”.</source>
        <translation>没有叫“{names}”的订单类型。</translation>
    </message>
    <message>
        <source>The pack has expired; agents&apos; programs refuse it.</source>
        <translation>话术包已到期，客服的程序不会再用它。</translation>
    </message>
    <message>
        <source>The same text as “{first}” (row {rest}).</source>
        <translation>与“{first}”（第 {rest} 行）内容相同。</translation>
    </message>
    <message>
        <source>Nearly the same text as “{first}” (row {rest}).</source>
        <translation>与“{first}”（第 {rest} 行）几乎相同。</translation>
    </message>
    <message>
        <source>Nearly the same text as “{first}” (row {rest}), with other figures: is one of them old?</source>
        <translation>与“{first}”（第 {rest} 行）几乎相同，只是数字不同：会不会有一条是旧的？</translation>
    </message>
    <message>
        <source>No phrase of the pack has the code {names}; the reminder needs one of the agent&apos;s own.</source>
        <translation>包里没有编码为 {names} 的话术，这次提醒要用客服自己的。</translation>
    </message>
    <message>
        <source>No fact is called “{names}”; without a default the phrase cannot be pasted.</source>
        <translation>没有叫“{names}”的变量；没写默认值的话，这条话术贴不出去。</translation>
    </message>
    <message>
        <source>No fact is called “{first}”; is “{rest}” meant?</source>
        <translation>没有叫“{first}”的变量，是不是“{rest}”？</translation>
    </message>
    <message>
        <source>“{names}” is over; nobody could paste it.</source>
        <translation>“{names}”已过期，贴不出去了。</translation>
    </message>
    <message>
        <source>The activity “{names}” is over.</source>
        <translation>活动“{names}”已结束。</translation>
    </message>
    <message>
        <source>{names} is in the past.</source>
        <translation>{names} 已经过去了。</translation>
    </message>
    <message>
        <source>“{names}” is forbidden; a paste that holds it is refused.</source>
        <translation>“{names}”是违禁词，贴的时候会被拦下。</translation>
    </message>
    <message>
        <source>“{names}” is better not said.</source>
        <translation>“{names}”最好不说。</translation>
    </message>
    <message>
        <source>“{names}” promises what may not be kept.</source>
        <translation>“{names}”是难以兑现的承诺。</translation>
    </message>
    <message>
        <source>Contact data of another network: {names}.</source>
        <translation>含有其他平台的联系方式：{names}。</translation>
    </message>
    <message>
        <source>The text holds letters that nobody sees: {names}.</source>
        <translation>含有看不见的字符：{names}。</translation>
    </message>
    <message>
        <source>The link {names} only looks like one of the platform&apos;s, or hides where it leads.</source>
        <translation>链接 {names} 只是像平台的网址，或者隐藏了真正的去向。</translation>
    </message>
    <message>
        <source>“{names}” is no link to the web.</source>
        <translation>“{names}”不是网页链接。</translation>
    </message>
    <message>
        <source>“{names}” is still to be filled in.</source>
        <translation>“{names}”还没有填。</translation>
    </message>
    <message>
        <source>The message has {first} characters; the chat client takes {limit}.</source>
        <translation>这条消息有 {first} 个字，聊天窗口最多 {limit} 个。</translation>
    </message>
    <message>
        <source>The row begins with the mark of an example, so it is not published.</source>
        <translation>这一行以“（示例）”开头，不会发布。</translation>
    </message>
    <message>
        <source>The code {first} is used twice; “{second}” has it too (row {last}).</source>
        <translation>编码 {first} 用了两次，“{second}”（第 {last} 行）也在用。</translation>
    </message>
    <message>
        <source>The word {first} means two kinds of orders; “{second}” has it too (row {last}).</source>
        <translation>“{first}”指两种订单类型，“{second}”（第 {last} 行）也这么写。</translation>
    </message>
    <message>
        <source>“{names}” may not be published; it is on this shop&apos;s list of words that block.</source>
        <translation>“{names}”在本店的禁止发布词表里，不能发布。</translation>
    </message>
    <message>
        <source>“{names}” is on this shop&apos;s list of forbidden words.</source>
        <translation>“{names}”在本店的禁用词表里。</translation>
    </message>
</context>
<context>
    <name>packs_agent</name>
    <message>
        <source>Paste the address that your lead gave you, or choose a folder.</source>
        <translation>请粘贴主管给您的地址，或选择文件夹。</translation>
    </message>
    <message>
        <source>Such as \\server\packs, D:\packs or https://packs.example.com.</source>
        <translation>例如 \\server\packs、D:\packs 或 https://packs.example.com。</translation>
    </message>
    <message>
        <source>The password could not be kept on this computer. Is the disk full?</source>
        <translation>密码没能保存在这台电脑上。磁盘满了吗？</translation>
    </message>
    <message>
        <source>To be read by everybody</source>
        <translation>必读</translation>
    </message>
    <message>
        <source>Your own version, and the pack&apos;s new one</source>
        <translation>您改过的，话术包又有了新内容</translation>
    </message>
    <message>
        <source>All of it is new: {count} things.</source>
        <translation>全部是新的：{count} 条。</translation>
    </message>
    <message>
        <source>Do not use it any more; it lies in the bin.</source>
        <translation>不要再用了；已放进回收站。</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>the pack&apos;s</source>
        <translation>话术包的</translation>
    </message>
    <message>
        <source>Everybody is to read it now.</source>
        <translation>现在要求人人必读。</translation>
    </message>
    <message>
        <source>(gone: {text})</source>
        <translation>（删去：{text}）</translation>
    </message>
    <message>
        <source>(new: {text})</source>
        <translation>（新增：{text}）</translation>
    </message>
    <message>
        <source>This is your own version, and the pack has changed it since: yours → the pack&apos;s</source>
        <translation>这是您改过的，话术包后来也改了：您的 → 话术包的</translation>
    </message>
    <message>
        <source>This is your own version: yours → the pack&apos;s</source>
        <translation>这是您改过的：您的 → 话术包的</translation>
    </message>
    <message>
        <source>Take the pack&apos;s</source>
        <translation>用话术包的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Sources…</source>
        <translation>来源…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>去看</translation>
    </message>
    <message>
        <source>Plain file</source>
        <translation>单个文件</translation>
    </message>
    <message>
        <source>Published folder</source>
        <translation>发布文件夹</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>对象存储</translation>
    </message>
    <message>
        <source>Unreadable address</source>
        <translation>地址无法识别</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>还没读到过</translation>
    </message>
    <message>
        <source>read just now</source>
        <translation>刚刚读过</translation>
    </message>
    <message>
        <source>read {length} ago</source>
        <translation>{length}前读过</translation>
    </message>
    <message>
        <source>is being read for the first time</source>
        <translation>正在第一次读取</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>refused; what you have stays</source>
        <translation>没有采用新的，现有的不变</translation>
    </message>
    <message>
        <source>was never reached</source>
        <translation>还没连上过</translation>
    </message>
    <message>
        <source>offline since {moment}</source>
        <translation>{moment} 起连不上</translation>
    </message>
    <message>
        <source>You go on with what you have; it is tried again by itself.</source>
        <translation>现有的话术照常可用，会自动再试。</translation>
    </message>
    <message>
        <source>This is signed now. Compare the fingerprint with what your lead tells you; once you confirm it nothing is taken from here that somebody else has written.</source>
        <translation>这里的内容已有签名。请把指纹和主管告诉您的核对；确认以后，别人写的一律不采用。</translation>
    </message>
    <message>
        <source>Until you confirm the publisher this source is restricted: its phrases and facts are here, its order kinds and pins are not. Compare this fingerprint with what your lead tells you, not with the folder:</source>
        <translation>确认发布者之前，这个来源受限：话术和速查已可用，订单类型和置顶暂不生效。请把下面的指纹和主管告诉您的核对（不要和文件夹里的核对）：</translation>
    </message>
    <message>
        <source>Nobody has signed this: whoever can write to the file can change your phrases. Until you say that it is your team&apos;s, its order kinds and pins stay out.</source>
        <translation>这里没有签名：能改这个文件的人都能改您的话术。在您确认是自己团队的之前，其中的订单类型和置顶不生效。</translation>
    </message>
    <message>
        <source>Pack “{name}”: {count} things are here.</source>
        <translation>话术包“{name}”：{count} 条已到。</translation>
    </message>
    <message>
        <source>Your own version of one of them stays.</source>
        <translation>其中 1 条您改过，保留您的。</translation>
    </message>
    <message>
        <source>Your own versions of {count} of them stay.</source>
        <translation>其中 {count} 条您改过，保留您的。</translation>
    </message>
    <message>
        <source>1 must-read</source>
        <translation>1 条必读</translation>
    </message>
    <message>
        <source>{count} must-reads</source>
        <translation>{count} 条必读</translation>
    </message>
    <message>
        <source>To be read by everybody: “{name}”</source>
        <translation>必读：“{name}”</translation>
    </message>
    <message>
        <source>{count} changes are to be read by everybody.</source>
        <translation>有 {count} 条必读的更新。</translation>
    </message>
    <message>
        <source>Pack refused</source>
        <translation>话术包未采用</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>The folder cannot be found, or nothing is published in it. Can you open it yourself?</source>
        <translation>找不到这个文件夹，或者里面还没有发布过。请看看自己能不能打开它。</translation>
    </message>
    <message>
        <source>Pack “{name}”: {what}</source>
        <translation>话术包“{name}”：{what}</translation>
    </message>
    <message>
        <source>A pack waits. {trouble}</source>
        <translation>新话术包还没存下。{trouble}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>your own version</source>
        <translation>您改过的版本</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>answer of the cheat-sheet</source>
        <translation>活动表的回答</translation>
    </message>
    <message>
        <source>is sent at once</source>
        <translation>粘贴后直接发送</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>带图片</translation>
    </message>
    <message>
        <source>in parts</source>
        <translation>分段发送</translation>
    </message>
    <message>
        <source>only copied</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>code {codes}</source>
        <translation>快捷编码 {codes}</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>News</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>product_field</name>
    <message>
        <source>out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>(a product that is gone)</source>
        <translation>（已删除的商品）</translation>
    </message>
</context>
<context>
    <name>product_rows</name>
    <message>
        <source>(gone)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>Choose an activity</source>
        <translation>选择活动</translation>
    </message>
    <message>
        <source>In all phases</source>
        <translation>所有阶段</translation>
    </message>
</context>
<context>
    <name>publishing</name>
    <message>
        <source>A pack that is called “{names}” cannot be published; choose letters, digits, - and _ for its id.</source>
        <translation>编号为“{names}”的话术包不能发布；请用字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>The folder holds a pack “{names}” already, and the ids differ only in large and small letters, which some computers cannot tell apart.</source>
        <translation>文件夹里已经有话术包“{names}”，只差大小写，有的电脑分不清。</translation>
    </message>
    <message>
        <source>There is nothing in the pack. To withdraw everything, leave one thing in it that says so.</source>
        <translation>话术包是空的。想全部撤下，请留一条说明。</translation>
    </message>
    <message>
        <source>What was published so far is signed with another key ({names}). Everybody who trusts that one will refuse yours until they confirm it anew.</source>
        <translation>以前的发布是用另一把钥匙（{names}）签的。信任那把钥匙的人，在重新确认之前都不会接受您的。</translation>
    </message>
    <message>
        <source>The folder holds another key under the name of yours ({names}). Nothing was published.</source>
        <translation>文件夹里有一把别的钥匙占了您的名字（{names}）。什么都没有发布。</translation>
    </message>
    <message>
        <source>Nothing in the pack has the id “{names}”, which is marked as must-read.</source>
        <translation>标为必读的“{names}”，话术包里没有。</translation>
    </message>
    <message>
        <source>The note is too long; {names} characters is the most.</source>
        <translation>说明太长，最多 {names} 个字。</translation>
    </message>
    <message>
        <source>The pack is larger than {names} MB. Make its pictures smaller.</source>
        <translation>话术包超过 {names} MB，请把图片缩小。</translation>
    </message>
    <message>
        <source>What would be written cannot be read again as the same pack. Nothing was published.</source>
        <translation>写出来的内容读回来不是同一个话术包。什么都没有发布。</translation>
    </message>
    <message>
        <source>The pack holds until a moment that has passed ({names}); everybody would refuse it.</source>
        <translation>话术包的有效期（{names}）已经过了，谁都不会接受。</translation>
    </message>
    <message>
        <source>Nothing has changed since publication {names}. Nothing was published.</source>
        <translation>和第 {names} 次发布相比没有变化。什么都没有发布。</translation>
    </message>
    <message>
        <source>The folder is kept by a newer QinDesk. Update this one before you publish.</source>
        <translation>这个文件夹由更新版的亲台维护，请升级后再发布。</translation>
    </message>
    <message>
        <source>There is no publication {names} that is whole.</source>
        <translation>没有完整的第 {names} 次发布。</translation>
    </message>
    <message>
        <source>Publication {names} is not signed with your key, or was changed since; it is not brought back.</source>
        <translation>第 {names} 次发布不是用您的钥匙签的，或者后来被改过，不能恢复。</translation>
    </message>
    <message>
        <source>Publishing takes a key to sign with. Make one on the first page.</source>
        <translation>发布要有签名的钥匙，请在第一页生成一把。</translation>
    </message>
    <message>
        <source>pictures: {count}</source>
        <translation>图片 {count} 张</translation>
    </message>
    <message>
        <source>fields of a newer version: {count}</source>
        <translation>新版本的字段 {count} 个</translation>
    </message>
    <message>
        <source>activities, products and questions: {count}</source>
        <translation>活动、商品和问答 {count} 条</translation>
    </message>
    <message>
        <source>kinds of orders: {count}</source>
        <translation>订单类型 {count} 个</translation>
    </message>
    <message>
        <source>phrases that hold only during an activity: {count}</source>
        <translation>仅在活动期间有效的话术 {count} 条</translation>
    </message>
    <message>
        <source>Can you open it yourself? Else choose another place on the first page.</source>
        <translation>请看看自己能不能打开它，不能就在第一页另选一个。</translation>
    </message>
    <message>
        <source>1 entry of the sample stays out: it is no shop&apos;s.</source>
        <translation>示例里的 1 条没有算进去：它不是店铺自己的。</translation>
    </message>
    <message>
        <source>{count} entries of the sample stay out: they are no shop&apos;s.</source>
        <translation>示例里的 {count} 条没有算进去：它们不是店铺自己的。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Lost reasons</source>
        <translation>未成交原因</translation>
    </message>
    <message>
        <source>Recovery by reminder</source>
        <translation>各次提醒的挽回率</translation>
    </message>
    <message>
        <source>Recovery by phrase</source>
        <translation>各话术的挽回率</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>未填原因</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Without an urge</source>
        <translation>未催付</translation>
    </message>
    <message>
        <source>{paid} of {urged}</source>
        <translation>{urged} 笔中 {paid} 笔</translation>
    </message>
    <message>
        <source>Paid of those urged</source>
        <translation>催付后付款</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>已催付</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>A payment is put down to the last urge before it.</source>
        <translation>付款算作之前最后一次催付的功劳。</translation>
    </message>
    <message>
        <source>Urges</source>
        <translation>催付次数</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>At risk now</source>
        <translation>当前待付</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已挽回</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 笔</translation>
    </message>
    <message>
        <source>Paid of all that ended</source>
        <translation>已结束订单付款率</translation>
    </message>
    <message>
        <source>Besides the reminders</source>
        <translation>提醒之外</translation>
    </message>
    <message>
        <source>A phrase that is gone</source>
        <translation>已删除的话术</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Paid share</source>
        <translation>付款率</translation>
    </message>
    <message>
        <source>More or less</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Paid on {day}</source>
        <translation>{day} 付款</translation>
    </message>
    <message>
        <source>Paid {first} – {last}</source>
        <translation>{first} – {last} 付款</translation>
    </message>
    <message>
        <source>Paid: {one} against {two}.</source>
        <translation>付款金额：{one}，对比 {two}。</translation>
    </message>
    <message>
        <source>Lost orders: {one} against {two}.</source>
        <translation>未成交：{one} 笔，对比 {two} 笔。</translation>
    </message>
    <message>
        <source>Urges: {one} against {two}.</source>
        <translation>催付：{one} 次，对比 {two} 次。</translation>
    </message>
    <message>
        <source>Phrases by use</source>
        <translation>话术使用</translation>
    </message>
    <message>
        <source>Recovery by hour</source>
        <translation>分时挽回</translation>
    </message>
    <message>
        <source>Paid after an urge of this hour</source>
        <translation>这一小时催付后付款</translation>
    </message>
    <message>
        <source>{count} paid after it</source>
        <translation>之后付款 {count} 笔</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Uses are counted since a phrase is in use; orders and money are those of these days, paid after an urge with the phrase.</source>
        <translation>使用次数从启用话术起累计；订单和金额是所选日期内用它催付后付款的。</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>每日结果</translation>
    </message>
    <message>
        <source>Two days</source>
        <translation>两天对比</translation>
    </message>
</context>
<context>
    <name>row_menu</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Compare with the pack&apos;s new one</source>
        <translation>和话术包的新内容对比</translation>
    </message>
    <message>
        <source>Back to the pack&apos;s words</source>
        <translation>恢复成话术包的内容</translation>
    </message>
    <message>
        <source>Rename the group “{name}”…</source>
        <translation>给分组“{name}”改名…</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>It is not there any more; nothing was changed.</source>
        <translation>它已经不在了，没有改动任何内容。</translation>
    </message>
    <message>
        <source>Write a text or attach a picture.</source>
        <translation>请写一段文字，或添加一张图片。</translation>
    </message>
    <message>
        <source>Too long: at most {limit} characters.</source>
        <translation>太长了：最多 {limit} 个字。</translation>
    </message>
    <message>
        <source>Too deep: at most {limit} levels.</source>
        <translation>层级太多：最多 {limit} 层。</translation>
    </message>
    <message>
        <source>Too many: at most {limit}.</source>
        <translation>太多了：最多 {limit} 个。</translation>
    </message>
    <message>
        <source>Too large: at most {limit} bytes.</source>
        <translation>太大了：最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>A short code has no spaces.</source>
        <translation>快捷编码里不能有空格。</translation>
    </message>
    <message>
        <source>It holds an invisible NUL character. Delete it and try again.</source>
        <translation>里面有一个看不见的 NUL 字符。请删掉后再试。</translation>
    </message>
    <message>
        <source>It holds a broken character. Delete it and try again.</source>
        <translation>里面有一个损坏的字符。请删掉后再试。</translation>
    </message>
    <message>
        <source>Not a picture: PNG, JPEG and GIF can be attached.</source>
        <translation>这不是图片：可以添加 PNG、JPEG 和 GIF。</translation>
    </message>
    <message>
        <source>These keys cannot be used as a hotkey.</source>
        <translation>这些按键不能用作热键。</translation>
    </message>
    <message>
        <source>Add Ctrl or Alt, or typing would set it off.</source>
        <translation>请加上 Ctrl 或 Alt，否则打字时就会触发。</translation>
    </message>
    <message>
        <source>These keys belong to the Chinese input method.</source>
        <translation>这些按键是中文输入法在用的。</translation>
    </message>
    <message>
        <source>The system keeps these keys for itself.</source>
        <translation>这些按键由系统保留。</translation>
    </message>
    <message>
        <source>These keys are needed for editing, such as copy and paste.</source>
        <translation>这些按键要用来编辑，比如复制和粘贴。</translation>
    </message>
    <message>
        <source>Saved “{title}”</source>
        <translation>已保存“{title}”</translation>
    </message>
    <message>
        <source>Duplicated “{title}”</source>
        <translation>已复制一份“{title}”</translation>
    </message>
    <message>
        <source>Duplicated {count} phrases</source>
        <translation>已复制 {count} 条话术</translation>
    </message>
    <message>
        <source>Moved “{title}”</source>
        <translation>已移动“{title}”</translation>
    </message>
    <message>
        <source>Moved {count} phrases</source>
        <translation>已移动 {count} 条话术</translation>
    </message>
    <message>
        <source>“{title}” is in the bin</source>
        <translation>“{title}”已放入回收站</translation>
    </message>
    <message>
        <source>{count} phrases are in the bin</source>
        <translation>{count} 条话术已放入回收站</translation>
    </message>
    <message>
        <source>“{title}” is back from the bin</source>
        <translation>“{title}”已从回收站恢复</translation>
    </message>
    <message>
        <source>{count} phrases are back from the bin</source>
        <translation>{count} 条话术已从回收站恢复</translation>
    </message>
    <message>
        <source>Added “{title}”</source>
        <translation>已添加“{title}”</translation>
    </message>
    <message>
        <source>Added {count} phrases</source>
        <translation>已添加 {count} 条话术</translation>
    </message>
    <message>
        <source>This cannot be used: {rule}.</source>
        <translation>不能使用：{rule}。</translation>
    </message>
    <message>
        <source>{count} parts had already gone out.</source>
        <translation>之前的 {count} 段已经发出。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Undone: “{title}” is gone again.</source>
        <translation>已撤销：“{title}”又去掉了。</translation>
    </message>
    <message>
        <source>Undone: {count} phrases are gone again.</source>
        <translation>已撤销：{count} 条话术又去掉了。</translation>
    </message>
    <message>
        <source>Undone: “{title}” is as it was before.</source>
        <translation>已撤销：“{title}”恢复原样。</translation>
    </message>
    <message>
        <source>Undone: {count} phrases are as they were before.</source>
        <translation>已撤销：{count} 条话术恢复原样。</translation>
    </message>
    <message>
        <source>Undone: “{title}” is back.</source>
        <translation>已撤销：“{title}”回来了。</translation>
    </message>
    <message>
        <source>Undone: {count} phrases are back.</source>
        <translation>已撤销：{count} 条话术回来了。</translation>
    </message>
    <message>
        <source>Undone: “{title}” is in the bin again.</source>
        <translation>已撤销：“{title}”又放回回收站。</translation>
    </message>
    <message>
        <source>Undone: {count} phrases are in the bin again.</source>
        <translation>已撤销：{count} 条话术又放回回收站。</translation>
    </message>
    <message>
        <source>“{title}” holds now.</source>
        <translation>现在有效的是“{title}”。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>{path} is open in another program. Close it there and try again.</source>
        <translation>{path} 正被别的程序打开，请先关掉再试。</translation>
    </message>
    <message>
        <source>{path} may not be written. Choose another folder.</source>
        <translation>{path} 写不进去，请换一个文件夹。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>磁盘满了，请腾出空间再试。</translation>
    </message>
    <message>
        <source>The folder of {path} does not exist. Choose another one.</source>
        <translation>{path} 所在的文件夹不存在，请换一个。</translation>
    </message>
    <message>
        <source>Not pasted: no chat is in front. Click into the chat and try again.</source>
        <translation>没有粘贴：前面不是聊天窗口。点一下聊天窗口再试。</translation>
    </message>
    <message>
        <source>Not pasted: the chat window was closed.</source>
        <translation>没有粘贴：聊天窗口已经关闭。</translation>
    </message>
    <message>
        <source>Not pasted: the chat runs as administrator; so must QinDesk.</source>
        <translation>没有粘贴：聊天软件以管理员身份运行。请同样启动亲台。</translation>
    </message>
    <message>
        <source>Stopped: another window came to the front. Click into the chat again.</source>
        <translation>已停止：前面换了窗口。请再点一下聊天窗口。</translation>
    </message>
    <message>
        <source>Not pasted: a key was held down. Let go and try again.</source>
        <translation>没有粘贴：有键按着没松。松开再试。</translation>
    </message>
    <message>
        <source>Not pasted: another program holds the clipboard. Try again.</source>
        <translation>没有粘贴：剪贴板被别的程序占用。请再试一次。</translation>
    </message>
    <message>
        <source>Not pasted: another program changed the clipboard. Try again.</source>
        <translation>没有粘贴：剪贴板被别的程序改了。请再试一次。</translation>
    </message>
    <message>
        <source>The chat took nothing. The text is copied: paste it there yourself.</source>
        <translation>聊天窗口没有收下。文字已复制，请自己粘贴。</translation>
    </message>
    <message>
        <source>Not pasted: {names} is not known yet.</source>
        <translation>没有粘贴：还不知道{names}。</translation>
    </message>
    <message>
        <source>Not pasted: buyers must not be told “{names}”.</source>
        <translation>没有粘贴：不能对买家说“{names}”。</translation>
    </message>
    <message>
        <source>Not pasted: its picture is missing. Attach it again in the editor.</source>
        <translation>没有粘贴：图片不见了。请在编辑里重新添加。</translation>
    </message>
    <message>
        <source>Not pasted: with its variables filled in, nothing is left.</source>
        <translation>没有粘贴：填好变量后内容是空的。</translation>
    </message>
    <message>
        <source>One moment: the last paste is still going on.</source>
        <translation>请稍等：上一条还没贴完。</translation>
    </message>
    <message>
        <source>Wayland lets no program paste for you. Copy it and paste it yourself.</source>
        <translation>Wayland 桌面不能代为粘贴。请复制后自己粘贴。</translation>
    </message>
    <message>
        <source>Not pasted: “{name}” ended {length} ago.</source>
        <translation>没有粘贴：“{name}”{length}前结束了。</translation>
    </message>
    <message>
        <source>Not pasted: “{name}” only begins in {length}.</source>
        <translation>没有粘贴：“{name}”{length}后才开始。</translation>
    </message>
    <message>
        <source>Not pasted: the activity or phase of this phrase is gone.</source>
        <translation>没有粘贴：这条话术的活动或阶段已经没有了。</translation>
    </message>
    <message>
        <source>Not pasted: this phrase held until {length} ago.</source>
        <translation>没有粘贴：这条话术{length}前过期了。</translation>
    </message>
    <message>
        <source>Not pasted: this phrase only holds in {length}.</source>
        <translation>没有粘贴：这条话术{length}后才能用。</translation>
    </message>
    <message>
        <source>Not saved: the disk is full. Free space; phrases are safe.</source>
        <translation>没有保存：磁盘已满。话术都在，请清理磁盘。</translation>
    </message>
    <message>
        <source>Not saved: another program holds the file. Try again in a moment.</source>
        <translation>没有保存：文件被别的程序占用。请稍后再试。</translation>
    </message>
    <message>
        <source>The data folder is read-only: search and paste work, saving does not.</source>
        <translation>数据文件夹只读：可以搜索和粘贴，但存不了。</translation>
    </message>
    <message>
        <source>The phrases file is damaged. It is untouched: restore a backup.</source>
        <translation>话术文件已损坏，没有动它。请恢复备份。</translation>
    </message>
    <message>
        <source>The phrases are of a newer QinDesk and left untouched. Update it.</source>
        <translation>话术来自更新的亲台，没有动它们。请更新亲台。</translation>
    </message>
    <message>
        <source>The file in the data folder is not QinDesk&apos;s; it was left untouched.</source>
        <translation>数据文件夹里的文件不是亲台的，没有动它。</translation>
    </message>
    <message>
        <source>Renamed to “{title}”, with its 1 phrase</source>
        <translation>已改名为“{title}”，共 1 条话术</translation>
    </message>
    <message>
        <source>Renamed to “{title}”, with its {count} phrases</source>
        <translation>已改名为“{title}”，共 {count} 条话术</translation>
    </message>
    <message>
        <source>1 phrase joined “{title}”</source>
        <translation>1 条话术并入了“{title}”</translation>
    </message>
    <message>
        <source>{count} phrases joined “{title}”</source>
        <translation>{count} 条话术并入了“{title}”</translation>
    </message>
    <message>
        <source>Undone: 1 phrase is in “{title}” again.</source>
        <translation>已撤销：1 条话术回到“{title}”。</translation>
    </message>
    <message>
        <source>Undone: {count} phrases are in “{title}” again.</source>
        <translation>已撤销：{count} 条话术回到“{title}”。</translation>
    </message>
    <message>
        <source>Our mistake ({place}); phrases are safe. Please send the log.</source>
        <translation>亲台出错（{place}），话术都在。再出现请发日志。</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由放置</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>Typed letter by letter</source>
        <translation>逐字输入</translation>
    </message>
    <message>
        <source>Middle of the screen</source>
        <translation>屏幕中间</translation>
    </message>
    <message>
        <source>At the pointer</source>
        <translation>鼠标旁边</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>热键</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Team packs</source>
        <translation>团队话术包</translation>
    </message>
    <message>
        <source>Data and privacy</source>
        <translation>数据与隐私</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份与恢复</translation>
    </message>
</context>
<context>
    <name>settings_rows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>话术编码</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message>
        <source>{place} does not exist.</source>
        <translation>{place} 不存在。</translation>
    </message>
    <message>
        <source>{place} does not answer. Is the computer or the network drive that holds it switched on?</source>
        <translation>{place} 没有回应。存放它的电脑或网络硬盘开着吗？</translation>
    </message>
    <message>
        <source>{place} cannot be reached. Is this computer online?</source>
        <translation>连不上 {place}。这台电脑联网了吗？</translation>
    </message>
    <message>
        <source>Nobody knows the address of {place}. Is it written correctly, and is this computer online?</source>
        <translation>找不到 {place} 的地址。地址写对了吗？这台电脑联网了吗？</translation>
    </message>
    <message>
        <source>The proxy of your network does not let {place} through. Please ask whoever looks after the network.</source>
        <translation>公司的网络代理不让访问 {place}。请联系管网络的同事。</translation>
    </message>
    <message>
        <source>{place} refuses a computer whose clock is wrong. Please set the clock of this computer.</source>
        <translation>这台电脑的时间不对，{place} 拒绝了。请校准时间。</translation>
    </message>
    <message>
        <source>{place} asks for a user name and password, or does not accept the ones given.</source>
        <translation>{place} 需要用户名和密码，或者您填的不对。</translation>
    </message>
    <message>
        <source>{place} does not let you do this. Please ask whoever shares it.</source>
        <translation>{place} 不允许您这样做。请联系共享它的同事。</translation>
    </message>
    <message>
        <source>{place} can only be read.</source>
        <translation>{place} 只能读，不能写。</translation>
    </message>
    <message>
        <source>{place} is open in another program. Please close it there and try again.</source>
        <translation>{place} 正在别的程序里打开着。请先关掉再试。</translation>
    </message>
    <message>
        <source>{place} is still being written. It is looked at again in a moment.</source>
        <translation>{place} 还在写入，稍后会再看。</translation>
    </message>
    <message>
        <source>There is no space left on {place}.</source>
        <translation>{place} 的空间满了。</translation>
    </message>
    <message>
        <source>{place} is larger than {limit} MB and was not read.</source>
        <translation>{place} 超过 {limit} MB，没有读取。</translation>
    </message>
    <message>
        <source>{place} does not tell which files it holds.</source>
        <translation>{place} 不告诉别人它有哪些文件。</translation>
    </message>
    <message>
        <source>{place} is no folder, network path or address that can be read.</source>
        <translation>{place} 不是可以读取的文件夹、网络路径或网址。</translation>
    </message>
    <message>
        <source>{place} is no name that a file of a share can have.</source>
        <translation>{place} 不能用作共享文件的名字。</translation>
    </message>
    <message>
        <source>Addresses such as {place} need the part of QinDesk for remote places, which is not installed.</source>
        <translation>读取 {place} 这样的地址需要亲台的远程组件，目前没有安装。</translation>
    </message>
    <message>
        <source>{place} answered with an error ({detail}). It is tried again later.</source>
        <translation>{place} 出错了（{detail}），稍后会再试。</translation>
    </message>
    <message>
        <source>The certificate of {place} is not trusted; nothing was read. Is this computer&apos;s clock right?</source>
        <translation>{place} 的证书不可信，所以什么也没有读。这台电脑的时间对吗？</translation>
    </message>
    <message>
        <source>{place} holds too many files to list them all. Please take away what does not belong to packs, or use a folder of its own for them.</source>
        <translation>{place} 里的文件太多，没办法全部列出来。请把和话术包无关的文件移走，或者换一个专用的文件夹。</translation>
    </message>
</context>
<context>
    <name>sheet_book</name>
    <message>
        <source>This is only the mark that Excel leaves while a workbook is open; choose the workbook itself.</source>
        <translation>这只是表格打开时 Excel 留下的临时文件，请选工作簿本身。</translation>
    </message>
    <message>
        <source>This is not a workbook; save it as xlsx.</source>
        <translation>这不是表格文件，请另存为 xlsx 再试。</translation>
    </message>
    <message>
        <source>No sheet of this workbook is one of activities and products; write a template to see them.</source>
        <translation>里面没有活动或商品的页。可以先生成一个模板，看看要哪些页。</translation>
    </message>
    <message>
        <source>The sheet is not one of this workbook&apos;s and was left out.</source>
        <translation>这一页不是活动和商品的，没有读。</translation>
    </message>
    <message>
        <source>A sheet of the same kind was read already; this one was left out.</source>
        <translation>同一类的页已经读过一张，这一张没有读。</translation>
    </message>
    <message>
        <source>No row names the columns; the sheet was left out.</source>
        <translation>找不到表头，这一页没有读。</translation>
    </message>
    <message>
        <source>The column {names} is not known and was left out.</source>
        <translation>不认识的列“{names}”，没有读。</translation>
    </message>
    <message>
        <source>The column {names} is there twice; the first one was read.</source>
        <translation>“{names}”列出现了两次，只读了前一列。</translation>
    </message>
    <message>
        <source>The column {names} is missing; the sheet was left out.</source>
        <translation>缺少“{names}”列，这一页没有读。</translation>
    </message>
    <message>
        <source>Something must stand here.</source>
        <translation>这里必须填写。</translation>
    </message>
    <message>
        <source>“{names}” is not a number.</source>
        <translation>“{names}”不是数字。</translation>
    </message>
    <message>
        <source>“{names}” is not a whole number.</source>
        <translation>“{names}”不是整数。</translation>
    </message>
    <message>
        <source>“{names}” is neither yes nor no.</source>
        <translation>“{names}”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“{first}” is not one of: {rest}.</source>
        <translation>“{first}”不在可选项里：{rest}。</translation>
    </message>
    <message>
        <source>“{names}” is not a share of the price; write 50% for half price.</source>
        <translation>“{names}”不是实付比例，半价请写 50% 或 5折。</translation>
    </message>
    <message>
        <source>“{names}” is not a moment; write it as 2026-11-11 20:00.</source>
        <translation>“{names}”不是时间，请写成 2026-11-11 20:00。</translation>
    </message>
    <message>
        <source>“{names}” has no day; write it as 2026-11-11 20:00.</source>
        <translation>“{names}”没有写哪一天，请写成 2026-11-11 20:00。</translation>
    </message>
    <message>
        <source>The day {names} does not exist.</source>
        <translation>没有 {names} 这一天。</translation>
    </message>
    <message>
        <source>The time {names} does not exist.</source>
        <translation>没有 {names} 这个时间。</translation>
    </message>
    <message>
        <source>The clocks are put forward over {names}; this time does not exist on that day.</source>
        <translation>那天的时钟拨快，跳过了 {names}，没有这个时间。</translation>
    </message>
    <message>
        <source>No activity is called “{names}”.</source>
        <translation>没有叫“{names}”的活动。</translation>
    </message>
    <message>
        <source>No product is called “{names}” and none has this code.</source>
        <translation>没有名称或编码是“{names}”的商品。</translation>
    </message>
    <message>
        <source>No phase of this activity is called “{names}”.</source>
        <translation>这个活动没有叫“{names}”的阶段。</translation>
    </message>
    <message>
        <source>The activity “{names}” could not be taken over, so this could not be either.</source>
        <translation>活动“{names}”没能导入，所以这一条也不行。</translation>
    </message>
    <message>
        <source>The product “{names}” could not be taken over, so this could not be either.</source>
        <translation>商品“{names}”没能导入，所以这一条也不行。</translation>
    </message>
    <message>
        <source>Several products have the code {names}; write the name instead.</source>
        <translation>有几个商品的编码都是 {names}，请改写商品名称。</translation>
    </message>
    <message>
        <source>“{first}” stands in row {rest} already.</source>
        <translation>“{first}”在第 {rest} 行已经有了。</translation>
    </message>
    <message>
        <source>A question belongs to an activity or to a product, not to both.</source>
        <translation>一条问答只能属于活动或商品之一。</translation>
    </message>
    <message>
        <source>The activity has its row already, in row {names}.</source>
        <translation>这个活动在第 {names} 行已经有一行了。</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有修改</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>{new} added, {changed} changed, {same} were already here.</source>
        <translation>新增 {new} 条，修改 {changed} 条，{same} 条原来就有。</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} already here.</source>
        <translation>新增 {new} 条，修改 {changed} 条，已有 {same} 条。</translation>
    </message>
    <message>
        <source>One cell needs a look.</source>
        <translation>有 1 处需要看一下。</translation>
    </message>
    <message>
        <source>{count} cells need a look.</source>
        <translation>有 {count} 处需要看一下。</translation>
    </message>
    <message>
        <source>One example row was skipped.</source>
        <translation>跳过了 1 行示例。</translation>
    </message>
    <message>
        <source>{count} example rows were skipped.</source>
        <translation>跳过了 {count} 行示例。</translation>
    </message>
</context>
<context>
    <name>sheet_fields</name>
    <message>
        <source>The entry itself</source>
        <translation>本条内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>How to buy</source>
        <translation>购买方法</translation>
    </message>
    <message>
        <source>Page does not open</source>
        <translation>页面打不开时</translation>
    </message>
    <message>
        <source>Refund rules</source>
        <translation>退款规则</translation>
    </message>
    <message>
        <source>Other activities</source>
        <translation>同时进行的活动</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Name of the phase</source>
        <translation>阶段名称</translation>
    </message>
    <message>
        <source>Kind of the phase</source>
        <translation>阶段类型</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Share that is paid</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Products of the phase</source>
        <translation>阶段适用商品</translation>
    </message>
    <message>
        <source>Note of the phase</source>
        <translation>阶段备注</translation>
    </message>
    <message>
        <source>Purchase limit</source>
        <translation>限购</translation>
    </message>
    <message>
        <source>Answer above the limit</source>
        <translation>超出限购的答复</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Platform offer</source>
        <translation>平台满减</translation>
    </message>
    <message>
        <source>Coupon together with the platform offer</source>
        <translation>券与满减同用</translation>
    </message>
    <message>
        <source>What the platform offer is judged on</source>
        <translation>满减门槛的计算</translation>
    </message>
    <message>
        <source>Only the highest gift</source>
        <translation>只送最高档赠品</translation>
    </message>
    <message>
        <source>Note on combining</source>
        <translation>叠加备注</translation>
    </message>
    <message>
        <source>Shipping promise</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Couriers</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Courier can be chosen</source>
        <translation>可指定快递</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>Express fee</source>
        <translation>快递补差</translation>
    </message>
    <message>
        <source>Days on the road</source>
        <translation>路上时间</translation>
    </message>
    <message>
        <source>Delay at the peak</source>
        <translation>高峰延迟</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>How long the answer holds</source>
        <translation>答案有效期</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Size compared</source>
        <translation>大小对比</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>Colour remark</source>
        <translation>色差说明</translation>
    </message>
    <message>
        <source>Stock on the page</source>
        <translation>页面库存</translation>
    </message>
    <message>
        <source>Real stock</source>
        <translation>实际库存</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price in the activity</source>
        <translation>活动价</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>替代商品</translation>
    </message>
    <message>
        <source>Complement</source>
        <translation>搭配商品</translation>
    </message>
    <message>
        <source>Related product</source>
        <translation>相关商品</translation>
    </message>
    <message>
        <source>on the goods, coupon or not</source>
        <translation>按商品金额（不论用不用券）</translation>
    </message>
    <message>
        <source>on what the coupon leaves</source>
        <translation>按用券后的金额</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>sheet_menu</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Changes ({count})</source>
        <translation>活动变更（{count}）</translation>
    </message>
    <message>
        <source>Calculator…</source>
        <translation>优惠计算…</translation>
    </message>
    <message>
        <source>Import or export a workbook…</source>
        <translation>导入或导出表格…</translation>
    </message>
    <message>
        <source>New activity…</source>
        <translation>新建活动…</translation>
    </message>
    <message>
        <source>New product…</source>
        <translation>新建商品…</translation>
    </message>
    <message>
        <source>New fact of the shop…</source>
        <translation>新建店铺问答…</translation>
    </message>
    <message>
        <source>Edit “{name}”…</source>
        <translation>编辑“{name}”…</translation>
    </message>
    <message>
        <source>Duplicate with other dates…</source>
        <translation>复制并改日期…</translation>
    </message>
    <message>
        <source>Mark as sold out</source>
        <translation>标记为售罄</translation>
    </message>
    <message>
        <source>Can be sold again</source>
        <translation>恢复有货</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Put the sample into the bin</source>
        <translation>把示例移入回收站</translation>
    </message>
</context>
<context>
    <name>sheet_panel</name>
    <message>
        <source>Limit and offers</source>
        <translation>限购与优惠</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How to buy</source>
        <translation>怎么买</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发货与快递</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>yes, together</source>
        <translation>可以同用</translation>
    </message>
    <message>
        <source>no, one of them</source>
        <translation>不可同用，二选一</translation>
    </message>
    <message>
        <source>can be chosen</source>
        <translation>可以指定</translation>
    </message>
    <message>
        <source>none can be chosen</source>
        <translation>不能指定</translation>
    </message>
    <message>
        <source>all {count} in one message</source>
        <translation>{count} 条一次发出</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限购</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>超出时</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>满减</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Page fails</source>
        <translation>打不开时</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Also on</source>
        <translation>同时活动</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Couriers</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Express fees</source>
        <translation>快递补差</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>路上时间</translation>
    </message>
    <message>
        <source>At the peak</source>
        <translation>高峰期</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Earlier, confirmed</source>
        <translation>之前已确认</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动修改</translation>
    </message>
    <message>
        <source>by pack {name}</source>
        <translation>话术包 {name}</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 fact is empty ({names}): fill in</source>
        <translation>1 项没填（{names}）：去填写</translation>
    </message>
    <message>
        <source>{count} facts are empty ({names}): fill in</source>
        <translation>{count} 项没填（{names}）：去填写</translation>
    </message>
    <message>
        <source>{count} facts are empty ({names} …): fill in</source>
        <translation>{count} 项没填（{names}等）：去填写</translation>
    </message>
    <message>
        <source>Sold out: offer instead</source>
        <translation>已售罄：可以推荐</translation>
    </message>
    <message>
        <source>Goes with it</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>The product</source>
        <translation>商品信息</translation>
    </message>
    <message>
        <source>page {count}</source>
        <translation>页面 {count}</translation>
    </message>
    <message>
        <source>real {count}</source>
        <translation>实际 {count}</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>已售罄</translation>
    </message>
    <message>
        <source>sold out too</source>
        <translation>也已售罄</translation>
    </message>
    <message>
        <source>normally {price}</source>
        <translation>平时 {price}</translation>
    </message>
    <message>
        <source>send it</source>
        <translation>发图片</translation>
    </message>
    <message>
        <source>Instead of it</source>
        <translation>替代</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>现价</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>大小对比</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色差</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>开售</translation>
    </message>
    <message>
        <source>Extra window</source>
        <translation>加场</translation>
    </message>
    <message>
        <source>Platform sale</source>
        <translation>平台大促</translation>
    </message>
    <message>
        <source>Group-buy</source>
        <translation>聚划算</translation>
    </message>
    <message>
        <source>Brand group</source>
        <translation>品牌团</translation>
    </message>
    <message>
        <source>The shop&apos;s own</source>
        <translation>店铺活动</translation>
    </message>
    <message>
        <source>to “{phase}”</source>
        <translation>后“{phase}”</translation>
    </message>
    <message>
        <source>left</source>
        <translation>后结束</translation>
    </message>
    <message>
        <source>no dates yet</source>
        <translation>未填时间</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>between two phases</source>
        <translation>两个阶段之间</translation>
    </message>
    <message>
        <source>Ended ({count})</source>
        <translation>已结束（{count}）</translation>
    </message>
    <message>
        <source>from {moment}</source>
        <translation>{moment} 开始</translation>
    </message>
    <message>
        <source>over since {moment}</source>
        <translation>{moment} 已结束</translation>
    </message>
    <message>
        <source>its activity is gone</source>
        <translation>所属活动已不存在</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>\\server\packs  ·  D:\packs  ·  https://…</source>
        <translation>\\server\packs  ·  D:\packs  ·  https://…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>换地址…</translation>
    </message>
    <message>
        <source>Password…</source>
        <translation>密码…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>It is the same: confirm</source>
        <translation>核对一致，确认</translation>
    </message>
    <message>
        <source>It is my team&apos;s: confirm</source>
        <translation>是我们团队的，确认</translation>
    </message>
    <message>
        <source>Earlier: it goes first where both say the same</source>
        <translation>上移：内容相同时以上面的为准</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>现在就看</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Enter user name and password…</source>
        <translation>填写用户名和密码…</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Kept on this computer for you alone; never in a backup or a pack.</source>
        <translation>只保存在这台电脑上，仅您可用；不进备份，也不进话术包。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep and look again</source>
        <translation>保存并重试</translation>
    </message>
    <message>
        <source>Forget the password</source>
        <translation>删除密码</translation>
    </message>
    <message>
        <source>Keep them as my own</source>
        <translation>留作我自己的</translation>
    </message>
    <message>
        <source>Put them into the bin</source>
        <translation>放进回收站</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing came from here that another source does not bring as well.</source>
        <translation>没有只来自这里的内容。</translation>
    </message>
    <message>
        <source>{count} things came from here. What shall become of them?</source>
        <translation>有 {count} 条来自这里，怎么处理？</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>Any stage</source>
        <translation>任意环节</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>任意岗位</translation>
    </message>
    <message>
        <source>Paste as one message</source>
        <translation>作为一条消息粘贴</translation>
    </message>
    <message>
        <source>Paste in parts, cut at lines of ---</source>
        <translation>按 --- 分段粘贴</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Before the text</source>
        <translation>在正文前</translation>
    </message>
    <message>
        <source>After the text</source>
        <translation>在正文后</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的称呼</translation>
    </message>
    <message>
        <source>The shop&apos;s name</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Greeting for the time of day</source>
        <translation>按时段的问候</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>今天的日期</translation>
    </message>
    <message>
        <source>The time now</source>
        <translation>现在的时间</translation>
    </message>
    <message>
        <source>What was copied last</source>
        <translation>最近复制的内容</translation>
    </message>
    <message>
        <source>The image is larger than {limit} MB.</source>
        <translation>图片超过 {limit} MB。</translation>
    </message>
    <message>
        <source>Only PNG, JPEG and GIF images can be attached.</source>
        <translation>只能添加 PNG、JPEG 和 GIF 图片。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Paste the last one again</source>
        <translation>再次粘贴上一条</translation>
    </message>
    <message>
        <source>Paste pinned phrase {number}</source>
        <translation>粘贴第 {number} 条置顶话术</translation>
    </message>
    <message>
        <source>A phrase of its own</source>
        <translation>某条话术的专用热键</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>升级之前</translation>
    </message>
</context>
<context>
    <name>timers</name>
    <message>
        <source>soon</source>
        <translation>快到了</translation>
    </message>
    <message>
        <source>any moment</source>
        <translation>马上到点</translation>
    </message>
    <message>
        <source>over</source>
        <translation>到点了</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>my timer</source>
        <translation>我的计时</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>{label} starts</source>
        <translation>{label}开始</translation>
    </message>
    <message>
        <source>{label} ends</source>
        <translation>{label}结束</translation>
    </message>
    <message>
        <source>started {length} ago</source>
        <translation>{length}前开始</translation>
    </message>
    <message>
        <source>ended {length} ago</source>
        <translation>{length}前结束</translation>
    </message>
    <message>
        <source>due {length} ago</source>
        <translation>{length}前到点</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚到点</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{sentence} · {count} more</source>
        <translation>{sentence} · 还有 {count} 件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{count} came at once: {names}</source>
        <translation>{count} 件到点：{names}</translation>
    </message>
    <message>
        <source>{name} starts in {length}</source>
        <translation>{name}还有{length}开始</translation>
    </message>
    <message>
        <source>{name} ends in {length}</source>
        <translation>{name}还有{length}结束</translation>
    </message>
    <message>
        <source>{name}: {length} to go</source>
        <translation>{name}：还有{length}</translation>
    </message>
    <message>
        <source>{name} has started</source>
        <translation>{name}开始了</translation>
    </message>
    <message>
        <source>{name} has ended</source>
        <translation>{name}结束了</translation>
    </message>
    <message>
        <source>{name}: time is up</source>
        <translation>{name}：时间到了</translation>
    </message>
    <message>
        <source>{name} started {length} ago</source>
        <translation>{name} {length}前已开始</translation>
    </message>
    <message>
        <source>{name} ended {length} ago</source>
        <translation>{name} {length}前已结束</translation>
    </message>
    <message>
        <source>{name} was due {length} ago</source>
        <translation>{name} {length}前已到点</translation>
    </message>
    <message>
        <source>Type a time and what it is for, such as 15m call back.</source>
        <translation>输入时间和事情，例如 15m 回电。</translation>
    </message>
    <message>
        <source>No time was found in this. Write 15m, 21:30 or 11-12 9:00, then what it is for.</source>
        <translation>没有看到时间。请写 15m、21:30 或 11-12 9:00，再写要做的事。</translation>
    </message>
    <message>
        <source>That day does not exist.</source>
        <translation>没有这一天。</translation>
    </message>
    <message>
        <source>That time of day does not exist; a day ends at 24:00.</source>
        <translation>没有这个时间，一天到 24:00 为止。</translation>
    </message>
    <message>
        <source>Clocks are put forward over that time; choose one before or after.</source>
        <translation>这个时间因夏令时被跳过，请选前后的时间。</translation>
    </message>
    <message>
        <source>That moment has already passed.</source>
        <translation>这个时间已经过了。</translation>
    </message>
    <message>
        <source>That is no time at all.</source>
        <translation>时长是零，没有可以倒计时的。</translation>
    </message>
    <message>
        <source>That is more than a year away.</source>
        <translation>超过一年了，请选近一点的时间。</translation>
    </message>
    <message>
        <source>This cannot be counted down to: {rule}.</source>
        <translation>无法倒计时：{rule}。</translation>
    </message>
    <message>
        <source>{name} · {moment}, in {length}</source>
        <translation>{name} · {moment}，{length}后</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>activity is gone</source>
        <translation>活动已不在</translation>
    </message>
    <message>
        <source>Its activity or phase is not there any more.</source>
        <translation>所属的活动或阶段已经不在了。</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>到 {moment}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>from {moment}</source>
        <translation>{moment} 起</translation>
    </message>
    <message>
        <source>just ended</source>
        <translation>刚刚结束</translation>
    </message>
    <message>
        <source>ended {length} ago</source>
        <translation>{length}前结束</translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Farewell</source>
        <translation>告别</translation>
    </message>
    <message>
        <source>Pre-sales</source>
        <translation>售前</translation>
    </message>
    <message>
        <source>Order changes</source>
        <translation>改单</translation>
    </message>
    <message>
        <source>After-sales agent</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Hard customers</source>
        <translation>疑难</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>The pack is not signed, and this source has signed its packs so far.</source>
        <translation>这个话术包没有签名，而这个来源以前一直有。</translation>
    </message>
    <message>
        <source>The signature of the pack is damaged or in a form that is not known.</source>
        <translation>话术包的签名坏了，或者是不认识的格式。</translation>
    </message>
    <message>
        <source>The pack is signed with another key ({found}) than the one you confirmed ({pinned}). Ask the publisher whether the key was changed.</source>
        <translation>话术包是用另一把钥匙（{found}）签的，不是您确认过的那把（{pinned}）。请问一下发布者是不是换了钥匙。</translation>
    </message>
    <message>
        <source>The pack was changed after it was signed, or is damaged.</source>
        <translation>话术包签名之后被改过，或者已经损坏。</translation>
    </message>
    <message>
        <source>What is signed does not say which publication of which pack this is.</source>
        <translation>签名里没有写明这是哪个话术包的第几次发布。</translation>
    </message>
    <message>
        <source>The pack says {found} of itself, and its signature says {pinned}.</source>
        <translation>话术包自己写的是 {found}，签名里写的是 {pinned}。</translation>
    </message>
    <message>
        <source>This is the pack “{found}”; the one that you get from here is “{pinned}”.</source>
        <translation>这是话术包“{found}”，您从这里订阅的是“{pinned}”。</translation>
    </message>
    <message>
        <source>This is publication {found}, and {pinned} was here already. An older one is not taken over.</source>
        <translation>这是第 {found} 次发布，而第 {pinned} 次已经来过了；旧的不会再用。</translation>
    </message>
    <message>
        <source>This is another pack than the one that was here with the same number ({found}).</source>
        <translation>编号同样是 {found}，内容却和以前来的不一样。</translation>
    </message>
    <message>
        <source>The pack holds until {found} only. Ask the publisher for a newer one.</source>
        <translation>这个话术包只到 {found} 有效。请向发布者要新的。</translation>
    </message>
    <message>
        <source>The file is no pack.</source>
        <translation>这个文件不是话术包。</translation>
    </message>
    <message>
        <source>The list of packs in the folder is damaged. The next publication writes it again.</source>
        <translation>文件夹里的目录文件坏了；下一次发布会重写。</translation>
    </message>
    <message>
        <source>The folder is kept by a newer QinDesk. Please update this one.</source>
        <translation>这个文件夹由更新版的亲台维护，请先升级。</translation>
    </message>
    <message>
        <source>The folder does not hold the pack “{pinned}”.</source>
        <translation>文件夹里没有话术包“{pinned}”。</translation>
    </message>
    <message>
        <source>The folder holds several packs ({found}). Please choose one.</source>
        <translation>文件夹里有好几个话术包（{found}），请选一个。</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>The announcement of new versions is not signed, so nothing of it is believed.</source>
        <translation>新版本的公告没有签名，因此不予采信。</translation>
    </message>
    <message>
        <source>The signature of the announcement is damaged or in a form that is not known.</source>
        <translation>公告的签名已损坏，或是无法识别的格式。</translation>
    </message>
    <message>
        <source>The announcement is signed with another key ({found}) than yours ({pinned}).</source>
        <translation>公告是用另一把密钥（{found}）签名的，不是您这里的（{pinned}）。</translation>
    </message>
    <message>
        <source>The announcement was changed after it was signed, or is damaged.</source>
        <translation>公告在签名之后被改动过，或者已损坏。</translation>
    </message>
    <message>
        <source>The file latest.json announces no version of QinDesk.</source>
        <translation>文件 latest.json 里没有亲台的版本公告。</translation>
    </message>
    <message>
        <source>The announcement is written for a newer QinDesk than this one. Please install that by hand.</source>
        <translation>这份公告是写给更新的亲台的，请手动安装新版本。</translation>
    </message>
    <message>
        <source>Version {found} is announced, and {pinned} was seen already. An older one is never installed.</source>
        <translation>公告的是 {found} 版，而 {pinned} 版早已见过。绝不安装更旧的版本。</translation>
    </message>
    <message>
        <source>The downloaded file {found} is not the one that was announced, and was deleted.</source>
        <translation>下载的文件 {found} 与公告不符，已删除。</translation>
    </message>
    <message>
        <source>Nobody looks for new versions.</source>
        <translation>没有在检查新版本。</translation>
    </message>
    <message>
        <source>You have the newest version.</source>
        <translation>已经是最新版本。</translation>
    </message>
    <message>
        <source>Version {version} is ready to be installed.</source>
        <translation>{version} 版已准备好，可以安装。</translation>
    </message>
    <message>
        <source>Version {version} is installed when you quit QinDesk.</source>
        <translation>退出亲台时会安装 {version} 版。</translation>
    </message>
    <message>
        <source>Version {version} was not installed the last time. Nothing was lost; please try again.</source>
        <translation>上次没有装上 {version} 版，什么都没有丢，请再试一次。</translation>
    </message>
    <message>
        <source>Whether there is a newer version could not be found out.</source>
        <translation>没能查到有没有新版本。</translation>
    </message>
    <message>
        <source>Nobody has looked for a newer version yet.</source>
        <translation>还没有检查过新版本。</translation>
    </message>
    <message>
        <source>Whoever looks after this computer brings new versions, or says where to look.</source>
        <translation>新版本由管理这台电脑的人负责，或由其指定检查的位置。</translation>
    </message>
    <message>
        <source>QinDesk {version} is here. It is installed when you quit, if you want it.</source>
        <translation>亲台 {version} 版来了。您同意的话，退出时就会安装。</translation>
    </message>
    <message>
        <source>What it brings</source>
        <translation>看看有什么新的</translation>
    </message>
</context>
<context>
    <name>urges</name>
    <message>
        <source>This order waits for no payment any more.</source>
        <translation>这笔订单已经不用催付了。</translation>
    </message>
    <message>
        <source>Next: {name}, closes in {length}</source>
        <translation>下一笔：{name}，{length}后关闭</translation>
    </message>
    <message>
        <source>Urge (Alt+Enter)</source>
        <translation>催付 (Alt+Enter)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No phrase has the code {codes}: write the words of this urge.</source>
        <translation>没有短码为 {codes} 的话术，请先写好这一步的催付话术。</translation>
    </message>
    <message>
        <source>The kind of this order names no phrase: give its steps a short code.</source>
        <translation>这类订单的催付步骤没有指定话术，请在设置里给每一步填上短码。</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>{name} was not urged: {why}.</source>
        <translation>没有催 {name}：{why}。</translation>
    </message>
    <message>
        <source>Urge anyway (Alt+Enter)</source>
        <translation>仍然催付 (Alt+Enter)</translation>
    </message>
</context>
<context>
    <name>which</name>
    <message>
        <source>from {moment}</source>
        <translation>{moment} 开始</translation>
    </message>
    <message>
        <source>ended {moment}</source>
        <translation>{moment} 已结束</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>已售罄</translation>
    </message>
</context>
<context>
    <name>window_menu</name>
    <message>
        <source>New phrase…</source>
        <translation>新建话术…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>回收站…</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>总在最前</translation>
    </message>
    <message>
        <source>Turn hotkeys on</source>
        <translation>启用热键</translation>
    </message>
    <message>
        <source>Pause hotkeys</source>
        <translation>暂停热键</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按键一览…</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>隐藏窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>At the left edge</source>
        <translation>靠屏幕左边</translation>
    </message>
    <message>
        <source>At the right edge</source>
        <translation>靠屏幕右边</translation>
    </message>
    <message>
        <source>Standing free</source>
        <translation>自由放置</translation>
    </message>
    <message>
        <source>Export phrases…</source>
        <translation>导出话术…</translation>
    </message>
    <message>
        <source>Packs of your team…</source>
        <translation>团队话术包…</translation>
    </message>
    <message>
        <source>Publish a pack…</source>
        <translation>发布话术包…</translation>
    </message>
    <message>
        <source>Beside the chat…</source>
        <translation>停靠在聊天窗口旁…</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>竖栏</translation>
    </message>
    <message>
        <source>Compact: search and strip</source>
        <translation>精简：只留搜索和底栏</translation>
    </message>
    <message>
        <source>Popup</source>
        <translation>弹窗</translation>
    </message>
    <message>
        <source>Wide: with details</source>
        <translation>宽屏：带详情</translation>
    </message>
    <message>
        <source>New versions…</source>
        <translation>新版本…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>全部命令…</translation>
    </message>
</context>
</TS>
