/**
 * Renders assets/source/*.svg into every icon file under assets/.
 *
 * Run by hand, only after a drawing changed: `node tools/icons.mjs`. The outputs are committed, so neither the build nor
 * the tests need these tools. From Debian: `apt-get install librsvg2-bin optipng icoutils`. The same tools always give
 * the same bytes: no dates, no text chunks.
 *
 * Small sizes have drawings of their own, laid on their pixels; the rest come from the large drawing.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Tint
 * @property {string} name   file name part: `light` is for light bars, `dark` for dark bars
 * @property {string} glyph  CSS colour of the glyph
 * @property {string} dot    CSS colour of the attention dot
 */

const assets = fileURLToPath(new URL('../assets/', import.meta.url));

/** Size in pixels → its own drawing. @type {Readonly<Record<number, string>>} */
const APP_DRAWING = { 16: 'icon-16', 24: 'icon-24', 32: 'icon-32', 48: 'icon-24' };
const WINDOWS_APP_SIZES = [16, 24, 32, 48, 64, 128, 256];
const LINUX_APP_SIZES = [...WINDOWS_APP_SIZES, 512];

/** The notification area of Windows at 100, 125, 150, 200, 250 and 300 %. @type {Readonly<Record<number, string>>} */
const WINDOWS_TRAY_DRAWING = {
  16: 'tray-16',
  20: 'tray-20',
  24: 'tray-24',
  32: 'tray-16',
  40: 'tray-20',
  48: 'tray-24',
};

/** @type {readonly Tint[]} */
const TRAY_TINTS = [
  { name: 'light', glyph: '#1b2a33', dot: '#d9480f' },
  { name: 'dark', glyph: '#ffffff', dot: '#ffa94d' },
];

/** Linux panels do not tell their colour; nearly all are dark. */
const LINUX_BAR = 'dark';

/**
 * Draws one PNG. macOS asks for air around an icon (824 of 1024 points), hence `margin`.
 * @param {string} drawing  name in assets/source without `.svg`
 * @param {number} size     width and height in pixels, margin included
 * @param {string} output   absolute path
 * @param {{ css?: string, margin?: number }} [options]
 */
function render(drawing, size, output, { css = '', margin = 0 } = {}) {
  const inner = String(size - 2 * margin);
  const page = ['--page-width', String(size), '--page-height', String(size)];
  const place = ['--left', String(margin), '--top', String(margin), '--width', inner, '--height', inner];
  const svg = readFileSync(join(assets, 'source', `${drawing}.svg`), 'utf8');
  const input = svg.replace('</svg>', `<style>${css}</style></svg>`);
  execFileSync('rsvg-convert', [...page, ...place, '--output', output], { input });
  // -nx keeps 32-bit RGBA instead of a palette: that is the only PNG Windows promises to read inside an .ico.
  execFileSync('optipng', ['-quiet', '-o3', '-nx', '-strip', 'all', output]);
}

/**
 * @param {{ glyph: string, dot: string }} tint
 * @param {boolean} attention
 */
function trayCss({ glyph, dot }, attention) {
  const off = attention ? '' : '.attention { display: none }';
  return `.gate { fill: ${glyph} } .wave { stroke: ${glyph} } .dot { fill: ${dot} } ${off}`;
}

/**
 * Packs a Windows icon. Small sizes stay bitmaps, which every reader of .ico knows; from 64 px up PNG saves much space.
 * @param {string} output
 * @param {readonly number[]} sizes
 * @param {(size: number, file: string) => void} draw
 */
function pack(output, sizes, draw) {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-icons-'));
  try {
    const parts = sizes.map((size) => {
      const file = join(folder, `${size}.png`);
      draw(size, file);
      return size < 64 ? file : `--raw=${file}`;
    });
    execFileSync('icotool', ['--create', '--output', output, ...parts]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function renderAppIcons() {
  mkdirSync(join(assets, 'icons'), { recursive: true });
  /** @param {number} size @param {string} file */
  const draw = (size, file) => render(APP_DRAWING[size] ?? 'icon', size, file);
  render('icon', 1024, join(assets, 'icon.png'), { margin: 100 });
  pack(join(assets, 'icon.ico'), WINDOWS_APP_SIZES, draw);
  for (const size of LINUX_APP_SIZES) draw(size, join(assets, 'icons', `${size}x${size}.png`));
}

/** @param {boolean} attention */
function renderTrayIcons(attention) {
  const folder = join(assets, 'tray');
  mkdirSync(folder, { recursive: true });
  const suffix = attention ? '-attention' : '';
  for (const tint of TRAY_TINTS) {
    const css = trayCss(tint, attention);
    const base = join(folder, tint.name + suffix);
    if (tint.name === LINUX_BAR) {
      render('tray-22', 22, `${base}-22.png`, { css });
      render('tray-22', 44, `${base}-22@2x.png`, { css });
    }
    const sizes = Object.keys(WINDOWS_TRAY_DRAWING).map(Number);
    pack(`${base}.ico`, sizes, (size, file) =>
      render(WINDOWS_TRAY_DRAWING[size] ?? 'tray-16', size, file, { css }),
    );
  }
  // macOS colours a template image itself; the name must end in "Template".
  const template = join(folder, attention ? 'trayAttentionTemplate' : 'trayTemplate');
  const css = trayCss({ glyph: '#000', dot: '#000' }, attention);
  render('tray-16', 16, `${template}.png`, { css });
  render('tray-16', 32, `${template}@2x.png`, { css });
}

renderAppIcons();
renderTrayIcons(false);
renderTrayIcons(true);
