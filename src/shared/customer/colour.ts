import type { TenantId } from '../tenant/tenant-id.ts';

export interface Colour {
  /** `#rrggbb`, lower case. */
  readonly hex: string;
  /** The colour, opaque, as Chromium stores it: a signed 32-bit integer 0xAARRGGBB. */
  readonly argb: number;
}

/**
 * Twelve hues evenly spread in OKLCH, at lightness 0.52 and, between those, at 0.38. White text on any of them has a
 * contrast of at least 5.1 : 1 (WCAG 2.2 asks for 4.5). Changing the order or a value recolours customers.
 */
export const palette: readonly string[] = [
  ...['#bc1f4f', '#b13d02', '#915b02', '#786900', '#4d7800', '#067d51'],
  ...['#097974', '#03758e', '#036bb9', '#5952d2', '#8a3db8', '#aa2b8a'],
  ...['#800613', '#673200', '#553e00', '#414700', '#025112', '#044e40'],
  ...['#024c52', '#014867', '#193990', '#4b2888', '#67196d', '#790846'],
];

/** Always the same colour for a customer; two customers may share one. */
export function tenantColour(tenantId: TenantId): Colour {
  return colourOf(tenantId);
}

/** Always the same colour for a text. */
export function colourOf(text: string): Colour {
  return colourFrom(palette[hash(text) % palette.length] ?? '#036bb9');
}

/** A colour from its `#rrggbb`. */
export function colourFrom(hex: string): Colour {
  return { hex, argb: 0xff000000 | Number.parseInt(hex.slice(1), 16) | 0 };
}

/** FNV-1a, 32 bits, folded once more so that ids which differ in one character spread over the palette. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}
