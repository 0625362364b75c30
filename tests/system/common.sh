# Shared by the system tests: each runs the built program as a user would and asks other programs about the results.
# Called with the program's path and the source folder.   source common.sh; set program and source first
set -euo pipefail
export LC_ALL=C.UTF-8
unset SOURCE_DATE_EPOCH

program=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  printf 'FAILED: %s\n' "$*"
  failures=$((failures + 1))
}

# expect_status STATUS COMMAND…: output goes to $work/log
expect_status() {
  local wanted=$1 got=0
  shift
  "$@" >"$work/log" 2>&1 || got=$?
  [ "$got" -eq "$wanted" ] || { fail "exit status $got instead of $wanted: $*"; tail -n 20 "$work/log"; }
}

expect_text() { grep -qF -- "$1" "$2" || { fail "\"$1\" is not in $2"; tail -n 20 "$2"; }; }

# copy_city NAME: a sample city in $work/city, without results
copy_city() {
  rm -rf "$work/city"
  cp -r "$source_dir/samples/$1" "$work/city"
  rm -rf "$work/city/out"
  chmod -R u+w "$work/city"
}

tree_digest() { (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum); }

finish() {
  [ "$failures" -eq 0 ] || exit 1
  echo "ok"
}
