import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { lintMessages } from "../messages.ts";
import { inittabRuleMessages } from "./messages.ts";

/** Makes the messages of the rules about inittabs. */
export const message: MessageMaker<typeof inittabRuleMessages & typeof lintMessages> = messagesOf({
  ...lintMessages,
  ...inittabRuleMessages,
});
