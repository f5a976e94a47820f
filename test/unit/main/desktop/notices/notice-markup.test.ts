import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeBody } from '#shared/text/notice-body.ts';
import { thisPlatform } from '../../../../../src/main/system/process/this-platform.ts';

interface Shown {
  readonly title: string;
  readonly body: string;
}

const shown = vi.hoisted((): Shown[] => []);
vi.mock('electron', () => ({
  Notification: class {
    static isSupported = () => true;
    readonly on = vi.fn();
    readonly once = vi.fn();
    readonly show = vi.fn();
    constructor(notice: Shown) {
      shown.push(notice);
    }
  },
}));

const name = '<a href="https://evil.example/">Smith & Sons</a>';
const plain = '&lt;a href="https://evil.example/"&gt;Smith &amp; Sons&lt;/a&gt;';

beforeEach(() => void shown.splice(0));

describe('the body of a notice', () => {
  it('is no markup on Linux, whatever a customer is called', () => {
    expect(noticeBody(name, 'linux')).toBe(plain);
    // What looks escaped already is a name as well.
    expect(noticeBody('&amp;<b>', 'linux')).toBe('&amp;amp;&lt;b&gt;');
    expect(noticeBody('l’Été, "Ünï" 7', 'linux')).toBe('l’Été, "Ünï" 7');
  });

  it.each(['win32', 'darwin'] as const)('is shown as it is on %s, which knows no markup', (platform) => {
    expect(noticeBody(name, platform)).toBe(name);
  });

  it('is so in the notice that is shown; its title is plain text everywhere', async () => {
    const { DesktopNotices } = await import('../../../../../src/main/desktop/notices/electron-notices.ts');
    new DesktopNotices(() => undefined).show({ title: name, body: name, command: { kind: 'sync' } });
    const body = noticeBody(name, thisPlatform);
    expect(shown).toMatchObject([{ title: name, body }]);
  });
});
