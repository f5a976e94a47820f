/** How much a user may write about one customer: characters in a text, entries in a list. */
export const annotationLimits = {
  name: 200,
  alias: 100,
  aliases: 50,
  tag: 50,
  tags: 50,
  note: 10_000,
  instruction: 2_000,
  link: 2_000,
  linkName: 100,
  links: 30,
  id: 200,
} as const;
