import { forTerminal } from './command-line/for-terminal.ts';
import { app, dialog } from 'electron';
import { exitCodes } from './command-line/command-line.ts';
import { nameOfSwitch } from './runtime-switches.ts';
import type { Start } from './start.ts';
import { chooseLanguage } from '#shared/locales/language.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

/**
 * Tells why a start with these switches is refused, on the error output and, where nobody reads that, in a dialog; then
 * ends the process. Called before Electron is ready. No list names `--no-sandbox` when Electron got it some other way.
 */
export function refuseStart(refused: readonly string[], start: Start): void {
  // SECURITY: the dialog needs Chromium, which must not obey them until it is closed.
  for (const word of refused) app.commandLine.removeSwitch(nameOfSwitch(word));
  void tell(reasonFor(refused), start).finally(end);
}

function reasonFor([first]: readonly string[]): Problem {
  return first === undefined || nameOfSwitch(first) === 'no-sandbox'
    ? problem('sandbox-off', {})
    : problem('option-unknown', { option: first.slice(0, 80) });
}

async function tell(trouble: Problem, start: Start): Promise<void> {
  const [{ explain, translator }, { toldRefusal }] = await Promise.all([
    import('#shared/locales/messages.ts'),
    import('./command-line/output.ts'),
  ]);
  const t = translator(chooseLanguage('system', app.getPreferredSystemLanguages()));
  const isCommandLine = start.kind === 'command-line';
  const json = isCommandLine && start.json;
  const text = toldRefusal({ problem: trouble, candidates: [] }, json, t);
  // A pipe would be cut by the end of the process.
  await new Promise((resolve) => (json ? process.stdout : process.stderr).write(forTerminal(text), resolve));
  if (isCommandLine || process.stderr.isTTY || !hasScreen()) return;
  await app.whenReady();
  const { message, next } = explain(t, trouble);
  dialog.showErrorBox(t('start.failed.title'), `${message}\n\n${next}`);
}

function hasScreen(): boolean {
  if (app.commandLine.getSwitchValue('ozone-platform') === 'headless') return false;
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** At once: Electron's own exit was seen to hang in processes that live as shortly as this one (33.2.1). */
function end(): void {
  (process as unknown as { reallyExit(code: number): void }).reallyExit(exitCodes.usage);
}
