import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { itOnUnix } from '../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const library = pathToFileURL(join(import.meta.dirname, '../../../tools/lib/')).href;
const because = 'A program of Windows that is interrupted ends at once: it hears no signal.';

itOnUnix({ because })('a tool that is interrupted starts nothing more, and tidies up', async () => {
  const place = await temporaryFolder('tidegate-interrupted-');
  const note = (word: string) => `['-e', "require('fs').appendFileSync('told', '${word} ')"]`;
  await writeFile(
    join(place, 'tool.mjs'),
    `import { run } from '${library}run.mjs';
import { atEnd, tool } from '${library}tool.mjs';
await tool(async () => {
  atEnd(async () => void (await run(process.execPath, ${note('tidied')})));
  console.log('works');
  await run(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  return run(process.execPath, ${note('next')});
});
`,
  );
  const child = spawn(process.execPath, ['tool.mjs'], { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGINT'));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(130);
  expect(await readFile(join(place, 'told'), 'utf8')).toBe('tidied ');
  await removeFolder(place);
});
