/** Longer than any header that a client sends, in bytes. */
const longestHeader = 4096;
/** Larger than any message of a client, in bytes: it holds no document whole that we read. */
const largestBody = 1024 * 1024 * 1024;

/**
 * Reads along what frames the messages of a stream (`Content-Length: N`, an empty line, N bytes), to tell when it is no such
 * stream: a reader that waits for what cannot come stands still without a word.
 */
export class FrameGuard {
  #header = "";
  #bodyLeft = 0;

  /** Takes the next bytes; answers what is wrong with them, in words. After that there is no way back into the stream. */
  accept(chunk: Uint8Array): string | undefined {
    let at = 0;
    while (at < chunk.length) {
      if (this.#bodyLeft > 0) {
        const taken = Math.min(this.#bodyLeft, chunk.length - at);
        this.#bodyLeft -= taken;
        at += taken;
        continue;
      }
      this.#header += String.fromCharCode(chunk[at++] ?? 0);
      if (!this.#header.endsWith("\n")) {
        if (this.#header.length > longestHeader) return "A header of a message does not end";
        continue;
      }
      const problem = this.#lineEnded();
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #lineEnded(): string | undefined {
    if (!this.#header.endsWith("\r\n")) return `A line of a header does not end in CR LF: ${quoted(this.#header)}`;
    if (!this.#header.endsWith("\r\n\r\n") && this.#header !== "\r\n") {
      const [line = ""] = this.#header.split("\r\n").slice(-2);
      return line.includes(":") ? undefined : `A line of a header is none: ${quoted(line)}`;
    }
    const length = /^content-length:[ \t]*(\d{1,15})[ \t]*$/im.exec(this.#header)?.[1];
    const header = this.#header;
    this.#header = "";
    if (length === undefined) return `A header has no Content-Length that is a number: ${quoted(header)}`;
    if (Number(length) === 0 || Number(length) > largestBody) return `No message is ${length} bytes long`;
    this.#bodyLeft = Number(length);
    return undefined;
  }
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 200));
