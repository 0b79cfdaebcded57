import type { PageChange } from "../../../server/src/lsp/protocol.ts";

/*
 * What a preview's page and its panel say to each other. Lines count from 0, as in the editor; a fraction is a share of a
 * line.
 */

/** Panel → page. */
export type ToPage =
  /** The page, whole. */
  | { readonly type: "page"; readonly html: string; readonly verdict: string }
  /** What is different of the page, in this order. */
  | { readonly type: "changes"; readonly changes: readonly PageChange[]; readonly verdict: string }
  /** There is nothing to show, and why. */
  | { readonly type: "notice"; readonly message: string }
  | { readonly type: "scroll"; readonly line: number }
  /** A box was not answered: all show again what the document says. */
  | { readonly type: "reset" };

/** Page → panel. */
export type FromPage =
  /** There is nothing on the page yet, or changes do not fit what is: it needs all of it. */
  | { readonly type: "ready" }
  | { readonly type: "answer"; readonly gate: string; readonly option?: number; readonly checked: boolean }
  | { readonly type: "jump"; readonly line: number; readonly character: number }
  | { readonly type: "scrolled"; readonly line: number }
  /** A relative link was followed. */
  | { readonly type: "open"; readonly href: string };

/** What the page keeps when its editor is hidden or reloaded. */
export interface PageState {
  readonly uri: string;
  /** 1 is the normal size. */
  readonly zoom: number;
}

/** Reads a message of the page; `undefined` for anything that is none. */
export function readMessage(value: unknown): FromPage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, gate, option, checked, line, character, href } = value;
  switch (type) {
    case "ready":
      return { type };
    case "answer":
      if (typeof gate !== "string" || typeof checked !== "boolean") return undefined;
      return isCount(option) ? { type, gate, option, checked } : { type, gate, checked };
    case "jump":
      return isCount(line) && isCount(character) ? { type, line, character } : undefined;
    case "scrolled":
      return typeof line === "number" && line >= 0 && Number.isFinite(line) ? { type, line } : undefined;
    case "open":
      return typeof href === "string" ? { type, href } : undefined;
    default:
      return undefined;
  }
}

/** The URI that a page kept; `undefined` when it kept none. */
export function readUri(state: unknown): string | undefined {
  return isRecord(state) && typeof state.uri === "string" ? state.uri : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
