// What the debugger can, as `initialize` answers it.

import { alarmKinds, type Localizer, recordMoments } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { filterLabels } from "./breakpoint-requests.ts";
import { message } from "./message.ts";

/** What the debugger can; words are in the language of the user. */
export function capabilities({ text }: Localizer): DebugProtocol.Capabilities {
  const modes = {
    starts: message("mode.starts"),
    ends: message("mode.ends"),
    any: message("mode.any"),
  } as const;
  return {
    supportsConfigurationDoneRequest: true,
    supportsFunctionBreakpoints: true,
    supportsConditionalBreakpoints: true,
    supportsHitConditionalBreakpoints: true,
    supportsLogPoints: true,
    supportsDataBreakpoints: true,
    supportsBreakpointLocationsRequest: true,
    supportsExceptionFilterOptions: true,
    supportsExceptionInfoRequest: true,
    exceptionBreakpointFilters: alarmKinds.map((filter) => ({
      filter,
      label: text(filterLabels[filter]),
      default: false,
      supportsCondition: true,
    })),
    breakpointModes: recordMoments.map((mode) => ({
      mode,
      label: text(modes[mode]),
      appliesTo: ["source"],
    })),
    supportsStepBack: true,
    supportsRestartFrame: true,
    supportsGotoTargetsRequest: true,
    supportsStepInTargetsRequest: true,
    supportsSteppingGranularity: true,
    supportsEvaluateForHovers: true,
    supportsClipboardContext: true,
    supportsSetVariable: true,
    supportsSetExpression: true,
    supportsCompletionsRequest: true,
    completionTriggerCharacters: [".", " "],
    supportsValueFormattingOptions: true,
    supportsDelayedStackTraceLoading: true,
    supportsLoadedSourcesRequest: true,
    supportsTerminateThreadsRequest: true,
    supportsTerminateRequest: true,
    supportTerminateDebuggee: true,
    supportsRestartRequest: true,
    supportsCancelRequest: true,
  };
}
