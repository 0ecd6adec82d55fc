#!/usr/bin/env bash
# The first step of action.yml: annotations in the pull request, SARIF in a file, and a report, which stands in the
# summary of the job and is what the comment says. INITTAB is the command to run; without it npm fetches the release that
# the action asks for.
set -euo pipefail

read -r -a inittab <<<"${INITTAB:-npx --yes inittab@${INPUT_VERSION}}"
report=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/inittab-report.md
outputs=${GITHUB_OUTPUT:-/dev/null}
printf 'report=%s\n' "$report" >>"$outputs"

options=()
[[ -z ${INPUT_SETTINGS:-} ]] || options+=(--settings "$INPUT_SETTINGS")
[[ -z ${INPUT_PROFILE:-} ]] || options+=(--profile "$INPUT_PROFILE")
check_options=("${options[@]}")
[[ -z $INPUT_MAX_WARNINGS ]] || check_options+=(--max-warnings "$INPUT_MAX_WARNINGS")

mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"$INPUT_PATHS" || true)
if ((${#paths[@]} == 0)); then
  # The roots of the settings; a file that is wrong is reported by the checker.
  mapfile -t paths < <(node -e '
    const { roots = [] } = JSON.parse(require("node:fs").readFileSync(process.argv[1] || "inittab.json", "utf8"));
    for (const root of roots) console.log(root);
  ' "${INPUT_SETTINGS:-}" 2>/dev/null || true)
fi
((${#paths[@]} > 0)) || paths=(.)

status=0
"${inittab[@]}" check --format github "${check_options[@]}" -- "${paths[@]}" || status=$?
"${inittab[@]}" check --format sarif "${options[@]}" -- "${paths[@]}" >"$INPUT_SARIF" || status=$?
((status < 2)) || exit "$status"

# What a report says of a file cannot end its block: no line of it has as many back-quotes.
fenced() {
  local fence='````'
  while [[ $1 == *"$fence"* ]]; do fence+='`'; done
  printf '%stext\n%s\n%s\n' "$fence" "$1" "$fence"
}

worth=false
((status == 0)) || worth=true
checked=$("${inittab[@]}" check "${options[@]}" -- "${paths[@]}" 2>&1) || true
{
  printf '## Inittab\n\n'
  fenced "$checked"
} >"$report"

# Each inittab is named by the root of its system where that is what the path is.
tables=()
for path in "${paths[@]}"; do
  if [[ -f $path/etc/inittab || -f $path ]]; then tables+=("$path"); fi
done

# A file of an init that cannot be searched is told of, and is none of our business here.
if [[ $INPUT_VERIFY != false ]] && ((${#tables[@]} > 0)); then
  verified=0
  printf '\n' >>"$report"
  "${inittab[@]}" verify --format md --quiet "${options[@]}" -- "${tables[@]}" >>"$report" 2>/dev/null || verified=$?
  if ((verified == 1)); then
    worth=true
    [[ $INPUT_VERIFY != fail ]] || status=1
  fi
fi

# What a changed inittab does to a machine that runs with the old one.
if [[ ${INPUT_PLAN:-true} == true && -n ${INPUT_BASE:-} ]] && ((${#tables[@]} > 0)); then
  git cat-file -e "$INPUT_BASE^{commit}" 2>/dev/null ||
    git fetch --quiet --depth=1 origin "$INPUT_BASE" 2>/dev/null ||
    printf '::notice::The commit %s is not there, so no plan is made. Give actions/checkout a fetch-depth.\n' "$INPUT_BASE"
  for path in "${tables[@]}"; do
    table=$path
    [[ -f $path ]] || table=$path/etc/inittab
    git cat-file -e "$INPUT_BASE:./$table" 2>/dev/null || continue
    ! git diff --quiet "$INPUT_BASE" -- "$table" || continue
    worth=true
    printf '\n' >>"$report"
    "${inittab[@]}" plan --format md "${options[@]}" -- "git:$INPUT_BASE:./$table" "$table" >>"$report" 2>/dev/null || true
  done
fi

printf 'worth-saying=%s\n' "$worth" >>"$outputs"
cat "$report" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
