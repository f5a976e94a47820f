import { beforeEach, describe, expect, it } from 'vitest';
import { atOnce, IncidentRounds } from '../../../../src/main/incidents/incident-rounds.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { IncidentCount, IncidentsStatus } from '#shared/incidents/incidents.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, anAccount } from '../../support/samples.ts';
import { aCount } from '../../support/incidents.ts';

const minute = 60_000;
const login = 'login.microsoftonline.com';

interface Question {
  readonly tenantId: TenantId;
  readonly signal: AbortSignal;
  readonly answer: (answer: Result<IncidentCount, Problem>) => Promise<void>;
}

let now: number;
let customers: Map<TenantId, Customer>;
let accounts: readonly AccountStatus[];
let settings: Pick<typeof defaultSettings, 'incidents' | 'incidentMinutes' | 'cloud' | 'clientId'>;
let pause: 'locked' | 'offline' | null;
let questions: Question[];
let told: IncidentsStatus | undefined;
let tick: () => void;
let rounds: IncidentRounds;
let forgotten = 0;
/** How often the list was asked for. */
let lists = 0;
/** Pauses of the round that a test ends itself; undefined: each ends at once. */
let breaths: (() => void)[] | undefined;

beforeEach(() => {
  now = Date.UTC(2026, 10, 28, 12);
  accounts = [anAccount('anne')];
  settings = { ...defaultSettings, incidents: true };
  pause = null;
  questions = [];
  told = undefined;
  breaths = undefined;
  const list = Array.from({ length: 9 }, (_, index) =>
    aCustomer({ accountIds: ['anne'], name: `Customer ${index}` }),
  );
  customers = new Map(list.map((each) => [each.tenantId, each]));
  rounds = new IncidentRounds({
    settings: () => settings,
    customers: () => {
      lists += 1;
      return customers;
    },
    accounts: () => accounts,
    recents: () => [],
    ask: (_account, tenantId, signal) =>
      new Promise((resolve) => {
        const answer = async (result: Result<IncidentCount, Problem>): Promise<void> => {
          resolve(result);
          for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
        };
        questions.push({ tenantId, signal, answer });
      }),
    forget: () => (forgotten += 1),
    pause: () => pause,
    signInHost: () => login,
    tell: (status) => (told = status),
    now: () => now,
    random: () => 0,
    everyMinute: (each) => {
      tick = each;
      return () => undefined;
    },
    soon: (run) => {
      queueMicrotask(run);
      return () => undefined;
    },
    breathe: (run) => {
      if (breaths === undefined) run();
      else breaths.push(run);
    },
    failed: (error) => {
      throw error;
    },
  });
});

const first = (): TenantId => [...customers.keys()][0] as TenantId;
const known = (tenantId: TenantId) => told?.customers.find((each) => each.tenantId === tenantId);
async function answerAll(answer: Result<IncidentCount, Problem> = ok(aCount())): Promise<void> {
  for (let at = 0; at < questions.length; at += 1) await questions[at]?.answer(answer);
}

it('asks every customer once, and never more than four at the same time', async () => {
  rounds.start();
  await Promise.resolve();
  expect(questions).toHaveLength(atOnce);
  expect(told?.waiting).toBe(9);
  await questions[0]?.answer(ok(aCount()));
  expect(questions).toHaveLength(atOnce + 1);
  await answerAll();
  expect(new Set(questions.map(({ tenantId }) => tenantId)).size).toBe(9);
  expect(questions).toHaveLength(9);
  expect(told).toMatchObject({ waiting: 0, pause: null });
  expect(told?.customers).toHaveLength(9);
  tick();
  expect(questions).toHaveLength(9);
});

it('rests after an answer before it asks the next, so that the main thread is free for the user', async () => {
  breaths = [];
  rounds.start();
  await questions[0]?.answer(ok(aCount()));
  await questions[1]?.answer(err(problem('offline', { host: 'graph.microsoft.com' })));
  expect(questions).toHaveLength(atOnce);
  expect(breaths).toHaveLength(2);
});

it('asks no customer after a rest during which it was switched off', async () => {
  breaths = [];
  rounds.start();
  await questions[0]?.answer(ok(aCount()));
  settings = { ...settings, incidents: false };
  rounds.follow();
  for (const end of breaths) end();
  expect(questions).toHaveLength(atOnce);
});

it('asks again only when the time has come', async () => {
  rounds.start();
  await answerAll();
  now += 14 * minute;
  tick();
  expect(questions).toHaveLength(9);
  now += minute;
  tick();
  expect(questions).toHaveLength(9 + atOnce);
});

