import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { lintMessages } from "../messages.ts";
import { scriptRuleMessages } from "./messages.ts";
import { scriptRunMessages } from "./run-messages.ts";

/** Makes the messages of the rules about init scripts. */
export const message: MessageMaker<
  typeof scriptRuleMessages & typeof scriptRunMessages & typeof lintMessages
> = messagesOf({
  ...lintMessages,
  ...scriptRuleMessages,
  ...scriptRunMessages,
});
