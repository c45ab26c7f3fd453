#!/usr/bin/env bash
# `make test-windows`: the tests on a Windows Python, under Wine, and how much of app/system/windows they went through.
# Usage: tools/windows_tests.sh [pytest arguments], with arguments those only, on Qt's real `windows` plugin
#   (QPA=offscreen for what needs no desktop). Without: everything.
set -euo pipefail
cd "$(dirname "$0")/.."
renice -n 5 $$ >/dev/null # whoever works on this PC goes first
tools/windows_setup.sh test || { code=$?; [ $code = 77 ] && exit 0 || exit $code; }
. tools/windows_env.sh
least=85 # percent of app/system/windows

# A screen and a Windows of one's own; both are gone at the end.
exec 8< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null)
screen=$!
read -r number <&8
export DISPLAY=:$number
openbox >/dev/null 2>&1 &
manager=$!
work=$(mktemp -d)
finish() {
    windows_down
    kill "$manager" "$screen" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
fresh_prefix "$work/prefix"
mkdir "$work/fonts" # Qt takes fonts by their ending, and a collection for none
for font in /usr/share/fonts/opentype/noto/NotoSansCJK-{Regular,Bold}.ttc; do
    [ ! -e "$font" ] || ln -s "$font" "$work/fonts/$(basename "${font%.*}").ttf"
done
windows_up
WITHIN=3600
export NO_COLOR=1 XDG_SESSION_TYPE=x11

# Wine takes every QT_… variable out of the environment, so the plugin is named inside, and so are the fonts, of which
# the offscreen one has none of its own: on PLUGIN ARGUMENTS...
on() {
    local plugin=$1 begins=$SECONDS code=0
    shift
    local run="import os, sys, pytest
os.environ.update(QT_QPA_PLATFORM='$plugin', QT_QPA_FONTDIR='Z:$work/fonts')
sys.exit(pytest.main(sys.argv[1:]))"
    [ "$plugin" = windows ] && run="import coverage
kept = coverage.Coverage(data_file=r'Z:${work//\//\\}\\coverage', config_file=False, include=['app/system/windows/*'])
kept.start()
${run//sys.exit(/code = (}
kept.stop(); kept.save(); sys.exit(code)"
    windows "$WINDOWS_CACHE/test/python.exe" -X utf8 -c "$run" -p no:cacheprovider "$@" || code=$?
    echo "=== on Windows ($plugin): exit code $code after $((SECONDS - begins)) s ==="
    return $code
}

# How much of the adapters the tests went through; what has no line (decorators, protocols) does not count.
covered() {
    windows "$WINDOWS_CACHE/test/python.exe" -m coverage report --data-file="Z:$work/coverage" --show-missing \
        --fail-under="$least"
}

if [ $# -gt 0 ]; then
    code=0
    on "${QPA:-windows}" "$@" || code=$?
    [ "${QPA:-windows}" = offscreen ] || covered || true
    exit $code
fi

# What cannot be here: the WebDAV server of the tests is one of Linux, and on Windows cannot move a file that another of
# its threads has open; and without the fonts of Windows English words are three pixels too wide for the narrowest strip.
OUT=(
    --ignore=tests/system/windows
    "--deselect=tests/system/shares/test_contract.py::test_of_eight_that_create_one_name_exactly_one_wins_and_its_content_stays[webdav]"
    --deselect=tests/ui/timers/test_strip.py::test_all_cells_fit_into_the_narrowest_window
)
# One after the other, and each on its own: what kills one run does not take the others' reports along.
code=0
on offscreen -q tests/core tests/services || code=1
on offscreen -q tests/db tests/formats tests/test_*.py || code=1
on offscreen -q tests/ui tests/journeys tests/system "${OUT[@]}" || code=1
on windows -q tests/system/windows || code=1
covered || { echo "Less than $least % of app/system/windows was run by tests on Windows." && code=1; }
exit $code
