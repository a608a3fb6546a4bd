export function exportName(now = new Date()): string {
  return `sarangbang-${now.toISOString().slice(0, 10)}.json`
}
