import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { aliases, isOwnOption, takesNextWord } from './command-shapes.ts';

/**
 * The same line with its command in front, so that an option before the command means what it means behind it: a
 * `--dry-run` that was typed too early must never be a run in earnest. Errors: `option-unknown`, `command-missing`.
 */
export function commandFirst(words: readonly string[]): Result<readonly string[], Problem> {
  const before: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') {
      const [command, ...rest] = left;
      return command === undefined ? missing : ok([command, ...before, '--', ...rest]);
    }
    if (!word.startsWith('-') || word === '-' || aliases.has(word)) return ok([word, ...before, ...left]);
    if (!isOwnOption(word)) return err(problem('option-unknown', { option: word.slice(0, 80) }));
    before.push(word);
    const value = takesNextWord(word) ? left.shift() : undefined;
    if (value !== undefined) before.push(value);
  }
  return missing;
}

const missing = err(problem('command-missing', {}));
