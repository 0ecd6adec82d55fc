import { type MessageMaker, messagesOf } from "@inittab/core";
import { debuggerMessages } from "./messages.ts";

/** Makes the messages of the debugger. */
export const message: MessageMaker<typeof debuggerMessages> = messagesOf(debuggerMessages);
