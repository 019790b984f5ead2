import type { ChooseDisplay } from '@/forum/people/input'
import { words } from './language'

type Themes = Record<ChooseDisplay['theme'], string>
type Sizes = Record<ChooseDisplay['textSize'], string>

type Switch = Record<'on' | 'off', string>

/** How pages look to whoever reads them. */
export const display = words({
  en: {
    title: 'Display',
    onDevice: 'This is kept on this device only. Sign in first to have it on every device.',
    withAccount: 'This is kept with your account, for every device you sign in on.',
    noScript: 'It needs JavaScript. Without it, pages follow your system.',
    theme: 'Colours',
    themes: { system: 'As the system has them', light: 'Light', dark: 'Dark' } as Themes,
    textSize: 'Size of the text',
    sizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' } as Sizes,
    marks: 'Marks beside the text',
    marksOf: { on: 'Shown', off: 'Hidden, their room stays' } as Switch,
    keys: 'Single keys, such as j and k',
    keysOf: { on: 'On', off: 'Off' } as Switch,
    here: 'What they do:',
    keyList: 'Keys',
    save: 'Save',
    saved: 'Saved.',
  },
  zh: {
    title: '外观',
    onDevice: '只保存在这台设备上。先登录，就能在每台设备上生效。',
    withAccount: '随帐号保存，在您登录的每台设备上生效。',
    noScript: '这项设置需要 JavaScript；没有它，页面跟随系统。',
    theme: '配色',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' } as Themes,
    textSize: '文字大小',
    sizes: { small: '小', normal: '标准', large: '大', larger: '更大' } as Sizes,
    marks: '正文旁的标记',
    marksOf: { on: '显示', off: '隐藏（位置保留）' } as Switch,
    keys: '单键快捷键，例如 j 和 k',
    keysOf: { on: '开启', off: '关闭' } as Switch,
    here: '它们的作用：',
    keyList: '快捷键',
    save: '保存',
    saved: '已保存。',
  },
})
