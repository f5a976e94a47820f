import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProfilePreparer } from '../../../../src/main/browsers/launch/prepare-profile.ts';
import { findProfiles } from '../../../../src/main/browsers/profiles/profile-on-disk.ts';
import { removeTree } from '../../../../src/main/browsers/profiles/remove-profile.ts';
import { bundleScript } from '../../support/bundle.ts';
import { killAfter } from '../../support/kill.ts';
import { newSeed, seeded } from '../../support/seeded.ts';
import { planOf } from './profile-plan.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const kills = 60;
/**
 * A child is killed at most so many milliseconds after its first word: some ten profiles. It lives longer where ten children came
 * to no deletion in that time.
 */
const longestLife = 30;

let place: string;
let script: string;

beforeAll(async () => {
  place = await temporaryFolder('tidegate-kill-profiles-');
  script = await bundleScript(join(import.meta.dirname, 'profile-worker.ts'), place);
});
afterAll(() => removeFolder(place));

it(`of ${kills} processes that are killed while they make and delete profiles, each leaves what the next launch can use`, async () => {
  const seed = newSeed();
  const random = seeded(seed);
  const root = join(place, 'data');
  const interrupted = new Set<string>();
  for (let kill = 1; kill <= kills; kill += 1) {
    const slow = interrupted.has('deleting') ? 1 : 2 ** Math.floor(kill / 10);
    const milliseconds = random() * longestLife * slow;
    const { said, endedByItself } = await killAfter(script, [root], milliseconds);
    const last = said.trimEnd().split('\n').at(-1) ?? '';
    const which = `kill ${kill} of seed ${seed}, after ${milliseconds.toFixed(1)} ms, at "${last}"`;
    expect(endedByItself, which).toBeUndefined();
    interrupted.add(last.replace(/ \d$/, ''));

    // What is left is a profile of ours, or what a deletion was taking apart: nothing else, and the latter can go.
    const { leftovers } = await findProfiles([root], 'linux');
    for (const leftover of leftovers) await removeTree(leftover);
    expect((await findProfiles([root], 'linux')).leftovers, which).toEqual([]);
    // The next launch of each customer finds a whole profile, or makes it whole.
    for (const customer of [0, 1, 2]) {
      const plan = planOf(root, customer);
      expect(await new ProfilePreparer().prepare(plan), which).toMatchObject({ ok: true });
      for (const { path, content } of plan.seeds) expect(await readFile(path, 'utf8'), which).toBe(content);
      expect((await lstat(plan.place.profileFolder)).isDirectory(), which).toBe(true);
    }
  }
  // The kills came while there was something to break.
  expect([...interrupted]).toEqual(expect.arrayContaining(['making', 'deleting']));
}, 900_000);
