import { problem, type Problem } from '#shared/problems/problem.ts';
import type { HotkeyStatus } from '#shared/status/status.ts';
import { PressOnce, type PressClock } from './press-once.ts';

/** The part of Electron's globalShortcut that is used. `register` throws on a malformed accelerator. */
export interface ShortcutRegistry {
  register(accelerator: string, callback: () => void): boolean;
  unregister(accelerator: string): void;
}

/** A global hotkey: tried, checked, and given back. Only its own shortcut is ever unregistered. */
export class Hotkey {
  readonly #registry: ShortcutRegistry;
  readonly #candidates: readonly string[];
  readonly #press: PressOnce;
  #active: string | null = null;
  #refused: string | null = null;
  #recording = false;
  readonly #listeners = new Set<() => void>();

  /** `candidates` are tried in turn while the user has chosen none; without any, there is none then. */
  constructor(
    registry: ShortcutRegistry,
    candidates: readonly string[],
    onPressed: () => void,
    clock?: PressClock,
  ) {
    this.#registry = registry;
    this.#candidates = candidates;
    this.#press = new PressOnce(onPressed, clock);
  }

  get status(): HotkeyStatus {
    return { active: this.#active, refused: this.#refused };
  }

  /** Why no hotkey works. A default that was taken while the next one works is status, not a problem. */
  get problem(): Problem | undefined {
    return this.#active === null && this.#refused !== null
      ? problem('hotkey-taken', { hotkey: this.#refused })
      : undefined;
  }

  /** Registers the chosen accelerator, or the first free default. A refused choice leaves no hotkey behind. */
  use(chosen: string | null): void {
    this.release();
    this.#refused = null;
    const wanted = chosen === null ? this.#candidates : [chosen];
    for (const accelerator of wanted) {
      if (this.#register(accelerator)) {
        this.#active = accelerator;
        break;
      }
      this.#refused ??= accelerator;
    }
    this.#tell();
  }

  /** Takes another accelerator; when that is not to be had, the active one stays and the refusal shows in the status. */
  replace(accelerator: string): boolean {
    const free = accelerator === this.#active || this.#register(accelerator);
    if (free && accelerator !== this.#active) {
      this.release();
      this.#active = accelerator;
    }
    this.#refused = free ? null : accelerator;
    this.#tell();
    return free;
  }

  /** While a new hotkey is being pressed, the old one must not open the finder. */
  record(recording: boolean): void {
    if (recording === this.#recording) return;
    this.#recording = recording;
    if (this.#active === null) return;
    if (recording) this.#registry.unregister(this.#active);
    else if (!this.#register(this.#active)) {
      this.#refused = this.#active;
      this.#active = null;
      this.#tell();
    }
  }

  /** Another key was pressed or let go, so that this hotkey is no longer held. */
  released(): void {
    this.#press.released();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    if (this.#active !== null && !this.#recording) this.#registry.unregister(this.#active);
    this.#active = null;
    this.#recording = false;
  }

  #register(accelerator: string): boolean {
    try {
      return this.#registry.register(accelerator, () => this.#press.pressed());
    } catch {
      return false;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
