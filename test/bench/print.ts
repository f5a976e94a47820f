import type { Comparison, Runs } from './comparison.ts';
import type { Machine } from './machine.ts';
import type { EngineReport, MeasuredSearch } from './search/report.ts';

export type Form = 'table' | 'markdown';
type Line = readonly string[];

/** The one table: Tidegate beside its floors. */
export function comparisonTable(rows: readonly Comparison[], form: Form): string {
  const head = [
    '',
    'Tidegate: median (p95)',
    'Floor: median (p95)',
    'Floor',
    'Noise',
    'Result',
    'Target',
    '',
  ];
  return table(
    [
      head,
      ...rows.map((row) => [
        row.what,
        runs(row.tidegate, row.unit),
        row.floor === null ? '' : runs(row.floor, row.unit),
        row.beside,
        row.noise === null || row.floor?.runs.length === 1 ? '' : `±${(100 * row.noise).toFixed(0)} %`,
        result(row),
        row.target === null ? '' : `≤ ${row.target}`,
        row.met === null ? '' : row.met ? 'met' : 'missed',
      ]),
    ],
    form,
  );
}

/** How each engine found, overall and by the way of typing. */
export function searchTables({ report, ceilings, losses }: MeasuredSearch, form: Form): string {
  const names = Object.keys(report.engines);
  const ceiling = ceilings['all'];
  const overall = [
    ['', 'n', 'hit@1', 'hit@5', 'MRR', 'p50', 'p95', 'p99 (ms for a keystroke)'],
    ...names.map((name) => overallLine(name, report.engines[name])),
    ...(ceiling ? [['ceiling', '', percent(ceiling.hit1), percent(ceiling.hit5), '', '', '', '']] : []),
  ];
  const kinds = Object.keys(report.engines[names[0] ?? '']?.kinds ?? {});
  const byKind = [
    ['hit@1 / hit@5, p95 ms', 'n', ...names, 'ceiling'],
    ...kinds.map((kind) => {
      const best = ceilings[kind];
      return [
        kind,
        String(report.engines[names[0] ?? '']?.kinds[kind]?.n ?? 0),
        ...names.map((name) => kindCell(report.engines[name], kind)),
        best ? `${percent(best.hit1)} / ${percent(best.hit5)}` : '',
      ];
    }),
  ];
  const what = `${report.queries} queries over ${report.customers} customers`;
  return `${what}\n\n${table(overall, form)}\n\n${table(byKind, form)}\n\n${lossesText(losses)}`;
}

function lossesText(losses: MeasuredSearch['losses']): string {
  if (losses.length === 0)
    return 'In no way of typing is a library better than Tidegate beyond the paired 95 % interval.';
  const lines = losses.map(({ kind, engine, hit, difference, margin }) => {
    const points = `${(-100 * difference).toFixed(1)} ± ${(100 * margin).toFixed(1)} points`;
    return `- ${kind}, ${hit === 'hit1' ? 'hit@1' : 'hit@5'}: ${engine} by ${points}`;
  });
  return `Better than Tidegate beyond the paired 95 % interval:\n${lines.join('\n')}`;
}

export function machineText(machine: Machine): string {
  const { date, processor, cores, memory, system, node, electron } = machine;
  const runtime = electron === null ? '' : `, Electron ${electron}`;
  return `Measured on ${date}: ${cores} x ${processor}, ${memory} GiB, ${system}, Node ${node}${runtime}.`;
}

/** What the numbers mean, for a page that is read without the bench's code. */
export const legend = `Tidegate and its floor run in turn with the same switches. Noise is half the range in which nine of ten of the floor's
own runs lie, by their median: a smaller difference says nothing. Nothing here passes or fails a build.`;

function runs({ median, p95, runs: all }: Runs, unit: string): string {
  if (all.length === 1) return `${number(median)} ${unit}`;
  return `${number(median)} (${number(p95)}) ${unit}`;
}

function result({ measure, value, unit }: Comparison): string {
  if (measure === 'times the floor') return `${value.toFixed(2)} x`;
  const words = { p95: 'p95', 'p95 over the floor': 'over the floor', worst: 'worst', 'below it': 'below' };
  return `${words[measure]} ${number(value)} ${unit === '%' ? 'points' : unit}`;
}

function overallLine(name: string, engine: EngineReport | undefined): Line {
  if (engine === undefined) return [name];
  const { hit1, hit5, mrr, p50, p95, p99 } = engine;
  const asked = Object.values(engine.kinds).reduce((sum, { n }) => sum + n, 0);
  return [
    name,
    String(asked),
    percent(hit1),
    percent(hit5),
    mrr.toFixed(3),
    number(p50),
    number(p95),
    number(p99),
  ];
}

function kindCell(engine: EngineReport | undefined, kind: string): string {
  const report = engine?.kinds[kind];
  return report === undefined
    ? ''
    : `${percent(report.hit1)} / ${percent(report.hit5)}, ${number(report.p95)}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** Three digits that mean something. */
function number(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

function table(lines: readonly Line[], form: Form): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const cells = (line: Line): string[] => widths.map((width, column) => (line[column] ?? '').padEnd(width));
  if (form === 'table') return lines.map((line) => cells(line).join('  ').trimEnd()).join('\n');
  const [head = [], ...body] = lines;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((line) => `| ${cells(line).join(' | ')} |`).join('\n');
}