it('asks on as before where the clock is set back, and after it has jumped ahead', async () => {
  rounds.start();
  await answerAll();
  const { incidentMinutes } = settings;
  let asked = questions.length;
  for (const jump of [-400 * 24 * 60, 3 * 24 * 60, -60]) {
    now += jump * minute;
    tick();
    now += (incidentMinutes + 1) * minute;
    tick();
    await answerAll();
    expect(questions.length, `${jump} minutes`).toBeGreaterThan(asked);
    asked = questions.length;
  }
});

it('waits no longer for a sign-in that asked for patience because the clock is set back', async () => {
  rounds.start();
  const until = new Date(now + 5 * minute).toISOString();
  await questions[0]?.answer(err(problem('throttled', { host: login, until })));
  await answerAll();
  const asked = questions.length;
  now -= 24 * 60 * minute;
  tick();
  now += 6 * minute;
  tick();
  await answerAll();
  expect(questions.length).toBeGreaterThan(asked);
});

it('has no list put together while it is switched off', () => {
  settings = { ...settings, incidents: false };
  rounds.start();
  lists = 0;
  rounds.follow();
  expect(lists).toBe(0);
});

it('asks nobody while it is switched off', () => {
  settings = { ...settings, incidents: false };
  rounds.start();
  tick();
  expect(questions).toEqual([]);
});

describe('switched off', () => {
  it('stops at once, forgets every number, and takes no answer that was under way', async () => {
    rounds.start();
    await questions[0]?.answer(ok(aCount()));
    expect(told?.customers).toHaveLength(1);
    settings = { ...settings, incidents: false };
    rounds.follow();
    expect(questions.every(({ signal }) => signal.aborted)).toBe(true);
    expect(told).toMatchObject({ waiting: 0, customers: [] });
    settings = { ...settings, incidents: true };
    rounds.follow();
    const later = questions.splice(atOnce + 1);
    await answerAll();
    tick();
    await Promise.resolve();
    await Promise.resolve();
    expect(told?.customers).toEqual([]);
    questions.push(...later);
  });

  it('and on again it asks no tenant within ten minutes', async () => {
    rounds.start();
    await answerAll();
    for (const incidents of [false, true]) {
      settings = { ...settings, incidents };
      rounds.follow();
    }
    expect(questions).toHaveLength(9);
    now += 10 * minute;
    tick();
    expect(questions).toHaveLength(9 + atOnce);
  });
});

describe.each(['locked', 'offline'] as const)('while the computer is %s', (why) => {
  it('asks nobody more, and goes on afterwards', async () => {
    rounds.start();
    pause = why;
    await answerAll();
    expect(questions).toHaveLength(atOnce);
    now += 60 * minute;
    tick();
    expect(questions).toHaveLength(atOnce);
    expect(told?.pause).toBe(why);
    pause = null;
    tick();
    expect(questions).toHaveLength(2 * atOnce);
  });
});

it('an answer that the network is gone ends the round until the next minute', async () => {
  rounds.start();
  await questions[0]?.answer(err(problem('offline', { host: 'graph.microsoft.com' })));
  expect(questions).toHaveLength(atOnce);
  expect(told?.pause).toBe('offline');
  tick();
  expect(questions).toHaveLength(atOnce + 1);
});

it('waits for the sign-in with every tenant, and for Graph with that tenant alone', async () => {
  rounds.start();
  const until = new Date(now + 30 * minute).toISOString();
  await questions[0]?.answer(err(problem('throttled', { host: 'graph.microsoft.com', until })));
  expect(questions).toHaveLength(atOnce + 1);
  await questions[1]?.answer(err(problem('throttled', { host: login, until })));
  expect(questions).toHaveLength(atOnce + 1);
  expect(told?.pause).toBe('throttled');
  now += 31 * minute;
  tick();
  expect(questions).toHaveLength(atOnce + 2);
});

