import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../../../../../src/main/state/journal/journal.ts';
import { JsonFile } from '../../../../../src/main/system/storage/json-file.ts';
import { entryOf, lineOf } from './written.ts';

// A process that writes until it is killed, as Tidegate's stores do. On its standard output it says `asked <n>` before
// a value is given to the store, and `kept <n>` or `noted <n>` once the store has said that it is on disk. Each is
// one synchronous write to a pipe: what was said before the kill arrives.

const folder = process.argv[2] ?? '';
const say = (word: string, n: number): void => void writeSync(1, `${word} ${n}\n`);
const complain = (what: unknown): never => {
  writeSync(1, `failed ${JSON.stringify(what)}\n`);
  process.exit(1);
};

const file = new JsonFile({
  record: 'usage',
  path: join(folder, 'value.json'),
  version: 1,
  schema: z.object({ n: z.number(), filler: z.string() }),
  empty: { n: 0, filler: '' },
});
const journal = new Journal(join(folder, 'journal.jsonl'));

const reading = await file.read();
if (reading.problem) complain(reading.problem);
let n = reading.value.n;
say('read', n);

async function keep(value: number): Promise<void> {
  const written = await file.write(entryOf(value));
  if (!written.ok) complain(written.error);
  say('kept', value);
}

for (;;) {
  // Several at once now and then: those in the middle are passed over, and the newest counts for them all.
  const burst: Promise<void>[] = [];
  for (let left = n % 5 === 0 ? 3 : 1; left > 0; left -= 1) {
    n += 1;
    say('asked', n);
    burst.push(keep(n));
  }
  journal.append(lineOf(n), complain);
  await Promise.all([...burst, journal.flush()]);
  say('noted', n);
}
