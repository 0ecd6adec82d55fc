import { type MessageMaker, messagesOf } from "@inittab/core";
import { planMessages } from "./messages.ts";

/** Makes the messages of `inittab plan`. */
export const message: MessageMaker<typeof planMessages> = messagesOf(planMessages);
