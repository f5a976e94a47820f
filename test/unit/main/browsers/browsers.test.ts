import { describe, expect, it } from 'vitest';
import { ok } from '#shared/problems/result.ts';
import type { Browser, Discovery } from '../../../../src/main/browsers/browser.ts';
import { Browsers } from '../../../../src/main/browsers/browsers.ts';
import { aBrowser, aRequest } from './plans.ts';

const request = aRequest();

const browser = (id: string): Browser => aBrowser({ id, name: id, executable: `/usr/bin/${id}` });

function browsers(...discoveries: Discovery[]): Browsers {
  return browsersBy(() => Promise.resolve(discoveries.shift() ?? { browsers: [], refused: [] }));
}

function browsersBy(discover: () => Promise<Discovery>): Browsers {
  return new Browsers({
    places: ok({
      platform: 'linux',
      home: '/home/ana',
      dataRoot: '/home/ana/data',
      salt: 'salt',
      hosts: () => ['security.microsoft.com'],
    }),
    discover,
    launcher: { launch: () => Promise.reject(new Error('nothing is launched here')) },
  });
}

describe('the browsers of this machine', () => {
  it('the best is used when none was chosen, the chosen one otherwise', async () => {
    const service = browsers({ browsers: [browser('edge'), browser('chrome')], refused: [] });
    await service.discover();
    expect(service.plan(request, null)).toMatchObject({ value: { executable: '/usr/bin/edge' } });
    expect(service.plan(request, 'chrome')).toMatchObject({ value: { executable: '/usr/bin/chrome' } });
  });

  it('during the first look the plan waits for it, and is for what was asked before', async () => {
    const service = browsers({ browsers: [browser('edge')], refused: [] });
    const look = service.discover();
    const planned = service.plan(request, null);
    await look;
    expect(await planned).toMatchObject({ value: { executable: '/usr/bin/edge', url: request.url } });
  });

  it('a chosen browser that is not there is a problem, not another browser', async () => {
    const service = browsers({ browsers: [browser('edge')], refused: [] });
    await service.discover();
    expect(service.plan(request, 'chrome')).toMatchObject({
      error: { kind: 'browser-not-found', values: { browser: 'chrome' } },
    });
  });

  it('before the first look the plan begins it, and waits', async () => {
    const service = browsers({ browsers: [browser('edge')], refused: [] });
    expect(await service.plan(request, null)).toMatchObject({ value: { executable: '/usr/bin/edge' } });
  });

  it('none at all is a problem that says so', async () => {
    expect(await browsers().plan(request, null)).toMatchObject({ error: { kind: 'no-browser' } });
  });

  it('an older look that ends last does not take the place of a newer one', async () => {
    const ends: ((discovery: Discovery) => void)[] = [];
    const service = browsersBy(() => new Promise((end) => ends.push(end)));
    const [older, newer] = [service.discover(), service.discover()];
    ends[1]?.({ browsers: [browser('chrome')], refused: [] });
    await newer;
    ends[0]?.({ browsers: [browser('edge')], refused: [] });
    expect((await older).browsers).toMatchObject([{ id: 'chrome' }]);
    expect(service.found).toMatchObject([{ id: 'chrome' }]);
  });

  it('one that cannot be used is named, with where it is', async () => {
    const chrome = { name: 'Google Chrome', path: '/usr/bin/flatpak', reason: 'flatpak' } as const;
    const service = browsers({ browsers: [], refused: [chrome] });
    await service.discover();
    expect(service.plan(request, null)).toMatchObject({
      error: { kind: 'browser-confined', values: { browser: 'Google Chrome', path: '/usr/bin/flatpak' } },
    });
  });

  it('a look that is still going on leaves what the last one found', async () => {
    const service = browsers({ browsers: [browser('edge')], refused: [] }, { browsers: [], refused: [] });
    await service.discover();
    const again = service.discover();
    expect(service.plan(request, null)).toMatchObject({ ok: true });
    await again;
    expect(service.plan(request, null)).toMatchObject({ ok: false });
  });
});
