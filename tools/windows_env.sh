# To be sourced: where the Windows of the tests and of the build lies, and how its programs are run.
# WINEPREFIX may be set before: whoever changes it takes a copy of his own (`fresh_prefix`).
export WINDOWS_CACHE=${WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qindesk/windows}
export WINEPREFIX=${WINEPREFIX:-$WINDOWS_CACHE/prefix}
export WINEDEBUG=${WINEDEBUG:--all} LANG=C.UTF-8 LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
export WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe,winedbg.exe=d'
unset WAYLAND_DISPLAY

# A clean Windows of one's own, in a second: fresh_prefix FOLDER
fresh_prefix() {
    rm -rf "$1"
    mkdir -p "$(dirname "$1")"
    flock "$WINDOWS_CACHE/.lock" cp -a --reflink=auto "$WINDOWS_CACHE/prefix" "$1"
    export WINEPREFIX=$1
}

# Runs a Windows program: windows PROGRAM ARGUMENTS...
# The standard handles must be pipes: Windows' Python takes no regular file there. Debian's `wine` asks for a 32-bit one.
windows() {
    local code
    code=$(mktemp)
    : | { timeout -k 5 "${WITHIN:-900}" wine "$@" 2>&1 || echo $? >"$code"; } |
        { grep --line-buffered -avE 'wine32 is missing|multiarch needs|execute "dpkg|apt-get install wine32|^it looks|^ALSA lib' ||
            [ $? = 1 ]; } | cat
    code=$(cat "$code" && rm -f "$code")
    return "${code:-0}"
}

# Starts what lives longer than one program: whatever the first program starts would hold our pipes open for ever.
windows_up() {
    # The one that all others wait for goes first, where that may be asked for.
    nice -n -5 wineserver -p >/dev/null 2>&1 </dev/null || true
    setsid wine explorer.exe >/dev/null 2>&1 </dev/null &
    timeout 120 wine cmd /c exit >/dev/null 2>&1 </dev/null
}

# Ends every program of this WINEPREFIX, and nothing else.
windows_down() {
    wineserver -k 2>/dev/null || true
    wineserver -w 2>/dev/null || true
}
