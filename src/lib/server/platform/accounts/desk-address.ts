/** The top-level domain `invalid` is nobody's (RFC 2606): no mail goes there, and nobody can sign up with it. */
const DOMAIN = '@desk.invalid';

/** What stands in the place of the address of a person who has none, and whose account was made at a desk (adr 45). */
export const deskAddress = (accountId: string): string => `${accountId}${DOMAIN}`;

/** What such an address looks like to a query. */
export const deskAddressPattern = `%${DOMAIN}`;

export const isDeskAddress = (email: string): boolean => email.endsWith(DOMAIN);

/** The address as a page shows it: empty for what stands in the place of one. */
export const shownAddress = (email: string | undefined): string =>
	email === undefined || isDeskAddress(email) ? '' : email;
