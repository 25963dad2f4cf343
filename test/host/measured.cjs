// Loaded before a program (`node --require`): prints what it used as its last line of errors.
const started = performance.now();
process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = {
    seconds: (performance.now() - started) / 1e3,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    mb: maxRSS / 1024,
  };
  process.stderr.write(`\n${JSON.stringify(used)}\n`);
});
