#!/usr/bin/env bash
# What the GitHub Action runs. Inputs come as environment variables, so that nothing of them is run as a command. The current folder
# is a checkout that somebody else may have written: it is read, and nothing of it is run. So programs are looked for outside of it,
# npm works in a folder of its own, where no .npmrc of the checkout counts, and no path can be taken for an option.
set -uo pipefail

fail() {
  echo "::error title=Release Docs::$1"
  exit 2
}

lines() { # reads the lines of $1 that are not blank into the array "found", without the blanks around them
  found=()
  while IFS= read -r line; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [[ -n "$line" ]] && found+=("$line")
  done <<<"$1"
}

outside() { # $PATH without what leads into the checkout, or begins at the current folder
  local folder kept="" checkout="${GITHUB_WORKSPACE:-$PWD}"
  while IFS= read -r -d : folder; do
    [[ "$folder" == /* && "$folder/" != "$checkout"/* && "$folder/" != "$PWD"/* ]] && kept+=":$folder"
  done <<<"$PATH:"
  echo "${kept#:}"
}
PATH="$(outside)"

own="$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/release-docs.XXXXXX")" || fail "there is no folder for temporary files"
# Version managers choose by files of the current folder; what they chose here is then called by its own path.
node="$(cd "$own" && node -p process.execPath)" || fail "Node is not installed: use actions/setup-node before this step"

command="$RELEASE_DOCS_ACTION/dist/cli.js"
version="${RELEASE_DOCS_VERSION:-}"
if [[ -n "$version" || ! -f "$command" ]]; then
  if [[ -z "$version" ]]; then
    version="$(cd "$own" && "$node" -p 'require(process.argv[1]).version' "$RELEASE_DOCS_ACTION/package.json")"
  fi
  [[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "version must be an exact one, such as 1.2.3"
  (cd "$own" && npm install --prefix "$own" --ignore-scripts --no-audit --no-fund --loglevel=error "release-docs@$version" >&2) ||
    fail "release-docs $version cannot be installed"
  command="$own/node_modules/release-docs/dist/cli.js"
fi

report="$own/release-docs.json"
page="$own/release-docs.md"
outputs=(--format json --output "$report" --format markdown --output "$page")
case "$RELEASE_DOCS_COMMAND" in
  check)
    outputs+=(--format github)
    [[ -n "${RELEASE_DOCS_SARIF:-}" ]] && outputs+=(--format sarif "--output=$RELEASE_DOCS_SARIF")
    ;;
  verdict) outputs+=(--format text) ;;
  *) fail "command must be check or verdict" ;;
esac

lines "${RELEASE_DOCS_ARGS:-}"
arguments=(${found[@]+"${found[@]}"})
lines "${RELEASE_DOCS_PATHS:-}"
paths=(${found[@]+"${found[@]}"})

"$node" "$command" "$RELEASE_DOCS_COMMAND" "${outputs[@]}" ${arguments[@]+"${arguments[@]}"} -- ${paths[@]+"${paths[@]}"} </dev/null
code=$?

if [[ -f "$page" && -n "${GITHUB_STEP_SUMMARY:-}" ]]; then cat "$page" >>"$GITHUB_STEP_SUMMARY"; fi
if [[ -f "$report" && -n "${GITHUB_OUTPUT:-}" ]]; then
  verdict="$(cd "$own" && "$node" -p 'const r = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")); r.verdict ?? r.summary.verdict' "$report")"
  [[ "$verdict" =~ ^[a-z-]+$ ]] || verdict=none # one word, and so one line
  printf 'verdict=%s\nreport=%s\n' "$verdict" "$report" >>"$GITHUB_OUTPUT"
fi
exit "$code"
