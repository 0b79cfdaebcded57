import { sentenceHead } from "../text/values/sentence-head.ts";

const ofData = /migrat|database|schema|\bdb\b|\bsql\b|psql|backup|restore|snapshot/i;
const commands =
  /\bmigrat\w*\b[^\r\n]{0,80}?(?:\bdown\b|revert|roll-?back|undo|reset)|\b(?:down|roll-?back|revert|undo)[\w:-]*[ :/-]migrat|\bflyway\b[^\r\n]{0,40}\bundo\b|\balembic\b[^\r\n]{0,40}\bdowngrade\b|\bliquibase\b[^\r\n]{0,60}\broll-?back|\b(?:goose|dbmate|sqitch|tern|rambler|soda|diesel)\b[^\r\n]{0,60}\b(?:down|roll-?back|revert|redo)\b|\bdb:rollback\b|\bef database update\b|\b(?:psql|mysql|sqlcmd|sqlite3|sqlplus|mariadb)\b[^\r\n]{0,200}\.sql\b|(?:roll-?back|down|undo|revert|backward)\S*\.sql\b|\b(?:pg_restore|mongorestore|mysqlbinlog)\b|point-in-time|\bPITR\b/i;
const undoing =
  /\b(?:revert|restor|undo|roll(?:s|ed|ing)?[ -]?back|downgrad|backward|drop|reverse|re-?run|switch back)/i;
const compatible =
  /backwards?[- ]compatib|forwards?[- ](?:only|compatib)|\badditive\b|expand[- ](?:only|and-contract|contract)|\b(?:no|without|not?)\b[^.]{0,40}\b(?:roll-?back|roll(?:ed)? back|revert|undo(?:ne)?|way back)|\b(?:stay|stays|remain|remains|are left|is left|can stay)\b/i;
const irreversible =
  /\b(?:irreversible|not reversible|non-?reversible|can(?:not|'t| not) be (?:undone|reverted|rolled back|reversed))\b/i;
const forward = /forward[- ]?fix|fix(?:ed|ing)? forward|roll(?:ing)?[- ]forward|hot-?fix|compensat|restor/i;

const isCommand = (text: string): boolean => commands.test(sentenceHead(text));
const saysCompatible = (text: string): boolean => compatible.test(sentenceHead(text));

/** Whether a sentence says that the migrations need no way back. */
export const saysMigrationsAreSafe = (text: string): boolean =>
  /migrat|schema/i.test(text) && (irreversible.test(text) ? forward.test(text) : saysCompatible(text));

/** Whether a rollback step speaks of the data that migrations change. */
export const stepUndoesMigrations = (step: string): boolean => ofData.test(step) || isCommand(step);

/**
 * Whether words in a rollback or migration plan undo the migrations (`alembic downgrade`, *restore the backup*), or say
 * why none has to: they are backward compatible, need no rollback, or are irreversible with a forward fix.
 */
export function saysMigrationsAreUndone(text: string): boolean {
  if (isCommand(text)) return true;
  if (!ofData.test(text)) return false;
  if (irreversible.test(text)) return forward.test(text);
  return undoing.test(text) || saysCompatible(text);
}
