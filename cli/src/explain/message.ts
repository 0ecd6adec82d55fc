import { type MessageMaker, messagesOf } from "@inittab/core";
import { explainMessages } from "./messages.ts";

/** Makes the messages of this room. */
export const explainMessage: MessageMaker<typeof explainMessages> = messagesOf(explainMessages);
