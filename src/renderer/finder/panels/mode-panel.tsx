import { useMemo } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import { closingOffered } from '#shared/commands/closing-offered.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { PageId } from '#shared/portals/page.ts';
import { huntsIn, pageSettings } from '#shared/portals/pages.ts';
import type { AppState } from '../../ui/app-store.ts';
import { useText } from '../../ui/text.tsx';
import { actionsFor, selectionActions, subjectOf } from '../state/actions.ts';
import { AskPanel } from './ask-panel.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import { pageChoices } from './page-choices.ts';
import { CustomerHeader } from './customer-header.tsx';
import { CustomerDetails } from './customer-details.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import { HuntingForm } from './hunting-form.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { SelectedCustomers } from '../list/selected-customers.tsx';
import { selectedNames } from '../state/selected-names.ts';
import type { CustomerSelection } from '../state/selection.ts';
import type { Mode, Question } from '../state/mode.ts';
import { portalsOf } from '../results/portals.ts';

interface ModeProps {
  readonly api: TidegateApi;
  readonly controller: FinderController;
  readonly state: AppState;
  readonly selection: CustomerSelection;
  /** The query for all that are selected, as typed so far. */
  readonly hunting: string;
  /** What was just done or not done, in words. */
  readonly told: string | null;
}

/** What stands in the place of the list; null where the customer it is about has left the list. */
export function modePanel(mode: Exclude<Mode, { kind: 'list' }>, props: ModeProps) {
  const { api, controller, selection, state } = props;
  const leave = (): void => controller.leave();
  if (mode.kind === 'question') return <Asked {...props} question={mode.question} />;
  if (mode.kind === 'keys') return <KeysPanel platform={state.status.platform} onBack={leave} />;
  if (mode.kind === 'selected') return <Selected {...props} />;
  if (mode.kind === 'hunting') {
    return (
      <HuntingForm
        query={props.hunting}
        count={selection.length}
        hunts={huntsIn(pageSettings(state.status))}
        list={<AllSelected {...props} />}
        onWrite={(query) => controller.selection.writeHunting(query)}
        onOpen={() => void controller.selection.openHunting()}
        onBack={leave}
      />
    );
  }
  const customer = state.customers.get(mode.tenantId);
  if (customer === undefined) return null;
  const about = { ...props, customer };
  switch (mode.kind) {
    case 'pages':
      return <CustomerPages {...about} />;
    case 'actions':
      return <Actions {...about} page={mode.page} />;
    case 'browsers':
      return <OtherBrowsers {...about} page={mode.page} />;
    case 'instruction':
      return <InstructionToRead {...about} />;
    case 'details':
      return (
        <CustomerDetails
          key={mode.tenantId}
          api={api}
          customer={customer}
          drafts={controller.drafts}
          status={state.status}
          field={mode.field}
          onClose={() => controller.leaveDetails(customer)}
          onRemoved={() => controller.removed(customer)}
        />
      );
  }
}

type AboutCustomer = ModeProps & { readonly customer: Customer };

function CustomerPages({ controller, customer, state, told }: AboutCustomer) {
  const { t } = useText();
  const { customers, status } = state;
  const choices = useMemo(
    () => pageChoices(customer, portalsOf(state, undefined), t),
    [customer, customers, status.settings, status.teamHunts, t],
  );
  const { name, tenantId } = customer;
  return (
    <ChoicePanel
      header={<CustomerHeader customer={customer} />}
      label={t('finder.pages')}
      told={told}
      choices={choices}
      onChoose={(id, pin) =>
        void controller.ask(
          { kind: 'open', tenantId, page: id as PageId, query: controller.get().query },
          { name },
          pin,
        )
      }
      onBack={() => controller.leave()}
    />
  );
}

