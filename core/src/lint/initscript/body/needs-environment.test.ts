import { check, script } from "../../../testing/body-check.ts";

check("needs-environment", {
  used: [script({ start: "svcd $HOME" }), [4]],
  "in an assignment": [script({ start: "svcd" }, "STATE=$HOME/.svc"), [2], { family: "redhat" }],
  "where there is no command service": [
    script({ start: "svcd" }, "STATE=$HOME/.svc"),
    [],
    { family: "buildroot" },
  ],
  set: [script({ start: "svcd $HOME" }, "HOME=/root"), []],
  exported: [script({ start: "svcd $HOME" }, "export HOME=/root"), []],
  "with a default": [script({ start: `svcd \${USER:-svc}` }), []],
  "in a test": [script({ start: '[ -n "$DISPLAY" ] && exit 1; svcd' }), []],
  "settings may set it": [
    script({ start: "svcd $USER" }, "[ -r /etc/default/svc ] && . /etc/default/svc"),
    [],
  ],
  read: [script({ start: "read USER < /etc/svc; svcd $USER" }), []],
  "in single quotes": [script({ start: "su - svc -c 'svcd $HOME'" }), []],
  "in a comment": [script({ start: "svcd" }, "# $HOME"), []],
});
