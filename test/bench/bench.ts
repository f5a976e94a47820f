import { writeFileSync } from 'node:fs';
import type { Comparison } from './comparison.ts';
import { describeMachine } from './machine.ts';
import { comparisonTable, legend, machineText, searchTables } from './print.ts';
import { readRequest, type Request } from './request.ts';
import { enter } from './rows/enter.ts';
import { idle } from './rows/idle.ts';
import { incidents } from './rows/incidents.ts';
import { keys } from './rows/keys.ts';
import { measurePageFinding, pageFindingRows, pageKeystrokeRows, pagesText } from './rows/pages.ts';
import { profiles } from './rows/profiles.ts';
import type { Row } from './rows/row.ts';
import { findingRows, keystrokeRows, measureFinding } from './rows/search.ts';
import { start } from './rows/start.ts';
import { sync } from './rows/sync.ts';
import { table } from './rows/table.ts';
import type { PagesReport } from './pages/measure.ts';
import type { MeasuredSearch } from './search/report.ts';
import { onStage } from './stage.ts';

/**
 * `npm run bench`: what Tidegate costs and how fast it is, each beside its floor. Progress goes to standard error;
 * standard output gets the tables, or JSON alone. tools/bench.mjs says how to ask.
 */

const onScreen: readonly Row[] = [start, keys, enter, sync, incidents, idle, profiles, table];

const say = (text: string): void => void process.stderr.write(`[bench] ${text}\n`);

async function measureOnScreen(rows: readonly Row[], { full }: Request): Promise<readonly Comparison[]> {
  if (rows.length === 0) return [];
  return onStage({ full, say }, async (stage) => {
    const comparisons: Comparison[] = [];
    for (const row of rows) {
      say(`${row.name} ...`);
      comparisons.push(...(await row.measure(stage)));
    }
    return comparisons;
  });
}

function measureSearching(request: Request): {
  readonly finding: MeasuredSearch;
  readonly rows: readonly Comparison[];
} {
  say('search ...');
  const finding = measureFinding(request);
  // Other names than the repository's are measured as they are.
  const others = request.customers !== null || request.queries !== null;
  return { finding, rows: [...findingRows(finding), ...(others ? [] : keystrokeRows(request.full))] };
}

function measurePages(request: Request): {
  readonly report: PagesReport;
  readonly rows: readonly Comparison[];
} {
  say('pages ...');
  const report = measurePageFinding(request);
  const others = request.customers !== null || request.queries !== null;
  return { report, rows: [...pageFindingRows(report), ...(others ? [] : pageKeystrokeRows())] };
}

const request = readRequest(process.argv.slice(2));
const wanted = (name: string): boolean => request.rows.length === 0 || request.rows.includes(name);
const rows = onScreen.filter(({ name }) => wanted(name));
const searching = wanted('search') ? measureSearching(request) : undefined;
const pages = wanted('pages') ? measurePages(request) : undefined;
const comparisons = [
  ...(searching?.rows ?? []),
  ...(pages?.rows ?? []),
  ...(await measureOnScreen(rows, request)),
];

const machine = describeMachine(rows.length > 0 ? process.env['TIDEGATE_TEST_ELECTRON'] : undefined);
const report =
  rows.length === 0 && (searching === undefined) !== (pages === undefined)
    ? (searching?.finding.report ?? pages?.report)
    : {
        machine,
        rows: comparisons,
        ...(searching && { search: searching.finding.report }),
        ...(pages && { pages: pages.report }),
      };

function printed(): string {
  const { form } = request;
  if (form === 'json') return JSON.stringify(report, null, 2);
  const parts = [
    ...(form === 'markdown' ? ['# Performance'] : []),
    machineText(machine),
    ...(comparisons.length > 0 ? [legend, comparisonTable(comparisons, form)] : []),
    ...(searching ? [searchTables(searching.finding, form)] : []),
    ...(pages ? [pagesText(pages.report)] : []),
  ];
  return parts.join('\n\n');
}

if (request.output === null) process.stdout.write(`${printed()}\n`);
else writeFileSync(request.output, `${printed()}\n`);
