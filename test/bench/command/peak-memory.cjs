// Writes, when the process ends, the most memory that it held at once, in KB, into the file that PEAK_MEMORY_FILE names.
const { writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  process.on("exit", () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));
}
