import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cleanRootArchive } from './lib/clean-root.mjs';
import { Stop, say, since } from './lib/log.mjs';
import { isRoot, repositoryRoot } from './lib/paths.mjs';
import { finished, run, start } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { atEnd, tool } from './lib/tool.mjs';

// node tools/fresh-machine.mjs               README's two commands in a clean Debian, as root and as an ordinary user
// node tools/fresh-machine.mjs root demo     one user, one command: root or analyst, demo or test
//
// Nothing but Node and npm is in that Debian. It gets what is committed, and each user a Debian of their own. An ordinary
// user who cannot become root is told what to install: that command is then run by root, and theirs again.

const users = /** @type {const} */ (['root', 'analyst']);
const commands = /** @type {const} */ (['demo', 'test']);
const project = '/home/analyst/tidegate';

/** Its processes see nothing but it. A chroot would not do: a process in one may make no user namespace, and so no sandbox. */
const enter = `
set -e
root=$1; id=$2; home=$3; shift 3
mount --bind "$root" "$root"
cd "$root"
mkdir -p .outside
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs run
pivot_root . .outside
umount -l /.outside
cd ${project}
exec setpriv --reuid="$id" --regid="$id" --clear-groups env -i HOME="$home" LANG=C.UTF-8 \\
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin $EXTRA "$@"
`;

/** @typedef {(typeof users)[number]} User */

/** @param {readonly string[]} args */
function parse(args) {
  const named = (/** @type {readonly string[]} */ all) => all.filter((each) => args.includes(each));
  const unknown = args.find((arg) => ![...users, ...commands].some((each) => each === arg));
  if (unknown !== undefined)
    throw new Stop(`"${unknown}" is none of: ${[...users, ...commands].join(', ')}.`);
  const chosen = { users: named(users), commands: named(commands) };
  return {
    users: /** @type {readonly User[]} */ (chosen.users.length > 0 ? chosen.users : users),
    commands: chosen.commands.length > 0 ? chosen.commands : commands,
  };
}

/** @param {string} command @param {readonly string[]} args */
async function must(command, args) {
  if ((await run(command, args)) !== 0) throw new Stop(`${command} failed; its own message is above.`);
}

/** A Debian with Node, npm and the project. @returns {Promise<string>} its folder, removed when the tool ends */
async function freshRoot() {
  // Any Debian that somebody installed has these, and this tool unmounts.
  const archive = await cleanRootArchive(['ca-certificates', 'libstdc++6', 'mount']);
  const root = await mkdtemp(join(tmpdir(), 'tidegate-fresh-'));
  atEnd(() => rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }));
  await must('chmod', ['755', root]);
  await must('tar', ['-xf', archive, '-C', root]);
  const local = join(root, 'usr', 'local');
  await cp(process.execPath, join(local, 'bin', 'node'), { dereference: true });
  await cp(join(dirname(process.execPath), '../lib/node_modules/npm'), join(local, 'lib/node_modules/npm'), {
    recursive: true,
    dereference: true,
  });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(local, 'bin', 'npm'));
  await cp('/etc/resolv.conf', join(root, 'etc', 'resolv.conf'), { dereference: true });
  await cp('/etc/hosts', join(root, 'etc', 'hosts'), { dereference: true });
  const certificates = process.env['NODE_EXTRA_CA_CERTS'];
  if (certificates && existsSync(certificates))
    await cp(certificates, join(root, 'etc', 'more-certificates.pem'), { dereference: true });
  await mkdir(join(root, project), { recursive: true });
  const committed = join(root, 'committed.tar');
  await must('git', ['-C', repositoryRoot, 'archive', '--output', committed, 'HEAD']);
  await must('tar', ['-xf', committed, '-C', join(root, project)]);
  await rm(committed);
  return root;
}

/**
 * Runs a command in it to the end and shows its output.
 * @param {string} root @param {User} user @param {readonly string[]} command
 * @returns {Promise<{code: number, output: string}>}
 */
async function runInside(root, user, command) {
  const [id, home] = user === 'root' ? ['0', '/root'] : ['1000', '/home/analyst'];
  const more = existsSync(join(root, 'etc/more-certificates.pem'))
    ? 'NODE_EXTRA_CA_CERTS=/etc/more-certificates.pem'
    : '';
  const child = start(
    'unshare',
    [
      ...['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private'],
      ...['sh', '-c', enter, 'sh', root, id, home, ...command],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTRA: more } },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      process.stdout.write(text);
    });
  return { code: await finished(child, 'unshare'), output };
}

/** @param {User} user @param {readonly string[]} scripts @returns {Promise<number>} failures */
async function tryAs(user, scripts) {
  const root = await freshRoot();
  await must('chown', ['-R', user === 'root' ? '0:0' : '1000:1000', join(root, project)]);
  let failures = 0;
  for (const script of scripts) {
    const started = performance.now();
    const command = ['npm', 'run', script];
    say(`${user}: ${command.join(' ')} ...`);
    let { code, output } = await runInside(root, user, command);
    const advice = /^ *sudo (apt-get install .*)$/m.exec(output)?.[1];
    if (code !== 0 && user !== 'root' && advice !== undefined) {
      say(`${user} was told what to install; root does it: ${advice}`);
      await runInside(root, 'root', ['apt-get', '-qq', 'update']);
      const install = ['env', 'DEBIAN_FRONTEND=noninteractive', ...advice.split(' '), '-y', '-qq'];
      if ((await runInside(root, 'root', install)).code !== 0) throw new Stop('That command failed.');
      ({ code, output } = await runInside(root, user, command));
    }
    say(`${user}: npm run ${script} ended with ${code} after ${since(started)}.`);
    if (code !== 0) failures += 1;
    await cp(join(root, project, 'test-results'), join(repositoryRoot, 'test-results', `fresh-${user}`), {
      recursive: true,
      force: true,
    }).catch(() => undefined);
  }
  return failures;
}

await tool(async () => {
  if (process.platform !== 'linux' || !isRoot())
    throw new Stop('Only root on Linux can make a clean Debian: run this as root.');
  const chosen = parse(process.argv.slice(2));
  await ensureSystemPackages(['packaging']);
  let failures = 0;
  for (const user of chosen.users) failures += await tryAs(user, chosen.commands);
  return failures === 0 ? 0 : 1;
});
