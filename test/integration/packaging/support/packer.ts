import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Configuration, type PackagerOptions } from 'electron-builder';
import { test as base, vi } from 'vitest';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

export const root = join(import.meta.dirname, '../../../..');

/** What a stand-in for a tool was given: its arguments, and its standard input. */
export interface ToolCall {
  readonly args: readonly string[];
  readonly input: string;
}

/** Packs a skeleton of the application with the project's own configuration; the tools that make the files are stand-ins. */
export class Packer {
  readonly folder: string;
  /** The application's folder, as far as packers look into it. */
  readonly application: string;
  readonly output: string;

  constructor(folder: string) {
    this.folder = folder;
    this.application = join(folder, 'application');
    this.output = join(folder, 'output');
  }

  async write(path: string, content: string | Buffer, mode = 0o644): Promise<string> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    await chmod(file, mode);
    return file;
  }

  /**
   * A tool that notes how it was called and then does `more`: code of Node that knows `args`, `input` and `fs`. Only what is called
   * makensis reads its standard input: others may be left one that never ends.
   */
  async tool(path: string, more = ''): Promise<string> {
    const calls = JSON.stringify(this.#calls(path));
    return this.write(
      path,
      `#!${process.execPath}
const fs = require('node:fs');
const args = process.argv.slice(2);
const input = ${JSON.stringify(path)}.endsWith('makensis') ? fs.readFileSync(0, 'utf8') : '';
fs.appendFileSync(${calls}, JSON.stringify({ args, input }) + '\\n');
${more}
`,
      0o755,
    );
  }

  async callsOf(path: string): Promise<readonly ToolCall[]> {
    const lines = (await readFile(this.#calls(path), 'utf8')).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as ToolCall);
  }

  #calls(path: string): string {
    return join(this.folder, `${path.replaceAll('/', '-')}.jsonl`);
  }

  /** `config`: besides the project's. Gives the files made, by name. */
  async pack(options: PackagerOptions, config: Configuration = {}): Promise<readonly string[]> {
    await build({
      projectDir: root,
      publish: 'never',
      ...options,
      config: {
        extends: join(root, 'electron-builder.yml'),
        electronVersion: '45.4.1',
        directories: { output: this.output },
        publish: null,
        extraMetadata: { homepage: 'https://tidegate.example' },
        ...config,
      },
    });
    return (await readdir(this.output)).sort();
  }
}

export const test = base.extend<{ packer: Packer }>({
  // oxlint-disable-next-line no-empty-pattern
  packer: async ({}, use) => {
    const folder = await temporaryFolder('tidegate-packer-');
    const packer = new Packer(folder);
    await packer.write('application/tidegate', '');
    await packer.write('application/Tidegate.exe', 'MZ');
    await packer.write('application/resources/app.asar', '');
    await use(packer);
    vi.unstubAllEnvs();
    await removeFolder(folder);
  },
});

export { expect, vi } from 'vitest';
