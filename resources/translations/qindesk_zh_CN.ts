<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>No phrase in the bin holds this text.</source>
        <translation>回收站里没有含这段文字的话术。</translation>
    </message>
    <message>
        <source>{count} phrases are deleted for good when you close this window.</source>
        <translation>关闭这个窗口时，{count} 条话术会被彻底删除。</translation>
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
        <source>Phrases in the bin</source>
        <translation>回收站里的话术</translation>
    </message>
    <message>
        <source>1 phrase is deleted for good when you close this window.</source>
        <translation>关闭这个窗口时，1 条话术会被彻底删除。</translation>
    </message>
    <message>
        <source>The bin is empty: a phrase that you delete is kept here for {days} days.</source>
        <translation>回收站是空的：删除的话术会在这里保留 {days} 天。</translation>
    </message>
</context>
<context>
    <name>BinRows</name>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
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
        <source>Kept for</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter by role and group</source>
        <translation>按岗位和分组筛选</translation>
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
    <name>DataPage</name>
    <message>
        <source>Kept and read back: {name}</source>
        <translation>已备份并读回核对：{name}</translation>
    </message>
    <message>
        <source>Everything is as it was at {moment}.</source>
        <translation>一切已恢复到 {moment} 的样子。</translation>
    </message>
    <message>
        <source>Everything is as it was before the restore.</source>
        <translation>一切已回到恢复之前的样子。</translation>
    </message>
    <message>
        <source>Where your phrases lie</source>
        <translation>话术存放的位置</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
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
        <source>What you had not saved is back.</source>
        <translation>上次没有保存的内容已找回。</translation>
    </message>
    <message>
        <source>This is the saved phrase.</source>
        <translation>这是已保存的话术。</translation>
    </message>
    <message>
        <source>Start from the saved phrase</source>
        <translation>改从已保存的话术开始</translation>
    </message>
    <message>
        <source>Bring the draft back</source>
        <translation>找回草稿</translation>
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
        <source>From the pack {pack}</source>
        <translation>来自话术包 {pack}</translation>
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
        <source>Insert variable…</source>
        <translation>插入变量…</translation>
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
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Edge of the screen</source>
        <translation>停靠的屏幕边</translation>
    </message>
    <message>
        <source>Put in wherever a phrase says {{agent}}; the shop&apos;s where it says {{shop}}.</source>
        <translation>话术里写 {{agent}} 的地方填入称呼，写 {{shop}} 的地方填入店铺名称。</translation>
    </message>
    <message>
        <source>Always on top of other windows</source>
        <translation>总在其他窗口前面</translation>
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
    <name>HotkeysPage</name>
    <message>
        <source>They work in every program. Click one and press the new keys.</source>
        <translation>在任何程序里都有效。点击一项，再按新的按键。</translation>
    </message>
