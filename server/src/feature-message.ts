import { type MessageMaker, messagesOf } from "@inittab/core";
import { featureMessages } from "./feature-messages.ts";

/** Makes the messages of proposals and hovers. */
export const featureMessage: MessageMaker<typeof featureMessages> = messagesOf(featureMessages);
