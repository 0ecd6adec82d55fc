import { type MessageMaker, messagesOf } from "@inittab/core";
import { mcpMessages } from "./messages.ts";

/** Makes the messages of the server for assistants. */
export const message: MessageMaker<typeof mcpMessages> = messagesOf(mcpMessages);
