import { problem, type Problem } from '#shared/problems/problem.ts';
import { networkProblem } from '../system/net/network-problem.ts';
import { reasonOf } from '../system/storage/reason.ts';
import { UpdateRefused } from './guarded-requests.ts';

/** Tidegate refused what the feed says or sends. */
export class UpdateUnusable extends Error {
  readonly fault: 'malformed' | 'publisher' | 'elevated' | 'noSpace';
  constructor(fault: UpdateUnusable['fault']) {
    super(fault);
    this.fault = fault;
  }
}

/** What is here could not be put in place. */
export class UpdateNotStarted extends Error {
  /** `cause`: why not. */
  constructor(cause: unknown) {
    super(reasonOf(cause), { cause });
  }
}

/** Codes of electron-updater for an answer that describes no release. */
const malformed = new Set([
  'ERR_UPDATER_INVALID_UPDATE_INFO',
  'ERR_UPDATER_NO_FILES_PROVIDED',
  'ERR_UPDATER_NO_CHECKSUM',
  'ERR_UPDATER_INVALID_VERSION',
  'ERR_UPDATER_WEB_INSTALLER_DISABLED',
  'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND',
]);

/** What Squirrel says on macOS of an update that another one has signed, or nobody (SQRLCodeSignature.m). */
const ofSignature = /^Code signature at URL /;

/** What a failed look, download or restart means to the user. `host`: that of the feed. */
export function updateProblem(error: unknown, host: string): Problem {
  if (error instanceof UpdateNotStarted) {
    const why = updateProblem(error.cause, host);
    return why.kind === 'update-failed'
      ? problem('update-not-started', { reason: briefReason(error.cause) })
      : why;
  }
  const code = codeOf(error);
  if (error instanceof UpdateRefused)
    return problem('update-refused', { host, reason: `updateFault.${error.fault}` });
  if (error instanceof UpdateUnusable)
    return error.fault === 'noSpace'
      ? problem('update-no-space', {})
      : problem('update-refused', { host, reason: `updateFault.${error.fault}` });
  if (code === 'ENOSPC') return problem('update-no-space', {});
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE' || ofSignature.test(reasonOf(error)))
    return problem('update-refused', { host, reason: 'updateFault.publisher' });
  if (code === 'ERR_CHECKSUM_MISMATCH')
    return problem('update-refused', { host, reason: 'updateFault.tampered' });
  if (malformed.has(code)) return problem('update-refused', { host, reason: 'updateFault.malformed' });
  const status = statusOf(code, reasonOf(error));
  // A network's own word for "sign in first" (RFC 6585, 6).
  if (status === '511') return problem('page-instead', { host });
  if (status !== undefined) return problem('server-fault', { host, status });
  if (/net::ERR_/.test(reasonOf(error))) return networkProblem(error, host);
  return problem('update-failed', { host, reason: briefReason(error) });
}

/** The status of an answer that was none: of a look by its code; of a download by nothing but its words. */
function statusOf(code: string, message: string): string | undefined {
  const found =
    /^HTTP_ERROR_(\d{3})$/.exec(code) ?? /^Cannot download "[^"]*", status (\d{3}):/.exec(message);
  return found?.[1];
}

/** What the log has of it. */
export function updateTrouble(error: unknown): string {
  const code = codeOf(error);
  return (code === '' ? '' : `${code}: `) + briefReason(error);
}

/** SECURITY: electron-updater puts an answer's headers and all of its body below the first line: nobody is shown that. */
function briefReason(error: unknown): string {
  return (/\S.*/.exec(reasonOf(error))?.[0] ?? '').slice(0, 200);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
