import type { Generated } from 'kysely';

export type DemoWorldTable = {
	id: number;
	seed: string;
	loaded_at: string;
	clock_offset_ms: Generated<number>;
};
