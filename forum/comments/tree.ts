/** The least a comment needs to be put into a tree. */
type Placed = { id: string; parentId: string | null }

export type Tree<C> = C & { replies: Tree<C>[] }

/**
 * Puts a flat list, parents and children in any order, into trees; the order among siblings is that of the list. What
 * has no parent in the list is a root of the answer. Survives what the database rules out: a cycle appears nowhere,
 * a repeated id appears once.
 */
export function buildTree<C extends Placed>(comments: readonly C[]): Tree<C>[] {
  const nodes = new Map<string, Tree<C>>()
  for (const comment of comments) if (!nodes.has(comment.id)) nodes.set(comment.id, { ...comment, replies: [] })
  const roots: Tree<C>[] = []
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    if (parent && parent !== node) parent.replies.push(node)
    else roots.push(node)
  }
  return roots
}

/** A node of trees, wherever it stands. */
export function findInTree<C extends Placed>(trees: readonly Tree<C>[], id: string): Tree<C> | undefined {
  for (const tree of trees) {
    const found = tree.id === id ? tree : findInTree(tree.replies, id)
    if (found) return found
  }
  return undefined
}
