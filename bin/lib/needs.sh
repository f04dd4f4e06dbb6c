# What the machine must have: looked for first, then installed as Debian packages where that is possible.

apt_updated=no

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install PACKAGE…: quiet; false where the packages cannot be had.
install() {
    may_install || return 1
    if [ "$apt_updated" = no ]; then
        echo "   apt-get update"
        as_root apt-get update -qq </dev/null >/dev/null || return 1
        apt_updated=yes
    fi
    echo "   apt-get install $*"
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null
}

# Why `install` could not help, for the line that says what was skipped.
no_install_because() {
    if ! command -v apt-get >/dev/null; then echo "not a Debian machine"
    elif ! may_install; then echo "no root"
    else echo "its Debian package could not be installed"; fi
}

need_compiler() {
    command -v cc >/dev/null || install gcc libc6-dev || {
        echo "needs a C compiler (gcc) for SQLite and cryptography: $(no_install_because)"
        return 1
    }
}

# Debian 12 has no Rust new enough, Debian 13 has rustup; rust-toolchain.toml names the version.
need_rust() {
    command -v cargo >/dev/null || PATH="$PATH:${HOME:-/root}/.cargo/bin"
    command -v cargo >/dev/null || install rustup || true
    cargo --version >/dev/null 2>&1 || rustup toolchain install >/dev/null 2>&1 || {
        echo "needs Rust, the version of rust-toolchain.toml: see https://rustup.rs"
        return 1
    }
    echo "   $(cargo --version)"
}

need_postgres() {
    bin/postgres find >/dev/null 2>&1 || install postgresql
}

find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    return 1
}

need_chromium() {
    find_chromium >/dev/null || install chromium fonts-liberation
}

need_node() {
    command -v node >/dev/null || install nodejs || return 1
    command -v npm >/dev/null || install npm
}

# An office of somebody else, to open our tables with.
need_libreoffice() {
    command -v soffice >/dev/null || install libreoffice-calc-nogui
}

# An accounting tool of somebody else, to hold the books against.
need_hledger() {
    command -v hledger >/dev/null || install hledger
}
