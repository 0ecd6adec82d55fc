import { expect, test } from "vitest";
import { checkSystem } from "../../../testing/openrc-check.ts";

const rcConf = (text: string) => checkSystem({ path: "etc/rc.conf", text });

test("a dependency without the name of a service is one of all", () => {
  expect(rcConf('rc_need="sshd"\nrc_sshd_use="x"\nrc_after=""\n')).toEqual([
    '1 openrc-rc-need-global "/sbin/openrc sysinit": line 1 of /etc/rc.conf: `rc_need` without the name of a service adds `sshd` to every service',
  ]);
});
