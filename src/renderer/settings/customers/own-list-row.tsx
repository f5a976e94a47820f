import { useEffect, useRef, useState } from 'preact/hooks';
import type { Customer } from '../../../shared/customer.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';

/** One customer of the user's own list. Taking it off asks once more, in place. */
export function OwnListRow(props: { readonly customer: Customer; readonly remove: () => void }) {
  const { customer } = props;
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  return (
    <li class="own-row">
      <span class="own-text">
        <span class="own-name">{customer.name}</span>
        <span class="own-detail">{customer.defaultDomain ?? customer.tenantId}</span>
      </span>
      {asking ? (
        <span class="buttons" role="group" aria-label={t('setup.list.ask', { customer: customer.name })}>
          <Button elementRef={keep} onClick={() => setAsking(false)}>
            {t('setup.list.keep')}
          </Button>
          <Button look="primary" onClick={props.remove}>
            {t('setup.list.remove')}
          </Button>
        </span>
      ) : (
        <Button
          elementRef={ask}
          look="quiet"
          label={t('setup.list.removeOne', { customer: customer.name })}
          onClick={() => setAsking(true)}
        >
          {t('setup.list.remove')}
        </Button>
      )}
    </li>
  );
}
