"""Prints how large what was built is, part by part, and fails where it is larger than was promised.

Usage: size_table.py DIST VERSION
"""

import sys
from collections import Counter
from pathlib import Path

MB = 1000 * 1000
"""The smaller megabyte: what fits by it fits by the one that Windows shows too."""
LIMITS = {"windows": 80 * MB, "setup.exe": 28 * MB}
"""Of the bundle for Windows and of its installer."""
SHOWN = 12


def size_of(path: Path) -> int:
    """Of a file or of all files in a folder, in bytes; a link is none."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(each.stat().st_size for each in files if each.is_file() and not each.is_symlink())


def parts(bundle: Path) -> list[tuple[str, int]]:
    """The largest parts of a bundle: its packages, and what lies beside them."""
    sizes: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            below = path.relative_to(bundle).parts
            inside = below[1:] if below[0] == "_internal" else below
            sizes[inside[0].split("-")[0].removesuffix(".libs")] += path.stat().st_size
    rest = sizes.most_common()[SHOWN:]
    return [*sizes.most_common(SHOWN), (f"{len(rest)} others", sum(size for _, size in rest))]


def main() -> int:
    dist, version = Path(sys.argv[1]), sys.argv[2]
    is_too_large = False
    for system in ("windows", "linux"):
        bundle = dist / system / "qindesk"
        if bundle.is_dir():
            print(f"\n{system}")
            for name, size in parts(bundle):
                print(f"  {name:32s}{size / MB:8.1f} MB")
            is_too_large |= told(f"bundle for {system}", size_of(bundle), LIMITS.get(system))
    for file in sorted(dist.glob(f"qindesk-{version}-*")):
        is_too_large |= told(file.name, file.stat().st_size, LIMITS.get(file.name.rpartition("-")[2]))
    return 1 if is_too_large else 0


def told(name: str, size: int, limit: int | None) -> bool:
    """Print a line; whether it is too large."""
    is_too_large = limit is not None and size > limit
    promise = f"  of {limit / MB:.0f}" if limit else ""
    print(f"  {name:32s}{size / MB:8.1f} MB{promise}{'  TOO LARGE' if is_too_large else ''}")
    return is_too_large


if __name__ == "__main__":
    raise SystemExit(main())
