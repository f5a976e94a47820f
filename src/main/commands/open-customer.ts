import type { Command, CommandOutcome, NotOpened, OpenHow } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { launchChoiceOf } from '#shared/customer/isolation.ts';
import type { PageId } from '#shared/portals/page.ts';
import { actOf, type Act } from '#shared/portals/acting-links.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { parseUrl } from '#shared/text/url.ts';
import { unreadInstruction } from './instruction-gate.ts';
import type { Browsers } from '../browsers/browsers.ts';
import type { LaunchPlan } from '../browsers/launch/launch-plan.ts';
import type { WayIn } from './entries.ts';
import type { JournalLine } from '../state/journal/journal.ts';
import {
  planOpen,
  planOpenLink,
  type Open,
  type OpenContext,
  type OpenPlan,
  type OpenLink,
} from './plan-open.ts';

export interface OpenCustomerOptions {
  /** The list and the settings as they are now. */
  readonly context: () => OpenContext;
  /** The account that reaches a customer; nothing when nobody is signed in who does. */
  readonly accountFor: (customer: Customer) => { readonly id: string; readonly username: string } | undefined;
  readonly browsers: Pick<Browsers, 'plan' | 'open'>;
  /** Asks the user about a link that would do something at this customer; false for no. */
  readonly confirmAct: (act: Act, opening: Pick<OpenPlan, 'customer' | 'url'>) => Promise<boolean>;
  /** The plan is made, and nothing can change it any more: the finder may go. */
  readonly onPlanned: () => void;
  /** A browser was started: its window is on its way. */
  readonly onLaunched: () => void;
  /** A launch that began: remember the use. */
  readonly onStarted: (use: {
    readonly tenantId: TenantId;
    readonly query: string;
    readonly page?: PageId;
    readonly plan: LaunchPlan;
  }) => void;
  /** A launch that began and then failed within seconds. */
  readonly onLateFailure: (problem: Problem) => void;
  readonly journal: (line: JournalLine) => void;
  readonly now: () => Date;
}

type OpenMany = Extract<Command, { kind: 'openMany' }>;

/** For the journal: who reached the customer, and through what it was asked for. */
interface Origin {
  readonly account: string | null;
  readonly wayIn: WayIn | undefined;
}

/** What will be started, and the page that the journal notes: its id, or `link`. */
export interface PlannedLaunch {
  readonly page: string;
  readonly plan: LaunchPlan;
}

/** Opens a customer's portal page, or a link of that customer's, in that customer's own browser profile. */
export class OpenCustomer {
  readonly #options: OpenCustomerOptions;

  constructor(options: OpenCustomerOptions) {
    this.#options = options;
  }

