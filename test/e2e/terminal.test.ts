import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSettings } from './support/settings.ts';
import { shell } from './support/terminal.ts';
import { expect, test } from './support/test.ts';

const signs =
  'Harbour \u001b]0;renamed by a list\u0007\u001b[31mDental\u001b[0m\u009b32m \u202egnp.exe\rReady';

test('nothing that others wrote acts on the terminal', async ({ desktop }) => {
  const home = desktop.env['HOME'] ?? '';
  await writeSettings(desktop, { setUp: true, language: 'en' });
  await writeFile(join(home, 'signs.txt'), `${signs}\n`);
  const seen = join(home, 'seen');
  const lines = {
    'a list': 'tidegate import signs.txt --dry-run',
    'a list as JSON': 'tidegate import signs.txt --dry-run --json',
    'an argument': `tidegate open "$(cat signs.txt)"`,
    'a command': `tidegate "$(cat signs.txt)"`,
    'an option': `tidegate open x "--$(cat signs.txt)"`,
    'a file': `tidegate import "$(cat signs.txt)" --dry-run`,
    'a line that would pass for ours': `tidegate open $'x\\nEverything was removed. Dental'`,
  };
  for (const [what, line] of Object.entries(lines)) {
    await test.step(what, async () => {
      // A real terminal: `script` makes one and keeps what was written to it, byte for byte.
      await writeFile(join(home, 'line.sh'), `${line}\n`);
      const own = `{ printf 'own=('; printf '%q ' "\${own[@]}"; echo ')'; declare -f tidegate; cat line.sh; } > all.sh`;
      await shell(desktop, `${own}; script -qec 'bash all.sh' ${seen}`);
      const written = (await readFile(seen, 'utf8'))
        .split('\n')
        .slice(1, -2)
        .join('\n')
        .replaceAll('\r\n', '\n');
      // A list's own reader takes such signs out before; what it could not read is told all the same.
      expect(written).toContain(what.startsWith('a list') && !what.includes('line') ? 'Ready' : 'Dental');
      expect(written.replace(/\r$/, '')).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e]/u);
      expect(written.split('\n').filter((each) => each.startsWith('Everything was removed'))).toEqual([]);
    });
  }
});
