import { longestPassword, shortestPassword } from './password';

/** Among the first ones tried everywhere; shorter ones are refused anyway. */
const common = [
	'1234567890',
	'123456789',
	'12345678910',
	'password12',
	'password123',
	'qwertyuiop',
	'qwerty1234',
	'1q2w3e4r5t',
	'andreaandrea',
	'ciaociaociao',
	'francesco1',
	'giuseppe10',
	'juventus10',
	'milano2026'
];

/**
 * Why `password` cannot be chosen, or null. Length counts in characters as a person sees them; no rule on digits or
 * signs, which make passwords hard to remember and no harder to guess (NIST SP 800-63B, 3.1.1.2).
 */
export function weakness(password: string, about: readonly string[]): 'too-short' | 'too-long' | 'too-common' | null {
	const length = [...password].length;
	if (length < shortestPassword) return 'too-short';
	if (length > longestPassword) return 'too-long';
	const low = password.toLowerCase();
	const own = about.map((word) => word.toLowerCase()).filter((word) => word.length > 3);
	if (common.includes(low) || new Set(low).size < 4 || own.includes(low)) return 'too-common';
	return null;
}
