import { domainToASCII } from 'node:url';
import { hasInvisibleSigns } from '$lib/server/platform/forms/invisible-signs';

/** What RFC 5321 takes: 64 octets before the `@`, 254 in all. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;
/** No server needs these unquoted, and quoted ones do not occur. */
const NOT_LOCAL = /[\s"(),:;<>@[\\\]]/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An address as the portal keeps and compares it: lower case, one written form (NFKC), and the domain in ASCII (IDNA, so
 * `città.example` is `xn--citt-3na.example`). Undefined for what no mail server could take. Letters of every script may
 * stand before the `@` (RFC 6531), and dots in any place, as Japanese carriers gave them out.
 */
export function mailAddress(typed: string): string | undefined {
	const text = typed.trim().normalize('NFKC').toLowerCase();
	const at = text.lastIndexOf('@');
	const [local, domain] = [text.slice(0, Math.max(at, 0)), domainToASCII(text.slice(at + 1))];
	const labels = domain.split('.');
	const isLocal =
		local !== '' && Buffer.byteLength(local) <= LONGEST_LOCAL && !NOT_LOCAL.test(local) && !hasInvisibleSigns(local);
	const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1)!);
	const address = `${local}@${domain}`;
	return isLocal && isDomain && Buffer.byteLength(address) <= LONGEST ? address : undefined;
}

/** The written form of an address by which an account is found. */
export const normaliseEmail = (email: string): string =>
	mailAddress(email) ?? email.trim().normalize('NFKC').toLowerCase();

/**
 * What is rare in an address that a server could take: letters beyond ASCII before the `@`, which some servers refuse, or
 * dots at the ends or in a row, which are mostly slips. Null for an address like most.
 */
export function oddInAddress(email: string): 'letters' | 'dots' | null {
	const [local] = normaliseEmail(email).split('@') as [string];
	if (/[^\x21-\x7e]/.test(local)) return 'letters';
	return /^\.|\.\.|\.$/.test(local) ? 'dots' : null;
}
