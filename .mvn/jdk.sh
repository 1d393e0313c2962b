# Sourced by mvnw and articles: exports JAVA_HOME of a JDK 25, or says in one line what to install.
# Looked at in this order: JAVA_HOME, java on the PATH, the folders in which systems keep their JDKs.

jdk_is_25() { [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25[.+"]' "$1/release"; }

jdk_of_path() {
  command -v java >/dev/null 2>&1 || return 1
  _java=$(readlink -f "$(command -v java)" 2>/dev/null) || return 1
  dirname "$(dirname "$_java")"
}

find_jdk_25() {
  for _home in "${JAVA_HOME:-}" "$(jdk_of_path)" \
    /usr/lib/jvm/*25* /usr/lib64/jvm/*25* /opt/*jdk*25* /opt/java/*25* /usr/local/*jdk*25* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$_home" ] && jdk_is_25 "$_home"; then
      JAVA_HOME=$_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "error: no JDK 25 found. Install one (for example Temurin 25) and set JAVA_HOME to its folder." >&2
  return 1
}
