import { describe, expect, it } from "vitest";
import { readMessage, readUri } from "../../../client/src/preview/messages.ts";
import { pageShell } from "../../../client/src/preview/page-shell.ts";

describe("a message of the page", () => {
  it.each([
    { type: "ready" },
    { type: "answer", gate: "a#b", checked: true },
    { type: "answer", gate: "a#b", option: 1, checked: false },
    { type: "jump", line: 3, character: 0 },
    { type: "scrolled", line: 2.5 },
    { type: "open", href: "./a.md" },
  ])("is taken as it is: %j", (message) => {
    expect(readMessage(message)).toEqual(message);
  });

  it.each([
    undefined,
    null,
    "ready",
    {},
    { type: "quit" },
    { type: "answer", gate: 1, checked: true },
    { type: "answer", gate: "a" },
    { type: "jump", line: -1, character: 0 },
    { type: "jump", line: 1.5, character: 0 },
    { type: "scrolled", line: Number.NaN },
    { type: "open" },
  ])("is not taken when it is none: %j", (message) => {
    expect(readMessage(message)).toBeUndefined();
  });

  it("leaves out an option that is none", () => {
    expect(readMessage({ type: "answer", gate: "a", option: "0", checked: true })).toEqual({
      type: "answer",
      gate: "a",
      checked: true,
    });
  });
});

describe("the page that a preview starts from", () => {
  it("runs its own script and nothing else", () => {
    const html = pageShell({ script: "https://x/preview.js", nonce: "abc", uri: 'file:///a"><script>.md' });
    expect(html).toContain(`content="default-src 'none'; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'"`);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="abc" src="https://x/preview.js">']);
    expect(html).toContain('data-uri="file:///a&quot;>&lt;script>.md"');
  });

  it("knows its document again", () => {
    expect(readUri({ uri: "file:///a.md", zoom: 2 })).toBe("file:///a.md");
    expect(readUri(undefined)).toBeUndefined();
    expect(readUri({ uri: 3 })).toBeUndefined();
  });
});
