import { describe, expect, it } from 'vitest';
import { hideHome } from '../../../../../src/main/entry/doctor/hide-home.ts';

const home = 'C:\\Users\\Jörg Größe';

describe('the home folder in a text', () => {
  it.each([
    ['C:\\Users\\Jörg Größe\\AppData\\Local', '~\\AppData\\Local'],
    ['c:\\users\\jörg größe\\AppData', '~\\AppData'],
    ['C:/Users/Jörg Größe/x', '~/x'],
    ['{"path":"C:\\\\Users\\\\Jörg Größe\\\\x"}', '{"path":"~\\\\x"}'],
    ['at file:///C:/Users/J%C3%B6rg%20Gr%C3%B6%C3%9Fe/main.cjs:1', 'at file:///~/main.cjs:1'],
    ['in C:\\Users\\Jörg Größe.', 'in ~.'],
    ['"C:\\Users\\Jörg Größe"', '"~"'],
    // Another user's, whose name only begins like that.
    ['C:\\Users\\Jörg Größen\\x', 'C:\\Users\\Jörg Größen\\x'],
    ['C:\\Users\\Jörg Größe.OLD\\x', 'C:\\Users\\Jörg Größe.OLD\\x'],
    ['D:\\Users\\Jörg Größe', 'D:\\Users\\Jörg Größe'],
  ])('of Windows: %s', (text, hidden) => {
    expect(hideHome(text, home, 'win32')).toBe(hidden);
  });

  it.each([
    ['/home/an/.config/Tidegate', '~/.config/Tidegate'],
    ['at file:///home/an/x:1 and /home/an', 'at file://~/x:1 and ~'],
    ['/home/ana/x', '/home/ana/x'],
    ['/HOME/an/x', '/HOME/an/x'],
  ])('of Linux: %s', (text, hidden) => {
    expect(hideHome(text, '/home/an', 'linux')).toBe(hidden);
  });

  it('is nothing where nobody knows it, and no pattern', () => {
    for (const unknown of ['', '/', '\\']) expect(hideHome('/a/b', unknown, 'linux')).toBe('/a/b');
    expect(hideHome('/home/a+b(c)/x /home/aab(c)', '/home/a+b(c)', 'linux')).toBe('~/x /home/aab(c)');
  });
});
