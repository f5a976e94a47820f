import { useLayoutEffect } from 'preact/hooks';
import { chordOf, listenForKeys, type HeardPress } from '../../ui/keyboard.ts';
import type { FinderController } from '../state/finder-controller.ts';
import { belongsToInput, windowKeyOf } from './list-keys.ts';
import type { RemedyAction } from '../../ui/remedy-action.ts';

/** The keys that work wherever the finder's keyboard is. `remedy`: what F8 does about the problem in sight. */
export function useWindowKeys(controller: FinderController, remedy: RemedyAction | undefined): void {
  const pressed = (press: HeardPress): boolean => {
    switch (windowKeyOf(press)) {
      case 'keys':
        controller.showKeys();
        return true;
      case 'settings':
        controller.showSettings();
        return true;
      case 'undo':
        return controller.get().mode.kind === 'list' && controller.undo();
      case 'remedy':
        remedy?.act();
        return remedy !== undefined;
      case undefined:
        return keysAnywhere(press, controller);
    }
  };
  useLayoutEffect(() => listenForKeys(pressed));
}

/**
 * A key that no part has used, because the keyboard is on a button or nowhere: Escape goes back, and what types or moves
 * goes to the input.
 */
function keysAnywhere(press: HeardPress, controller: FinderController): boolean {
  if (press.key === 'Escape' && chordOf(press) === 'none') {
    if (controller.get().mode.kind === 'list') controller.escape();
    else controller.leave();
    return true;
  }
  const input = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (input === null || document.activeElement === input || !belongsToInput(press)) return false;
  // The letter then goes where the keyboard is: to the input.
  input.focus();
  return false;
}
