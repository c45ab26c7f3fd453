"""What the errors of a system mean for a share, and for what is kept on this computer.

The rule: the numbers decide, not the text, which is in the user's language and may hold a path, and with it a name.
"""

import errno
from collections.abc import Mapping

from app.core.shares.share import Fault
from app.core.storage import NotStored, Trouble

_BY_NUMBER: Mapping[int, Fault] = {
    errno.ENOENT: Fault.NOT_THERE,
    errno.ENOTDIR: Fault.NOT_THERE,
    errno.EISDIR: Fault.NOT_THERE,
    errno.EACCES: Fault.DENIED,
    errno.EPERM: Fault.DENIED,
    errno.EROFS: Fault.READ_ONLY,
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EFBIG: Fault.TOO_BIG,
    errno.EBUSY: Fault.IN_USE,
    errno.ETXTBSY: Fault.IN_USE,
    errno.ETIMEDOUT: Fault.NO_ANSWER,
    errno.ESTALE: Fault.UNREACHABLE,
    errno.EHOSTDOWN: Fault.UNREACHABLE,
    errno.EHOSTUNREACH: Fault.UNREACHABLE,
    errno.ENETUNREACH: Fault.UNREACHABLE,
    errno.ENETDOWN: Fault.UNREACHABLE,
    errno.ENOTCONN: Fault.UNREACHABLE,
    errno.ECONNREFUSED: Fault.UNREACHABLE,
    errno.EIO: Fault.UNREACHABLE,
    errno.ENAMETOOLONG: Fault.BAD_NAME,
    errno.EINVAL: Fault.BAD_NAME,
}
_BY_WINDOWS: Mapping[int, Fault] = {
    19: Fault.READ_ONLY,
    32: Fault.IN_USE,
    33: Fault.IN_USE,
    39: Fault.FULL,
    51: Fault.UNREACHABLE,
    53: Fault.UNREACHABLE,
    59: Fault.UNREACHABLE,
    64: Fault.UNREACHABLE,
    65: Fault.DENIED,
    67: Fault.NOT_THERE,
    71: Fault.UNREACHABLE,
    86: Fault.SIGN_IN,
    112: Fault.FULL,
    121: Fault.NO_ANSWER,
    123: Fault.BAD_NAME,
    1219: Fault.SIGN_IN,
    1223: Fault.SIGN_IN,
    1231: Fault.UNREACHABLE,
    1326: Fault.SIGN_IN,
    1331: Fault.SIGN_IN,
    1909: Fault.SIGN_IN,
    2250: Fault.UNREACHABLE,
}
"""https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes"""


def fault_of(error: OSError) -> Fault:
    """What an error means; the number that Windows gave says more than the one made from it."""
    by_windows = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return by_windows or _BY_NUMBER.get(error.errno or 0, Fault.UNREACHABLE)


def not_stored(error: OSError) -> NotStored:
    """What an error means for something that was to be written."""
    trouble = Trouble.FULL if fault_of(error) is Fault.FULL else Trouble.READ_ONLY
    return NotStored(trouble, errno.errorcode.get(error.errno or 0, type(error).__name__))
