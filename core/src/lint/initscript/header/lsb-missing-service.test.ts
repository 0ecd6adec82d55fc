import { expect, test } from "vitest";
import { configuration, file, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("a missing service, as loud as the folder is whole", () => {
  const text = script({ "Required-Start": "db" });
  const link = { path: "etc/rc2.d/S01svc", target: "../init.d/svc" };
  expect(
    [undefined, [file("other")], [configuration], [configuration, link]]
      .map((files) => told("lsb-missing-service", text, files))
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "4:18-20 information: this script requires \`db\`; insserv refuses to enable this script unless another script provides it
    4:18-20 information: this script requires \`db\`; no script provides it; insserv refuses to enable this script
    4:18-20 error: this script requires \`db\`; no script provides it; insserv refuses to enable this script
    4:18-20 error: this script requires \`db\`; no script provides it; insserv refuses every call as long as this script is enabled"
  `);
  expect(insserv(systemOf(text, []), "svc")).toMatchInlineSnapshot(`
    "insserv: FATAL: service db has to be enabled to use service svc
    insserv: exiting now!
    status 1"
  `);
  expect(insserv(systemOf(text, [link, file("other")]), "other")).toContain(
    "FATAL: service db has to exist for service svc",
  );
});

test("what may be missing is not missed", () => {
  const files = [configuration];
  for (const value of ["$remote_fs", "+db", "svc", "$all $null"])
    expect(told("lsb-missing-service", script({ "Required-Start": value }), files)).toBe("");
});

test("a script that insserv passes over provides nothing", () => {
  const text = script({ "Required-Start": "db.new" });
  const said = told("lsb-missing-service", text, [configuration, file("db.new")]);
  expect(said).toContain("insserv skips files with this name");
  expect(insserv(systemOf(text, [file("db.new")]), "svc")).toContain("status 1");
});
