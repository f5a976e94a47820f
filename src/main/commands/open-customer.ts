import { clouds } from '../../shared/cloud.ts';
import type { Command, CommandOutcome } from '../../shared/command.ts';
import type { Customer } from '../../shared/customer.ts';
import { buildUrl } from '../../shared/portals/build-url.ts';
import { catalogue } from '../../shared/portals/catalogue.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import type { Browsers } from '../browsers/browsers.ts';
import type { LaunchPlan } from '../browsers/launch/launch-plan.ts';
import type { JournalLine } from '../journal/journal.ts';

type Open = Extract<Command, { kind: 'open' }>;

export interface OpenCustomerParts {
  readonly find: (tenantId: TenantId) => Customer | undefined;
  readonly settings: () => Settings;
  readonly browsers: Pick<Browsers, 'plan' | 'open'>;
  /** The plan stands: nothing can change it any more, so the finder may go at once. */
  readonly onPlanned: () => void;
  /** A launch that began: remember the use. */
  readonly onStarted: (open: Open) => void;
  /** A launch that began and then failed within seconds. */
  readonly onLateFailure: (problem: Problem) => void;
  readonly journal: (line: JournalLine) => void;
  readonly now: () => Date;
}

/** Opens a customer's portal page in that customer's own browser profile. */
export class OpenCustomer {
  readonly #parts: OpenCustomerParts;

  constructor(parts: OpenCustomerParts) {
    this.#parts = parts;
  }

  async run(command: Open): Promise<CommandOutcome> {
    // Everything that names the customer is settled here, before the first await: whatever a sync or another launch
    // changes from now on, this plan stays what the user saw when they asked.
    const planned = await this.#plan(command);
    if (!planned.ok) return planned;
    const plan = planned.value;
    this.#parts.onPlanned();
    const launched = await this.#parts.browsers.open(plan);
    this.#write(command, plan, launched.ok ? 'started' : launched.error.kind);
    if (!launched.ok) return launched;
    const { settled, endedBadly } = launched.value;
    // What ended at once opened nothing: it is no use of that customer.
    void settled.then((outcome) => outcome.ok && this.#parts.onStarted(command));
    void endedBadly.then((trouble) => {
      if (trouble === undefined) return;
      this.#write(command, plan, trouble.kind);
      this.#parts.onLateFailure(trouble);
    });
    return ok({ kind: 'opened', customer: plan.customer.name, browser: plan.browser.name });
  }

  #plan({ tenantId, destination }: Open): ReturnType<Browsers['plan']> {
    const customer = this.#parts.find(tenantId);
    if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
    const settings = this.#parts.settings();
    const url = buildUrl(catalogue[destination], customer, clouds[settings.cloud]);
    if (!url.ok) return url;
    const request = { tenantId, name: customer.name, url: url.value };
    return this.#parts.browsers.plan(request, settings.browser);
  }

  #write({ tenantId, destination }: Open, plan: LaunchPlan, outcome: string): void {
    this.#parts.journal({
      at: this.#parts.now().toISOString(),
      tenantId,
      customer: plan.customer.name,
      destination,
      url: plan.url,
      browser: plan.browser.id,
      profile: plan.profileFolder,
      outcome,
    });
  }
}
