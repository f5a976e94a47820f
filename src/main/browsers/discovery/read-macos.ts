import { join } from 'node:path';
import { z } from 'zod';
import { readPropertyList } from '../../system/process/property-list.ts';
import { macosCandidates, type Bundle, type MacosScan } from './plan-macos.ts';

const infoSchema = z.object({ CFBundleIdentifier: z.string(), CFBundleExecutable: z.string() });
const handlersSchema = z.object({
  LSHandlers: z.array(
    z.object({ LSHandlerURLScheme: z.string().optional(), LSHandlerRoleAll: z.string().optional() }),
  ),
});

/** Looks at well-known bundles, and at LaunchServices' own list for the default browser. */
export async function scanMacos(home: string): Promise<MacosScan> {
  const bundles = await Promise.all(macosCandidates(home).map(readBundle));
  const handlers = handlersSchema.safeParse(
    await readPropertyList(
      join(home, 'Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist'),
    ),
  );
  const defaultId = handlers.data?.LSHandlers.find(
    ({ LSHandlerURLScheme }) => LSHandlerURLScheme?.toLowerCase() === 'https',
  )?.LSHandlerRoleAll;
  return { bundles: bundles.filter((bundle) => bundle !== undefined), ...(defaultId ? { defaultId } : {}) };
}

async function readBundle(path: string): Promise<Bundle | undefined> {
  const info = infoSchema.safeParse(await readPropertyList(join(path, 'Contents', 'Info.plist'))).data;
  return info && { path, id: info.CFBundleIdentifier, executable: info.CFBundleExecutable };
}
