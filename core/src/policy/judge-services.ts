// Policies about the services of a system, by all ways that they can go.

import { bootCallOf } from "../initscript/tree/boot-call.ts";
import type { ServiceFinding } from "../initscript/ways/questions.ts";
import { finalLevels, type ServiceState, type ServiceWays } from "../initscript/ways/service-ways.ts";
import type { Message } from "../text/message.ts";
import type { Answer, Question } from "../verify/question.ts";
import type { StateSpace } from "../verify/search.ts";
import { allPairsOf, bootUntil, type PlacesOf, pairsOf, policyQuestion } from "./judge-records.ts";
import { message } from "./message.ts";
import type { Policy } from "./policy.ts";

/** The first state that breaks a policy about services; undefined: none does. */
export function judgeServices(ways: ServiceWays, policy: Policy): ServiceFinding | undefined {
  switch (policy.kind) {
    case "before":
      return firstOf(pairsOf(policy.names), ([first, second]) => startedBefore(ways, first, second));
    case "never-together":
      return firstOf(allPairsOf(policy.names), ([one, other]) => {
        const state = ways.states.find(({ up }) => up.has(one) && up.has(other));
        return (
          state && found(message("policy.together", { one: { code: one }, other: { code: other } }), state)
        );
      });
    case "stops-before":
      return firstOf(pairsOf(policy.names), ([first, second]) => stoppedBefore(ways, first, second));
    case "runs":
      return runs(ways, policy.name, policy.levels);
    case "within":
    case "login":
      return undefined;
  }
}

function firstOf<T>(
  list: readonly T[],
  answer: (each: T) => ServiceFinding | undefined,
): ServiceFinding | undefined {
  for (const each of list) {
    const one = answer(each);
    if (one !== undefined) return one;
  }
  return undefined;
}

function found(what: Message, { way }: Pick<ServiceState, "way">): ServiceFinding {
  return { question: policyQuestion.id, severity: "warning", message: what, way };
}

function placeOf({ calls }: Pick<ServiceState, "calls">, service: string, argument: string): number {
  return calls.findIndex((call) => call.service === service && call.argument === argument);
}

/** On the way into each level, and of the boot as a whole. */
function startedBefore(ways: ServiceWays, first: string, second: string): ServiceFinding | undefined {
  const early = (state: ServiceState, isUp: boolean): boolean => {
    const at = placeOf(state, second, "start");
    const other = placeOf(state, first, "start");
    return at >= 0 && (other < 0 ? !isUp : at < other);
  };
  const what = message("policy.before", { first: { code: first }, second: { code: second } });
  if (ways.boot !== undefined && early(ways.boot, false)) return found(what, ways.boot);
  // A service of which nothing tells whether it is up may have been started long ago.
  const isTold = ways.states.some(({ up }) => up.has(first));
  if (!isTold) return undefined;
  const late = ways.states.find((state) => state.way.length > 1 && early(state, state.upBefore.has(first)));
  return late && found(what, late);
}

function stoppedBefore(ways: ServiceWays, first: string, second: string): ServiceFinding | undefined {
  for (const state of ways.states) {
    if (!finalLevels.includes(state.level)) continue;
    const at = placeOf(state, second, "stop");
    const other = placeOf(state, first, "stop");
    if (at < 0 || (other >= 0 && other < at)) continue;
    // What does not run need not be stopped.
    if (other < 0 && !state.upBefore.has(first)) continue;
    return found(
      message("policy.stops", {
        first: { code: first },
        second: { code: second },
        level: state.level,
      }),
      state,
    );
  }
  return undefined;
}

function runs(ways: ServiceWays, name: string, levels: readonly string[]): ServiceFinding | undefined {
  const isTold = ways.states.some(({ up }) => up.has(name));
  const links = ways.services.get(name)?.links;
  for (const state of ways.states) {
    if (!levels.includes(state.level) || state.up.has(name)) continue;
    // Nothing tells of some services whether they are up: they run where a link starts them.
    if (!isTold && links?.get(state.level)?.some((link) => link.startsWith("S")) === true) continue;
    return found(message("policy.runs", { name: { code: name }, level: state.level }), state);
  }
  return undefined;
}

/**
 * A service that the boot is to start in time, as a question: init's own records come before rc, and its scripts run one
 * after the other. What has no duration takes no time.
 */
export function serviceWithin(
  { boot }: ServiceWays,
  { name, seconds, durations }: Extract<Policy, { kind: "within" }>,
  placesOf: PlacesOf,
): Question {
  const answer = (space: StateSpace): Answer | undefined => {
    if (boot === undefined) return { severity: "warning", message: message("policy.no-boot") };
    const at = placeOf(boot, name, "start");
    if (at < 0) return { severity: "warning", message: message("policy.never", { name: { code: name } }) };
    const callsRc = space.records.flatMap(({ process }, place) =>
      bootCallOf(process)?.level === boot.level ? [place] : [],
    );
    const { passed, place } = bootUntil(space, new Set(callsRc), durations, placesOf);
    const scripts = boot.calls.slice(0, at).map(({ service }) => durations[service] ?? 0);
    const total = scripts.reduce((sum, each) => sum + each, passed);
    if (total <= seconds) return undefined;
    const late = message("policy.late", { name: { code: name }, seconds: total, limit: seconds });
    return { severity: "warning", message: late, place };
  };
  return {
    ...policyQuestion,
    ask: (space) => {
      const found = answer(space);
      return found === undefined ? [] : [found];
    },
  };
}
