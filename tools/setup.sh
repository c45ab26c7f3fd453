#!/usr/bin/env bash
# Sets up everything on a Debian-like machine: system packages, uv, the environment of the lock file, translations.
# Usage: tools/setup.sh run|test. A second call finds its stamp and is done in a moment.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:?run or test}
stamp=.venv/.ready-$kind
want=$(cat tools/debian-packages.txt tools/uv.txt tools/setup.sh uv.lock pyproject.toml | sha256sum)

translations() {
    for ts in resources/translations/*.ts; do
        qm=${ts%.ts}.qm
        [ "$qm" -nt "$ts" ] || .venv/bin/pyside6-lrelease -silent "$ts" -qm "$qm"
    done
}

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && .venv/bin/python -c '' 2>/dev/null; then
    translations
    exit 0
fi

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        echo "QinDesk needs root or sudo once to install: $*" >&2
        exit 1
    fi
}

packages=$(awk -v kind="$kind" '/^#/ {next} $1 == "run" || $1 == kind {print $2}' tools/debian-packages.txt)
if command -v apt-get >/dev/null; then
    missing=$(for package in $packages; do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || echo "$package"
    done)
    # Debian 13 and Ubuntu 24.04 renamed the package when time_t grew.
    missing=$(echo "$missing" | sed 's/^libglib2.0-0$/libglib2.0-0|libglib2.0-0t64/')
    if [ -n "$missing" ]; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
        wanted=$(for package in $missing; do
            for name in ${package//|/ }; do
                if [ -n "$(apt-cache policy "$name" | grep 'Candidate: [^(]')" ]; then echo "$name"; break; fi
            done
        done)
        # The tests run a Samba of their own; that of the system, which would offer this machine to the network, stays off.
        case " $(echo $wanted) " in *" samba "*)
            for unit in smbd nmbd samba-ad-dc; do
                as_root ln -sn /dev/null "/etc/systemd/system/$unit.service" 2>/dev/null || true
            done ;;
        esac
        echo "Installing system packages:" $wanted
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
    fi
else
    echo "This is not a Debian-like system. Please install the like of these, then call again:" $packages >&2
fi

python=
for candidate in python3.11 python3.12 python3.13 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c \
        'import sys, venv, ensurepip; raise SystemExit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
        python=$(command -v "$candidate")
        break
    fi
done
[ -n "$python" ] || { echo "QinDesk needs Python 3.11, 3.12 or 3.13 with its venv module." >&2; exit 1; }

if ! .tools/bin/uv --version >/dev/null 2>&1; then
    "$python" -m venv --clear .tools
    .tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.txt
fi
group=$([ "$kind" = test ] && echo --group=dev || echo --no-dev)
# An environment that has the tests' packages keeps them when only `run` is asked for.
[ -f .venv/.ready-test ] && group=--group=dev
# System certificates: companies sign their proxies with their own.
UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never .tools/bin/uv sync --locked --quiet --compile-bytecode --extra=remote --python "$python" "$group"
translations
echo "$want" >"$stamp"
