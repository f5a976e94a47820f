import { createContext, type ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from '#shared/locales/language.ts';
import type { Translate } from '#shared/locales/messages.ts';
import { speak } from '#shared/locales/speak.ts';
import type { SpokenTexts } from './app-store.ts';

interface Text {
  readonly language: Language;
  readonly t: Translate;
}

const TextContext = createContext<Text | null>(null);

/** Gives all within it the texts of one language, and tells the browser which that is. */
export function TextProvider(props: { readonly texts: SpokenTexts; readonly children: ComponentChildren }) {
  const { catalogue, language } = props.texts;
  const text = useMemo(() => ({ language, t: speak(language, catalogue) }), [language, catalogue]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextContext.Provider value={text}>{props.children}</TextContext.Provider>;
}

/** The texts in the language in force. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error('useText outside of TextProvider');
  return text;
}
