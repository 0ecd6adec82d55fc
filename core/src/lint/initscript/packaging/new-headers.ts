// The edits that give a script a header of either kind.

import {
  headerPlace,
  makeChkconfigFields,
  makeLsbFields,
  printField,
  printLsbHeader,
} from "../../../initscript/script/make-header.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";
import { actionsOf, insertLines } from "./edits.ts";

/** Gives a script an LSB header. */
export function lsbHeader(script: ScriptContext): TextEdit {
  const fields = makeLsbFields({ ...script, actions: actionsOf(script) });
  return insertLines(script, headerPlace(script.text), printLsbHeader(fields));
}

/** Gives a script a chkconfig header. */
export function chkconfigHeader(script: ScriptContext): TextEdit {
  return insertLines(script, headerPlace(script.text), makeChkconfigFields(script).map(printField));
}
