/** How much a fuzz tries: `FUZZ_RUNS` times the usual, from `FUZZ_SEED`. */
export function fuzzRuns(usual: number): { readonly seed: number; readonly numRuns: number } {
  const seed = Number(process.env['FUZZ_SEED'] ?? 20250714);
  return { seed, numRuns: usual * Number(process.env['FUZZ_RUNS'] ?? 1) };
}
