import { findSysvinitVersion, type SysvinitVersion } from "@inittab/core";
import { CaseError } from "./case-error.ts";

/** The release that the member `init` of a case names; undefined if it has none, a `CaseError` if it is not known. */
export function caseVersion(name: unknown): SysvinitVersion | undefined {
  if (name === undefined) return undefined;
  const known = typeof name === "string" && name.startsWith("sysvinit-");
  const version = known ? findSysvinitVersion(name.slice("sysvinit-".length)) : undefined;
  if (version === undefined) throw new CaseError(`init ${JSON.stringify(name)} is not known`);
  return version;
}
