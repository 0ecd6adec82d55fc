// Which policy is about records and which about services, and what cannot be judged.

import type { ServiceFinding } from "../initscript/ways/questions.ts";
import type { ServiceWays } from "../initscript/ways/service-ways.ts";
import type { Message } from "../text/message.ts";
import type { Question } from "../verify/question.ts";
import type { StateSpace } from "../verify/search.ts";
import { recordQuestion } from "./judge-records.ts";
import { judgeServices, serviceWithin } from "./judge-services.ts";
import { message } from "./message.ts";
import type { PlacedPolicy, Policy } from "./policy.ts";

/** A record that policies can name. */
export interface NamedRecord {
  readonly id: string;
  readonly process: string;
}

/** Policies that can be judged, and those that cannot. */
export interface Judgement {
  /** For the search of the machine. */
  readonly questions: readonly Question[];
  /** What breaks policies about services. */
  readonly findings: readonly ServiceFinding[];
  readonly problems: readonly { readonly path: PlacedPolicy["path"]; readonly message: Message }[];
}

/** Divides policies by what they name; `services`: those of the system around the table. */
export function judgePolicies(
  policies: readonly PlacedPolicy[],
  records: readonly NamedRecord[],
  services: ServiceWays | undefined,
): Judgement {
  const questions: Question[] = [];
  const findings: ServiceFinding[] = [];
  const problems: { readonly path: PlacedPolicy["path"]; readonly message: Message }[] = [];
  for (const { policy, path } of policies) {
    const about = aboutOf(policy, records, services);
    if (about.kind === "neither") problems.push({ path, message: about.why });
    else if (about.kind === "records") questions.push(recordQuestion(policy, placesOf));
    else if (policy.kind === "within") questions.push(serviceWithin(about.services, policy, placesOf));
    else {
      const found = judgeServices(about.services, policy);
      if (found !== undefined) findings.push(found);
    }
  }
  return { questions, findings, problems };
}

type About =
  | { readonly kind: "records" }
  | { readonly kind: "services"; readonly services: ServiceWays }
  | { readonly kind: "neither"; readonly why: Message };

function aboutOf(policy: Policy, records: readonly NamedRecord[], services: ServiceWays | undefined): About {
  if (policy.kind === "login") return { kind: "records" };
  if (policy.kind === "stops-before" && services === undefined)
    return { kind: "neither", why: message("policy.stops-need-tree") };
  const names = "names" in policy ? policy.names : [policy.name];
  const isService = (name: string) => services?.services.has(name) === true;
  const isRecord = (name: string) =>
    policy.kind !== "stops-before" && records.some((record) => isCalled(record, name));
  const unknown = names.find((name) => !isService(name) && !isRecord(name));
  if (unknown !== undefined) {
    const why = services === undefined ? "policy.needs-tree" : "policy.unknown-service";
    return { kind: "neither", why: message(why, { name: { code: unknown } }) };
  }
  if (names.every(isRecord)) return { kind: "records" };
  const lone = names.find((name) => !isService(name));
  if (lone === undefined && services !== undefined) return { kind: "services", services };
  const other = names.find((name) => !isRecord(name)) ?? "";
  return {
    kind: "neither",
    why: message("policy.mixed", { one: { code: lone ?? "" }, other: { code: other } }),
  };
}

function placesOf({ records }: StateSpace, name: string): readonly number[] {
  return records.flatMap((record, place) => (isCalled(record, name) ? [place] : []));
}

/** A record is called by its id, or by the program that it starts. */
function isCalled({ id, process }: NamedRecord, name: string): boolean {
  if (id === name) return true;
  const [word = ""] = process.replace(/^[+@-]+/, "").split(/[ \t]/);
  return word.slice(word.lastIndexOf("/") + 1) === name;
}
