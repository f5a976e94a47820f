import { Button } from '../ui/button.tsx';
import { useText } from '../ui/text.tsx';
import { countedSteps, steps, type Step } from './steps.ts';

/** Where the user is in the first run, and the ways on and back. */
export function StepBar(props: {
  readonly step: Step;
  readonly busy: boolean;
  /** There is nothing yet to go on with: going on skips this step. */
  readonly skips: boolean;
  /** Something else on the page is what to do now. */
  readonly isAside: boolean;
  readonly back: () => void;
  readonly next: () => void;
}) {
  const { t } = useText();
  const { busy, isAside, skips, step } = props;
  const number = steps.indexOf(step) + 1;
  return (
    <div class="finish-line">
      <p>{number > countedSteps ? '' : t('setup.step', { step: number, steps: countedSteps })}</p>
      <div class="buttons">
        {step !== 'get' && (
          <Button look="quiet" onClick={props.back}>
            {t('setup.back')}
          </Button>
        )}
        <Button look={skips || isAside ? 'plain' : 'primary'} disabled={busy} onClick={props.next}>
          {step === 'ready' ? t('setup.finish.start') : t(skips ? 'setup.skip' : 'setup.next')}
        </Button>
      </div>
    </div>
  );
}
