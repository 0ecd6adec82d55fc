import fc from "fast-check";
import { checkLostNames } from "../../../testing/header-check.ts";

checkLostNames(
  "lsb-tab-or-nonascii-in-value",
  "a tab or worse",
  fc.constantFrom("\t", " \t ", "\u00a0", "é", "\x01 "),
);
