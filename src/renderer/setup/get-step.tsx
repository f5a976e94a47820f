import { useMemo } from 'preact/hooks';
import { isSample } from '#shared/customer/samples.ts';
import { AddCustomerForm } from '../sections/add-customer-form.tsx';
import { BrowserSection } from '../sections/browser-section.tsx';
import { HotkeySection } from '../sections/hotkey-section.tsx';
import { ImportForm } from '../sections/import-form.tsx';
import { LanguageSection } from '../sections/language-section.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import type { ImportText } from '../sections/use-import-text.ts';
import { countCustomers } from '../ui/count-customers.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';
import type { SetupPart } from './asked-part.ts';
import { SignInPanel } from './sign-in-panel.tsx';
import { Way } from './way.tsx';

/** The first step: three ways to customers. What finds itself by itself is folded below them. */
export function GetStep(
  props: SectionProps & {
    readonly list: ImportText;
    readonly opened: ReadonlySet<SetupPart>;
    readonly toggle: (part: SetupPart) => void;
  },
) {
  const { t } = useText();
  const { api, list, opened, state, toggle } = props;
  const samples = useCommand(api);
  const hasSamples = useMemo(() => [...state.customers.keys()].some(isSample), [state.customers]);
  const found = useMemo(() => countCustomers(state.customers), [state.customers]);
  const way = (part: SetupPart) => ({ part, open: opened.has(part), onClick: () => toggle(part) });
  const sampleWords = hasSamples ? ('setup.get.samplesThere' as const) : ('setup.get.samples' as const);
  return (
    <>
      <p class="found" role="status">
        {state.status.sync.running ? t('setup.finding') : found > 0 ? t('setup.found', { count: found }) : ''}
      </p>
      <div class="ways">
        <Way
          {...way('accounts')}
          icon="person"
          title={t('setup.get.signIn')}
          about={t('setup.get.signIn.about')}
        >
          <SignInPanel {...props} />
        </Way>
        <Way {...way('customers')} icon="note" title={t('setup.get.list')} about={t('setup.get.list.about')}>
          <ImportForm {...props} list={list} />
          <AddCustomerForm api={api} />
        </Way>
        <Way
          icon="star"
          title={t(sampleWords)}
          about={t(`${sampleWords}.about`)}
          busy={samples.busy}
          onClick={() => void samples.run({ kind: hasSamples ? 'removeSamples' : 'addSamples' })}
        />
        {samples.problem && <ProblemNotice problem={samples.problem} announce />}
      </div>
      <details
        class="more"
        data-part="browsers"
        open={opened.has('browsers')}
        onToggle={(event) => {
          if (event.currentTarget.open !== opened.has('browsers')) toggle('browsers');
        }}
      >
        <summary>{t('setup.more')}</summary>
        <div class="more-body">
          <LanguageSection {...props} />
          <HotkeySection {...props} />
          <BrowserSection {...props} />
        </div>
      </details>
    </>
  );
}
