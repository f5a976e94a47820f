import { useState } from 'preact/hooks';
import type { Problem } from '#shared/problems/problem.ts';
import { exactHosts } from '#shared/portals/hosts.ts';
import { readOwnPage, type OwnPage } from '#shared/portals/own-page.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { lockOf, type Lock } from '../../ui/locked.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { hostIn, newPageId } from './page-list.ts';

/** A page of the user's own while it is being written. Faults show once it has been submitted. */
export interface PageDraft {
  readonly name: string;
  readonly url: string;
  readonly setName: (name: string) => void;
  readonly setUrl: (url: string) => void;
  /** The host that main asks about before the page is kept; undefined when it is known. */
  readonly newHost: string | undefined;
  readonly nameMissing: boolean;
  readonly badUrl: Problem | undefined;
  readonly locked: boolean;
  readonly lock: Lock;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly submit: () => Promise<void>;
}

export function usePageDraft(
  { api, state }: SectionProps,
  editing: OwnPage | null,
  ended: () => void,
): PageDraft {
  const { settings } = state.status;
  const command = useCommand(api);
  const [name, setName] = useState(editing?.name ?? '');
  const [url, setUrl] = useState(editing?.url ?? '');
  const [tried, setTried] = useState(false);

  const host = hostIn(url);
  const isKnown = host === undefined || exactHosts.includes(host) || settings.portalHosts.includes(host);
  const newHost = isKnown ? undefined : host;
  const id = editing?.id ?? newPageId(name, settings.ownPortals);
  const page: OwnPage = { id, name: name.trim(), url: url.trim() };
  const read = readOwnPage(page);

  const lock = lockOf(
    state.status,
    'ownPortals',
    ...(newHost === undefined ? [] : (['portalHosts'] as const)),
  );

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!read.ok || page.name === '') return;
    if (newHost !== undefined && !(await command.run({ kind: 'confirmHost', host: newHost })).ok) return;
    const others = settings.ownPortals.filter((each) => each.id !== id);
    const outcome = await command.run({
      kind: 'changeSettings',
      change: { ownPortals: [...others, page] },
    });
    if (!outcome.ok) return;
    for (const clear of [setName, setUrl]) clear('');
    setTried(false);
    ended();
  };
  return {
    name,
    url,
    setName,
    setUrl,
    newHost,
    nameMissing: tried && page.name === '',
    badUrl: tried && !read.ok ? read.error : undefined,
    locked: lock !== false,
    lock,
    busy: command.busy,
    problem: command.problem,
    submit,
  };
}
