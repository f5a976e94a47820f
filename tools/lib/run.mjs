import { spawn } from 'node:child_process';
import { Stop } from './log.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment, not additions
 * @property {boolean} [terminal] lets the child read the keyboard
 * @property {boolean} [quiet] nothing of its output is shown
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** The tool was interrupted: whatever it wanted to start next is not started. */
export class Interrupted extends Error {}

let interrupted = false;

/**
 * Starts a process and remembers it until it ends, so that an interrupted tool can end it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(command, args, options) {
  if (interrupted) throw new Interrupted();
  const child = spawn(command, args, options);
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends what this tool started and has not ended yet, and starts nothing more. @param {NodeJS.Signals} signal */
export function interrupt(signal) {
  interrupted = true;
  for (const child of running) child.kill(signal);
}

/** What tidies up may need programs, after an interruption too. */
export function tidyUp() {
  interrupted = false;
}

/**
 * Ends one process, politely first. Resolves when it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(impatience);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} command
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function finished(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Stop(`Cannot start ${command}: ${error.message}`)));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command whose output the developer sees, unless it is quiet.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function run(command, args, { terminal = false, quiet = false, ...options } = {}) {
  const output = quiet ? 'ignore' : 'inherit';
  const child = start(command, args, {
    ...options,
    stdio: [terminal ? 'inherit' : 'ignore', output, output],
  });
  return finished(child, command);
}

/**
 * Runs a command and keeps its output. A command that does not exist ends with code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Omit<RunOptions, 'terminal' | 'quiet'>} [options]
 * @returns {Promise<{code: number, stdout: string, stderr: string}>}
 */
export async function capture(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
  try {
    return { code: await finished(child, command), stdout, stderr };
  } catch (error) {
    return { code: 127, stdout, stderr: String(error) };
  }
}

/**
 * The npm client: the one that started this tool, else the one on PATH.
 * @param {readonly string[]} args
 * @returns {{command: string, args: string[], shell: boolean}}
 */
export function npm(args) {
  const client = process.env['npm_execpath'];
  if (client?.endsWith('.js')) return { command: process.execPath, args: [client, ...args], shell: false };
  // Windows starts npm.cmd only through a shell; the arguments given to this function hold nothing to quote.
  return { command: 'npm', args: [...args], shell: process.platform === 'win32' };
}

/** @param {readonly string[]} args @param {{cwd: string, quiet?: boolean}} options `quiet`: only its errors */
export function runNpm(args, { cwd, quiet = false }) {
  const client = npm(args);
  const child = start(client.command, client.args, {
    cwd,
    shell: client.shell,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
  });
  return finished(child, 'npm');
}
