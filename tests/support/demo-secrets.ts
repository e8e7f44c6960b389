const key = { id: 'key', key: Buffer.alloc(32) };

/** The keys of a demo world that no test needs to open. */
export const demoSecrets = {
	passwordHash: 'hash',
	simulation: key,
	open: key,
	running: key,
	tenants: key,
	applicant: key,
	wheelchairUser: key,
	protectedApplicant: key,
	households: Array.from({ length: 7 }, () => key)
};
