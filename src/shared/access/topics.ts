import { topicWords } from '../locales/found-words.ts';
import type { MessageKey } from '../locales/messages.ts';

/** What the help explains, in the order of its page. Microsoft's page on access to a customer's portal comes first. */
export const helpTopicIds = [
  'check',
  'notOpened',
  'portal',
  'grant',
  'onboard',
  'alerts',
  'fetch',
  'unified',
] as const;
export type HelpTopicId = (typeof helpTopicIds)[number];

/** A part of the help, with the words that people look for it by, in every language. */
export interface HelpTopic {
  readonly id: HelpTopicId;
  readonly title: MessageKey;
  readonly words: readonly string[];
}

export const helpTopics: readonly HelpTopic[] = helpTopicIds.map((id) => ({
  id,
  title: `help.${id}.title`,
  words: topicWords[id],
}));
