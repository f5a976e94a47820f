import type { Command, CommandOutcome } from './command.ts';
import type { WindowTexts } from '../locales/messages.ts';
import type { PackedDelta } from './packed-delta.ts';
import type { JournalPart } from '../journal/journal-part.ts';
import type { Problem } from '../problems/problem.ts';
import type { Result } from '../problems/result.ts';
import type { ProfilesReport } from './profiles.ts';
import type { About, CheckUp } from '../status/check-up.ts';
import type { Status } from '../status/status.ts';
import type { TenantId } from '../tenant/tenant-id.ts';
import type { Usage } from '../status/usage.ts';

/** The one contract between main and the windows. Types only: schemas live with main's handlers. */

/** Asked by a window, answered by main. Channel name -> arguments and result. */
export interface Requests {
  /** Everything a window needs to paint; deltas and changes follow as events. */
  'window:state': { args: []; result: WindowState };
  'command:run': { args: [Command]; result: CommandOutcome };
  /** The browser profiles on disk, found again now; sizes follow as events. */
  'profiles:list': { args: []; result: ProfilesReport };
  /** Tell main that the window has something to see. */
  'window:painted': { args: []; result: void };
  /** Which Tidegate runs, on what, and where its data lies. Answered to the settings only, like the next. */
  'about:read': { args: []; result: About };
  /** A part of the journal from this byte on. Answered to the settings only. */
  'journal:read': { args: [number]; result: Result<JournalPart, Problem> };
  /** What the doctor finds now; null when it does not answer. */
  'doctor:check': { args: []; result: CheckUp | null };
  /** Tell main how high the finder's content is, in CSS pixels. */
  'finder:height': { args: [number]; result: void };
}

/** Questions that block the window until main answers: only what main knows at once. */
export interface InstantRequests {
  /** Number of the finder's last showing; 0 before the first. */
  'finder:showing': number;
}

export interface WindowState {
  readonly list: PackedDelta;
  readonly usage: Usage;
  readonly status: Status;
  readonly texts: WindowTexts;
}

/** Told by main to windows. Event name -> payload. */
export interface Events {
  'list:changed': PackedDelta;
  'usage:changed': Usage;
  'status:changed': Status;
  /** The language has changed; a status in it follows. */
  'texts:changed': WindowTexts;
  'profiles:changed': ProfilesReport;
  /** Another way in asked for this, and the customer's instruction has to be read first: show it. */
  'finder:instruction': Command;
  /** A command from outside the windows failed: show why until something else is asked for. */
  'finder:problem': Problem;
  /** These customers are to be selected; so many others that were named are not on the list. */
  'finder:selection': { readonly tenantIds: readonly TenantId[]; readonly unlisted: number };
  /** The finder was just shown, for the time with this number: start over. */
  'finder:shown': number;
  /** The finder was put away. */
  'finder:hidden': null;
  /** The user has left the computer: forget what was typed. */
  'finder:forget': null;
}

/** What a preload gives its window as `window.tidegate`: named functions, each listener returns its own removal. */
export interface TidegateApi {
  state(): Promise<WindowState>;
  run(command: Command): Promise<CommandOutcome>;
  profiles(): Promise<ProfilesReport>;
  painted(): Promise<void>;
  about(): Promise<About>;
  checkUp(): Promise<CheckUp | null>;
  journal(from: number): Promise<Result<JournalPart, Problem>>;
  setFinderHeight(pixels: number): Promise<void>;
  finderShowing(): number;
  onList(listener: (delta: PackedDelta) => void): () => void;
  onUsage(listener: (usage: Usage) => void): () => void;
  onStatus(listener: (status: Status) => void): () => void;
  onTexts(listener: (texts: WindowTexts) => void): () => void;
  onProfiles(listener: (report: ProfilesReport) => void): () => void;
  onProblem(listener: (problem: Problem) => void): () => void;
  onInstruction(listener: (asked: Command) => void): () => void;
  onSelection(listener: (selection: Events['finder:selection']) => void): () => void;
  onFinderShown(listener: (showing: number) => void): () => void;
  onFinderHidden(listener: () => void): () => void;
  onFinderForget(listener: () => void): () => void;
}
