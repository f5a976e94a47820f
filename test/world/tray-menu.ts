import type { Variant } from 'dbus-next';

/** A line of a tray's menu as a user sees it. The root has no text. */
export interface TrayMenu {
  readonly id: number;
  /** '' for a separator. */
  readonly label: string;
  readonly separator: boolean;
  readonly enabled: boolean;
  readonly visible: boolean;
  /** Null when it is no checkbox or radio item. */
  readonly toggle: 'on' | 'off' | null;
  readonly children: readonly TrayMenu[];
}

/** `(ia{sv}av)` of com.canonical.dbusmenu, as dbus-next decodes it. */
export type MenuLayout = [id: number, properties: Record<string, Variant>, children: Variant<MenuLayout>[]];

export function menuFrom([id, properties, children]: MenuLayout): TrayMenu {
  // The protocol leaves out what has its default.
  const value = (name: string, otherwise: unknown): unknown => properties[name]?.value ?? otherwise;
  const toggles = value('toggle-type', '') !== '';
  return {
    id,
    label: withoutMnemonic(String(value('label', ''))),
    separator: value('type', 'standard') === 'separator',
    enabled: value('enabled', true) === true,
    visible: value('visible', true) === true,
    toggle: toggles ? (value('toggle-state', 0) === 1 ? 'on' : 'off') : null,
    children: children.map((child) => menuFrom(child.value)),
  };
}

/** The visible labels of a menu, top level only, in order. */
export function labelsOf(menu: TrayMenu): readonly string[] {
  return menu.children.filter((each) => each.visible && !each.separator).map((each) => each.label);
}

/** The first line, at any depth, with this label. */
export function findLabel(menu: TrayMenu, label: string): TrayMenu | undefined {
  if (menu.label === label) return menu;
  for (const child of menu.children) {
    const found = findLabel(child, label);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An underscore marks the next letter as the access key; two stand for one. */
function withoutMnemonic(label: string): string {
  return label.replaceAll(/_(.)/g, '$1');
}
