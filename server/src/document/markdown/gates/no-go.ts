import type { HeadedPieces, ItemPiece, Label } from "../../../text/markdown/pieces/pieces.ts";
import { slugHas } from "../../../words/lists.ts";
import type { SectionRole } from "../../../words/terms.ts";
import type { NoGoTrigger } from "../../model.ts";
import type { PartGate } from "./make-gate.ts";

const isNoGo = slugHas("noGoLabel");
const isGo = slugHas("goLabel");
const announcesNoGo = ({ key }: Label): boolean => isNoGo(key);

/** Whether a box, in a section of that role, is no gate but a no-go trigger. */
export function isNoGoTrigger(
  role: SectionRole | undefined,
  { core: { form }, context: { under } }: PartGate,
): boolean {
  if (form !== "task" && form !== "fence") return false;
  if (under !== undefined && announcesNoGo(under)) return true;
  return role === "no-go-triggers" && (under === undefined || !isGo(under.key));
}

interface NoGoItems {
  readonly labelled: readonly NoGoTrigger[];
  readonly inSection: readonly NoGoTrigger[];
}

const none: NoGoItems = { labelled: [], inSection: [] };

/** Plain list items that are no-go triggers: those below a label that says so, and with those without a label. */
export function noGoItems({ pieces }: HeadedPieces): NoGoItems {
  if (pieces.length === 0) return none;
  const items = pieces
    .filter((piece) => piece.type === "item")
    .filter(({ box, parent }) => box === undefined && parent === undefined);
  const trigger = ({ text }: ItemPiece): NoGoTrigger => ({ text: text.value, ticked: false, at: text.at });
  const labelled = items.filter(({ under }) => under !== undefined && announcesNoGo(under));
  const inSection = items.filter(({ under }) => under === undefined || announcesNoGo(under));
  return { labelled: labelled.map(trigger), inSection: inSection.map(trigger) };
}
