import { Stop } from './log.mjs';

/**
 * What a server says on its descriptor 3 once it accepts clients.
 * @param {import('node:child_process').ChildProcess} server with pipes at 2 and 3 @param {string} name
 * @returns {Promise<string>} Errors: a Stop with what it complained of.
 */
export function firstLine(server, name) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let line = '';
    server.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    answer.setEncoding('utf8').on('data', (text) => {
      line += text;
      if (line.includes('\n')) resolve(line.trim());
    });
    server.once('error', (error) => reject(new Stop(`Cannot start ${name}: ${error.message}`)));
    server.once('exit', () => reject(new Stop(`${name} did not start:\n${complaint.trim()}`)));
  });
}
