import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalLine } from '../../../../../src/main/state/journal/journal.ts';
import { bundleScript } from '../../../support/bundle.ts';
import { killAfter } from '../../../support/kill.ts';
import { newSeed, seeded } from '../../../support/seeded.ts';
import { isWindows } from '../../../../support/systems.ts';
import { entryOf, lineOf, type Entry } from './written.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

/** Wine takes a second for each start. */
const kills = isWindows ? 60 : 200;
/** A child is killed at most so many milliseconds after it has begun to write: some ten writes. */
const longestLife = 40;

let place: string;
let script: string;

beforeAll(async () => {
  place = await temporaryFolder('tidegate-kill-');
  script = await bundleScript(join(import.meta.dirname, 'writer.ts'), place);
});
afterAll(() => removeFolder(place));

/** What one child said before it was killed; 0 for what it did not come to say. */
interface Life {
  /** What it found on disk when it started. */
  readonly read: number;
  /** The last value that it meant to write. */
  readonly asked: number;
  /** The newest value that the store said is on disk. */
  readonly kept: number;
  /** The newest line that the journal said is on disk. */
  readonly noted: number;
  readonly failed: string | undefined;
}

/** Starts a child and kills it so many milliseconds after its first word. */
async function live(folder: string, milliseconds: number): Promise<Life> {
  const { said, endedByItself } = await killAfter(script, [folder], milliseconds);
  const last = (word: string) =>
    Number([...said.matchAll(new RegExp(`^${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  const failed = endedByItself ?? /^failed .*/m.exec(said)?.[0];
  return { read: last('read'), asked: last('asked'), kept: last('kept'), noted: last('noted'), failed };
}

describe(`of ${kills} processes that are killed while they write`, () => {
  it('each leaves a whole file, no older than the last write that was said to be done, and a whole journal', async () => {
    const seed = newSeed();
    const random = seeded(seed);
    const folders = ['one', 'other'].map((name) => join(place, name));
    for (const folder of folders) await mkdir(folder);
    // Two at a time, each with a folder of its own: most of the time a child only starts.
    const halfDone = await Promise.all(folders.map((folder) => killAgainAndAgain(folder, seed, random)));
    // Were no kill to hit a write half done, all this would prove nothing.
    expect(halfDone.reduce((sum, each) => sum + each)).toBeGreaterThan(0);
  }, 900_000);
});

/** Returns how many kills left a write half done behind. */
async function killAgainAndAgain(folder: string, seed: number, random: () => number): Promise<number> {
  let kept = 0;
  let asked = 0;
  let noted = 0;
  let halfDone = 0;
  /** What kills left behind the last line break of the journal: the next process closes the line and begins another. */
  const cutOff = new Set<string>();
  for (let kill = 1; kill <= kills / 2; kill += 1) {
    const milliseconds = random() * longestLife;
    const which = `kill ${kill} in ${basename(folder)} of seed ${seed}, after ${milliseconds.toFixed(1)} ms`;
    const life = await live(folder, milliseconds);
    expect(life.failed, which).toBeUndefined();
    // What the next process reads is what the last one left.
    expect(life.read, which).toBeGreaterThanOrEqual(kept);
    expect(life.read, which).toBeLessThanOrEqual(asked);
    kept = Math.max(kept, life.read, life.kept);
    asked = Math.max(asked, life.asked);
    noted = Math.max(noted, life.noted);

    const { n, filler } = await valueIn(join(folder, 'value.json'));
    expect(n, which).toBeGreaterThanOrEqual(kept);
    expect(n, which).toBeLessThanOrEqual(asked);
    expect(filler === entryOf(n).filler, `${which}: value ${n} is whole`).toBe(true);
    const journal = await readFile(join(folder, 'journal.jsonl'), 'utf8').catch(() => '');
    const lines = journal.split('\n');
    cutOff.add(lines.pop() ?? '');
    const numbers = lines.filter((line) => !cutOff.has(line)).map((line) => numberOf(line, which));
    expect(numbers.at(-1) ?? 0, which).toBeGreaterThanOrEqual(noted);

    const others = (await readdir(folder)).filter((name) => !['journal.jsonl', 'value.json'].includes(name));
    expect(
      others.filter((name) => !name.endsWith('.tmp')),
      which,
    ).toEqual([]);
    halfDone += others.length;
  }
  return halfDone;
}

async function valueIn(path: string): Promise<Entry> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  // Nothing was written yet.
  if (text === undefined) return entryOf(0);
  return (JSON.parse(text) as { readonly data: Entry }).data;
}

/** The number of a line of the journal, which must be whole. */
function numberOf(line: string, which: string): number {
  const n = Number((JSON.parse(line) as JournalLine).customer.replace('Customer ', ''));
  // The journal names the page under its former name as well.
  expect(line, which).toBe(JSON.stringify({ ...lineOf(n), destination: lineOf(n).page }));
  return n;
}
