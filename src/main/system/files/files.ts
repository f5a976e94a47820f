import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { ProgramFound, Task, TaskAnswer } from './tasks.ts';

/** A process that does one task, and can be ended whatever it waits for. */
export interface ReaderProcess {
  /** Settles when there is no such process any more, or when it could not be started. */
  readonly ended: Promise<void>;
  /** Ends it at once and for good. */
  kill(): void;
}

/** Starts a process for a task; `hear` gets what it tells. See `carryOut`. */
export type StartReader = (task: Task, hear: (answer: TaskAnswer) => void) => ReaderProcess;

export interface ReadOptions {
  readonly mostBytes: number;
  /** The version that is known: what is still that version is not read again. */
  readonly known?: string;
  readonly signal?: AbortSignal;
}

export type FileRead = { readonly bytes: Uint8Array; readonly version: string } | 'unchanged';

/** How long a place may take to give or take a whole file, in milliseconds. */
const patienceMilliseconds = 60_000;
/** The same to tell what stands there: whoever opens a customer may wait for it. */
const lookPatience = 5_000;
/** How often a watched file is looked at, in milliseconds. */
const lookMilliseconds = 5_000;

/**
 * Reads and writes files whose places the user named. SECURITY: each in a process of its own, because a share that is gone
 * holds whoever asks it, and a thread that is held can never be freed: after four of them nothing here would reach the
 * disk any more. What takes too long, or is cancelled, is given up by ending that process.
 */
export class Files {
  readonly #start: StartReader;
  readonly #patience: number;
  readonly #processes = new Set<ReaderProcess>();
  /** By file: the process that has to do with it. Until that has ended no other asks the same place. */
  readonly #busy = new Map<string, Promise<void>>();

  /** `patience`: milliseconds for one file. */
  constructor(start: StartReader, patience = patienceMilliseconds) {
    this.#start = start;
    this.#patience = patience;
  }

  /** Errors: `list-too-big`, `not-a-file`, `file-hangs`, `list-unreadable`, `cancelled`. */
  async read(file: string, { known, mostBytes, signal }: ReadOptions): Promise<Result<FileRead, Problem>> {
    const task = { do: 'read', file, mostBytes, ...(known !== undefined && { known }) } as const;
    const answer = await this.#ask(task, signal);
    if (!answer.ok) return answer;
    switch (answer.value.kind) {
      case 'read':
        return ok(answer.value);
      case 'unchanged':
        return ok('unchanged');
      case 'too-big':
        return err(problem('list-too-big', { megabytes: String(mostBytes / 1024 / 1024) }));
      case 'no-file':
        return err(problem('not-a-file', { file, what: `fileKind.${answer.value.what}` }));
      case 'failed':
        return err(problem('list-unreadable', { file, reason: answer.value.reason }));
      case 'looked':
      case 'written':
      case 'changed':
        return err(problem('list-unreadable', { file, reason: answer.value.kind }));
    }
  }

  /** Errors: `not-a-file`, `file-hangs`, `export-unwritable`. */
  async write(file: string, content: Uint8Array): Promise<Result<void, Problem>> {
    const answer = await this.#ask({ do: 'write', file, content });
    if (!answer.ok) return answer;
    const { value } = answer;
    if (value.kind === 'written') return ok(undefined);
    if (value.kind === 'no-file') return err(problem('not-a-file', { file, what: `fileKind.${value.what}` }));
    const reason = value.kind === 'failed' ? value.reason : value.kind;
    return err(problem('export-unwritable', { file, reason }));
  }

  /** What stands where a program is said to be; nothing when it is none, is not there or hangs. */
  async inspect(file: string): Promise<ProgramFound | undefined> {
    const answer = await this.#ask({ do: 'look', file }, undefined, Math.min(this.#patience, lookPatience));
    return answer.ok && answer.value.kind === 'looked' ? answer.value.program : undefined;
  }

  /** Calls when a file changes, appears or goes, also on a share; returns how to stop it. */
  watch(file: string, changed: () => void): () => void {
    const task = { do: 'watch', file, everyMilliseconds: lookMilliseconds } as const;
    const reader = this.#begin(task, ({ kind }) => {
      if (kind === 'changed') changed();
    });
    return () => reader.kill();
  }

  /** Ends every process: nothing that hangs keeps the application from ending. */
  close(): void {
    for (const reader of this.#processes) reader.kill();
  }

  /** The first answer. Errors: `file-hangs`, `cancelled`, `list-unreadable`. */
  async #ask(
    task: Exclude<Task, { do: 'watch' }>,
    signal?: AbortSignal,
    patience = this.#patience,
  ): Promise<Result<TaskAnswer, Problem>> {
    const { file } = task;
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    const timer = setTimeout(giveUp, patience);
    signal?.addEventListener('abort', giveUp, { once: true });
    if (signal?.aborted) giveUp();
    const aborted = new Promise<'aborted'>((resolve) => {
      if (stop.signal.aborted) resolve('aborted');
      stop.signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    });
    let reader: ReaderProcess | undefined;
    try {
      // SECURITY: never a second time while the first hangs, also where not even a kill ends it.
      for (let before = this.#busy.get(file); before !== undefined; before = this.#busy.get(file)) {
        if ((await Promise.race([before, aborted])) === 'aborted') break;
      }
      if (!stop.signal.aborted) {
        const answered = new Promise<TaskAnswer>((resolve) => (reader = this.#begin(task, resolve)));
        const ended = reader?.ended.then(() => 'ended' as const) ?? aborted;
        const answer = await Promise.race([answered, ended, aborted]);
        if (typeof answer === 'object') return ok(answer);
        if (answer === 'ended') return err(problem('list-unreadable', { file, reason: answer }));
      }
      if (signal?.aborted) return err(problem('cancelled', {}));
      return err(problem('file-hangs', { file, seconds: String(Math.round(patience / 1_000)) }));
    } finally {
      reader?.kill();
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  #begin(task: Task, hear: (answer: TaskAnswer) => void): ReaderProcess {
    const reader = this.#start(task, hear);
    this.#processes.add(reader);
    const ended = reader.ended.then(() => {
      this.#processes.delete(reader);
      if (this.#busy.get(task.file) === ended) this.#busy.delete(task.file);
    });
    // A watch looks only, and one look at a time.
    if (task.do !== 'watch') this.#busy.set(task.file, ended);
    return reader;
  }
}
