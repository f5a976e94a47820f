/** The few pictures the windows use, drawn on a grid of 16 with round ends. All are decoration: text says the same. */
const paths = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.2 3.2',
  settings:
    'M2.5 4.5h6.2m3.1 0h1.7m-11 7h1.7m3.1 0h6.2M8.7 4.5a1.55 1.55 0 1 0 3.1 0 1.55 1.55 0 0 0-3.1 0Zm-4.5 7a1.55 1.55 0 1 0 3.1 0 1.55 1.55 0 0 0-3.1 0Z',
  sync: 'M13 6.5A5.2 5.2 0 0 0 3.3 5.6M3 3v2.8h2.8M3 9.5a5.2 5.2 0 0 0 9.7.9m.3 2.6v-2.8h-2.8',
  star: 'm8 2.2 1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.18l-3.53 1.87.7-3.93L2.3 6.35l3.95-.55Z',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 2.8V8l1.9 1.6',
  lock: 'M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Zm1-0V5a2.5 2.5 0 0 1 5 0v2',
  dash: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.5 8h5',
  check: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.4 8.2l1.8 1.8 3.4-3.8',
  warning: 'M8 2.4 14.2 13H1.8ZM8 6.4v3m0 1.7v.1',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 5.4v3.4M8 5v.1',
  person:
    'M8 2.5a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5ZM2.8 13.5c.4-2.4 2.5-3.6 5.2-3.6s4.8 1.2 5.2 3.6',
  sources:
    'M3 4.2c0-1 2.2-1.7 5-1.7s5 .7 5 1.7-2.2 1.7-5 1.7-5-.7-5-1.7Zm0 0v7.6c0 1 2.2 1.7 5 1.7s5-.7 5-1.7V4.2M3 8c0 1 2.2 1.7 5 1.7S13 9 13 8',
  building:
    'M3.5 13.5v-9a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v9M9.5 7h2a1 1 0 0 1 1 1v5.5M2 13.5h12M5.7 6h1.6m-1.6 2.5h1.6m-1.6 2.5h1.6',
  window:
    'M3 3h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm-1 3.2h12M4.2 4.6h.1m1.6 0H6',
  layers: 'M8 2.2 14 5.4 8 8.6 2 5.4ZM2.3 8.2 8 11.2l5.7-3M2.3 11 8 14l5.7-3',
  help: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2m0 1.9v.1',
  link: 'M6.8 9.2 9.2 6.8M7 4.6l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 9M9 11.4l-1.2 1.2a3 3 0 0 1-4.3-4.3L4.7 7',
  note: 'M4 2.5h5.5L12.5 5.5v8h-8.5ZM9.3 2.7v3h3M6.2 8.3h4m-4 2.6h4',
} as const;

export type IconName = keyof typeof paths;

export function Icon(props: { readonly name: IconName }) {
  return (
    <svg class="icon" data-name={props.name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[props.name]} />
    </svg>
  );
}
