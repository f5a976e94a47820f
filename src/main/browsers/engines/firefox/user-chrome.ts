import type { ProfileLook } from '../engine.ts';

/**
 * `chrome/userChrome.css`: the customer's colour behind tabs and toolbar, the name before the first tab.
 * Tried on Firefox ESR 153.
 */
export function planUserChrome({ name, colour }: ProfileLook): string {
  return `/* Written by Tidegate, and again when the name or the colour changes. */
#navigator-toolbox {
  background-color: ${colour.hex} !important;
  color: #fff !important;
}
#TabsToolbar, #nav-bar, #PersonalToolbar {
  background-color: transparent !important;
  color: #fff !important;
}
#TabsToolbar::before {
  content: "${cssText(name)}";
  align-self: center;
  max-width: 24em;
  overflow: hidden;
  padding: 0 12px;
  font-weight: 600;
  text-overflow: ellipsis;
  white-space: nowrap;
}
`;
}

/** SECURITY: everything but letters, digits and spaces is written as its number, so that no name can end the text. */
function cssText(text: string): string {
  // The space ends the number and is no part of the text.
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
}
