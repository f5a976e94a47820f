#!/usr/bin/env node
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { debControl, readFpmArguments, rpmSpec } from './lib/fpm-arguments.mjs';
import { Stop } from './lib/log.mjs';
import { run } from './lib/run.mjs';
import { atEnd, tool } from './lib/tool.mjs';

// fpm, as far as electron-builder asks for it, by Debian's own dpkg-deb and rpmbuild: fpm itself is downloaded from GitHub.
// electron-builder runs it when CUSTOM_FPM_PATH names it (npm test -- packages). The release uses the real one.

await tool(async () => {
  const plan = readFpmArguments(process.argv.slice(2));
  const base = await mkdtemp(join(tmpdir(), 'tidegate-package-'));
  atEnd(() => rm(base, { recursive: true, force: true }));
  const root = join(base, 'root');
  for (const { from, to } of plan.content) {
    await mkdir(join(root, dirname(to)), { recursive: true, mode: 0o755 });
    await cp(from, join(root, to), { recursive: true, verbatimSymlinks: true });
  }
  await mkdir(dirname(plan.file), { recursive: true });
  await must('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
  await (plan.target === 'deb' ? makeDeb(plan, root) : makeRpm(plan, root, base));
  return 0;
});

/** @param {import('./lib/fpm-arguments.mjs').PackagePlan} plan @param {string} root */
async function makeDeb(plan, root) {
  const control = join(root, 'DEBIAN');
  const bytes = (await Promise.all((await filesIn(root)).map((path) => stat(join(root, path))))).reduce(
    (sum, { size }) => sum + size,
    0,
  );
  await mkdir(control, { mode: 0o755 });
  await writeFile(join(control, 'control'), debControl(plan, Math.ceil(bytes / 1024)));
  await cp(plan.afterInstall, join(control, 'postinst'));
  await cp(plan.afterRemove, join(control, 'postrm'));
  for (const script of ['postinst', 'postrm']) await chmod(join(control, script), 0o755);
  // Quick, not small: what is made here is thrown away.
  await must('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, plan.file]);
}

/** @param {import('./lib/fpm-arguments.mjs').PackagePlan} plan @param {string} root @param {string} base */
async function makeRpm(plan, root, base) {
  const spec = join(base, 'package.spec');
  const paths = (await filesIn(root)).map((path) => `/${path}`);
  const [afterInstall, afterRemove] = await Promise.all([
    readFile(plan.afterInstall, 'utf8'),
    readFile(plan.afterRemove, 'utf8'),
  ]);
  await writeFile(spec, rpmSpec(plan, { afterInstall, afterRemove, paths }));
  const macros = [
    `_topdir ${join(base, 'rpm')}`,
    `_rpmdir ${join(base, 'made')}`,
    '_rpmfilename package.rpm',
    '_binary_payload w1.gzdio',
    ...plan.defines,
  ];
  const defined = macros.flatMap((macro) => ['--define', macro]);
  await must('rpmbuild', [
    '-bb',
    '--quiet',
    ...defined,
    ...['--target', plan.architecture, '--buildroot', root, spec],
  ]);
  await cp(join(base, 'made', 'package.rpm'), plan.file);
}

/** @param {string} folder @returns {Promise<string[]>} files and links, relative to it */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

/** @param {string} command @param {readonly string[]} args */
async function must(command, args) {
  const code = await run(command, args);
  if (code !== 0) throw new Stop(`${command} ended with code ${code}.`);
}
