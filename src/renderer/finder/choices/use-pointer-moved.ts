import { useRef } from 'preact/hooks';

/** Whether the pointer itself has moved: lines that come to lie under a resting one must not take the keyboard's line. */
export function usePointerMoved(): (event: PointerEvent) => boolean {
  const place = useRef('');
  return (event) => {
    const before = place.current;
    place.current = `${event.screenX},${event.screenY}`;
    return before !== '' && before !== place.current;
  };
}
