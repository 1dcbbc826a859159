# SPDX-License-Identifier: BSL-1.0
# What the scripts share. Sourced, with the root of the project in $root.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs what is missing of the groups of scripts/packages named as arguments.
ensure_packages() {
    local missing=() group package command wanted=" $* "
    local installed
    installed=" $(dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sed -n 's/ installed$//p' | tr '\n' ' ')"
    while read -r group package command; do
        case $wanted in *" $group "*) ;; *) continue ;; esac
        case $installed in *" $package "*) continue ;; esac
        if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
        missing+=("$package")
    done < <(grep -v -e '^#' -e '^$' "$root/scripts/packages")
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing ${missing[*]}" >&2
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >&2
}

# Whether what the package-lock.json of a folder pins is there.
has_npm() {
    cmp -s "$root/$1/package-lock.json" "$root/$1/node_modules/.installed"
}

# Fetches it unless it is.
ensure_npm() {
    local folder=$root/$1
    has_npm "$1" && return
    # Not `npm ci`, which refuses to begin where a registry lacks what other platforms would need.
    (cd "$folder" && npm install --no-save --loglevel=error --no-audit --no-fund --fetch-retries=1) ||
        return
    cp "$folder/package-lock.json" "$folder/node_modules/.installed"
}

# Configures a preset unless that was done; Ninja where it is installed.
configure() {
    [ -f "$root/build/$1/CMakeCache.txt" ] && return
    if command -v ninja >/dev/null; then export CMAKE_GENERATOR=Ninja; fi
    (cd "$root" && cmake --preset "$1")
}
