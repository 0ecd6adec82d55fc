import { type MessageMaker, messagesOf } from "@inittab/core";
import { verifyReportMessages } from "./messages.ts";

/** Makes the messages about systems and policies. */
export const reportMessage: MessageMaker<typeof verifyReportMessages> = messagesOf(verifyReportMessages);
