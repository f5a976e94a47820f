import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { clouds } from '#shared/settings/cloud.ts';
import { permissions, scopeOf, signInScopes } from '#shared/settings/permissions.ts';

test('docs/sign-in.md names every permission that is asked for', async () => {
  const document = await readFile(new URL('../../../../docs/sign-in.md', import.meta.url), 'utf8');
  for (const { name } of Object.values(permissions)) expect(document).toContain(`\`${name}\``);
});

test('a sign-in asks for what is on and nothing else, in the cloud in force', () => {
  expect(signInScopes({ sources: ['gdap'], lookUpNames: false }, clouds.usgov)).toEqual([
    'https://graph.microsoft.us/DelegatedAdminRelationship.Read.All',
  ]);
  expect(signInScopes({ sources: [], lookUpNames: true }, clouds.public)).toEqual([
    scopeOf('names', clouds.public),
  ]);
});
