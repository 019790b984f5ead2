import type { ChooseDisplay } from '@/forum/people/input'
import { words } from './language'

type Themes = Record<ChooseDisplay['theme'], string>
type Sizes = Record<ChooseDisplay['textSize'], string>

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
    here: 'Other switches stand where they work: marks under the title of an essay, keys on their own page.',
    keys: 'Keys',
    save: 'Save',
    saved: 'Saved.',
  },
  zh: {
    title: '外观',
    onDevice: '只保存在这台设备上。先登录，就能在每台设备上生效。',
    withAccount: '随帐号保存，在你登录的每台设备上生效。',
    noScript: '这项设置需要 JavaScript；没有它，页面跟随系统。',
    theme: '配色',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' } as Themes,
    textSize: '文字大小',
    sizes: { small: '小', normal: '标准', large: '大', larger: '更大' } as Sizes,
    here: '其他开关在各自的页面上：正文旁的标记在文章标题下方，快捷键在它自己的页面。',
    keys: '快捷键',
    save: '保存',
    saved: '已保存。',
  },
})
