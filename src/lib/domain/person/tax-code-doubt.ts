/**
 * What may be said about a tax code. `none`, `provisional`, `omocode` and `born-abroad` are unusual and may be right; the
 * others hardly are. `omocode`: letters stand for digits, because another person had the same code.
 */
export type TaxCodeDoubt =
	| 'none'
	| 'provisional'
	| 'omocode'
	| 'born-abroad'
	| 'shape'
	| 'check-sign'
	| 'impossible-day'
	| 'family-name'
	| 'given-name'
	| 'birth-date';

/** The doubts about a person's details that a page names. None of them stops anybody. */
export type ContactDoubt = `tax-code-${TaxCodeDoubt}` | 'phone-unknown';
