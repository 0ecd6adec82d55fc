import { type MessageMaker, messagesOf } from "../text/message.ts";
import { policyMessages } from "./messages.ts";

/** Makes the messages about policies. */
export const message: MessageMaker<typeof policyMessages> = messagesOf(policyMessages);
