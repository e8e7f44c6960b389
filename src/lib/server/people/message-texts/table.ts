import type { Generated } from 'kysely';

/** Words that the agency proposed for a message, in one language. They hold placeholders and no fact about a person. */
export type MessageTextsTable = {
	id: string;
	template: string;
	locale: string;
	/** Null with `text`: back to the words of the product. */
	subject: string | null;
	text: string | null;
	proposed_by: string;
	proposed_at: string;
	outcome: Generated<'approved' | 'refused' | null>;
	decided_by: Generated<string | null>;
	decided_at: Generated<string | null>;
};
