// `node --import attached.mjs …`, started with an IPC channel: ends as by SIGTERM when its parent is gone, even by SIGKILL.
// Ctrl-C in a terminal reaches every process of it; a child that is told once more by its parent must not mind.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
