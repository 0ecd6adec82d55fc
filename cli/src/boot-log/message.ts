import { type MessageMaker, messagesOf } from "@inittab/core";
import { bootLogReportMessages } from "./messages.ts";

/** Makes the messages of `inittab boot-log`. */
export const message: MessageMaker<typeof bootLogReportMessages> = messagesOf(bootLogReportMessages);
