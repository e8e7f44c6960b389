import { expect, it } from 'vitest';
import { failedRun, failsOnPurpose } from '../../support/failed-run';

const project = process.env['TEST_DATABASE'] ?? '';

if (failsOnPurpose) it('fails on purpose', () => expect.fail());
else
	it('a run of integration tests in which a test failed ends with exit code 1', async () => {
		const { code, printed } = await failedRun(project, import.meta.filename);
		expect(printed).toContain('1 failed');
		expect(code).toBe(1);
	}, 120_000);
