# Checks the inittab and the init scripts of a finished root file system. In the recipe of an image:
#
#   inherit inittab-qa
#
# The command must be among the tools of the host: HOSTTOOLS_NONFATAL += "node inittab" in conf/local.conf.

INITTAB ?= "inittab"
# What makes the task fail: error, warning or never.
INITTAB_QA ?= "error"
# Further options of "inittab check", such as --rule no-login=error.
INITTAB_QA_OPTIONS ?= ""

inittab_qa() {
    options="${INITTAB_QA_OPTIONS}"
    if [ "${INITTAB_QA}" = warning ]; then
        options="$options --max-warnings 0"
    fi
    status=0
    ${INITTAB} check --family openembedded $options -- "${IMAGE_ROOTFS}" || status=$?
    if [ "$status" -ne 0 ] && [ "${INITTAB_QA}" != never ]; then
        exit "$status"
    fi
}

ROOTFS_POSTPROCESS_COMMAND:append = " inittab_qa;"
