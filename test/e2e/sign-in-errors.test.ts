import { signIn } from './support/first-run.ts';
import { expect, test } from './support/test.ts';

test('a proxy that cannot be reached is told apart from a network that is down', async ({ world, start }) => {
  const application = await start({ https_proxy: 'http://127.0.0.1:9' });
  const setup = await application.setup();
  await signIn(setup, world);
  const refused = setup.getByText('The proxy on the way to login.microsoftonline.com refuses');
  await expect(refused).toContainText('ERR_PROXY_CONNECTION_FAILED');
});
