// All questions. A new one is a file in questions/ and a line here.

import type { Question } from "./question.ts";
import { deadRecord } from "./questions/dead-record.ts";
import { login } from "./questions/login.ts";
import { race } from "./questions/race.ts";
import { storm } from "./questions/storm.ts";
import { wayBack } from "./questions/way-back.ts";
import { wayDown } from "./questions/way-down.ts";

/** Every question, in the order in which a report answers them. */
export const questions: readonly Question[] = [login, wayDown, wayBack, deadRecord, storm, race];
