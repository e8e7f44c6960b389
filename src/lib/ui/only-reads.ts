/** Whether this person may only read staff pages. Pages then show no acts; the guard refuses them anyway. */
export const onlyReads = (actor: { readonly role: string } | null): boolean => actor?.role === 'auditor';
