import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { brands } from '../../../../../src/main/browsers/browser.ts';
import { palette, tenantColour } from '#shared/customer/colour.ts';
import { displayName } from '../../../../../src/main/browsers/profiles/display-name.ts';
import { isProfileFolderId, profileFolderId } from '../../../../../src/main/browsers/profiles/folder-id.ts';
import { planProfilePreferences } from '../../../../../src/main/browsers/engines/chromium/preferences.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

const contoso = parseTenantId('11111111-2222-4333-8444-555555555555') as TenantId;
const tenantIds = fc
  .uuid()
  .map(parseTenantId)
  .filter((id) => id !== undefined);

describe('the folder id of a customer’s profile', () => {
  it('is the same at every start of one installation, for ever', () => {
    expect(profileFolderId('salt', contoso)).toBe('t-d3gtmcnlbv4brn3jywkbfar37z');
  });

  it('stays in its alphabet, whatever the salt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), tenantIds, (salt, tenantId) => {
        expect(isProfileFolderId(profileFolderId(salt, tenantId))).toBe(true);
      }),
    );
  });

  it('is another one for another customer and in another installation', () => {
    fc.assert(
      fc.property(fc.uniqueArray(tenantIds, { minLength: 2, maxLength: 50 }), (ids) => {
        const folders = ids.flatMap((id) => [profileFolderId('a', id), profileFolderId('b', id)]);
        expect(new Set(folders).size).toBe(folders.length);
      }),
    );
  });

  it.each([
    '',
    '..',
    't-',
    't-aaaaaaaaaaaaaaaaaaaaaaaaa',
    `t-${'a'.repeat(27)}`,
    `t-${'A'.repeat(26)}`,
    'Default',
  ])('is not "%s"', (text) => {
    expect(isProfileFolderId(text)).toBe(false);
  });

  it('is not one with a look-alike letter, a separator or a line end', () => {
    for (const odd of ['а', '1', '/', '\\', '.', '\n']) {
      expect(isProfileFolderId(`t-${'a'.repeat(25)}${odd}`)).toBe(false);
    }
    expect(isProfileFolderId(`t-${'a'.repeat(26)}\n`)).toBe(false);
  });
});

describe('the colour of a customer', () => {
  it('is the same at every start', () => {
    expect(tenantColour(contoso)).toEqual({ hex: '#097974', argb: -16_156_300 });
  });

  it('is one of the palette, and the integer is the same colour, opaque', () => {
    fc.assert(
      fc.property(tenantIds, (tenantId) => {
        const { hex, argb } = tenantColour(tenantId);
        expect(palette).toContain(hex);
        expect(argb).toBe(argb | 0);
        expect((argb >>> 0).toString(16)).toBe(`ff${hex.slice(1)}`);
      }),
    );
  });

  it.each(palette)('%s has enough contrast with white text', (hex) => {
    expect(1.05 / (luminance(hex) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it('is spread over the whole palette, with no colour far ahead', () => {
    const counts = new Map<string, number>();
    for (const tenantId of fc.sample(tenantIds, { numRuns: 2_400, seed: 7 })) {
      const { hex } = tenantColour(tenantId);
      counts.set(hex, (counts.get(hex) ?? 0) + 1);
    }
    expect(counts.size).toBe(palette.length);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });

  it('differs from every other colour of the palette', () => {
    expect(new Set(palette).size).toBe(palette.length);
  });
});

describe('a customer’s name as the browser shows it', () => {
  it.each([
    ['Contoso Ltd', 'Contoso Ltd'],
    ['  Zoé \t Söhne \n GmbH ', 'Zoé Söhne GmbH'],
    ['"Quotes" & <b>', '"Quotes" & <b>'],
    ['../../etc', '../../etc'],
    ['abc\u202etxt.exe', 'abctxt.exe'],
    ['a\u2066b\u2069\u200f\u061cc', 'abc'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['\u0000\u001b[31m', '[31m'],
    ['lone \ud800 surrogate \uffff', 'lone surrogate'],
    ['شرکت\u200cها', 'شرکت\u200cها'],
    ['株式会社 👩\u200d💻', '株式会社 👩\u200d💻'],
    ['x'.repeat(300), `${'x'.repeat(59)}…`],
    ['😀'.repeat(61), `${'😀'.repeat(59)}…`],
    ['', 'fallback'],
    [' \u202e\u200d ', 'fallback'],
  ])('%j becomes %j', (name, shown) => {
    expect(displayName(name, 'fallback')).toBe(shown);
  });

  it('is never empty, never long, and has nothing invisible that turns or breaks text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const shown = displayName(name, 'fallback');
        expect(shown.trim()).not.toBe('');
        expect([...shown].length).toBeLessThanOrEqual(60);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u);
      }),
    );
  });
});

describe('the preferences of a new profile', () => {
  it.each(brands.filter((brand) => brand !== 'firefox'))(
    'of %s hold the name, the colour and nothing else',
    (brand) => {
      const identity = { name: 'Zoé "&" Söhne', colour: { hex: '#123456', argb: -15_584_170 } };
      expect(JSON.parse(planProfilePreferences(brand, identity))).toEqual({
        profile: { name: 'Zoé "&" Söhne', using_default_name: false },
        extensions: { theme: { id: 'autogenerated_theme_id' } },
        autogenerated: { theme: { color: -15_584_170 } },
        browser: { theme: { user_color2: -15_584_170, color_variant2: 3 } },
      });
    },
  );
});

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
