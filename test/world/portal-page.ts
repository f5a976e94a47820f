import { createHash } from 'node:crypto';
import type { Reply } from './exchange.ts';
import { escapeHtml, page } from './page.ts';
import type { WorldTenant } from './tenants.ts';
import { httpCookiePrefix } from './visits.ts';

export interface PortalPageParts {
  readonly visit: number;
  readonly portal: string;
  readonly path: string;
  /** What the address named, found or not. */
  readonly reference: string | null;
  readonly tenant: WorldTenant | undefined;
}

const style = (hue: number): string => `
  header { display: flex; align-items: center; gap: 12px; padding: 10px 16px; color: #fff; background: hsl(${hue} 55% 28%); }
  .layout { display: flex; min-height: calc(100vh - 80px); }
  nav { width: 200px; padding: 16px; background: #fff; border-right: 1px solid #e1dfdd; }
  nav ul { margin: 0; padding: 0; list-style: none; line-height: 2.2; color: #605e5c; }
  main { flex: 1; padding: 32px 40px; }
  h1 { margin: 0; font-size: 56px; line-height: 1.1; color: hsl(${hue} 55% 28%); }
  .domain { font-size: 28px; margin: 8px 0 0; }
  .tid { font: 20px "Cascadia Mono", "Liberation Mono", monospace; margin: 8px 0 32px; }
  .cards { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 16px; }
  .cards section { min-height: 140px; padding: 16px; background: #fff; border: 1px solid #e1dfdd; border-radius: 4px; }
  .cards h2 { margin: 0 0 8px; font-size: 16px; }
  .cards p { margin: 0; color: #605e5c; font-size: 14px; }
`;

/** Looks for marks of earlier visits, leaves its own, and tells the world what it found: in this order. */
const script = `(async () => {
  const { visit, tid } = JSON.parse(document.body.querySelector('main').dataset.visit);
  const ids = (names, prefix) => names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const opening = indexedDB.open('world', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('tenants');
  const database = await settled(opening);
  const mark = '/world/mark';
  const cachedMark = () => fetch(mark, { cache: 'only-if-cached', mode: 'same-origin' }).then(
    async (answer) => (answer.ok ? [await answer.text()] : []),
    () => [],
  );
  const store = (mode) => database.transaction('tenants', mode).objectStore('tenants');
  const found = {
    visit,
    scriptCookies: ids(document.cookie.split('; ').map((pair) => pair.split('=')[0]), 'world-script-'),
    localStorage: ids(Object.keys(localStorage), 'world-tenant-'),
    indexedDb: await settled(store('readonly').getAllKeys()),
    httpCache: await cachedMark(),
    cacheStorage: ids(await caches.keys(), 'world-cache-'),
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).flatMap(({ active, installing, waiting }) =>
      [active, installing, waiting].flatMap((worker) => worker ? [new URL(worker.scriptURL).searchParams.get('tid')] : [])),
  };
  if (tid) {
    document.cookie = 'world-script-' + tid + '=1; Secure; SameSite=Lax; Path=/; Max-Age=86400';
    localStorage.setItem('world-tenant-' + tid, new Date().toISOString());
    await settled(store('readwrite').put(new Date().toISOString(), tid));
    await caches.open('world-cache-' + tid);
    await fetch(mark, { headers: { 'x-world-tenant': tid } }).then((answer) => answer.text());
    await navigator.serviceWorker.register('/world/worker.js?tid=' + tid);
  }
  await fetch('/world/report', { method: 'POST', body: JSON.stringify(found) });
  document.documentElement.dataset.reported = 'yes';
})();`;

/** A placeholder of a portal that shows in large letters whose it is. */
export function portalPage(parts: PortalPageParts): Reply {
  const { visit, portal, path, tenant } = parts;
  const tid = tenant?.tenantId ?? null;
  const { name, domain, id } = headingOf(parts);
  const pages = ['Home', 'Incidents', 'Alerts', 'Hunting', 'Devices', 'Email', 'Settings'];
  const cards = ['Active incidents', 'Devices at risk', 'Secure score'];
  return page({
    title: `${name} - ${portal} (local world)`,
    style: style(hueOf(id)),
    script,
    headers: tid === null ? {} : { 'set-cookie': `${httpCookiePrefix}${tid}=1; ${cookieAttributes}` },
    body: `<header><strong>${escapeHtml(portal)}</strong><span>${escapeHtml(path)}</span></header>
<div class="layout"><nav><ul>${pages.map((each) => `<li>${each}</li>`).join('')}</ul></nav>
<main data-visit="${escapeHtml(JSON.stringify({ visit, tid }))}"><h1>${escapeHtml(name)}</h1>
<p class="domain">${escapeHtml(domain)}</p><p class="tid">${escapeHtml(id)}</p>
<div class="cards">${cards.map((each) => `<section><h2>${each}</h2><p>No data: this is a placeholder.</p></section>`).join('')}</div>
</main></div>`,
  });
}

const cookieAttributes = 'HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=86400';

function headingOf({ tenant, reference }: PortalPageParts): { name: string; domain: string; id: string } {
  if (tenant !== undefined) return { name: tenant.name, domain: tenant.defaultDomain, id: tenant.tenantId };
  const domain = 'The address names no customer of the local world.';
  if (reference === null) return { name: 'Your own tenant', domain, id: 'no tenant' };
  return { name: 'Unknown tenant', domain, id: reference };
}

function hueOf(tenantId: string): number {
  return createHash('sha256').update(tenantId).digest().readUInt16BE(0) % 360;
}
