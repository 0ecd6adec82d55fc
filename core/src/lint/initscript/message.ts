import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { lintMessages } from "../messages.ts";
import { scriptRuleMessages } from "./messages.ts";
import { scriptPageMessages } from "./page-messages.ts";
import { scriptRunMessages } from "./run-messages.ts";

/** Makes the messages of the rules about init scripts. */
export const message: MessageMaker<
  typeof scriptRuleMessages & typeof scriptPageMessages & typeof scriptRunMessages & typeof lintMessages
> = messagesOf({
  ...lintMessages,
  ...scriptRuleMessages,
  ...scriptPageMessages,
  ...scriptRunMessages,
});
