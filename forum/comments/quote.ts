/** White space and quotation marks differ between what is selected in a browser and what is stored. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether the paragraph's wording says these words. */
export function quoteStands(quote: string, wording: string): boolean {
  return plain(wording).includes(plain(quote))
}
