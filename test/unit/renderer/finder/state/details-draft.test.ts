import { expect, it } from 'vitest';
import {
  changeBetween,
  draftOf,
  hostsToConfirm,
  withText,
} from '../../../../../src/renderer/finder/state/draft.ts';
import { Drafts } from '../../../../../src/renderer/finder/state/drafts.ts';
import { aCustomer } from '../../../support/samples.ts';

const customer = aCustomer({
  name: 'Mine',
  ownName: 'Mine',
  aliases: ['ct', 'ctso'],
  instruction: { text: 'Call first', atLaunch: true },
  links: [{ name: 'Access package', url: 'https://myaccess.microsoft.com/@contoso.com' }],
});

it('a form that was only looked at changes nothing', () => {
  expect(changeBetween(draftOf(customer), draftOf(customer))).toEqual({});
});

it('changes what was changed, as lists and nothing where nothing was left', () => {
  const before = draftOf(customer);
  const after = {
    ...before,
    name: ' ',
    aliases: 'ct\n \n new \nthird',
    tags: 'gold, , france; soc',
    atLaunch: false,
    links: 'Wiki of theirs https://wiki.example/a\n\nhttps://b.example/',
    isolation: 'sealed' as const,
  };
  expect(changeBetween(before, after)).toEqual({
    name: null,
    aliases: ['ct', 'new', 'third'],
    tags: ['gold', 'france', 'soc'],
    instruction: { text: 'Call first', atLaunch: false },
    links: [
      { name: 'Wiki of theirs', url: 'https://wiki.example/a' },
      { name: '', url: 'https://b.example/' },
    ],
    isolation: 'sealed',
  });
  expect(changeBetween(after, { ...after, isolation: '', instruction: '' })).toEqual({
    isolation: null,
    instruction: null,
  });
});

it('the hosts of links that nothing opens yet are told once each', () => {
  const links = [
    'Wiki https://wiki.example/a',
    'And https://wiki.example/b',
    'Runbook https://RUN.example/',
    'Known https://known.example/',
    'Portal https://security.microsoft.com/incidents',
    'not an address',
  ].join('\n');
  expect(hostsToConfirm({ links }, customer, ['known.example'])).toEqual(['wiki.example', 'run.example']);
});

it('keeps an alias that holds a comma in one piece when another one is added', () => {
  const before = draftOf(aCustomer({ aliases: ['Contoso, Inc.', 'A; B'] }));
  const after = { ...before, aliases: `${before.aliases}\nCTS` };
  expect(changeBetween(before, after)).toEqual({ aliases: ['Contoso, Inc.', 'A; B', 'CTS'] });
});

it('what was typed comes back over what holds by then, until it is discarded or typed back', () => {
  const drafts = new Drafts();
  const before = draftOf(customer);
  drafts.keep(customer.tenantId, before, { ...before, note: 'Ring first' });
  const changed = { ...customer, tags: ['gold'] };
  expect(drafts.of(changed)).toEqual({ ...draftOf(changed), note: 'Ring first' });
  drafts.keep(customer.tenantId, before, before);
  expect(drafts.has(customer.tenantId)).toBe(false);
  drafts.keep(customer.tenantId, before, { ...before, note: 'Ring first' });
  drafts.discard(customer.tenantId);
  expect(drafts.of(customer)).toEqual(before);
});

it('an instruction written for the first time is to be read before launches, unless the user says otherwise', () => {
  const opened = draftOf(aCustomer());
  const begun = withText(opened, opened, 'instruction', 'R');
  expect(begun.atLaunch).toBe(true);
  expect(withText(opened, { ...begun, atLaunch: false }, 'instruction', 'Ri').atLaunch).toBe(false);
  // One that is taken back leaves nothing changed.
  expect(withText(opened, begun, 'instruction', '')).toEqual(opened);
  expect(withText(opened, opened, 'note', 'N').atLaunch).toBe(false);
});

it('an instruction that is there already keeps its choice', () => {
  const opened = { ...draftOf(customer), atLaunch: false };
  expect(withText(opened, { ...opened, instruction: '' }, 'instruction', 'Other').atLaunch).toBe(false);
});
