import { Message, NameFlag, RequestNameReply, sessionBus } from 'dbus-next';
import type { MessageBus } from 'dbus-next';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** A notice as the desktop was asked to show it. */
export interface ShownNotice {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

/** Stands as the desktop's notification server on the session bus: Desktop Notifications Specification 1.2. */
export async function startNoticeHost(): Promise<NoticeHost> {
  const host = new NoticeHost(sessionBus());
  await host.start();
  return host;
}

/** The notices that came, and a finger to click them with. */
export class NoticeHost {
  readonly #bus: MessageBus;
  readonly #shown: ShownNotice[] = [];

  constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  async start(): Promise<void> {
    this.#bus.addMethodHandler(this.#answer);
    const reply = await this.#bus.requestName(name, NameFlag.DO_NOT_QUEUE);
    if (reply !== RequestNameReply.PRIMARY_OWNER) throw new Error(`${name} is taken on this bus.`);
  }

  shown(): readonly ShownNotice[] {
    return [...this.#shown];
  }

  /** As if the user had clicked it. */
  click(id: number): void {
    this.#bus.send(Message.newSignal(path, name, 'ActionInvoked', 'us', [id, 'default']));
  }

  async stop(): Promise<void> {
    await this.#bus.releaseName(name);
    this.#bus.removeMethodHandler(this.#answer);
    this.#bus.disconnect();
  }

  readonly #answer = (message: Message): boolean => {
    if (message.path !== path || message.interface !== name) return false;
    const reply = (signature = '', body: unknown[] = []): true => {
      this.#bus.send(Message.newMethodReturn(message, signature, body));
      return true;
    };
    switch (message.member) {
      case 'GetServerInformation':
        return reply('ssss', ['the local world', 'Tidegate', '1', '1.2']);
      case 'GetCapabilities':
        return reply('as', [['actions', 'body']]);
      case 'Notify': {
        const [, , , title, body] = message.body as unknown[];
        const id = this.#shown.length + 1;
        this.#shown.push({ id, title: String(title), body: String(body) });
        return reply('u', [id]);
      }
      case 'CloseNotification':
        return reply();
      default:
        return false;
    }
  };
}
