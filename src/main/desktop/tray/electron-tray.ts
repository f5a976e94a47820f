import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import { join } from 'node:path';
import type { Command } from '#shared/commands/command.ts';
import type { Platform } from '#shared/platform.ts';
import { KeptByContent } from './kept-by-content.ts';
import { trayIconName } from './tray-icon.ts';
import type { TrayView } from './tray-menu.ts';
import type { TrayItem } from './tray-item.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';

/** More than the tray shows at once: customers come and go with what is opened. */
const submenusKept = 100;

const clickOpensFinder: Readonly<Partial<Record<Platform, boolean>>> = { darwin: false };

/** The tray icon. `render` may be called as often as wished: it changes only what is different. */
export class ElectronTray {
  #tray: Tray;
  readonly #folder: string;
  readonly #run: (command: Command) => void;
  #view: TrayView | undefined;
  #shownIcon: string | undefined;
  /**
   * A desktop on Linux without a panel for icons makes Electron hold each submenu that it was ever given: they are made
   * once.
   */
  readonly #submenus = new KeptByContent(
    (items: readonly TrayItem[]) => Menu.buildFromTemplate(items.map((item) => this.#menuItem(item))),
    submenusKept,
  );
  readonly #onTheme = () => this.#showIcon();

  /** `folder` holds the icons; `run` carries out what is clicked. */
  constructor(folder: string, run: (command: Command) => void) {
    this.#folder = folder;
    this.#run = run;
    this.#tray = this.#make();
    nativeTheme.on('updated', this.#onTheme);
  }

  render(view: TrayView): void {
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    this.#show(view);
  }

  #make(): Tray {
    this.#shownIcon = this.#iconName();
    const tray = new Tray(this.#icon(this.#shownIcon));
    // On macOS a click opens the menu, and must not open the finder as well.
    if (clickOpensFinder[thisPlatform] ?? true) {
      tray.on('click', () => this.#run({ kind: 'toggleFinder' }));
    }
    return tray;
  }

  #show(view: TrayView): void {
    this.#showIcon();
    this.#tray.setToolTip(view.tooltip);
    this.#tray.setContextMenu(Menu.buildFromTemplate(view.items.map((item) => this.#menuItem(item))));
  }

  /** Makes a new icon for a panel that started later: an icon looks for its panel only once. */
  makeAnew(): void {
    this.#tray.destroy();
    this.#tray = this.#make();
    if (this.#view !== undefined) this.#show(this.#view);
  }

  dispose(): void {
    nativeTheme.off('updated', this.#onTheme);
    this.#tray.destroy();
  }

  #menuItem(item: TrayItem): Electron.MenuItemConstructorOptions {
    if (item.kind === 'separator') return { type: 'separator' };
    // An ampersand marks an access key in menus; a customer's name is shown as it is.
    const label = item.label.replaceAll('&', '&&');
    if (item.kind === 'submenu') return { label, submenu: this.#submenus.of(item.items) };
    const { checked, command } = item;
    if (command === undefined) return { label, enabled: false };
    const click = (): void => this.#run(command);
    return checked === undefined ? { label, click } : { label, click, type: 'checkbox', checked };
  }

  #showIcon(): void {
    const name = this.#iconName();
    if (name === this.#shownIcon) return;
    this.#shownIcon = name;
    this.#tray.setImage(this.#icon(name));
  }

  #iconName(): string {
    return trayIconName(
      { platform: thisPlatform, dark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI },
      this.#view?.attention ?? false,
    );
  }

  #icon(name: string): Electron.NativeImage {
    return nativeImage.createFromPath(join(this.#folder, name));
  }
}
