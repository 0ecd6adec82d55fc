import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { showMessages } from "./messages.ts";

/** Makes the messages of pictures and reports. */
export const message: MessageMaker<typeof showMessages> = messagesOf(showMessages);
