import { describe, expect, test } from 'vitest';
import { termRunsOn } from '../../../../src/lib/domain/rounds/rejection-term';

const deadline = '2026-12-02T22:59:59.999Z';

describe('the term of the procedure after a notice of rejection', () => {
	test.each([
		['at the end of the time to answer, where nothing was answered', null, deadline],
		['ten days after an answer in time', '2026-11-25T09:00:00.000Z', '2026-12-05T22:59:59.999Z'],
		['ten days after an answer in the last second', deadline, '2026-12-12T22:59:59.999Z'],
		['at the end of the time to answer, for a later answer', '2026-12-02T23:00:00.000Z', deadline]
	])('runs on %s', (_, answeredAt, runsOn) => {
		expect(termRunsOn({ deadline, answeredAt })).toBe(runsOn);
	});
});
