const beyondAscii = /\P{ASCII}/u;

/** Hyphens that pages, Word and terminals put in the place of `-`. Dashes between words are not among them. */
const hyphens = /[\u2010\u2011\u2212\ufe58\ufe63\uff0d]/g;

/** A dash between two hexadecimal digits stands in an id: Word makes one of a hyphen by itself. */
const dashesInIds = /(?<=[0-9a-f])[\u2012-\u2015](?=[0-9a-f])/gi;

/** A run of hexadecimal digits of any width, with what may stand between them in an id. */
const hexRuns = /[0-9a-f\uff10-\uff19\uff21-\uff26\uff41-\uff46-]+/gi;
const wide = /[\uff10-\uff19\uff21-\uff26\uff41-\uff46]/g;
const wideLetter = /[\uff21-\uff26\uff41-\uff46]/;

/** As long as the shortest group of an id: a shorter run of wide letters is a word. */
const shortestRun = 4;

function halfWidth(run: string): string {
  if (run.length < shortestRun && wideLetter.test(run)) return run;
  return run.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/**
 * Copied text as it was meant: signs that cannot be seen are gone, every space is a space, hyphens are `-` and
 * full-width digits are digits. Line ends and tabs stay; accents, dashes between words and scripts do too.
 * Every reader of what a user pastes, opens or types calls this first, so that all of them read the same. Linear.
 */
export function plainText(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/\p{Zs}/gu, ' ')
    .replace(hyphens, '-')
    .replace(hexRuns, halfWidth)
    .replace(dashesInIds, '-');
}
