#!/usr/bin/env bash
# Builds what is given to people: the bundle for Windows (under Wine) with its installer, and the bundle for Linux.
# Usage: tools/make_dist.sh [windows|linux|all|sign]; the results lie in dist/. A later step never repairs an earlier one:
# it stops. Two builds wait for each other.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD what=${1:-all}
work=$root/build/dist dist=$root/dist
mkdir -p "$work" "$dist"
exec 8>"$work/.lock"
flock 8
tools/setup.sh run
version=$(.venv/bin/python -c 'import app; print(app.VERSION)')
export PYTHONNODEBUGRANGES=1 # code that knows lines, but no columns, is a quarter smaller; nobody has its sources beside it
export PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1700000000)}
say() { printf '%s %s\n' "$(date +%T)" "$*"; }

art() { .venv/bin/python tools/make_art.py build/art; }

small_blas() {
    command -v x86_64-w64-mingw32-gcc >/dev/null || install_package gcc-mingw-w64-x86-64
    x86_64-w64-mingw32-gcc -O2 -Wall -Werror -shared -nostdlib -s -Wl,--entry,0 -Wl,--no-insert-timestamp \
        tools/small_blas.c -o build/art/small_blas.dll
}

# The licences of all parts and the list of them; both lie beside the program.
papers() { # BUNDLE SITE_PACKAGES LICENCE_OF_PYTHON VERSIONS
    .venv/bin/python tools/licences.py "$1" "$2" "$version" "$3" "$4"
}
versions='import platform, sqlite3, ssl
print(platform.python_version(), ssl.OPENSSL_VERSION.split()[1], sqlite3.sqlite_version)'

windows_bundle() {
    say "Windows: setting up"
    tools/windows_setup.sh build
    . tools/windows_env.sh
    fresh_prefix "$work/prefix"
    trap windows_down EXIT
    small_blas
    say "Windows: bundling"
    rm -rf "$dist/windows"
    WITHIN=1200 windows "$WINDOWS_CACHE/build/python.exe" -m PyInstaller --noconfirm --log-level=WARN \
        --distpath dist/windows --workpath "$work/windows" build.spec >"$work/windows.log" || { cat "$work/windows.log"; exit 1; }
    made_of=$(windows "$WINDOWS_CACHE/build/python.exe" -c "$versions" | tr -d '\r')
    windows_down
    trap - EXIT
    papers "$dist/windows/qindesk" "$WINDOWS_CACHE/build/Lib/site-packages" "$WINDOWS_CACHE/python/LICENSE.txt" "$made_of"
    .venv/bin/python tools/import_closure.py "$work/windows/build/warn-build.txt"
    .venv/bin/python tools/pe_closure.py "$dist/windows/qindesk"
}

installer() {
    command -v makensis >/dev/null || install_package nsis
    say "Windows: packing the installer"
    makensis -V2 -DVERSION="$version" -DSOURCE="$dist/windows/qindesk" -DART="$root/build/art" \
        -DOUT="$dist/qindesk-$version-setup.exe" "$@" installer/qindesk.nsi
}

install_package() {
    local root_of=()
    [ "$(id -u)" = 0 ] || root_of=(sudo -n)
    "${root_of[@]}" apt-get update -qq || true
    "${root_of[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null ||
        { echo "The installer needs the package $1, and it could not be installed." >&2; exit 1; }
}

# Debian keeps it with its package, an installation by hand with the library.
licence_of_python() {
    "$work/venv/bin/python" -c 'import pathlib, sys, sysconfig
short = "python%d.%d" % sys.version_info[:2]
places = [pathlib.Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), pathlib.Path("/usr/share/doc", short, "copyright"),
          pathlib.Path("/usr/share/doc", short + "-minimal", "copyright")]
print(next(place for place in places if place.exists()))'
}

linux_bundle() {
    say "Linux: bundling"
    local python
    python=$(.venv/bin/python -c 'import sys; print(sys.base_prefix + "/bin/python%d.%d" % sys.version_info[:2])')
    UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=$work/venv .tools/bin/uv sync --locked --quiet \
        --no-dev --group=build --extra=remote --no-install-project --python "$python"
    rm -rf "$dist/linux"
    "$work/venv/bin/python" -m PyInstaller --noconfirm --log-level=WARN --distpath dist/linux --workpath "$work/linux" build.spec \
        >"$work/linux.log" 2>&1 || { cat "$work/linux.log"; exit 1; }
    .venv/bin/python tools/import_closure.py "$work/linux/build/warn-build.txt"
    papers "$dist/linux/qindesk" "$(ls -d "$work"/venv/lib/python3*/site-packages)" \
        "$(licence_of_python)" "$("$work/venv/bin/python" -c "$versions")"
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$dist/linux" \
        -czf "$dist/qindesk-$version-linux-$(uname -m).tar.gz" qindesk
}

case $what in windows | linux | all | sign) ;; *) echo "windows, linux, all or sign" >&2 && exit 2 ;; esac
art
case $what in windows | all)
    windows_bundle
    installer
    ;;
esac
case $what in linux | all) linux_bundle ;; esac
if [ "$what" = sign ]; then # the program, then all over again the installer, whose uninstaller is signed as well
    [ -f "$dist/windows/qindesk/qindesk.exe" ] || { echo "There is nothing to sign: make dist comes first." >&2; exit 2; }
    tools/sign.sh "$dist/windows/qindesk/qindesk.exe"
    installer -DSIGN="$root/tools/sign.sh"
fi
.venv/bin/python tools/size_table.py "$dist" "$version"
