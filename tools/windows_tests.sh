#!/usr/bin/env bash
# `make test-windows`: the tests on a Windows Python, under Wine, and how much of app/system/windows they went through.
# Usage: tools/windows_tests.sh [pytest arguments], with arguments those only, on Qt's real `windows` plugin
#   (QPA=offscreen for what needs no desktop). Without: everything.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/windows_setup.sh test || { code=$?; [ $code = 77 ] && exit 0 || exit $code; }
. tools/windows_env.sh
least=85 # percent of app/system/windows

# A screen, and beside it as many Windows as are asked for; all are gone at the end.
exec 8< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null)
screen=$!
read -r number <&8
export DISPLAY=:$number
work=$(mktemp -d)
# Windows' tray never takes the keyboard; Wine's is a window that would when the first icon comes.
cat >"$work/openbox.xml" <<'END'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application title="Wine System Tray"><focus>no</focus></application></applications>
</openbox_config>
END
openbox --config-file "$work/openbox.xml" >/dev/null 2>&1 &
manager=$!
lanes=()
finish() {
    [ ${#lanes[@]} = 0 ] || kill "${lanes[@]}" 2>/dev/null || true
    for WINEPREFIX in "$work"/windows-*; do [ ! -d "$WINEPREFIX" ] || windows_down; done
    kill "$manager" "$screen" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
mkdir "$work/fonts" # Qt takes fonts by their ending, and a collection for none
for font in /usr/share/fonts/opentype/noto/NotoSansCJK-{Regular,Bold}.ttc; do
    [ ! -e "$font" ] || ln -s "$font" "$work/fonts/$(basename "${font%.*}").ttf"
done
WITHIN=3600
export NO_COLOR=1 XDG_SESSION_TYPE=x11

# A Windows of one's own for what comes: a_windows NAME
a_windows() {
    fresh_prefix "$work/windows-$1"
    windows_up
}

# There a test that takes too long takes its whole run along, so one is given more time than elsewhere.
ALWAYS=(-p no:cacheprovider --timeout=600)

# Wine takes every QT_… variable out of the environment, so the plugin is named inside, and so are the fonts, of which
# the offscreen one has none of its own: on PLUGIN ARGUMENTS...
on() {
    local plugin=$1 begins=$SECONDS code=0 took
    took=$(mktemp -p "$work")
    shift
    local run="import os, sys, pytest
os.environ.update(QT_QPA_PLATFORM='$plugin', QT_QPA_FONTDIR='Z:$work/fonts')
sys.exit(pytest.main(sys.argv[1:]))"
    [ "$plugin" = windows ] && run="import coverage
kept = coverage.Coverage(data_file=r'Z:${work//\//\\}\\coverage', config_file=False, include=['app/system/windows/*'])
kept.start()
${run//sys.exit(/code = (}
kept.stop(); kept.save(); sys.exit(code)"
    { TIMEFORMAT='%U %S' && time windows "$WINDOWS_CACHE/test/python.exe" -X utf8 -c "$run" "${ALWAYS[@]}" "$@" ||
        code=$?; } 2>"$took"
    echo "=== on Windows ($plugin): ${NAME:-$*}: exit code $code after $((SECONDS - begins)) s," \
        "$(awk '{ printf "%d", $1 + $2 }' "$took") s of a processor ==="
    return $code
}

# How much of the adapters the tests went through; what has no line (decorators, protocols) does not count.
covered() {
    windows "$WINDOWS_CACHE/test/python.exe" -m coverage report --data-file="Z:$work/coverage" --show-missing \
        --fail-under="$least"
}

if [ $# -gt 0 ]; then
    code=0
    a_windows asked
    on "${QPA:-windows}" "$@" || code=$?
    [ "${QPA:-windows}" = offscreen ] || covered || true
    exit $code
fi

# What needs no desktop, in two lanes, each with a Windows of its own: two processors are what the smallest PC has.
# Each part runs on its own: what kills one run does not take the others' reports along.
files() (
    a_windows files
    code=0
    NAME="rules, verbs" on offscreen -q tests/core tests/services || code=1
    NAME="database, formats, command line" on offscreen -q tests/db tests/formats tests/commands tests/front tests/docs tests/test_*.py || code=1
    windows_down
    exit $code
)
windows_and_journeys() (
    a_windows journeys
    code=0
    NAME="windows" on offscreen -q tests/ui || code=1
    NAME="journeys, system" on offscreen -q tests/journeys tests/system --ignore=tests/system/windows || code=1
    windows_down
    exit $code
)
code=0
windows_and_journeys >"$work/journeys.txt" 2>&1 &
lanes+=($!)
files || code=1
wait "${lanes[0]}" || code=1
lanes=()
cat "$work/journeys.txt"

# The desktop is one, and wants its peace.
a_windows desktop
NAME="adapters, the whole program" on windows -q tests/system/windows || code=1
covered || { echo "Less than $least % of app/system/windows was run by tests on Windows." && code=1; }
echo "=== all on Windows: exit code $code after $SECONDS s ==="
exit $code
