/** Time of the processor: what others do on the machine does not count. */

/** Milliseconds of the processor so far, of all threads of this process. */
export function used() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
