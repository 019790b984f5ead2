import type { Person } from './script'

export type { Person }

export const PEOPLE: readonly Person[] = [
  { key: 'the-author', handle: 'the-author', displayName: 'The author', language: 'en' },
  { key: 'inkwell', handle: 'inkwell', displayName: 'Inkwell', language: 'en' },
  { key: 'footnote', handle: 'footnote', displayName: 'Footnote', language: 'en' },
  { key: 'tangent', handle: 'tangent', displayName: 'Tangent', language: 'en' },
  { key: 'overtime', handle: 'overtime', displayName: 'Overtime', language: 'en' },
  { key: 'deal-finder', handle: 'deal-finder', displayName: 'Deal Finder', language: 'en' },
  { key: 'margin-keeper', handle: 'margin-keeper', displayName: 'Miriam (moderator)', language: 'en' },
  { key: 'wen-mod', handle: 'wen-mod', displayName: '文澜（版主）', language: 'zh-CN' },
  { key: 'slow-reader', handle: 'slow-reader', displayName: 'Mara Lindqvist', language: 'en' },
  { key: 'lathe', handle: 'lathe', displayName: 'Tom Okafor', language: 'en' },
  { key: 'gear-ratio', handle: 'gear-ratio', displayName: 'Priya Nair', language: 'en' },
  { key: 'balance-sheet', handle: 'balance-sheet', displayName: 'Helen Marsh', language: 'en' },
  { key: 'spot-weld', handle: 'spot-weld', displayName: 'Diego Ferrer', language: 'en' },
  { key: 'second-draft', handle: 'second-draft', displayName: 'Anneke de Boer', language: 'en' },
  { key: 'commuter-line', handle: 'commuter-line', displayName: 'Jun Watanabe', language: 'en' },
  { key: 'plain-terms', handle: 'plain-terms', displayName: 'Ruth Abebe', language: 'en' },
  { key: 'margin-call', handle: 'margin-call', displayName: 'Margin Call', language: 'en' },
  { key: 'lin-yue', handle: 'lin-yue', displayName: '林月', language: 'zh-CN' },
  { key: 'old-zhou', handle: 'old-zhou', displayName: '老周', language: 'zh-CN' },
  { key: 'rice-porridge', handle: 'rice-porridge', displayName: '小米粥', language: 'zh-CN' },
  { key: 'north-window', handle: 'north-window', displayName: '北窗', language: 'zh-CN' },
  { key: 'qingshan', handle: 'qingshan', displayName: '青山', language: 'zh-CN' },
  { key: 'xu-yiming', handle: 'xu-yiming', displayName: '徐一鸣', language: 'zh-CN' },
  { key: 'tea-at-four', handle: 'tea-at-four', displayName: '四点的茶', language: 'zh-CN' },
  { key: 'bolt-counter', handle: 'bolt-counter', displayName: '数螺丝的人', language: 'zh-CN' },
  { key: 'chen-mo', handle: 'chen-mo', displayName: '陈默', language: 'zh-CN' },
]
