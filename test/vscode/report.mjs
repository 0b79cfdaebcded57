import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { relative, resolve } from "node:path";

const MARK = "[release-docs-test]";

/**
 * Reads the harness's lines out of what a host prints, shows each outcome, and keeps the rest for when it matters.
 *
 * @param {{ bundle: string, verbose: boolean }} options the bundled suite, whose source map names the places in errors
 */
export function createReport({ bundle, verbose }) {
  /** @type {string[]} */
  const other = [];
  let passed = 0;
  let failed = 0;
  let ended = false;

  /** @param {string} line of the host's output, harness's or not */
  function line(line) {
    const at = line.indexOf(MARK);
    if (at < 0) {
      other.push(line);
      if (verbose) console.log(`    ${line}`);
      return;
    }
    const { outcome, name, ms, error } = JSON.parse(line.slice(at + MARK.length));
    if (outcome === "pass") passed += 1;
    if (outcome === "fail") failed += 1;
    if (outcome === "end") ended = true;
    if (outcome === "pass") console.log(`  ✓ ${name} (${ms} ms)`);
    if (outcome === "skip") console.log(`  - ${name} (not here)`);
    if (outcome === "fail") console.log(`  ✗ ${name} (${ms} ms)\n${indent(inSource(error, bundle))}`);
  }

  /**
   * Prints the closing line.
   *
   * @returns {number} the exit code: 0 when at least one test ran, all passed and the host said so too
   * @param {number} hostCode the host's own exit code
   */
  function close(hostCode) {
    const sound = ended && hostCode === (failed > 0 ? 1 : 0);
    if (!sound && !verbose) console.log(indent(other.slice(-40).join("\n")));
    if (!sound) console.log(`The editor ended with code ${hostCode}${ended ? "" : " before the tests did"}.`);
    if (sound && passed + failed === 0) console.log("No test ran.");
    console.log(`${passed} passed, ${failed} failed`);
    return sound && failed === 0 && passed > 0 ? 0 : 1;
  }

  return { line, close };
}

/** @param {string} text */
const indent = (text) => text.replace(/^(?=.)/gm, "      ");

/** @param {string} stack @param {string} bundle */
function inSource(stack, bundle) {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8")));
  return stack.replace(/[^\s(]*\/suite\.js:(\d+):(\d+)/g, (place, line, column) => {
    const origin = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!("originalSource" in origin)) return place;
    const file = relative(process.cwd(), resolve(bundle, "..", origin.originalSource));
    return `${file}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
  });
}
