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
  "in the program": [script({ start: "$JAVA_HOME/bin/java -jar /opt/svc.jar" }), [4]],
  "home in short": [script({ start: "svcd ~/.svcd" }), [4]],
  "home in short, in an assignment": [
    script({ start: "svcd" }, "STATE=~/.svc", ""),
    [2],
    { family: "debian" },
  ],
  "the home of a user": [script({ start: "svcd ~svc/.svcd" }), []],
  "home in short, in quotes": [script({ start: 'svcd "~/.svcd"; su svc -c "svcd ~/x"' }), []],
  "home in short, with a home": [script({ start: "svcd ~/.svcd" }, "export HOME=/srv"), []],
  "home in both forms": [script({ start: "svcd ~/.svcd $HOME/.svcd" }), [4]],
  "a file with a tilde": [script({ start: "rm -f /tmp/a~ b~/c" }), []],
  "nobody knows the system, but there is a header": [
    script({ start: "svcd $USER" }, "### BEGIN INIT INFO\n# Provides: svc\n### END INIT INFO"),
    [6],
  ],
  "nobody knows the system, and there is no header": [script({ start: "svcd $USER" }, ":"), []],
  "the folder of a program": [
    script({ start: "$CATALINA_HOME/bin/startup.sh; $JBOSS_HOME/bin/run" }),
    [4, 4],
  ],
  "a folder of its own": [script({ start: "$APP_HOME/bin/run" }, "APP_HOME=/opt/app"), []],
  "a default that is kept": [script({ start: "$JAVA_HOME/bin/java" }, `: "\${JAVA_HOME:=/usr/lib/jvm}"`), []],
  "in a comment": [script({ start: "svcd" }, "# $HOME"), []],
});
