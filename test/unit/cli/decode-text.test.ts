import { describe, expect, it } from "vitest";
import { decodeText } from "../../../server/src/cli/files/decode-text.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

describe("decodeText", () => {
  it.each([
    ["plain text", bytes("# Release\r\n"), { text: "# Release\r\n", exact: true }],
    ["nothing", bytes(), { text: "", exact: true }],
    ["a byte order mark", bytes([0xef, 0xbb, 0xbf], "a"), { text: "a", exact: true }],
    ["a written replacement character", bytes("a\uFFFDb"), { text: "a\uFFFDb", exact: true }],
    [
      "a few Latin-1 letters",
      bytes("R", [0xe9], "sum", [0xe9], " ".repeat(40)),
      { text: `R\uFFFDsum\uFFFD${" ".repeat(40)}`, exact: false },
    ],
    ["UTF-16 with a mark", bytes([0xff, 0xfe, 0x61, 0]), { text: "a", exact: false }],
    ["UTF-16 with a mark, big end first", bytes([0xfe, 0xff, 0, 0x61]), { text: "a", exact: false }],
    ["UTF-16 without a mark", Buffer.from("# Plan é\n", "utf16le"), { text: "# Plan é\n", exact: false }],
    ["the same, big end first", Buffer.from("# Plan\n", "utf16le").swap16(), { text: "# Plan\n", exact: false }],
    ["UTF-32", bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), { problem: "is UTF-32; save it as UTF-8" }],
    ["a NUL in a text", bytes("# Release Plan", [0]), { text: "# Release Plan\0", exact: true }],
    ["many NUL", bytes("PK", [0]), { problem: "is a binary file" }],
    ["bytes that are no text", bytes([0x89, 0xfe, 0xfa, 0x01, 0x02], "ab"), { problem: "is not UTF-8 text" }],
  ])("%s", (_, content, expected) => {
    expect(decodeText(content)).toEqual(expected);
  });
});