</context>
<context>
    <name>House</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Restore the backup of {moment}</source>
        <translation>恢复 {moment} 的备份</translation>
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
        <source>Drop files here: Qianniu, Kefubao, espanso, Sogou, or any table with a column of texts.</source>
        <translation>把文件拖到这里：千牛、客服宝、espanso、搜狗，或任何带一列正文的表格。</translation>
    </message>
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
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
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
        <source>In this window</source>
        <translation>在本窗口</translation>
    </message>
    <message>
        <source>taken by another program</source>
        <translation>被其他程序占用</translation>
    </message>
    <message>
        <source>Paste a pinned phrase by its number</source>
        <translation>按序号粘贴置顶的话术</translation>
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
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
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
        <source>Nothing found for “{text}”.</source>
        <translation>没有找到“{text}”。</translation>
    </message>
    <message>
        <source>Make a phrase of this</source>
        <translation>用它新建一条话术</translation>
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
        <source>Here only pinned phrases have an order of their own. Choose a group to sort it.</source>
        <translation>这里只有置顶的话术可以拖动排序。要给其他话术排序，请先选一个分组。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>在全部话术里搜</translation>
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
    <name>SearchBox</name>
    <message>
        <source>Search phrases: words, pinyin or code</source>
        <translation>搜话术：文字、拼音或编码</translation>
    </message>
    <message>
        <source>Search phrases</source>
        <translation>搜索话术</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清空搜索（Esc）</translation>
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
    <message>
        <source>General</source>
        <translation>常规</translation>
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
        <source>Data</source>
        <translation>数据</translation>
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
    <name>Tokens</name>
    <message>
        <source>Remove {text}</source>
        <translation>移除 {text}</translation>
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
    <name>VariableTyping</name>
    <message>
        <source>{{?…}}   Ask me when pasting</source>
        <translation>{{?…}}   粘贴时问我</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
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
        <source>QinDesk made a mistake and stopped the paste. Look at the chat before sending.</source>
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
</context>
<context>
    <name>house</name>
    <message>
        <source>QinDesk</source>
        <translation>亲台</translation>
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
        <source>Do what the notice offers</source>
        <translation>执行提示里的操作</translation>
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
        <source>Pasted, but not counted.</source>
        <translation>已粘贴，但没有记入使用次数。</translation>
    </message>
    <message>
        <source>Pasted; parts still to go: {count}</source>
        <translation>已粘贴，还剩 {count} 段</translation>
    </message>
    <message>
        <source>Pasted. What you had copied before could not be given back.</source>
        <translation>已粘贴。您之前复制的内容没能放回剪贴板。</translation>
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
</context>
<context>
    <name>sentences</name>
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
        <source>Nothing was pasted: no chat window is in front. Click into the chat and try again.</source>
        <translation>没有粘贴：前面没有聊天窗口。请点一下聊天窗口再试。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the chat window was closed.</source>
        <translation>没有粘贴：聊天窗口已经关闭。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the chat runs as administrator and takes no keys from QinDesk. Start QinDesk as administrator too, or paste the copied text yourself.</source>
        <translation>没有粘贴：聊天软件以管理员身份运行，不接受亲台的按键。请同样以管理员身份启动亲台，或复制文本后自己粘贴。</translation>
    </message>
    <message>
        <source>Nothing more was pasted: another window came to the front. Click into the chat and try again.</source>
        <translation>已停止粘贴：前面换成了别的窗口。请点一下聊天窗口再试。</translation>
    </message>
    <message>
        <source>Nothing was pasted: a key was held down. Let go and try again.</source>
        <translation>没有粘贴：有按键一直按着。请松开后再试。</translation>
    </message>
    <message>
        <source>Nothing was pasted: another program is using the clipboard. Try again in a moment.</source>
        <translation>没有粘贴：剪贴板正被其他程序占用。请稍后再试。</translation>
    </message>
    <message>
        <source>Nothing was pasted: another program put something else on the clipboard. Try again.</source>
        <translation>没有粘贴：剪贴板里被其他程序放进了别的内容。请再试一次。</translation>
    </message>
    <message>
        <source>The chat did not take the text. It is on the clipboard: press the paste key in the chat.</source>
        <translation>聊天窗口没有接收文本。文本还在剪贴板里，请在聊天窗口按粘贴键。</translation>
    </message>
    <message>
        <source>Nothing was pasted: {names} is not known yet.</source>
        <translation>没有粘贴：还不知道{names}。</translation>
    </message>
    <message>
        <source>Nothing was pasted: a buyer must not be told “{names}”.</source>
        <translation>没有粘贴：“{names}”不能发给买家。</translation>
    </message>
    <message>
        <source>Nothing was pasted: the picture of this phrase is missing. Attach it again in the editor.</source>
        <translation>没有粘贴：这条话术的图片不见了。请在编辑窗口重新添加。</translation>
    </message>
    <message>
        <source>Nothing was pasted: with its variables filled in, this phrase is empty.</source>
        <translation>没有粘贴：填入变量后，这条话术是空的。</translation>
    </message>
    <message>
        <source>One moment: the paste before this one is still going on.</source>
        <translation>请稍等：上一次粘贴还没有完成。</translation>
    </message>
    <message>
        <source>This desktop lets no program paste for you (Wayland). Copy the text and paste it yourself.</source>
        <translation>这个桌面（Wayland）不允许程序代为粘贴。请复制文本后自己粘贴。</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. Your phrases are safe. Free some space and try again.</source>
        <translation>磁盘已满，这次没有保存。原有话术都还在。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>Another program holds the phrases file, so this was not saved. Your phrases are safe. Try again in a moment.</source>
        <translation>话术文件正被其他程序占用，这次没有保存。原有话术都还在。请稍后再试。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to. You can search and paste, but changes are not saved.</source>
        <translation>数据文件夹不能写入。可以搜索和粘贴，但修改不会保存。</translation>
    </message>
    <message>
        <source>The phrases file is damaged and was left untouched. Restore a backup in the settings.</source>
        <translation>话术文件已损坏，程序没有改动它。请在设置里恢复备份。</translation>
    </message>
    <message>
        <source>The phrases were written by a newer QinDesk and were left untouched. Please update QinDesk.</source>
        <translation>话术由更新版本的亲台写成，程序没有改动它。请升级亲台。</translation>
    </message>
    <message>
        <source>The file in the data folder does not belong to QinDesk and was left untouched.</source>
        <translation>数据文件夹里的文件不是亲台的，程序没有改动它。</translation>
    </message>
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
        <source>QinDesk made a mistake ({place}). Your phrases are safe; if it comes again, send the log to your lead.</source>
        <translation>亲台出错了（{place}）。您的话术都还在；如果再次出现，请把日志发给主管。</translation>
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
</context>
</TS>
