declare module "module" {
  namespace Module {
    /** Since Node 22.1. */
    const enableCompileCache: (() => unknown) | undefined;
    /** Since Node 22.1; absent or `undefined` where nothing is kept. */
    const getCompileCacheDir: (() => string | undefined) | undefined;
  }
}

export {};
