import { Range } from "vscode";
import type { ProtocolRange } from "../../../server/src/lsp/protocol.ts";

export const toRange = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
