import { join } from 'node:path';
import log from 'electron-log/node';
import { redact } from './redact.ts';
import type { Log } from './log.ts';

/** A log file of at most 1 MiB and one older one, in `folder`; every line redacted. */
export function openLog(folder: string): Log {
  const logger = log.create({ logId: 'tidegate' });
  logger.transports.file.resolvePathFn = () => join(folder, 'tidegate.log');
  // SECURITY: for this user alone, as every other file of ours.
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.file.maxSize = 1024 * 1024;
  logger.transports.console.level = false;
  logger.transports.file.level = 'info';
  logger.hooks.push((message) => ({ ...message, data: message.data.map((part) => redact(String(part))) }));
  return {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    error: (message, cause) =>
      logger.error(message, cause instanceof Error ? (cause.stack ?? cause.message) : (cause ?? '')),
  };
}
