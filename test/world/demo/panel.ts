import { execFile, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Desktop } from '../desktop.ts';

const run = promisify(execFile);
const iconSize = 22;
/** A limit for what hangs. */
const patienceMs = 60_000;

/** A small desktop panel with room for tray icons, on a plain background. */
export async function startPanel(desktop: Desktop): Promise<{ clickTray(): Promise<void>; end(): void }> {
  await run('xsetroot', ['-solid', '#20313b']);
  const config = join(desktop.env['HOME'] ?? '', 'tint2rc');
  await writeFile(
    config,
    [
      'rounded = 0',
      'border_width = 0',
      'background_color = #15222a 100',
      'border_color = #15222a 100',
      '',
      'panel_items = SC',
      'panel_position = bottom center horizontal',
      'panel_size = 100% 34',
      'panel_background_id = 1',
      `systray_padding = 8 4 8`,
      `systray_icon_size = ${iconSize}`,
      'time1_format = %H:%M',
      'clock_font_color = #ffffff 90',
      'clock_padding = 10 0',
      '',
    ].join('\n'),
  );
  const panel = spawn('tint2', ['-c', config], { env: desktop.env, stdio: 'ignore' });
  return { clickTray, end: () => void panel.kill() };
}

/** Opens the menu of the first tray icon, as a person would: once it is there. */
async function clickTray(): Promise<void> {
  // "0x... (has no name): ()  22x22+0+0  +1500+870": the last two numbers are where it is on the screen.
  const icon = new RegExp(`  ${iconSize}x${iconSize}\\+\\d+\\+\\d+  \\+(\\d+)\\+(\\d+)`);
  const place = await iconAt(icon, Date.now() + patienceMs);
  const middle = (edge: string | undefined) => String(Number(edge) + iconSize / 2);
  await run('xdotool', ['mousemove', middle(place[1]), middle(place[2]), 'click', '3']);
}

/** A window that goes while xwininfo walks the tree ends its walk: it is asked again. */
async function iconAt(icon: RegExp, deadline: number): Promise<RegExpExecArray> {
  for (;;) {
    const tree = await run('xwininfo', ['-root', '-tree']).catch(() => ({ stdout: '' }));
    const place = icon.exec(tree.stdout);
    if (place) return place;
    if (Date.now() > deadline) throw new Error('The panel shows no tray icon.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
