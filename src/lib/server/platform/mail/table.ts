import type { Generated } from 'kysely';

export type OutboxTable = {
	id: string;
	recipient: string;
	subject: string;
	body: string | null;
	created_at: string;
	due_at: string;
	attempts: Generated<number>;
	sent_at: string | null;
	given_up_at: string | null;
};
