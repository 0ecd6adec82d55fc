import { type MessageMaker, messagesOf } from "../text/message.ts";
import { initscriptMessages } from "./messages.ts";

/** Makes the messages about a system's tree and the way that rc takes through it. */
export const message: MessageMaker<typeof initscriptMessages> = messagesOf(initscriptMessages);
