#!/bin/sh
# Runs tests on a Windows Python under Wine, with Qt's real `windows` plugin.
#   DISPLAY=:71 WINEPREFIX=… tools/windows_tests.sh PYTHON_EXE [pytest arguments]
# PYTHON_EXE holds pytest, pytest-qt, pytest-timeout and the program's own libraries. A window manager runs on DISPLAY,
# and `wineserver -p` and `wine explorer.exe` were started before. QPA=offscreen is for tests that need no desktop.
set -eu
python=$1
shift
[ $# -gt 0 ] || set -- tests/system/windows
export WINEDEBUG=-all LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
export WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d'
# Wine takes every QT_… variable out of the environment, so the plugin is named inside.
run="import os, sys, pytest; os.environ['QT_QPA_PLATFORM'] = '${QPA:-windows}'; sys.exit(pytest.main(sys.argv[1:]))"
code=$(mktemp)
# The standard handles must be pipes: a regular file is no valid handle to this Python.
: | { timeout -k 5 "${WITHIN:-900}" wine "$python" -X utf8 -c "$run" -p no:cacheprovider "$@" 2>&1 || echo $? >"$code"; } | cat
status=$(cat "$code")
rm -f "$code"
exit "${status:-0}"
