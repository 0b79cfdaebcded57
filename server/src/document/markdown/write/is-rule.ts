/** Whether a line only separates: `---`, `***`, `_ _ _`. */
export const isRule = (line: string): boolean =>
  /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/.test(line);
