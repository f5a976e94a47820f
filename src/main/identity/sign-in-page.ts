import type { Language } from '#shared/locales/language.ts';
import type { Translate } from '#shared/locales/messages.ts';

/** What the browser shows once Microsoft has sent the user back. MSAL serves these texts as they are. */
export interface SignInPages {
  readonly success: string;
  readonly failure: string;
}

export function signInPages(t: Translate, language: Language): SignInPages {
  return {
    success: page(language, t('signInPage.done.title'), t('signInPage.done.text')),
    failure: page(language, t('signInPage.failed.title'), t('signInPage.failed.text')),
  };
}

// SECURITY: no script, nothing loaded from anywhere. The policy stands in the page because MSAL sets no headers.
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}' +
  'body{margin:0;min-height:100vh;display:grid;place-content:center;text-align:center;padding:0 1rem}' +
  'h1{font-size:1.5rem;margin:0}';

function page(language: Language, title: string, text: string): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><title>${escape(title)} · Tidegate</title>` +
    `<style>${style}</style></head><body><main><h1>${escape(title)}</h1><p>${escape(text)}</p></main></body></html>`
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
