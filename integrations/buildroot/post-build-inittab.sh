#!/bin/sh
# Checks the inittab and the init scripts of the target: BR2_ROOTFS_POST_BUILD_SCRIPT names this file.
# INITTAB is the command (default: inittab), INITTAB_QA what makes the build fail: error (default), warning or never, and
# INITTAB_QA_OPTIONS further options, such as --settings FILE.
set -eu

options=${INITTAB_QA_OPTIONS:-}
if [ "${INITTAB_QA:-error}" = warning ]; then options="$options --max-warnings 0"; fi
status=0
# shellcheck disable=SC2086 # both hold words
${INITTAB:-inittab} check --family buildroot $options -- "$1" || status=$?
if [ "${INITTAB_QA:-error}" = never ]; then exit 0; fi
exit "$status"
