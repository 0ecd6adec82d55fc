// Tenants do not import each other: what two of them need belongs to the frame.

import { isTest } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan, Tenancy } from "../plan.ts";
import type { Source } from "../source.ts";

/** Finds the imports that lead from one tenant to another. Tests may compare them. */
export function* checkTenants(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  for (const { path, imports } of sources) {
    if (isTest(path)) continue;
    for (const tenancy of plan.tenancies) {
      const from = tenantOf(path, tenancy);
      if (from === undefined) continue;
      for (const { target, line } of imports) {
        const to = target === undefined ? undefined : tenantOf(target, tenancy);
        if (target === undefined || to === undefined || to === from) continue;
        const message = `imports \`${target}\`: ${from} and ${to} of ${tenancy.folder} do not know each other`;
        yield { path, line, subject: target, message };
      }
    }
  }
}

/** The sub-folder that a path is in; undefined for what tenants share, the files beside them and other places. */
function tenantOf(path: string, { folder, shared }: Tenancy): string | undefined {
  const [tenant = "", file] = path.startsWith(folder) ? path.slice(folder.length).split("/") : [];
  return file === undefined || shared.includes(tenant) ? undefined : tenant;
}
