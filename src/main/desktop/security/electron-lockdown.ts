import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** SECURITY: no page of any session gets a permission or a device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}

/** SECURITY: our windows make no network request; whatever is not a file of ours is cancelled. */
export function forbidNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith(`${appOrigin}/`) });
  });
}

/** Port 0 is nobody's: whatever is sent there fails at once, and no program can listen there. */
const deadProxy = 'http://127.0.0.1:0';

/**
 * SECURITY: what the rule above does not see ends at a proxy that nobody runs: names looked up ahead, connections made ahead,
 * WebRTC over TCP, what Chromium asks for by itself. Loopback as well. Dictionaries are never fetched.
 */
export function closeNetwork(session: Session): void {
  void session.setProxy({ mode: 'fixed_servers', proxyRules: deadProxy, proxyBypassRules: '<-loopback>' });
  session.setSpellCheckerEnabled(false);
}

/** SECURITY: WebRTC sends nothing but through a proxy, of which a window has none that works. */
export function silenceWebRtc(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** SECURITY: no window navigates, opens another, embeds a page or attaches a webview. */
export function forbidNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
