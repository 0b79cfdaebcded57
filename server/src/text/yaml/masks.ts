/** The characters that a mask can stand for; the mask of the n-th is U+E000 + n. */
const maskable = "@`%#>|*[{:\"'-";
const maskBase = 0xe000;

/** The stand-in for a character that may not begin or stand in a plain scalar. */
export const maskOf = (character: string): string => String.fromCharCode(maskBase + maskable.indexOf(character));

/** True when a text holds characters that are used as masks, so that none can be used. */
export const holdsMasks = (text: string): boolean => /[\ue000-\ue00f]/.test(text);

/** The text that masks stand in, with the characters that its author wrote. */
export const unmask = (text: string): string =>
  text.replace(/[\ue000-\ue00f]/g, (mask) => maskable.charAt(mask.charCodeAt(0) - maskBase));