function Actions({
  controller,
  customer,
  page,
  selection,
  state,
  told,
}: AboutCustomer & { readonly page: PageId }) {
  const { t } = useText();
  const known = state.status.incidents.customers.find(({ tenantId }) => tenantId === customer.tenantId);
  const subject = subjectOf(customer, page, selection, known);
  const offered = actionsFor(subject);
  const { platform } = state.status;
  const keysOf = (keys: string | undefined) =>
    keys === undefined ? {} : { keys: [formatAccelerator(keys, platform, t)] };
  return (
    <ChoicePanel
      header={<CustomerHeader customer={customer} />}
      label={t('finder.actions')}
      told={told}
      choices={offered.map(({ id, name, keys, listKeys }) => ({
        id,
        label: t(name(subject)),
        ...keysOf(keys ?? listKeys),
        ...(id === 'close-browsers' &&
          !closingOffered[platform] && { obstacle: t('problem.not-offered-here') }),
      }))}
      onChoose={(id) => {
        const action = offered.find((each) => each.id === id);
        if (action) void controller.perform(action.effect(subject), customer);
      }}
      onBack={() => controller.leave()}
    />
  );
}

/** What can be done with all that are selected, where nobody is highlighted. */
function Selected({ controller, selection, state, told }: ModeProps) {
  const { t } = useText();
  const { platform } = state.status;
  return (
    <ChoicePanel
      header={<h2>{t('finder.selected', { count: selection.length })}</h2>}
      label={t('finder.selected.actions')}
      told={told}
      choices={selectionActions.map(({ id, keys, name }) => ({
        id,
        label: t(name),
        ...(keys !== undefined && { keys: [formatAccelerator(keys, platform, t)] }),
      }))}
      onChoose={(id) => {
        const action = selectionActions.find((each) => each.id === id);
        if (action) void controller.selection.performForAll(action.what);
      }}
      onBack={() => controller.leave()}
    />
  );
}

function OtherBrowsers({
  controller,
  customer,
  page,
  state,
  told,
}: AboutCustomer & { readonly page: PageId }) {
  const { t } = useText();
  const { name, tenantId } = customer;
  return (
    <ChoicePanel
      header={<CustomerHeader customer={customer} />}
      label={t('finder.browsers')}
      told={told}
      choices={state.status.browsers.map((browser) => ({
        id: browser.id,
        label: browser.name,
        ...(browser.version !== undefined && { detail: browser.version }),
      }))}
      onChoose={(browser, pin) =>
        void controller.ask({ kind: 'open', tenantId, page, how: { browser } }, { name }, pin)
      }
      onBack={() => controller.leave()}
    />
  );
}

function InstructionToRead({ controller, customer }: AboutCustomer) {
  const { t } = useText();
  const { name, instruction } = customer;
  const text = instruction?.text ?? '';
  return (
    <AskPanel
      header={
        <CustomerHeader
          customer={customer}
          id="ask-title"
          title={t('instruction.title', { customer: name })}
        />
      }
      yes={t('instruction.open')}
      no={t('instruction.leave')}
      onYes={() => void controller.acknowledge(text, name)}
      onNo={() => controller.leave()}
    >
      <p class="ask-instruction">{text}</p>
      <p class="field-help">{t('instruction.help')}</p>
    </AskPanel>
  );
}

function AllSelected({
  controller,
  selection,
  state,
}: Pick<ModeProps, 'controller' | 'selection' | 'state'>) {
  const { t } = useText();
  return (
    <SelectedCustomers
      selected={selectedNames(selection, state.customers, t)}
      onDeselect={(tenantId) => controller.selection.deselect(tenantId)}
    />
  );
}

function Asked({ controller, selection, question, state }: ModeProps & { readonly question: Question }) {
  const { t } = useText();
  const values = { count: selection.length };
  const { about } = question;
  return (
    <AskPanel
      header={<h2 id="ask-title">{t(`question.${about}`, values)}</h2>}
      yes={t(`question.${about}.yes`, values)}
      no={t('question.no')}
      onYes={() => void controller.answer()}
      onNo={() => controller.refuse()}
      list={<AllSelected controller={controller} selection={selection} state={state} />}
    >
      <p>{t(`question.${about}.text`, values)}</p>
    </AskPanel>
  );
}
