import { useMemo } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { PageId } from '#shared/portals/page.ts';
import { huntsIn, pageSettings } from '#shared/portals/listing.ts';
import type { AppState } from '../../ui/app-store.ts';
import { useText } from '../../ui/text.tsx';
import { actionsFor, subjectOf } from '../state/actions.ts';
import { AskPanel } from './ask-panel.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import { pageChoices } from './page-choices.ts';
import { CustomerDetails } from './customer-details.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import { HuntingForm } from './hunting-form.tsx';
import { MarkedCustomers } from '../list/marked-customers.tsx';
import { markedNames } from '../state/marked-names.ts';
import type { Marks } from '../state/marks.ts';
import type { Mode, Question } from '../state/mode.ts';
import { portalsOf } from '../results/portals.ts';

interface ModeProps {
  readonly api: TidegateApi;
  readonly controller: FinderController;
  readonly state: AppState;
  readonly marks: Marks;
  /** The query for all that are marked, as typed so far. */
  readonly hunting: string;
  /** What was just done or not done, in words. */
  readonly told: string | null;
}

/** What stands in the place of the list; null where the customer it is about has left the list. */
export function modePanel(mode: Exclude<Mode, { kind: 'list' }>, props: ModeProps) {
  const { api, controller, marks, state } = props;
  const leave = (): void => controller.leave();
  if (mode.kind === 'question') return <Asked {...props} question={mode.question} />;
  if (mode.kind === 'hunting') {
    return (
      <HuntingForm
        query={props.hunting}
        count={marks.length}
        hunts={huntsIn(pageSettings(state.status))}
        list={<AllMarked {...props} />}
        onWrite={(query) => controller.marked.writeHunting(query)}
        onOpen={() => void controller.marked.openHunting()}
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
      title={name}
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
  marks,
  state,
  told,
}: AboutCustomer & { readonly page: PageId }) {
  const { t } = useText();
  const known = state.status.incidents.customers.find(({ tenantId }) => tenantId === customer.tenantId);
  const subject = subjectOf(customer, page, marks, known);
  const offered = actionsFor(subject);
  const { platform } = state.status;
  return (
    <ChoicePanel
      title={customer.name}
      label={t('finder.actions')}
      told={told}
      choices={offered.map(({ id, name, keys }) => ({
        id,
        label: t(name(subject)),
        ...(keys !== undefined && { keys: formatAccelerator(keys, platform, t) }),
        ...(id === 'close-browsers' && platform !== 'linux' && { obstacle: t('problem.not-offered-here') }),
      }))}
      onChoose={(id) => {
        const action = offered.find((each) => each.id === id);
        if (action) void controller.perform(action.effect(subject), customer);
      }}
      onBack={() => controller.leave()}
    />
  );
}

function OtherBrowsers({
  controller,
  customer: { name, tenantId },
  page,
  state,
  told,
}: AboutCustomer & { readonly page: PageId }) {
  const { t } = useText();
  return (
    <ChoicePanel
      title={name}
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
      title={t('instruction.title', { customer: name })}
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

function AllMarked({ controller, marks, state }: Pick<ModeProps, 'controller' | 'marks' | 'state'>) {
  const { t } = useText();
  return (
    <MarkedCustomers
      marked={markedNames(marks, state.customers, t)}
      onUnmark={(tenantId) => controller.marked.unmark(tenantId)}
    />
  );
}

function Asked({ controller, marks, question, state }: ModeProps & { readonly question: Question }) {
  const { t } = useText();
  const values = { count: marks.length };
  const { about } = question;
  return (
    <AskPanel
      title={t(`question.${about}`, values)}
      yes={t(`question.${about}.yes`, values)}
      no={t('question.no')}
      onYes={() => void controller.answer()}
      onNo={() => controller.refuse()}
      list={<AllMarked controller={controller} marks={marks} state={state} />}
    >
      <p>{t(`question.${about}.text`, values)}</p>
    </AskPanel>
  );
}
