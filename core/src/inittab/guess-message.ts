import { type MessageMaker, messagesOf } from "../text/message.ts";
import { guessMessages } from "./guess-messages.ts";

/** Makes the messages that say why a file is taken for one of a dialect. */
export const message: MessageMaker<typeof guessMessages> = messagesOf(guessMessages);
