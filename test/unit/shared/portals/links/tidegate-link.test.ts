import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { readTidegateLink } from '#shared/portals/links/tidegate-link.ts';
import { isCatalogueId } from '#shared/portals/catalogue-ids.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { aTenantId } from '../../../support/samples.ts';

const tenantId = aTenantId();
const other = aTenantId();
const portal = (id: string) => encodeURIComponent(`https://security.microsoft.com/alerts?tid=${id}`);

describe('a link of Tidegate’s own', () => {
  it.each([
    [`tidegate://open?tenant=${tenantId}`, { kind: 'open', tenantId, page: 'defender' }],
    [`tidegate://open/?tenant=${tenantId}`, { kind: 'open', tenantId, page: 'defender' }],
    [
      `TIDEGATE://OPEN?page=incidents&tenant=${tenantId.toUpperCase()}`,
      { kind: 'open', tenantId, page: 'incidents' },
    ],
    [
      `tidegate://open?tenant=${tenantId}&url=${portal(tenantId)}`,
      {
        kind: 'openLink',
        text: `https://security.microsoft.com/alerts?tid=${tenantId}`,
        shown: tenantId,
      },
    ],
  ])('%s', (link, command) => {
    expect(readTidegateLink(link)).toEqual(ok(command));
  });

  const query = `tenant=${tenantId}`;
  it.each([
    'tidegate:',
    'tidegate://open',
    'tidegate://open?',
    'tidegate://open?page=incidents',
    `tidegate:open?${query}`,
    `tidegate:///open?${query}`,
    `tidegate://wipe?${query}`,
    `tidegate://open/../wipe?${query}`,
    `tidegate://user@open?${query}`,
    `tidegate://open:80?${query}`,
    `tidegate://open?${query}#fragment`,
    `tidegate://open?${query}&`,
    `tidegate://open?${query}&${query}`,
    `tidegate://open?${query}&tenant=${other}`,
    `tidegate://open?${query}&path=/bin/sh`,
    `tidegate://open?${query}&args=--no-sandbox`,
    `tidegate://open?${query}&page=incidents&url=${portal(tenantId)}`,
    `tidegate://open?${query}&page=../../etc/passwd`,
    `tidegate://open?${query}&page=toString`,
    `tidegate://open?${query}&page=own-1`,
    `tidegate://open?${query}&page=link:https://evil.example/`,
    `tidegate://open?${query}&Page=incidents`,
    `tidegate://open?${query}%00`,
    `tidegate://open?${query}%20`,
    `tidegate://open?tenant=%7B${tenantId}%7D`,
    `tidegate://open?tenant=%E0%A4%A`,
    `tidegate://open?${query}&page=incidents --gpu-launcher=sh`,
    ` tidegate://open?${query}`,
    `tidegate://open?${query}\n`,
    'tidegate://open?tenant=9188040d-6c67-4c5b-b112-36a304b66dad',
    `tidegate://open?${query}&url=${'a'.repeat(9_000)}`,
  ])('is void as a whole when it is %j', (link) => {
    expect(readTidegateLink(link)).toEqual(err(problem('link-malformed', { text: link.slice(0, 80) })));
  });

  it.each([
    ['link-ambiguous', portal(other)],
    ['link-host-unlisted', encodeURIComponent(`https://evil.example/?tid=${tenantId}`)],
    ['link-look-alike', encodeURIComponent(`https://security.rnicrosoft.com/?tid=${tenantId}`)],
    ['link-disguised', encodeURIComponent(`https://security.microsoft.com@evil.example/?tid=${tenantId}`)],
    ['link-not-https', encodeURIComponent('javascript:alert(1)')],
    ['link-not-https', encodeURIComponent('file:///etc/passwd')],
  ])('is refused with %s for the link in it', (kind, url) => {
    expect(readTidegateLink(`tidegate://open?${query}&url=${url}`)).toMatchObject({ error: { kind } });
  });

  it('never throws, and never means anything but a tenant and a known page or a portal link', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'tidegate://open?',
        'tenant=',
        'page=',
        'url=',
        '&',
        query,
        'incidents',
        portal(other),
        '%',
        '#',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const read = readTidegateLink(pieces.join(''));
        if (!read.ok) return;
        const command = read.value;
        if (command.kind === 'open') {
          expect(parseTenantId(command.tenantId)).toBe(command.tenantId);
          expect(isCatalogueId(command.page)).toBe(true);
          expect(Object.keys(command).sort()).toEqual(['page', 'kind', 'tenantId']);
        } else expect(new URL(command.text).protocol).toBe('https:');
      }),
      { numRuns: 2_000 },
    );
  });
});
