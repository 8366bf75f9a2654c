# Sourced by the scripts in run/. Finds a JDK and Maven, or says how to get them.

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit "${2:-1}"
}

has_jdk() {
  command -v javac >/dev/null 2>&1 || return 1
  local major
  major=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 17 ]
}

# The tools that the build needs: installed on Debian and Ubuntu when we may, else named.
need_build_tools() {
  local missing=()
  has_jdk || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null 2>&1 || missing+=(maven)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing ${missing[*]}"
    apt-get -qq update || true
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null ||
      fail "could not install ${missing[*]}"
  else
    fail "missing: ${missing[*]}. On Debian or Ubuntu: sudo apt-get install ${missing[*]}. Elsewhere: a JDK 17 or newer and Maven 3.8.7 or newer." 69
  fi
  has_jdk || fail "javac is still not version 17 or newer; set PATH to a JDK that is" 69
}
