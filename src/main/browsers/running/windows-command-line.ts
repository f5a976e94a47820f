import type { WindowsProcess } from '../../system/process/windows-processes.ts';

/**
 * The words of a command line, as programs of Windows read theirs (Microsoft, "Parsing C command-line arguments"): a
 * word ends at a space outside of quotes, and of backslashes before a quote every second one escapes.
 */
export function wordsOf(commandLine: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let inQuotes = false;
  // Backslashes with the quote behind them, two quotes, or any one letter.
  for (const [part] of commandLine.matchAll(/\\+"?|""|[^]/g)) {
    if (part.startsWith('\\')) {
      const hasQuote = part.endsWith('"');
      const slashes = hasQuote ? part.length - 1 : part.length;
      word = (word ?? '') + '\\'.repeat(hasQuote ? Math.floor(slashes / 2) : slashes);
      if (hasQuote && slashes % 2 === 1) word += '"';
      else if (hasQuote) inQuotes = !inQuotes;
    } else if (part.startsWith('"')) {
      word ??= '';
      if (part === '"') inQuotes = !inQuotes;
      else if (inQuotes) word += '"';
    } else if (!inQuotes && /[ \t]/.test(part)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + part;
  }
  return word === undefined ? words : [...words, word];
}

/**
 * The processes that were started with this data folder, and are no helpers of one that was. SECURITY: the folder has to
 * be a whole argument: an address that holds its name is none.
 */
export function startedWith(processes: readonly WindowsProcess[], folder: string): readonly number[] {
  const wanted = plain(folder);
  return processes.flatMap(({ commandLine, pid }) => {
    const [, ...args] = wordsOf(commandLine);
    if (args.some((arg) => arg.startsWith('--type=') || arg === '-contentproc')) return [];
    const isOurs = args.some((arg, at) => {
      const value = arg.startsWith(chromiumSwitch)
        ? arg.slice(chromiumSwitch.length)
        : /^--?profile$/i.test(args[at - 1] ?? '')
          ? arg
          : undefined;
      return value !== undefined && plain(value) === wanted;
    });
    return isOurs ? [pid] : [];
  });
}

const chromiumSwitch = '--user-data-dir=';

/** Paths of Windows have no case, and may end in a backslash. */
function plain(path: string): string {
  return path.replace(/[\\/]+$/, '').toLowerCase();
}
