import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import { join } from 'node:path';
import type { Command } from '#shared/commands/command.ts';
import { trayIconName } from './tray-icon.ts';
import type { TrayItem, TrayView } from './tray-menu.ts';

const clickOpensFinder: Readonly<Partial<Record<NodeJS.Platform, boolean>>> = { darwin: false };

/** The tray icon. `render` may be called as often as wished: it changes only what is different. */
export class ElectronTray {
  readonly #tray: Tray;
  readonly #folder: string;
  readonly #run: (command: Command) => void;
  #view: TrayView | undefined;
  readonly #onTheme = () => this.#showIcon();

  /** `folder` holds the icons; `run` carries out what is clicked. */
  constructor(folder: string, run: (command: Command) => void) {
    this.#folder = folder;
    this.#run = run;
    this.#tray = new Tray(this.#icon());
    // On macOS a click opens the menu, and must not open the finder as well.
    if (clickOpensFinder[process.platform] ?? true) {
      this.#tray.on('click', () => run({ kind: 'toggleFinder' }));
    }
    nativeTheme.on('updated', this.#onTheme);
  }

  render(view: TrayView): void {
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    this.#showIcon();
    this.#tray.setToolTip(view.tooltip);
    this.#tray.setContextMenu(Menu.buildFromTemplate(view.items.map((item) => this.#menuItem(item))));
  }

  dispose(): void {
    nativeTheme.off('updated', this.#onTheme);
    this.#tray.destroy();
  }

  #menuItem(item: TrayItem): Electron.MenuItemConstructorOptions {
    if (item.kind === 'separator') return { type: 'separator' };
    const { label, command } = item;
    // An ampersand marks an access key in menus; a customer's name is shown as it is.
    const shown = label.replaceAll('&', '&&');
    return command === undefined
      ? { label: shown, enabled: false }
      : { label: shown, click: () => this.#run(command) };
  }

  #showIcon(): void {
    this.#tray.setImage(this.#icon());
  }

  #icon(): Electron.NativeImage {
    const name = trayIconName(
      { platform: process.platform, dark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI },
      this.#view?.attention ?? false,
    );
    return nativeImage.createFromPath(join(this.#folder, name));
  }
}
