import { writeSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProfilePreparer } from '../../../../src/main/browsers/launch/prepare-profile.ts';
import { findProfiles } from '../../../../src/main/browsers/profiles/profile-on-disk.ts';
import { deleteProfile } from '../../../../src/main/browsers/profiles/remove-profile.ts';
import { planOf } from './profile-plan.ts';

// A process that makes and deletes profiles until it is killed. What it says on its standard output is one synchronous
// write to a pipe each time: `making`, `made`, `deleting` or `deleted`, and which.

const root = process.argv[2] ?? '';
const say = (word: string, which: number): void => void writeSync(1, `${word} ${which}\n`);

const preparer = new ProfilePreparer();
say('started', 0);
for (let turn = 0; ; turn += 1) {
  const which = turn % 3;
  const plan = planOf(root, which);
  say('making', which);
  const made = await preparer.prepare(plan);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  say('made', which);
  // As a browser would: a deletion has more to take apart than what is seeded.
  for (const name of ['Cookies', 'Cache/page', 'Local Storage/log']) {
    const file = join(plan.place.profileFolder, name);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, 'signed in');
  }
  const state = join(plan.place.dataFolder, 'Local State');
  if ((await readFile(state, 'utf8').catch(() => '')) === '') await writeFile(state, '{"profile":{}}');
  const { profiles } = await findProfiles([root], 'linux');
  const profile = profiles.find(({ id }) => id === plan.id);
  if (profile === undefined) throw new Error('what was made is found');
  say('deleting', which);
  const gone = await deleteProfile(profile, 'Chromium', 'linux');
  if (!gone.ok) throw new Error(JSON.stringify(gone.error));
  say('deleted', which);
}
