import { check, script, ssd } from "../../../testing/body-check.ts";

check("ssd-name-too-long", {
  "15": [ssd("--stop --name metrics-collect"), []],
  "16": [ssd("--stop --name metrics-collecto"), [4]],
  "in a variable": [
    script({ stop: 'start-stop-daemon --stop --name "$NAME"' }, "NAME=metrics-collector"),
    [4],
  ],
  "with =": [ssd("--stop --name=metrics-collector"), [4]],
  "of unknown length": [ssd("--stop --name $NAME"), []],
});
