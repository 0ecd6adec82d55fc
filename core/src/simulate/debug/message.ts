import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { debugMessages } from "./messages.ts";

/** Makes the messages about a boot that is debugged. */
export const message: MessageMaker<typeof debugMessages> = messagesOf(debugMessages);
