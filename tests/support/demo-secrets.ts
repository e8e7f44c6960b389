const key = { id: 'key', key: Buffer.alloc(32) };

/** What a demo world is sealed with where nobody opens it. */
export const demoSecrets = {
	passwordHash: 'hash',
	simulation: key,
	open: key,
	running: key,
	tenants: key,
	applicant: key,
	wheelchairUser: key
};
