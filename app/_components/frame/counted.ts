/** A number that was counted to a hundred, where there is room for two digits. */
export const counted = (count: number) => (count > 99 ? '99+' : String(count))
