import { Emitter } from '#shared/events/emitter.ts';
import { hotkeyProblem } from '#shared/hotkeys/hotkey-problem.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { HotkeyStatus } from '#shared/status/status.ts';
import type { HotkeySession } from './hotkey-session.ts';
import { PressOnce, type PressClock } from './press-once.ts';

/** The part of Electron's globalShortcut that is used. `register` throws on a malformed accelerator. */
export interface ShortcutRegistry {
  register(accelerator: string, callback: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface HotkeyOptions {
  /** Tried in turn while the user has chosen none; without any, there is none then. */
  readonly candidates: readonly string[];
  readonly onPressed: () => void;
  readonly session: HotkeySession;
  /** What the user can bind a key of the desktop to instead. */
  readonly command: string;
  readonly clock?: PressClock;
}

/** A global hotkey: tried, checked, and given back. Only its own shortcut is ever unregistered. */
export class Hotkey {
  readonly #registry: ShortcutRegistry;
  readonly #candidates: readonly string[];
  readonly #session: HotkeySession;
  readonly #command: string;
  readonly #press: PressOnce;
  #active: string | null = null;
  #refused: string | null = null;
  #recording = false;
  readonly #changes = new Emitter();
  #paused = false;

  constructor(registry: ShortcutRegistry, { candidates, clock, command, onPressed, session }: HotkeyOptions) {
    this.#registry = registry;
    this.#candidates = candidates;
    this.#session = session;
    this.#command = command;
    this.#press = new PressOnce(onPressed, clock);
  }

  get status(): HotkeyStatus {
    const active = this.#active;
    // A session that withholds hotkeys and gives this one all the same does so by a portal: it works everywhere.
    const isLimited = active === null ? this.#session === 'withheld' : this.#session === 'x11-windows';
    return { active, refused: this.#refused, instead: isLimited ? this.#command : null };
  }

  /** Why no hotkey works. A default that was taken while the next one works is status, not a problem. */
  get problem(): Problem | undefined {
    return hotkeyProblem(this.status);
  }

  /** Why an accelerator was not to be had, whether or not another one works. */
  whyRefused(refused: string): Problem {
    return this.#active === null
      ? (hotkeyProblem({ ...this.status, refused }) ?? taken(refused))
      : taken(refused);
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
    this.#letGo({ recording, paused: this.#paused });
  }

  /**
   * Unregisters the hotkey for now, so that its keys reach another program. It stays chosen; `false` takes it back.
   */
  pause(paused: boolean): void {
    this.#letGo({ recording: this.#recording, paused });
  }

  /** Another key was pressed or let go, so that this hotkey is no longer held. */
  released(): void {
    this.#press.released();
  }

  onChange(listener: () => void): () => void {
    return this.#changes.on(listener);
  }

  release(): void {
    if (this.#active !== null && this.#isHeld) this.#registry.unregister(this.#active);
    this.#active = null;
    this.#recording = false;
  }

  get #isHeld(): boolean {
    return !this.#recording && !this.#paused;
  }

  #letGo({ recording, paused }: { readonly recording: boolean; readonly paused: boolean }): void {
    const wasHeld = this.#isHeld;
    this.#recording = recording;
    this.#paused = paused;
    if (this.#active === null || wasHeld === this.#isHeld) return;
    if (wasHeld) this.#registry.unregister(this.#active);
    else if (!this.#register(this.#active)) {
      this.#refused = this.#active;
      this.#active = null;
      this.#tell();
    }
  }

  /** Whether the accelerator is to be had. While the hotkey is paused it is tried only, and given back at once. */
  #register(accelerator: string): boolean {
    try {
      const free = this.#registry.register(accelerator, () => this.#press.pressed());
      if (free && this.#paused) this.#registry.unregister(accelerator);
      return free;
    } catch {
      return false;
    }
  }

  #tell(): void {
    this.#changes.tell();
  }
}

function taken(hotkey: string): Problem {
  return problem('hotkey-taken', { hotkey });
}
