import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildTree, type Tree } from '@/forum/comments/tree'

type Item = { id: string; parentId: string | null }

const flatten = (trees: Tree<Item>[]): Tree<Item>[] => trees.flatMap((tree) => [tree, ...flatten(tree.replies)])
const ids = (items: { id: string }[]) => items.map(({ id }) => id)

const name = fc.constantFrom(...'abcdefghij')
const anything = fc.array(fc.record({ id: name, parentId: fc.option(name) }), { maxLength: 30 })
/** As the database has them: every parent was there before its child. */
const forest = fc.array(fc.nat(), { maxLength: 40 }).map((numbers) =>
  numbers.map(
    (number, index): Item => ({
      id: `c${index}`,
      parentId: number % (index + 1) === index ? null : `c${number % (index + 1)}`,
    }),
  ),
)

describe('a tree of comments', () => {
  test('of a forest has every comment once, below its parent, whatever the order of the list', () => {
    fc.assert(
      fc.property(forest, fc.nat(), (items, turn) => {
        const cut = items.length === 0 ? 0 : turn % items.length
        const trees = buildTree([...items.slice(cut), ...items.slice(0, cut)])
        const all = flatten(trees)
        expect(ids(all).sort()).toEqual(ids(items).sort())
        for (const node of all) for (const reply of node.replies) expect(reply.parentId).toBe(node.id)
        for (const root of trees) expect(root.parentId).toBeNull()
      }),
    )
  })

  test('keeps the order of the list among siblings', () => {
    fc.assert(
      fc.property(forest, (items) => {
        const order = new Map(items.map(({ id }, index) => [id, index]))
        const rising = (nodes: Tree<Item>[]) =>
          nodes.every(
            (node, index) => index === 0 || (order.get(nodes[index - 1]?.id ?? '') ?? 0) < (order.get(node.id) ?? 0),
          )
        const trees = buildTree(items)
        expect([trees, ...flatten(trees).map(({ replies }) => replies)].every(rising)).toBe(true)
      }),
    )
  })

  test('ends and shows nothing twice whatever it is given: cycles, missing parents, repeated ids', () => {
    fc.assert(
      fc.property(anything, (items) => {
        const shown = ids(flatten(buildTree(items)))
        expect(new Set(shown).size).toBe(shown.length)
        for (const id of shown) expect(ids(items)).toContain(id)
      }),
    )
  })

  test('takes a comment whose parent is not in the list for a root', () => {
    expect(buildTree([{ id: 'b', parentId: 'a' }])).toEqual([{ id: 'b', parentId: 'a', replies: [] }])
  })

  test('leaves a cycle out and the rest in', () => {
    const shown = buildTree([
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: null },
      { id: 'd', parentId: 'd' },
    ])
    expect(ids(shown)).toEqual(['c', 'd'])
  })

  test('of ten thousand comments in one chain does not overflow the stack', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => ({
      id: `${index}`,
      parentId: index ? `${index - 1}` : null,
    }))
    let depth = 0
    for (let node = buildTree(chain)[0]; node; node = node.replies[0]) depth++
    expect(depth).toBe(10_000)
  })
})
