/** Drawn at the first request and kept; the layout shows the text. */
export function generateStaticParams() {
  return []
}

export default function EssayPage() {
  return null
}
