import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice: argon2id (the library's default), 19 MiB, two passes, one lane; in a thread of its own. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 10;
export const longestPassword = 200;

/** The same password typed on two systems may be composed differently: NFKC first. */
export const plainPassword = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
	return hash(plainPassword(password), options);
}

let dummy: Promise<string> | undefined;

/**
 * Whether `password` matches the hash. Without an account, or before its password is set, the answer is no and takes as
 * long.
 */
export async function checkPassword(
	hashed: string | undefined,
	password: string,
	compare: typeof verify = verify
): Promise<boolean> {
	dummy ??= hashPassword('nobody has this password');
	const right = await compare(hashed || (await dummy), plainPassword(password));
	return right && Boolean(hashed);
}
