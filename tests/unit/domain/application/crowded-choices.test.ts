import { expect, test } from 'vitest';
import { crowdedChoices } from '$lib/domain/application/crowded-choices';

const requests = new Map([
	['quiet', 9],
	['wanted', 10],
	['famous', 300]
]);

test('a warning is due when every home is wanted by ten others or more, and tells the least', () => {
	expect(crowdedChoices(['famous', 'wanted'], 4, requests)).toBe(10);
	expect(crowdedChoices(['famous'], 4, requests)).toBe(300);
});

test('one home that few want is enough, and so is one that nobody has listed yet', () => {
	expect(crowdedChoices(['famous', 'quiet'], 4, requests)).toBeNull();
	expect(crowdedChoices(['famous', 'new'], 4, requests)).toBeNull();
	expect(crowdedChoices([], 4, requests)).toBeNull();
});

test('a household that listed all it may, or all that suits it, can add nothing and is not warned', () => {
	expect(crowdedChoices(['famous', 'wanted'], 2, requests)).toBeNull();
});
