import type { Command } from './command';

/** Every command, loaded only when called: `allocate` must not open a database. */
export const commands: Record<string, () => Promise<Command>> = {
	allocate: async () => (await import('./allocate')).allocate,
	refuse: async () => (await import('./refuse')).refuse,
	verify: async () => (await import('./verify')).verify,
	publish: async () => (await import('./publish')).publish,
	proof: async () => (await import('./proof')).proof,
	receipt: async () => (await import('./receipt')).receipt,
	draw: async () => (await import('./draw')).draw,
	bank: async () => (await import('./bank')).bank,
	demo: async () => (await import('./demo')).demo,
	migrate: async () => (await import('./migrate')).migrate,
	puc: async () => (await import('./puc')).puc,
	programme: async () => (await import('./programme')).programme,
	audit: async () => (await import('./audit')).audit,
	user: async () => (await import('./user')).user,
	backup: async () => (await import('./backup')).backup,
	restore: async () => (await import('./restore')).restore,
	'after-restore': async () => (await import('./after-restore')).afterRestore
};
