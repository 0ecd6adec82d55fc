// The functions of OpenEmbedded's /etc/init.d/functions, in our own words, for virtual systems. Spec/embedded.md, section
// 2.4; observed: the `fun-*` cases.

/** Where scripts find them. */
export const functionsPath = "/etc/init.d/functions";

const mark = (name: string, color: string, word: string, status: string): string =>
  `${name}() {\n\techo -n -e "\${BRACKET}[\${${color}} ${word} \${BRACKET}]\${NORMAL}"\n\treturn ${status}\n}\n`;

const log = (name: string, marked: string): string =>
  `${name}() {\n\techo -n $*\n\t${marked} 0\n\techo\n\treturn 0\n}\n`;

/** What the file does when it is read; these functions and variables are all that it has. */
export const openEmbeddedFunctions: string = [
  "NORMAL='\\033[0;39m' SUCCESS='\\033[1;32m' WARNING='\\033[1;33m' FAILURE='\\033[1;31m' INFO='\\033[1;36m' BRACKET='\\033[1;34m'\n",
  // The shell names the line in which it does not find the program.
  "\n".repeat(11),
  // Options are none to it, and without the program the shell that asks is over.
  'pidofproc() {\n\tif command -v pidof > /dev/null; then pidof "$1"; return $?; fi\n\tpidof "$1"\n\techo "ERROR: command pidof not found" >&2\n\texit 127\n}\n',
  'machine_id() {\n\t[ -r /proc/cpuinfo ] || return 0\n\twhile read -r line; do\n\t\tcase "$line" in Hardware*) echo "$line" ;; esac\n\tdone < /proc/cpuinfo\n\treturn 0\n}\n',
  'killproc() {\n\tpid=`pidofproc "$1"` || return $?\n\tkill $pid\n}\n',
  'status() {\n\tif [ -z "$1" ]; then echo "Usage: status {program}"; return 1; fi\n\tpid=`pidofproc "$1"`\n\tif [ -n "$pid" ]; then echo "$1 (pid $pid) is running..."; return 0; fi\n\techo "$1 is stopped"\n\treturn 3\n}\n',
  mark("success", "SUCCESS", " OK ", "0"),
  mark("failure", "FAILURE", "FAIL", "$1"),
  mark("warning", "WARNING", "WARN", "$1"),
  mark("passed", "SUCCESS", "PASS", "$1"),
  log("log_success_msg", "success"),
  log("log_failure_msg", "failure"),
  log("log_warning_msg", "warning"),
].join("");
