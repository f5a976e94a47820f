import type { Session } from 'electron';
import type { World } from '../../world/world.ts';

/** Stands for Electron's session: finds the world at Microsoft's addresses, and follows redirects when it may. */
export function worldSession(world: World): Pick<Session, 'fetch'> {
  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    const { method = 'GET', headers, body } = init;
    const request = {
      method,
      headers: headers as Record<string, string>,
      ...(typeof body === 'string' ? { body } : {}),
    };
    const reply = await world.request(url, request).catch(() => {
      throw new Error('net::ERR_CONNECTION_REFUSED');
    });
    const location = reply.headers.location;
    if (reply.status >= 300 && reply.status < 400 && location !== undefined) {
      if (init.redirect === 'error')
        throw new Error("Attempted to redirect, but redirect policy was 'error'");
      return ask(new URL(location, url).href, init);
    }
    const answer = Object.entries(reply.headers).map(([name, value]) => [name, String(value)] as const);
    return new Response(reply.body, { status: reply.status, headers: Object.fromEntries(answer) });
  };
  return { fetch: (url, init = {}) => ask(typeof url === 'string' ? url : url.url, init) };
}
