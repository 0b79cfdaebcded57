import { failureText } from "../text/failure-text.ts";
import { tooLong } from "../text/guard.ts";
import { type Identity, identify } from "./identity.ts";
import { readMarkdown } from "./markdown/compose/read-markdown.ts";
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
  return withoutThrowing(
    [
      ...(previous === undefined ? [] : [() => readAs(uri, text, identity, options, previous)]),
      () => readAs(uri, text, identity, options),
    ],
    (failure) => unreadDocument(uri, text, identity, readerFailed(failure), "internal/error"),
  );
};

/** What the first attempt that succeeds makes: a reading that builds on an earlier one is tried again without it. */
function withoutThrowing(
  attempts: readonly (() => ReleaseDocument)[],
  otherwise: (failure: unknown) => ReleaseDocument,
): ReleaseDocument {
  let failure: unknown;
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch (error) {
      failure = error;
    }
  }
  return otherwise(failure);
}

const readerFailed = (failure: unknown): string =>
  `This file could not be read (${failureText(failure)}): nothing in it is judged. This is a fault of Release Docs: please report it, with the file`;

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