describe('a tenant that fails in a row', () => {
  const graph = 'graph.microsoft.com';
  const fault = () => problem('server-fault', { host: graph, status: '500' });
  const later = (minutes: number) => () =>
    problem('throttled', { host: graph, until: new Date(now + minutes * minute).toISOString() });

  beforeEach(() => {
    customers = new Map([...customers].slice(0, 1));
    settings = { ...settings, incidentMinutes: 10 };
  });

  /** Minutes between the questions of so many hours; the answers, of which the last one repeats. */
  async function waits(hours: number, ...answers: (() => Problem | null)[]): Promise<number[]> {
    const asked: number[] = [];
    rounds.start();
    for (let passed = 0; passed <= hours * 60; passed += 1) {
      if (questions.length > asked.length) {
        const said = (answers[asked.length] ?? answers.at(-1))?.() ?? null;
        asked.push(passed);
        await questions.at(-1)?.answer(said === null ? ok(aCount()) : err(said));
      }
      now += minute;
      tick();
    }
    return asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  }

  it('is asked after twice the time again and again, up to an hour', async () => {
    expect(await waits(4, fault)).toEqual([20, 40, 60, 60, 60]);
  });

  it('also when it says "later" and soon is later', async () => {
    expect(await waits(4, later(1))).toEqual([20, 40, 60, 60, 60]);
    expect(known(first())?.trouble).toMatchObject({ kind: 'failed' });
  });

  it('gets the time that it asks for, where that is longer', async () => {
    expect(await waits(6, later(90))).toEqual([90, 90, 90, 90]);
  });

  it('begins anew with the first answer', async () => {
    expect(await waits(4, fault, fault, () => null, fault)).toEqual([20, 40, 10, 20, 40, 60]);
  });

  it('fails on where the user has it asked again, and where counting is off for a while', async () => {
    expect(await waits(1, fault)).toEqual([20, 40]);
    settings = { ...settings, incidents: false };
    rounds.follow();
    settings = { ...settings, incidents: true };
    rounds.follow();
    now += 10 * minute;
    rounds.askAgain([first()]);
    await questions.at(-1)?.answer(err(fault()));
    const asked = questions.length;
    now += 59 * minute;
    tick();
    expect(questions).toHaveLength(asked);
    now += minute;
    tick();
    expect(questions).toHaveLength(asked + 1);
  });
});

it('a failure keeps the number with its age; a refusal takes it away', async () => {
  customers = new Map([...customers].slice(0, 1));
  rounds.start();
  const counted = new Date(now).toISOString();
  await questions[0]?.answer(ok(aCount({ total: 3 })));
  now += 60 * minute;
  tick();
  await questions[1]?.answer(err(problem('server-fault', { host: 'graph.microsoft.com', status: '500' })));
  expect(known(first())).toMatchObject({
    counted: { at: counted, count: { total: 3 } },
    trouble: { kind: 'failed' },
  });
  now += 60 * minute;
  tick();
  await questions[2]?.answer(err(problem('consent-missing', { reason: '', code: 'AADSTS65001' })));
  expect(known(first())).toMatchObject({ counted: null, trouble: { kind: 'no-consent' } });
});

it('an account that has gone, or a customer who has left the list, takes the number along', async () => {
  rounds.start();
  await answerAll();
  const gone = first();
  customers.delete(gone);
  rounds.follow();
  expect(known(gone)).toBeUndefined();
  expect(told?.customers).toHaveLength(8);
  accounts = [];
  rounds.follow();
  expect(told?.customers).toEqual([]);
});

it('an answer for somebody who was signed out meanwhile is nobody’s', async () => {
  rounds.start();
  accounts = [];
  await answerAll();
  expect(told?.customers).toEqual([]);
});

it('another registration or cloud begins anew', async () => {
  rounds.start();
  await answerAll();
  settings = { ...settings, cloud: 'usgov' };
  rounds.follow();
  expect(told?.customers).toEqual([]);
});

it('the user has a customer asked again, as soon as ten minutes have passed', async () => {
  rounds.start();
  await answerAll(err(problem('consent-missing', { reason: '', code: 'AADSTS65001' })));
  rounds.askAgain([first()]);
  expect(questions).toHaveLength(9);
  now += 10 * minute;
  tick();
  expect(questions.slice(9).map(({ tenantId }) => tenantId)).toEqual([first()]);
});

it('who wanted to see the user is asked again once somebody has signed in, and nobody else', async () => {
  rounds.start();
  const ended = err(problem('sign-in-needed', { account: 'anne' }));
  await questions[0]?.answer(ended);
  const wanting = questions[0]?.tenantId;
  await answerAll();
  rounds.signedIn();
  const asked = questions.length;
  now += 10 * minute;
  tick();
  expect(questions.slice(asked).map(({ tenantId }) => tenantId)).toEqual([wanting]);
});

it('tells nothing when nothing is different', async () => {
  rounds.start();
  await answerAll();
  const before = told;
  tick();
  rounds.follow();
  expect(told).toBe(before);
});
