/** What an account is called when it is deleted: this, and eight digits that say nothing. Nobody can choose such a name. */
export const DELETED = 'deleted-'

export const isDeletedHandle = (handle: string) => handle.startsWith(DELETED)
