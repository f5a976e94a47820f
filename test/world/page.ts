import type { Reply } from './exchange.ts';

/** Text made safe for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

export interface PageParts {
  readonly title: string;
  /** HTML. */
  readonly body: string;
  readonly style?: string;
  readonly script?: string;
  readonly status?: number;
  readonly headers?: Reply['headers'];
}

const notice = 'Local world for tests and demos. This is not Microsoft: never type a real password here.';

const baseStyle = `
  * { box-sizing: border-box; }
  body { margin: 0; font: 16px/1.5 "Segoe UI", "Liberation Sans", sans-serif; color: #1b1a19; background: #faf9f8; }
  .notice { margin: 0; padding: 6px 16px; background: #fff4ce; border-bottom: 1px solid #e6cf82; font-size: 13px; }
  button { font: inherit; padding: 8px 16px; cursor: pointer; }
  :focus-visible { outline: 3px solid #0f6cbd; outline-offset: 2px; }
`;

/** A whole page that says on top that it is not Microsoft's. */
export function page(parts: PageParts): Reply {
  const script = parts.script === undefined ? '' : `<script>${parts.script}</script>`;
  return {
    status: parts.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self'; connect-src 'self'; worker-src 'self'",
      ...parts.headers,
    },
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(parts.title)}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/favicon.svg">
<style>${baseStyle}${parts.style ?? ''}</style></head>
<body><p class="notice">${notice}</p>${parts.body}${script}</body></html>`,
  };
}

export const favicon: Reply = {
  status: 200,
  headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' },
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0f6cbd" d="M8 1l6 2v5c0 4-3 6-6 7-3-1-6-3-6-7V3z"/></svg>',
};
