import { m } from '$lib/paraglide/messages';
import { hasInvisibleSigns } from '$lib/server/platform/forms/invisible-signs';
import { z } from 'zod';

/** The longest name in Italian registers is shorter; a sentence to a stranger is longer. */
const LONGEST = 80;
/** Letters of every script with their marks, spaces, apostrophes, hyphens, dots, and the joiners of Persian and Indian scripts. */
const SIGNS = /^(?:[\p{L}\p{M}\p{Zs}'’ʼʻ‘`´·.\-‐‑]|\u200c|\u200d)+$/u;
/** A dot ends an initial or a short form; one that joins words makes an address (`evil.example`), which mail readers make a link of. */
const JOINING_DOT = /www\.|\.(?!\p{Zs}|$|[-‐‑'’]|\p{L}\p{M}*(?:\.|\p{Zs}|$))/iu;
const LONGEST_IN_MAIL = 40;

const bare = (name: string): string => name.replaceAll(/[\p{Zs}]+/gu, ' ').trim();

/** A person's name as its owner writes it. Mails carry it to addresses that may be a stranger's, so it holds no link and no message. */
export const personName = z
	.string({ error: () => m.auth_name_missing() })
	.transform(bare)
	.pipe(
		z
			.string()
			.min(1, { error: () => m.auth_name_missing() })
			.max(LONGEST, { error: () => m.auth_name_long() })
			.refine(
				(name) => SIGNS.test(name) && !hasInvisibleSigns(name) && /\p{L}/u.test(name) && !JOINING_DOT.test(name),
				{
					error: () => m.auth_name_signs(),
					when: ({ value }) => typeof value === 'string' && value.length > 0 && value.length <= LONGEST
				}
			)
	);

/** How a mail calls somebody: the first word of the name, letters only. Names kept before the rule above may hold anything. */
export function nameInMail(name: string): string {
	const [first = ''] = bare(name.normalize('NFC').replaceAll(/[^\p{L}\p{M}'’ʼʻ-]/gu, ' ')).split(' ');
	return first.slice(0, LONGEST_IN_MAIL);
}
