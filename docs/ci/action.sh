#!/usr/bin/env bash
# What the GitHub Action runs. Inputs come as environment variables, so that nothing of them is run as a command.
set -uo pipefail

lines() { # reads the lines of $1 that are not blank into the array "found", without the blanks around them
  found=()
  while IFS= read -r line; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [[ -n "$line" ]] && found+=("$line")
  done <<<"$1"
}

if [[ -z "${RELEASE_DOCS_VERSION:-}" && -f "$RELEASE_DOCS_ACTION/dist/cli.js" ]]; then
  program=(node "$RELEASE_DOCS_ACTION/dist/cli.js")
else
  version="${RELEASE_DOCS_VERSION:-$(node -p 'require(process.argv[1]).version' "$RELEASE_DOCS_ACTION/package.json")}"
  program=(npx --yes "release-docs@$version")
fi

temporary="${RUNNER_TEMP:-$(mktemp -d)}"
report="$temporary/release-docs.json"
page="$temporary/release-docs.md"
rm -f "$report" "$page"
outputs=(--format json --output "$report" --format markdown --output "$page")
case "$RELEASE_DOCS_COMMAND" in
  check)
    outputs+=(--format github)
    [[ -n "${RELEASE_DOCS_SARIF:-}" ]] && outputs+=(--format sarif --output "$RELEASE_DOCS_SARIF")
    ;;
  verdict) outputs+=(--format text) ;;
  *)
    echo "::error title=Release Docs::command must be check or verdict"
    exit 2
    ;;
esac

lines "${RELEASE_DOCS_ARGS:-}"
arguments=(${found[@]+"${found[@]}"})
lines "${RELEASE_DOCS_PATHS:-}"
paths=(${found[@]+"${found[@]}"})

"${program[@]}" "$RELEASE_DOCS_COMMAND" "${outputs[@]}" ${arguments[@]+"${arguments[@]}"} ${paths[@]+"${paths[@]}"}
code=$?

if [[ -f "$page" && -n "${GITHUB_STEP_SUMMARY:-}" ]]; then cat "$page" >>"$GITHUB_STEP_SUMMARY"; fi
if [[ -f "$report" && -n "${GITHUB_OUTPUT:-}" ]]; then
  verdict="$(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); r.verdict ?? r.summary.verdict' "$report")"
  printf 'verdict=%s\nreport=%s\n' "$verdict" "$report" >>"$GITHUB_OUTPUT"
fi
exit "$code"
