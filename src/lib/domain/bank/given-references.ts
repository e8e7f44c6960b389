const NO_BANK_REFERENCE: ReadonlySet<string | null> = new Set(['NONREF', 'NOTPROVIDED']);

/** The bank's own reference; null for the words that banks write where they have none. */
export const bankReference = (text: string | null): string | null => (NO_BANK_REFERENCE.has(text) ? null : text);

/** The payer's end-to-end reference; null for `NOTPROVIDED` in any case or spacing. */
export const endToEndReference = (text: string | null): string | null =>
	text?.replaceAll(' ', '').toUpperCase() === 'NOTPROVIDED' ? null : text;
