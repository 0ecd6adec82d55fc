import { describe, expect, test } from "vitest";
import { file, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("what starts need has no influence on stops", () => {
  const text = script({ "Required-Start": "$syslog" });
  const both = script({ "Required-Start": "$syslog", "Required-Stop": "$syslog" });
  expect(told("lsb-required-without-stop", text)).toMatchInlineSnapshot(
    `"4:18-25 information: \`$syslog\` may already be gone when this script stops, because Required-Stop does not list it"`,
  );
  const stops = (each: string): string =>
    insserv(systemOf(each, [file("rsyslog")]), "svc", "rsyslog").split("\n")[0] ?? "";
  expect([text, both].map(stops)).toEqual(["0: K01rsyslog K01svc", "0: K01svc K02rsyslog"]);
});

test("nothing of the time and of names is gone at shutdown", () => {
  expect(
    told("lsb-required-without-stop", script({ "Required-Start": "$time $named $local_fs" })),
  ).not.toMatch(/\$time|\$named/);
});

describe("a stop that does nothing misses nothing", () => {
  const header = script({ "Required-Start": "$remote_fs", "Required-Stop": "" });
  const withStop = (stop: string): string =>
    `${header}. /lib/lsb/init-functions\ncase "$1" in\n  start) /usr/bin/setup ;;\n  stop) ${stop} ;;\nesac\n`;

  test.each([":", "", "exit 0", 'echo "nothing to stop"', "log_daemon_msg stopped; log_end_msg 0"])(
    "%j",
    (stop) => expect(told("lsb-required-without-stop", withStop(stop))).toBe(""),
  );

  test.each(["killall setup", "/usr/bin/save", 'eval "$X"', "unknown_function"])("but not %j", (stop) =>
    expect(told("lsb-required-without-stop", withStop(stop))).toContain("`$remote_fs` may already be gone"),
  );
});
