/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Browsers read the file after the click; there is no event that says when they are done.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
