import { app, safeStorage } from 'electron';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { clouds } from '#shared/settings/cloud.ts';
import { chooseLanguage } from '#shared/locales/language.ts';
import { translator } from '#shared/locales/messages.ts';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { startReader } from '../../system/files/electron-reader-process.ts';
import { startEnvironment } from '../../system/process/start-environment.ts';
import { systemListSeparator } from '../../customers/exports/list-separator.ts';
import { Files } from '../../system/files/files.ts';
import { DomainLookup } from '../../customers/sources/domain-lookup.ts';
import { ApiClient } from '../../system/net/api-client.ts';
import { apiHosts } from '../../system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../system/net/electron-http-client.ts';
import { pathsIn } from '../../state/paths.ts';
import { withNothingInherited } from '../../system/process/nothing-inherited.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { isAlive } from '../../system/process/is-alive.ts';
import { directoryIn, openRecords, type Records } from '../../state/records.ts';
import { forgetLogin, hasUsualData, loginEntry } from '../../desktop/login/electron-login.ts';
import { netSession, windowsSession } from '../../desktop/security/electron-sessions.ts';
import { readSalt } from '../../browsers/profiles/salt.ts';
import { allSnapRoots } from '../../browsers/profiles/profile-folders.ts';
import { heldByBrowsers } from '../../state/wipe/running-browsers.ts';
import { isEmptyData, whyNotOurs } from '../../state/wipe/own-data.ts';
import { Wipe } from '../../state/wipe/wipe.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';
import { answerRequest } from '../answer-request.ts';
import { hiddenOption } from '../hidden-option.ts';
import { askRunning } from '../channel/channel-client.ts';
import { channelOf } from '../channel/channel-of.ts';
import type { Answer, ChannelRequest } from '../channel/wire.ts';
import { examine } from '../doctor/examine.ts';
import { lookAround } from '../doctor/surroundings.ts';
import { readSecondStart, type Start } from '../start.ts';
import { copyRecords, judged } from './disk-copy.ts';
import type { CommandLineProcess } from './electron-process.ts';
import { forTerminal } from './for-terminal.ts';
import { importInto } from './import-into.ts';
import { offline } from './offline.ts';
import { readList } from './read-list.ts';
import { asInPlace } from './record-troubles.ts';
import { runCommandLine } from './run-command-line.ts';

/** How long to wait for an application that is starting or ending, in milliseconds. */
const patience = 60_000;
/** How long the doctor waits for a host, in milliseconds. */
const doctorPatience = 10_000;

