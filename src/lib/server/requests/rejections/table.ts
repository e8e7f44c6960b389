export type RejectionsTable = {
	id: string;
	application_id: string;
	reason: string;
	notified_by: string;
	notified_at: string;
	deadline: string;
	closed_by: string | null;
	closed_at: string | null;
	outcome: 'excluded' | 'dropped' | null;
};
