/** The top-level domain `invalid` is nobody's (RFC 2606): no mail goes there, and nobody can sign up with it. */
const DOMAIN = '@erased.invalid';

/** What stands in the place of the address of an erased account. It keeps the column unique. */
export const erasedAddress = (accountId: string): string => `${accountId}${DOMAIN}`;

/** Whether the person of an account had it erased: nobody opens it again. */
export const isErased = ({ email }: { readonly email: string }): boolean => email.endsWith(DOMAIN);

/** The pattern of those addresses, for `like`. */
export const erasedPattern = `%${DOMAIN}`;