/** Carries the command line out, writes what it tells and gives the exit code. Only when the app is ready. */
export async function answerTerminal(
  { line, json }: Extract<Start, { kind: 'command-line' }>,
  { root, started, starter, temporary }: CommandLineProcess,
): Promise<number> {
  const platform = thisPlatform;
  const uid = process.getuid?.() ?? -1;
  const home = app.getPath('home');
  const copied = pathsIn(join(temporary, 'records'));
  const { files: found, problems: unread } = await copyRecords(root, copied.root);
  const now = () => new Date();
  const records = await openRecords(copied, platform, now);
  const problems = [...records.problems, ...(await records.directory.load())];
  const { settings } = records;
  const t = translator(chooseLanguage(settings.current.language, app.getPreferredSystemLanguages()));
  // SECURITY: no window is ever made here, and none could go anywhere.
  windowsSession();
  const lookup = new DomainLookup(
    new ApiClient(new ElectronHttpClient(netSession(), apiHosts(...Object.values(clouds)))),
    () => clouds[settings.current.cloud],
  );
  const files = new Files(startReader);
  const separator = () => systemListSeparator(platform, app.getSystemLocale(), startEnvironment());
  const deskOver = (which: Records) =>
    offline({ records: which, lookup, platform, home, root, files, separator });
  const desk = deskOver(records);
  const place = channelOf(root, platform);
  const ask = (request: ChannelRequest) => askRunning(place, uid, request);

  /** Asks again and again until the application listens. */
  async function askOnceThere(request: ChannelRequest): Promise<Result<Answer, Problem>> {
    for (let waited = 0; waited < patience; waited += 100) {
      const answer = await ask(request);
      if (answer !== undefined) return answer;
      await pause(100);
    }
    return err(problem('not-answering', {}));
  }

  function startApplication(args: readonly string[] = []): void {
    const [executable, ...rest] = starter;
    const child = withNothingInherited((stdio) =>
      spawn(executable, [...rest, ...args], { detached: true, stdio }),
    );
    // One that cannot be started is one that does not answer.
    child.on('error', () => undefined);
    child.unref();
    if (child.pid !== undefined) started.add(child.pid);
  }

  /** What the system starts at login lies outside our folder. Tells what has to stay. */
  async function forgetStart(): Promise<Problem | undefined> {
    const env = startEnvironment();
    const login = { executable: starter[0], home, option: hiddenOption, platform, env };
    try {
      if (hasUsualData() || settings.current.startAtLogin) await forgetLogin(login);
      return undefined;
    } catch (error) {
      return problem('not-removed', { path: loginEntry(login), reason: reasonOf(error) });
    }
  }

  const missed: Start[] = [];
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const start = readSecondStart(data);
    if (start.kind !== 'command-line') missed.push(start);
  });

  /** With the application's lock in hand; nothing when another process has it. */
  async function locked<T>(act: () => Promise<T>): Promise<T | undefined> {
    app.setPath('userData', root);
    if (!app.requestSingleInstanceLock({ args: ['import'] })) return undefined;
    try {
      return await act();
    } finally {
      app.releaseSingleInstanceLock();
      // Other starts were told meanwhile that Tidegate runs: what they asked for is started now.
      for (const start of missed.splice(0))
        startApplication(start.kind === 'link' && start.link.ok ? [start.link.value] : []);
    }
  }

  const ended = await runCommandLine(line, json, {
    t,
    platform,
    version: app.getVersion(),
    electron: process.versions.electron,
    folder: process.cwd(),
    readList: (file) => readList(file, process.cwd(), files),
    askRunning: ask,
    startAndAsk: (request) => {
      startApplication();
      return askOnceThere(request);
    },
    answerFromDisk: async (request) => {
      await desk.browsers.discover();
      return answerRequest(request, desk.requests);
    },
    troubles: [...unread, ...problems.map((each) => asInPlace(each, copied.root, root))],
    importHere: async (request) => {
      const answer = await locked(async () => {
        // Writing the salt marks the folder as Tidegate's: see state/wipe/own-data.
        const { problem: trouble } = await readSalt(pathsIn(root).installation);
        if (trouble !== undefined) return err(trouble);
        const directory = directoryIn(pathsIn(root), now, settings.current);
        const { requests } = deskOver({ ...records, directory });
        return ok(await importInto(directory, () => answerRequest(request, requests)));
      });
      return answer ?? askOnceThere(request);
    },
    context: desk.requests.context,
    diagnose: async () => {
      const state = await ask({ do: 'state' });
      const value = state?.ok && state.value.ok ? state.value.value : undefined;
      const discovery = await desk.browsers.discover();
      const chosen = desk.browsers.choose(settings.current.browser);
      const asked = settings.current.clientId === null ? [] : [...apiHosts(clouds[settings.current.cloud])];
      const surroundings = await lookAround({
        http: new ElectronHttpClient(netSession(), apiHosts(...Object.values(clouds)), doctorPatience),
        // Nothing is asked of the network while no sign-in is set up.
        hosts: asked,
        resolveProxy: (url) => netSession().resolveProxy(url),
        ...{ root, platform, now },
      });
      return examine({
        surroundings,
        now: now(),
        version: app.getVersion(),
        paths: pathsIn(root),
        home,
        settings: settings.current,
        directory: records.directory,
        files: judged(found, problems),
        policyProblems: problems.filter(({ kind }) => kind.startsWith('policy-')),
        discovery,
        browserProblem: chosen.ok ? undefined : chosen.error,
        store: platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null,
        running: value?.kind === 'state' ? value.state : null,
      });
    },
    confirm,
    wipeHere: async (processes) => {
      if (isEmptyData(root)) return forgetStart();
      // Before anything is written there, be it a lock.
      const refused = whyNotOurs(root);
      if (refused !== undefined) return refused;
      for (let waited = 0; waited < patience; waited += 100) {
        const ended = !processes.some(isAlive);
        const done = ended ? await locked(async () => ok(await wipeAll(root, platform))) : undefined;
        if (done !== undefined) return done.value ?? forgetStart();
        await pause(100);
      }
      return problem('not-answering', {});
    },
  });
  await Promise.all([write(process.stdout, ended.output), write(process.stderr, ended.errors)]);
  return ended.code;
}

async function wipeAll(root: string, platform: Platform): Promise<Problem | undefined> {
  const elsewhere = (): readonly string[] => allSnapRoots(app.getPath('home'));
  const held = await heldByBrowsers([root, ...elsewhere()], platform);
  if (held.length > 0) return problem('browsers-running', {});
  const wipe = new Wipe(root, elsewhere);
  const asked = wipe.ask();
  return asked.ok ? wipe.atStart() : asked.error;
}

/** Nothing when there is nobody at the other end. */
async function confirm(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const answer = await Promise.race([lines.question(`${forTerminal(question)} `), ended]);
  lines.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}

/** The one place that writes. Settles when the system has it: a pipe would be cut by the end of the process. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve) => {
    // The reader of a pipe may have ended.
    stream.once('error', () => resolve());
    stream.write(forTerminal(text), () => resolve());
  });
}
