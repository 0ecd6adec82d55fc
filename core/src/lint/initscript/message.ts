import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { lintMessages } from "../messages.ts";
import { scriptRuleMessages } from "./messages.ts";
import { scriptPageMessages } from "./page-messages.ts";

/** Makes the messages of the rules about init scripts. */
export const message: MessageMaker<
  typeof scriptRuleMessages & typeof scriptPageMessages & typeof lintMessages
> = messagesOf({
  ...lintMessages,
  ...scriptRuleMessages,
  ...scriptPageMessages,
});
