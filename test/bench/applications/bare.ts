import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Printed by the bare application when its window could be shown. */
export const readyToShow = 'ready-to-show';
/** The switch that gives it a hotkey which shows and hides its window, and the hotkey. */
export const withHotkey = '--with-hotkey';
export const bareHotkey = ['Control', 'Shift', 'F9'] as const;
/** The switch that names an executable, and the hotkey that starts it. */
export const starting = (executable: string): string => `${startSwitch}${executable}`;
export const startHotkey = ['Control', 'Shift', 'F8'] as const;
const startSwitch = '--starts=';

const main = `const { spawn } = require('node:child_process');
const { app, BrowserWindow, globalShortcut } = require('electron');
const executable = process.argv.find((arg) => arg.startsWith('${startSwitch}'))?.slice(${startSwitch.length});
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 680, height: 480, x: 460, y: 180, frame: false });
  window.once('ready-to-show', () => {
    if (process.argv.includes('${withHotkey}')) {
      globalShortcut.register('${bareHotkey.join('+')}', () => {
        if (window.isVisible()) return window.hide();
        window.show();
        window.focus();
      });
    }
    if (executable !== undefined) {
      globalShortcut.register('${startHotkey.join('+')}', () => {
        spawn(executable, ['--profile-directory=bench'], { detached: true, stdio: 'ignore' }).unref();
      });
    }
    process.stdout.write('${readyToShow}\\n');
  });
  void window.loadFile('index.html');
});
`;

/** An input whose text is shown large below it, so that a letter changes pixels in the strip that is watched. */
const page = `<!doctype html>
<meta charset="utf-8">
<title>Bare</title>
<style>body { margin: 0 } input { font-size: 24px; padding: 16px; width: 600px } p { font-size: 200px; margin: 0 }</style>
<input autofocus oninput="document.querySelector('p').textContent = this.value">
<p></p>
`;

/** Writes the least Electron application that has a window: the floor of what Electron itself costs. */
export async function writeBareApplication(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  await writeFile(join(folder, 'main.cjs'), main);
  await writeFile(join(folder, 'index.html'), page);
  return folder;
}
