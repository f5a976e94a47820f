/**
 * What a changelog says of one version: the text below its heading `## [1.2.3]` or `## 1.2.3`, to the next of its kind.
 * @param {string} changelog @param {string} version
 * @returns {string | undefined} nothing where it says nothing
 */
export function notesOf(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const is = (/** @type {string} */ line) => /^## \[?([^\]\s]+)\]?/.exec(line)?.[1] === version;
  const start = lines.findIndex(is);
  if (start === -1) return undefined;
  const next = lines.findIndex((line, at) => at > start && line.startsWith('## '));
  const text = lines
    .slice(start + 1, next === -1 ? undefined : next)
    .join('\n')
    .trim();
  return text === '' ? undefined : text;
}
