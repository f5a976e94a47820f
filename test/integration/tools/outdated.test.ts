import { execFile } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { itOnUnix } from '../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');

/** What lint says of a file of main, in a project with this one's rules; empty where it finds nothing. */
async function lint(place: string, code: string): Promise<string> {
  await writeFile(join(place, 'src', 'main', 'electron-outdated.ts'), code);
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [oxlint, '--type-aware', '--deny-warnings', 'src'],
      { cwd: place },
      (error, stdout) => resolve(error === null ? '' : stdout),
    );
  });
}

const because = 'Lint is a tool of this project, and says the same of a file wherever it runs.';
itOnUnix({ because })(
  'a call that Electron has given up fails lint, unless a line says why it is needed',
  async () => {
    const place = await temporaryFolder('tidegate-lint-');
    await mkdir(join(place, 'src', 'main'), { recursive: true });
    await copyFile(join(root, '.oxlintrc.json'), join(place, '.oxlintrc.json'));
    await symlink(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
    const compilerOptions = {
      strict: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      skipLibCheck: true,
    };
    await writeFile(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));

    const reason =
      '  // oxlint-disable-next-line typescript/no-deprecated -- nothing else goes back in this version\n';
    const going = (comment: string, call: string) =>
      `import type { WebContents } from 'electron';\nexport function back(page: WebContents): void {\n${comment}  page.${call};\n}\n`;
    expect(await lint(place, going('', 'goBack()'))).toContain('`goBack` is deprecated');
    expect(await lint(place, going(reason, 'goBack()'))).toBe('');
    expect(await lint(place, going('', 'navigationHistory.goBack()'))).toBe('');
    await removeFolder(place);
  },
);
