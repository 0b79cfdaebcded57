/**
 * A page whose elements tell their line as the step from the element before them (`data-step="2"`) instead of its number, so that
 * a line more or less changes one element and not all below it.
 */
export function withLineSteps(html: string): string {
  let before = 0;
  return html.replace(/ id="L\d+" data-line="(\d+)"/g, (_, number: string) => {
    const line = Number(number);
    const step = line - before;
    before = line;
    return ` data-step="${step}"`;
  });
}
