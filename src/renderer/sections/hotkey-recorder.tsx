import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readHotkey, type HotkeyRefusal } from '#shared/hotkeys/accelerator.ts';
import type { Platform } from '#shared/platform.ts';
import { Button } from '../ui/button.tsx';
import { chordOf, type KeyHandler } from '../ui/keyboard.ts';
import { Keys } from '../ui/keys.tsx';
import { useText } from '../ui/text.tsx';

interface Recording {
  readonly held: readonly string[];
  readonly refusal: HotkeyRefusal | null;
}

const nothingYet: Recording = { held: [], refusal: null };

/**
 * Takes a hotkey by having it pressed. Nothing is recorded until the button is pressed, and Tab or leaving it ends the
 * recording, so that the keyboard is never caught here. Meanwhile main lets go of the hotkey in force.
 */
export function HotkeyRecorder(props: {
  readonly platform: Platform;
  readonly locked: boolean;
  /** The words of the button that records, and of the one that takes back what was chosen. */
  readonly record: string;
  readonly takeBack: string;
  /** True while no hotkey of the user's own is set. */
  readonly isDefault: boolean;
  readonly setRecording: (recording: boolean) => Promise<unknown>;
  readonly choose: (accelerator: string | null) => Promise<boolean>;
}) {
  const { t } = useText();
  const helpId = useId();
  const [recording, setRecording] = useState<Recording | null>(null);
  const isRecording = useRef(false);

  const start = (): void => {
    isRecording.current = true;
    setRecording(nothingYet);
    void props.setRecording(true);
  };
  const stop = async (): Promise<void> => {
    if (!isRecording.current) return;
    isRecording.current = false;
    setRecording(null);
    await props.setRecording(false);
  };
  const choose = async (accelerator: string | null): Promise<void> => {
    // In this order: main takes the old one back before it is asked to change it.
    await stop();
    await props.choose(accelerator);
  };
  useEffect(() => () => void stop(), []);

  const keys: KeyHandler = (press) => {
    if (recording === null) return false;
    const chord = chordOf(press);
    if (press.key === 'Tab' && (chord === 'none' || chord === 'shift')) {
      void stop();
      return false;
    }
    const reading = readHotkey(press, props.platform);
    if (press.key === 'Escape' && chord === 'none') void stop();
    else if (reading.kind === 'hotkey') void choose(reading.accelerator);
    else if (reading.kind === 'refused') setRecording({ held: [], refusal: reading.reason });
    else setRecording({ held: reading.held, refusal: recording.refusal });
    return true;
  };

  return (
    <div class="recorder">
      <div class="buttons">
        <Button
          disabled={props.locked}
          pressed={recording !== null}
          describedBy={helpId}
          onClick={() => void (recording === null ? start() : stop())}
          keys={keys}
          onBlur={() => void stop()}
        >
          {recording === null ? props.record : t('setup.hotkey.recording')}
          {recording !== null && recording.held.length > 0 && (
            <Keys accelerator={recording.held.join('+')} platform={props.platform} />
          )}
        </Button>
        {!props.isDefault && !props.locked && (
          <Button look="quiet" onClick={() => void choose(null)}>
            {props.takeBack}
          </Button>
        )}
      </div>
      <p id={helpId} class="field-help" role="status">
        {recording === null ? t('setup.hotkey.recordHelp') : t('setup.hotkey.recordingHelp')}
      </p>
      {recording?.refusal && (
        <p class="field-error" role="alert">
          {t(`setup.hotkey.refused.${recording.refusal}`)}
        </p>
      )}
    </div>
  );
}
