import { quoted } from "../../../text/words.ts";
import type { Report } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";
import { isAction, type Params, paramsIn } from "../params.ts";

export const recipeParamsRefused: RecipeRule = {
  id: "recipe-params-refused",
  code: "IT920",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["observed: update-rc.d 0.8 of OpenEmbedded", "spec/embedded.md, sections 2.5 and 2.6"],
  docs: {
    what: "`INITSCRIPT_PARAMS` is a call that OpenEmbedded's update-rc.d refuses.",
    why: 'When the package is installed, the words follow the name of the script.\nA status other than 0 becomes that of the postinst: the build of the image stops with "Postinstall scriptlets of [...] have failed".',
    instead:
      "Write `defaults`, with a number if need be, or parts such as `start 20 2 3 4 5 . stop 80 0 1 6 .`, each with a dot that stands alone.",
    wrong: [
      {
        text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2 3 4 5"\n',
        fixed: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2 3 4 5 ."\n',
      },
      { text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "default 20"\n' },
    ],
    right: [
      {
        text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 02 5 3 2 . stop 20 0 1 6 ."\n',
      },
      { text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 9"\n' },
    ],
  },
  check: (context) => paramsIn(context).flatMap(refusal),
};

/** The first thing that the program does not take. */
function refusal(params: Params): readonly Report[] {
  const { command, numbers, parts, words } = params;
  if (command.text === "defaults") {
    const [, , third] = numbers;
    return third === undefined ? [] : [{ range: third, message: message("recipe-params-refused.too-many") }];
  }
  if (command.text === "enable" || command.text === "disable" || command.text === "remove") return [];
  if (!isAction(command)) return [unknownCommand(params)];
  if (words.length < 4)
    return [
      {
        range: command,
        message: message("recipe-params-refused.too-few", { word: { code: command.text } }),
      },
    ];
  const last = parts.at(-1);
  if (last !== undefined && last.dot === undefined) return [withoutDot(params)];
  const taken = parts.reduce((sum, { levels }) => sum + levels.length + 3, 0);
  const next = words[taken];
  return next === undefined
    ? []
    : [
        {
          range: next,
          message: message("recipe-params-refused.behind-dot", { word: quoted(next.text) }),
        },
      ];
}

function unknownCommand({ command }: Params): Report {
  const meant = /^default/i.test(command.text) ? "defaults" : undefined;
  return {
    range: command,
    message: message("recipe-params-refused.command", { word: quoted(command.text) }),
    ...(meant !== undefined &&
      command.text !== "default" && {
        fixes: [suggestion(message("fix.write", { text: meant }), command, meant)],
      }),
  };
}

function withoutDot({ words, command }: Params): Report {
  const last = words.at(-1) ?? command;
  if (/^[0-9S]+\.$/.test(last.text))
    return {
      range: last,
      message: message("recipe-params-refused.dot-attached", { word: quoted(last.text) }),
      fixes: [
        suggestion(
          message("recipe-params-refused.dot-attached.fix"),
          { start: last.end - 1, end: last.end - 1 },
          " ",
        ),
      ],
    };
  return {
    range: last,
    message: message("recipe-params-refused.no-dot"),
    fixes: [
      suggestion(message("recipe-params-refused.no-dot.fix"), { start: last.end, end: last.end }, " ."),
    ],
  };
}
