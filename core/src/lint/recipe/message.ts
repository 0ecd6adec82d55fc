import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { lintMessages } from "../messages.ts";
import { recipeRuleMessages } from "./messages.ts";

/** Makes the messages of the rules about recipes. */
export const message: MessageMaker<typeof recipeRuleMessages & typeof lintMessages> = messagesOf({
  ...lintMessages,
  ...recipeRuleMessages,
});
