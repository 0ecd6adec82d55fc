import { expect, test } from "vitest";
import { viewHeader } from "../header/views.ts";
import { callDebianHelper } from "../helpers/debian.ts";
import { callRedHatHelper } from "../helpers/redhat.ts";
import { facilityFacts, findFacility } from "./facilities.ts";
import { findHelpers, helperFunctions } from "./helper-functions.ts";
import { lsbKeywords } from "./lsb-keywords.ts";
import { el6Library } from "./redhat-library.ts";
import { actionExits, statusExits } from "./script-actions.ts";

test("insserv reads exactly the keywords that the table says it reads", () => {
  for (const { keyword, insserv } of lsbKeywords) {
    const script = `### BEGIN INIT INFO\n# ${keyword}: x\n### END INIT INFO\n`;
    const read = viewHeader("insserv", script).values.has(keyword);
    // The description is looked at and not used.
    expect({ keyword, read }).toEqual({ keyword, read: insserv !== "ignored" || keyword === "Description" });
  }
});

test("chkconfig reads exactly the keywords that the table says it reads, texts apart", () => {
  for (const { keyword, chkconfig, value } of lsbKeywords.filter((fact) => fact.value !== "text")) {
    const read = viewHeader("chkconfig", `# ${keyword}: 3\n`).values.has(keyword);
    expect({ keyword, value, read }).toEqual({ keyword, value, read: chkconfig === "optional" });
  }
});

test("facilities are found with case, the two built-in ones without", () => {
  expect(findFacility("$ALL")?.name).toBe("$all");
  expect(findFacility("$Network")).toBeUndefined();
  for (const { members } of facilityFacts)
    for (const member of members.filter((each) => each.startsWith("$")))
      expect(findFacility(member)).toBeDefined();
});

test("every exit status from 0 to 254 has one meaning", () => {
  for (const table of [statusExits, actionExits])
    for (let status = 0; status < 255; status++)
      expect(table.filter(({ from, to }) => from <= status && status <= to)).toHaveLength(1);
});

test("the functions that can be called are in the table of their library", () => {
  const world = { processes: [], pidFiles: new Map(), locks: [], lsb: false, exits: new Map() };
  for (const { name, library } of helperFunctions) {
    const outcome =
      library === "redhat"
        ? callRedHatHelper(el6Library, world, name, [])
        : callDebianHelper(world, name, []);
    const modelled = !["confirm", "start_daemon"].includes(name);
    expect({ name, modelled: outcome !== undefined }).toEqual({ name, modelled });
  }
  expect(findHelpers("killproc").map(({ library }) => library)).toEqual(["redhat", "lsb"]);
});
