import { requestOf } from './client.ts';
import type { ClientReply, WorldAddress } from './client.ts';

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

/**
 * Signs in as a browser would: opens the authorize URL, picks the account (null: Cancel) and posts the form that
 * comes back to the application, whose answer is returned. Rejects when the page is an error page.
 */
export async function signInBy(
  world: WorldAddress,
  authorizeUrl: string,
  username: string | null,
): Promise<ClientReply> {
  const picker = await requestOf(world, authorizeUrl);
  const asked = formIn(picker.body);
  const answered = asked.fields.has('context')
    ? await requestOf(world, new URL(asked.action, authorizeUrl).href, {
        method: 'POST',
        headers: formHeaders,
        body: new URLSearchParams([...asked.fields, ['account', username ?? '']]).toString(),
      })
    : picker;
  const back = formIn(answered.body);
  return requestOf(world, back.action, {
    method: 'POST',
    headers: formHeaders,
    body: back.fields.toString(),
  });
}

function formIn(html: string): { readonly action: string; readonly fields: URLSearchParams } {
  const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1];
  if (action === undefined)
    throw new Error(`There is no form on this page: ${/<main>.*<\/main>/s.exec(html)?.[0] ?? html}`);
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of inputs) fields.append(unescapeHtml(name), unescapeHtml(value));
  return { action: unescapeHtml(action), fields };
}

function unescapeHtml(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}
