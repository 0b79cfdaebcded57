import { describe, expect, it } from "vitest";
import { readSubject, reportLinks, subjectQuery } from "../../../client/src/report/report-address.ts";

const uris = ["file:///w/ops/a%20b.md", "file:///w/b.md"];

describe("the links of a report", () => {
  it("lead to lines of its documents, and nowhere else", () => {
    const text = "[Line 7](/ops/a%20b.md#L7), [b](b.md), [other](https://example.com/x), [gone](c.md#L1)";
    const links = reportLinks(text, uris);
    expect(links.map(({ uri, line }) => [uri, line])).toEqual([
      [uris[0], 7],
      [uris[1], undefined],
    ]);
    expect(text.slice(links[0]?.start, links[0]?.end)).toBe("/ops/a%20b.md#L7");
  });
});

describe("the address of a report", () => {
  it("says what it is about", () => {
    const subject = { uris, release: true };
    expect(readSubject(subjectQuery(subject))).toEqual(subject);
  });

  it.each(["", "{", "null", '{"uris":[1]}', "{}"])("is not read from %j", (query) => {
    expect(readSubject(query)).toBeUndefined();
  });
});
