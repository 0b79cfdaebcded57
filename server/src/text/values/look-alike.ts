/** Letters of other scripts that look like those of Latin, in pairs. */
const pairs =
  "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwҮYӏlԍgҽeАAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXӀIԌG" + // Cyrillic
  "οoνvαaιiρpυuκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" + // Greek
  "օoսuոnհhցgԼL"; // Armenian

const latin = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) latin.set(pairs.charAt(at), pairs.charAt(at + 1));

const foreign = /[\u0370-\u058F]/;
const letter = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * A text in which every word that mixes Latin letters with look-alikes from Cyrillic, Greek or Armenian, and no others, is
 * written in Latin alone. Words of one script stand as they are.
 */
export function withoutLookAlikes(text: string): string {
  if (!foreign.test(text)) return text;
  return text.replace(letter, (word) => {
    if (!foreign.test(word) || !/[A-Za-z]/.test(word)) return word;
    const folded = [...word].map((character) => latin.get(character) ?? character).join("");
    return foreign.test(folded) ? word : folded;
  });
}

/** The same for words that are written in look-alikes from end to end. */
export function allInLatin(text: string): string {
  if (!foreign.test(text)) return text;
  return [...text].map((character) => latin.get(character) ?? character).join("");
}
