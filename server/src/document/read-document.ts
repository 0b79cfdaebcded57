import { tooLong } from "./guard.ts";
import { type Identity, identify } from "./identity.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import type { ReleaseDocument } from "./model.ts";
import type { Read, ReadOptions } from "./read.ts";
import { unreadDocument } from "./unread-document.ts";
import { readYaml } from "./yaml/read-yaml.ts";

/** Reads a text as a release document; see `Read` for the contract. */
export const readDocument: Read = (uri, text, options, previous) => {
  const identity = identify(uri, text, options.kinds, options.kind, options.format);
  if (identity === undefined) return undefined;
  const refusal = tooLong(text);
  if (refusal !== undefined) return unreadDocument(uri, text, identity, refusal);
  return readAs(uri, text, identity, options, previous);
};

function readAs(
  uri: string,
  text: string,
  { format, kind, declared }: Identity,
  { template, sectionAliases, memory }: ReadOptions,
  previous?: ReleaseDocument,
): ReleaseDocument {
  const asked = { kind, declared, template: template ?? ("undecided" as const) };
  if (format === "yaml") {
    return readYaml(uri, text, memory === undefined ? asked : { ...asked, shapes: memory.shapes }, previous);
  }
  if (sectionAliases === undefined) return readMarkdown(uri, text, asked, previous);
  const matcher = memory?.matcher(kind, sectionAliases);
  return readMarkdown(
    uri,
    text,
    matcher === undefined ? { ...asked, sectionAliases } : { ...asked, sectionAliases, matcher },
    previous,
  );
}
