import { tmpdir } from 'node:os';
import type { Platform } from '#shared/platform.ts';
import { pathsIn } from '../../state/paths.ts';
import { planChannel, type ChannelPlace } from './plan-channel.ts';

/** The channel of the Tidegate whose data is in `root`, on this machine. */
export function channelOf(root: string, platform: Platform): ChannelPlace {
  return planChannel({
    platform,
    root,
    key: pathsIn(root).channelKey,
    runtimeFolder: process.env['XDG_RUNTIME_DIR'],
    temporaryFolder: tmpdir(),
  });
}
