import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { OpenDownloads } from '../../../../src/main/updates/open-downloads.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

/** An answer that flows through one stage into a file, as electron-updater's does. */
async function aDownload() {
  const folder = await temporaryFolder('tidegate-download-');
  onTestFinished(() => removeFolder(folder));
  const [answer, check, file] = [
    new PassThrough(),
    new PassThrough(),
    createWriteStream(join(folder, 'file')),
  ];
  for (const stage of [answer, check, file]) stage.on('error', () => undefined);
  const downloads = new OpenDownloads();
  const giveUp = downloads.follow(answer);
  answer.pipe(check).pipe(file);
  answer.write('half of it');
  await once(file, 'open');
  return { answer, check, file, downloads, giveUp };
}

it('the file of an answer that is given up is closed before that is told to be so', async () => {
  const { downloads, file, giveUp } = await aDownload();
  giveUp();
  await downloads.closed();
  expect(file.closed).toBe(true);
});

it('the file is closed as well where a stage on the way finds a fault', async () => {
  const { check, downloads, file } = await aDownload();
  check.destroy(new Error('another checksum'));
  await new Promise((resolve) => check.once('close', resolve));
  await downloads.closed();
  expect(file.closed).toBe(true);
});

it('the file of an answer that ends is written whole, and nothing waits for it', async () => {
  const { answer, downloads, file } = await aDownload();
  const written = once(file, 'finish');
  await downloads.closed();
  expect(file.closed).toBe(false);
  answer.end(', and the rest');
  await written;
  expect(file.bytesWritten).toBe('half of it, and the rest'.length);
});
