import { topicWords } from '../locales/found-words.ts';
import type { MessageKey } from '../locales/messages.ts';
import { helpTopicIds, type HelpTopicId } from './topic-ids.ts';

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
