import { describe, expect, it } from 'vitest';
import { completionsOf } from '../../../../../src/renderer/finder/results/completions.ts';
import { translator } from '#shared/locales/messages.ts';
import { aCustomer } from '../../../support/samples.ts';

const customers = new Map(
  [
    aCustomer({ tags: ['gold', 'Nordic'] }),
    aCustomer({ tags: ['Gold'] }),
    aCustomer({ tags: ['golf'] }),
    aCustomer({ tags: ['silver'], hidden: true }),
  ].map((customer) => [customer.tenantId, customer]),
);
const labels = (query: string, language: 'en' | 'fr' = 'en') =>
  completionsOf(query, customers, translator(language)).map(({ label, count }) =>
    `${label} ${count ?? ''}`.trim(),
  );

describe('what a tag or filter may become', () => {
  it('is every tag, the one of most customers first, as it is written', () => {
    expect(labels('#')).toEqual(['#gold 2', '#Nordic 1', '#golf 1']);
    expect(labels('#go')).toEqual(['#gold 2', '#golf 1']);
    expect(labels('#NOR')).toEqual(['#Nordic 1']);
  });

  it('is nothing once it stands there, where nothing begins so, or where no sign was typed', () => {
    expect(labels('#gold')).toEqual([]);
    expect(labels('#sil')).toEqual([]);
    expect(labels('contoso')).toEqual([]);
    expect(labels('is:open')).toEqual([]);
  });

  it('is a filter in the language of the window, behind a name too', () => {
    expect(labels('is:')).toEqual(['is:favourite', 'is:open', 'is:ending', 'is:gone', 'is:hidden']);
    expect(completionsOf('contoso is:h', customers, translator('en'))).toEqual([
      { label: 'is:hidden', query: 'contoso is:hidden ' },
    ]);
    expect(labels('est:m', 'fr')).toEqual(['est:masqué']);
  });
});
