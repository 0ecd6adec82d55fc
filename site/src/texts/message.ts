import { type MessageMaker, messagesOf } from "@inittab/core";
import { siteMessages } from "./messages.ts";

/** Makes the messages of the site. */
export const message: MessageMaker<typeof siteMessages> = messagesOf(siteMessages);
