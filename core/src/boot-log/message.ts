import { type MessageMaker, messagesOf } from "../text/message.ts";
import { bootLogMessages } from "./messages.ts";

/** Makes the messages about boots as they really were. */
export const message: MessageMaker<typeof bootLogMessages> = messagesOf(bootLogMessages);
