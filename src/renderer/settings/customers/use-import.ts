import { useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { ImportReport } from '#shared/commands/command.ts';
import type { ImportOrigin, ImportPreview } from '#shared/imports/import.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** Where an import stands: nothing yet, what it would do, what it did, or why it cannot. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'previewed'; readonly preview: ImportPreview; readonly origin: ImportOrigin }
  | { readonly kind: 'imported'; readonly report: ImportReport; readonly origin: ImportOrigin }
  | { readonly kind: 'failed'; readonly problem: Problem };

const idle: ImportState = { kind: 'idle' };

/** Nothing is imported before its preview has been seen. */
export function useImport(api: Pick<TidegateApi, 'run'>) {
  const [state, setState] = useState<ImportState>(idle);
  const [busy, setBusy] = useState(false);
  const during = async (work: () => Promise<ImportState>): Promise<ImportState> => {
    setBusy(true);
    try {
      const next = await work();
      setState(next);
      return next;
    } finally {
      setBusy(false);
    }
  };
  return {
    state,
    busy,
    forget: () => setState(idle),
    preview: (origin: ImportOrigin) =>
      during(async () => {
        const outcome = await api.run({ kind: 'previewImport', from: origin });
        if (!outcome.ok) return outcome.error.kind === 'cancelled' ? idle : failed(outcome.error);
        return outcome.value.kind === 'previewed'
          ? { kind: 'previewed', preview: outcome.value.preview, origin }
          : idle;
      }),
    carryOut: (preview: ImportPreview, origin: ImportOrigin) =>
      during(async () => {
        const outcome = await api.run({ kind: 'importPlanned', plan: preview.plan });
        if (!outcome.ok) return outcome.error.kind === 'cancelled' ? idle : failed(outcome.error);
        return outcome.value.kind === 'imported'
          ? { kind: 'imported', report: outcome.value.report, origin }
          : idle;
      }),
  };
}

function failed(problem: Problem): ImportState {
  return { kind: 'failed', problem };
}
