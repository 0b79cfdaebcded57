import type { Span, TextChange } from "../../text/place.ts";
import { quoteScalar, writeScalar } from "../../text/yaml/scalar-value.ts";
import type { Intention } from "../intention.ts";
import type { ReleaseDocument } from "../model.ts";
import { addRollbackPart } from "./write/add-rollback-part.ts";
import { addRollbackStep } from "./write/add-rollback-step.ts";
import { answerGate } from "./write/answer-gate.ts";
import { blankValue } from "./write/blank-value.ts";
import { Editing } from "./write/editing.ts";
import { insertEntry, remove, renameKey, setEntry } from "./write/entries.ts";
import { insertSection } from "./write/insert-section.ts";
import { moveSection } from "./write/move-section.ts";
import { suppress } from "./write/suppress.ts";
import { YamlDocument } from "./yaml-document.ts";

/**
 * The changes of a manifest's text that carry out an intention; comments, quotes, line breaks and indentation around them
 * stay. Offsets are absolute (UTF-16). Empty when the text says so already; `undefined` when the intention no longer
 * applies, or cannot be carried out in YAML.
 */
export function writeYaml(document: ReleaseDocument, intention: Intention): readonly TextChange[] | undefined {
  if (!(document instanceof YamlDocument)) return undefined;
  const editing = new Editing(document);
  return carryOut(editing, intention) ? editing.result() : undefined;
}

function carryOut(editing: Editing, intention: Intention): boolean {
  switch (intention.do) {
    case "answer-gate":
      return answerGate(editing, intention);
    case "replace":
      return replace(editing, intention);
    case "rename-key":
      return renameKey(editing, intention.pointer, intention.name);
    case "insert-property":
      return insertProperty(editing, intention);
    case "remove":
      return remove(editing, intention.pointer);
    case "insert-section":
      return insertSection(editing, intention.key);
    case "move-section":
      return moveSection(editing, intention);
    case "choose-option":
    case "renumber-sections":
    case "fill-section":
    case "move-front-matter":
      return false;
    case "add-rollback-part":
      return addRollbackPart(editing, intention.part);
    case "add-rollback-step":
      return addRollbackStep(editing, intention);
    case "set-status":
      return setStatus(editing, intention.status);
    case "declare":
      return declare(editing);
    case "suppress":
      return suppress(editing, intention);
  }
}

/** Puts a text in place of another one; where a whole scalar goes, what does not read as itself is quoted. */
function replace(editing: Editing, { at, text }: Extract<Intention, { readonly do: "replace" }>): boolean {
  if (!editing.document.holds(at.part)) return false;
  const span = editing.span(at);
  if (text === "" && takeOutLine(editing, span)) return true;
  const pointer = editing.document.pointerTo(at);
  const node = pointer === undefined ? undefined : editing.node(pointer);
  const ready = node?.kind !== "scalar" || asWritten.test(text);
  const glue = node !== undefined && span.end === span.start && editing.text.charAt(span.start - 1) === ":" ? " " : "";
  const quoted = /^["']/.test(editing.text.slice(span.start, span.end));
  const write = quoted ? quoteScalar : writeScalar;
  editing.change(span, glue + (ready ? text : write(text)));
  return true;
}

/** Takes out the lines of a span where nothing else stands on them. */
function takeOutLine(editing: Editing, { start, end }: Span): boolean {
  const first = editing.lineStart(start);
  const rest = editing.text.slice(end, editing.lineEnd(end));
  if (editing.text.slice(first, start).trim() !== "" || rest.trim() !== "") return false;
  editing.change({ start: first, end: editing.nextLine(end) }, "");
  return true;
}

/** Texts that are source already: quoted ones, numbers and truths. */
const asWritten = /^(?:"[\s\S]*"|'[\s\S]*'|\d+(?:\.\d+)?|true|false|null)$/;

function insertProperty(
  editing: Editing,
  { pointer, name }: Extract<Intention, { readonly do: "insert-property" }>,
): boolean {
  if (pointer.length === 0) return insertSection(editing, name);
  return insertEntry(editing, pointer, name, blankValue(editing.document.memory.kind, [...pointer, name]));
}

function setStatus(editing: Editing, status: string): boolean {
  if (editing.node(["release"]) === undefined) return insertSection(editing, "release", { status });
  return setEntry(editing, ["release"], "status", status, "date");
}

/** A manifest declares itself by its first two keys. */
function declare(editing: Editing): boolean {
  const stands = (key: string): boolean => editing.node([key]) !== undefined;
  if (!stands("apiVersion") && !insertSection(editing, "apiVersion")) return false;
  return stands("kind") || insertSection(editing, "kind", editing.document.memory.kind.name);
}
