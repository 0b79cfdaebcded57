const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next size in a direction; 1 is the normal one. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const larger = steps.find((step) => step > zoom + 0.01) ?? 3;
  const smaller = steps.findLast((step) => step < zoom - 0.01) ?? 0.5;
  return direction === 1 ? larger : smaller;
}

/** The size that a key asks for; `undefined` for keys that ask for none. */
export function zoomFor(event: KeyboardEvent, zoom: number): number | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  if (event.key === "+" || event.key === "=") return nextZoom(zoom, 1);
  if (event.key === "-" || event.key === "_") return nextZoom(zoom, -1);
  return event.key === "0" ? 1 : undefined;
}
