"""Writes THIRD_PARTY.txt, the licences of all parts of a bundle, and sbom.cdx.json, the list of them for machines.

The rule: what is in the bundle is what the lock file says the program needs at run time; a part without a licence text
stops the build, so that none is given away without.
Usage: licences.py BUNDLE SITE_PACKAGES VERSION PYTHON_LICENCE 'PYTHON OPENSSL SQLITE' (their versions)
"""

import hashlib
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = Path("/usr/share/common-licenses")
LINE = "=" * 100
IS_LICENCE = re.compile(r"^(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
QT = """Qt is used under the GNU Lesser General Public License, version 3. Its libraries are files of their own in the
folder _internal/PySide6 and may be replaced by others that fit. The very sources are those of the tag v{version} of Qt
and of Qt for Python: https://code.qt.io/ and https://download.qt.io/. What Qt in turn contains, and under which
licences, is told by https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""
PART_OF = {
    "OpenSSL": ("Apache-2.0", "Part of CPython's library _ssl. https://openssl-library.org/"),
    "SQLite": ("blessing", "In the public domain. https://sqlite.org/copyright.html"),
}
BOOTLOADER = "pyinstaller"
"""Its bootloader is the program file itself; the rest of it stays at home."""


class NoLicence(Exception):
    """A part has no licence text."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others made. `licence` is a word, `texts` are whole."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]
    purl: str


def needed() -> set[str]:
    """The names of the libraries that the lock file gives the program at run time, and of the bootloader's maker."""
    command = [".tools/bin/uv", "export", "--frozen", "--quiet", "--no-emit-project", "--no-dev", "--no-hashes"]
    listed = subprocess.run(
        [*command, "--extra", "remote"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    names = re.findall(r"^([A-Za-z0-9._-]+)==", listed, re.MULTILINE)
    return {plain(name) for name in names} | {BOOTLOADER}


def plain(name: str) -> str:
    """A name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def libraries(site: Path, names: set[str]) -> list[Part]:
    """The libraries of these names that are installed for the system of the bundle. Raises `NoLicence`."""
    found = []
    for folder in sorted(site.glob("*.dist-info")):
        told = HeaderParser().parsestr((folder / "METADATA").read_text("utf-8"))
        if plain(told["Name"]) in names:
            found.append(_library(folder, told))
    return found


def _library(folder: Path, told: object) -> Part:
    tell = told.get  # type: ignore[attr-defined]
    name, version = plain(tell("Name")), tell("Version")
    classified = (line.rpartition("::")[2].strip() for line in told.get_all("Classifier", ()) if "License" in line)  # type: ignore[attr-defined]
    licence = tell("License-Expression") or next(iter((tell("License") or "").strip().splitlines()), "")
    if not licence or len(licence) > 60 or licence.lower().startswith("copyright"):
        licence = next(classified, "see the text")
    is_qt = name.startswith(("pyside6", "shiboken6"))
    texts = _of_qt(version) if is_qt else _texts(folder)
    if not texts:
        raise NoLicence(name)
    home = tell("Home-page") or next((line.partition(",")[2].strip() for line in told.get_all("Project-URL", ())), "")  # type: ignore[attr-defined]
    return Part(name, version, "LGPL-3.0-only" if is_qt else licence, home, texts, f"pkg:pypi/{name}@{version}")


def _texts(folder: Path) -> tuple[str, ...]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and IS_LICENCE.match(path.name))
    return tuple(path.read_text("utf-8", "replace").strip() for path in files)


def _of_qt(version: str) -> tuple[str, ...]:
    """The wheels bring no text of the licence that they are used under."""
    return (QT.replace("{version}", version), *((COMMON / name).read_text("utf-8") for name in ("LGPL-3", "GPL-3")))


def python_parts(licence: Path, versions: list[str]) -> list[Part]:
    """CPython and what its makers built into it."""
    python, openssl, sqlite = versions
    found = [_generic("CPython", python, "PSF-2.0", "https://www.python.org/", licence.read_text("utf-8", "replace"))]
    for (name, (word, text)), version in zip(PART_OF.items(), (openssl, sqlite), strict=True):
        whole = f"{text}\n\n{(COMMON / 'Apache-2.0').read_text('utf-8')}" if word == "Apache-2.0" else text
        found.append(_generic(name, version, word, "", whole))
    return found


def _generic(name: str, version: str, licence: str, home: str, text: str) -> Part:
    return Part(name, version, licence, home, (text.strip(),), f"pkg:generic/{name.lower()}@{version}")


def third_party(parts: list[Part]) -> str:
    """The whole text, each licence once."""
    lines = ["What QinDesk (亲台) contains that others made, and under which terms.", ""]
    lines += [f"{part.name} {part.version}: {part.licence}" for part in parts]
    seen: dict[str, str] = {}
    for part in parts:
        lines += ["", LINE, f"{part.name} {part.version}    {part.licence}    {part.home}", LINE]
        for text in part.texts:
            before = seen.setdefault(hashlib.sha256(text.encode()).hexdigest(), part.name)
            lines += ["", text.strip() if before == part.name else f"The text stands above, under {before}."]
    return "\n".join(lines) + "\n"


def sbom(parts: list[Part], version: str) -> str:
    """CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/); the same parts give the same bytes."""
    components = [
        {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
            "licenses": [{"license": {"name": part.licence}}],
        }
        for part in parts
    ]
    own = f"pkg:generic/qindesk@{version}"
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": own, "name": "qindesk", "version": version, "purl": own}
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [part.purl for part in parts]}],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    bundle, site, version, licence, versions = sys.argv[1:6]
    try:
        parts = [*python_parts(Path(licence), versions.split()), *libraries(Path(site), needed())]
    except NoLicence as lack:
        print(f"There is no text of the licence of {lack}.", file=sys.stderr)
        return 1
    Path(bundle, "THIRD_PARTY.txt").write_text(third_party(parts), "utf-8", newline="\r\n")
    Path(bundle, "sbom.cdx.json").write_text(sbom(parts, version), "utf-8", newline="\n")
    print(f"{len(parts)} parts of others, with their licences.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
