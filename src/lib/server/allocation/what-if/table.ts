import type { Generated } from 'kysely';

export type WhatIfsTable = {
	id: string;
	notice_id: string;
	/** `WhatIfQuestion` as JSON. */
	change: string;
	asked_by: string;
	asked_at: string;
	/** Simulated rounds done, of so many. */
	done: Generated<number>;
	of: number;
	/** When the process that works on it last wrote its progress. */
	seen_at: string;
	cancelled_at: string | null;
	ended_at: string | null;
	/** Why there is no report. */
	problem: string | null;
	data_key_id: string | null;
	/** `WhatIfReport`: it holds the chances of every household, so sealed. */
	report_sealed: string | null;
};
