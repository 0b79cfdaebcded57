/** The scheme of reports: read-only documents that the server writes. */
export const reportScheme = "release-docs-report";

/** What a report is about. */
export interface ReportSubject {
  readonly uris: readonly string[];
  /** Also the documents that belong to the same release as one of them. */
  readonly release: boolean;
}

/** The query of a report's URI, from which the report can be written again. */
export const subjectQuery = (subject: ReportSubject): string => JSON.stringify(subject);

/** What a report's URI is about; `undefined` for one that was not made here. */
export function readSubject(query: string): ReportSubject | undefined {
  let subject: unknown;
  try {
    subject = JSON.parse(query);
  } catch {
    return undefined;
  }
  if (typeof subject !== "object" || subject === null || !("uris" in subject)) return undefined;
  const { uris } = subject;
  if (!Array.isArray(uris) || !uris.every((uri) => typeof uri === "string")) return undefined;
  return { uris, release: "release" in subject && subject.release === true };
}

/** A link in a report: where its target stands in the text, as offsets, and where it leads. */
export interface ReportLink {
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  /** From 1. */
  readonly line?: number;
}

/** The links of a report to its documents, whose URIs are given. */
export function reportLinks(text: string, uris: readonly string[]): readonly ReportLink[] {
  return [...text.matchAll(/\]\(([^\s()]+)\)/g)].flatMap((match) => {
    const place = placeOfLink(match[1] ?? "", uris);
    if (place === undefined) return [];
    return [{ start: match.index + 2, end: match.index + match[0].length - 1, ...place }];
  });
}

/** Where the address of a link in a report leads; `undefined` when that is none of its documents. */
export function placeOfLink(address: string, uris: readonly string[]): Pick<ReportLink, "uri" | "line"> | undefined {
  const [, path = "", line] = /^([^#]+)(?:#L(\d+))?$/.exec(address) ?? [];
  const named = `/${decode(path).replace(/^\//, "")}`;
  const uri = path === "" ? undefined : uris.find((candidate) => decode(candidate).endsWith(named));
  return uri === undefined ? undefined : { uri, ...(line === undefined ? {} : { line: Number(line) }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
