import { commands, Location, Position, Range, Uri } from "vscode";
import type { ProtocolPosition, ProtocolRange } from "../../server/src/lsp/protocol.ts";

/** A place as the server names it. */
interface GatePlace {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Shows open gates below the line that counts them: the command behind a code lens. */
export async function showOpenGates(uri: string, at: ProtocolPosition, gates: readonly GatePlace[]): Promise<void> {
  const locations = gates.map(({ uri: where, range }) => new Location(Uri.parse(where), rangeOf(range)));
  await commands.executeCommand("editor.action.peekLocations", Uri.parse(uri), positionOf(at), locations, "peek");
}

const positionOf = ({ line, character }: ProtocolPosition): Position => new Position(line, character);
const rangeOf = ({ start, end }: ProtocolRange): Range => new Range(positionOf(start), positionOf(end));
