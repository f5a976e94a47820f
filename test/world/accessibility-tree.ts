import { Message, sessionBus, type MessageBus, type Variant } from 'dbus-next';

const accessible = 'org.a11y.atspi.Accessible';
const root = '/org/a11y/atspi/accessible/root';

/** The states that say what a user needs to know, by their number in AT-SPI's list (atspi-constants.h). */
const stateNumbers = { enabled: 8, expanded: 10, focused: 12, selected: 23, showing: 25 } as const;
export type State = keyof typeof stateNumbers;

/** One thing as a screen reader gets it. */
export interface AccessibleNode {
  /** AT-SPI's name of the role, such as `list item`. */
  readonly role: string;
  readonly name: string;
  readonly states: readonly State[];
}

/** Reads the tree of accessible things that applications offer on this session's accessibility bus. */
export class AccessibilityTree {
  readonly #bus: MessageBus;

  constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  /** Everything in the windows of all applications of the session, parents before children. */
  nodes(): Promise<readonly AccessibleNode[]> {
    return this.#below('org.a11y.atspi.Registry', root);
  }

  close(): void {
    this.#bus.disconnect();
  }

  async #below(owner: string, path: string): Promise<readonly AccessibleNode[]> {
    // A thing may go while the tree is being read: then it is none.
    const node = await this.#node(owner, path).catch(() => undefined);
    if (node === undefined) return [];
    const children = await this.#children(owner, path).catch(() => []);
    const below = [];
    for (const [childOwner, childPath] of children) below.push(...(await this.#below(childOwner, childPath)));
    return [node, ...below];
  }

  async #node(owner: string, path: string): Promise<AccessibleNode> {
    const [role, name, states] = await Promise.all([
      this.#call(owner, path, accessible, 'GetRoleName'),
      this.#name(owner, path),
      this.#call(owner, path, accessible, 'GetState'),
    ]);
    const words = states[0] as readonly [number, number];
    const has = (bit: number): boolean => ((words[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
    return {
      role: role[0] as string,
      name,
      states: (Object.keys(stateNumbers) as State[]).filter((state) => has(stateNumbers[state])),
    };
  }

  async #name(owner: string, path: string): Promise<string> {
    const body = [accessible, 'Name'];
    const [name] = await this.#call(owner, path, 'org.freedesktop.DBus.Properties', 'Get', 'ss', body);
    return (name as Variant<string>).value;
  }

  async #children(owner: string, path: string): Promise<readonly (readonly [string, string])[]> {
    const [children] = await this.#call(owner, path, accessible, 'GetChildren');
    return children as readonly (readonly [string, string])[];
  }

  async #call(
    destination: string,
    path: string,
    interfaceName: string,
    member: string,
    signature = '',
    body: readonly unknown[] = [],
  ): Promise<readonly unknown[]> {
    const message = new Message({
      destination,
      path,
      interface: interfaceName,
      member,
      signature,
      body: [...body],
    });
    const answer = await this.#bus.call(message);
    return (answer?.body ?? []) as readonly unknown[];
  }
}

/** Connects as a screen reader does. The session starts the accessibility bus when it is asked for. */
export async function openAccessibilityTree(): Promise<AccessibilityTree> {
  const session = sessionBus();
  try {
    const answer = await session.call(
      new Message({
        destination: 'org.a11y.Bus',
        path: '/org/a11y/bus',
        interface: 'org.a11y.Bus',
        member: 'GetAddress',
      }),
    );
    return new AccessibilityTree(sessionBus({ busAddress: answer?.body[0] as string }));
  } finally {
    session.disconnect();
  }
}
