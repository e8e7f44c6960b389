import { expect, inject, it } from 'vitest';
import { sqliteCopies } from '../support/database-copies';
import { failureOf } from './first-failing';
import { reusedOnPostgres } from './reused-databases';
import { StageDatabases } from './stage-databases';

const isPostgres = process.env['TEST_DATABASE'] === 'postgres';
/** A few seconds of either database. The long proof runs 10,000 (docs/proof.md). */
const HISTORIES = isPostgres ? 50 : 150;

// HISTORY=SEED runs the history of one seed.
const only = process.env['HISTORY'];
const seeds = only ? [Number(only)] : Array.from({ length: HISTORIES }, (_, index) => index + 1);

it('random histories with faults of the database leave nothing lost, doubled or half done', async () => {
	const stages = new StageDatabases(isPostgres ? reusedOnPostgres(inject('postgresUrl')) : sqliteCopies());
	for (const seed of seeds) expect(await failureOf(stages, seed), `HISTORY=${seed}`).toBeNull();
}, 900_000);
