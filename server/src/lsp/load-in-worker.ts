/**
 * Runs a bundle in a web worker. The first message that the worker gets is the address of the folder of bundles; it ends in a
 * slash. Bundles find `module` and `require` as they do in Node, and take them at once: the next one finds its own.
 *
 * @param main name of the bundle: `./NAME.js`
 */
export function loadInWorker(main: string): void {
  const start = (folder: string): void => {
    const modules = new Map<string, { exports: unknown }>();
    const require = (name: string): unknown => {
      const known = modules.get(name);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      modules.set(name, module);
      Object.assign(globalThis, { module, require });
      importScripts(folder + name.slice("./".length));
      return module.exports;
    };
    require(`./${main}.js`);
  };
  addEventListener("message", ({ data }) => start(String(data)), { once: true });
}
