"""What the check of a pack looks for: lists that a shop may edit, and the figures of its chat client.

The rule: a list is a text with one rule a line, which people can read; a line that is not understood is told, never
dropped in silence. `warn 最 | 最后 最近`: the words behind the bar are whole phrases in which the word is harmless.
How heavy a word is its verb says: `block` is an error and stops a publication, `refuse` and `promise` are warnings,
`warn` is a hint.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.core.packs.likeness import LIKE
from app.core.packs.links import NETWORKS, PLATFORM
from app.core.phrases.compliance import FORBIDDEN, ForbiddenWord, Severity
from app.core.values import dataclass

MAX_MESSAGE = 500
"""Characters of one message; a chat client cuts or refuses longer ones. A shop writes its own client's figure here."""
PROMISES: tuple[ForbiddenWord, ...] = (
    ForbiddenWord("保证", Severity.WARN, ("保证金", "不保证", "不能保证", "没法保证", "无法保证")),
    ForbiddenWord("一定会", Severity.WARN, ("不一定会",)),
    ForbiddenWord("一定能", Severity.WARN, ("不一定能",)),
    ForbiddenWord("肯定", Severity.WARN, ("不肯定", "肯定句")),
    ForbiddenWord("包退", Severity.WARN),
    ForbiddenWord("包换", Severity.WARN),
    ForbiddenWord("包您", Severity.WARN, ("钱包您", "背包您", "红包您", "面包您", "挎包您")),
    ForbiddenWord("无条件", Severity.WARN),
    ForbiddenWord("终身", Severity.WARN),
    ForbiddenWord("随时都能发", Severity.WARN),
    ForbiddenWord("马上发货", Severity.WARN),
    ForbiddenWord("今天就发", Severity.WARN),
    ForbiddenWord("当天必发", Severity.WARN),
    ForbiddenWord("必达", Severity.WARN),
    ForbiddenWord("准时送到", Severity.WARN),
    ForbiddenWord("绝不", Severity.WARN),
    ForbiddenWord("永不", Severity.WARN),
    ForbiddenWord("零差评", Severity.WARN),
    ForbiddenWord("无色差", Severity.WARN),
    ForbiddenWord("不会再降", Severity.WARN),
    ForbiddenWord("以后都是这个价", Severity.WARN),
    *(ForbiddenWord(word, Severity.WARN) for word in ("guaranteed", "guarantee", "we promise", "lifetime warranty")),
    *(ForbiddenWord(word, Severity.WARN) for word in ("no matter what", "best price ever", "100% satisfaction")),
)
"""What a shop can hardly keep: how a thing arrives, lasts, looks, or what it will cost later."""
_VERBS = {
    "block": ("blocked", Severity.REFUSE),
    "refuse": ("words", Severity.REFUSE),
    "warn": ("words", Severity.WARN),
    "promise": ("promises", Severity.WARN),
}


@dataclass(frozen=True, slots=True)
class CheckRules:
    """What is looked for. In the texts of `allowed` nothing is; a pack that says one of `blocked` is not published."""

    words: tuple[ForbiddenWord, ...] = FORBIDDEN
    promises: tuple[ForbiddenWord, ...] = PROMISES
    allowed: tuple[str, ...] = ()
    hosts: tuple[str, ...] = PLATFORM
    networks: tuple[str, ...] = NETWORKS
    max_message: int = MAX_MESSAGE
    like: float = LIKE
    blocked: tuple[ForbiddenWord, ...] = ()


DEFAULT_RULES = CheckRules()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a list that is not understood; lines count from 1."""

    line: int
    text: str


def read_rules(text: str) -> tuple[CheckRules, tuple[BadLine, ...]]:
    """The rules of a list; a kind of rule that it does not speak of is as it is anyway."""
    told: dict[str, list[ForbiddenWord | str]] = {}
    bad: list[BadLine] = []
    rules = DEFAULT_RULES
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        verb, _, rest = line.strip().partition(" ")
        if not verb or verb.startswith("#"):
            continue
        word, _, unless = (part.strip() for part in rest.partition("|"))
        if verb in _VERBS and word:
            kind, severity = _VERBS[verb]
            told.setdefault(kind, []).append(ForbiddenWord(word, severity, tuple(unless.split())))
        elif verb in ("allow", "host", "network") and rest.strip():
            kind = {"allow": "allowed", "host": "hosts", "network": "networks"}[verb]
            told.setdefault(kind, []).append(rest.strip() if verb == "allow" else rest.strip().casefold())
        elif verb == "longest" and word.isascii() and word.isdecimal() and 0 < int(word[:9]) < 10**6:
            rules = replace(rules, max_message=int(word[:9]))
        else:
            bad.append(BadLine(number, line.strip()))
    return replace(rules, **{kind: tuple(each) for kind, each in told.items()}), tuple(bad)  # type: ignore[arg-type]


def rules_text(rules: CheckRules = DEFAULT_RULES) -> str:
    """The list of rules as people edit it; `read_rules` reads it back."""
    return "\n".join(_lines(rules)) + "\n"


def _lines(rules: CheckRules) -> Iterator[str]:
    yield "# block: 有这个词就不能发布 · with it nothing is published"
    yield "# refuse: 绝不能说 · never to be said    warn: 慎用 · with care    promise: 难以兑现的承诺 · hard to keep"
    yield "# |  后面是不算违规的整词 · behind the bar: whole phrases in which it is harmless"
    yield "# allow: 这一整句里什么都不查 · a text in which nothing is looked for"
    yield from (_line("block", word) for word in rules.blocked)
    for word in rules.words:
        yield _line("refuse" if word.severity is Severity.REFUSE else "warn", word)
    for word in rules.promises:
        yield _line("promise", word)
    yield from (f"allow {text}" for text in rules.allowed)
    yield "# host: 平台自己的网址 · the platform's own    network: 别的平台 · other networks"
    yield from (f"host {host}" for host in rules.hosts)
    yield from (f"network {host}" for host in rules.networks)
    yield "# longest: 聊天窗口一条消息的字数 · characters of one message"
    yield f"longest {rules.max_message}"


def _line(verb: str, word: ForbiddenWord) -> str:
    unless = f" | {' '.join(word.unless)}" if word.unless else ""
    return f"{verb} {word.word}{unless}"
