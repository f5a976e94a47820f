import { expect, it } from 'vitest';
import { isInFeed, isVersion, readFeed } from '../../../../src/main/updates/feed.ts';
import { fc } from '../../support/fast-check.ts';

const good = { provider: 'generic', url: 'https://updates.example/tidegate', publisherName: ['Us'] };

it('a feed is one https folder and the names of who signs', () => {
  const feed = readFeed(good, 'win32');
  expect(feed?.url.href).toBe('https://updates.example/tidegate/');
  expect(feed?.publishers).toEqual(['Us']);
  expect(readFeed({ ...good, publisherName: 'Us' }, 'win32')?.publishers).toEqual(['Us']);
});

it.for([
  { ...good, url: 'http://updates.example/' },
  { ...good, url: 'https://user@updates.example/' },
  { ...good, url: 'https://updates.example:8443/' },
  { ...good, url: 'https://updates.example/?a=b' },
  { ...good, url: 'file:///share/' },
  { ...good, url: '\\\\share\\updates' },
  { ...good, provider: 'github' },
  { ...good, provider: 's3' },
  { ...good, url: undefined },
  null,
  'generic',
  [],
])('%j is no feed', (content) => {
  expect(readFeed(content, 'darwin')).toBeUndefined();
});

it.for([undefined, null, '', [], [' '], 5])(
  'on Windows a feed without a publisher’s name (%j) is none',
  (publisherName) => {
    expect(readFeed({ ...good, publisherName }, 'win32')).toBeUndefined();
    expect(readFeed({ ...good, publisherName }, 'linux')?.publishers).toEqual([]);
  },
);

const feed = readFeed(good, 'win32') ?? { url: new URL('https://none.invalid/'), publishers: [] };

it.for([
  'http://updates.example/tidegate/a.exe',
  'https://updates.example.evil.example/tidegate/a.exe',
  'https://updates.example@evil.example/tidegate/a.exe',
  'https://updates.example:444/tidegate/a.exe',
  'https://updates.example/other/a.exe',
  'https://updates.example/tidegate/../other/a.exe',
  'https://updates.example/tidegate-other/a.exe',
  'file:///tidegate/a.exe',
  'a.exe',
])('%s is outside the feed', (address) => {
  expect(isInFeed(feed, address)).toBe(false);
});

it('whatever is in the feed is on its host, over https', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((end) => `https://updates.example/tidegate/${end}`),
      ),
      (address) => {
        if (!isInFeed(feed, address)) return;
        const { host, protocol } = new URL(address);
        expect([protocol, host]).toEqual(['https:', 'updates.example']);
      },
    ),
  );
  expect(isInFeed(feed, 'https://updates.example/tidegate/latest.yml?noCache=1')).toBe(true);
});

it.for([
  '1.2',
  '1.2.3; rm -rf /',
  '1.2.3 ',
  'v1.2.3',
  '1.2.3-',
  '1.2.3-a..b',
  '01234567.1.1',
  `1.2.3-${'a'.repeat(50)}`,
  '',
])('"%s" is no version', (text) => expect(isVersion(text)).toBe(false));
it.for(['1.2.3', '0.0.9', '1.2.3-rc.1'])('"%s" is one', (text) => expect(isVersion(text)).toBe(true));
