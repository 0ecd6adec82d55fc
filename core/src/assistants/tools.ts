// The questions of the tools that the command line and the extension ask in the same way. Descriptions are for models, so
// they are English.

import { orderTools } from "../initscript/tree/order-answer.ts";

/** What may stand in one of its members, as a JSON schema. */
export interface PropertyQuestion {
  readonly type: "string" | "integer" | "array" | "object";
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly items?: PropertyQuestion;
}

/** The question of a tool, as a JSON schema. */
export interface ToolQuestion {
  readonly type: "object";
  readonly properties: Readonly<Record<string, PropertyQuestion>>;
  readonly required: readonly string[];
}

/** What paths are in the questions of whoever offers the tools. */
interface PathWords {
  readonly file: string;
  readonly folder: string;
}

/** The tools whose questions these are. */
export type CommonTool = "order" | "rc" | "propose-edit";

/** Their questions. */
export function commonQuestions({ file, folder }: PathWords): Readonly<Record<CommonTool, ToolQuestion>> {
  const path = (description: string): PropertyQuestion => ({
    type: "string",
    minLength: 1,
    maxLength: 4096,
    description,
  });
  const level: PropertyQuestion = { type: "string", maxLength: 40 };
  return {
    order: {
      type: "object",
      properties: {
        folder: path(`The folder of the scripts, such as etc/init.d: ${folder}`),
        tool: { type: "string", enum: orderTools, description: "Default: the one of the system." },
      },
      required: ["folder"],
    },
    rc: {
      type: "object",
      properties: {
        root: path(`The root of the system: ${folder}`),
        to: {
          type: "array",
          items: level,
          maxItems: 20,
          description: "The runlevels that are entered, one after the other, such as S and 2.",
        },
        from: { ...level, description: "The level before; default: N, the boot." },
      },
      required: ["root", "to"],
    },
    "propose-edit": {
      type: "object",
      properties: {
        path: path(`An inittab: ${file}`),
        firstLine: { type: "integer", minimum: 1, description: "The first line that is replaced, from 1." },
        lastLine: {
          type: "integer",
          minimum: 0,
          description: "The last one; firstLine - 1 inserts before firstLine.",
        },
        text: { type: "string", maxLength: 100_000, description: "The new lines, each with its newline." },
      },
      required: ["path", "firstLine", "lastLine", "text"],
    },
  };
}
