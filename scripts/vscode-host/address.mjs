/**
 * @typedef {object} WorkbenchAddress
 * @property {number} port of the host, or of the proxy before it
 * @property {string} token the host's
 * @property {string} folder the workspace, an absolute path
 * @property {string} [file] opened at start, an absolute path
 * @property {string} [extension] the folder of the extension under development, an absolute path
 * @property {string} [tests] a module with `run()`, an absolute path
 */

/**
 * @param {WorkbenchAddress} address
 * @returns {string} what to open in a browser
 */
export function workbenchUrl({ port, token, folder, file, extension, tests }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const payload = [["skipWelcome", "true"]];
  if (extension) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (file) payload.push(["openFile", remote(file)]);
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) })}`;
}
