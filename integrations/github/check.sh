#!/usr/bin/env bash
# The step of action.yml: annotations in the pull request, SARIF in a file, and a report in the summary of the job.
# INITTAB is the command to run; without it npm fetches the release that the action asks for.
set -euo pipefail

read -r -a inittab <<<"${INITTAB:-npx --yes inittab@${INPUT_VERSION}}"
mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"$INPUT_PATHS")
options=()
[[ -z $INPUT_MAX_WARNINGS ]] || options+=(--max-warnings "$INPUT_MAX_WARNINGS")

status=0
"${inittab[@]}" check --format github "${options[@]}" -- "${paths[@]}" || status=$?
"${inittab[@]}" check --format sarif -- "${paths[@]}" >"$INPUT_SARIF" || status=$?
((status < 2)) || exit "$status"

report=$("${inittab[@]}" check -- "${paths[@]}" 2>&1) || true
# What holds for every way is told; a file of an init that cannot be simulated is none of our business here.
if [[ $INPUT_VERIFY == true ]]; then
  tables=()
  for path in "${paths[@]}"; do
    for table in "$path" "$path/etc/inittab"; do
      [[ -f $table ]] && tables+=("$table")
    done
  done
  if ((${#tables[@]} > 0)); then
    verified=$("${inittab[@]}" verify -- "${tables[@]}" 2>&1) || true
    report+=$'\n\n'$verified
  fi
fi
printf '## Inittab\n\n````text\n%s\n````\n' "$report" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
