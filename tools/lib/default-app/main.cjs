// Stands in resources/default_app.asar of the runtime that registry-electron.mjs prepares, and starts the
// application named on the command line as Electron's own default application does: `electron <path> [arguments]`.
const { existsSync, readFileSync } = require('node:fs');
const { Module } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { app } = require('electron');

// What the official default application calls too; not in the published types.
const application =
  /** @type {Electron.App & Record<'setVersion' | 'setDesktopName' | 'setAppPath', (value: string) => void>} */ (
    app
  );
const loader =
  /** @type {{_load: (file: string, parent: unknown, isMain: boolean) => unknown, _preloadModules: (files: string[]) => void}} */ (
    /** @type {unknown} */ (Module)
  );

/** @typedef {{main?: string, name?: string, productName?: string, version?: string, desktopName?: string, type?: string}} Manifest */

/**
 * The first argument that is neither a switch nor the value of `-r` names the application.
 * @param {readonly string[]} args
 */
function parse(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') preloads.push(args[(index += 1)] ?? '');
    else if (arg === '-v' || arg === '--version') return { preloads, version: true };
    else if (!arg.startsWith('-')) return { preloads, target: path.resolve(arg) };
  }
  return { preloads };
}

/** @param {string} folder @returns {Manifest | undefined} */
function readManifest(folder) {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? /** @type {Manifest} */ (JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** @param {Manifest} manifest */
function introduce(manifest) {
  const name = manifest.productName ?? manifest.name;
  if (manifest.version) application.setVersion(manifest.version);
  if (name) app.name = name;
  application.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
}

/** @param {string} target a folder with a package.json, or a script */
function launch(target) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const manifest = readManifest(target);
  if (manifest) introduce(manifest);

  const entry = require.resolve(target);
  application.setAppPath(manifest ? target : path.dirname(entry));
  if (entry.endsWith('.mjs') || (manifest?.type === 'module' && entry.endsWith('.js'))) {
    return import(pathToFileURL(entry).href);
  }
  return loader._load(entry, Module, true);
}

const { preloads, target, version } = parse(process.argv.slice(1));
if (preloads.length > 0) loader._preloadModules(preloads);

if (version) {
  process.stdout.write(`v${process.versions['electron']}\n`);
  process.exit(0);
} else if (target === undefined) {
  process.stderr.write('Name the application to start: electron <folder or script>\n');
  process.exit(1);
} else {
  try {
    Promise.resolve(launch(target)).catch(fail);
  } catch (error) {
    fail(error);
  }
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(
    `Cannot start ${String(target)}: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
