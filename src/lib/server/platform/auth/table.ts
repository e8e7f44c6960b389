import type { Generated } from 'kysely';

export type SessionsTable = {
	id: string;
	account_id: string;
	created_at: string;
	expires_at: string;
	second_factor: number;
};

export type ThrottleTable = {
	key: string;
	points: Generated<number>;
	expire: number | null;
};
