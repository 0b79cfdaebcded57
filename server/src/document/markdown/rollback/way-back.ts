import type { HeadedPieces } from "../../../text/markdown/pieces/pieces.ts";
import { announcesRollback, isWayBack, saysNothing } from "../../../words/rollback-words.ts";
import { saysMigrationsAreSafe, saysMigrationsAreUndone } from "../../../words/undoes-migrations.ts";

/** Whether a sentence says that the migrations need no way back. */
export const needsNoWayBack = ({ pieces }: HeadedPieces): boolean =>
  pieces.some((piece) => (piece.type === "prose" || piece.type === "item") && saysMigrationsAreSafe(piece.text.value));

/** Whether a passage of a migration plan names a way back, or says why none is needed. */
export function goesBack({ fields, pieces }: HeadedPieces): boolean {
  if (fields.some(({ key, value }) => isWayBack(key) && !saysNothing(value.value))) return true;
  return pieces.some((piece) => {
    if (piece.type === "fence") return announcesRollback(piece.under?.key ?? "");
    return (piece.type === "prose" || piece.type === "item") && saysMigrationsAreUndone(piece.text.value);
  });
}
