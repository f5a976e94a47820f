import { z } from 'zod';
import { faultOf } from '#shared/hunts/fill-query.ts';
import { huntLimits, nameKey, type Hunt } from '#shared/hunts/hunt.ts';
import { readQuery } from '#shared/hunts/query-template.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { oneLine } from '../../customers/annotations/clean-text.ts';
import { huntSchema } from './hunt-schema.ts';

/** Entries of a team's list that are no hunts: how many, and the first by its name, or by its place from 1. */
export interface LeftOutHunts {
  readonly count: number;
  readonly first: string;
}

export interface ReadHunts {
  readonly hunts: readonly Hunt[];
  /** Absent when every entry was read. */
  readonly leftOut?: LeftOutHunts;
}

/** Longer texts are no list of hunts: the limits of all hunts fit into it several times. In characters. */
export const longestHuntList = 2_000_000;

/**
 * The hunts in a team's list: a JSON array of `{"name", "query"}`, alone or as `hunts` of an object. SECURITY: whoever can
 * write the list decides nothing but what it says. Each entry is cleaned, bounded and left out by itself when it is no hunt,
 * when its name is taken, when no value could be put into it safely, or when there is no more room.
 * Error: `team-hunts-unreadable`.
 */
export function parseHunts(text: string): Result<ReadHunts, Problem> {
  const listed = text.length > longestHuntList ? undefined : entriesIn(text);
  if (listed === undefined) return err(problem('team-hunts-unreadable', {}));
  const hunts: Hunt[] = [];
  const names = new Set<string>();
  let room = huntLimits.all;
  let leftOut: LeftOutHunts | undefined;
  for (const [place, entry] of listed.entries()) {
    const hunt = huntSchema.safeParse(entry).data;
    const isGood =
      hunt !== undefined &&
      hunts.length < huntLimits.hunts &&
      hunt.query.length <= room &&
      !names.has(nameKey(hunt.name)) &&
      faultOf(readQuery(hunt.query)) === undefined;
    if (isGood) {
      hunts.push(hunt);
      names.add(nameKey(hunt.name));
      room -= hunt.query.length;
    } else {
      leftOut = {
        count: (leftOut?.count ?? 0) + 1,
        first: leftOut?.first ?? hunt?.name ?? (calledSo(entry) || String(place + 1)),
      };
    }
  }
  return ok({ hunts, ...(leftOut && { leftOut }) });
}

const entries = z.array(z.unknown());
const lists = z.union([entries, z.object({ hunts: entries }).transform(({ hunts }) => hunts)]);

function entriesIn(text: string): readonly unknown[] | undefined {
  try {
    return lists.safeParse(JSON.parse(text.replace(/^\uFEFF/, ''))).data;
  } catch {
    return undefined;
  }
}

/** The name of an entry that is no hunt, as a message may show it. */
function calledSo(entry: unknown): string {
  const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
  return typeof name === 'string' ? oneLine(name.slice(0, 1_000)).slice(0, huntLimits.name) : '';
}
