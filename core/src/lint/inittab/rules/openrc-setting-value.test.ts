import { expect, test } from "vitest";
import { checkSystem } from "../../../testing/openrc-check.ts";

const rcConf = (text: string) => checkSystem({ path: "etc/rc.conf", text });

test("an answer that the programs do not know is told where OpenRC is first called", () => {
  const said = (value: string) => rcConf(`# x\nrc_parallel=${value}\n`);
  expect(said("on")).toEqual([
    '1 openrc-setting-value "/sbin/openrc sysinit": line 2 of /etc/rc.conf: OpenRC\'s programs do not know the answer `on` to `rc_parallel`, so it counts as no',
  ]);
  expect(said('"enabled" # please')).toHaveLength(1);
  for (const value of ['"YES"', "y", "True", "1", "'no'", "off", '""', '"$x"'])
    expect(said(value)).toEqual([]);
  expect(rcConf("#rc_parallel=on\nrc_ulimit=on\nif true; then\n\trc_parallel=on\nfi\n")).toEqual([]);
});
