import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { AppState, AppStore } from '../ui/app-store.ts';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { PlatformContext } from '../ui/locked.tsx';
import { TextProvider, useText } from '../ui/text.tsx';
import { useDroppedList } from '../ui/use-dropped-list.ts';
import { useStore } from '../ui/use-store.ts';
import { CompletionBar } from './list/completion-bar.tsx';
import { completionsOf } from './results/completions.ts';
import { EmptyState } from './list/empty-state.tsx';
import type { FinderController } from './state/finder-controller.ts';
import { nameOf } from '#shared/portals/names.ts';
import { findPage, pageSettings } from '#shared/portals/pages.ts';
import { HiddenMatches } from './list/hidden-matches.tsx';
import { commonAccess } from './results/row-facts.ts';
import { KeptLink } from './list/kept-link.tsx';
import { useWindowKeys } from './list/use-window-keys.ts';
import { IncidentsProvider, NoIncidents, useIncidents } from './list/incidents.tsx';
import { SelectionBar } from './list/selection-bar.tsx';
import { NotOpenedList } from './panels/not-opened.tsx';
import { modePanel } from './panels/mode-panel.tsx';
import { LinkRefusal } from './panels/link-refusal.tsx';
import { isUnnamedLink, leadOf } from './results/row.ts';
import { QueryInput } from './list/query-input.tsx';
import { RemedyButton } from './list/remedy-button.tsx';
import { remedyActionFor, type RemedyAction } from '../ui/remedy-action.ts';
import { ResultList } from './list/result-list.tsx';
import { standingProblem, StatusLine } from './list/status-line.tsx';
import { useReportedHeight } from './list/use-reported-height.ts';

export interface FinderProps {
  readonly api: TidegateApi;
  readonly store: AppStore;
  readonly controller: FinderController;
}

/** The finder's window. Nothing is painted before main has answered, so that no text changes its language. */
export function Finder(props: FinderProps) {
  const state = useStore(props.store);
  if (state === null) return null;
  return (
    <TextProvider texts={state.texts}>
      <PlatformContext.Provider value={state.status.platform}>
        <WithIncidents {...props} state={state} />
      </PlatformContext.Provider>
    </TextProvider>
  );
}

function WithIncidents(props: FinderProps & { readonly state: AppState }) {
  const known = useIncidents(props.state.status.incidents);
  return (
    <IncidentsProvider value={known}>
      <FinderWindow {...props} />
    </IncidentsProvider>
  );
}

function FinderWindow({ api, controller, state }: FinderProps & { readonly state: AppState }) {
  const { t } = useText();
  const view = useStore(controller);
  const frame = useRef<HTMLElement>(null);
  useDroppedList(api, (problem) => {
    if (problem !== null) controller.tell(problem);
  });
  useReportedHeight(frame, (pixels) => void api.setFinderHeight(pixels));
  useLayoutEffect(() => {
    document.title = t('finder.title');
  }, [t]);

  const { hunting, mode, selection, said, showing } = view;
  const row = controller.highlightedRow();
  // SECURITY: a name that another panel covers is not being read.
  const listed = mode.kind === 'list' ? row?.customer.tenantId : undefined;
  const inSight = 'tenantId' in mode ? mode.tenantId : (listed ?? null);
  useEffect(() => controller.painted(inSight), [controller, inSight, showing]);
  const told = said && t(said.key, { customer: said.customer });
  const problem = view.problem ?? standingProblem(state.status);
  const remedy =
    problem &&
    remedyActionFor(problem, {
      api,
      status: state.status,
      ...(controller.canRetry && { retry: () => controller.retry() }),
    });
  useWindowKeys(controller, remedy);
  const panel =
    mode.kind === 'list' ? null : modePanel(mode, { api, controller, state, selection, hunting, told });
  return (
    <main class="finder" ref={frame}>
      <h1 class="unseen">{t('finder.title')}</h1>
      {panel ?? <ListView api={api} controller={controller} state={state} remedy={remedy} told={told} />}
    </main>
  );
}

/** The list with its input, and all that is told above and below it. */
function ListView(
  props: Omit<FinderProps, 'store'> & {
    readonly state: AppState;
    readonly remedy: RemedyAction | undefined;
    /** What was just done, in words. */
    readonly told: string | null;
  },
) {
  const { api, controller, remedy, state, told } = props;
  const { t } = useText();
  const view = controller.get();
  const { said, showing } = view;
  const row = controller.highlightedRow();
  const { customers } = state;
  const completions = useMemo(() => completionsOf(view.query, customers, t), [view.query, customers, t]);
  const id = row && row.target === undefined ? controller.pageIdOf(row) : 'defender';
  const page = row && id !== 'defender' ? findPage(id, pageSettings(state.status), row.customer) : undefined;
  return (
    <>
      <QueryInput controller={controller} view={view} completions={completions} />
      <CompletionBar completions={completions} controller={controller} />
      <KeptLink view={view} controller={controller} />
      {view.problem !== null && (
        <div class="finder-notice">
          <ProblemNotice problem={view.problem} announce>
            <RemedyButton remedy={remedy} platform={state.status.platform} />
          </ProblemNotice>
        </div>
      )}
      {view.rows[0]?.sign === 'candidate' && !isUnnamedLink(view.rows[0]) && (
        <div class="finder-notice">
          <Notice tone="warning" announce>
            {t('finder.several')}
          </Notice>
        </div>
      )}
      {view.failed.length > 0 && <NotOpenedList failed={view.failed} />}
      <SelectionBar
        view={view}
        controller={controller}
        customers={state.customers}
        platform={state.status.platform}
      />
      {view.rows.length > 0 ? (
        <ResultList
          view={view}
          controller={controller}
          accounts={state.status.accounts}
          open={state.status.open}
          size={state.status.settings.rowSize}
          common={commonAccess(customers)}
        />
      ) : (
        <NoIncidents query={view.query} status={state.status}>
          <LinkRefusal state={state} query={view.query}>
            <EmptyState api={api} controller={controller} state={state} query={view.query} />
          </LinkRefusal>
        </NoIncidents>
      )}
      {view.hidden > 0 && <HiddenMatches view={view} controller={controller} />}
      <StatusLine
        api={api}
        status={state.status}
        customers={state.customers}
        canOpen={row !== undefined && leadOf(row) === undefined}
        opening={view.opening}
        said={told}
        asksAgain={said?.key === 'finder.enterAgain'}
        page={page === undefined ? null : nameOf(page, t)}
        problemShown={view.problem !== null}
        remedy={remedy}
        onUndo={said?.undo === undefined ? null : () => controller.undo()}
        showing={showing}
      />
      <p class="unseen" role="status">
        {view.query === '' ? '' : t('common.customers', { count: view.rows.length })}
      </p>
    </>
  );
}
