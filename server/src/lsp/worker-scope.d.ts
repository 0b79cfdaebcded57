/** The little that is used of a web worker's globals; the whole library of types would bring them everywhere. */
declare function importScripts(...addresses: string[]): void;
declare function addEventListener(
  type: "message",
  listener: (event: { readonly data: unknown }) => void,
  options: { readonly once: boolean },
): void;
