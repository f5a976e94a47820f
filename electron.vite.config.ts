import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { UserConfig } from 'vite';
import { pageWords, topicWords } from './src/shared/locales/found-words.ts';
import { asRead } from './src/shared/portals/find-pages.ts';

/** @param path from the folder of this file */
const at = (path: string): string => resolve(import.meta.dirname, path);

// Explicit, because electron-vite would take its targets from the newest Electron, whose syntax the oldest one this
// code runs on (33: Node 20.18, Chromium 130) cannot read.
const node = 'node20.18';
const chrome = 'chrome130';

/**
 * Libraries that conf (of electron-store) brings along for what is not used, and that each start would read: the settings'
 * file is kept without a schema, and without migrations of its versions. MSAL's own use of semver is another matter.
 */
const unused: Readonly<Record<string, string>> = {
  ajv: 'export class Ajv2020 { constructor() { throw new Error("No schema is used.") } } export default {};',
  semver: 'export default {};',
  feed: 'export default {};',
  sax: 'export default {};',
};
/**
 * electron-updater knows feeds of many makers; Tidegate's is a plain folder: see src/main/updates/feed.ts. Those of others alone
 * are XML, which sax reads.
 */
const unusedFeeds = /^\.\/providers\/(?:Bitbucket|GitHub|GitLab|Keygen|PrivateGitHub)Provider$/;
const withoutUnused = {
  name: 'without-unused',
  enforce: 'pre' as const,
  resolveId: (id: string, importer: string | undefined) => {
    if (unusedFeeds.test(id) && importer?.includes('/electron-updater/') === true) return '\0unused-feed';
    if (id === 'sax' && importer?.includes('/builder-util-runtime/') === true) return '\0unused-sax';
    const library = /^(ajv|semver)(?:-formats$|\/|$)/.exec(id)?.[1];
    return library !== undefined && importer?.includes('/node_modules/conf/') === true
      ? `\0unused-${library}`
      : undefined;
  },
  load: (id: string) => (id.startsWith('\0unused-') ? unused[id.slice('\0unused-'.length)] : undefined),
};

/** Code that gives the lists back as they are read: two thousand short texts are a good deal shorter without their quotation marks. */
function listsInOneText(lists: Readonly<Record<string, readonly string[]>>): string {
  const text = JSON.stringify(
    Object.entries(lists)
      .map(([id, phrases]) => [id, ...asRead(phrases)].join('|'))
      .join('\n'),
  );
  return `Object.fromEntries(${text}.split('\\n').map((line) => {
    const [id, ...list] = line.split('|');
    return [id, list];
  }))`;
}

/**
 * A page gets its texts from main, in one language. What pages and help are found by is of every language: of both catalogues that
 * alone goes into a page, as data.
 */
const foundWordsAsData = {
  name: 'found-words-as-data',
  load: (id: string) =>
    id === at('src/shared/locales/found-words.ts')
      ? Object.entries({ pageWords, topicWords })
          .map(([name, words]) => `export const ${name} = ${listsInOneText(words)};`)
          .join('\n')
      : undefined,
};

/** A file says at its end whose code is in it besides ours: without that nobody could check the licence notices against it. */
const saysWhose = ({ moduleIds }: { readonly moduleIds: readonly string[] }): string => {
  const names = moduleIds.flatMap(
    (id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(id.replaceAll('\\', '/'))?.[1] ?? [],
  );
  return names.length === 0 ? '' : `//! with code of ${[...new Set(names)].sort().join(' ')}`;
};

/** Vite lists there whose code went into a build, with their licences: tools/lib/notices.mjs reads them. */
const license = { fileName: 'third-party.json' };
/** Each page is a build of its own inside the windows' build: a list for each, so that none takes another's place. */
const licenseOfEachPage = {
  name: 'license-of-each-page',
  config: ({ build }: UserConfig) => {
    const pages = Object.keys(build?.rolldownOptions?.input ?? {});
    return { build: { license: { fileName: `third-party-${pages.join('-')}.json` } } };
  },
};

// CommonJS with every library inside: a package then carries no node_modules. Main loads what it imports late (MSAL, the
// API's client) from files of their own, so that a start reads half as much; a sandboxed preload cannot load a second one.
const bundle = (entries: Readonly<Record<string, string>>, folder: string, codeSplitting: boolean) => ({
  plugins: [withoutUnused],
  // It has a file for whoever imports it and one for whoever requires it: electron-updater and Tidegate would bring one each.
  resolve: { alias: [{ find: /^js-yaml$/u, replacement: at('node_modules/js-yaml/index.js') }] },
  build: {
    target: node,
    outDir: at(folder),
    externalizeDeps: false,
    // Names stay, so that what the log says of a fault can be read.
    minify: false,
    sourcemap: false,
    license,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, at(entry)])),
      output: {
        format: 'cjs' as const,
        minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        entryFileNames: '[name].cjs',
        chunkFileNames: 'late/[name].cjs',
        postFooter: saysWhose,
        codeSplitting,
      },
    },
  },
});

export default defineConfig({
  // The reader runs in processes of its own: see src/main/system/files.
  main: bundle(
    { main: 'src/main/main.ts', reader: 'src/main/system/files/electron-reader.ts' },
    'out/main',
    true,
  ),
  preload: bundle({ preload: 'src/preload/preload.ts' }, 'out/preload', false),
  renderer: {
    root: at('src/renderer'),
    plugins: [licenseOfEachPage, foundWordsAsData],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: chrome,
      outDir: at('out/renderer'),
      // SECURITY: the pages' policy allows neither inline code nor data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      // One file of code a page: a page that starts waits for each that it has to ask for.
      isolatedEntries: true,
      sourcemap: false,
      rolldownOptions: {
        input: Object.fromEntries(
          ['finder', 'setup', 'settings'].map((page) => [page, at(`src/renderer/${page}/index.html`)]),
        ),
        output: { postFooter: saysWhose },
      },
    },
  },
});
