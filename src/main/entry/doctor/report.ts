import { open } from 'node:fs/promises';
import type { Platform } from '#shared/platform.ts';
import { redact } from '../../system/log/redact.ts';
import { hideHome } from './hide-home.ts';
import { namesNobody, quotesNothing } from './names-nobody.ts';

/** How much of the log's end goes into a report, in bytes. */
const longestTail = 16 * 1024;

export interface ReportParts {
  readonly facts: string;
  readonly complaints: readonly string[];
  readonly notes: readonly string[];
  readonly log: string;
  /** The user's home folder: its name is the user's. */
  readonly home: string;
  readonly platform: Platform;
}

/**
 * A text to send to whoever helps. SECURITY: it holds no secret, and names no account, tenant, domain or customer: what the
 * doctor tells names none, and of the log's lines ids, addresses and what stands in quotation marks go.
 */
export function reportText({ complaints, facts, home, log, notes, platform }: ReportParts): string {
  // What the doctor tells is quoted by us, and in texts that have apostrophes.
  const text = [facts, '', ...complaints, ...notes, '', quotesNothing(redact(log))].join('\n').trimEnd();
  return anonymous(hideHome(text, home, platform));
}

function anonymous(text: string): string {
  return namesNobody(redact(text));
}

/** The end of the log, from the beginning of a line; empty when there is none. */
export async function logTail(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - longestTail);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestTail), 0, longestTail, from);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}
