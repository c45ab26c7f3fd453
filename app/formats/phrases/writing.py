"""Which writer makes a kind of file, and the way of its bytes to the disk.

The rule: what stands under the name is the old file or the whole new one.
"""

import errno
from collections.abc import Callable, Mapping, Sequence

from app.core.imports.exports import Manner, Target
from app.core.imports.reading import UNWATCHED, Found, Watch
from app.core.phrases.phrase import Phrase
from app.core.storage import NotWritten, Trouble
from app.core.values import dataclass
from app.formats.file import put
from app.formats.phrases.writers import espanso, json, kefubao, qianniu, sogou, table


@dataclass(frozen=True, slots=True)
class Writer:
    """The two functions of a writer: what its reader makes of each phrase, and the bytes of the file."""

    carried: Callable[[Sequence[Phrase], Manner], Sequence[tuple[Found, ...]]]
    content: Callable[[Sequence[Phrase], Manner, Watch], bytes]


WRITERS: Mapping[Target, Writer] = {
    Target.XLSX: Writer(table.carried, table.content),
    Target.QIANNIU: Writer(qianniu.carried, qianniu.content),
    Target.KEFUBAO: Writer(kefubao.carried, kefubao.content),
    Target.SOGOU: Writer(sogou.carried, sogou.content),
    Target.ESPANSO: Writer(espanso.carried, espanso.content),
    Target.PACK: Writer(json.carried, json.content),
}


def carried(target: Target, phrases: Sequence[Phrase], manner: Manner) -> Sequence[tuple[Found, ...]]:
    """What our reader would make of each phrase in a file of this kind; nothing where it has no place there."""
    return WRITERS[target].carried(phrases, manner)


def write(path: str, target: Target, phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> int:
    """Write a file; its size. Raises `NotWritten` and `Cancelled`, and then what had the name is as before."""
    try:
        made = WRITERS[target].content(phrases, manner, watch)
    except OSError as error:  # a workbook is laid out in temporary files first
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise NotWritten(path, Trouble.FULL if is_full else Trouble.READ_ONLY) from error
    watch.step(len(phrases), len(phrases))
    put(path, made)
    return len(made)
