import type { ImportValue } from '#shared/imports/import.ts';
import type { Language } from '#shared/locales/language.ts';
import type { Translate } from '#shared/locales/messages.ts';

/** What a field holds, in words. */
export function importValueText(value: ImportValue, t: Translate, language: Language): string {
  if (value === null || value === '') return t('import.value.nothing');
  if (typeof value === 'boolean') return t(value ? 'import.value.yes' : 'import.value.no');
  if (typeof value === 'string') return value;
  return value.length === 0
    ? t('import.value.nothing')
    : new Intl.ListFormat(language, { type: 'unit' }).format(value);
}
