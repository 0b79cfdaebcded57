// Preloaded into a server that is weighed: collects garbage when asked, and answers what is left.
process.on("message", () => {
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ rss, heapUsed });
});
process.channel.unref();
