import { type MessageMaker, messagesOf } from "@inittab/core";
import { serverMessages } from "./messages.ts";

/** Makes the messages of the server. */
export const message: MessageMaker<typeof serverMessages> = messagesOf(serverMessages);
