import { fc } from './fast-check.ts';
import type { Annotation, AnnotationChange, CustomLink, Instruction } from '#shared/customer/customer.ts';
import { isolationLevels } from '#shared/customer/isolation.ts';

/** Texts as people, spreadsheets and attackers write them. */
export const roughText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...['=', '+', '-', '@', "'", '"', '\t', '\r', '\n', ';', ',', '|', '\\', '#', ' ']),
      fc.constantFrom('=HYPERLINK("https://evil.example")', 'Société', '東京', '👩‍🚒', '\u202E', '\u0000'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const link: fc.Arbitrary<CustomLink> = fc.record({
  name: roughText,
  url: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true }),
});

const instruction: fc.Arbitrary<Instruction> = fc.record({ text: roughText, atLaunch: fc.boolean() });

/** Whatever a user may write about a customer, before it is cleaned. */
export const annotationChanges: fc.Arbitrary<AnnotationChange> = fc.record(
  {
    name: roughText,
    aliases: fc.array(roughText, { maxLength: 4 }),
    tags: fc.array(roughText, { maxLength: 4 }),
    favourite: fc.boolean(),
    hidden: fc.boolean(),
    note: roughText,
    instruction,
    colour: fc.constantFrom('#036bb9', '036BB9', ''),
    links: fc.array(link, { maxLength: 3 }),
    browser: fc.constantFrom('edge', 'chromium', ''),
    isolation: fc.constantFrom(...isolationLevels),
    ownProfile: roughText,
    accountId: roughText,
  } satisfies { readonly [K in keyof Annotation]-?: fc.Arbitrary<Annotation[K]> },
  { requiredKeys: [] },
);
