import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { PageId } from '#shared/portals/page.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { LaunchPlan } from '../browsers/launch/launch-plan.ts';
import type { PlannedLaunch } from '../commands/open-customer.ts';
import type { OpenContext } from '../commands/plan-open.ts';
import type {
  Answer,
  ChannelRequest,
  OpenRequest,
  PlanReport,
  Refused,
  RunningState,
} from './channel/wire.ts';
import { isLink } from './command-line/parse-command-line.ts';
import { calledExactly, candidatesOf, findNamed } from './find-named.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { findTarget, readsAsText, type NoTarget } from '#shared/portals/links/find-target.ts';
import { isTidegateLink, readTidegateLink, type LinkCommand } from '#shared/portals/links/tidegate-link.ts';

export interface RequestOptions {
  /** The list and the settings as they are now. */
  readonly context: () => OpenContext;
  /** What a command would start. */
  readonly plan: (command: LinkCommand) => Promise<Result<PlannedLaunch, Problem>>;
  /** Runs a command as the command line, by the table of who may ask what. */
  readonly run: (command: Command) => Promise<CommandOutcome>;
  readonly state: () => RunningState;
}

/** Does what the command line asks for, whether in the running application or in the command line's own process. */
export async function answerRequest(request: ChannelRequest, options: RequestOptions): Promise<Answer> {
  switch (request.do) {
    case 'open':
      return open(request, options);
    case 'import': {
      const { content, encoding } = request;
      const from = { kind: 'bytes', bytes: content, ...(encoding !== undefined && { encoding }) } as const;
      return outcomeOf(await options.run({ kind: request.dryRun ? 'previewImport' : 'importFile', from }));
    }
    case 'export':
      return outcomeOf(
        await options.run({ kind: 'exportCustomers', format: request.format, file: request.file }),
      );
    case 'sync':
      return outcomeOf(await options.run({ kind: 'sync' }));
    case 'toggle':
      return outcomeOf(await options.run({ kind: 'toggleFinder' }));
    case 'wipe':
      return outcomeOf(await options.run({ kind: 'wipe', confirmed: true }));
    case 'state':
      return ok({ kind: 'state', state: options.state() });
  }
}

async function open(request: OpenRequest, options: RequestOptions): Promise<Answer> {
  const command = commandFor(request, options.context());
  if (!command.ok) return command;
  if (!request.dryRun) return outcomeOf(await options.run(command.value));
  const planned = await options.plan(command.value);
  return planned.ok ? ok({ kind: 'planned', plan: reportOf(planned.value) }) : refused(planned.error);
}

/** The command that a line means, from one revision of the list. */
export function commandFor(request: OpenRequest, context: OpenContext): Result<LinkCommand, Refused> {
  const { customer: text, page: named, browser, isolation } = request;
  const how = {
    ...(browser !== undefined && { browser }),
    ...(isolation !== undefined && { isolation }),
  };
  if (isTidegateLink(text)) {
    const link = readTidegateLink(text, context.settings.portalHosts);
    return link.ok ? ok({ ...link.value, how }) : err({ problem: link.error, candidates: [] });
  }
  const { customers, settings } = context;
  const target = findTarget(text, { portalHosts: settings.portalHosts, lookup: lookupIn(customers) });
  if (isLink(text) || readsAsText(text)) {
    if (target.ok) return ok({ kind: 'openLink', text, how });
    const meant = target.error.candidates.map(({ customer }) => customer);
    return err({ problem: target.error.problem, candidates: candidatesOf(meant) });
  }
  const found = target.ok ? ok(target.value.customer) : notReferred(text, target.error, customers);
  if (!found.ok) return found;
  const page = (named ?? 'defender') as PageId;
  return ok({ kind: 'open', tenantId: found.value.tenantId, page, how });
}

/**
 * Whom a text means that is nobody's tenant ID, domain or mail address. SECURITY: a domain that merely resembles a customer's is
 * another's: it is a name only where somebody is called so, sign by sign.
 */
function notReferred(
  text: string,
  { candidates, problem }: NoTarget,
  customers: OpenContext['customers'],
): Result<Customer, Refused> {
  if (problem.kind === 'link-unknown') return findNamed(text, customers.values());
  const called = calledExactly(text, customers.values());
  if (called.length > 0) return findNamed(text, called);
  return err({ problem, candidates: candidatesOf(candidates.map(({ customer }) => customer)) });
}

function reportOf({ page, plan }: PlannedLaunch): PlanReport {
  return { ...placesOf(plan), page };
}

function placesOf(plan: LaunchPlan): Omit<PlanReport, 'page'> {
  const { customer, url, level, browser, executable, args, profile } = plan;
  return {
    customer,
    url,
    isolation: level,
    browser,
    executable,
    arguments: args,
    folder: profile?.place.dataFolder ?? null,
    profile: profile?.place.profileFolder ?? null,
  };
}

function outcomeOf(outcome: CommandOutcome): Answer {
  if (!outcome.ok) return refused(outcome.error);
  const { value } = outcome;
  // Only windows ask for these.
  const isOurs =
    value.kind === 'openedMany' || value.kind === 'journalExported' || value.kind === 'handedOver';
  return ok(isOurs ? { kind: 'done' } : value);
}

function refused(problem: Problem): Answer {
  return err({ problem, candidates: [] });
}
