import type { FileRule } from "../contract.ts";
import { isAmongDropped } from "../dropped.ts";
import { isPartOfTable } from "../login.ts";
import { message } from "../message.ts";

export const noCtrlaltdel: FileRule = {
  id: "no-ctrlaltdel",
  code: "IT302",
  severity: "hint",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "ctrlaltdel"', "observed: sysvinit 3.06 (signal-int)"],
  docs: {
    what: "No entry says what happens on Ctrl-Alt-Del.",
    why: "Init has asked the kernel to send it a signal for these keys, but without an entry it does nothing: a machine whose logins hang can then only be switched off.\nOn a server or in a kiosk that may be intended.",
    instead: "Add a ctrlaltdel entry that calls shutdown.",
    wrong: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\n1:23:respawn:/sbin/getty 38400 tty1\n",
        fixed:
          "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\n1:23:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
    right: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\n1:23:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    const [initdefault] = file.linesOf("initdefault");
    if (isPartOfTable(file) || file.linesOf("ctrlaltdel").length > 0) return [];
    if (isAmongDropped(file, (text) => /ctrl-?alt-?del|:cad:/i.test(text))) return [];
    const id = file.freeId(["ca", "cad", "kb"]);
    const record = `${id}:12345:ctrlaltdel:/sbin/shutdown -r now`;
    return [
      {
        range: file.range(initdefault ?? file.firstRecord, "id"),
        message: message("no-ctrlaltdel"),
        fixes:
          id === undefined
            ? []
            : [
                {
                  title: message("fix.add-record", { record }),
                  kind: "suggestion",
                  edits: [file.appended(record)],
                },
              ],
      },
    ];
  },
};
