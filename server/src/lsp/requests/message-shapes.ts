import {
  answerGateRequest,
  blockersRequest,
  checklistRequest,
  checklistsRequest,
  exportPageRequest,
  fillTemplateRequest,
  renderRequest,
  reportRequest,
} from "../protocol.ts";

/**
 * What parameters must look like: a primitive by its name; a list by the shape of its items; an object by its members, of which
 * those whose name ends in `?` may be left out or `null`, and `*` stands for all that are there.
 */
export type Shape = "string" | "number" | "boolean" | "any" | readonly [Shape] | { readonly [member: string]: Shape };

const position = { line: "number", character: "number" } as const;
const range = { start: position, end: position } as const;
const inDocument = { textDocument: { uri: "string" } } as const;
const atPosition = { ...inDocument, position } as const;
const named = { uri: "string" } as const;

/** The shapes of all messages that the server looks into, by method. What is not listed is passed on as it is. */
const shapes: Readonly<Record<string, Shape>> = {
  initialize: { capabilities: {}, "processId?": "number", "rootUri?": "string", "workspaceFolders?": [named] },
  "textDocument/didOpen": { textDocument: { uri: "string", languageId: "string", version: "number", text: "string" } },
  "textDocument/didChange": {
    textDocument: { uri: "string", version: "number" },
    contentChanges: [{ text: "string", "range?": range }],
  },
  "textDocument/didClose": inDocument,
  "workspace/didChangeConfiguration": {},
  "workspace/didChangeWatchedFiles": { changes: [{ uri: "string", type: "number" }] },
  "textDocument/completion": atPosition,
  "textDocument/hover": atPosition,
  "textDocument/definition": atPosition,
  "textDocument/documentHighlight": atPosition,
  "textDocument/references": { ...atPosition, context: { includeDeclaration: "boolean" } },
  "textDocument/prepareRename": atPosition,
  "textDocument/rename": { ...atPosition, newName: "string" },
  "textDocument/documentSymbol": inDocument,
  "textDocument/documentLink": inDocument,
  "textDocument/foldingRange": inDocument,
  "textDocument/codeLens": inDocument,
  "textDocument/semanticTokens/full": inDocument,
  "textDocument/semanticTokens/range": { ...inDocument, range },
  "textDocument/formatting": { ...inDocument, options: {} },
  "textDocument/rangeFormatting": { ...inDocument, range, options: {} },
  "textDocument/selectionRange": { ...inDocument, positions: [position] },
  "textDocument/codeAction": { ...inDocument, range, context: { "only?": ["string"] } },
  "codeAction/resolve": { title: "string" },
  "textDocument/diagnostic": { ...inDocument, "previousResultId?": "string" },
  "workspace/diagnostic": { previousResultIds: [{ uri: "string", value: "string" }] },
  "workspace/symbol": { query: "string" },
  "workspace/executeCommand": { command: "string", "arguments?": ["any"] },
  [blockersRequest.method]: named,
  [checklistRequest.method]: named,
  [checklistsRequest.method]: {},
  [renderRequest.method]: { uri: "string", "since?": "number", "readOnly?": "string" },
  [exportPageRequest.method]: { uri: "string", "theme?": "string" },
  [answerGateRequest.method]: {
    uri: "string",
    gate: "string",
    state: "string",
    "option?": "number",
    "by?": "string",
    "when?": "string",
    "reason?": "string",
  },
  [fillTemplateRequest.method]: { uri: "string", text: "string", values: { "*": "string" } },
  [reportRequest.method]: { uris: ["string"], release: "boolean", folders: ["string"] },
};

/** What is wrong with the parameters of a message, in words; `undefined` when they are what its handler looks for. */
export function misfit(method: string, params: unknown): string | undefined {
  const shape = Object.hasOwn(shapes, method) ? shapes[method] : undefined;
  return shape === undefined ? undefined : difference(shape, params, "params");
}

/** As deep as the shape, however deep the value is. */
function difference(shape: Shape, value: unknown, path: string): string | undefined {
  if (shape === "any") return undefined;
  if (typeof shape === "string") {
    return typeof value === shape ? undefined : `${path} must be a ${shape}`;
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return `${path} must be a list`;
    return firstDefined(value, (item, index) => difference(shape[0], item, `${path}[${index}]`));
  }
  if (!isRecord(value)) return `${path} must be an object`;
  return firstDefined(Object.entries(shape), ([name, inner]) => {
    if (name === "*") {
      return firstDefined(Object.entries(value), ([key, item]) => difference(inner, item, `${path}.${key}`));
    }
    const key = name.replace(/\?$/, "");
    const member: unknown = Object.hasOwn(value, key) ? value[key] : undefined;
    const isLeftOut = key !== name && (member === undefined || member === null);
    return isLeftOut ? undefined : difference(inner, member, `${path}.${key}`);
  });
}

function firstDefined<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
