import { sentenceHead } from "../text/values/sentence-head.ts";
import { textHas } from "./lists.ts";

const ofData = textHas("migratedData");
const namesThem = textHas("migrations");
const undoing = textHas("undoing");
const compatible = textHas("safeMigrations");
const irreversible = textHas("irreversible");
const forward = textHas("fixForward", "restoring");

/** How tools are told to take a migration back, and files that do. */
const commands =
  /\bmigrat\w*\b[^\r\n]{0,80}?(?:\bdown\b|revert|roll-?back|undo|reset)|\b(?:down|roll-?back|revert|undo)[\w:-]*[ :/-]migrat|\bflyway\b[^\r\n]{0,40}\bundo\b|\balembic\b[^\r\n]{0,40}\bdowngrade\b|\bliquibase\b[^\r\n]{0,60}\broll-?back|\b(?:goose|dbmate|sqitch|tern|rambler|soda|diesel)\b[^\r\n]{0,60}\b(?:down|roll-?back|revert|redo)\b|\bdb:rollback\b|\bef database update\b|\b(?:psql|mysql|sqlcmd|sqlite3|sqlplus|mariadb)\b[^\r\n]{0,200}\.sql\b|(?:roll-?back|down|undo|revert|backward)\S*\.sql\b|\b(?:pg_restore|mongorestore|mysqlbinlog)\b|point-in-time|\bPITR\b/i;
const isCommand = (text: string): boolean => commands.test(sentenceHead(text));
const saysCompatible = (text: string): boolean => compatible(sentenceHead(text));

/** Whether a sentence says that the migrations need no way back. */
export const saysMigrationsAreSafe = (text: string): boolean =>
  namesThem(text) && (irreversible(text) ? forward(text) : saysCompatible(text));

/** Whether a rollback step speaks of the data that migrations change. */
export const stepUndoesMigrations = (step: string): boolean => ofData(step) || isCommand(step);

/**
 * Whether words in a rollback or migration plan undo the migrations (`alembic downgrade`, *restore the backup*), or say
 * why none has to: they are backward compatible, need no rollback, or are irreversible with a forward fix.
 */
export function saysMigrationsAreUndone(text: string): boolean {
  if (isCommand(text)) return true;
  if (!ofData(text)) return false;
  if (irreversible(text)) return forward(text);
  return undoing(text) || saysCompatible(text);
}
