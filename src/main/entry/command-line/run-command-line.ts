import { resolve } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { allPages } from '#shared/portals/pages.ts';
import { commandFor } from '../answer-request.ts';
import type { Translate } from '#shared/locales/messages.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { OpenContext } from '../../commands/plan-open.ts';
import type { Answer, ChannelRequest, ImportRequest, Refused } from '../channel/wire.ts';
import { complaintsOf, type Diagnosis } from '../doctor/diagnosis.ts';
import { exitCodes, type CommandLine, type CommandName } from './command-line.ts';
import { exitCodeOf, listed, listedPages, told, toldRefusal, type Told } from './output.ts';
import { troubleFor } from './record-troubles.ts';

/** What a command line needs of the machine and of Tidegate's data. */
export interface CommandLineOptions {
  readonly t: Translate;
  readonly platform: Platform;
  readonly version: string;
  readonly electron: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** The bytes of a list, as this process may read them. `file` as typed: see read-list. */
  readonly readList: (file: string) => Promise<Result<Uint8Array, Problem>>;
  /** Asks the running application; nothing when none runs. */
  readonly askRunning: (request: ChannelRequest) => Promise<Result<Answer, Problem> | undefined>;
  /** Starts the application, then asks it. */
  readonly startAndAsk: (request: ChannelRequest) => Promise<Result<Answer, Problem>>;
  /** Answers from a copy of the files; nothing of Tidegate's is written. */
  readonly answerFromDisk: (request: ChannelRequest) => Promise<Answer>;
  /** What is wrong with the records on disk, with the places where they really are. */
  readonly troubles: readonly Problem[];
  /** Imports with the single-instance lock in hand, or lets the application do it that has it. */
  readonly importHere: (request: ImportRequest) => Promise<Result<Answer, Problem>>;
  readonly context: () => OpenContext;
  readonly diagnose: () => Promise<Diagnosis>;
  /** Whether the user says yes; nothing when there is nobody to ask. */
  readonly confirm: (question: string) => Promise<boolean | undefined>;
  /** Removes everything once no other Tidegate runs, and none of `processes`: a helper may still write as it ends. */
  readonly wipeHere: (processes: readonly number[]) => Promise<Problem | undefined>;
}

/** What a command line writes, and how it ends. */
export interface Ended {
  readonly output: string;
  readonly errors: string;
  readonly code: number;
}

/** Carries one command line out. */
export async function runCommandLine(
  line: Result<CommandLine, Problem>,
  json: boolean,
  options: CommandLineOptions,
): Promise<Ended> {
  const outcome = line.ok ? await outcomeOf(line.value, options) : refuse(line.error);
  if (!outcome.ok) {
    const text = toldRefusal(outcome.error, json, options.t);
    const code = exitCodeOf(outcome.error.problem);
    return json ? { output: text, errors: '', code } : { output: '', errors: text, code };
  }
  const sick = outcome.value.kind === 'doctor' && !outcome.value.healthy;
  const output = told(outcome.value, json, options.platform, options.t);
  return { output, errors: '', code: sick ? exitCodes.failed : exitCodes.done };
}

type Outcome = Result<Told, Refused>;
type ReadRequest = Extract<ChannelRequest, { do: 'open' | 'import' | 'export' }>;
type StartRequest = Extract<ChannelRequest, { do: 'open' | 'sync' | 'toggle' }>;

