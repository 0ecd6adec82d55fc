import { type MessageMaker, messagesOf } from "../text/message.ts";
import { projectMessages } from "./messages.ts";

/** Makes the messages about `inittab.json`. */
export const message: MessageMaker<typeof projectMessages> = messagesOf(projectMessages);
