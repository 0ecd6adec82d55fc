// What the untyped programs of this folder take from core. They get it as one bundle, since Node 20 reads no TypeScript.

import {
  busyboxBuilds,
  caseSystem,
  caseText,
  compareTraces,
  defaultConfiguration,
  describeDifference,
  folderNames,
  replayRc,
  runInsserv,
  runSimulation,
  simulate,
  simulateBusybox,
  simulateBusyboxStream,
  simulateStream,
  toolTags,
} from "@inittab/core";

export const core = {
  busyboxBuilds,
  caseSystem,
  caseText,
  compareTraces,
  defaultConfiguration,
  describeDifference,
  folderNames,
  replayRc,
  runInsserv,
  runSimulation,
  simulate,
  simulateBusybox,
  simulateBusyboxStream,
  simulateStream,
  toolTags,
};
