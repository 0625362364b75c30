# Shared by ./demo and ./test: installs what is missing and builds. Source it with `root` set to the source folder.
# BUILD_DIR=… builds elsewhere, so that the source tree may be read-only.

build_dir=${BUILD_DIR:-$root/build}

say() { printf '%s\n' "$*" >&2; }

# packages KIND: the Debian packages of scripts/packages.txt; `build` leaves those out that only the tests need.
packages() {
  awk -v kind="$1" '!/^#/ && NF && (kind == "test" || $2 != "test") { print $1 }' "$root/scripts/packages.txt"
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_packages KIND: asks for root only where something is missing.
install_packages() {
  local missing=() package
  for package in $(packages "$1"); do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "these packages are missing, and installing needs root: ${missing[*]}"; exit 1; }
    as_root=(sudo)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

# build TESTS TARGET…: configures and builds (Release) with -DCHOHYO_TESTS=ON|OFF; a second call does only what changed.
build() {
  local tests=$1
  shift
  cmake -S "$root" -B "$build_dir" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCHOHYO_TESTS="$tests" >"$build_dir.log" 2>&1 ||
    { cat "$build_dir.log" >&2; exit 1; }
  cmake --build "$build_dir" --target "$@" >&2
}
