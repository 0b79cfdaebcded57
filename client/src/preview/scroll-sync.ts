import { Range, type TextEditor, TextEditorRevealType, type Uri, window } from "vscode";

/** Keeps the editors of a document and its preview at the same line; what follows one move is not taken for another. */
export class ScrollSync {
  readonly #uri: Uri;
  #moving = false;

  constructor(uri: Uri) {
    this.#uri = uri;
  }

  /** The line at the top of an editor of the document; `undefined` where none shows it. */
  topLine(): number | undefined {
    const [editor] = this.#editors();
    return editor === undefined ? undefined : firstLine(editor);
  }

  /** The line that the preview must show after an editor moved; `undefined` when it moved for the preview's sake. */
  moved(editor: TextEditor): number | undefined {
    if (editor.document.uri.toString() !== this.#uri.toString()) return undefined;
    if (!this.#moving) return firstLine(editor);
    this.#moving = false;
    return undefined;
  }

  /** Shows a line at the top of the editors. */
  reveal(line: number): void {
    for (const editor of this.#editors()) {
      const top = Math.min(Math.floor(line), editor.document.lineCount - 1);
      if (firstLine(editor) === top) continue;
      this.#moving = true;
      editor.revealRange(new Range(top, 0, top, 0), TextEditorRevealType.AtTop);
    }
  }

  #editors(): readonly TextEditor[] {
    return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === this.#uri.toString());
  }
}

const firstLine = ({ visibleRanges }: TextEditor): number => visibleRanges[0]?.start.line ?? 0;
