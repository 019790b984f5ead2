// Loaded into the server before anything else: when the process that started it is gone without a word (kill -9), the
// server ends too, so that the next start finds its port free. Requests may finish, streams are cut.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3000)
})
