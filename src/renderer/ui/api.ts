import type { TidegateApi } from '#shared/commands/channels.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly tidegate: TidegateApi;
  }
}

/** The one way from a window to main. */
export const api: TidegateApi = window.tidegate;
