import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { accessKindsText } from '#shared/access/access-kinds-text.ts';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { isolationLevels, type IsolationLevel } from '#shared/customer/isolation.ts';
import type { Status } from '#shared/status/status.ts';
import { Button } from '../../ui/button.tsx';
import { Field, type ControlProps } from '../../ui/field.tsx';
import { chooseForHelp } from '../../ui/help-customer.ts';
import { chordOf, isSaveKey, onKeys } from '../../ui/keyboard.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { leadTo } from '../../ui/settings-place.ts';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { CustomerHeader } from './customer-header.tsx';
import { IncidentDetails } from '../list/incidents.tsx';
import {
  changeBetween,
  draftOf,
  hostsToConfirm,
  withText,
  type Draft,
  type TextName,
} from '../state/draft.ts';
import type { Drafts } from '../state/drafts.ts';
import { HostsToConfirm } from './hosts-to-confirm.tsx';

type SwitchName = Exclude<keyof Draft, TextName>;

/**
 * What the user writes about one customer. Takes the place of the list until it is saved or left; what is left unsaved
 * is there again when the form comes back.
 */
export function CustomerDetails(props: {
  readonly api: TidegateApi;
  readonly customer: Customer;
  readonly drafts: Drafts;
  readonly status: Status;
  /** Has the keyboard first. */
  readonly field?: keyof Draft;
  readonly onClose: () => void;
  /** The customer was removed. */
  readonly onRemoved: () => void;
}) {
  const { api, customer, drafts, onClose, status } = props;
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const [opened] = useState(() => draftOf(customer));
  const [draft, setDraft] = useState(() => drafts.of(customer));
  const unconfirmed = hostsToConfirm(draft, customer, status.settings.portalHosts);
  const saving = useCommand(api);
  const acting = useCommand(api);
  const { tenantId } = customer;
  const change = changeBetween(opened, draft);
  const isChanged = Object.keys(change).length > 0;
  const problem = saving.problem ?? acting.problem;
  useLayoutEffect(() => focusOn(form.current, props.field), []);

  const write = (written: Draft): void => {
    drafts.keep(tenantId, opened, written);
    setDraft(written);
  };
  /** Then nothing typed is left to be kept. */
  const forget = async (): Promise<void> => {
    if (!(await act({ kind: 'forgetCustomer', tenantId })).ok) return;
    drafts.discard(tenantId);
    props.onRemoved();
  };
  const save = async (): Promise<void> => {
    if (saving.busy) return;
    acting.forget();
    if (isChanged && !(await saving.run({ kind: 'annotate', tenantId, change })).ok) return;
    discard();
  };
  const act = (command: Command): ReturnType<typeof acting.run> => {
    saving.forget();
    return acting.run(command);
  };
  /** Main asks; a yes takes the host, and the button that was pressed, from the form. */
  const trust = async (host: string): Promise<void> => {
    if ((await act({ kind: 'confirmHost', host })).ok) focusOn(form.current, 'links');
  };
  const discard = (): void => {
    drafts.discard(tenantId);
    onClose();
  };
  const help = (): void => {
    chooseForHelp([tenantId]);
    leadTo('help-notOpened');
    void act({ kind: 'showSettings', page: 'help' });
  };
  const keys = onKeys((press) => {
    const chord = chordOf(press);
    if (press.key === 'Escape' && chord === 'none') onClose();
    else if (isSaveKey(press)) void save();
    else return false;
    return true;
  });

  const text = (name: TextName, control: ControlProps) => ({
    ...control,
    'data-field': name,
    value: draft[name],
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      write(withText(opened, draft, name, event.currentTarget.value)),
  });
  const check = (name: SwitchName, label: string) => (
    <label class="check">
      <input
        type="checkbox"
        checked={draft[name]}
        onChange={(event) => write({ ...draft, [name]: event.currentTarget.checked })}
      />
      {label}
    </label>
  );

  return (
    <form
      class="details"
      ref={form}
      // A click beside the fields must not take the keyboard out of the form, and Escape with it.
      tabIndex={-1}
      aria-labelledby="details-title"
      {...keys}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CustomerHeader customer={customer} id="details-title" />
      <div class="details-fields" data-scrolls>
        <p class="details-id">
          {tenantId} · {accessKindsText(t, customer)}
        </p>
        <IncidentDetails tenantId={tenantId} />
        <Field label={t('details.name')} help={t('details.nameHelp')}>
          {(control) => <input type="text" placeholder={customer.name} {...text('name', control)} />}
        </Field>
        <Field label={t('details.aliases')} help={t('details.aliasesHelp')}>
          {(control) => <textarea rows={2} {...text('aliases', control)} />}
        </Field>
        <Field label={t('details.tags')} help={t('details.commas')}>
          {(control) => <input type="text" {...text('tags', control)} />}
        </Field>
        <div class="field">
          {check('favourite', t('details.favourite'))}
          {check('hidden', t('details.hidden'))}
        </div>
        <Field label={t('details.note')} help={t('details.noteHelp')}>
          {(control) => <textarea rows={3} {...text('note', control)} />}
        </Field>
        <Field label={t('details.instruction')} help={t('details.instructionHelp')}>
          {(control) => <textarea rows={2} {...text('instruction', control)} />}
        </Field>
        <div class="field">
          {check('atLaunch', t('details.atLaunch'))}
          <p class="field-help">{t(draft.atLaunch ? 'details.atLaunchOn' : 'details.atLaunchOff')}</p>
        </div>
        <Field label={t('details.links')} help={t('details.linksHelp')}>
          {(control) => <textarea rows={2} {...text('links', control)} />}
        </Field>
        <HostsToConfirm
          hosts={unconfirmed}
          locked={status.locked.includes('portalHosts')}
          busy={acting.busy}
          onTrust={(host) => void trust(host)}
        />
        <Field label={t('details.colour')}>
          {(control) => <input type="color" {...text('colour', control)} />}
        </Field>
        <Field label={t('details.browser')}>
          {(control) => (
            <select {...text('browser', control)}>
              <option value="">{t('details.asSet')}</option>
              {status.browsers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('isolation.title')}>
          {(control) => (
            <select {...text('isolation', control)}>
              <option value="">{t('details.asSet')}</option>
              {isolationLevels.map((level: IsolationLevel) => (
                <option key={level} value={level}>
                  {t(`isolation.${level}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {status.accounts.length > 1 && (
          <Field label={t('details.account')}>
            {(control) => (
              <select {...text('accountId', control)}>
                <option value="">{t('details.bestAccount')}</option>
                {status.accounts.map(({ id, username }) => (
                  <option key={id} value={id}>
                    {username}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div class="buttons">
          {status.accounts.length > 0 && (
            <Button busy={acting.busy} onClick={() => void act({ kind: 'stepUp', tenantId })}>
              {t('details.signIn')}
            </Button>
          )}
          <Button onClick={help}>{t('help.notOpened.title')}</Button>
          <Button busy={acting.busy} onClick={() => void forget()}>
            {t('details.forget')}
          </Button>
        </div>
      </div>
      <div class="details-end">
        {problem && <ProblemNotice problem={problem} announce />}
        {isChanged && <p class="field-help">{t('details.unsaved')}</p>}
        <div class="buttons">
          <Button look="primary" type="submit" busy={saving.busy}>
            {t('details.save')}{' '}
            <kbd aria-hidden="true">{formatAccelerator('CommandOrControl+S', status.platform, t)}</kbd>
          </Button>
          <Button onClick={onClose}>{t('finder.back')}</Button>
          {isChanged && <Button onClick={discard}>{t('details.discard')}</Button>}
        </div>
      </div>
    </form>
  );
}

function focusOn(form: HTMLFormElement | null, field: keyof Draft = 'name'): void {
  form?.querySelector<HTMLElement>(`[data-field=${field}]`)?.focus();
}
