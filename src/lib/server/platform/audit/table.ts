export type AuditEntriesTable = {
	seq: number;
	at: string;
	actor_id: string | null;
	actor_role: string;
	event: string;
	subject_type: string;
	subject_id: string;
	reason: string | null;
	detail: string | null;
	previous_hash: string;
	hash: string;
};

export type AuditHeadTable = { id: number; seq: number; hash: string };
