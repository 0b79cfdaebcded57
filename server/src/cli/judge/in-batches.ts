import { dirname } from "node:path";
import type { InputReading } from "./input.ts";

/** So many inputs make up for the way to another thread and back. */
const enough = 4;
/** No batch keeps a thread much longer than the others; documents of one batch find each other still read. */
const most = 12;

/**
 * Groups readings, which come in the order of their paths: the documents of a folder mostly name each other, and who judges one
 * of them has read the other.
 */
export async function* inBatches(readings: AsyncIterable<InputReading>): AsyncGenerator<readonly InputReading[]> {
  let batch: InputReading[] = [];
  let folder: string | undefined;
  for await (const reading of readings) {
    const next = reading.input === undefined ? folder : dirname(reading.input.path);
    if (batch.length >= (next === folder ? most : enough)) {
      yield batch;
      batch = [];
    }
    folder = next;
    batch.push(reading);
  }
  if (batch.length > 0) yield batch;
}
