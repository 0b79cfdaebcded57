/** The little that is used of the browser's `Worker`; the whole library of types would bring its globals everywhere. */
declare class Worker {
  constructor(url: string, options?: { readonly name?: string });
  postMessage(message: string): void;
  terminate(): void;
}
