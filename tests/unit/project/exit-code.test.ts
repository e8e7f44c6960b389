import { expect, it } from 'vitest';
import { failedRun, failsOnPurpose } from '../../support/failed-run';

if (failsOnPurpose) it('fails on purpose', () => expect.fail());
else
	it('a run of unit tests in which a test failed ends with exit code 1', async () => {
		const { code, printed } = await failedRun('unit', import.meta.filename);
		expect(printed).toContain('1 failed');
		expect(code).toBe(1);
	}, 120_000);
