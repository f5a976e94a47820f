/** What stands on a page and can be led to. */
export interface Declared {
  readonly heading: string;
  readonly text: string;
  /** What shows the text. */
  readonly element: HTMLElement;
  /** The sentences beside it. */
  readonly hints: readonly HTMLElement[];
  /** What is set or pressed; nothing for a heading. */
  readonly control: HTMLElement | undefined;
}

const declaring = 'h2, h3, label, summary, button, [role="switch"]';
/** Rows of what the user has, not of what can be set. */
const rows = 'li button:not([role="switch"]), [role="grid"] *';

/**
 * What a page declares by its headings, labels, switches and buttons, each with the sentences beside it. There is no list
 * of settings to keep: the page is the list. `root` need not be in the document.
 */
export function declaredIn(root: ParentNode): readonly Declared[] {
  const found = new Map<string, Declared>();
  for (const element of root.querySelectorAll<HTMLElement>(declaring)) {
    if (element.matches(rows) || (element.tagName === 'SUMMARY' && element.querySelector('h2') !== null))
      continue;
    const declared = read(element, root);
    if (declared.text === '') continue;
    const key = keyOf(declared);
    const known = found.get(key);
    // A switch and its heading are one thing, and so are a label and the button that is called like it.
    if (known === undefined) found.set(key, declared);
    else if (known.control === undefined)
      found.set(key, { ...declared, element: known.element, hints: [...known.hints, ...declared.hints] });
  }
  return [...found.values()];
}

/** By what a declared thing is known again on the page when that is shown later. */
export function keyOf({ heading, text }: Pick<Declared, 'heading' | 'text'>): string {
  return `${heading}\n${text}`;
}

function read(element: HTMLElement, root: ParentNode): Declared {
  const isHeading = /^H\d$/.test(element.tagName);
  const control = isHeading ? undefined : controlOf(element, root);
  const text = wordsOf(
    element.getAttribute('aria-label') ?? control?.getAttribute('aria-label') ?? element.textContent,
  );
  const section = wordsOf(element.closest('section')?.querySelector('h2')?.textContent);
  return {
    heading: element.tagName === 'H2' ? text : section,
    text,
    element,
    hints: isHeading ? paragraphsBeside(element) : describing(control, root),
    control,
  };
}

function controlOf(element: HTMLElement, root: ParentNode): HTMLElement | undefined {
  if (element.tagName !== 'LABEL') return element;
  const { htmlFor } = element as HTMLLabelElement;
  return (
    (htmlFor === ''
      ? element.querySelector<HTMLElement>('input, select, textarea')
      : root.querySelector<HTMLElement>(`#${CSS.escape(htmlFor)}`)) ?? undefined
  );
}

function describing(control: HTMLElement | undefined, root: ParentNode): readonly HTMLElement[] {
  return (control?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .flatMap((id) => root.querySelector<HTMLElement>(`#${CSS.escape(id)}`) ?? []);
}

function paragraphsBeside(heading: HTMLElement): readonly HTMLElement[] {
  const beside = heading.closest('summary')?.nextElementSibling ?? heading.parentElement;
  return [...(beside?.children ?? [])].filter(
    (each): each is HTMLElement => each.tagName === 'P' && each.textContent !== '',
  );
}

const wordsOf = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();
