import { focusedWindow, keyboard } from './keyboard.ts';
import { photograph } from './screen.ts';
import { expect } from './test.ts';

/** Waits for a question of the system's own dialog, by its title. */
export async function questionAsked(title: string, picture?: string): Promise<void> {
  await expect.poll(() => focusedWindow()).toBe(title);
  if (picture !== undefined) await photograph(picture);
}

/** Answers a question as a user with a keyboard does: the keyboard is on no, and yes is the button beside it. */
export async function answer(title: string, yes: boolean, picture?: string): Promise<void> {
  await questionAsked(title, picture);
  if (yes) await keyboard.press('Tab', 'space');
  else await keyboard.press('Return');
  await expect.poll(() => focusedWindow()).not.toBe(title);
}

/** Chooses a file in the system's own dialog by typing its path. */
export async function choose(title: string, path: string): Promise<void> {
  await questionAsked(title);
  // A slash opens GTK's field for a path, which swallows letters that come while it opens.
  await keyboard.typeSlowly(path);
  await keyboard.press('Return');
  await expect.poll(() => focusedWindow()).not.toBe(title);
}
