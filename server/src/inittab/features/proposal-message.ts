import { type MessageMaker, messagesOf } from "@inittab/core";
import { proposalMessages } from "./messages.ts";

/** Makes the messages about proposed tables and refactorings. */
export const proposalMessage: MessageMaker<typeof proposalMessages> = messagesOf(proposalMessages);
