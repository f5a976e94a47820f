import { Stop } from './log.mjs';

/**
 * What electron-builder asks of fpm for a deb or an rpm.
 * @typedef {object} PackagePlan
 * @property {'deb' | 'rpm'} target
 * @property {string} file the package to make
 * @property {string} name
 * @property {string} version
 * @property {string} architecture as the target calls it
 * @property {string} description the first line is the summary of a deb
 * @property {string} summary of an rpm
 * @property {string} maintainer
 * @property {string} vendor
 * @property {string} url
 * @property {string} license
 * @property {string} category
 * @property {string} priority
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {string} afterInstall path of a script
 * @property {string} afterRemove path of a script
 * @property {readonly string[]} defines macros of rpmbuild, as "name value"
 * @property {readonly {from: string, to: string}[]} content files and folders; a folder ends in a slash and stands for what is in it
 */

/** @type {Readonly<Record<string, keyof PackagePlan>>} */
const single = {
  '-t': 'target',
  '--package': 'file',
  '--name': 'name',
  '--version': 'version',
  '--architecture': 'architecture',
  '--description': 'description',
  '--rpm-summary': 'summary',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--license': 'license',
  '--category': 'category',
  '--deb-priority': 'priority',
  '--after-install': 'afterInstall',
  '--after-remove': 'afterRemove',
};
/** @type {Readonly<Record<string, 'depends' | 'recommends'>>} */
const several = { '-d': 'depends', '--deb-recommends': 'recommends' };
/** @type {Readonly<Record<string, string>>} */
const rpmArchitectures = { amd64: 'x86_64', arm64: 'aarch64' };
const define = '--rpm-rpmbuild-define=';
/** What needs nothing of us: where files come from, and how they are packed. */
const taken = new Set(['-s', '--deb-compression', '--rpm-compression', '--rpm-os']);

/**
 * Reads fpm's arguments. Errors: a Stop that names an argument that is not known, so that none is left out silently.
 * @param {readonly string[]} args
 * @returns {PackagePlan}
 */
export function readFpmArguments(args) {
  /** @type {Record<string, string>} */
  const values = {};
  /** @type {Record<'depends' | 'recommends', string[]>} */
  const lists = { depends: [], recommends: [] };
  /** @type {string[]} */
  const defines = [];
  /** @type {{from: string, to: string}[]} */
  const content = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const list = several[arg];
    const name = single[arg];
    const [from, to] = arg.split('=');
    if (list !== undefined) lists[list].push(valueOf(arg, rest));
    else if (name !== undefined) values[name] = valueOf(arg, rest);
    else if (taken.has(arg)) rest.shift();
    else if (arg.startsWith(define)) defines.push(arg.slice(define.length));
    else if (arg.startsWith('/') && from && to?.startsWith('/')) content.push({ from, to });
    else if (arg !== '--force') throw new Stop(`Nothing here does what fpm does with ${arg}.`);
  }
  if (values['target'] !== 'deb' && values['target'] !== 'rpm')
    throw new Stop(`Nothing here makes a package of the kind "${values['target'] ?? ''}".`);
  // As fpm does: electron-builder says it in Debian's words for both.
  if (values['target'] === 'rpm') {
    const called = values['architecture'] ?? '';
    values['architecture'] = rpmArchitectures[called] ?? called;
  }
  const empty = Object.fromEntries(Object.values(single).map((each) => [each, '']));
  return /** @type {PackagePlan} */ (
    /** @type {unknown} */ ({ ...empty, ...values, ...lists, defines, content })
  );
}

/** @param {string} arg @param {string[]} rest @returns {string} */
function valueOf(arg, rest) {
  const value = rest.shift();
  if (value === undefined) throw new Stop(`${arg} needs a value.`);
  return value;
}

/**
 * The control file of a deb.
 * @param {PackagePlan} plan @param {number} kibibytes what is installed
 * @returns {string}
 */
export function debControl(plan, kibibytes) {
  const [summary = '', ...more] = plan.description.split('\n').map((line) => line.trim());
  return `${[
    `Package: ${plan.name}`,
    `Version: ${plan.version}`,
    `License: ${plan.license}`,
    `Vendor: ${plan.vendor}`,
    `Architecture: ${plan.architecture}`,
    `Maintainer: ${plan.maintainer}`,
    `Installed-Size: ${kibibytes}`,
    ...(plan.depends.length > 0 ? [`Depends: ${plan.depends.join(', ')}`] : []),
    ...(plan.recommends.length > 0 ? [`Recommends: ${plan.recommends.join(', ')}`] : []),
    `Section: ${plan.category || 'default'}`,
    `Priority: ${plan.priority || 'optional'}`,
    `Homepage: ${plan.url}`,
    `Description: ${summary}`,
    ...more.map((line) => ` ${line || '.'}`),
  ].join('\n')}\n`;
}

/**
 * The spec of an rpm whose files lie ready in the build root. As with fpm, what runs after the removal runs after an upgrade too.
 * @param {PackagePlan} plan
 * @param {{afterInstall: string, afterRemove: string, paths: readonly string[]}} ready the scripts' text, and every file's path
 * @returns {string}
 */
export function rpmSpec(plan, { afterInstall, afterRemove, paths }) {
  const quoted = paths.map((path) => `"${path.replaceAll('%', '%%')}"`);
  return `${[
    ...['prep', 'build', 'install', 'clean'].map((step) => `%define __spec_${step}_post true`),
    '%define debug_package %{nil}',
    '%define __strip /bin/true',
    `Name: ${plan.name}`,
    `Version: ${plan.version}`,
    'Release: 1',
    `Summary: ${plan.summary || plan.description.split('\n')[0]}`,
    'AutoReqProv: no',
    `License: ${plan.license}`,
    `Vendor: ${plan.vendor}`,
    `URL: ${plan.url}`,
    `Packager: ${plan.maintainer}`,
    `Group: ${plan.category || 'default'}`,
    ...plan.depends.map((each) => `Requires: ${each}`),
    '%description',
    plan.description,
    '%post',
    afterInstall,
    '%postun',
    afterRemove,
    '%files',
    '%defattr(-,root,root,-)',
    ...quoted,
  ].join('\n')}\n`;
}
