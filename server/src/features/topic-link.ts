import type { TopicQuestion } from "../protocol.ts";

/** The address with which a client's command shows a page of the manual or of a rule. */
export function topicLink(showTopic: string, question: TopicQuestion): string {
  return `command:${showTopic}?${encodeURIComponent(JSON.stringify([question]))}`;
}
