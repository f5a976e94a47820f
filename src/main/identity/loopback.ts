import { request } from 'node:http';

/**
 * Ends MSAL's wait for the user: answers its loopback server as the sign-in page would for a user who cancelled.
 * MSAL itself waits for ever and has no call for this. `page` is the address MSAL wanted opened.
 */
export function answerCancelled(page: string): void {
  const query = new URL(page).searchParams;
  const { port } = new URL(query.get('redirect_uri') ?? '');
  const body = new URLSearchParams({ error: 'user_cancelled', state: query.get('state') ?? '' }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  // SECURITY: to this machine only, whatever the address says.
  const post = request({ host: '127.0.0.1', port, method: 'POST', path: '/', headers, agent: false });
  // Nobody listens any more: then nothing waits any more either.
  post.on('error', () => undefined);
  post.on('response', (answer) => answer.resume());
  post.end(body);
}
