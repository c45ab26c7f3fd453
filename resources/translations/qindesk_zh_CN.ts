<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {keys} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new keys, Esc to leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds these keys; they work here as soon as it lets them go.</source>
        <translation type="unfinished"></translation>
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
    <name>Editor</name>
    <message>
        <source>A paste would be refused: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better not promise: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly the same: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same code also finds: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had not saved is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the saved phrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the saved phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the draft back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat clients cut long messages; lines of --- let it go out in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it would be pasted now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyers&apos; questions, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Edit phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the pack {pack}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the first line of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to find, A / B for a group in a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cf, cuifu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that buyers use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert variable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste and send: press Enter after pasting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message goes to the buyer at once, without your look at it; nothing can be called back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: always on top of the list</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Add images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image has been copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Part {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows {names} now: a paste would be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are asked when pasting: {names}</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Any stage</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Any role</source>
        <translation type="unfinished"></translation>
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
        <source>After-sales role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard customers</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>Paste as one message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste in parts, cut at lines of ---</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Before the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting for the time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a text or add an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} groups inside one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short code has no spaces.</source>
        <translation>快捷编码里不能有空格。</translation>
    </message>
    <message>
        <source>There is a NUL character in it, which no chat client takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is half a character in it; delete it and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is larger than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only PNG, JPEG and GIF images can be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another phrase has it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold Ctrl or Alt as well: a plain key is needed for typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Chinese input method needs these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keeps these keys for itself.</source>
        <translation>这些按键由系统保留。</translation>
    </message>
    <message>
        <source>These keys copy, paste or edit in every program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys cannot be used as a hotkey.</source>
        <translation>这些按键不能用作热键。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the data. Nothing was lost; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written to. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was changed; restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file comes from a newer version of the program. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not one of this program. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there any more. Nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tokens</name>
    <message>
        <source>Remove {text}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
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
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste in parts</source>
        <translation>分段粘贴</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
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