async function outcomeOf(line: CommandLine, options: CommandLineOptions): Promise<Outcome> {
  const { context, t } = options;
  switch (line.command) {
    case 'help':
      return ok({ kind: 'help' });
    case 'version':
      return ok({ kind: 'version', version: options.version, electron: options.electron });
    case 'list':
      return fromDisk('list', options, async () =>
        ok({ kind: 'customers', customers: listed(context().customers.values()) }),
      );
    case 'pages':
      return fromDisk('pages', options, async () => {
        const { settings } = context();
        const pages = listedPages(allPages(settings), settings.hiddenPortals, t);
        return ok({ kind: 'pages', pages });
      });
    case 'doctor': {
      const diagnosis = await options.diagnose();
      return ok({ kind: 'doctor', healthy: complaintsOf(diagnosis).length === 0, diagnosis });
    }
    case 'open': {
      const { customer, page, browser, isolation, dryRun } = line;
      const request: ChannelRequest = {
        do: 'open',
        customer,
        ...(page !== undefined && { page }),
        ...(browser !== undefined && { browser }),
        ...(isolation !== undefined && { isolation }),
        dryRun,
      };
      return dryRun ? askOrRead(request, options) : askOrStart(request, options);
    }
    case 'import': {
      const content = await options.readList(line.file);
      if (!content.ok) return refuse(content.error);
      const request: ImportRequest = {
        do: 'import',
        content: content.value,
        ...(line.encoding !== undefined && { encoding: line.encoding }),
        dryRun: line.dryRun,
      };
      if (line.dryRun) return askOrRead(request, options);
      const running = await options.askRunning(request);
      if (running !== undefined) return flat(running);
      return fromDisk('import', options, async () => flat(await options.importHere(request)));
    }
    case 'export':
      return askOrRead(
        { do: 'export', file: resolve(options.folder, line.file), format: line.format },
        options,
      );
    case 'sync':
      return askOrStart({ do: 'sync' }, options);
    case 'toggle':
      return askOrStart({ do: 'toggle' }, options);
    case 'wipe':
      return wipe(line.yes, options);
  }
}

async function askOrRead(request: ReadRequest, options: CommandLineOptions): Promise<Outcome> {
  const answer = await options.askRunning(request);
  if (answer !== undefined) return flat(answer);
  return fromDisk(request.do, options, () => options.answerFromDisk(request));
}

async function askOrStart(request: StartRequest, options: CommandLineOptions): Promise<Outcome> {
  const running = await options.askRunning(request);
  if (running !== undefined) return flat(running);
  return fromDisk(request.do, options, async () => {
    // What cannot be opened is no reason to start Tidegate.
    const meant = request.do === 'open' ? commandFor(request, options.context()) : undefined;
    if (meant !== undefined && !meant.ok) return meant;
    return flat(await options.startAndAsk(request));
  });
}

/**
 * Answers from the records on disk, if those that the command needs are whole: a list that lacks a damaged file
 * looks like any other, and could replace a good backup. The running application has told its user of damage
 * already.
 */
async function fromDisk(
  command: CommandName,
  { troubles }: CommandLineOptions,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const trouble = troubleFor(command, troubles);
  return trouble === undefined ? act() : refuse(trouble);
}

/** SECURITY: everything goes only after a yes that was typed, or an option that says so. */
async function wipe(yes: boolean, options: CommandLineOptions): Promise<Outcome> {
  const answer = yes ? true : await options.confirm(options.t('cli.wipe.question'));
  if (answer === undefined) return refuse(problem('confirmation-needed', {}));
  if (!answer) return refuse(problem('cancelled', {}));
  const running = await options.askRunning({ do: 'state' });
  const asked = running === undefined ? undefined : await options.askRunning({ do: 'wipe' });
  if (asked !== undefined) {
    const outcome = flat(asked);
    if (!outcome.ok) return outcome;
  }
  const left = await options.wipeHere(processesIn(running));
  return left === undefined ? ok({ kind: 'done' }) : refuse(left);
}

function processesIn(state: Result<Answer, Problem> | undefined): readonly number[] {
  if (state === undefined || !state.ok || !state.value.ok) return [];
  const { value } = state.value;
  return value.kind === 'state' ? value.state.processes : [];
}

function flat(answer: Result<Answer, Problem>): Outcome {
  return answer.ok ? answer.value : refuse(answer.error);
}

function refuse(trouble: Problem): Outcome {
  return err({ problem: trouble, candidates: [] });
}
