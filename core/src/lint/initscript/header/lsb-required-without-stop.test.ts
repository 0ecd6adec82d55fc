import { expect, test } from "vitest";
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
