#!/usr/bin/env bash
# The last step of action.yml: one comment in the pull request, which is written once and changed in place afterwards.
# Where there is nothing to say, none is begun. It fails no job: a pull request from a fork may not write.
set -euo pipefail

[[ -s ${REPORT:-} ]] || exit 0
mark='<!-- inittab -->'
body=$(mktemp)
trap 'rm -f "$body"' EXIT
# GitHub takes no more than 65536 characters.
{
  printf '%s\n' "$mark"
  # In front, since the cut may fall into a block that nothing closes.
  (($(wc -c <"$REPORT") <= 60000)) || printf 'This report is cut; all of it is in the summary of the job.\n\n'
  # A character that is cut in two is left out, which iconv takes for a fault.
  head -c 60000 "$REPORT" | iconv -c -f utf-8 -t utf-8 || true
} >"$body"

comments=repos/$GITHUB_REPOSITORY/issues
give_up() {
  printf '::warning::The comment was not written: %s\n' "$(tr -s '\n' ' ' <"$1")"
  exit 0
}
errors=$(mktemp)
trap 'rm -f "$body" "$errors"' EXIT
known=$(gh api --paginate "$comments/$PULL_REQUEST/comments" \
  --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$mark\"))) | .id" 2>"$errors") || give_up "$errors"
known=${known%%$'\n'*}
if [[ -n $known ]]; then
  gh api --silent --method PATCH "$comments/comments/$known" --field "body=@$body" 2>"$errors" || give_up "$errors"
elif [[ $WORTH_SAYING == true ]]; then
  gh api --silent --method POST "$comments/$PULL_REQUEST/comments" --field "body=@$body" 2>"$errors" || give_up "$errors"
fi
