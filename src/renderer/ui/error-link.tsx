import { errorNumber, type Problem } from '#shared/problems/problem.ts';
import { api } from './api.ts';
import { Button } from './button.tsx';
import { useText } from './text.tsx';

/** The way to Microsoft's own page about an error, where the error has a number. It opens in the user's browser. */
export function ErrorLink({ problem }: { readonly problem: Problem }) {
  const { t } = useText();
  const number = errorNumber(problem);
  if (number === undefined) return null;
  return (
    <Button look="quiet" onClick={() => void api.run({ kind: 'lookUpError', number })}>
      {t('common.lookUpError', { number })}
    </Button>
  );
}
