import { beforeEach, expect, it, vi } from 'vitest';
import { done } from '#shared/commands/outcomes.ts';
import { parseClientId } from '#shared/settings/authority.ts';
import type { SectionProps } from '../../../../src/renderer/sections/section-props.ts';
import { useDraft } from '../../../../src/renderer/sections/use-draft.ts';
import { emptyStorage, runHook } from '../../support/windows-parts.ts';

const [one, other, third] = [1, 2, 3].map((digit) => `${digit}0000000-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];

beforeEach(() => {
  emptyStorage();
});

/** A field for the client id, in a window that shows this setting. */
function fieldFor(first: string | null) {
  const run = vi.fn(() => Promise.resolve(done));
  const propsOf = (clientId: string | null) =>
    ({ api: { run }, state: { status: { settings: { clientId }, locked: [] } } }) as unknown as SectionProps;
  const use = (props: SectionProps) =>
    useDraft(props, 'clientId', {
      show: (value) => value ?? '',
      read: (text) => (text.trim() === '' ? { ok: true, value: null } : parseClientId(text)),
    });
  return runHook(use, propsOf(first)).then((field) => ({
    run,
    text: () => field.told().input.value,
    kind: () => field.told().problem?.kind,
    become: (clientId: string | null) => field.show(propsOf(clientId)),
    type: (value: string) => field.during(() => field.told().input.onInput({ currentTarget: { value } })),
    keep: () => field.during(() => field.told().keep()),
    /** The setting changes, and a key is heard before the window has painted that. */
    typeWhile: (clientId: string, value: string) =>
      field.during(() => {
        void field.show(propsOf(clientId));
        field.told().input.onInput({ currentTarget: { value } });
      }),
  }));
}

it('a field that nobody touched shows what the setting becomes', async () => {
  const field = await fieldFor(one);
  await field.become(other);
  expect(field.text()).toBe(other);
  await field.become(null);
  expect(field.text()).toBe('');
});

it('what is typed stays when the setting changes beneath it', async () => {
  const field = await fieldFor(one);
  await field.type('7');
  await field.become(other);
  expect(field.text()).toBe('7');
});

it('what is typed stays when it is typed in the moment in which the setting changes', async () => {
  const field = await fieldFor(one);
  await field.typeWhile(other, '7');
  expect(field.text()).toBe('7');
});

it('what was typed and kept gives way to what the setting becomes later', async () => {
  const field = await fieldFor(one);
  await field.type(` ${other} `);
  await field.keep();
  expect(field.run).toHaveBeenCalledWith({ kind: 'changeSettings', change: { clientId: other } });
  await field.become(other);
  expect(field.text()).toBe(other);
  await field.become(third);
  expect(field.text()).toBe(third);
});

it('what cannot be the setting stays with its reason, and is there again in the next window', async () => {
  const field = await fieldFor(one);
  await field.type('7');
  await field.keep();
  expect([field.text(), field.kind()]).toEqual(['7', 'client-id-invalid']);
  expect(field.run).not.toHaveBeenCalled();
  await field.become(other);
  expect(field.text()).toBe('7');
  expect((await fieldFor(other)).text()).toBe('7');
});