  async run(command: Open | OpenLink, wayIn?: WayIn): Promise<CommandOutcome> {
    // SECURITY: everything that names the customer is settled here, before the first await: whatever a sync or another launch
    // changes from now on, this plan stays what the user saw when they asked.
    const settled = await this.#settle(command);
    if (!settled.ok) return settled;
    const { opening, plan, account } = settled.value;
    // SECURITY: asked here, by main, whatever way the link came in and whatever names it: nothing opens on a page's word.
    const act = actOf(plan.url);
    if (act !== undefined && !(await this.#options.confirmAct(act, opening)))
      return err(problem('cancelled', {}));
    this.#options.onPlanned();
    // SECURITY: an indicator is no name of a customer's, and often somebody's: it is not learnt.
    const isName = command.kind === 'open' && command.indicator === undefined;
    const query = isName ? (command.query ?? '') : '';
    const launched = await this.#launch(opening, plan, query, { account, wayIn });
    if (!launched.ok) return launched;
    return ok({ kind: 'opened', customer: plan.customer.name, browser: plan.browser.name });
  }

  /** Opens a page in several customers, all planned from one revision of the list. One that cannot be holds up no other. */
  async runMany(
    { tenantIds, page, hunting, indicator, link }: OpenMany,
    wayIn?: WayIn,
  ): Promise<CommandOutcome> {
    const context = this.#options.context();
    // All of them are planned before the first await, as one is.
    const asked = [...new Set(tenantIds)].map((tenantId) => {
      const one = { kind: 'open', tenantId, page, ...(indicator && { indicator }) } as const;
      const planned =
        link === undefined
          ? planOpen(one, context, hunting)
          : planOpenLink({ kind: 'openLink', text: link, customer: tenantId }, context);
      const opening = refuseActing(refuseUnread(planned, context));
      const customer = context.customers.get(tenantId)?.name ?? tenantId;
      return {
        tenantId,
        customer,
        opening,
        account: opening.ok ? this.#accountName(opening.value) : null,
        plan: opening.ok ? this.#planLaunch(opening.value, context) : opening,
      };
    });
    const launches = await Promise.all(asked.map(async (each) => ({ ...each, plan: await each.plan })));
    if (launches.some(({ plan }) => plan.ok)) this.#options.onPlanned();
    // The queue starts them in this order, one at a time.
    const ends = await Promise.all(
      launches.map(async ({ tenantId, customer, opening, plan, account }): Promise<NotOpened | undefined> => {
        if (!opening.ok) return { tenantId, customer, problem: opening.error };
        if (!plan.ok) return { tenantId, customer, problem: plan.error };
        const launched = await this.#launch(opening.value, plan.value, '', { account, wayIn });
        return launched.ok ? undefined : { tenantId, customer, problem: launched.error };
      }),
    );
    const failed = ends.filter((end) => end !== undefined);
    return ok({ kind: 'openedMany', opened: ends.length - failed.length, failed });
  }

  async #launch(
    opening: OpenPlan,
    plan: LaunchPlan,
    query: string,
    origin: Origin,
  ): Promise<Result<undefined, Problem>> {
    const launched = await this.#options.browsers.open(plan);
    this.#write(opening, plan, origin, launched.ok ? 'started' : launched.error.kind);
    if (!launched.ok) return launched;
    this.#options.onLaunched();
    const { settled, endedBadly } = launched.value;
    const page = pageOf(opening);
    // A browser that ended at once opened nothing: that is no use of the customer.
    void settled.then(
      (outcome) =>
        outcome.ok &&
        this.#options.onStarted({ tenantId: plan.customer.tenantId, query, ...(page && { page }), plan }),
    );
    void endedBadly.then((trouble) => {
      if (trouble === undefined) return;
      this.#write(opening, plan, origin, trouble.kind, true);
      this.#options.onLateFailure(trouble);
    });
    return ok(undefined);
  }

  /** What `run` would do, settled within this call. Errors: those of `run` but the browser's. */
  async plan(command: Open | OpenLink): Promise<Result<PlannedLaunch, Problem>> {
    const settled = await this.#settle(command);
    return settled.ok ? ok({ page: settled.value.opening.page, plan: settled.value.plan }) : settled;
  }

  /** The opening and its launch, from one state of the list and the settings. */
  async #settle(
    command: Open | OpenLink,
  ): Promise<Result<Pick<Origin, 'account'> & { opening: OpenPlan; plan: LaunchPlan }, Problem>> {
    const context = this.#options.context();
    const opening = refuseUnread(
      command.kind === 'open' ? planOpen(command, context) : planOpenLink(command, context),
      context,
    );
    if (!opening.ok) return opening;
    // Taken with the plan: who signs in or out meanwhile did not reach this customer.
    const account = this.#accountName(opening.value);
    const plan = await this.#planLaunch(opening.value, context, command.how);
    return plan.ok ? ok({ opening: opening.value, plan: plan.value, account }) : plan;
  }

  #planLaunch(
    { customer, url }: OpenPlan,
    { settings }: OpenContext,
    how: OpenHow = {},
  ): ReturnType<Browsers['plan']> {
    const usual = launchChoiceOf(customer, settings);
    const level = how.isolation ?? usual.level;
    const browser = how.browser ?? usual.browser;
    const account = this.#options.accountFor(customer);
    return this.#options.browsers.plan(
      {
        tenantId: customer.tenantId,
        name: customer.name,
        url,
        level,
        ...(customer.colour !== undefined && { colour: customer.colour }),
        ...(account && { account }),
        ownProfile: customer.ownProfile ?? settings.ownProfile,
        customCommand: settings.customAllowed ? settings.customCommand : null,
        extraArguments: settings.browserArguments,
        windowsSso: settings.windowsSso,
      },
      browser,
    );
  }

  #accountName({ customer }: OpenPlan): string | null {
    // Who is signed out has no name there.
    const username = this.#options.accountFor(customer)?.username ?? '';
    return username === '' ? null : username;
  }

  #write(
    { page, kept }: OpenPlan,
    plan: LaunchPlan,
    { account, wayIn }: Origin,
    outcome: string,
    late = false,
  ): void {
    this.#options.journal({
      at: this.#options.now().toISOString(),
      tenantId: plan.customer.tenantId,
      customer: plan.customer.name,
      page,
      url: kept ?? plan.url,
      browser: plan.browser.id,
      level: plan.level,
      profile: plan.profile?.place.profileFolder ?? null,
      outcome,
      account,
      ...(wayIn && { wayIn }),
      ...(late && { late }),
    });
  }
}

/** The page that Enter can open again; links and indicators are not repeated. */
function pageOf({ page, kept }: OpenPlan): PageId | undefined {
  return page === 'link' || kept !== undefined ? undefined : (page as PageId);
}

/** Refuses every launch while the customer's standing instruction is unread, whoever asks for it. */
function refuseUnread(opening: Result<OpenPlan, Problem>, { usage }: OpenContext): Result<OpenPlan, Problem> {
  const unread = opening.ok ? unreadInstruction(opening.value.customer, usage) : undefined;
  return unread === undefined ? opening : err(unread);
}

/** SECURITY: what does something when it opens is confirmed for one customer, never for many at once. */
function refuseActing(opening: Result<OpenPlan, Problem>): Result<OpenPlan, Problem> {
  const acts = opening.ok && actOf(opening.value.url) !== undefined;
  return acts ? err(problem('link-acts', { host: parseUrl(opening.value.url)?.hostname ?? '' })) : opening;
}
