import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Finder, type FinderWindow } from '../../../../../src/main/desktop/finder/finder.ts';

class Window implements FinderWindow {
  visible = false;
  keyboard = false;
  height = 0;
  asked = 0;
  isVisible(): boolean {
    return this.visible;
  }
  hasKeyboard(): boolean {
    return this.keyboard;
  }
  present(): void {
    this.visible = this.keyboard = true;
  }
  dismiss(): void {
    this.visible = this.keyboard = false;
  }
  takeKeyboard(): void {
    this.asked += 1;
  }
  setHeight(pixels: number): void {
    this.height = pixels;
  }
}

let window: Window;
let finder: Finder;
let now: number;
let shown: number[];
let hidden: number[];
let forgotten: number;

beforeEach(() => {
  window = new Window();
  now = 0;
  shown = [];
  hidden = [];
  forgotten = 0;
  finder = new Finder(
    window,
    {
      shown: (showing) => shown.push(showing),
      hidden: () => hidden.push(finder.showing),
      forgotten: () => (forgotten += 1),
    },
    () => now,
  );
});

describe('the finder', () => {
  it('comes and goes with the hotkey', () => {
    finder.toggle();
    expect(window.visible).toBe(true);
    finder.toggle();
    expect(window.visible).toBe(false);
    expect(shown).toHaveLength(1);
  });

  it('goes by a second press that comes before it has the keyboard', () => {
    finder.toggle();
    window.keyboard = false;
    now += 150;
    finder.toggle();
    expect(window.visible).toBe(false);
  });

  it('tells which showing has begun and which has ended', () => {
    finder.toggle();
    finder.toggle();
    finder.hide();
    finder.show();
    window.keyboard = false;
    finder.show();
    finder.blurred();
    expect([shown, hidden]).toEqual([
      [1, 2, 3],
      [1, 3],
    ]);
  });

  it('does not count the time of a dialog as an end', async () => {
    finder.show();
    await finder.whileAsking(() => {
      finder.blurred();
      return Promise.resolve();
    });
    expect([shown, hidden]).toEqual([[1], []]);
  });

  it('that stands there without the keyboard is brought to the front, not hidden', () => {
    finder.show();
    window.keyboard = false;
    now += 1_000;
    finder.toggle();
    expect(window.visible && window.keyboard).toBe(true);
  });

  it('goes when the user turns to something else', () => {
    finder.show();
    finder.blurred();
    expect(window.visible).toBe(false);
  });

  it('stays, once, when it is the browser it started that takes the keyboard', () => {
    finder.expectIntruder();
    finder.show();
    now = 3_000;
    finder.blurred();
    expect(window.visible).toBe(true);
    expect(window.asked).toBe(1);
    finder.blurred();
    expect(window.visible).toBe(false);
  });

  it('stays once for each browser window, where several customers were opened at a time', () => {
    for (let opened = 0; opened < 3; opened += 1) finder.expectIntruder();
    finder.show();
    for (let comes = 0; comes < 3; comes += 1) finder.blurred();
    expect([window.visible, window.asked]).toEqual([true, 3]);
    finder.blurred();
    expect(window.visible).toBe(false);
  });

  it('does not mistake the user for a browser that should have come long ago', () => {
    finder.expectIntruder();
    finder.show();
    now = 60_000;
    finder.blurred();
    expect(window.visible).toBe(false);
  });

  it('is not shown anew to say something when it is there already', () => {
    finder.show();
    finder.bringBack();
    expect(shown).toHaveLength(1);
  });
});

describe('a finder that is pinned', () => {
  it('stays when something is opened and when another window has the keyboard', () => {
    finder.show();
    finder.pin();
    finder.done();
    finder.expectIntruder();
    finder.blurred();
    expect(window.visible).toBe(true);
    expect(window.asked).toBe(0);
  });

  it('goes by the hotkey wherever the keyboard is, and comes back unpinned', () => {
    finder.show();
    finder.pin();
    window.keyboard = false;
    finder.toggle();
    expect(window.visible).toBe(false);
    finder.toggle();
    finder.done();
    expect(window.visible).toBe(false);
  });
});

describe('a finder that has failures to tell', () => {
  it('stays whatever windows come up, until it is put away', () => {
    finder.show();
    finder.expectIntruder();
    finder.done();
    finder.bringBackToTell();
    for (let opened = 0; opened < 3; opened++) finder.blurred();
    expect(window.visible).toBe(true);
    expect(window.asked).toBe(0);
    window.keyboard = false;
    finder.toggle();
    expect(window.visible).toBe(false);
    finder.show();
    now = 60_000;
    finder.blurred();
    expect(window.visible).toBe(false);
  });

  it('has done with them when something else is opened', () => {
    finder.bringBackToTell();
    finder.done();
    expect(window.visible).toBe(false);
  });
});

describe('a dialog that takes the keyboard', () => {
  it('finds nothing over it, and the finder is there again as it was', async () => {
    finder.show();
    finder.pin();
    finder.expectIntruder();
    const answer = await finder.whileAsking(async () => {
      finder.blurred();
      expect(window.visible).toBe(false);
      return 'no';
    });
    expect(answer).toBe('no');
    expect(window.visible && window.keyboard).toBe(true);
    expect([shown, window.asked]).toEqual([[1], 0]);
    finder.blurred();
    expect(window.visible).toBe(true);
  });

  it('brings no finder that was not there', async () => {
    await finder.whileAsking(async () => undefined);
    expect(window.visible).toBe(false);
  });
});

it('the clock on the wall, when it is set, changes nothing of how long a browser window is waited for', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
  try {
    finder = new Finder(window, {
      shown: () => undefined,
      hidden: () => undefined,
      forgotten: () => undefined,
    });
    finder.show();
    finder.expectIntruder();
    vi.setSystemTime(1_800_000_000_000);
    window.keyboard = false;
    finder.blurred();
    expect(window.visible).toBe(true);
    expect(window.asked).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

describe('when the user leaves the computer', () => {
  it('goes, whatever it was kept for, and forgets what was typed; also where it was away already', () => {
    finder.show();
    finder.pin();
    finder.bringBackToTell();
    finder.leave();
    expect(window.visible).toBe(false);
    expect(forgotten).toBe(1);
    finder.leave();
    expect(forgotten).toBe(2);
  });
});
