/** Whether the reader of a staff page may only read it: then it shows no act. The guard refuses them in any case. */
export const onlyReads = (actor: { readonly role: string } | null): boolean => actor?.role === 'auditor';
