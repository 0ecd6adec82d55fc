/** What joins the members of a list. */
export const textMessages = {
  "list.between": '{", "}',
  "list.sentences": '{" "}',
  "list.and": '{" "}and{" "}',
  "list.or": '{" "}or{" "}',
} as const;
