import type { Brand } from '../browser.ts';
import { chromium } from './chromium/chromium.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox/firefox.ts';

/** Which engine a browser of a brand is. */
export const engines: Readonly<Record<Brand, Engine>> = {
  edge: chromium,
  chrome: chromium,
  brave: chromium,
  vivaldi: chromium,
  chromium,
  firefox,
};
