import { net, powerMonitor } from 'electron';
import { SeldomAsked } from './seldom-asked.ts';

/** Seconds without input after which the system is asked whether its screen is locked. */
const idle = 60;

/**
 * Milliseconds for which the system's answer counts. On X11 each question waits for the screen's server: one of 1,500 in a
 * round held the thread for 50 ms.
 */
const known = 15_000;

/** Whether somebody is at the computer, and whether it is online. */
export class Presence {
  #locked = false;
  readonly #found = new SeldomAsked(
    () => powerMonitor.getSystemIdleState(idle) === 'locked',
    known,
    () => performance.now(),
  );
  #release: (() => void) | undefined;

  /** Why the background should be quiet now; null when it need not be. */
  get pause(): 'locked' | 'offline' | null {
    // Electron tells of no lock on Linux. It answers when asked, where the desktop knows.
    if (this.#locked || this.#found.answer) return 'locked';
    return net.isOnline() ? null : 'offline';
  }

  /** Tells `back` when the screen is unlocked or the computer wakes. */
  follow(back: () => void): void {
    const lock = (): void => {
      this.#locked = true;
    };
    const unlock = (): void => {
      this.#locked = false;
      back();
    };
    powerMonitor.on('lock-screen', lock);
    powerMonitor.on('suspend', lock);
    powerMonitor.on('unlock-screen', unlock);
    powerMonitor.on('resume', unlock);
    this.#release = () => {
      powerMonitor.off('lock-screen', lock);
      powerMonitor.off('suspend', lock);
      powerMonitor.off('unlock-screen', unlock);
      powerMonitor.off('resume', unlock);
    };
  }

  close(): void {
    this.#release?.();
  }
}
