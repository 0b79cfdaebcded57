import { replaceSpan } from "../../text/changes.ts";
import { takeOut } from "../../text/markdown/source-lines.ts";
import type { TextChange } from "../../text/place.ts";
import type { Intention } from "../intention.ts";
import type { ReleaseDocument } from "../model.ts";
import { isMarkdownDocument, type MarkdownDocument } from "./compose/read-markdown.ts";
import { addRollbackPart } from "./write/add-rollback-part.ts";
import { addRollbackStep } from "./write/add-rollback-step.ts";
import { answerGate, chooseOption } from "./write/answer-gate.ts";
import { fillSection } from "./write/fill-section.ts";
import { declare, moveFrontMatter, setStatus } from "./write/front-matter.ts";
import { insertProperty } from "./write/insert-property.ts";
import { insertSection } from "./write/insert-section.ts";
import { moveSection } from "./write/move-section.ts";
import { removeKey, renameKey } from "./write/rename-key.ts";
import { renumberSections } from "./write/renumber.ts";
import { suppress } from "./write/suppress.ts";

/**
 * The changes of a Markdown text that carry out an intention; line breaks and everything around them stay. Offsets are
 * absolute (UTF-16) and do not overlap. Empty when the text says so already; `undefined` when the intention no longer
 * applies, or cannot be carried out in Markdown.
 */
export function writeMarkdown(document: ReleaseDocument, intention: Intention): readonly TextChange[] | undefined {
  return isMarkdownDocument(document) ? carryOut(document, intention) : undefined;
}

function carryOut(document: MarkdownDocument, intention: Intention): readonly TextChange[] | undefined {
  switch (intention.do) {
    case "choose-option":
      return chooseOption(document, intention);
    case "answer-gate":
      return answerGate(document, intention);
    case "replace":
      if (!document.parts.includes(intention.at.part)) return undefined;
      return intention.text === ""
        ? takeOut(document.text, document.span(intention.at))
        : replaceSpan(document.text, document.span(intention.at), intention.text);
    case "insert-property":
      return insertProperty(document, intention);
    case "insert-section":
      return insertSection(document, intention.key);
    case "move-section":
      return moveSection(document, intention);
    case "renumber-sections":
      return renumberSections(document);
    case "fill-section":
      return fillSection(document, intention.section);
    case "add-rollback-part":
      return addRollbackPart(document, intention.part);
    case "add-rollback-step":
      return addRollbackStep(document, intention);
    case "set-status":
      return setStatus(document, intention);
    case "declare":
      return declare(document);
    case "move-front-matter":
      return moveFrontMatter(document);
    case "suppress":
      return suppress(document, intention);
    case "rename-key":
      return renameKey(document, intention);
    case "remove":
      return removeKey(document, intention);
  }
}
