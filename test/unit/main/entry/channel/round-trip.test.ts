import { describe, expect, it } from 'vitest';
import { listEncodings } from '#shared/imports/list-encoding.ts';
import { RequestReader } from '../../../../../src/main/entry/channel/request-reader.ts';
import { requestBytes, type ChannelRequest } from '../../../../../src/main/entry/channel/wire.ts';

type Kind = ChannelRequest['do'];
type Whole = { readonly [K in Kind]: Required<Extract<ChannelRequest, { do: K }>> };

const content = Buffer.from('Name;Tenant\nGröße\0\n', 'latin1');

/** Every kind with every field it may have: a field that is added later is missed here by the compiler. */
const whole: Whole = {
  open: {
    do: 'open',
    customer: 'Contoso "Ltd"\n',
    page: 'incidents',
    browser: 'edge-beta',
    isolation: 'profile',
    dryRun: true,
  },
  import: { do: 'import', content, encoding: 'windows-1252', dryRun: true },
  export: { do: 'export', file: '/home/ana/list.csv', format: 'csv' },
  sync: { do: 'sync' },
  toggle: { do: 'toggle' },
  wipe: { do: 'wipe' },
  state: { do: 'state' },
};

/** What the other end makes of a request that arrives in pieces of so many bytes. */
function heardOf(request: ChannelRequest, bytes: number): unknown {
  const reader = new RequestReader();
  const sent = Buffer.from(requestBytes(request));
  for (let from = 0; from < sent.length; from += bytes) {
    const heard = reader.add(sent.subarray(from, from + bytes));
    if (heard.kind !== 'line' && heard.kind !== 'list') return heard;
  }
  return undefined;
}

const pieces = [1, 7, 1024];

describe.each(Object.values(whole))('the request to $do', (request: ChannelRequest) => {
  it('arrives with every field it was sent with', () => {
    for (const bytes of pieces) expect(heardOf(request, bytes)).toEqual({ kind: 'request', request });
  });

  it('arrives without the fields that it was sent without', () => {
    const optional = ['page', 'browser', 'isolation', 'encoding'];
    const bare = Object.fromEntries(Object.entries(request).filter(([name]) => !optional.includes(name)));
    for (const bytes of pieces)
      expect(heardOf(bare as ChannelRequest, bytes)).toStrictEqual({ kind: 'request', request: bare });
  });
});

it.each(listEncodings)('a list is read as %s where the command line says so', (encoding) => {
  const request = { do: 'import', content, encoding, dryRun: false } as const;
  expect(heardOf(request, 64)).toEqual({ kind: 'request', request });
});
