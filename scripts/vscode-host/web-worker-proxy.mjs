import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { extname, resolve, sep } from "node:path";

/**
 * Where the page finds the extension under development, on the proxy's own origin. The tests stand below it: the
 * workbench gives a test module to the extension host of the extension that contains it, and hangs if none does.
 */
const EXTENSION = "/devext";
const TESTS = `${EXTENSION}/.tests`;

const TYPES = { ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml" };
const SETTINGS = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;

/**
 * @typedef {object} ProxyOptions
 * @property {number} port the host's
 * @property {string} extension the folder of an extension with a `browser` entry
 * @property {{ folder: string, script: string }} [tests] a bundled script with `run()`, named within its folder
 */

/**
 * Puts itself between browser and host, so that the extension runs in a web worker, as it does on vscode.dev: the
 * workbench takes such extensions only from the configuration in its page, and over HTTP. Everything else passes
 * through. Open the workbench on the answered port with neither `extension` nor `tests` in its address.
 *
 * @param {ProxyOptions} options
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startWebWorkerProxy({ port, extension, tests }) {
  /** @type {[prefix: string, folder: string][]} */
  const folders = [...(tests ? [/** @type {[string, string]} */ ([TESTS, tests.folder])] : []), [EXTENSION, extension]];

  const server = createServer((incoming, answer) => {
    const path = new URL(incoming.url ?? "/", "http://proxy").pathname;
    const served = folders.find(([prefix]) => path.startsWith(`${prefix}/`));
    if (served) return void serveFile(served[1], path.slice(served[0].length + 1), answer);
    forward(incoming, answer, path === "/" ? addDevelopmentOptions : undefined);
  });

  /** @param {string} html */
  function addDevelopmentOptions(html) {
    const authority = `127.0.0.1:${portOf(server)}`;
    return html.replace(SETTINGS, (_, before, settings, after) => {
      const configuration = JSON.parse(settings.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
      configuration.developmentOptions = {
        ...configuration.developmentOptions,
        extensions: [{ scheme: "http", authority, path: EXTENSION }],
        ...(tests && { extensionTestsPath: { scheme: "http", authority, path: `${TESTS}/${tests.script}` } }),
      };
      return before + JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;") + after;
    });
  }

  /**
   * @param {import('node:http').IncomingMessage} incoming
   * @param {import('node:http').ServerResponse} answer
   * @param {(html: string) => string} [rewrite] for a page; asked for uncompressed
   */
  function forward(incoming, answer, rewrite) {
    const headers = { ...incoming.headers, ...(rewrite && { "accept-encoding": "identity" }) };
    const { method, url: path } = incoming;
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers }, async (reply) => {
      if (!rewrite || reply.statusCode !== 200) {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        return void reply.pipe(answer);
      }
      const page = rewrite(Buffer.concat(await reply.toArray()).toString());
      const { "content-security-policy": _policy, "content-length": _length, ...kept } = reply.headers;
      answer.writeHead(200, kept).end(page);
    });
    outgoing.on("error", () => answer.destroy());
    incoming.pipe(outgoing);
  }

  const sockets = new Set();
  server.on("connection", (socket) => sockets.add(socket.once("close", () => sockets.delete(socket))));
  server.on("upgrade", (incoming, browser, head) => {
    const host = connect(port, "127.0.0.1", () => {
      const { rawHeaders } = incoming;
      const lines = rawHeaders.flatMap((name, at) => (at % 2 ? [] : [`${name}: ${rawHeaders[at + 1]}`]));
      host.write([`GET ${incoming.url} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
      host.write(head);
      host.pipe(browser).pipe(host);
    });
    host.on("error", () => browser.destroy()).on("close", () => browser.destroy());
    browser.on("error", () => host.destroy()).on("close", () => host.destroy());
  });

  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, "close");
  };
  return { port: portOf(server), stop };
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** @param {string} folder @param {string} path @param {import('node:http').ServerResponse} answer */
async function serveFile(folder, path, answer) {
  const root = resolve(folder);
  const file = resolve(root, decodeURIComponent(path));
  const content = file.startsWith(root + sep) ? await readFile(file).catch(() => undefined) : undefined;
  if (content === undefined) return void answer.writeHead(404).end();
  const type = /** @type {Record<string, string>} */ (TYPES)[extname(file)] ?? "application/octet-stream";
  answer.writeHead(200, { "content-type": type }).end(content);
}
