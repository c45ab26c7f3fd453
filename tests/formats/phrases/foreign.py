"""A good file of every other program, small and with something of everything that it may hold."""

import json
import plistlib
from collections.abc import Mapping
from pathlib import Path

from tests.formats.files import put

_COMBO = {
    "uuid": "{u}",
    "name": "欢迎",
    "keyword": "hy",
    "snippet": "亲，您好 /:^_^ #{clipboard}\n#{date}",
    "group": "{g}",
}
_BEEFTEXT = {
    "combos": [_COMBO, _COMBO | {"keyword": "fh", "snippet": "发货 #{input:昵称}", "enabled": False, "group": ""}],
    "fileFormatVersion": 10,
    "groups": [{"uuid": "{g}", "name": "售前"}],
}
_BLAZE = {
    "version": 7,
    "folders": [
        {
            "name": "售前",
            "snippets": [
                {
                    "name": "欢迎",
                    "shortcut": "/hy",
                    "type": "text",
                    "text": "亲{formtext: name=昵称; default=亲} {time: HH:mm}",
                },
                {"name": "退款", "shortcut": "/tk", "type": "html", "html": "<p>马上<b>退款</b></p>"},
            ],
        }
    ],
}
_TEXTEXPANDER = {
    "groupInfo": {"expandAfterMode": 0, "groupName": "售前"},
    "snippetsTE2": [
        {"abbreviation": ";hy", "label": "欢迎", "plainText": "亲，您好 %clipboard %Y-%m-%d 50%% %|", "snippetType": 0},
        {"abbreviation": ";tk", "label": "", "plainText": "退款 %fillpopup:name=x:default=a:b%", "snippetType": 1},
        {"abbreviation": ";x", "label": "", "plainText": "echo 1", "snippetType": 3},
    ],
}
_QUICKTEXT = [
    {"id": "1", "name": "欢迎", "abbr": "hy", "body": "亲 {剪贴板} {姓名:张三} {日期+7}", "useVariables": True},
    {"id": "2", "name": "图", "abbr": "", "body": "", "useVariables": False, "imagePath": "images/a.png"},
    {"id": "3", "name": "发货", "abbr": "fh", "body": "马上发货", "useVariables": False, "outputMode": "copy"},
]
_AUTOHOTKEY = (
    "; 话术\n#Hotstring C\n::hy::亲，您好`n{Enter}^v ; 问候\n:*:fh::\n(LTrim\n  今天发货\n  谢谢亲\n)\n"
    ":X:run::Run x\n^!h::Send x\n"
)


def _plain(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


FILES: Mapping[str, bytes] = {
    "beeftext.json": _plain(_BEEFTEXT),
    "beeftext.csv": 'hy,"亲，您好\n#{clipboard}",欢迎\nfh,马上发货,发货\ntk,马上退款,退款\n'.encode(),
    "text_blaze.json": _plain(_BLAZE),
    "quicktext.json": _plain(_QUICKTEXT),
    "textexpander.textexpander": plistlib.dumps(_TEXTEXPANDER),
    "textexpander_binary.textexpander": plistlib.dumps(_TEXTEXPANDER, fmt=plistlib.FMT_BINARY),
    "textexpander.csv": ';hy,"亲，您好\n%clipboard",欢迎\n;fh,马上发货\n;tk,%Y-%m-%d前退款,\n;x,x\n'.encode(),
    "autohotkey.ahk": b"\xef\xbb\xbf" + _AUTOHOTKEY.encode(),
}
"""Named after the format that must recognise each; what stands behind `_` is only to tell two of them apart."""


def quicktext_folder(folder: Path, content: bytes = FILES["quicktext.json"], index: bytes = b"") -> str:
    folder.mkdir(exist_ok=True)
    categories = [{"name": "售前", "file": "a.json"}, {"name": "售后", "file": "b.json"}]
    put(folder, "index.json", index or _plain({"schemaVersion": 1, "categories": categories}))
    put(folder, "a.json", content)
    put(folder, "b.json", _plain([{"body": "抱歉", "abbr": "bq", "name": ""}]))
    return str(folder)


def autokey_folder(folder: Path, text: bytes = "亲 <date format=%Y>".encode(), described: bytes = b"") -> str:
    inner = folder / "inner"
    inner.mkdir(parents=True, exist_ok=True)
    put(folder, "folder.json", _plain({"type": "folder", "title": "话术"}))
    put(folder, "a.txt", text)
    put(folder, ".a.json", described or _plain({"type": "phrase", "abbreviation": {"abbreviations": ["hy"]}}))
    put(inner, "b.txt", "马上发货")
    put(inner, "c.py", "import os")
    return str(folder)
