// The floor of a command: reads files and parses each once, in one thread. Prints the milliseconds of parsing alone.
// Arguments: the folder of the peers, then the list of files, one a line.
import { readFileSync } from "node:fs";
import { openPeers } from "../peers/load.mjs";

const [peersFolder, listFile] = process.argv.slice(2);
const peers = openPeers(peersFolder);
const { LineCounter, parseDocument } = await peers.load("yaml");
const { default: createMarkdownIt } = await peers.load("markdown-it");
const markdownIt = createMarkdownIt();
const files = readFileSync(listFile, "utf8").split("\n");
const texts = files.map((file) => [file.endsWith(".md"), readFileSync(file, "utf8")]);

const start = performance.now();
for (const [isMarkdown, text] of texts) {
  if (isMarkdown) markdownIt.parse(text, {});
  else parseDocument(text, { lineCounter: new LineCounter() });
}
console.log(performance.now() - start);
