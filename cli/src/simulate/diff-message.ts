import { type MessageMaker, messagesOf } from "@inittab/core";
import { diffMessages } from "./diff-messages.ts";

/** Makes the messages about what two inittabs do differently. */
export const message: MessageMaker<typeof diffMessages> = messagesOf(diffMessages);
