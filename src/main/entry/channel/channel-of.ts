import { tmpdir } from 'node:os';
import { pathsIn } from '../../state/paths.ts';
import { planChannel, type ChannelPlace } from './plan-channel.ts';

/** The channel of the Tidegate whose data is in `root`, on this machine. */
export function channelOf(root: string, platform: NodeJS.Platform): ChannelPlace {
  return planChannel({
    platform,
    root,
    key: pathsIn(root).channelKey,
    runtimeFolder: process.env['XDG_RUNTIME_DIR'],
    temporaryFolder: tmpdir(),
  });
}
