// Preloaded into a child of the launcher: a child whose launcher died (kill -9 included) ends by itself.
if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => process.exit(1));
}
