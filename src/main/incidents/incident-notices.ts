import type { Command } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { IncidentCount } from '#shared/incidents/incidents.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { betweenNotices, isQuiet, newIncidentIn, type NewIncident } from './plan-notice.ts';

/** A notice of the desktop: what it says, and what a click asks for. */
export interface IncidentNotice {
  readonly title: string;
  readonly body: string;
  readonly command: Command;
}

export interface IncidentNoticesOptions {
  readonly settings: () => Pick<Settings, 'incidentNotices' | 'quietHours'>;
  readonly find: (tenantId: TenantId) => Customer | undefined;
  readonly show: (notice: IncidentNotice) => void;
  readonly t: () => Translate;
  readonly now: () => Date;
  /** Runs something once, after so many milliseconds; returns how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

/** Tells of new incidents of severity high at favourite customers: one notice a minute at most, none in quiet hours. */
export class IncidentNotices {
  readonly #options: IncidentNoticesOptions;
  #waiting: readonly NewIncident[] = [];
  #last = Number.NEGATIVE_INFINITY;
  #callOff: (() => void) | undefined;

  constructor(options: IncidentNoticesOptions) {
    this.#options = options;
  }

  /** A customer's tenant has told its number. */
  counted(tenantId: TenantId, count: IncidentCount, before: IncidentCount | undefined): void {
    const customer = this.#options.find(tenantId);
    const fresh = customer && newIncidentIn(customer, count, before);
    if (fresh === undefined || !this.#isWanted()) return;
    this.#waiting = [...this.#waiting.filter((each) => each.tenantId !== tenantId), fresh];
    // If the clock was set back, wait no longer than the usual time.
    const wait = Math.min(betweenNotices, this.#last + betweenNotices - this.#options.now().getTime());
    if (wait <= 0) this.#show();
    else this.#callOff ??= this.#options.later(() => this.#show(), wait);
  }

  close(): void {
    this.#callOff?.();
    this.#waiting = [];
  }

  #isWanted(): boolean {
    const { incidentNotices, quietHours } = this.#options.settings();
    const now = this.#options.now();
    return incidentNotices && !isQuiet(quietHours, now.getHours() * 60 + now.getMinutes());
  }

  #show(): void {
    this.#callOff = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    const t = this.#options.t();
    const known = waiting.flatMap(({ number, tenantId }) => {
      const customer = this.#options.find(tenantId);
      return customer?.favourite === true ? [{ number, customer }] : [];
    });
    const [first, ...others] = known;
    if (first === undefined || !this.#isWanted()) return;
    this.#last = this.#options.now().getTime();
    const { customer, number } = first;
    // SECURITY: what a click opens is named here: a customer of the list and a number, and nothing that Microsoft wrote.
    this.#options.show(
      others.length === 0
        ? {
            title: customer.name,
            body: t('notice.incident', { number }),
            command: {
              kind: 'open',
              tenantId: customer.tenantId,
              page: 'defender',
              indicator: { kind: 'incident', value: number },
            },
          }
        : {
            title: t('notice.incidents', { count: known.length }),
            body: known.map((each) => each.customer.name).join(', '),
            command: { kind: 'toggleFinder' },
          },
    );
  }
}
