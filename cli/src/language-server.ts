// The program `inittab-language-server`. What it takes its input from is said by an argument that the protocol's library
// reads itself: --stdio, --node-ipc, --socket=PORT or --pipe=NAME; editors that give none mean --stdio.

import { languageOf } from "@inittab/host/languages";
import { standardInput } from "./input.ts";
import { localeOf, programLocalizer } from "./localizer.ts";
import { standardInputError } from "./standard-input.ts";
import { whyUnreadable } from "./unreadable.ts";
import { programVersion } from "./version.ts";

const transport = /^--(stdio|node-ipc|socket(=.*)?|pipe(=.*)?)$/;

const help = `inittab-language-server [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]

The Inittab language server, for editors. The default is --stdio.
`;

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) process.stdout.write(help);
else if (args.includes("--version")) process.stdout.write(`${programVersion()}\n`);
else {
  if (!args.some((arg) => transport.test(arg))) process.argv.push("--stdio");
  const error = process.argv.includes("--stdio") ? standardInputError() : undefined;
  if (error === undefined) void import("@inittab/server/node");
  else {
    process.exitCode = 2;
    void refuse(error);
  }
}

async function refuse(error: Error): Promise<void> {
  const why = programLocalizer(languageOf(localeOf(process.env))).words(whyUnreadable(error));
  process.stderr.write(`inittab-language-server: ${standardInput.shown}: ${why}\n`);
}
