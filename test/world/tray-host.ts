import { Message, MessageType, NameFlag, RequestNameReply, Variant, sessionBus } from 'dbus-next';
import type { MessageBus } from 'dbus-next';
import { TrayItem } from './tray-item.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';
const propertiesInterface = 'org.freedesktop.DBus.Properties';
const defaultItemPath = '/StatusNotifierItem';

/**
 * Stands as the desktop's panel on the session bus, for items that follow the StatusNotifierItem specification.
 * Start it before the application. Rejects when a real panel is there.
 */
export async function startTrayHost(options: { busAddress?: string } = {}): Promise<TrayHost> {
  const bus = sessionBus(options);
  const host = new TrayHost(bus);
  await host.start();
  return host;
}

/** The registered items, and the watcher that they register with. */
export class TrayHost {
  readonly #bus: MessageBus;
  readonly #items: TrayItem[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  async start(): Promise<void> {
    this.#bus.on('message', this.#ownerChanged);
    this.#bus.addMethodHandler(this.#answer);
    const owner = "type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged'";
    // What an item tells of its changes is for TrayItem.onChange.
    const matches = [
      owner,
      "type='signal',interface='com.canonical.dbusmenu'",
      "type='signal',interface='org.kde.StatusNotifierItem'",
    ];
    for (const match of matches) await this.#bus.call(busCall('AddMatch', match));
    const reply = await this.#bus.requestName(watcher, NameFlag.DO_NOT_QUEUE);
    if (reply !== RequestNameReply.PRIMARY_OWNER) throw new Error(`${watcher} is taken on this bus.`);
    this.#signal('StatusNotifierHostRegistered');
  }

  items(): readonly TrayItem[] {
    return [...this.#items];
  }

  /** The item that is there, or the first to come. */
  waitForItem({ timeoutMs = 15_000 }: { timeoutMs?: number } = {}): Promise<TrayItem> {
    return new Promise<TrayItem>((resolve, reject) => {
      const look = (): void => {
        const [item] = this.#items;
        if (item === undefined) return;
        stop();
        resolve(item);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`No tray item registered within ${timeoutMs} ms.`));
      }, timeoutMs);
      const stop = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    await this.#bus.releaseName(watcher);
    this.#bus.removeMethodHandler(this.#answer);
    this.#bus.off('message', this.#ownerChanged);
    this.#bus.disconnect();
  }

  /** dbus-next hands over every call; true means that this was one of ours. */
  readonly #answer = (message: Message): boolean => {
    if (message.path !== watcherPath) return false;
    const reply = (signature = '', body: unknown[] = []): true => {
      this.#bus.send(Message.newMethodReturn(message, signature, body));
      return true;
    };
    const [first, second] = message.body as unknown[];
    switch (`${message.interface}.${message.member}`) {
      case `${watcher}.RegisterStatusNotifierItem`:
        reply();
        this.#register(String(first), message.sender);
        return true;
      case `${watcher}.RegisterStatusNotifierHost`:
        return reply();
      case `${propertiesInterface}.Get`: {
        const value = this.#properties()[String(second)];
        return value === undefined ? false : reply('v', [value]);
      }
      case `${propertiesInterface}.GetAll`:
        return reply('a{sv}', [this.#properties()]);
      default:
        return false;
    }
  };

  #properties(): Record<string, Variant> {
    return {
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant(
        'as',
        this.#items.map((item) => item.service + item.path),
      ),
    };
  }

  /** Items give a bus name, an object path, or a name with a path after it. */
  #register(text: string, sender: string): void {
    const slash = text.indexOf('/');
    const name = slash < 0 ? text : text.slice(0, slash);
    const place = {
      service: name === '' ? sender : name,
      path: slash < 0 ? defaultItemPath : text.slice(slash),
      sender,
    };
    const same = this.#items.some((each) => each.service === place.service && each.path === place.path);
    if (same) return;
    this.#items.push(new TrayItem(this.#bus, place));
    this.#signal('StatusNotifierItemRegistered', place.service + place.path);
    for (const look of this.#waiting) look();
  }

  readonly #ownerChanged = (message: Message): void => {
    if (message.type !== MessageType.SIGNAL || message.member !== 'NameOwnerChanged') return;
    const [name, , newOwner] = message.body as [string, string, string];
    if (newOwner !== '') return;
    const gone = this.#items.filter((item) => item.service === name || item.sender === name);
    for (const item of gone) {
      this.#items.splice(this.#items.indexOf(item), 1);
      this.#signal('StatusNotifierItemUnregistered', item.service + item.path);
    }
  };

  #signal(member: string, text?: string): void {
    const [signature, body] = text === undefined ? ['', []] : ['s', [text]];
    this.#bus.send(Message.newSignal(watcherPath, watcher, member, signature, body));
  }
}

function busCall(member: string, text: string): Message {
  const bus = 'org.freedesktop.DBus';
  return new Message({
    destination: bus,
    path: '/org/freedesktop/DBus',
    interface: bus,
    member,
    signature: 's',
    body: [text],
  });
}
