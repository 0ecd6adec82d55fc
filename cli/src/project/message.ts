import { type MessageMaker, messagesOf } from "@inittab/core";
import { projectFileMessages } from "./messages.ts";

/** Makes the messages about finding and reading `inittab.json`. */
export const projectMessage: MessageMaker<typeof projectFileMessages> = messagesOf(projectFileMessages);
