import type { CommandOutcome, OpenHow } from '../../shared/command.ts';
import type { Customer } from '../../shared/customer.ts';
import { openingOf } from '../../shared/isolation.ts';
import type { Problem } from '../../shared/problem.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import type { Browsers } from '../browsers/browsers.ts';
import type { LaunchPlan } from '../browsers/launch/launch-plan.ts';
import type { JournalLine } from '../journal/journal.ts';
import {
  planOpen,
  planOpenLink,
  type Open,
  type OpenGround,
  type Opening,
  type OpenLink,
} from './plan-open.ts';

export interface OpenCustomerParts {
  /** The list and the settings as they are now. */
  readonly ground: () => OpenGround;
  /** The account that reaches a customer; nothing when nobody is signed in who does. */
  readonly accountFor: (customer: Customer) => { readonly id: string; readonly username: string } | undefined;
  readonly browsers: Pick<Browsers, 'plan' | 'open'>;
  /** The plan stands: nothing can change it any more, so the finder may go at once. */
  readonly onPlanned: () => void;
  /** A launch that began: remember the use. */
  readonly onStarted: (use: { readonly tenantId: TenantId; readonly query: string }) => void;
  /** A launch that began and then failed within seconds. */
  readonly onLateFailure: (problem: Problem) => void;
  readonly journal: (line: JournalLine) => void;
  readonly now: () => Date;
}

/** A launch that is settled, and for the journal the page's id or `link`. */
export interface PlannedOpening {
  readonly destination: string;
  readonly plan: LaunchPlan;
}

/** Opens a customer's portal page, or a link of that customer's, in that customer's own browser profile. */
export class OpenCustomer {
  readonly #parts: OpenCustomerParts;

  constructor(parts: OpenCustomerParts) {
    this.#parts = parts;
  }

  async run(command: Open | OpenLink): Promise<CommandOutcome> {
    // Everything that names the customer is settled here, before the first await: whatever a sync or another launch
    // changes from now on, this plan stays what the user saw when they asked.
    const planned = await this.plan(command);
    if (!planned.ok) return planned;
    const { destination, plan } = planned.value;
    this.#parts.onPlanned();
    const launched = await this.#parts.browsers.open(plan);
    this.#write(destination, plan, launched.ok ? 'started' : launched.error.kind);
    if (!launched.ok) return launched;
    const { settled, endedBadly } = launched.value;
    const query = command.kind === 'open' ? (command.query ?? '') : '';
    // What ended at once opened nothing: it is no use of that customer.
    void settled.then(
      (outcome) => outcome.ok && this.#parts.onStarted({ tenantId: plan.customer.tenantId, query }),
    );
    void endedBadly.then((trouble) => {
      if (trouble === undefined) return;
      this.#write(destination, plan, trouble.kind);
      this.#parts.onLateFailure(trouble);
    });
    return ok({ kind: 'opened', customer: plan.customer.name, browser: plan.browser.name });
  }

  /** What `run` would do, settled within this call. Errors: those of `run` but the browser's. */
  async plan(command: Open | OpenLink): Promise<Result<PlannedOpening, Problem>> {
    const ground = this.#parts.ground();
    const opening = command.kind === 'open' ? planOpen(command, ground) : planOpenLink(command, ground);
    if (!opening.ok) return opening;
    const { destination } = opening.value;
    const planned = await this.#plan(opening.value, ground, command.how);
    return planned.ok ? ok({ destination, plan: planned.value }) : planned;
  }

  #plan(
    { customer, url }: Opening,
    { settings }: OpenGround,
    how: OpenHow = {},
  ): ReturnType<Browsers['plan']> {
    const usual = openingOf(customer, settings);
    const level = how.isolation ?? usual.level;
    const browser = how.browser ?? usual.browser;
    const account = this.#parts.accountFor(customer);
    return this.#parts.browsers.plan(
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

  #write(destination: string, plan: LaunchPlan, outcome: string): void {
    this.#parts.journal({
      at: this.#parts.now().toISOString(),
      tenantId: plan.customer.tenantId,
      customer: plan.customer.name,
      destination,
      url: plan.url,
      browser: plan.browser.id,
      level: plan.level,
      profile: plan.profile?.place.profileFolder ?? null,
      outcome,
    });
  }
}
