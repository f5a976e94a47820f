import { Message, Variant } from 'dbus-next';
import type { MessageBus } from 'dbus-next';
import { menuFrom } from './tray-menu.ts';
import type { MenuLayout, TrayMenu } from './tray-menu.ts';

const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';

/** What an item shows in the bar. */
export interface TrayIcon {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** A name or path when the icon is given that way, else ''. */
  readonly iconName: string;
  /** Sizes of the pictures sent over the bus, with the number of pixels that are not wholly transparent. */
  readonly pixmaps: readonly { readonly width: number; readonly height: number; readonly inked: number }[];
  /** The tooltip's title, or its text when it has no title. */
  readonly tooltip: string;
  readonly menuPath: string;
}

/** One registered tray item, read and clicked over D-Bus as a panel does. */
export class TrayItem {
  /** The item's name on the bus. */
  readonly service: string;
  readonly path: string;
  /** The unique name of the process that registered it. */
  readonly sender: string;
  readonly #bus: MessageBus;

  constructor(bus: MessageBus, place: { service: string; path: string; sender: string }) {
    this.#bus = bus;
    this.service = place.service;
    this.path = place.path;
    this.sender = place.sender;
  }

  async icon(): Promise<TrayIcon> {
    const properties = await this.#properties();
    const value = (name: string): unknown => properties[name]?.value;
    const text = (name: string): string => {
      const given = value(name);
      return typeof given === 'string' ? given : '';
    };
    const pixmaps = (value('IconPixmap') ?? []) as [number, number, Uint8Array][];
    const [, , title, description] = (value('ToolTip') ?? ['', [], '', '']) as [
      string,
      unknown,
      string,
      string,
    ];
    return {
      id: text('Id'),
      title: text('Title'),
      status: text('Status'),
      iconName: text('IconName'),
      pixmaps: pixmaps.map(([width, height, argb]) => ({ width, height, inked: countInked(argb) })),
      tooltip: title === '' ? description : title,
      menuPath: text('Menu'),
    };
  }

  async menu(): Promise<TrayMenu> {
    const path = await this.#menuPath();
    // A panel asks this first and goes on without an answer: Chromium refuses it for the root.
    await this.#call(path, menuInterface, 'AboutToShow', 'i', [0]).catch(() => undefined);
    const [, layout] = await this.#call(path, menuInterface, 'GetLayout', 'iias', [0, -1, []]);
    return menuFrom(layout as MenuLayout);
  }

  /** Clicks a line of the menu. */
  async click(id: number): Promise<void> {
    const body = [id, 'clicked', new Variant('s', ''), Math.floor(Date.now() / 1000)];
    await this.#call(await this.#menuPath(), menuInterface, 'Event', 'isvu', body);
  }

  /** Clicks the icon itself. */
  async activate(): Promise<void> {
    await this.#call(this.path, itemInterface, 'Activate', 'ii', [0, 0]);
  }

  /** Calls back when the item says that its menu or icon changed. Returns the removal. */
  onChange(listener: () => void): () => void {
    const heard = (message: Message): void => {
      const ours = message.interface === menuInterface || message.interface === itemInterface;
      if (ours && message.sender === this.sender) listener();
    };
    this.#bus.on('message', heard);
    return () => {
      this.#bus.off('message', heard);
    };
  }

  /** The menu as soon as it fits. Reads it again whenever the item says that something changed. */
  async waitForMenu(
    fits: (menu: TrayMenu) => boolean,
    { timeoutMs = 15_000 }: { timeoutMs?: number } = {},
  ): Promise<TrayMenu> {
    let changed: (() => void) | undefined;
    const release = this.onChange(() => changed?.());
    const timeout = AbortSignal.timeout(timeoutMs);
    timeout.addEventListener('abort', () => changed?.());
    try {
      for (;;) {
        const change = new Promise<void>((resolve) => {
          changed = resolve;
        });
        const menu = await this.menu();
        if (fits(menu)) return menu;
        if (timeout.aborted) {
          throw new Error(`No such menu within ${timeoutMs} ms: ${JSON.stringify(menu, null, 1)}`);
        }
        await change;
      }
    } finally {
      release();
    }
  }

  async #properties(): Promise<Record<string, Variant>> {
    const getAll = ['org.freedesktop.DBus.Properties', 'GetAll', 's', [itemInterface]] as const;
    const [properties] = await this.#call(this.path, ...getAll);
    return properties as Record<string, Variant>;
  }

  async #menuPath(): Promise<string> {
    return (await this.icon()).menuPath;
  }

  async #call(
    path: string,
    interface_: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<readonly unknown[]> {
    const reply = await this.#bus.call(
      new Message({
        destination: this.service,
        path,
        interface: interface_,
        member,
        signature,
        body: [...body],
      }),
    );
    return (reply?.body ?? []) as readonly unknown[];
  }
}

/** ARGB in network byte order: every fourth byte from the first is the alpha. */
function countInked(argb: Uint8Array): number {
  let inked = 0;
  for (let index = 0; index < argb.length; index += 4) if (argb[index] !== 0) inked += 1;
  return inked;
}
