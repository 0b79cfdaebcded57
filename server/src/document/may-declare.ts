const ours = /release-docs/i;
/** With these, words can be written so that no search finds them. */
const escapes = /\\(?:[xuU][0-9A-Fa-f]|\r?\n)/;

/**
 * Whether a YAML text may say that it is of ours: false for nearly all that does not, without a parser. True too often rather
 * than too seldom.
 */
export const mayDeclare = (text: string): boolean => ours.test(text) || escapes.test(text);

/** The same for the `kind` of a front matter. */
export const maySayKind = (yaml: string): boolean => /kind/.test(yaml) || escapes.test(yaml);

/** Whether a front matter may name a kind of ours. */
export const mayNameKind = (yaml: string): boolean =>
  maySayKind(yaml) && (/Release|Deployment/.test(yaml) || escapes.test(yaml) || /[^\p{ASCII}]/u.test(yaml));
