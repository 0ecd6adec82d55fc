import { generalSettingLines } from "../../../initscript/openrc/setting-lines.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";
import { openrcExample } from "../openrc-example.ts";

export const openrcSettingValue: FileRule = {
  id: "openrc-setting-value",
  code: "IT917",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["measured: rc_yesno of OpenRC 0.45.2", "rc.conf(5)"],
  docs: {
    what: "`rc.conf` answers a yes-or-no question of OpenRC's programs with a word that they do not know.",
    why: "The programs know `yes`, `y`, `true` and `1`, and `no`, `n`, `false` and `0`.\nEverything else, even `on`, counts as no without a message, although the functions in scripts take `on` for yes.",
    instead: "Write `YES` or `NO`.",
    wrong: [openrcExample({ path: "etc/rc.conf", text: 'rc_parallel="on"\n' })],
    right: [openrcExample({ path: "etc/rc.conf", text: 'rc_parallel="YES"\n' })],
  },
  scope: "file",
  check: (file) => {
    const [first] = openrcTable(file)?.records ?? [];
    if (first === undefined || file.openrc === undefined) return [];
    return generalSettingLines(file.openrc)
      .filter(({ name, value }) => questions.has(name) && !answers.test(value))
      .map(({ name, value, path, line }) => ({
        range: file.range(first.index, "process"),
        message: message("openrc-setting-value", { name, value, path, line }),
      }));
  },
};

/** What OpenRC's programs ask rc.conf for. */
const questions: ReadonlySet<string> = new Set([
  "rc_parallel",
  "rc_depend_strict",
  "rc_crashed_start",
  "rc_crashed_stop",
  "rc_interactive",
  "rc_logger",
]);

/** What they understand, and what can only be meant as no, which it is. */
const answers = /^(?:yes|y|true|1|no|n|false|0|off|)$/i;
