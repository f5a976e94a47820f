import { runTool } from './run-tool.ts';

/** A property list of macOS, of either format, as plain data; nothing where it is not there or cannot be told in JSON. */
export async function readPropertyList(path: string): Promise<unknown> {
  try {
    return JSON.parse((await runTool('/usr/bin/plutil', ['-convert', 'json', '-o', '-', path])) ?? '');
  } catch {
    return undefined;
  }
}
