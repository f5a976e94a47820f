import type { WorldAccount } from './directory.ts';
import type { Reply } from './exchange.ts';
import { escapeHtml, page } from './page.ts';

const style = `
  main { max-width: 480px; margin: 8vh auto 0; padding: 44px; background: #fff; box-shadow: 0 2px 6px #0003; }
  h1 { margin: 0 0 16px; font-size: 24px; font-weight: 600; }
  .account { display: block; width: 100%; margin: 8px 0; padding: 12px; text-align: left; background: #fff;
    border: 1px solid #8a8886; }
  .account b { display: block; }
  .account:hover { background: #f3f2f1; }
  .cancel { margin-top: 16px; background: none; border: 1px solid #8a8886; }
`;

/** The account picker: a plain form, the first account focused, so that Enter is enough. */
export function accountPicker(
  action: string,
  context: string,
  accounts: readonly WorldAccount[],
  hint: string,
): Reply {
  const sorted = [...accounts].sort((a, b) => Number(b.username === hint) - Number(a.username === hint));
  const buttons = sorted.map(
    (each, index) =>
      `<button class="account" name="account" value="${escapeHtml(each.username)}"${index === 0 ? ' autofocus' : ''}>` +
      `<b>${escapeHtml(each.displayName)}</b>${escapeHtml(each.username)}</button>`,
  );
  return page({
    title: 'Sign in to your account (local world)',
    style,
    body: `<main><h1>Pick an account</h1><form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="context" value="${escapeHtml(context)}">${buttons.join('')}
<button class="cancel" name="account" value="">Cancel</button></form></main>`,
  });
}

/** Returns to the application by form_post, by itself where scripts run and by a button where not. */
export function formPost(redirectUri: string, fields: Readonly<Record<string, string>>): Reply {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page({
    title: 'Working... (local world)',
    style,
    body: `<main><h1>Returning to the application</h1>
<form method="post" action="${escapeHtml(redirectUri)}">${inputs.join('')}<button autofocus>Continue</button></form></main>`,
    script: 'document.forms[0].submit();',
  });
}

/** As Entra's error pages: it ends here, and the application is never told. */
export function errorPage(description: string): Reply {
  return page({
    title: 'Sign-in error (local world)',
    style,
    status: 200,
    body: `<main><h1>Sorry, but we're having trouble signing you in.</h1><p>${escapeHtml(description)}</p></main>`,
  });
}
