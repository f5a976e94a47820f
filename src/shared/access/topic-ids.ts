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
