import { escapeHtml } from "./escape-html.ts";

/** Tables with more rows scroll on their own, below a header that stays. */
const longTable = 15;

export interface TableFrame {
  /** What the table is about, for those who cannot see what stands above it. */
  readonly label: string;
  readonly rows: number;
}

/** A table in a frame that scrolls sideways, and by keyboard, when the table is wider than the page. */
export function tableFrame(content: string, { label, rows }: TableFrame): string {
  const classes = rows > longTable ? "table long" : "table";
  return `<div class="${classes}" role="group" aria-label="${escapeHtml(label)}" tabindex="0"><table>${content}</table></div>`;
}
